"""The data-quality checks of the rule set: what each finds, worked out by hand."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.assessment.assess import assess_submission
from checker.model.outcome import Outcome
from checker.model.problem import Place
from checker.model.result import QualityFinding
from checker.model.rule import Rulebook
from checker.rulebook.files import load
from checker.submission.settling import from_data

RULES = Path(__file__).resolve().parents[2] / "rules"
CODE, OTHER = "91310000MA1K35X07X", "91310000MA1K35X08Y"

PASSED, FAILED, CANT_TELL = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@cache
def book() -> Rulebook:
    return load(RULES, "generic")


def found(check: str, **tables: Any) -> QualityFinding:
    """What one check finds in a submission of these tables alone."""
    data = {
        "form": 1,
        "kind": "self",
        "synthetic": True,
        "period": {"from": "2025-01-01", "to": "2025-12-31"},
        "assessed_on": "2026-01-10",
        "tables": {"community": {"name": "示例社区"}, **tables},
    }
    submission = from_data(data, book().dictionary, place=lambda _: Place("submission.yaml"))
    return next(q for q in assess_submission(book(), submission).quality if q.id == check)


def rows(*cells: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": f"X{n}", **row} for n, row in enumerate(cells, 1)]


CASES: list[tuple[str, str, list[dict[str, Any]], Outcome, list[str]]] = [
    # check, table, rows, outcome, rows named
    ("DQ-12", "enterprises", rows({"uscc": CODE}, {"uscc": OTHER}), PASSED, []),
    ("DQ-12", "enterprises", rows({"uscc": CODE}, {}, {"uscc": CODE}), FAILED, ["X3"]),
    ("DQ-12", "enterprises", rows({"name": "甲"}, {"name": "甲"}), PASSED, []),  # no code, no word
    ("DQ-13", "enterprises", rows({"name": "甲"}, {"name": "乙"}), PASSED, []),
    ("DQ-13", "enterprises", rows({"name": "甲"}, {"name": "乙"}, {"name": "甲"}), FAILED, ["X3"]),
    ("DQ-14", "hotlines", rows({"calls": 10, "answered": 10}), PASSED, []),
    ("DQ-14", "hotlines", rows({"calls": 10, "answered": 1000}), FAILED, ["X1"]),
    ("DQ-14", "hotlines", rows({"calls": 10}), CANT_TELL, []),
    ("DQ-14", "hotlines", rows({"calls": 10}, {"calls": 1, "answered": 2}), FAILED, ["X2"]),
    ("DQ-15", "satisfaction_surveys", rows({"distributed": 300, "valid": 300}), PASSED, []),
    ("DQ-15", "satisfaction_surveys", rows({"distributed": 300, "valid": 301}), FAILED, ["X1"]),
    ("DQ-17", "policy_items", rows({"applied_count": 5, "granted_count": 5}), PASSED, []),
    ("DQ-17", "policy_items", rows({"applied_count": 5, "granted_count": 6}), FAILED, ["X1"]),
    # no application was followed up, so there is nothing to hold the grants against
    ("DQ-17", "policy_items", rows({"granted_count": 6}, {"applied_count": 1, "granted_count": 0}),
     PASSED, []),
    ("DQ-18", "grids", [{"id": "G1"}, {"id": "G2"}], PASSED, []),
    ("DQ-18", "grids", [{"id": "G1"}, {"id": "Ｇ１"}, {"id": "g1"}], FAILED, ["Ｇ１", "g1"]),
    ("DQ-18", "agencies", rows({"name": "税务局"}, {"name": "税务 局"}), FAILED, ["X2"]),
    ("DQ-18", "agencies", rows({"name": "税务局"}, {"name": "税务局"}), PASSED, []),
    ("DQ-18", "digital_systems", rows({"integrated_ids": ["浙里办", "企查查"]}), PASSED, []),
    ("DQ-18", "digital_systems", rows({"integrated_ids": ["OA", "oa"]}), FAILED, ["X1"]),
]  # fmt: skip


@pytest.mark.parametrize(("check", "table", "given", "outcome", "named"), CASES)
def test_a_check_finds_what_it_says(check, table, given, outcome, named):
    one = found(check, **{table: given})

    assert one.outcome is outcome
    assert [r.id for r in one.rows] == named
    assert bool(one.advice) is (outcome is FAILED)


@pytest.mark.parametrize(
    ("large", "outcome"), [(9, PASSED), (10, PASSED), (11, FAILED), (None, CANT_TELL)]
)
def test_large_enterprises_are_no_more_than_all(large, outcome):
    community = {"name": "示例社区", "enterprise_count": 10}
    if large is not None:
        community["above_scale_count"] = large

    assert found("DQ-16", community=community).outcome is outcome


def test_without_a_table_nothing_is_said():
    for check in ("DQ-12", "DQ-13", "DQ-14", "DQ-15", "DQ-17"):
        assert found(check).outcome is CANT_TELL
