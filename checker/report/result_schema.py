"""The JSON Schema of result.json, made from the model's dataclasses."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import CoreSchema, FractionSchema

from checker.report import words
from checker.report.result_json import adapter

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FRACTION = r"^-?(0|[1-9][0-9]*)(/[1-9][0-9]*)?$"


def result_schema() -> str:
    """Return schemas/result.schema.json: canonical text, ending in a newline."""
    made = adapter().json_schema(schema_generator=_Generator, mode="serialization")
    (result,) = made["prefixItems"]
    schema = {
        "$schema": DIALECT,
        "title": "result.json",
        "description": words.schema_description(),
        **result,
        "$defs": {name: _tidy(definition) for name, definition in made["$defs"].items()},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


class _Generator(GenerateJsonSchema):
    """Fractions as exact text, no titles that only repeat a field's name."""

    def fraction_schema(self, schema: FractionSchema) -> dict[str, Any]:  # noqa: ARG002 - pydantic's
        return {"type": "string", "pattern": FRACTION}

    def field_title_should_be_set(self, schema: CoreSchema | Any) -> bool:  # noqa: ARG002 - pydantic's
        return False


def _tidy(definition: dict[str, Any]) -> dict[str, Any]:
    """Return a definition that asks for every field, defaults or not, as every file has them."""
    properties = definition.get("properties")
    if properties is None:
        return definition
    bare = {
        name: {key: value for key, value in entry.items() if key != "default"}
        for name, entry in properties.items()
    }
    return {**definition, "properties": bare, "required": sorted(properties)}
