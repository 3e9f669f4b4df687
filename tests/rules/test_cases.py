"""Every case beside the rules comes out as it says."""

from pathlib import Path

import pytest

from checker.model.rule import Rulebook
from checker.rulebook.files import load
from checker.workbench.cases import Case, read_cases, run

RULES = Path(__file__).resolve().parents[2] / "rules"
CASES = read_cases(RULES)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """The rules as they are written, before any profile lowers them."""
    return load(RULES, "longyou_practice")


@pytest.mark.parametrize("case", CASES, ids=[f"{c.shape.rule}-{c.shape.name}" for c in CASES])
def test_the_case_comes_out_as_it_says(case: Case, book: Rulebook) -> None:
    """
    Outcome, reason, measured value and offending rows are those that were worked out by hand.
    """
    result = run(case, book)

    assert not result.faults, f"{case.place}\n" + "\n".join(result.faults)
