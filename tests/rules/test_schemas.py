"""Every rules file names its schema, and an editor that follows it finds nothing wrong."""

import json
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from jsonschema import Draft202012Validator

from checker.document.strict_yaml import parse
from checker.rulebook import documents
from checker.rulebook.keys import KEYS as RULE_KEYS
from checker.workbench import case_files, declarations
from checker.workbench.keys import KEYS as CASE_KEYS
from checker.workbench.lint import outline

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "rules").rglob("*.yaml"), ROOT / "schemas" / "submission.yaml"])
SCHEMAS = sorted((ROOT / "schemas").glob("*.schema.json"))
NAMES = {"rules.yaml": "rule", "cases.yaml": "cases", "submission.yaml": "dictionary"}


def schema_named_in(file: Path) -> Path:
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named, f"{file}: the first line names no schema: {first}"
    return (file.parent / named[1]).resolve()


@cache
def validator(schema: Path) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))


def faults(file: Path) -> list[str]:
    data = parse(file.read_bytes(), file.name).data
    found = validator(schema_named_in(file)).iter_errors(data)
    return [f"{error.json_path}: {error.message}" for error in found]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_rules_file_names_the_schema_of_its_kind(file):
    kind = "profile" if file.parent.name == "profiles" else NAMES.get(file.name, file.stem)
    assert schema_named_in(file) == ROOT / "schemas" / f"{kind}.schema.json"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_rules_file_is_right_by_its_schema(file):
    assert faults(file) == []


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_a_schema_is_a_schema(schema):
    text = json.loads(schema.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(text)
    for reference in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(text)):
        found = text
        for part in reference.split("/"):
            found = found[part]


def unexplained(schema: object, at: str = "") -> list[str]:
    """The keys that an editor could say nothing about."""
    found: list[str] = []
    if isinstance(schema, dict):
        for key, one in schema.get("properties", {}).items():
            said = f"{one.get('title', '')}{one.get('description', '')}"
            if one and not re.search(r"[一-鿿]", said) and "const" not in one:
                found.append(f"{at}/{key}")
        found += [fault for key, one in schema.items() for fault in unexplained(one, f"{at}/{key}")]
    elif isinstance(schema, list):
        found += [fault for n, one in enumerate(schema) for fault in unexplained(one, f"{at}/{n}")]
    return found


FOR_KEEPERS = [s for s in SCHEMAS if s.name not in ("result.schema.json", "submission.schema.json")]


@pytest.mark.parametrize("schema", FOR_KEEPERS, ids=lambda schema: schema.name)
def test_a_schema_explains_every_key_in_chinese(schema):
    text = json.loads(schema.read_text(encoding="utf-8"))
    for name in ("tables", "rows", "cells", "values"):  # these are explained by the dictionary
        text["$defs"].pop(name, None)
    text["$defs"].get("CaseShape", {}).get("properties", {}).pop("tables", None)
    assert unexplained(text) == []


RULE_DOCUMENTS = [
    import_module(m.name) for m in iter_modules(documents.__path__, f"{documents.__name__}.")
]


@pytest.mark.parametrize(
    ("keys", "modules"),
    [(RULE_KEYS, RULE_DOCUMENTS), (CASE_KEYS, [case_files, declarations, outline])],
    ids=["rules", "workbench"],
)
def test_no_explanation_is_left_of_a_key_that_went_away(keys, modules):
    for name, words in keys.items():
        shape = next(getattr(one, name) for one in modules if hasattr(one, name))
        fields = {field.alias or key for key, field in shape.model_fields.items()}
        assert words.keys() <= fields, name
