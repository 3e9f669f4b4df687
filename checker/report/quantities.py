"""Numbers as they are printed: half up, never a binary float, never broken from their unit.

A measured value that is not exact at two decimals is printed with as many decimals as it takes not
to end in 0: 94.996% never looks like 95.00%, so a number that looks like its limit is its limit.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Final

from checker.model.numerals import decimal
from checker.model.result import Interval, Measured, Points
from checker.report import words

NBSP: Final = "\u00a0"
_MOST_DECIMALS: Final = 9


def measured_text(number: Fraction) -> str:
    """Return a measured number: exact when two decimals hold it, else never ending in 0."""
    for decimals in range(3):
        if (number * 10**decimals).denominator == 1:
            return decimal(number, decimals)
    for decimals in range(2, _MOST_DECIMALS):
        text = decimal(number, decimals)
        if not text.endswith("0"):
            return text
    return text


def with_unit(number: Fraction, unit: str) -> str:
    """Return a measured number with its unit; the unit "1" means a share, in percent."""
    if unit == "1":
        return f"{measured_text(number * 100)}%"
    return f"{measured_text(number)}{NBSP}{unit}" if unit else measured_text(number)


def interval_text(value: Interval, unit: str) -> str:
    """Return an interval of a measure; one value when both ends agree."""
    low, high = value.low, value.high
    if low is not None and low == high:
        return with_unit(low, unit)
    if _says_nothing(value, unit):
        return words.any_value()
    if low is None or high is None:
        end = high if low is None else low
        is_open = value.high_open if low is None else value.low_open
        return words.one_sided(with_unit(_known(end), unit), low=high is None, strict=is_open)
    upper = with_unit(high, unit)
    if value.high_open:
        upper = words.below(upper)
    lower = with_unit(low, unit)
    return words.from_to(words.above(lower) if value.low_open else lower, upper)


def value_text(measured: Measured) -> str:
    """Return what was measured, as the tables print it."""
    if measured.value is None:
        return words.no_value()
    text = interval_text(measured.value, measured.unit)
    return words.perhaps_no_value(text) if measured.may_be_empty else text


def points_text(number: Fraction, decimals: int) -> str:
    """Return points without their unit."""
    return decimal(number, decimals)


def span_text(points: Points, decimals: int) -> str:
    """Return points as a number or as an interval, without their unit."""
    worst, best = (decimal(end, decimals) for end in (points.worst, points.best))
    return worst if worst == best else words.from_to(worst, best)


def date_text(day: date) -> str:
    """Return a date as 2026年1月10日, whatever the locale."""
    return words.date(day.year, day.month, day.day)


def total(numbers: Iterable[Fraction]) -> Fraction:
    """Return an exact sum."""
    return sum(numbers, Fraction(0))


def percent(part: Fraction, whole: Fraction) -> str:
    """Return a part of a whole in percent, one decimal; 0 when there is no whole."""
    return f"{decimal(part / whole * 100 if whole else Fraction(0), 1)}%"


def _says_nothing(value: Interval, unit: str) -> bool:
    """Whether an interval holds every value that its measure can have."""
    if unit == "1" and value.low == 0 and value.high == 1:
        return not (value.low_open or value.high_open)
    return not value.low and value.high is None and not value.low_open


def _known(number: Fraction | None) -> Fraction:
    assert number is not None
    return number
