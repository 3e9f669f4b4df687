"""One predicate over a whole column: the common ones in a single pass, the others cell by cell.

What a known cell says is told by `cells.holds`; the passes here are the same questions asked of
thousands of cells that are mostly different from each other, as times are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from operator import eq, ge, le
from typing import Any, Final

from checker.language.cells import Bound, Domain, code
from checker.language.kleene import FALSE, TRUE
from checker.model.dictionary import Column, Kind
from checker.model.value import NOTHING, UNKNOWN, Blank, Cell

_DAY: Final = timedelta(days=1)
_TICK: Final = timedelta(microseconds=1)

_COMPARISONS: Final = {"equals": eq, "at_least": ge, "at_most": le}
_CODES: Final = bytes([FALSE, TRUE]).ljust(256)
"""What False and True, as bytes, mean as codes."""

Judge = Callable[[tuple[Cell, ...]], int]


def codes(cells: Sequence[Cell], bound: Bound, domain: Domain) -> Iterable[int]:
    """Return the code of every cell (see kleene)."""
    if bound.present is not None and bound == Bound(present=bound.present):
        return _present(cells, bound, domain)
    if domain.column.kind is Kind.DATETIME and not domain.column.many:
        span = _span(bound)
        if span:
            return _in_span(cells, span, bound, domain)
    found = {cell: code(cell, bound, domain) for cell in set(cells)}
    return map(found.__getitem__, cells)


def _present(cells: Sequence[Cell], bound: Bound, domain: Domain) -> Sequence[int]:
    there, not_there = (TRUE, FALSE) if bound.present else (FALSE, TRUE)
    unknown = code(UNKNOWN, bound, domain)
    return [
        there if type(cell) is not Blank else not_there if cell is NOTHING else unknown
        for cell in cells
    ]


def _span(bound: Bound) -> tuple[datetime, datetime] | None:
    """Return the half-open span of moments that a predicate accepts; None if it asks for more."""
    if bound != replace(
        Bound(), within=bound.within, at_least=bound.at_least, at_most=bound.at_most
    ):
        return None
    firsts, lasts = [bound.at_least], [bound.at_most]
    if bound.within:
        firsts.append(bound.within[0])
        lasts.append(bound.within[1])
    begins = [_begin(first) for first in firsts if isinstance(first, date)]
    ends = [_end(last) for last in lasts if isinstance(last, date)]
    return max(begins, default=_begin(date.min)), min(ends, default=_begin(date.max))


def _begin(moment: date) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def _end(moment: date) -> datetime:
    return _begin(moment) + (_TICK if isinstance(moment, datetime) else _DAY)


def _in_span(
    cells: Sequence[Any], span: tuple[datetime, datetime], bound: Bound, domain: Domain
) -> Sequence[int]:
    first, after = span
    blank = {cell: code(cell, bound, domain) for cell in Blank}
    return [
        (TRUE if first <= cell < after else FALSE) if type(cell) is not Blank else blank[cell]
        for cell in cells
    ]


def comparable(left: Column, right: Column) -> bool:
    """Tell whether Python itself compares the values of two columns as we do."""
    return left.kind is right.kind is not Kind.ORDERED and not left.many


def compared(
    name: str, lefts: Sequence[Any], rights: Sequence[Any], otherwise: Judge
) -> Iterable[int]:
    """Return the code of every pair of cells; a pair with a blank is judged `otherwise`.

    Args:
        name: equals, at_least or at_most: what the left cell must be to the right one.
    """
    holds = _COMPARISONS[name]
    if holds is not eq:
        try:
            return bytes(map(holds, lefts, rights)).translate(_CODES)
        except TypeError:
            pass  # a blank, which has no order
    return [
        (TRUE if holds(left, right) else FALSE)
        if type(left) is not Blank and type(right) is not Blank
        else otherwise((left, right))
        for left, right in zip(lefts, rights, strict=True)
    ]
