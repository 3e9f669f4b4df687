"""What a scaffold writes names its schema in the first line, as the files that are there do."""

from pathlib import Path

import pytest

from checker.workbench.scaffold.case import new_case
from checker.workbench.scaffold.profile import new_profile
from checker.workbench.scaffold.rule import NewRule, new_rule
from checker.workbench.scaffold.standard import new_standard
from tests.workbench.scaffold.conftest import ROOT

MARK = "# yaml-language-server: $schema="
SCHEMAS = sorted(path.name for path in (ROOT / "schemas").glob("*.schema.json"))
ITEM = '{no: "2.2", title: 换水, points: 15, seed: {section: 第三节, line: 10}}'
TWO_ITEMS = """{no: "2.2", title: 换水, points: 10, seed: {section: 第三节, line: 10}}
  - {no: "2.3", title: 救生, points: 5, seed: {section: 第三节, line: 10}}"""


def lay_schemas(top: Path) -> None:
    (top / "schemas").mkdir()
    for name in SCHEMAS:
        (top / "schemas" / name).touch()


@pytest.fixture
def beside(pool):
    """The swimming rules with an item that has no rules yet; their dictionary and schemas beside."""
    lay_schemas(pool.folder.parent)
    (pool.folder / "dictionary.yaml").rename(pool.folder.parent / "schemas" / "submission.yaml")
    standard = pool.folder / "standard.yaml"
    text = standard.read_text(encoding="utf-8")
    assert ITEM in text
    standard.write_text(text.replace(ITEM, TWO_ITEMS), encoding="utf-8")
    return pool


def schema_of(file: Path) -> Path | None:
    """The schema that the first line of a file names, if it names one."""
    first = file.read_text(encoding="utf-8").split("\n")[0]
    return file.parent / first.removeprefix(MARK) if first.startswith(MARK) else None


def named(copy, plan) -> dict[str, str]:
    """Write a plan; return the schema that each new file names, both by file name."""
    old = copy.write(plan)
    found = {path.name: schema_of(path) for path in plan.files if path not in old}
    assert all(schema is None or schema.is_file() for schema in found.values())
    return {file: schema.name if schema else "" for file, schema in found.items()}


def test_the_files_of_a_new_item_name_theirs(beside):
    _, plan = new_rule(beside.read(), NewRule("2.3", "甲", table="pools", measure="count"))
    assert named(beside, plan) == {
        "rules.yaml": "rule.schema.json",
        "cases.yaml": "cases.schema.json",
    }
    beside.read()  # and they are read as before


def test_a_new_profile_names_its_own(beside):
    plan = new_profile(beside.read(), "winter")
    assert named(beside, plan) == {"winter.yaml": "profile.schema.json"}


def test_the_first_cases_of_an_item_name_theirs(beside):
    plan = new_case(beside.read(), "YYC-0101-01")
    assert named(beside, plan) == {"cases.yaml": "cases.schema.json"}


def test_a_file_that_is_there_gets_no_second_first_line(beside):
    beside.write(new_case(beside.read(), "YYC-0101-01", "甲"))
    beside.write(new_case(beside.read(), "YYC-0101-01", "乙"))
    (file,) = beside.folder.glob("1-water/1.1-clean/cases.yaml")
    assert file.read_text(encoding="utf-8").count(MARK) == 1


def test_cases_of_another_dictionary_than_that_of_the_schemas_name_none(pool):
    lay_schemas(pool.folder.parent)
    plan = new_case(pool.read(), "YYC-0101-01")
    assert named(pool, plan) == {"cases.yaml": ""}


def test_without_schemas_beside_the_rules_none_is_named(pool):
    assert named(pool, new_profile(pool.read(), "winter")) == {"winter.yaml": ""}


def test_all_files_of_a_new_standard_but_its_cases_name_theirs(pool, tmp_path):
    lay_schemas(tmp_path)
    assert named(pool, new_standard(tmp_path / "mine", "ABC", "示例规范")) == {
        "acceptance.yaml": "acceptance.schema.json",
        "cases.yaml": "",
        "crosswalk.yaml": "crosswalk.schema.json",
        "dictionary.yaml": "dictionary.schema.json",
        "generic.yaml": "profile.schema.json",
        "parameters.yaml": "parameters.schema.json",
        "references.yaml": "references.schema.json",
        "rules.yaml": "rule.schema.json",
        "standard.yaml": "standard.schema.json",
    }
