"""By how much a number is moved: the smallest step that its unit knows and data can show."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from checker.language.mentions import leaves
from checker.model.check import Check, Covered, Measure, Param, Share, TimeCovered
from checker.model.numerals import decimal, percent
from checker.model.rule import Parameter

POINT: Final = Fraction(1, 100)
"""A percentage point, the step of a share; a hundredth of any other fraction."""

Number = int | Fraction
Moved = Iterator[tuple[str, Number]]
"""Values one step below and above, each with how far it lies off, e.g. ("-1%", 89/100)."""


def of_limit(value: Number, measure: Measure, parameters: Mapping[str, Parameter]) -> Moved:
    """Yield what a literal limit of a measure could have been.

    The share of a list that must be covered moves by one member of the list. A share is not moved
    out of 0 to 1: what no data could reach is no plausible slip.
    """
    if isinstance(measure, Covered):
        return _bounded(value, (_member(measure, parameters),), 0, 1, share=True)
    if isinstance(measure, Share | TimeCovered):
        return _bounded(value, (POINT,), 0, 1, share=True)
    return plain(value)


def plain(value: Number) -> Moved:
    """Yield what any other literal could have been."""
    return _bounded(value, (1 if isinstance(value, int) else POINT,), None, None, share=False)


def of_parameter(parameter: Parameter, check: Check, parameters: Mapping[str, Parameter]) -> Moved:
    """Yield what the default of a parameter could have been, within its range."""
    value, low, high = parameter.default, parameter.minimum, parameter.maximum
    assert not isinstance(value, str | tuple)
    share = parameter.unit == "1"
    steps: tuple[Number, ...] = (POINT, POINT / 100)
    if isinstance(value, int) and not share:
        fine = any(isinstance(bound, Fraction) for bound in (low, high))
        steps = (POINT,) if fine else (1,)
    for leaf in leaves(check):
        limits = (leaf.expect.at_least, leaf.expect.at_most)
        if isinstance(leaf.measure, Covered) and Param(parameter.name) in limits:
            steps = (_member(leaf.measure, parameters), *steps)
    return _bounded(value, steps, low, high, share=share)


def _member(measure: Covered, parameters: Mapping[str, Parameter]) -> Fraction:
    required = measure.required
    listed = parameters[required.name].default if isinstance(required, Param) else required
    assert isinstance(listed, tuple)
    return Fraction(1, len(listed))


def _bounded(
    value: Number,
    steps: tuple[Number, ...],
    low: Number | None,
    high: Number | None,
    *,
    share: bool,
) -> Moved:
    for sign in (-1, 1):
        for step in steps:
            moved = Fraction(value + sign * step)
            if (low is None or moved >= low) and (high is None or moved <= high):
                whole = moved.denominator == 1
                said = ("-" if sign < 0 else "+") + _said(Fraction(step), share=share)
                yield said, moved.numerator if whole else moved
                break


def _said(step: Fraction, *, share: bool) -> str:
    if 10**4 % step.denominator:
        return str(step)
    return percent(step) if share else decimal(step)
