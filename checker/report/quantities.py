"""Numbers as they are printed: half up, never a binary float, never broken from their unit.

A measured value is printed with two decimals unless it needs fewer. Where that would make it look
like a number that its limit names, though it is not, it gets as many more as tell them apart:
94.996% beside a limit of 95% is printed as 94.996%, not as 95.00%.
"""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Final

from checker.model.numerals import decimal
from checker.model.outcome import Reason
from checker.model.result import Interval, Measured, Points
from checker.report import words

NBSP: Final = "\u00a0"
_MOST_DECIMALS: Final = 12
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


def measured_text(number: Fraction, beside: str = "") -> str:
    """Return a measured number, told apart from the numbers in the text of its limit."""
    for decimals in range(3):
        if (number * 10**decimals).denominator == 1:
            return decimal(number, decimals)
    alike = {Fraction(text) for text in _NUMBER.findall(beside)} | {Fraction(0), Fraction(100)}
    texts = (decimal(number, decimals) for decimals in range(2, _MOST_DECIMALS))
    return next((text for text in texts if Fraction(text) not in alike), decimal(number, 2))


def with_unit(number: Fraction, unit: str, beside: str = "") -> str:
    """Return a measured number with its unit; the unit "1" means a share, in percent."""
    if unit == "1":
        return f"{measured_text(number * 100, beside)}%"
    text = measured_text(number, beside)
    return f"{text}{NBSP}{unit}" if unit else text


def interval_text(value: Interval, unit: str, beside: str = "") -> str:
    """Return an interval of a measure; one value when both ends agree."""
    if _says_nothing(value, unit):
        return words.any_value()
    low, high = (None if n is None else with_unit(n, unit, beside) for n in (value.low, value.high))
    if low is None and high is not None:
        return words.one_sided(high, low=False, strict=value.high_open)
    if low is not None and high is None:
        return words.one_sided(low, low=True, strict=value.low_open)
    if low is None or high is None or value.low == value.high:
        return low or words.any_value()
    return words.from_to(
        words.above(low) if value.low_open else low,
        words.below(high) if value.high_open else high,
    )


def value_text(measured: Measured) -> str:
    """Return what was measured, as the tables print it."""
    if measured.value is None:
        return words.no_value()
    if _left_open(measured):
        return words.not_filled()
    text = interval_text(measured.value, measured.unit, measured.limit)
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
    return f"{decimal(part / whole * 100 if whole else 0, 1)}%"


def _left_open(measured: Measured) -> bool:
    """Whether every row that may count leaves a wanted cell open, and nothing else is known.

    The ends of the interval are then those of the form, which somebody might read as measured.
    """
    asked = measured.population[1]
    return len(measured.possible) > 1 and any(
        gap.reason is Reason.VALUE_MISSING and gap.unknown >= asked > 0 for gap in measured.missing
    )


def _says_nothing(value: Interval, unit: str) -> bool:
    """Whether an interval holds every value that its measure can have."""
    if unit == "1" and value.low == 0 and value.high == 1:
        return not (value.low_open or value.high_open)
    return not value.low and value.high is None and not value.low_open
