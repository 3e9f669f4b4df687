"""Why a leaf came out as it did: rows that speak against it, and what is not known.

Asked after the verdict and only for what is shown; it never changes one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from checker.language import mentions, phrases
from checker.language.conditions import population, truth, unpublished
from checker.language.evaluate import LeafJudgement, rows
from checker.language.expectations import accepts
from checker.language.facts import Facts
from checker.language.kleene import Truth, rows_of
from checker.language.measures import (
    covered_length,
    edges,
    merged,
    spans_of,
    window_counts,
)
from checker.model.check import (
    Condition,
    Count,
    Covered,
    Elapsed,
    Expect,
    FewestPer,
    Leaf,
    Ratio,
    Share,
    SimpleMeasure,
    TimeCovered,
)
from checker.model.frozen import dataclass
from checker.model.outcome import Possible, Reason
from checker.model.value import UNKNOWN

MOST_DETAILS = 10
"""Details of one kind that are told one by one; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Against:
    """A row that speaks against a leaf, certainly or possibly."""

    row: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Lacking:
    """A table, or a column of it, that keeps a leaf undecided; rows hold the unknown cells.

    Attributes:
        year: the first year whose calendar of working days is not known; 0 if that is not it. The
            column is then the one that the time runs from.
    """

    table: str
    reason: Reason
    column: str = ""
    rows: tuple[int, ...] = ()
    year: int = 0


@dataclass(frozen=True, slots=True)
class Trace:
    """The explanation of one leaf.

    Attributes:
        table: the table its rows are of; "" for a ratio.
        sure, possible: number of rows certainly and possibly asked about.
        against: rows that speak against it, certain ones first.
    """

    table: str
    sure: int
    possible: int
    against: tuple[Against, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    details: tuple[str, ...] = ()


def trace(judged: LeafJudgement, facts: Facts, reads: Sequence[tuple[str, str]]) -> Trace:
    """Return why a leaf came out as it did.

    Args:
        reads: (table, column) of all that the leaf reads, sorted.
    """
    measure = judged.leaf.measure
    undecided = len(judged.possible) > 1
    lacking = tuple(_lacking(judged.leaf, facts, reads)) if undecided else ()
    if isinstance(measure, Ratio):
        asked = rows(measure.denominator, facts)
        return Trace("", len(asked.sure), len(asked.possible), (), lacking)
    asked = rows(measure, facts)
    table = facts.table_name(measure.of)
    against = sorted(_against(judged.leaf, facts), key=lambda a: (not a.certain, a.row))
    met = judged.possible == {Possible.MET}
    details = () if met else tuple(_details(measure, judged.leaf.expect, facts))
    return Trace(table, len(asked.sure), len(asked.possible), tuple(against), lacking, details)


def _against(leaf: Leaf, facts: Facts) -> Iterator[Against]:
    measure = leaf.measure
    if isinstance(measure, Share):
        size = facts.table(measure.of).size
        inside = population(facts, measure.of, measure.where)
        does = truth(facts, facts.table_name(measure.of), measure.that, inside.can_be_true)
        if leaf.expect.at_least is None:  # the rows that do are the ones too many
            does = Truth(does.can_be_false, does.can_be_true)
        certain = inside.surely & does.surely_not
        for row in rows_of(inside.can_be_true & does.can_be_false, size):
            yield Against(row, bool(certain >> 8 * row & 1))
    elif isinstance(measure, Count) and _is_ceiling(leaf.expect):
        found = rows(measure, facts)
        yield from (Against(row, certain=True) for row in found.sure)
        yield from (Against(row, certain=False) for row in found.maybe)


def _is_ceiling(expect: Expect) -> bool:
    return expect.at_least is None and (expect.at_most is not None or expect.equals == 0)


def _details(measure: SimpleMeasure, expect: Expect, facts: Facts) -> Iterator[str]:
    match measure:
        case Covered():
            lacking = uncovered(measure, facts)
            if lacking:
                yield phrases.not_covered(lacking)
        case TimeCovered():
            yield from _gap_details(measure, facts)
        case FewestPer():
            yield from _window_details(measure, expect, facts)
        case _:
            return


def uncovered(measure: Covered, facts: Facts) -> list[str]:
    """Return the required values that no row certainly asked about shows, in given order."""
    cells = facts.cells(facts.table_name(measure.of), measure.value)
    shown: set[object] = set()
    for row in rows(measure, facts).sure:
        cell = cells[row]
        shown.update(cell if isinstance(cell, tuple) else (cell,))
    return [str(v) for v in facts.listed(measure.required) if v not in shown]


def gaps(measure: TimeCovered, facts: Facts) -> list[tuple[datetime, datetime]]:
    """Return the spans of the period that no certain shift covers, in order."""
    first, after = edges(facts)
    spans = merged(spans_of(facts, measure, rows(measure, facts).sure, hopeful=False))
    bounds = [(first, first), *spans, (after, after)]
    return [(a[1], b[0]) for a, b in pairwise(bounds) if a[1] < b[0]]


def _gap_details(measure: TimeCovered, facts: Facts) -> Iterator[str]:
    found = gaps(measure, facts)
    if not found or not covered_length(facts, measure, rows(measure, facts).sure, hopeful=False):
        return
    total = sum((end - start for start, end in found), timedelta())
    yield phrases.gaps(len(found), total // timedelta(minutes=1))
    longest = sorted(found, key=lambda g: (g[0] - g[1], g[0]))[:MOST_DETAILS]
    for start, end in sorted(longest):
        yield phrases.gap(start, end, (end - start) // timedelta(minutes=1))


def _window_details(measure: FewestPer, expect: Expect, facts: Facts) -> Iterator[str]:
    counts = window_counts(facts, measure, rows(measure, facts).sure)
    unit = facts.dictionary.table_of(measure.of).unit
    short = [(w, n) for w, n in counts.items() if not accepts(facts, expect, n)]
    fewest = sorted(short, key=lambda c: (c[1], c[0]))[:MOST_DETAILS]
    for (start, _), count in sorted(fewest):
        yield phrases.window(start, measure.each, count, unit)


def _lacking(leaf: Leaf, facts: Facts, reads: Sequence[tuple[str, str]]) -> Iterator[Lacking]:
    for table in dict.fromkeys(table for table, _ in reads):
        data = facts.tables[table]
        if not data.submitted:
            yield Lacking(table, Reason.NOT_SUBMITTED)
        elif not data.closed:
            yield Lacking(table, Reason.TABLE_PARTIAL)
    with_rows = [read for read in reads if facts.tables[read[0]].size]
    matter = _rows_that_matter(leaf, facts) if with_rows else {}
    yield from _calendars(mentions.spans(leaf.measure, facts.dictionary), facts, matter)
    for table, column in with_rows:
        cells = facts.tables[table].columns.get(column, ())
        asked = matter.get(table)
        unknown = tuple(
            row for row, cell in enumerate(cells)
            if cell is UNKNOWN and (asked is None or row in asked)
        )  # fmt: skip
        if unknown:
            yield Lacking(table, Reason.VALUE_MISSING, column, unknown)


def _calendars(
    spans: Iterable[tuple[str, Elapsed]], facts: Facts, matter: Mapping[str, set[int]]
) -> Iterator[Lacking]:
    """Yield what waits for the calendar of a year that is not published."""
    waiting: dict[tuple[str, str], dict[int, int]] = {}
    for table, span in spans:
        asked = matter.get(table)
        found = unpublished(facts, table, span)
        waiting.setdefault((table, span.start[0]), {}).update(
            {row: year for row, year in found.items() if asked is None or row in asked}
        )
    for (table, start), years in waiting.items():
        for year in sorted(set(years.values())):
            rows_ = tuple(sorted(row for row, lacks in years.items() if lacks == year))
            yield Lacking(table, Reason.CALENDAR_UNPUBLISHED, start, rows_, year)


def _rows_that_matter(leaf: Leaf, facts: Facts) -> dict[str, set[int]]:
    """Return, for the tables measured directly, the rows that are not settled already."""
    measures = (
        (leaf.measure.numerator, leaf.measure.denominator)
        if isinstance(leaf.measure, Ratio)
        else (leaf.measure,)
    )
    matter: dict[str, set[int]] = {}
    for measure in measures:
        table = facts.table_name(measure.of)
        inside = population(facts, measure.of, measure.where)
        open_ = inside.can_be_true
        if isinstance(measure, Share):
            does = truth(facts, table, measure.that, inside.can_be_true)
            settled = inside.surely & (does.surely | does.surely_not)
            open_ &= ~settled
        matter.setdefault(table, set()).update(rows_of(open_, facts.tables[table].size))
    return matter


def lacking_for_condition(condition: Condition, table: str, facts: Facts) -> list[Lacking]:
    """Return what keeps a condition on a one-row table undecided."""
    if not facts.tables[table].submitted:
        return [Lacking(table, Reason.NOT_SUBMITTED)]
    blank = [
        Lacking(read.table, Reason.VALUE_MISSING, read.column, (0,))
        for read in sorted(mentions.condition_columns(condition, table, facts.dictionary))
        if UNKNOWN in facts.tables[read.table].columns.get(read.column, ())
    ]
    spans = mentions.condition_spans(condition, table, facts.dictionary)
    return [*blank, *_calendars(spans, facts, {})]
