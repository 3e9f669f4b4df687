"""Texts that a person reads as the same are told, and nothing else is."""

from dataclasses import replace

import pytest

from checker.assessment.assess import assess_submission
from checker.assessment.look_alikes import folded
from checker.model.outcome import Outcome
from checker.model.quality import LookAlikes, QualityCheck
from tests.assessment.pools import book, submission

CHECK = QualityCheck("DQ-01", "写法", "没有只差写法的", LookAlikes(), "改成一种写法")


def found(**tables):
    asked = replace(book(), quality=(CHECK,))
    (one,) = assess_submission(asked, submission(**tables)).quality
    return one


@pytest.mark.parametrize(
    "other",
    ["G1", "Ｇ１", "g1", "G 1", " G1", "G　1", "ｇ1", "G\u200b1", "G\u00a01"],
)
def test_width_case_spaces_and_what_cannot_be_seen_fold_away(other):
    assert folded(other) == folded("G1")


@pytest.mark.parametrize(
    ("one", "other"), [("G1", "G2"), ("G1", "G11"), ("一格", "1格"), ("G-1", "G1"), ("G1", "C1")]
)
def test_what_a_person_tells_apart_stays_apart(one, other):
    assert folded(one) != folded(other)


def test_keys_that_look_alike_are_told_with_the_first_of_them():
    pools = [
        {"id": i, "name": n} for i, n in (("P1", "大"), ("Ｐ１", "中"), ("p1", "小"), ("P2", ""))
    ]

    one = found(pools=pools, lifeguards=None)

    assert one.outcome is Outcome.FAILED
    assert one.advice == CHECK.advice
    assert [(r.table, r.id) for r in one.rows] == [("pools", "Ｐ１"), ("pools", "p1")]
    assert "与“P1”只差全半角、大小写或空格" in one.rows[0].cells[0].text


def test_names_that_nobody_counts_may_look_alike():
    pools = [{"id": "P1", "name": "大池"}, {"id": "P2", "name": "大 池"}]

    assert found(pools=pools).outcome is Outcome.PASSED


def test_keys_of_different_tables_may_look_alike():
    guards = [{"id": "p1", "pool_ids": ["P1"], "certified_until": "2026-01-01"}]

    assert found(lifeguards=guards).outcome is Outcome.PASSED


def test_it_changes_no_score():
    pools = [{"id": "P1", "name": "大"}, {"id": "ｐ1", "name": "中"}]
    told = assess_submission(replace(book(), quality=(CHECK,)), submission(pools=pools))
    plain = assess_submission(replace(book(), quality=()), submission(pools=pools))

    assert told.quality[0].outcome is Outcome.FAILED
    assert replace(told, quality=()) == plain
