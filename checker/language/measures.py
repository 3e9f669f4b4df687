"""The interval of every measure over incomplete rows (LANGUAGE 3.1).

D are the rows certainly in, P the rows possibly in, D ⊆ P. Each formula is the one of the
specification, proven there by brute force over completions; arithmetic is exact. An open table may
gain any rows: the bounds then keep what no new row can take away.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum
from fractions import Fraction
from itertools import accumulate
from math import ceil, inf
from typing import Any, Final

from checker.language.facts import Facts
from checker.language.timing import day, windows
from checker.model.check import (
    Count,
    Covered,
    Distinct,
    FewestPer,
    Mean,
    Path,
    SimpleMeasure,
    Sum,
    TimeCovered,
)
from checker.model.frozen import dataclass
from checker.model.value import NOTHING, UNKNOWN, Cell, Scalar

Number = int | Fraction | float
"""An exact number; float only for the two infinities."""


class Empty(Enum):
    """Whether a measure has no value."""

    NEVER = 0
    POSSIBLY = 1
    CERTAINLY = 2


@dataclass(frozen=True, slots=True)
class Range:
    """The values that a measure may still take; an open end is approached, never reached."""

    low: Number
    high: Number
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Measurement:
    """A range, and whether there may be no value at all. Range None: there certainly is none."""

    range: Range | None
    empty: Empty = Empty.NEVER


@dataclass(frozen=True, slots=True)
class Rows:
    """D and the rest of P: rows certainly in, and rows only possibly in."""

    sure: Sequence[int]
    maybe: Sequence[int]

    @property
    def possible(self) -> list[int]:
        """Return P."""
        return [*self.sure, *self.maybe]


NOTHING_AT_ALL: Final = Measurement(None, Empty.CERTAINLY)


def measure_rows(facts: Facts, measure: SimpleMeasure, rows: Rows) -> Measurement:
    """Return what a measure over such rows may be; `Share` has its own function."""
    match measure:
        case Count():
            low = len(rows.sure)
            high = inf if _open(facts, measure) else low + len(rows.maybe)
            return Measurement(Range(low, high))
        case Sum():
            return _sum(facts, measure, rows)
        case Mean():
            return _mean(facts, measure, rows)
        case Distinct():
            return _distinct(facts, measure, rows)
        case Covered():
            return _covered(facts, measure, rows)
        case TimeCovered():
            return _time_covered(facts, measure, rows)
        case FewestPer():
            return _fewest_per(facts, measure, rows)
        case _:
            raise AssertionError(measure)


@dataclass(frozen=True, slots=True)
class ShareCounts:
    """Numbers behind a share: possible and certain rows that do, and that do not."""

    can: int
    can_not: int
    surely: int
    surely_not: int
    sure_rows: int
    possible_rows: int


def share(counts: ShareCounts, *, closed: bool) -> Measurement:
    """Return the interval of a share."""
    if not closed:
        # one more row moves a share towards either end; with a known row on the other side
        # the end is approached only
        whole = Range(0, 1, low_open=counts.surely > 0, high_open=counts.surely_not > 0)
        return Measurement(whole, Empty.NEVER if counts.sure_rows else Empty.POSSIBLY)
    if not counts.possible_rows:
        return NOTHING_AT_ALL
    best, worst = counts.can + counts.surely_not, counts.surely + counts.can_not
    high = Fraction(counts.can, best) if best else Fraction(0)
    low = Fraction(counts.surely, worst) if worst else Fraction(1)
    return Measurement(Range(low, high), Empty.NEVER if counts.sure_rows else Empty.POSSIBLY)


def ratio(numerator: Range, denominator: Range, least_part: Number) -> Measurement:
    """Return the interval of one range divided by another.

    Args:
        least_part: the smallest positive value that one row can add to the denominator.
    """
    if denominator.high <= 0:
        return NOTHING_AT_ALL
    empty = Empty.POSSIBLY if denominator.low <= 0 else Empty.NEVER
    if denominator.low < 0:
        return Measurement(Range(-inf, inf), empty)
    least = denominator.low if denominator.low > 0 else least_part
    low_by = denominator.high if numerator.low >= 0 else least
    high_by = least if numerator.high >= 0 else denominator.high
    endless = denominator.high == inf  # what it divides comes near 0 and never gets there
    return Measurement(
        Range(
            _divide(numerator.low, low_by),
            _divide(numerator.high, high_by),
            low_open=endless and numerator.low > 0,
            high_open=endless and numerator.high < 0,
        ),
        empty,
    )


def _divide(over: Number, under: Number) -> Number:
    if over == 0 or under in (inf, -inf):
        return 0
    if under == 0:
        return inf if over > 0 else -inf
    if isinstance(over, float) or isinstance(under, float):
        return over
    return Fraction(over) / under


def least_part(facts: Facts, measure: Count | Sum) -> Number:
    """Return the smallest positive value that one row can give a count or a sum."""
    if isinstance(measure, Count):
        return 1
    column = facts.column(facts.table_name(measure.of), measure.value)
    smallest = column.minimum if column.minimum is not None else 0
    if column.kind.value == "int":
        return max(1, smallest)
    return max(0, smallest)


def _open(facts: Facts, measure: SimpleMeasure) -> bool:
    return not facts.table(measure.of).closed


def _bounds(facts: Facts, of: str, path: Path) -> tuple[Number, Number]:
    column = facts.column(facts.table_name(of), path)
    low = -inf if column.minimum is None else column.minimum
    high = inf if column.maximum is None else column.maximum
    return low, high


def _sum(facts: Facts, measure: Sum, rows: Rows) -> Measurement:
    table = facts.table_name(measure.of)
    cells = facts.cells(table, measure.value)
    low_bound, high_bound = _bounds(facts, measure.of, measure.value)
    nothing = facts.may_be_nothing(table, measure.value)
    if _open(facts, measure) and low_bound < 0:
        return Measurement(Range(-inf, inf))
    low: Number = 0
    high: Number = 0
    for chosen, certain in ((rows.sure, True), (rows.maybe, False)):
        for row in chosen:
            cell: Any = cells[row]
            if cell is NOTHING:
                continue
            least, most = (low_bound, high_bound) if cell is UNKNOWN else (cell, cell)
            optional = not certain or (cell is UNKNOWN and nothing)
            low += min(0, least) if optional else least
            high += max(0, most) if optional else most
    return Measurement(Range(low, inf if _open(facts, measure) else high))


def _mean(facts: Facts, measure: Mean, rows: Rows) -> Measurement:
    table = facts.table_name(measure.of)
    cells = facts.cells(table, measure.value)
    bounds = _bounds(facts, measure.of, measure.value)
    nothing = facts.may_be_nothing(table, measure.value)
    sure: list[tuple[Number, Number]] = []
    maybe: list[tuple[Number, Number]] = []
    for chosen, certain in ((rows.sure, True), (rows.maybe, False)):
        for row in chosen:
            cell: Any = cells[row]
            if cell is NOTHING:
                continue
            ends = bounds if cell is UNKNOWN else (cell, cell)
            (sure if certain and not (cell is UNKNOWN and nothing) else maybe).append(ends)
    empty = Empty.NEVER if sure else Empty.POSSIBLY
    if _open(facts, measure):
        return Measurement(Range(*bounds), empty)
    if not sure and not maybe:
        return NOTHING_AT_ALL
    high = _best_mean([b for _, b in sure], [b for _, b in maybe])
    low = -_best_mean([-a for a, _ in sure], [-a for a, _ in maybe])
    return Measurement(Range(low, high), empty)


def _best_mean(sure: Iterable[Number], maybe: Iterable[Number]) -> Number:
    """Return the greatest mean of the sure ones and any number of the others."""
    taken = list(sure)
    total, count = sum(taken), len(taken)
    best: Number | None = _quotient(total, count) if count else None
    for value in sorted(maybe, reverse=True):
        total, count = total + value, count + 1
        mean = _quotient(total, count)
        best = mean if best is None or mean > best else best
    assert best is not None
    return best


def _quotient(total: Number, count: int) -> Number:
    return total if isinstance(total, float) else Fraction(total) / count


def _values(cell: Cell) -> tuple[Scalar, ...]:
    if cell is UNKNOWN or cell is NOTHING:
        return ()
    return cell if isinstance(cell, tuple) else (cell,)


def _distinct(facts: Facts, measure: Distinct, rows: Rows) -> Measurement:
    table = facts.table_name(measure.of)
    cells = facts.cells(table, measure.value)
    certain = {v for row in rows.sure for v in _values(cells[row])}
    low = len(certain)
    if not low and not facts.may_be_nothing(table, measure.value):
        low = int(any(cells[row] is UNKNOWN for row in rows.sure))
    possible = rows.possible
    known = {v for row in possible for v in _values(cells[row])}
    blanks = sum(cells[row] is UNKNOWN for row in possible)
    domain = facts.domain_size(table, measure.value)
    most: Number = inf if domain is None else domain
    # references into a table without rows contradict it; the range must still be one
    most = max(most, len(known), low)
    if _open(facts, measure) or (blanks and facts.column(table, measure.value).many):
        return Measurement(Range(low, most))
    return Measurement(Range(low, min(len(known) + blanks, most)))


def _covered(facts: Facts, measure: Covered, rows: Rows) -> Measurement:
    required = set(facts.listed(measure.required))
    times = max(1, ceil(facts.limit(measure.times)))
    table = facts.table_name(measure.of)
    cells = facts.cells(table, measure.value)
    certain = Counter(v for row in rows.sure for v in set(_values(cells[row])))
    reached = sum(certain[v] >= times for v in required)
    if not reached and _must_cover_one(facts, measure, rows, certain, times):
        reached = 1
    low = Fraction(reached, len(required))
    if _open(facts, measure):
        return Measurement(Range(low, 1))
    possible = Counter(v for row in rows.possible for v in set(_values(cells[row])))
    blanks = sum(cells[row] is UNKNOWN for row in rows.possible)
    deficits = sorted(max(0, times - possible[v]) for v in required)
    # one blank fills one place of one value; a blank list may hold every value once
    many = facts.column(table, measure.value).many
    needed = deficits if many else accumulate(deficits)
    high = Fraction(sum(n <= blanks for n in needed), len(required))
    return Measurement(Range(low, high))


def _must_cover_one(
    facts: Facts, measure: Covered, rows: Rows, certain: Counter[Scalar], times: int
) -> bool:
    """Tell whether the blanks must complete one value: pigeonholes of a closed domain."""
    required = facts.listed(measure.required)
    table = facts.table_name(measure.of)
    column = facts.column(table, measure.value)
    if not column.values or set(column.values) - set(required):
        return False
    if facts.may_be_nothing(table, measure.value):
        return False
    cells = facts.cells(table, measure.value)
    blanks = sum(cells[row] is UNKNOWN for row in rows.sure)
    return blanks > sum(times - 1 - certain[v] for v in set(required))


def _time_covered(facts: Facts, measure: TimeCovered, rows: Rows) -> Measurement:
    low = covered_length(facts, measure, rows.sure, hopeful=False)
    if _open(facts, measure):
        return Measurement(Range(low, 1))
    table = facts.table_name(measure.of)
    if not rows.maybe and not any(
        UNKNOWN in facts.cells(table, path) for path in (measure.start, measure.end)
    ):
        return Measurement(Range(low, low))
    return Measurement(Range(low, covered_length(facts, measure, rows.possible, hopeful=True)))


def covered_length(
    facts: Facts, measure: TimeCovered, rows: Iterable[int], *, hopeful: bool
) -> Fraction:
    """Return the part of the period that the union of shifts covers, 0 to 1."""
    whole = edges(facts)
    spans = merged(spans_of(facts, measure, rows, hopeful=hopeful))
    covered = sum((end - start for start, end in spans), timedelta())
    return Fraction(_microseconds(covered), _microseconds(whole[1] - whole[0]))


def edges(facts: Facts) -> tuple[datetime, datetime]:
    """Return the first moment of the period and the first moment after it."""
    start = datetime.combine(facts.period.start, time())
    return start, datetime.combine(facts.period.end, time()) + timedelta(days=1)


def spans_of(
    facts: Facts, measure: TimeCovered, rows: Iterable[int], *, hopeful: bool
) -> list[tuple[datetime, datetime]]:
    """Return the shifts cut to the period; hopeful: an unknown end reaches to its edge."""
    table = facts.table_name(measure.of)
    starts, ends = facts.cells(table, measure.start), facts.cells(table, measure.end)
    first, after = edges(facts)
    found = []
    for row in rows:
        start, end = starts[row], ends[row]
        if start is NOTHING or end is NOTHING or (not hopeful and UNKNOWN in (start, end)):
            continue
        begins = first if start is UNKNOWN else max(first, _moment(start))
        finishes = after if end is UNKNOWN else min(after, _moment(end))
        if begins < finishes:
            found.append((begins, finishes))
    return found


def _moment(cell: Any) -> datetime:
    return cell if isinstance(cell, datetime) else datetime.combine(cell, time())


def merged(spans: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Return the union of half-open spans, in order, without overlap."""
    union: list[tuple[datetime, datetime]] = []
    for start, end in sorted(spans):
        if union and start <= union[-1][1]:
            union[-1] = (union[-1][0], max(union[-1][1], end))
        else:
            union.append((start, end))
    return union


def _microseconds(length: timedelta) -> int:
    return length // timedelta(microseconds=1)


def _fewest_per(facts: Facts, measure: FewestPer, rows: Rows) -> Measurement:
    low = min(window_counts(facts, measure, rows.sure).values(), default=0)
    if _open(facts, measure):
        return Measurement(Range(low, inf))
    counts = sorted(window_counts(facts, measure, rows.possible).values())
    cells = facts.cells(facts.table_name(measure.of), measure.date)
    undated = sum(cells[row] is UNKNOWN for row in rows.possible)
    # water poured into the lowest windows: the level that the blanks can raise them to
    levels = [(undated + total) // (i + 1) for i, total in enumerate(accumulate(counts))]
    return Measurement(Range(low, min(levels, default=0)))


def window_counts(
    facts: Facts, measure: FewestPer, rows: Iterable[int]
) -> dict[tuple[date, date], int]:
    """Return the number of dated rows in each whole calendar window of the period."""
    found = windows(facts.period, measure.each)
    length = 1 if measure.each == "month" else 3
    index = {(w[0].year, (w[0].month - 1) // length): w for w in found}
    counts = dict.fromkeys(found, 0)
    cells = facts.cells(facts.table_name(measure.of), measure.date)
    for row in rows:
        cell: Any = cells[row]
        if cell is not UNKNOWN and cell is not NOTHING:
            on = day(cell)
            window = index.get((on.year, (on.month - 1) // length))
            if window:
                counts[window] += 1
    return counts
