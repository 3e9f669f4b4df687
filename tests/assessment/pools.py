"""Small submissions under the rules for swimming pools, assessed."""

from functools import cache
from pathlib import Path
from typing import Any

from checker.assessment.assess import assess_submission
from checker.model.problem import Place
from checker.model.result import Finding, Result
from checker.model.rule import Rulebook
from checker.model.submission import Submission
from checker.rulebook.files import read_files
from checker.rulebook.loading import build
from checker.submission.settling import from_data

RULES = Path(__file__).resolve().parents[1] / "second_standard" / "rules"

SAMPLES = [
    {"id": f"W{n}", "pool_id": "P1", "taken_at": f"2025-03-{n:02d}T09:00", "chlorine": "0.5",
     "turbidity": "0.5"}
    for n in range(1, 11)
]  # fmt: skip
"""Ten good samples."""

TABLES: dict[str, Any] = {
    "venue": {"name": "示例游泳池", "circulating": True},
    "pools": [{"id": "P1", "name": "大池"}],
    "water_samples": SAMPLES,
    "lab_reports": [
        {
            "id": f"R{m}",
            "issued_on": f"2025-{m:02d}-20",
            "items": ["余氯", "浊度", "尿素", "菌落总数"],
        }
        for m in range(1, 7)
    ],
    "lifeguards": [
        {"id": n, "pool_ids": ["P1"], "certified_until": "2026-01-01"} for n in ("L1", "L2")
    ],
    "daily_log": [{"id": "D1", "date": "2025-05-01", "swimmers": 1000, "fresh_water": 40}],
}
"""Everything handed in and in order."""


@cache
def book(profile: str = "everyday") -> Rulebook:
    """The rules for swimming pools."""
    return build(read_files(RULES), profile)


def submission(**changes: Any) -> Submission:
    """A submission that is in order but for the changes.

    A table that is None is not handed in; kind and site_findings are given by these names.
    """
    head: dict[str, Any] = {k: changes.pop(k) for k in ("kind", "site_findings") if k in changes}
    tables = {k: v for k, v in {**TABLES, **changes}.items() if v is not None}
    data: dict[str, Any] = {
        "form": 1,
        "kind": "self",
        "synthetic": True,
        "period": {"from": "2025-01-01", "to": "2025-06-30"},
        "assessed_on": "2025-07-05",
        "tables": tables,
    }
    return from_data({**data, **head}, book().dictionary, place=lambda _: Place("submission.yaml"))


def assessed(profile: str = "everyday", **changes: Any) -> Result:
    """The result of such a submission."""
    return assess_submission(book(profile), submission(**changes))


def finding(result: Result, rule: str) -> Finding:
    """The finding of one rule."""
    return next(f for f in result.findings if f.rule == rule)


def site(result: str, method: str = "X", **more: str) -> dict[str, str]:
    """What an auditor found on site for the rule on lifeguards."""
    return {
        "rule": "YYC-0201-01", "method": method, "result": result, "observation": "看了公示牌",
        "reviewer": "甲", "on": "2025-07-01", **more,
    }  # fmt: skip
