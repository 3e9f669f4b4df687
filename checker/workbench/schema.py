"""JSON Schemas of cases.yaml and workbench.yaml, for editors."""

from typing import Any, Final

from checker.model.dictionary import Dictionary
from checker.model.words import translate
from checker.rulebook.schema import schema_of
from checker.submission.schema import submission_schema
from checker.workbench.case_files import CaseFileShape
from checker.workbench.declarations import DeclarationsShape
from checker.workbench.keys import EVERY, KEYS, TIMES
from checker.workbench.lint.outline import OutlineShape

Schema = dict[str, Any]

_DEFINITIONS: Final = ("tables", "rows", "cells", "values")


def workbench_schemas(dictionary: Dictionary) -> dict[str, Schema]:
    """Return the schemas by name; cases know the tables and columns of the dictionary."""
    cases = schema_of(CaseFileShape, KEYS)
    submitted = submission_schema(dictionary)
    definitions = {name: submitted["$defs"][name] for name in _DEFINITIONS}
    definitions["rows"] = {name: _repeated(row) for name, row in definitions["rows"].items()}
    cases["$defs"] |= definitions
    tables = submitted["properties"]["tables"]
    case = cases["$defs"]["CaseShape"]["properties"]
    case["tables"] = {**tables, "description": case["tables"]["description"]}
    return {
        "cases": cases,
        "workbench": schema_of(DeclarationsShape, KEYS),
        "seed_outline": schema_of(OutlineShape, KEYS),
    }


def _repeated(row: Schema) -> Schema:
    """Return the schema of a row that may stand for several."""
    step = {"type": "integer"}
    every = {
        "type": "object",
        "properties": {"minutes": step, "days": step, "months": step},
        "additionalProperties": False,
        "description": translate(EVERY),
    }
    times = {"type": "integer", "minimum": 1, "description": translate(TIMES)}
    return {**row, "properties": {**row["properties"], "times": times, "every": every}}
