"""The rule set is as its own lint and formatter want it."""

from pathlib import Path

from checker.model.problem import Problem
from checker.workbench.form import formed
from checker.workbench.lint.running import look

RULES = Path(__file__).resolve().parents[2] / "rules"


def test_no_lint_finds_anything_that_counts():
    found = look(RULES, "generic").inspection.counting

    assert [f"{d.place} {d.check} {d.message}" for d in found] == []


def test_every_file_is_in_canonical_form():
    problems: list[Problem] = []

    assert [f.path.relative_to(RULES.parent).as_posix() for f in formed(RULES, problems)] == []
    assert problems == []
