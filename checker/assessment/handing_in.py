"""What to hand in next: the tables that undecided rules wait for, in the order that pays soonest.

A rule that reads several tables is told by none of them alone, so a table's worth depends on what
is there already. The order therefore goes by groups: of the tables that some rule still waits for,
that group comes next with which most points a table come within reach. Each rule is accounted for
at one step only, the one with which the last of its tables is there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm
from typing import Final

from checker.assessment.cells import telling_cell
from checker.assessment.findings import REASONS, Assessed
from checker.assessment.group import weight
from checker.assessment.sums import Sums
from checker.language.facts import Facts
from checker.model.frozen import dataclass
from checker.model.outcome import Confirmation, Outcome, Possible, Reason
from checker.model.result import MissingData, TableStep
from checker.model.wording import LeafWording

MOST_BLANKS: Final = 8
"""Rows with a blank that a step names for each column; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A rule that cannot be told for want of data.

    Attributes:
        worth: what it adds to the whole if it is met, in a unit that all share; 0 if it counts
            for nothing or cannot be met any more.
        counts: whether it adds or costs points.
        visit: whether someone has to look or ask on site even then.
        missing: what is not known.
        tables: the tables that it waits for.
        reads: (table, column) of all that its undecided leaves read.
    """

    rule: str
    worth: Fraction
    counts: bool
    visit: bool
    missing: tuple[MissingData, ...]
    tables: frozenset[str]
    reads: frozenset[tuple[str, str]]


def waiting(
    one: Assessed, leaves: Sequence[LeafWording], worth: Fraction, *, counts: bool
) -> Waiting | None:
    """Return what a rule waits for; None if no data decide it, for want of a calendar perhaps."""
    if one.outcome is not Outcome.CANT_TELL:
        return None
    open_ = [(m, said) for m, said in zip(one.measured, leaves, strict=True) if m.missing]
    missing = (*one.missing_condition, *(m for leaf, _ in open_ for m in leaf.missing))
    if any(m.reason is Reason.CALENDAR_UNPUBLISHED for m in missing):
        return None  # no table decides it: nobody can hand in a calendar that is not published
    tables = frozenset(m.table for m in missing)
    reads = frozenset(read for _, said in open_ for read in said.reads)
    visit = one.confirmation is Confirmation.PENDING
    hoped = worth if Possible.MET in one.possible else Fraction(0)
    return Waiting(one.rule.id, hoped, counts, visit, missing, tables, reads)


def all_waiting(sums: Sums, leaves: Mapping[str, Sequence[LeafWording]]) -> list[Waiting]:
    """Return every rule that waits for data.

    Args:
        leaves: wording of the leaves of each rule, by id.
    """
    found = [
        waiting(
            one, leaves[one.rule.id], Fraction(sums.exact_gain(one.rule.id, index)),
            counts=weight(one) > 0,
        )
        for index, group in enumerate(sums.groups)
        for one in group.findings
    ]  # fmt: skip
    return [one for one in found if one and one.missing]


def table_steps(sums: Sums, known: Sequence[Waiting], facts: Facts) -> tuple[TableStep, ...]:
    """Return the tables to hand in, in order, with what to fill in of each."""
    if not known:
        return ()
    tables = facts.dictionary.tables
    return tuple(
        replace(
            step,
            guidance=tables[step.table].guidance,
            columns=_columns(step.table, reading, facts),
            blanks=tuple(_blanks(step.table, reading, facts)),
        )
        for step, reading in accounted(sums, known, list(tables))
    )


def accounted(
    sums: Sums, known: Sequence[Waiting], names: Sequence[str]
) -> Iterator[tuple[TableStep, list[Waiting]]]:
    """Yield each table to hand in, with its rules and points, and the rules that read it.

    Args:
        names: all tables; of two groups that pay alike the one named first comes first.
    """
    worst_with, worst_by_data = sums.worst(), sums.worst()
    there: set[str] = set()
    start = sums.rounded(worst_with(()))
    for table in order([(w.tables, w.worth) for w in known], names):
        there.add(table)
        reading = [w for w in known if table in w.tables]
        told = sorted((w for w in reading if w.tables <= there), key=lambda w: (-w.worth, w.rule))
        counted = [w for w in told if w.counts]
        worst = worst_with([w.rule for w in counted])
        by_data = worst_by_data([w.rule for w in counted if not w.visit])
        points = sums.rounded(worst) - start
        step = TableStep(
            table=table,
            label=_said(table, reading)[0].table_label,
            guidance="",
            reason=_gravest(table, reading),
            columns=(),
            rules=tuple(w.rule for w in counted),
            uncounted=tuple(w.rule for w in told if not w.counts),
            later=sum(w.counts for w in reading) - len(counted),
            points=points,
            on_site=min(points, sums.rounded(worst - by_data)),
        )
        yield step, reading


def order(needs: Sequence[tuple[frozenset[str], Fraction]], names: Sequence[str]) -> list[str]:
    """Return all tables needed, in the order in which to hand them in.

    Args:
        needs: for each rule the tables it waits for, at least one, and what it is worth.
        names: all tables; of two groups that pay alike the one named first comes first.
    """
    last_first = [*reversed(names)]
    bit = {name: 1 << place for place, name in enumerate(last_first)}
    scale = lcm(*(worth.denominator for _, worth in needs))
    open_: dict[int, tuple[int, int]] = {}  # tables still needed: what they are worth, how many
    for tables, worth in needs:
        _add(open_, sum(bit[t] for t in tables), (int(worth * scale), 1))
    found: list[str] = []
    while open_:
        group = _best_group(open_)
        while group:
            table = _best_table(open_, group)
            found.append(last_first[table.bit_length() - 1])
            group &= ~table
            open_ = _without(open_, table)
    return found


def _add(open_: dict[int, tuple[int, int]], tables: int, more: tuple[int, int]) -> None:
    worth, number = open_.get(tables, (0, 0))
    open_[tables] = worth + more[0], number + more[1]


def _without(open_: Mapping[int, tuple[int, int]], table: int) -> dict[int, tuple[int, int]]:
    left: dict[int, tuple[int, int]] = {}
    for tables, more in open_.items():
        if tables & ~table:
            _add(left, tables & ~table, more)
    return left


def _best_group(open_: Mapping[int, tuple[int, int]]) -> int:
    """Return the tables with which most points a table can be told; then most rules a table."""
    even = lcm(*(group.bit_count() for group in open_))

    def pay(group: int) -> tuple[int, int, int, int]:
        size = group.bit_count()
        inside = [open_[group]]  # most groups are of one table and hold no other
        if size > 1:
            inside = [more for tables, more in open_.items() if not tables & ~group]
        share = even // size  # so that the shares are whole numbers
        worth, number = (sum(part) * share for part in zip(*inside, strict=True))
        return worth, number, -size, group

    return max(open_, key=pay)


def _best_table(open_: Mapping[int, tuple[int, int]], group: int) -> int:
    """Return the table of a group that tells most by itself, then the one most rules read."""

    def pay(table: int) -> tuple[tuple[int, int], int, int]:
        worth, number = open_.get(table, (0, 0))
        needed = sum(more[0] for tables, more in open_.items() if tables & table)
        return (worth, number), needed, table

    return max((1 << n for n in range(group.bit_length()) if group >> n & 1), key=pay)


def _said(table: str, reading: Iterable[Waiting]) -> list[MissingData]:
    return [m for w in reading for m in w.missing if m.table == table]


def _gravest(table: str, reading: Iterable[Waiting]) -> Reason:
    said = {m.reason for m in _said(table, reading)}
    return next(r for r in REASONS if r in said)


def _columns(table: str, reading: Sequence[Waiting], facts: Facts) -> tuple[str, ...]:
    said = _said(table, reading)
    wanted = {m.column for m in said}
    if any(m.reason is not Reason.VALUE_MISSING for m in said):
        wanted |= {column for w in reading for name, column in w.reads if name == table}
    columns = facts.dictionary.tables[table].columns
    return tuple(c.label for name, c in columns.items() if name in wanted and name != "id")


def _blanks(table: str, reading: Sequence[Waiting], facts: Facts) -> Iterable[MissingData]:
    """Yield one entry a column: the one that knows of most blanks."""
    most: dict[str, MissingData] = {}
    for missing in _said(table, reading):
        known = most.get(missing.column)
        if missing.column and (known is None or missing.unknown > known.unknown):
            most[missing.column] = missing
    ids = facts.tables[table].ids
    for name in facts.dictionary.tables[table].columns:
        if name in most:
            rows = (
                replace(row, cells=telling_cell(facts, table, ids.index(row.id)))
                for row in most[name].rows[:MOST_BLANKS]
            )
            yield replace(most[name], rows=tuple(rows))
