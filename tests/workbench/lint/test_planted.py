"""Faults planted in the rules for swimming pools, one a kind: each is found where it stands.

What stands here is the part of lint and of reading; the other commands have theirs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.workbench.diagnostic import Gravity
from tests.rulebook.copies import GUARDED, RENEWED, TESTED, WATER, Copy
from tests.workbench.lint.living import own_schemas

CASES = "1-water/1.1-clean/cases.yaml"
SCHEME = "acceptance.yaml"
STANDARD = "standard.yaml"
CONTEST = "profiles/contest.yaml"
WHOLE_FILE = 0


@dataclass(frozen=True)
class Planted:
    """A fault: a text that is changed in a file, and which check must point at that very line.

    `off` is how many lines below the first changed one the check points.
    """

    name: str
    file: str
    old: str
    new: str
    check: str
    off: int = 0


FAULTS = [
    Planted("wrong unit", WATER, "{at_most: $turbidity_max}", "{at_most: $chlorine_high}", "wrong-unit"),
    Planted("misspelt field", TESTED, "severity: major", "severty: major", "shape-extra-forbidden"),
    Planted("misspelt column", WATER, "that: {chlorine:", "that: {chlorin:", "unknown-column"),
    Planted("duplicate id", WATER, "id: YYC-0101-02", "id: YYC-0101-01", "duplicate-rule"),
    Planted("points off", STANDARD, "points: 25", "points: 26", "points", off=-11),
    Planted("unreachable grade", SCHEME, 'at_least: "90"', 'at_least: "190"', "grade-beyond-total"),
    Planted("grades out of order", SCHEME, 'at_least: "60"', 'at_least: "95"', "grades-order"),
    Planted("floor above the whole", SCHEME, 'every_chapter: "60%"', 'every_chapter: "600%"', "shape-share"),
    Planted("cyclic profile", CONTEST, "name: contest\n", "name: contest\nextends: contest\n", "circular", off=1),
    Planted("profile out of range", CONTEST, 'value: "0.5"', 'value: "50"', "parameter-value"),
    Planted("idle choice", CONTEST, 'value: "0.5"', 'value: "1"', "choice-idle"),
    Planted("unused parameter", RENEWED, "parameters:\n", "parameters:\n  rinse_min: {title: 冲淋时长下限, default: 1, unit: 分钟, min: 1, max: 9, origin: own, source: 测试自定}\n", "parameter-unused", off=1),
    Planted("parameter without a range", GUARDED, ", min: 1, max: 6", "", "parameter-range"),
    Planted("必须", GUARDED, "泳池应有规定", "泳池必须有规定", "wording-must"),
    Planted("宜 in a requirement", GUARDED, "泳池应有规定", "泳池宜有规定", "wording-level"),
    Planted("half-width comma", GUARDED, "人不够的泳池先关，", "人不够的泳池先关,", "wording-half-width"),
    Planted("missing stop", GUARDED, "救生员到岗再开。", "救生员到岗再开", "wording-stop"),
    Planted("bare number", GUARDED, "{at_least: 100%}", "{at_least: 90%}", "bare-number"),
    Planted("seed place that is not there", GUARDED, 'seed: [{section: "§3", line: 9}]', 'seed: [{section: "§3", line: 9, sentence: 3}]', "seed-place"),
    Planted("seed line of another section", GUARDED, 'seed: [{section: "§3", line: 9}]', 'seed: [{section: "§2", line: 9}]', "seed-place"),
    Planted("dangling reference", WATER, "references: [water-norm]", "references: [water-nom]", "unknown-reference"),
    Planted("clause number claimed", TESTED, "content_basis: practice\n", 'content_basis: practice\n    clause_no: "9.9"\n', "clause-claimed", off=1),
    Planted("dead condition", WATER, "{at_least: $chlorine_low, at_most: $chlorine_high}", '{at_least: $chlorine_low, at_most: "20"}', "condition-always"),
    Planted("same member twice", TESTED, "尿素, 菌落总数]", "尿素, 余氯]", "member-repeated"),
    Planted("nothing helps", "dictionary.yaml", "max: \"100\", unit: NTU}", "max: \"100\", unit: NTU, blank: nothing}", "nothing-helps"),
    Planted("two columns of one name", "dictionary.yaml", "label: 浊度,", "label: 游离余氯,", "label-repeated"),
    Planted("unknown suppression", "workbench.yaml", "suppressions: []", "suppressions:\n- {check: bare-numbr, subject: YYC-0101-01, reason: 名称写错了的声明}", "suppression-unknown", off=1),
    Planted("idle suppression", "workbench.yaml", "suppressions: []", "suppressions:\n- {check: bare-number, subject: YYC-0101-01, reason: 没有这样的提示}", "suppression-unused", off=1),
]  # fmt: skip


def found(linted, check: str) -> list[tuple[str, int]]:
    """Where a check points: files below the rules folder, and lines."""
    return [
        (Path(d.place.file).relative_to("rules").as_posix(), d.place.line)
        for d in linted().inspection.diagnostics
        if d.check == check
    ]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.name)
def test_a_planted_fault_is_found_on_its_line(fault, rules, linted):
    line = Copy(rules).edit(fault.file, fault.old, fault.new)

    assert (fault.file, line + fault.off) in found(linted, fault.check)


def test_the_clean_rules_have_no_fault(linted):
    inspection = linted().inspection

    assert not inspection.invalid
    assert inspection.diagnostics == ()


def test_a_missing_case_is_found_at_the_rule(rules, linted):
    whole = (rules / CASES).read_text(encoding="utf-8")
    kept = whole[: whole.index("- rule: YYC-0101-02\n  name: 没有写浊度")]
    (rules / CASES).write_text(kept, encoding="utf-8")
    line = (rules / WATER).read_text(encoding="utf-8").split("\n").index("- id: YYC-0101-02") + 1

    assert found(linted, "case-missing") == [(WATER, line)]


def test_rules_in_the_folder_of_another_item_are_found_at_their_item(rules, linted):
    (rules / "2-safety/2.1-guarded").rename(rules / "2-safety/2.3-guarded")

    assert found(linted, "folder-number") == [("2-safety/2.3-guarded/rules.yaml", 1)]


def test_an_item_that_lost_its_rules_is_found_in_the_content_list(rules, linted):
    text = (rules / STANDARD).read_text(encoding="utf-8")
    line = next(n for n, t in enumerate(text.split("\n"), 1) if 'no: "2.2"' in t)
    for path in (rules / "2-safety/2.2-renewed").iterdir():
        path.unlink()

    assert found(linted, "item-without-rules") == [(STANDARD, line)]


def test_a_stale_schema_is_found_as_a_whole_file(rules, linted):
    (own_schemas(rules) / "rule.schema.json").write_text("{}", encoding="utf-8")

    stale = [d for d in linted().inspection.diagnostics if d.check == "schema-stale"]

    assert [(Path(d.place.file).name, d.place.line) for d in stale] == [
        ("rule.schema.json", WHOLE_FILE)
    ]


def test_schemas_of_other_rules_are_none_of_its_business(rules, linted):
    (rules / "../schemas").mkdir()
    (rules / "../schemas/rule.schema.json").write_text("{}", encoding="utf-8")

    assert linted().inspection.diagnostics == ()


def test_a_file_that_nothing_reads_is_found(rules, linted):
    (rules / "1-water/1.1-clean/rules.yml").write_text("rules: []", encoding="utf-8")

    assert found(linted, "file-stray") == [("1-water/1.1-clean/rules.yml", WHOLE_FILE)]


@pytest.mark.parametrize(
    ("edit", "check"),
    [
        (lambda c: c.edit(WATER, "that: {chlorine:", "that: {chlorin:"), "unknown-column"),
        (lambda c: c.edit(CONTEST, 'value: "0.5"', 'value: "50"'), "parameter-value"),
        (lambda c: c.write("profiles/broken.yaml", "name: [broken"), "broken-yaml"),
        (lambda c: c.edit(CASES, "outcome: passed, measured: \"1\"}\n- rule: YYC-0101-01", "outcome: pass}\n- rule: YYC-0101-01"), "shape-enum"),
    ],
)  # fmt: skip
def test_rules_that_cannot_be_read_give_faults_and_nothing_else(
    edit: Callable[[Copy], object], check, rules, linted
):
    edit(Copy(rules))
    inspection = linted().inspection

    assert inspection.invalid
    assert [d.check for d in inspection.diagnostics] == [check]
    assert all(d.gravity is Gravity.ERROR for d in inspection.diagnostics)


def test_faults_of_several_files_and_profiles_are_told_in_one_run(rules, linted):
    copy = Copy(rules)
    copy.edit(WATER, "that: {chlorine:", "that: {chlorin:")
    copy.edit(GUARDED, "weight: 1", "weight: 11")
    copy.write("profiles/broken.yaml", "name: broken")

    files = {Path(d.place.file).name for d in linted().inspection.diagnostics}

    assert files == {"rules.yaml", "broken.yaml"}
    assert len(linted().inspection.diagnostics) == 4  # the profile lacks a title and a summary


def test_a_fault_of_wording_points_at_the_word_itself(rules, linted):
    Copy(rules).edit(GUARDED, "泳池应有规定", "泳池必须有规定")
    said = next(d for d in linted().inspection.diagnostics if d.check == "wording-must")
    line = (rules / GUARDED).read_text(encoding="utf-8").split("\n")[said.place.line - 1]

    assert line[said.place.column - 1 :].startswith("必须")
