"""Drawing submissions for a check: near everything at which its outcome turns.

A cell is drawn from what its column has, and as often from what lies just before, at and just
after a limit that the check sets it; ends of times so that they are a little early, in time or a
little late.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from checker.language.facts import Facts
from checker.language.solve.frame import Reads, end_of, end_path
from checker.language.timing import deadline, windows
from checker.model.check import (
    CellTest,
    Duration,
    Elapsed,
    FewestPer,
    Field,
    Leaf,
    Mean,
    Predicate,
    Sum,
    TimeCovered,
)
from checker.model.dictionary import Column, Kind
from checker.model.value import NOTHING
from tests.language.pinned import (
    EARLIEST,
    LATEST,
    TABLES,
    Asked,
    Filled,
    Named,
    Own,
    Row,
    Submission,
)
from tests.properties.world import ON, values_of

TIMES = (Kind.DATE, Kind.DATETIME)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
NUMBERS = (1, 1, 1, 1, 2, 2, 3, 4, 0)


def nodes(node: Any, table: str, voice: Facts) -> Iterator[tuple[str, Any]]:
    """Every node of a check, with the table of whose rows it speaks."""
    if isinstance(node, tuple):
        for member in node:
            yield from nodes(member, table, voice)
    elif is_dataclass(node):
        of = getattr(node, "of", None)
        if of is not None:
            table = voice.table_name(of)
            if of in voice.dictionary.populations:
                yield from nodes(voice.dictionary.populations[of].where, table, voice)
        yield table, node
        for one in fields(node):
            yield from nodes(getattr(node, one.name), table, voice)


@dataclass
class Edges:
    """Where the outcome of a check turns.

    Attributes:
        values: by table and column, what lies at and beside its limits.
        pairs: two columns of a table that are compared.
        spans: two columns of a table between which a time may pass.
        filled: columns of dates that should lie in every window.
    """

    values: dict[tuple[str, str], list[Any]] = field(default_factory=dict)
    pairs: list[tuple[str, str, str]] = field(default_factory=list)
    spans: list[tuple[str, str, str, Duration]] = field(default_factory=list)
    filled: dict[tuple[str, str], list[tuple[date, date]]] = field(default_factory=dict)


def edges(asked: Asked) -> Edges:
    """Where the outcome of this check turns."""
    found, voice = Edges(), asked.voice
    parts = list(nodes(asked.check, "", voice))
    parts += nodes(asked.applies, voice.dictionary.subject, voice)
    for table, node in parts:
        match node:
            case CellTest(path, predicate):
                at = end_of(voice.dictionary, table, path)
                _limits(found, voice, at, predicate)
                for operand in (predicate.equals, predicate.at_least, predicate.at_most):
                    if isinstance(operand, Field) and len(path) == len(operand.path) == 1:
                        found.pairs.append((table, path[0], operand.path[0]))
            case Leaf(Mean() | Sum() as measure):
                at = end_of(voice.dictionary, voice.table_name(measure.of), measure.value)
                sides = (node.expect.equals, node.expect.at_least, node.expect.at_most)
                _near(found, at, [voice.limit(side) for side in sides if side is not None])
            case Elapsed():
                end = end_path(node, voice)
                if len(node.start) == len(end) == 1:
                    length = voice.duration(node.at_most)
                    found.spans.append((table, node.start[0], end[0], length))
            case TimeCovered():
                for path in (node.start, node.end):
                    _near(found, end_of(voice.dictionary, table, path), _parts(asked))
            case FewestPer():
                at = end_of(voice.dictionary, table, node.date)
                found.filled[at] = windows(asked.period, node.each)
                _near(found, at, [d for w in found.filled[at] for d in w])
    return found


def _parts(asked: Asked) -> list[Any]:
    """Moments that divide the period as limits do."""
    first = datetime.combine(asked.period.start, time())
    whole = datetime.combine(asked.period.end + DAY, time()) - first
    return [first + whole * part // 100 // MINUTE * MINUTE for part in (0, 25, 40, 50, 60, 75, 100)]


def _limits(found: Edges, voice: Facts, at: tuple[str, str], predicate: Predicate) -> None:
    for operand in (predicate.equals, predicate.at_least, predicate.at_most):
        if operand is not None and not isinstance(operand, Field):
            _near(found, at, [voice.operand(operand)])
    if predicate.one_of is not None:
        _near(found, at, voice.listed(predicate.one_of))
    if predicate.within is not None:
        _near(found, at, voice.days(predicate.within))


def _near(found: Edges, at: tuple[str, str], limits: Sequence[Any]) -> None:
    """Note what lies just before, at and just after limits."""
    column = TABLES[at[0]].columns[at[1]]
    values = found.values.setdefault(at, [])
    for limit in limits:
        match column.kind:
            case Kind.INT | Kind.DEC:
                if column.kind is Kind.DEC or limit == int(limit):
                    values += [v for v in (limit - 1, limit, limit + 1) if _fits(column, v)]
            case Kind.DATE:
                day = as_kind(column, limit)
                values += [day - DAY, day, day + DAY]
            case Kind.DATETIME:
                moment = as_kind(column, limit)
                values += [moment - MINUTE, moment, moment + MINUTE, moment + DAY - MINUTE]
                values += [moment + DAY]
            case _:
                values.append(limit)
    if column.kind in TIMES:
        values[:] = [clamped(v) for v in values]


def _fits(column: Column, value: Any) -> bool:
    return (column.minimum is None or value >= column.minimum) and (
        column.maximum is None or value <= column.maximum
    )


def as_kind(column: Column, value: Any) -> Any:
    """A day as a moment, or a moment as a day, as the column has it."""
    moment = isinstance(value, datetime)
    if column.kind is Kind.DATE:
        return value.date() if moment else value
    return value if moment else datetime.combine(value, time())


def clamped(value: Any) -> Any:
    """A time within the days for which there is a calendar."""
    day = value.date() if isinstance(value, datetime) else value
    nearest = min(max(day, EARLIEST), LATEST)
    if nearest == day:
        return value
    return datetime.combine(nearest, value.time()) if isinstance(value, datetime) else nearest


@cache
def _due_about(on: date, length: Duration, late: int) -> date | None:
    """A day from which a time runs out on a day, or so many days after it."""
    for back in range(200):
        start = on + DAY * (1 - back)
        last = deadline(start, length).moment
        if (last.date() if isinstance(last, datetime) else last) == on + DAY * late:
            return start
    return None


class Painter:
    """Draws submissions for a check."""

    def __init__(self, draw: Callable[[Any], Any], asked: Asked) -> None:
        self.draw = draw
        self.asked = asked
        self.edges = edges(asked)
        self.options: dict[tuple[str, str], list[Any]] = {}

    def pick(self, options: Sequence[Any]) -> Any:
        return options[self.draw(len(options))]

    def chance(self, percent: int) -> bool:
        return bool(self.draw(100) < percent)

    def submission(self) -> Submission:
        sizes = self.asked.sizes
        must = needed(self.asked.reads, sizes)
        numbers = {
            table: [
                1 if TABLES[table].one_row or (k == 0 and table in must) else self.pick(NUMBERS)
                for k in range(size)
            ]
            for table, size in sizes.items()
        }
        return {
            table: [self.row(table, k, numbers) for k in range(size)]
            for table, size in sizes.items()
        }

    def row(self, table: str, k: int, numbers: Mapping[str, Sequence[int]]) -> Row:
        names = sorted(c for t, c in self.asked.reads.spots if t == table and c)
        cells: dict[str, Filled] = {}
        dealt = False
        for name in names:
            column = TABLES[table].columns[name]
            if column.to:
                cells[name], wide = self.reference(table, column, numbers[table][k], numbers, dealt)
                dealt = dealt or wide
            else:
                cells[name] = self.cell(table, column, k)
        self.related_cells(table, cells)
        daily = table in self.asked.space.vocabulary.rostered and self.chance(20)
        return Row(numbers[table][k], cells, daily)

    # --- cells ---

    def cell(self, table: str, column: Column, k: int) -> Any:
        at = (table, column.name)
        if column.may_be_nothing and self.chance(20):
            return NOTHING
        if at in self.edges.filled and self.edges.filled[at] and self.chance(85):
            spans = self.edges.filled[at]
            first, last = spans[k % len(spans)]
            return as_kind(column, self.pick((first, last, first + (last - first) // 2)))
        values = values_of(column)
        if column.many:
            first = self.pick(values)
            return (first, *(v for v in values if v != first and self.chance(30)))
        if at in self.asked.space.vocabulary.counted and self.chance(30):
            return Own()
        near = self.edges.values.get(at)
        return self.pick(near) if near and self.chance(60) else self.pick(values)

    def related_cells(self, table: str, cells: dict[str, Filled]) -> None:
        """Draw cells that are compared close to each other."""
        columns = TABLES[table].columns
        for of, a, b in self.edges.pairs:
            if of == table and cells[a] is not NOTHING and self.chance(50):
                self.beside(columns[a], columns[b], cells)
        for of, a, b, length in self.edges.spans:
            if of == table and a != b and self.chance(75):
                self.span(columns[a], columns[b], length, cells)

    def beside(self, a: Column, b: Column, cells: dict[str, Filled]) -> None:
        value: Any = cells[a.name]
        if a.kind in TIMES:
            step = self.pick((-DAY, -MINUTE, 0 * DAY, MINUTE, DAY))
            moment = value if isinstance(value, datetime) else datetime.combine(value, time())
            cells[b.name] = clamped(as_kind(b, moment + step))
        elif a.kind in (Kind.INT, Kind.DEC):
            value += self.pick((-1, 0, 1))
            if _fits(b, value) and (b.kind is Kind.DEC or value == int(value)):
                cells[b.name] = value
        elif value in values_of(b):
            cells[b.name] = value

    def span(self, a: Column, b: Column, length: Duration, cells: dict[str, Filled]) -> None:
        if b.may_be_nothing and self.chance(30):
            due = _due_about(ON, length, self.pick((-1, 0, 1)))
            if due is not None:
                cells[a.name], cells[b.name] = as_kind(a, due), NOTHING
            return
        start: Any = cells[a.name]
        if not isinstance(start, date):
            return
        last: Any = deadline(start, length).moment
        exact = isinstance(last, datetime)
        if not exact and b.kind is Kind.DATETIME:
            last = datetime.combine(last, self.pick((time(), time(23, 59))))
        step = MINUTE if exact and b.kind is Kind.DATETIME else DAY
        cells[b.name] = clamped(as_kind(b, last + step * self.pick((-1, 0, 1))))

    def reference(
        self,
        table: str,
        column: Column,
        number: int,
        numbers: Mapping[str, Sequence[int]],
        dealt: bool,
    ) -> tuple[Filled, bool]:
        """A reference, and whether the rows are dealt out among several by it."""
        if column.may_be_nothing and self.chance(20):
            return NOTHING, False
        if (table, column.name) in self.asked.space.opaque or column.to not in numbers:
            return (Named((), -1) if column.many else 0), False
        there = [k for k, n in enumerate(numbers[column.to]) if n > 0]
        every = tuple(k for k in there if column.many and self.chance(30))
        ones = [
            k for k in there
            if k not in every and number % numbers[column.to][k] == 0
            and (not dealt or numbers[column.to][k] == 1)
        ]  # fmt: skip
        if column.many:
            one = self.pick([*ones, -1])
            if not every and one < 0:
                return NOTHING, False
            return Named(every, one), one >= 0 and numbers[column.to][one] > 1
        if not ones:
            return (NOTHING if column.may_be_nothing else 0), False
        one = self.pick(ones)
        return one, numbers[column.to][one] > 1


def needed(reads: Reads, sizes: Mapping[str, int]) -> set[str]:
    """Tables that must have a row because rows must name one."""
    return {
        TABLES[t].columns[c].to for t, c in reads.spots
        if c and TABLES[t].columns[c].to and not TABLES[t].columns[c].may_be_nothing
        and sizes.get(t, 0)
    }  # fmt: skip
