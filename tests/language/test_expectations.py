"""From intervals to outcomes that are still possible, by hand."""

from fractions import Fraction
from itertools import product
from math import inf
from typing import Any

import pytest

from checker.language.expectations import combine, possible, tolerance_in_force
from checker.language.measures import Empty, Measurement, Range
from checker.model.check import Leaf
from checker.model.outcome import Possible
from checker.model.submission import Period
from tests.builders import (
    HALF_YEAR,
    all_tables,
    check,
    column,
    day,
    dictionary,
    facts,
    parameter,
    parameters,
    table,
)

T, A, F, N = Possible.MET, Possible.NEAR, Possible.MISSED, Possible.EMPTY

WORDS = dictionary(
    table("rows", column("ok", "bool"), column("kind", "enum", values=("甲", "乙"))),
)
KNOWN = parameters(
    parameter("five", "0.05", "1"),
    parameter("most", "0.9", "1"),
    parameter("whole", "1", "1"),
    parameter("a_year", "3", "count/年"),
    parameter("a_month", "2", "count/月"),
)
SHARE = {"measure": "share", "of": "rows", "that": {"ok": True}}
COUNT = {"measure": "count", "of": "rows"}
COVERED = {"measure": "covered", "of": "rows", "value": "kind", "required": ["甲", "乙"]}


def leaf(data: dict[str, Any], expect: dict[str, Any], **more: Any) -> Leaf:
    found = check({**data, "expect": expect, **more}, WORDS, KNOWN)
    assert isinstance(found, Leaf)
    return found


def outcomes(
    data: dict[str, Any],
    expect: dict[str, Any],
    found: Measurement,
    period: Period = HALF_YEAR,
    **more: Any,
) -> set[Possible]:
    world = facts(WORDS, all_tables(WORDS), KNOWN, period)
    return set(possible(world, leaf(data, expect, **more), found))


def span(low: Any, high: Any, **ends: bool) -> Measurement:
    return Measurement(Range(low, high, **ends))


def part(percent: int) -> Fraction:
    return Fraction(percent, 100)


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        (90, 100, {T}),
        (90, 90, {T}),
        (89, 91, {T, F}),
        (0, 89, {F}),
        (0, 90, {T, F}),
    ],
)
def test_a_limit_belongs_to_what_meets_it(low, high, wanted):
    """At least 90 %."""
    assert outcomes(SHARE, {"at_least": "90%"}, span(part(low), part(high))) == wanted


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        (85, 85, {A}),
        (84, 84, {F}),
        (85, 89, {A}),
        (89, 90, {T, A}),
        (80, 95, {T, A, F}),
        (80, 85, {A, F}),
    ],
)
def test_the_tolerance_is_a_band_below_the_limit(low, high, wanted):
    """At least 90 %, with 5 % below it near: 85 is in the band, 84 is not."""
    expect = {"at_least": "$most", "tolerance": "$five"}
    assert outcomes(SHARE, expect, span(part(low), part(high))) == wanted


def test_the_tolerance_of_an_upper_limit_lies_above_it():
    """At most 10 %: 15 % is near, 16 % is not."""
    expect = {"at_most": "10%", "tolerance": "$five"}
    assert outcomes(SHARE, expect, span(part(15), part(15))) == {A}
    assert outcomes(SHARE, expect, span(part(16), part(16))) == {F}
    assert outcomes(SHARE, expect, span(part(10), part(10))) == {T}


def test_all_is_not_nearly_all():
    """A limit of 100 % has no tolerance, however the parameter says it; covered has one."""
    expect = {"at_least": "$whole", "tolerance": "$five"}
    world = facts(WORDS, all_tables(WORDS), KNOWN)
    assert outcomes(SHARE, expect, span(part(95), part(95))) == {F}
    assert not tolerance_in_force(world, leaf(SHARE, expect))
    assert tolerance_in_force(world, leaf(COVERED, expect))
    assert not tolerance_in_force(world, leaf(SHARE, {"at_least": "90%"}))


def test_an_end_that_is_only_approached_does_not_meet_a_limit_there():
    """A share that comes near 1 and never reaches it has failed 100 %."""
    open_end = Measurement(Range(0, 1, high_open=True))
    assert outcomes(SHARE, {"at_least": "100%"}, open_end) == {F}
    assert outcomes(SHARE, {"at_least": "99%"}, open_end) == {T, F}
    assert outcomes(SHARE, {"at_most": "0%"}, Measurement(Range(0, 1, low_open=True))) == {F}


@pytest.mark.parametrize(
    ("expect", "low", "high", "wanted"),
    [
        ({"equals": 2}, 2, 2, {T}),
        ({"equals": 2}, 1, 3, {T, F}),
        ({"equals": 2}, 3, inf, {F}),
        ({"at_least": 1, "at_most": 3}, 1, 3, {T}),
        ({"at_least": 1, "at_most": 3}, 0, 1, {T, F}),
        ({"at_least": 1, "at_most": 3}, 4, inf, {F}),
        ({"at_least": 1, "at_most": 3}, 2, inf, {T, F}),
        ({"at_least": 3, "at_most": 1}, 0, inf, {F}),
        ({"at_most": 0}, 0, inf, {T, F}),
    ],
)
def test_counts_against_points_and_spans(expect, low, high, wanted):
    """Two-sided limits, exact numbers and no upper end."""
    assert outcomes(COUNT, expect, span(low, high)) == wanted


def test_a_count_is_whole_so_it_cannot_lie_between_two_numbers():
    """3 a year are 1.5 in six months: exactly 1.5 is never met, at most 1.5 means at most 1."""
    exactly = {"equals": {"over_period": "$a_year"}}
    assert outcomes(COUNT, exactly, span(1, 2)) == {F}
    at_most = {"at_most": {"over_period": "$a_year"}}
    assert outcomes(COUNT, at_most, span(1, 1)) == {T}
    assert outcomes(COUNT, at_most, span(2, 2)) == {F}


@pytest.mark.parametrize(
    ("months", "end", "yearly", "monthly"),
    [(6, "2025-06-30", 2, 12), (9, "2025-09-30", 3, 18), (12, "2025-12-31", 3, 24)],
)
def test_limits_over_a_period_grow_with_it(months, end, yearly, monthly):
    """3 a year are 1.5, 2.25 and 3; 2 a month are 12, 18 and 24: so many are just enough."""
    period = Period(day("2025-01-01"), day(end))
    for name, least in (("$a_year", yearly), ("$a_month", monthly)):
        expect = {"at_least": {"over_period": name}}
        assert outcomes(COUNT, expect, span(least, least), period) == {T}
        assert outcomes(COUNT, expect, span(least - 1, least - 1), period) == {F}


def test_no_value_is_neutral_or_a_failure_as_the_rule_says():
    """Nothing to ask: not applicable, or failed."""
    none = Measurement(None, Empty.CERTAINLY)
    perhaps = Measurement(Range(1, 1), Empty.POSSIBLY)
    expect = {"at_least": "100%"}
    assert outcomes(SHARE, expect, none) == {N}
    assert outcomes(SHARE, expect, none, when_empty="failed") == {F}
    assert outcomes(SHARE, expect, perhaps) == {T, N}
    assert outcomes(SHARE, expect, perhaps, when_empty="failed") == {T, F}


ALL = {(T, T): T, (T, A): A, (T, F): F, (A, A): A, (A, F): F, (F, F): F}
ANY = {(T, T): T, (T, A): T, (T, F): T, (A, A): A, (A, F): A, (F, F): F}


@pytest.mark.parametrize(("left", "right"), list(product((T, A, F), repeat=2)))
def test_all_takes_the_worst_and_any_the_best(left, right):
    """符合 before 基本符合 before 不符合."""
    pair = (left, right) if (left, right) in ALL else (right, left)
    members = [frozenset({left}), frozenset({right})]
    assert combine(members, best=False) == {ALL[pair]}
    assert combine(members, best=True) == {ANY[pair]}


@pytest.mark.parametrize("other", [T, A, F, N])
def test_a_member_without_value_does_not_count(other):
    """Only where no member has one has the whole none."""
    members = [frozenset({N}), frozenset({other})]
    assert combine(members, best=False) == {other}
    assert combine(members, best=True) == {other}


def test_sets_combine_in_every_way():
    """One of 符合 and 不符合, another of 符合 and no value."""
    members = [frozenset({T, F}), frozenset({T, N})]
    assert combine(members, best=False) == {T, F}
    assert combine(members, best=True) == {T, F}
    assert combine([frozenset({A, N}), frozenset({F, N})], best=True) == {A, F, N}
