"""JSON Schema (draft 2020-12) of submission.yaml and submission.json, for editors.

It accepts whatever reading accepts, as far as shape goes, and names unknown tables, fields and
values of enumerations. Alternatives are written as if/then, for then a validator says what is
wrong instead of "not valid under any of the given schemas".
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from checker.model.dictionary import BlankMeaning, Column, Dictionary, Kind, Table
from checker.submission import findings, head, words
from checker.submission.columns import NONE
from checker.submission.declared import STATES, State
from checker.submission.lookup import ID, lookup
from checker.submission.values import ID_LIMIT, TEXT_LIMIT

Schema = dict[str, Any]

_DIGIT: Final = "[0-9０-９]"
_NUMBER: Final = r"^\s*[-－]?[0-9０-９,，.．]+[%％]?\s*$"
_DATE: Final = rf"^\s*{_DIGIT}{{4}}[-－/／.．年]?{_DIGIT}{{1,2}}[-－/／.．月]?{_DIGIT}{{1,2}}日?"
_YES_NO: Final = ("是", "否", "true", "false", "True", "False", "TRUE", "FALSE")
_TYPES: Final = {
    Kind.TEXT: ["string", "number", "null"],
    Kind.REF: ["string", "number", "null"],
    Kind.INT: ["integer", "string", "null"],
    Kind.DEC: ["number", "string", "null"],
    Kind.DATE: ["string", "integer", "null"],
    Kind.DATETIME: ["string", "null"],
}


def submission_schema(dictionary: Dictionary) -> Schema:
    """Return the schema of what a submission may say in YAML or JSON."""
    known = lookup(dictionary)
    tables = dictionary.tables.values()
    columns = {f"{t.name}.{c.name}": c for t in tables for c in known.columns(t).values()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": words.submission(),
        **_object(_head(known.tables), required=["kind", "period", "tables"]),
        "$defs": {
            "tables": {table.name: _table(table) for table in tables},
            "rows": {table.name: _row(table, known.headers(table)) for table in tables},
            "cells": {name: _cell(name) for name in columns},
            "values": {name: _value(column) for name, column in columns.items()},
        },
    }


def _head(tables: Mapping[str, str]) -> Schema:
    day = {"type": ["string", "integer", "null"], "pattern": _DATE}
    text = {"type": ["string", "number", "null"], "maxLength": TEXT_LIMIT}
    refs = {text: _ref("tables", name) for text, name in tables.items()}
    fitting: Schema = {
        "form": {"enum": [head.FORM, str(head.FORM), None]},
        "kind": {"enum": list(head.KINDS)},
        "synthetic": {"enum": [True, False, None, *head.YES_NO]},
        "period": _object(dict.fromkeys(head.PERIOD_KEYS, day), required=list(head.PERIOD_KEYS)),
        "assessed_on": day,
        "notes": text,
        "tables": _object(refs),
        "site_findings": {"type": ["array", "null"], "items": _finding(day, text)},
    }
    return {key: {"title": label, **fitting[key]} for key, label in head.KEYS.items()}


def _finding(day: Schema, text: Schema) -> Schema:
    fitting: Schema = {
        "method": {"enum": list(findings.METHODS)},
        "result": {"enum": list(findings.RESULTS)},
        "on": day,
    }
    properties = {
        key: {"title": label, **fitting.get(key, text)} for key, label in findings.KEYS.items()
    }
    return _object(properties, required=list(findings.REQUIRED))


def _table(table: Table) -> Schema:
    row = _ref("rows", table.name)
    absent = [word for word, state in STATES.items() if state is State.ABSENT]
    none = [word for word, state in STATES.items() if state is State.NONE]
    full = [word for word, state in STATES.items() if state is State.COMPLETE]
    states = [*full, *absent] if table.one_row else list(STATES)
    envelope = _object(
        {
            "state": {"enum": [*states, None]},
            "rows": {"type": ["array", "null"], "items": row},
            "file": {"type": ["string", "null"], "pattern": r"\.[cC][sS][vV]$"},
        }
    )
    envelope["not"] = {"required": ["rows", "file"], "properties": {"rows": {"type": "array"}}}
    named = {"title": table.label, "description": table.guidance}
    if table.one_row:
        keys = {"enum": list(envelope["properties"])}
        wrapped = {"type": "object", "minProperties": 1, "propertyNames": keys}
        either = _when(
            wrapped, envelope, _when({"type": "object"}, row, {"enum": [*absent, "", None]})
        )
        return {**named, **either}
    alone = {"enum": [*none, *absent, "", None]}
    rows = {"type": "array", "items": row}
    either = _when({"type": "object"}, envelope, _when({"type": "array"}, rows, alone))
    return {**named, **either}


def _row(table: Table, headers: Mapping[str, str]) -> Schema:
    cells = {text: _ref("cells", f"{table.name}.{name}") for text, name in headers.items()}
    return _object(cells)


def _cell(name: str) -> Schema:
    value = _ref("values", name)
    source = {"title": words.source(), "type": ["string", "integer", "null"]}
    return _when({"type": "object"}, _object({"value": value, "source": source}), value)


def _value(column: Column) -> Schema:
    shape = _list(column) if column.many else _single(column)
    says = [column.guidance, words.blank_says(column.may_be_nothing), words.in_unit(column.unit)]
    return {"title": column.label, "description": " ".join(filter(None, says)), **shape}


def _single(column: Column) -> Schema:
    none = [NONE] if column.may_be_nothing else []
    if column.kind in (Kind.ENUM, Kind.ORDERED):
        return {"enum": [*_choices(column), *none, "", None]}
    if column.kind is Kind.BOOL:
        return {"enum": [True, False, *_YES_NO, *none, "", None]}
    if column.kind in (Kind.TEXT, Kind.REF):
        limit = ID_LIMIT if column.kind is Kind.REF or column.name == ID else TEXT_LIMIT
        return {"type": _TYPES[column.kind], "maxLength": limit}
    pattern = _NUMBER if column.kind in (Kind.INT, Kind.DEC) else _DATE
    shape = {"type": _TYPES[column.kind], "pattern": _or_blank(pattern, column)}
    bounds = {"minimum": column.minimum, "maximum": column.maximum}
    return shape | {key: _json(bound) for key, bound in bounds.items() if bound is not None}


def _list(column: Column) -> Schema:
    shape: Schema = {"type": ["array", "string", "number", "null"], "uniqueItems": True}
    shape["minItems"] = 0 if column.may_be_nothing else 1
    if column.kind in (Kind.ENUM, Kind.ORDERED):
        none = [NONE] if column.may_be_nothing else []
        choices = _choices(column)
        one = "(?:" + "|".join(_escaped(str(choice)) for choice in choices) + ")"
        pattern = rf"^\s*{one}\s*(?:[、;；]\s*{one}\s*)*$"
        return shape | {
            "items": {"enum": [*choices, *none]},
            "pattern": _or_blank(pattern, column),
        }
    item = _single(replace(column, blank=BlankMeaning.NOTHING))
    if "enum" not in item:
        item["type"] = [kind for kind in item["type"] if kind != "null"]
    return shape | {"items": item}


def _choices(column: Column) -> list[str | int]:
    """Return the values of an enumeration; one that looks like a number may be one in YAML."""
    texts = (*column.values, *column.means_unknown)
    return [*texts, *(int(t) for t in texts if t.isascii() and t.isdigit() and str(int(t)) == t)]


def _or_blank(pattern: str, column: Column) -> str:
    blank = [r"^\s*$", rf"^\s*{NONE}\s*$"] if column.may_be_nothing else [r"^\s*$"]
    return "|".join((pattern, *blank))


def _json(number: int | Fraction) -> int | float:
    return number if isinstance(number, int) else float(number)


def _escaped(text: str) -> str:
    return re.sub(r"([\\^$.*+?()\[\]{}|/])", r"\\\1", text)


def _object(properties: Schema, *, required: list[str] | None = None) -> Schema:
    shape: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return shape | {"required": required} if required else shape


def _when(test: Schema, then: Schema, otherwise: Schema) -> Schema:
    return {"if": test, "then": then, "else": otherwise}


def _ref(group: str, name: str) -> Schema:
    return {"$ref": f"#/$defs/{group}/{name}"}
