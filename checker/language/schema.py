"""JSON Schema of the check language, in the form that names a fault.

Every choice is an `if … then …`: a validator that meets `oneOf` can only say that nothing fitted.
What crosses fields or needs the dictionary (units, columns, values) is left to the type check.
"""

from collections.abc import Mapping
from typing import Any, Final

from checker.language.grammar import KEYS, MAY_BE_EMPTY, TOTAL
from checker.language.keys import KEYS as KEY_WORDS
from checker.language.keys import MEASURES
from checker.language.predicates import PREDICATES
from checker.language.typecheck import DURATION_KEYS
from checker.model.words import translate

Schema = dict[str, Any]

_NAME: Final = r"^[a-z][a-z0-9_]*$"
_PATH: Final = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$"
_PARAM: Final = r"^\$[a-z][a-z0-9_]*$"
_LIMIT: Final = r"^(\$[a-z][a-z0-9_]*|-?[0-9]+(\.[0-9]+)?%?)$"
_COLUMN: Final = r"^(?!(any|all|elapsed|related)$)[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$"


def definitions() -> dict[str, Schema]:
    """Return the definitions of the language, by name; `check` and `condition` are the roots."""
    found: dict[str, Schema] = {
        "check": _check(),
        "leaf": _leaf(related=False),
        "related": _leaf(related=True),
        "ratio_side": _ratio_side(),
        "condition": _condition(),
        "predicate": _predicate(),
        "expect": _expect(),
        "limit": _either_object({"$ref": "#/$defs/over_period"}, _limit()),
        "over_period": _object({"over_period": _text(_PARAM)}, ["over_period"]),
        "operand": _either_object(
            _object({"field": _text(_PATH)}, ["field"]),
            {"type": ["string", "integer", "boolean"]},
        ),
        "values": {
            "if": {"type": "array"},
            "then": {"minItems": 1, "items": {"type": ["string", "integer", "boolean"]}},
            "else": _text(_PARAM),
        },
        "duration": _either_object(_duration(), _text(_PARAM)),
        "elapsed": _elapsed(),
        "within": _either_object(
            _object({"last": {"$ref": "#/$defs/duration"}}, ["last"]), {"const": "period"}
        ),
    }
    for name in KEYS:
        found[f"measure_{name}"] = _measure(name, related=False)
        if name in TOTAL:
            found[f"related_{name}"] = _measure(name, related=True)
    return found


def _check() -> Schema:
    members = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/check"}}
    return {
        "type": "object",
        "if": {"required": ["all"]},
        "then": _object({"all": members}, ["all"]),
        "else": {
            "if": {"required": ["any"]},
            "then": _object({"any": members}, ["any"]),
            "else": {"$ref": "#/$defs/leaf"},
        },
    }


def _leaf(*, related: bool) -> Schema:
    prefix = "related" if related else "measure"
    names = [name for name in KEYS if not related or name in TOTAL]
    return {
        "type": "object",
        "required": ["measure", "expect"],
        "properties": {"measure": _explained("measure", _one_of(names))},
        "allOf": [
            {
                "if": {"properties": {"measure": {"const": name}}, "required": ["measure"]},
                "then": {"$ref": f"#/$defs/{prefix}_{name}"},
            }
            for name in names
        ],
    }


def _measure(name: str, *, related: bool) -> Schema:
    properties: dict[str, Schema] = {"measure": {"const": name}}
    required = ["measure", *KEYS[name]]
    if name != "ratio":
        properties |= {"of": _text(_NAME), "where": {"$ref": "#/$defs/condition"}}
        required.append("of")
    properties |= {key: dict(_KEY_SCHEMAS[key]) for key in KEYS[name]}
    if name == "covered":
        properties["times"] = {"$ref": "#/$defs/limit"}
    if name in MAY_BE_EMPTY and not related:
        properties["when_empty"] = {"enum": ["inapplicable", "failed"]}
    if related:
        properties["by"] = _text(_NAME)
        required.append("by")
    properties["expect"] = {"$ref": "#/$defs/expect"}
    return _object(properties, [*required, "expect"])


_KEY_SCHEMAS: Final[Mapping[str, Schema]] = {
    "that": {"$ref": "#/$defs/condition"},
    "value": {"type": "string", "pattern": _PATH},
    "required": {"$ref": "#/$defs/values"},
    "from": {"type": "string", "pattern": _PATH},
    "to": {"type": "string", "pattern": _PATH},
    "date": {"type": "string", "pattern": _PATH},
    "each": {"enum": ["month", "quarter"]},
    "numerator": {"$ref": "#/$defs/ratio_side"},
    "denominator": {"$ref": "#/$defs/ratio_side"},
}


def _one_of(names: list[str]) -> Schema:
    return {"enum": names, "enumDescriptions": [translate(MEASURES[name]) for name in names]}


def _ratio_side() -> Schema:
    shared = {"of": _text(_NAME), "where": {"$ref": "#/$defs/condition"}}
    count = _object({"measure": {"const": "count"}, **shared}, ["measure", "of"])
    total = _object(
        {"measure": {"const": "sum"}, **shared, "value": _text(_PATH)}, ["measure", "of", "value"]
    )
    return {
        "type": "object",
        "required": ["measure"],
        "properties": {"measure": _explained("measure", _one_of(["count", "sum"]))},
        "if": {"properties": {"measure": {"const": "count"}}},
        "then": count,
        "else": total,
    }


def _condition() -> Schema:
    members = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/condition"}}
    return {
        "type": "object",
        "properties": {
            "any": _explained("any", members),
            "all": _explained("all", members),
            "elapsed": _explained("elapsed", {"$ref": "#/$defs/elapsed"}),
            "related": _explained("related", {"$ref": "#/$defs/related"}),
        },
        "patternProperties": {_COLUMN: {"$ref": "#/$defs/predicate"}},
        "additionalProperties": False,
    }


def _predicate() -> Schema:
    kinds: dict[str, Schema] = {
        "equals": {"$ref": "#/$defs/operand"},
        "at_least": {"$ref": "#/$defs/operand"},
        "at_most": {"$ref": "#/$defs/operand"},
        "one_of": {"$ref": "#/$defs/values"},
        "includes_all": {"$ref": "#/$defs/values"},
        "includes_any": {"$ref": "#/$defs/values"},
        "present": {"type": "boolean"},
        "within": {"$ref": "#/$defs/within"},
        "size": {"$ref": "#/$defs/expect"},
    }
    mapping = _object({name: kinds[name] for name in PREDICATES}, [])
    mapping["minProperties"] = 1
    return _either_object(mapping, {"type": ["string", "integer", "boolean"]})


def _expect() -> Schema:
    limit = {"$ref": "#/$defs/limit"}
    sides = dict.fromkeys(("equals", "at_least", "at_most"), limit)
    schema = _object({**sides, "tolerance": _text(_PARAM)}, [])
    schema["minProperties"] = 1
    schema["allOf"] = [
        {"if": {"required": ["equals"]}, "then": {"maxProperties": 1}},
        {
            "if": {"required": ["tolerance"]},
            "then": {"minProperties": 2, "maxProperties": 2},
        },
    ]
    return schema


def _limit() -> Schema:
    return {"type": ["integer", "string"], "pattern": _LIMIT}


def _duration() -> Schema:
    amount = {"type": ["integer", "string"], "pattern": r"^[0-9]+(\.[0-9]+)?$"}
    schema = _object(dict.fromkeys(DURATION_KEYS, amount), [])
    return {**schema, "minProperties": 1, "maxProperties": 1}


def _elapsed() -> Schema:
    return _object(
        {
            "from": _text(_PATH),
            "to": _text(r"^\$?[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$"),
            "at_most": {"$ref": "#/$defs/duration"},
        },
        ["from", "to", "at_most"],
    )


def _object(properties: dict[str, Schema], required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": {key: _explained(key, schema) for key, schema in properties.items()},
        "required": required,
        "additionalProperties": False,
    }


def _explained(key: str, schema: Schema) -> Schema:
    return {**schema, "description": translate(KEY_WORDS[key])}


def _either_object(mapping: Schema, other: Schema) -> Schema:
    return {"if": {"type": "object"}, "then": mapping, "else": other}


def _text(pattern: str) -> Schema:
    return {"type": "string", "pattern": pattern}
