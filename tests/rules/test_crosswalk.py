"""On the day the full text arrives one file is filled in, and nothing else of a result changes."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from checker.assessment.assess import assess_submission
from checker.model.result import Result
from checker.rulebook.files import load
from checker.submission.reading import read

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "synthetic" / "full-pass"
PROFILES = ["longyou_practice", "generic"]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The filled-in copy is not left in the user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def result(rules: Path, profile: str) -> Result:
    """The sample judged by the rules of a folder."""
    book = load(rules, profile)
    return assess_submission(book, read(SAMPLE, book.dictionary))


def clause(rule: str) -> str:
    """A made-up number of a clause, another one for every rule."""
    return f"示例 {rule}"


def filled_in(folder: Path, rules: list[str]) -> Path:
    """A copy of the rule set whose crosswalk knows the clause of every rule."""
    shutil.copytree(ROOT / "rules", folder / "rules")
    (folder / "schemas").mkdir()
    shutil.copy(ROOT / "schemas" / "submission.yaml", folder / "schemas")
    lines = [f'  {r}: {{clause_no: "{clause(r)}", full_text_verified: true}}\n' for r in rules]
    text = "clauses:\n" + "".join(lines)
    (folder / "rules" / "crosswalk.yaml").write_text(text, encoding="utf-8")
    return folder / "rules"


def without_clauses(found: Result) -> Result:
    """A result without what the crosswalk says and without the digests that tell of it."""
    return replace(
        found,
        report_no="",
        rulebook=replace(found.rulebook, digest=""),
        findings=tuple(
            replace(f, clause_no=None, full_text_verified=False) for f in found.findings
        ),
    )


@pytest.mark.parametrize("profile", PROFILES)
def test_a_crosswalk_changes_the_clauses_and_nothing_else(tmp_path: Path, profile: str) -> None:
    """Neither an outcome, nor points, nor the conclusion, nor a word."""
    before = result(ROOT / "rules", profile)
    rules = [f.rule for f in before.findings]
    after = result(filled_in(tmp_path, rules), profile)

    assert [(f.clause_no, f.full_text_verified) for f in before.findings] == [
        (None, False) for _ in rules
    ]
    assert [(f.clause_no, f.full_text_verified) for f in after.findings] == [
        (clause(r), True) for r in rules
    ]
    assert without_clauses(after) == without_clauses(before)
    assert (after.rulebook.digest, after.report_no) != (before.rulebook.digest, before.report_no)
