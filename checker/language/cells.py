"""What one cell can still say to a predicate (LANGUAGE 3.2), exact for a single cell.

An unknown cell is tried with one value out of every region that the limits of the predicate cut
out of the column's domain, and with nothing where the column may say nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import Any

from checker.language.kleene import EITHER, FALSE, TRUE
from checker.language.timing import day, not_after, same
from checker.model.dictionary import Column, Kind
from checker.model.frozen import dataclass
from checker.model.value import NOTHING, UNKNOWN, Cell, Scalar

FRESH = "\x00"
"""A text that no file can hold: stands for every text that a predicate does not name."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A predicate whose operands are plain values; None where it says nothing.

    Attributes:
        present: as in the language.
        within: first and last day.
        size: tells whether a number of elements is accepted, and the limits it has.
    """

    equals: Scalar | None = None
    one_of: tuple[Scalar, ...] | None = None
    at_least: Scalar | None = None
    at_most: Scalar | None = None
    includes_all: tuple[Scalar, ...] | None = None
    includes_any: tuple[Scalar, ...] | None = None
    present: bool | None = None
    within: tuple[date, date] | None = None
    size: tuple[Callable[[int], bool], tuple[int | Fraction, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Domain:
    """What an unknown cell may be.

    Attributes:
        may_be_nothing: along the whole path to the cell.
        size: how many different single values there are; None: any number.
    """

    column: Column
    may_be_nothing: bool
    size: int | None


def code(cell: Cell, bound: Bound, domain: Domain) -> int:
    """Return whether the predicate can be true and can be false of a cell (see kleene)."""
    if cell is not UNKNOWN:
        return TRUE if holds(cell, bound, domain.column) else FALSE
    if bound.size and (bound.includes_all or bound.includes_any):
        return EITHER
    found = 0
    for value in representatives(bound, domain):
        found |= TRUE if holds(value, bound, domain.column) else FALSE
        if found == EITHER:
            break
    return found or EITHER  # a cell that can hold nothing at all contradicts itself


def holds(cell: Cell, bound: Bound, column: Column) -> bool:
    """Tell whether a known cell (a value or nothing) meets every key of the predicate."""
    if bound.present is not None and (cell is not NOTHING) is not bound.present:
        return False
    if bound.size is not None:
        elements = len(cell) if isinstance(cell, tuple) else 0
        if not bound.size[0](elements):
            return False
    if cell is NOTHING:
        return not _compares(bound)
    return _list_holds(cell, bound) if isinstance(cell, tuple) else _one_holds(cell, bound, column)


def _compares(bound: Bound) -> bool:
    keys: Sequence[Any] = (
        bound.equals, bound.one_of, bound.at_least, bound.at_most,
        bound.includes_all, bound.includes_any, bound.within,
    )  # fmt: skip
    return any(k is not None for k in keys)


def _list_holds(cell: tuple[Scalar, ...], bound: Bound) -> bool:
    held = set(cell)
    if bound.includes_all is not None and not held.issuperset(bound.includes_all):
        return False
    return bound.includes_any is None or not held.isdisjoint(bound.includes_any)


def _one_holds(cell: Any, bound: Bound, column: Column) -> bool:
    if bound.equals is not None and not _equal(cell, bound.equals):
        return False
    if bound.one_of is not None and not any(_equal(cell, v) for v in bound.one_of):
        return False
    if bound.at_least is not None and not at_most(bound.at_least, cell, column):
        return False
    if bound.at_most is not None and not at_most(cell, bound.at_most, column):
        return False
    return bound.within is None or bound.within[0] <= day(cell) <= bound.within[1]


def _equal(left: Any, right: Any) -> bool:
    if isinstance(left, date) and isinstance(right, date):
        return same(left, right)
    return bool(left == right)


def at_most(left: Any, right: Any, column: Column) -> bool:
    """Tell whether left ≤ right: by rank, by number, or in time."""
    if column.kind is Kind.ORDERED:
        return column.values.index(left) <= column.values.index(right)
    if isinstance(left, date) and isinstance(right, date):
        return not_after(left, right)
    return bool(left <= right)


def representatives(bound: Bound, domain: Domain) -> Iterator[Cell]:
    """Yield cells that stand for every way an unknown cell can be filled."""
    column = domain.column
    if domain.may_be_nothing:
        yield NOTHING
    if domain.size == 0:
        return  # a reference into a table that has no rows
    if column.many:
        yield from _lists(bound, domain)
        return
    match column.kind:
        case Kind.ENUM | Kind.ORDERED:
            yield from column.values
        case Kind.BOOL:
            yield from (True, False)
        case Kind.INT | Kind.DEC:
            yield from _numbers(bound, column)
        case Kind.DATE | Kind.DATETIME:
            yield from _times(bound, whole_days=column.kind is Kind.DATE)
        case Kind.TEXT | Kind.REF:
            yield from (*_constants(bound), FRESH)


def _constants(bound: Bound) -> list[Any]:
    ones = [v for v in (bound.equals, bound.at_least, bound.at_most) if v is not None]
    return [*ones, *(bound.one_of or ()), *(bound.within or ())]


def _numbers(bound: Bound, column: Column) -> Iterator[int | Fraction]:
    low, high = column.minimum, column.maximum
    edges = [v for v in (low, high) if v is not None]
    points = sorted({*_constants(bound), *edges})
    if not points:
        yield 0
        return
    if column.kind is Kind.INT:
        points = sorted({whole for p in points for whole in (floor(p), ceil(p))})
    tried = [*points, *(p + d for p in points for d in (-1, 1))]
    if column.kind is Kind.DEC:
        tried += [Fraction(a + b) / 2 for a, b in pairwise(points)]
    for value in tried:
        if (low is None or value >= low) and (high is None or value <= high):
            yield value


def _times(bound: Bound, *, whole_days: bool) -> Iterator[date]:
    constants = _constants(bound)
    if not constants:
        yield date(2000, 1, 1) if whole_days else datetime.combine(date(2000, 1, 1), time())
        return
    for moment in constants:
        if whole_days:
            yield from (day(moment) + timedelta(days=d) for d in (-1, 0, 1))
            continue
        if isinstance(moment, datetime):
            yield from (moment + timedelta(microseconds=d) for d in (-1, 0, 1))
        start = datetime.combine(day(moment), datetime.min.time())
        yield from (start + timedelta(days=d) for d in (-1, 0, 1))


def _lists(bound: Bound, domain: Domain) -> Iterator[tuple[Scalar, ...]]:
    if bound.size is not None:
        yield from _sizes(bound.size[1], domain.size)
        return
    column = domain.column
    named = sorted({*(bound.includes_all or ()), *(bound.includes_any or ())}, key=str)
    others = [v for v in column.values if v not in named] if column.values else [FRESH]
    # a longer list includes more: if any list does, all named values together do, and if any
    # does not, one value alone does not
    yield from ((value,) for value in (*named, *others[:1]))
    if named:
        yield tuple(named)


def _sizes(limits: tuple[int | Fraction, ...], most: int | None) -> Iterator[tuple[Scalar, ...]]:
    near = {int(limit) + d for limit in limits for d in (-1, 0, 1, 2)} | {1, most or 1}
    for length in sorted(near):
        if length >= 1 and (most is None or length <= most):
            yield (FRESH,) * length
