"""Cells and rows as a report shows them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from math import inf

from checker.assessment import words
from checker.language.conditions import linked
from checker.language.explain import Speaker, explain_rows, measure_unit
from checker.language.facts import Facts
from checker.language.measures import Number, measure_rows
from checker.language.timing import EXACT_UNITS, day
from checker.model.check import AllOf, AnyOf, CellTest, Condition, Elapsed, Field, Path, Related
from checker.model.dictionary import Column, Kind
from checker.model.numerals import decimal, percent
from checker.model.result import RowRef, ShownCell
from checker.model.value import NOTHING, UNKNOWN, Blank, Cell

MOST_ROWS = 50
"""Rows that a finding names one by one; the rest is counted."""


def cell_text(cell: Cell, column: Column) -> str:
    """Return a cell as a person writes it."""
    if cell is NOTHING:
        return words.nothing()
    if cell is UNKNOWN:
        return words.unknown()
    if isinstance(cell, tuple):
        return "、".join(cell_text(c, column) for c in cell)
    if isinstance(cell, bool):
        return words.yes_no(cell)
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}" if cell.second else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | Fraction):
        if column.unit == "1":
            return percent(cell)
        return f"{decimal(cell)} {column.unit}".rstrip()
    return str(cell)


def row_ref(
    facts: Facts, table: str, row: int, shown: Iterable[ShownCell], *, certain: bool
) -> RowRef:
    """Return a row with its place in the file handed in."""
    data = facts.tables[table]
    label = facts.dictionary.tables[table].label
    return RowRef(table, label, data.ids[row], data.place(row), tuple(shown), certain)


def telling_cell(facts: Facts, table: str, row: int) -> tuple[ShownCell, ...]:
    """Return the first cell by which a person knows a row again; none if all is blank."""
    data = facts.tables[table]
    for name, column in facts.dictionary.tables[table].columns.items():
        if name == "id" or column.kind is Kind.REF:
            continue
        cell = data.columns[name][row]
        if not isinstance(cell, Blank):
            return (ShownCell(column.label, cell_text(cell, column)),)
    return ()


def shown_cells(
    facts: Facts, speaker: Speaker, table: str, row: int, asked: Iterable[Condition]
) -> list[ShownCell]:
    """Return the cells of a row that conditions ask about, each once, in the order asked."""
    found: dict[str, ShownCell] = {}
    for condition in asked:
        for cell in _asked(condition, table, row, facts, speaker):
            found.setdefault(cell.label, cell)
    return list(found.values())


def _asked(
    condition: Condition, table: str, row: int, facts: Facts, speaker: Speaker
) -> Iterator[ShownCell]:
    match condition:
        case AllOf(members) | AnyOf(members):
            for member in members:
                yield from _asked(member, table, row, facts, speaker)
        case CellTest(path, predicate):
            yield _cell(path, table, row, facts)
            for operand in (predicate.equals, predicate.at_least, predicate.at_most):
                if isinstance(operand, Field):
                    yield _cell(operand.path, table, row, facts)
        case Elapsed():
            yield from _elapsed(condition, table, row, facts)
        case Related():
            yield _related(condition, table, row, facts, speaker)


def _cell(path: Path, table: str, row: int, facts: Facts) -> ShownCell:
    column = facts.column(table, path)
    label = column.label
    if len(path) == 2:
        label = f"{facts.dictionary.tables[table].columns[path[0]].label}·{label}"
    return ShownCell(label, cell_text(facts.cells(table, path)[row], column))


def _elapsed(asked: Elapsed, table: str, row: int, facts: Facts) -> Iterator[ShownCell]:
    end = asked.end if isinstance(asked.end, tuple) else (str(facts.operand(asked.end)),)
    yield _cell(asked.start, table, row, facts)
    yield _cell(end, table, row, facts)
    first, last = facts.cells(table, asked.start)[row], facts.cells(table, end)[row]
    if not isinstance(first, date) or not isinstance(last, date):
        return
    exact = facts.duration(asked.at_most).unit in EXACT_UNITS
    if exact and isinstance(first, datetime) and isinstance(last, datetime):
        length = (last - first) // timedelta(seconds=1)
        yield ShownCell(words.took(), words.minutes_text(*divmod(length, 60)))
    else:
        yield ShownCell(words.took(), words.days_text((day(last) - day(first)).days))


def _related(asked: Related, table: str, row: int, facts: Facts, speaker: Speaker) -> ShownCell:
    rows = linked(facts, asked).rows(facts.tables[table].ids[row])
    found = measure_rows(facts, asked.measure, rows).range
    assert found is not None  # only measures that always have a value stand in `related`
    low = decimal(_finite(found.low))
    high = words.or_more() if found.high == inf else decimal(_finite(found.high))
    unit = measure_unit(asked.measure, speaker)
    return ShownCell(explain_rows(asked.measure, speaker), words.number_text(low, high, unit))


def _finite(number: Number) -> int | Fraction:
    return 0 if isinstance(number, float) else number
