"""JSON Schemas of the rule files, for editors: shapes from pydantic, checks from the language."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from checker.language.schema import definitions
from checker.model.words import translate
from checker.rulebook.documents.acceptance import AcceptanceShape
from checker.rulebook.documents.dictionary import DictionaryShape
from checker.rulebook.documents.profile import ProfileShape
from checker.rulebook.documents.quality import QualityShape
from checker.rulebook.documents.rules import CrosswalkShape, ParametersShape, RuleFileShape
from checker.rulebook.documents.shape import Shape
from checker.rulebook.documents.standard import ReferencesShape, StandardShape
from checker.rulebook.keys import DECIDED, KEYS

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

SHAPES: Final[dict[str, type[Shape]]] = {
    "rule": RuleFileShape,
    "parameters": ParametersShape,
    "standard": StandardShape,
    "acceptance": AcceptanceShape,
    "references": ReferencesShape,
    "crosswalk": CrosswalkShape,
    "profile": ProfileShape,
    "quality": QualityShape,
    "dictionary": DictionaryShape,
}
"""Name of the schema (schemas/<name>.schema.json) → shape of the file."""

_CHECKS: Final = {"check": "check", "applies_when": "condition", "where": "condition"}


class _Generator(GenerateJsonSchema):
    """Numbers as the strict loader hands them out: whole numbers, or decimals as text."""

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        del schema
        return {"type": ["integer", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?%?$"}


def rule_schemas() -> dict[str, dict[str, Any]]:
    """Return every schema of the rule files, by name."""
    return {name: schema_of(shape, KEYS) for name, shape in SHAPES.items()}


def schema_of(shape: type[Shape], words: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Return the JSON Schema of a file's shape.

    Args:
        shape: of the whole file.
        words: what every key means, by the name of its shape; a key without a word stays bare.
    """
    schema = shape.model_json_schema(schema_generator=_Generator, mode="validation")
    found = {"$schema": DRAFT, **schema}
    language = definitions()
    used = False
    for model in [found, *found.get("$defs", {}).values()]:
        for key, root in _CHECKS.items():
            if model.get("properties", {}).get(key) is not None and _is_free(model, key):
                model["properties"][key] = {"$ref": f"#/$defs/{root}"}
                used = True
    for name, model in [(found["title"], found), *found.get("$defs", {}).items()]:
        _explain(model, words.get(name, {}))
    if used:
        found["$defs"] = {**found.get("$defs", {}), **language}
    return found


def _explain(model: dict[str, Any], words: Mapping[str, str]) -> None:
    """Put the words for people in place of what pydantic makes of the names in the program."""
    model.pop("title", None)
    model.pop("description", None)
    properties = model.get("properties", {})
    known = {**words, **(DECIDED if DECIDED.keys() <= properties.keys() else {})}
    for key, schema in properties.items():
        schema.pop("title", None)
        if key in known:
            schema["description"] = translate(known[key])


def _is_free(model: dict[str, Any], key: str) -> bool:
    """Tell whether a property takes anything: those are the ones the check language reads."""
    return "type" not in model["properties"][key] and "$ref" not in model["properties"][key]
