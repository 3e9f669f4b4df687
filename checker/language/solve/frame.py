"""What every symbolic submission of one question has in common, and what rules name in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from checker.language.facts import Facts
from checker.language.mentions import leaves
from checker.language.timing import add_months, is_workday
from checker.model.check import (
    AllOf,
    AnyOf,
    CellTest,
    Check,
    Condition,
    Covered,
    Distinct,
    Elapsed,
    Field,
    Measure,
    Path,
    Predicate,
    Ratio,
    Related,
    Share,
    TimeCovered,
)
from checker.model.dictionary import Dictionary, Kind
from checker.model.submission import Period
from checker.model.value import Scalar

Spot = tuple[str, str]
"""A table and a column of it."""

_PLACES: Final = 2
"""Decimal places that a witness may use where no limit needs more."""


@dataclass(frozen=True)
class Frame:
    """Period, day and the days that cells may hold.

    Attributes:
        first, last: the days between which every date of a submission lies.
        first_workday, last_workday: the same for a date from which working days are counted:
            a shorter stretch, for which the calendar is published.
    """

    dictionary: Dictionary
    period: Period
    on: date
    first: date
    last: date
    first_workday: date
    last_workday: date


def frame(dictionary: Dictionary, period: Period, on: date) -> Frame:
    """Return a frame that reaches three years back and two ahead."""
    last = on + timedelta(days=31)
    while is_workday(last + timedelta(days=62)) is None:
        last -= timedelta(days=1)
    return Frame(
        dictionary, period, on, add_months(on, -36), add_months(on, 24),
        period.start - timedelta(days=62), last,
    )  # fmt: skip


@dataclass(frozen=True)
class Reads:
    """What a check reads.

    Attributes:
        spots: columns by table; column "" stands for the table itself.
        followed: ref columns of which it matters which rows they name.
        linking: those of them by which rows are counted for the row that they name.
    """

    spots: frozenset[Spot]
    followed: frozenset[Spot]
    linking: frozenset[Spot]

    @property
    def tables(self) -> frozenset[str]:
        """Return the tables whose rows matter."""
        return frozenset(table for table, _ in self.spots)


@dataclass
class Vocabulary:
    """What checks name in columns: a symbolic cell must be able to hold it.

    Attributes:
        texts: code of every text that a check names, below zero; other texts have codes from 0 up.
        named: texts that a check names in a list column.
        scales: what number cells are multiplied by to be whole.
        counted: text columns whose different values are counted.
        rostered: tables whose spans of time are added up, and whose rows none refers to.
    """

    texts: dict[str, int] = field(default_factory=dict)
    named: dict[Spot, tuple[str, ...]] = field(default_factory=dict)
    scales: dict[Spot, int] = field(default_factory=dict)
    counted: set[Spot] = field(default_factory=set)
    rostered: set[str] = field(default_factory=set)
    _spots: set[Spot] = field(default_factory=set)
    _followed: set[Spot] = field(default_factory=set)
    _linking: set[Spot] = field(default_factory=set)

    def code(self, text: str) -> int:
        """Return the code of a text, the same one every time."""
        return self.texts.setdefault(text, -1 - len(self.texts))

    def note(self, spot: Spot, values: Sequence[Scalar], dictionary: Dictionary) -> None:
        """Note that a check, or a row that must be expressible, names values in a column."""
        column = dictionary.tables[spot[0]].columns[spot[1]]
        if column.kind is Kind.TEXT:
            texts = [str(v) for v in values]
            for text in texts:
                self.code(text)
            self.named[spot] = tuple(dict.fromkeys((*self.named.get(spot, ()), *texts)))
        elif column.kind is Kind.DEC:
            bounds = [b for b in (column.minimum, column.maximum) if b is not None]
            scale = self.scales.get(spot, 10**_PLACES)
            for value in (*values, *bounds):
                assert isinstance(value, int | Fraction)
                while Fraction(value) * scale % 1 and scale < 10**12:
                    scale *= 10
            self.scales[spot] = scale

    def learn(self, check: Check, applies_when: Condition | None, voice: Facts) -> Reads:
        """Note all that a check names, and return what it reads."""
        self._spots, self._followed, self._linking = set(), set(), set()
        if applies_when is not None:
            subject = voice.dictionary.subject
            self._spots.add((subject, ""))
            self._condition(applies_when, subject, voice)
        for leaf in leaves(check):
            self._measure(leaf.measure, voice)
        self._followed |= self._linking
        tables = voice.dictionary.tables
        targets = {tables[t].columns[c].to for t, c in self._followed} - {""}
        self._spots |= {(target, "") for target in targets}
        spots, followed, linking = self._spots, self._followed, self._linking
        return Reads(frozenset(spots), frozenset(followed), frozenset(linking))

    def _measure(self, measure: Measure, voice: Facts) -> None:
        if isinstance(measure, Ratio):
            self._measure(measure.numerator, voice)
            self._measure(measure.denominator, voice)
            return
        table = voice.table_name(measure.of)
        self._spots.add((table, ""))
        self._condition(measure.where, table, voice)
        population = voice.dictionary.populations.get(measure.of)
        if population:
            self._condition(population.where, table, voice)
        if isinstance(measure, Share):
            self._condition(measure.that, table, voice)
        if isinstance(measure, TimeCovered) and not _referred(table, voice.dictionary):
            self.rostered.add(table)
        for path in paths_of(measure):
            spot = self._walk(path, table, voice)
            self.note(spot, (), voice.dictionary)
            if isinstance(measure, Covered):
                self.note(spot, voice.listed(measure.required), voice.dictionary)
            if isinstance(measure, Distinct | Covered):
                self._followed.add(spot)
            if isinstance(measure, Distinct) and voice.column(table, path).kind is Kind.TEXT:
                self.counted.add(spot)

    def _walk(self, path: Path, table: str, voice: Facts) -> Spot:
        self._spots.add((table, path[0]))
        end = end_of(voice.dictionary, table, path)
        if len(path) == 2:
            self._followed.add((table, path[0]))
            self._spots |= {end, (end[0], "")}
        return end

    def _condition(self, condition: Condition, table: str, voice: Facts) -> None:
        match condition:
            case AllOf(members) | AnyOf(members):
                for member in members:
                    self._condition(member, table, voice)
            case CellTest(path, predicate):
                self._cell_test(self._walk(path, table, voice), predicate, table, voice)
            case Related(_, by):
                measure = condition.measure
                self._spots.add((voice.table_name(measure.of), by))
                self._linking.add((voice.table_name(measure.of), by))
                self._measure(measure, voice)
            case _:
                for path in (condition.start, end_path(condition, voice)):
                    self._walk(path, table, voice)

    def _cell_test(self, spot: Spot, predicate: Predicate, table: str, voice: Facts) -> None:
        values: list[Scalar] = []
        for operand in (predicate.equals, predicate.at_least, predicate.at_most):
            if isinstance(operand, Field):
                other = self._walk(operand.path, table, voice)
                self.note(other, (), voice.dictionary)
            elif operand is not None:
                values.append(voice.operand(operand))
        for listed in (predicate.one_of, predicate.includes_all, predicate.includes_any):
            if listed is not None:
                values += voice.listed(listed)
        self.note(spot, values, voice.dictionary)
        if predicate != Predicate(present=predicate.present):
            self._followed.add(spot)


def end_path(elapsed: Elapsed, voice: Facts) -> Path:
    """Return the path at which a time ends, also where a parameter names it."""
    if isinstance(elapsed.end, tuple):
        return elapsed.end
    return (str(voice.operand(elapsed.end)),)


def end_of(dictionary: Dictionary, table: str, path: Path) -> Spot:
    """Return the table and column in which a path ends."""
    if len(path) == 1:
        return table, path[0]
    return dictionary.tables[table].columns[path[0]].to, path[1]


def paths_of(measure: Measure) -> tuple[Path, ...]:
    """Return the paths whose cells a measure itself reads."""
    names = ("value", "start", "end", "date")
    return tuple(p for n in names if isinstance(p := getattr(measure, n, None), tuple))


def _referred(table: str, dictionary: Dictionary) -> bool:
    return any(c.to == table for t in dictionary.tables.values() for c in t.columns.values())


Sizes = Mapping[str, int]
"""Number of row kinds of each table."""
