"""The whole rule set reaches the floors that it declares, and they are no lower than they may be."""

from pathlib import Path

import pytest

from checker.workbench.choice import Choice
from checker.workbench.coverage.inspection import inspection, measure
from checker.workbench.rule_set import read_rule_set

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

RULES = Path(__file__).resolve().parents[3] / "rules"


@pytest.fixture(scope="module")
def coverage():
    return measure(read_rule_set(RULES), Choice())


def test_the_floors_are_reached(coverage):
    assert inspection(read_rule_set(RULES), coverage).counting == ()


def test_every_kind_has_a_floor_within_a_point_of_what_is_reached(coverage):
    for tally in coverage.tallies:
        assert tally.floor is not None, tally.kind
        assert tally.share - tally.floor < 0.01, tally.kind


def test_whatever_a_case_can_reach_is_reached(coverage):
    """Only columns that no rule reads are left: they are for people."""
    assert {p.kind.value for p in coverage.points if not p.covered} == {"dictionary"}
