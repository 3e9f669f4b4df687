"""Edits of what only the shipped samples have: aspects, data quality, conditions left open."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from checker.assessment.assess import assess_submission
from checker.assessment.consistency import contradictions
from checker.report.result_json import dumps, loads
from checker.rulebook.files import load
from checker.submission.reading import read
from tests.samples.expectations import SAMPLES

Document = dict[str, Any]

OWN, BARE = "synthetic/self-assessment", "real/longyou"


@cache
def text(sample: str) -> str:
    book = load(SAMPLES.parent / "rules", "generic")
    return dumps(assess_submission(book, read(SAMPLES / sample, book.dictionary)))


def told(sample: str, edit: Callable[[Document], object]) -> set[str]:
    document = json.loads(text(sample))
    edit(document)
    return {p.place.field for p in contradictions(loads(json.dumps(document)))}


def at(rows: list[Document], **wanted: object) -> int:
    """The position of the first row that holds these values."""
    return next(n for n, r in enumerate(rows) if all(r[k] == v for k, v in wanted.items()))


@pytest.mark.parametrize("sample", [OWN, BARE])
def test_untouched_they_contradict_themselves_nowhere(sample):
    assert told(sample, lambda _: None) == set()


@pytest.mark.parametrize(
    ("path", "value"), [("outcome", "inapplicable"), ("counts", None), ("points", None), ("items", [])]
)  # fmt: skip
def test_an_aspect(path, value):
    def edit(document: Document) -> None:
        aspect = document["aspects"][0]
        if path == "counts":
            aspect["counts"]["passed"] += 900
        elif path == "points":
            aspect["points"]["best"] = "1"
        else:
            aspect[path] = value

    fields = told(OWN, edit)

    assert fields
    assert all(f.startswith("aspects.0") for f in fields)


def test_data_that_do_not_fit_are_not_said_to():
    n = at(json.loads(text(OWN))["quality"], id="DQ-03")

    assert told(OWN, lambda d: d["quality"][n].update(outcome="passed")) == {f"quality.{n}.outcome"}
    assert told(OWN, lambda d: d["quality"][n].update(count=999)) == {f"quality.{n}.count"}


def test_data_in_order_are_not_said_to_be_out_of_order():
    n = at(json.loads(text(OWN))["quality"], id="DQ-01")

    assert told(OWN, lambda d: d["quality"][n].update(outcome="failed")) == {f"quality.{n}.outcome"}


def test_a_quality_check_or_a_table_that_is_listed_twice():
    document = json.loads(text(OWN))
    checks, tables = len(document["quality"]), len(document["tables"])

    assert told(OWN, lambda d: d["quality"].append(d["quality"][0])) == {f"quality.{checks}.id"}
    assert told(OWN, lambda d: d["tables"].append(d["tables"][0])) == {f"tables.{tables}.name"}


def test_a_table_that_was_not_handed_in_has_no_rows():
    n = at(json.loads(text(BARE))["tables"], submitted=False)

    assert told(BARE, lambda d: d["tables"][n].update(rows=12)) == {f"tables.{n}.rows"}
    assert told(BARE, lambda d: d["tables"][n].update(unknown_cells=3)) == {
        f"tables.{n}.unknown_cells"
    }


def test_what_was_seen_on_site_stands_in_no_self_assessment():
    seen = {
        "rule": "QYSQ-0401-01", "method": "X", "result": "confirmed", "observation": "看过",
        "reviewer": "甲", "on": "2026-01-05",
    }  # fmt: skip

    assert "site_findings" in told(OWN, lambda d: d["site_findings"].append(seen))


def test_outcomes_of_a_leaf_stand_best_first():
    found = json.loads(text(BARE))["findings"]
    n = next(i for i, f in enumerate(found) if len(f["measured"][0]["possible"]) > 1)

    fields = told(BARE, lambda d: d["findings"][n]["measured"][0]["possible"].reverse())

    assert fields
    assert all(f.startswith(f"findings.{n}.measured.0.possible") for f in fields)


def test_blanks_that_leave_a_condition_open_are_counted():
    found = json.loads(text(BARE))["findings"]
    n = next(i for i, f in enumerate(found) if f["condition_missing"])

    def edit(document: Document) -> None:
        document["findings"][n]["condition_missing"][0]["unknown"] += 500

    assert f"findings.{n}.condition_missing.0.unknown" in told(BARE, edit)
