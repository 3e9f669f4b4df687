"""One symbolic cell, and what a predicate says of it (LANGUAGE 3.2, for known cells)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from math import inf
from typing import Any

import z3

from checker.language.facts import Facts
from checker.language.measures import Range
from checker.model.dictionary import Column, Kind
from checker.model.value import Scalar

Formula = Any
"""A z3 term; z3 has no types of its own."""

DAY = 24 * 60
"""Minutes of a day; moments of a symbolic submission are whole minutes."""

NOBODY = -1
"""The kind that a list of references names when it names no single row."""

_TIMES = (Kind.DATE, Kind.DATETIME)


@dataclass(slots=True)
class Term:
    """A cell of a row kind, or what a path reaches from it.

    Attributes:
        there: whether it holds a value; otherwise it says nothing.
        value: code of a text or choice, scaled number, day, truth, or number of the kind referred
            to. In a list of references: the kind of which every row names one row, or NOBODY.
        minute: minute of the day, of a time.
        members: in a list: whether it holds each of `universe`; in a list of references: whether
            it names all rows of each kind.
        others: in a list of texts: how many it holds that no check names.
        each: whether every row of the kind has a text of its own.
        lag: days from the first row of the kind to the last, of a time; None: all have the same.
    """

    column: Column
    there: Formula
    value: Formula = None
    minute: Formula = None
    members: tuple[Formula, ...] = ()
    universe: tuple[Scalar, ...] = ()
    others: Formula = None
    each: Formula = False
    scale: int = 1
    lag: Formula = None


def true() -> Formula:
    """Return the formula that always holds."""
    return z3.BoolVal(val=True)


def false() -> Formula:
    """Return the formula that never holds."""
    return z3.BoolVal(val=False)


def all_of(parts: Iterable[Formula]) -> Formula:
    """Return the conjunction; of nothing: true."""
    parts = list(parts)
    return parts[0] if len(parts) == 1 else z3.And(*parts) if parts else true()


def any_of(parts: Iterable[Formula]) -> Formula:
    """Return the disjunction; of nothing: false."""
    parts = list(parts)
    return parts[0] if len(parts) == 1 else z3.Or(*parts) if parts else false()


def total(parts: Iterable[Formula]) -> Formula:
    """Return the sum; of nothing: 0."""
    parts = list(parts)
    return parts[0] if len(parts) == 1 else z3.Sum(*parts) if parts else z3.IntVal(0)


def between(amount: Formula, range_: Range, scale: Formula = 1) -> Formula:
    """Tell whether amount ÷ scale lies in a range; scale is positive."""
    parts = []
    if range_.low != -inf:
        low = Fraction(range_.low)
        left, right = amount * low.denominator, scale * low.numerator
        parts.append(left > right if range_.low_open else left >= right)
    if range_.high != inf:
        high = Fraction(range_.high)
        left, right = amount * high.denominator, scale * high.numerator
        parts.append(left < right if range_.high_open else left <= right)
    return all_of(parts)


def moment(term: Term) -> Formula:
    """Return minutes since day 0; a date is its first minute."""
    return term.value * DAY + (0 if term.minute is None else term.minute)


def not_after(left: Term, right: Term) -> Formula:
    """Tell whether one time is not after another; a date against a time compares by date."""
    if left.minute is None or right.minute is None:
        return left.value <= right.value
    return z3.Or(
        left.value < right.value, z3.And(left.value == right.value, left.minute <= right.minute)
    )


def equal(left: Term, right: Term) -> Formula:
    """Tell whether two cells that are there hold the same."""
    kind = left.column.kind
    if kind in _TIMES:
        by_day = left.value == right.value
        if left.minute is None or right.minute is None:
            return by_day
        return z3.And(by_day, left.minute == right.minute)
    if kind in (Kind.INT, Kind.DEC):
        return left.value * right.scale == right.value * left.scale
    if kind is Kind.TEXT:
        own = [z3.Not(t.each) for t in (left, right) if t.each is not False]
        return all_of([*own, left.value == right.value])
    return left.value == right.value


def at_most(left: Term, right: Term) -> Formula:
    """Tell whether one cell is not greater than another: by rank, by number, or in time."""
    if left.column.kind in _TIMES:
        return not_after(left, right)
    return left.value * right.scale <= right.value * left.scale


def constant(column: Column, value: Scalar, code: Callable[[str], int]) -> Term | None:
    """Return a plain value as a cell of a column; None if the column cannot hold it."""
    match column.kind:
        case Kind.ENUM | Kind.ORDERED:
            if value not in column.values:
                return None
            return Term(column, true(), z3.IntVal(column.values.index(str(value))))
        case Kind.BOOL:
            return Term(column, true(), z3.BoolVal(val=bool(value)))
        case Kind.INT | Kind.DEC:
            assert isinstance(value, int | Fraction)
            number = Fraction(value)
            return Term(column, true(), z3.IntVal(number.numerator), scale=number.denominator)
        case Kind.DATE | Kind.DATETIME:
            assert isinstance(value, date)
            day = z3.IntVal(value.toordinal())
            if not isinstance(value, datetime):
                return Term(column, true(), day)
            return Term(column, true(), day, z3.IntVal(value.hour * 60 + value.minute))
        case _:
            return Term(column, true(), z3.IntVal(code(str(value))))


def holds_value(term: Term, value: Scalar, code: Callable[[str], int]) -> Formula:
    """Tell whether a cell that is there is this value, or a list that holds it."""
    if term.column.many:
        found = [m for m, v in zip(term.members, term.universe, strict=True) if v == value]
        return any_of(found)
    other = constant(term.column, value, code)
    return false() if other is None else equal(term, other)


def ranges_hold(amount: Formula, ranges: Iterable[Range], scale: Formula = 1) -> Formula:
    """Tell whether amount ÷ scale lies in any of the ranges."""
    return any_of(between(amount, r, scale) for r in ranges)


Voice = Facts
"""Parameters, populations and dictionary with which a check is read; its tables stay unused."""
