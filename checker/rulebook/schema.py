"""JSON Schemas of the rule files, for editors: shapes from pydantic, checks from the language."""

from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from checker.language.schema import definitions
from checker.rulebook.documents import (
    AcceptanceShape,
    CrosswalkShape,
    DictionaryShape,
    ParametersShape,
    ProfileShape,
    QualityShape,
    ReferencesShape,
    RuleFileShape,
    Shape,
    StandardShape,
)

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
    return {name: _schema(shape) for name, shape in SHAPES.items()}


def _schema(shape: type[Shape]) -> dict[str, Any]:
    schema = shape.model_json_schema(schema_generator=_Generator, mode="validation")
    found = {"$schema": DRAFT, **schema}
    language = definitions()
    used = False
    for model in [found, *found.get("$defs", {}).values()]:
        for key, root in _CHECKS.items():
            if model.get("properties", {}).get(key) is not None and _is_free(model, key):
                model["properties"][key] = {"$ref": f"#/$defs/{root}"}
                used = True
    if used:
        found["$defs"] = {**found.get("$defs", {}), **language}
    return found


def _is_free(model: dict[str, Any], key: str) -> bool:
    """Tell whether a property takes anything: those are the ones the check language reads."""
    return "type" not in model["properties"][key] and "$ref" not in model["properties"][key]
