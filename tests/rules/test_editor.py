"""What an editor with yaml-language-server (VS Code and others) shows of the rule files."""

from collections.abc import Iterator

import pytest

from tests.rules.test_schemas import FILES, ROOT
from tests.tools.language_server import Editor, yaml_editor

# one server, about 10 s for all files
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("editor")]

ITEM = ROOT / "rules" / "5-community-building" / "5.2-organisation-and-staff"
RULES = ITEM / "rules.yaml"
CASES = ITEM / "cases.yaml"


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    with yaml_editor() as started:
        yield started


def test_no_rules_file_has_anything_underlined(editor):
    found = {str(file): editor.faults(file, file.read_text(encoding="utf-8")) for file in FILES}
    assert not any(found.values()), found


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        (RULES, "when_empty:", "when_emtpy:"),
        (RULES, "measure: share", "measure: shares"),
        (RULES, "remedy:", "remdy:"),
        (RULES, "level: requirement", "level: must"),
        (CASES, "outcome: passed", "outcome: pass"),
        (CASES, "  tables:", "  table:"),
    ],
)
def test_a_misspelling_is_underlined_where_it_stands(editor, file, right, wrong):
    text = file.read_text(encoding="utf-8").replace(right, wrong, 1)
    line = text[: text.index(wrong)].count("\n") + 1
    assert f"{line}:" in [fault.split(" ")[0] for fault in editor.faults(file, text)]


@pytest.mark.parametrize(
    ("file", "key", "said"),
    [
        (RULES, "when_empty", "一行都没有时怎么算"),
        (RULES, "verification", "X 看现场"),
        (RULES, "measure", "符合 that 的行占几成"),
        (RULES, "origin", "这个数是谁的"),
        (CASES, "assessed_on", "评价日"),
        (CASES, "outcome", "预期结果"),
    ],
)
def test_a_key_is_explained_in_chinese(editor, file, key, said):
    assert said in editor.hover(file, file.read_text(encoding="utf-8"), key)


def test_the_measures_are_offered(editor):
    text = RULES.read_text(encoding="utf-8")
    unfinished = text.replace("measure: share", "measure: ", 1)
    offered = editor.completions(RULES, unfinished, "measure: \n".strip("\n"))
    assert {"count", "share", "sum", "mean", "covered", "ratio"} <= offered.keys()


def test_tables_and_columns_of_the_dictionary_are_offered_in_cases(editor):
    text = CASES.read_text(encoding="utf-8")
    start = text[: text.index("  tables:\n")]
    tables = editor.completions(CASES, start + "  tables:\n    \n", "  tables:\n    ")
    assert "enterprises" in tables
    row = start + "  tables:\n    enterprises:\n    - \n"
    columns = editor.completions(CASES, row, "enterprises:\n    - ")
    assert {"id", "status"} <= columns.keys()
