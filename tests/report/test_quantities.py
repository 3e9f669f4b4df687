"""Printed numbers: half up, never on the wrong side of a limit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.outcome import Possible, Reason
from checker.model.result import Interval, Measured, MissingData, Points
from checker.report import quantities


def measured(value, limit="不少于 95%", unit="1", *, may_be_empty=False):
    return Measured("", "share", unit, value, may_be_empty, limit, (1, 1), (Possible.MET,))


def interval(low, high, **ends):
    return Interval(low=exact(low), high=exact(high), **ends)


def exact(number):
    return None if number is None else Fraction(number)


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        ("0.05", 1, "0.1"),
        ("0.049", 1, "0.0"),
        ("2.5", 0, "3"),
        ("62", 1, "62.0"),
        ("1/3", 2, "0.33"),
    ],
)
def test_points_are_rounded_half_up_to_fixed_decimals(number, decimals, text):
    assert quantities.points_text(Fraction(number), decimals) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("1", "100%"),
        ("0.875", "87.5%"),
        ("0.9875", "98.75%"),
        ("2/3", "66.67%"),
        ("0.94996", "94.996%"),
        ("0.949996", "94.9996%"),
        ("0.99999", "99.999%"),
        ("0.00001", "0.001%"),
    ],
)
def test_a_share_never_looks_like_its_limit_or_like_all_when_it_is_not(share, text):
    value = interval(share, share)

    assert quantities.value_text(measured(value)) == text


@given(
    st.fractions(0, 1, max_denominator=10**5),
    st.integers(0, 10_000).map(lambda n: Fraction(n, 10_000)),
)
def test_the_printed_share_lies_on_the_side_of_the_limit_on_which_the_share_lies(share, limit):
    named = f"不少于 {quantities.measured_text(limit * 100)}%"

    text = quantities.value_text(measured(Interval(share, share), named))

    printed = Fraction(text.removesuffix("%")) / 100
    assert (printed > limit) - (printed < limit) == (share > limit) - (share < limit)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (interval(6, 6), "个", "6\u00a0个"),
        (interval("13/16", 1), "1", "81.25%\u00a0～\u00a0100%"),
        (interval("13/16", 1, high_open=True), "1", "81.25%\u00a0～\u00a0不足 100%"),
        (interval(0, 1), "1", "未知"),
        (interval(0, 1, high_open=True), "1", "0%\u00a0～\u00a0不足 100%"),
        (interval(0, None), "个", "未知"),
        (interval(2, None), "个", "至少 2\u00a0个"),
        (interval(2, None, low_open=True), "分", "多于 2\u00a0分"),
        (interval(None, 5), "分", "至多 5\u00a0分"),
        (interval(None, 5, high_open=True), "分", "少于 5\u00a0分"),
        (interval(None, None), "分", "未知"),
        (None, "1", "无统计对象"),
    ],
)
def test_an_interval_is_said_in_words(value, unit, text):
    assert quantities.value_text(measured(value, "不少于 3", unit)) == text


def test_a_measure_that_may_be_empty_says_so():
    value = measured(interval("1/2", 1), may_be_empty=True)

    assert quantities.value_text(value) == "50%\u00a0～\u00a0100%，也可能无统计对象"


def test_points_are_one_number_when_nothing_is_open():
    certain = Points(Fraction("38.5"), Fraction("38.5"), Fraction(100))
    uncertain = Points(Fraction("38.5"), Fraction(62), Fraction(100))

    assert quantities.span_text(certain, 1) == "38.5"
    assert quantities.span_text(uncertain, 1) == "38.5\u00a0～\u00a062.0"


def test_a_part_of_nothing_is_none_of_it():
    assert quantities.percent(Fraction(0), Fraction(0)) == "0.0%"


def left_open(value, population, unknown, possible=(Possible.MET, Possible.MISSED)):
    """A sum of which so many cells are blank."""
    blank = MissingData("venue", "场馆", Reason.VALUE_MISSING, "spots", "车位", unknown)
    return Measured(
        "", "sum", "个", value, may_be_empty=False, limit="不少于 1 个",
        population=population, possible=possible, missing=(blank,),
    )  # fmt: skip


def test_bounds_of_a_form_are_not_printed_as_measured_where_every_row_is_blank():
    assert quantities.value_text(left_open(interval(0, 200000), (1, 1), 1)) == "没有填"


def test_where_some_row_is_filled_in_or_the_bounds_decide_the_interval_is_printed():
    some = left_open(interval(3, 200003), (2, 2), 1)
    decided = left_open(interval(0, 10), (1, 1), 1, possible=(Possible.MISSED,))

    assert quantities.value_text(some) == "3\u00a0个\u00a0～\u00a0200003\u00a0个"
    assert quantities.value_text(decided) == "0\u00a0个\u00a0～\u00a010\u00a0个"
