"""Types and units of the check language (LANGUAGE 3.4), checked without a submission."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Final

from checker.language import words
from checker.model.check import (
    Count,
    Covered,
    Distinct,
    FewestPer,
    Mean,
    Measure,
    Param,
    Path,
    Ratio,
    Share,
    SimpleMeasure,
    Sum,
    TimeCovered,
)
from checker.model.dictionary import Column, Dictionary, Kind, Table
from checker.model.frozen import dataclass
from checker.model.problem import Place, Problem
from checker.model.rule import Parameter
from checker.model.value import Scalar, exact

ORDERED_KINDS: Final = frozenset({Kind.INT, Kind.DEC, Kind.ORDERED, Kind.DATE, Kind.DATETIME})
TIME_KINDS: Final = frozenset({Kind.DATE, Kind.DATETIME})
NUMBER_KINDS: Final = frozenset({Kind.INT, Kind.DEC})
CHOICE_KINDS: Final = frozenset({Kind.ENUM, Kind.ORDERED})

DURATION_UNITS: Final = ("分钟", "小时", "日", "工作日", "月")
DURATION_KEYS: Final = {
    "minutes": "分钟",
    "hours": "小时",
    "days": "日",
    "workdays": "工作日",
    "months": "月",
}

TreePath = tuple[str | int, ...]

VAGUE: Final = Column("", "", Kind.TEXT)
"""A column of which nothing is known, because it, its table or its name has a fault of its own.

Reading goes on behind it, and finds all that can be told without knowing the column. It never
stands in a node that is handed out.
"""

NO_TABLE: Final = Table("", "", "", {})
"""The same of a table: each of its columns is vague."""


def _nowhere(what: str, name: str, of: str) -> bool:
    """Say that no other name may be declared than those that are known."""
    del what, name, of
    return False


@dataclass(frozen=True, slots=True)
class Scope:
    """What the reader of one check knows, and where it puts the problems it meets.

    Attributes:
        place: tells where a node (or its key) of the file stands.
        declared: tells whether a name that is not known here (of a parameter, of a column with its
            table, of a source: table or population) is or may be declared in something that has
            faults of its own; then it is passed over.
    """

    dictionary: Dictionary
    parameters: Mapping[str, Parameter]
    place: Callable[[TreePath, bool], Place]
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    declared: Callable[[str, str, str], bool] = _nowhere

    def report(
        self, at: TreePath, code: str, said: tuple[str, str], *, key: bool = False, found: str = ""
    ) -> None:
        """Note a problem at a node of the file; said is message and advice."""
        self.problems.append(Problem(self.place(at, key), code, said[0], found, advice=said[1]))

    def unknown(self, at: TreePath, what: str, name: str, known: Iterable[str]) -> None:
        """Note a name that does not exist, with the nearest that does."""
        known = list(known)
        self.report(
            at, f"unknown_{what}", words.unknown_name(what, name, nearest(name, known), known),
            found=name,
        )  # fmt: skip

    def parameter(self, name: str, at: TreePath) -> Parameter | None:
        """Return the parameter written $name; None if there is none, or only its name is known."""
        self.used.add(name)
        found = self.parameters.get(name)
        if found is None and not self.declared("parameter", name, ""):
            self.unknown(at, "parameter", name, self.parameters)
        return found

    def table(self, name: str, at: TreePath) -> Table:
        """Return the table behind a table or population name, or NO_TABLE."""
        if name in self.dictionary.tables or name in self.dictionary.populations:
            return self.dictionary.table_of(name)
        if not self.declared("source", name, ""):
            known = [*self.dictionary.tables, *self.dictionary.populations]
            self.unknown(at, "table", name, known)
        return NO_TABLE

    def column(self, table: Table, text: str, at: TreePath, *, key: bool = False) -> "Reach":
        """Return what a path written as text reaches from a row of the table, or VAGUE."""
        first, dot, second = text.partition(".")
        column = self._column(table, first, at, key=key)
        if column is VAGUE:
            return Reach((first,), VAGUE, may_be_nothing=True)
        if not dot:
            return Reach((first,), column, column.may_be_nothing)
        if column.kind is not Kind.REF or column.many:
            self.report(at, "not_a_reference", words.not_a_reference(column.label), key=key)
            return Reach((first,), VAGUE, may_be_nothing=True)
        target = self.dictionary.tables.get(column.to, NO_TABLE)
        reached = self._column(target, second, at, key=key)
        nothing = column.may_be_nothing or reached.may_be_nothing or reached is VAGUE
        return Reach((first, second), reached, nothing)

    def _column(self, table: Table, name: str, at: TreePath, *, key: bool) -> Column:
        found = table.columns.get(name)
        if found is not None:
            return found
        if table is not NO_TABLE and not self.declared("column", name, table.name):
            near = nearest(name, table.columns)
            said = words.unknown_column(table.label, name, near, list(table.columns))
            self.report(at, "unknown_column", said, key=key, found=name)
        return VAGUE


@dataclass(frozen=True, slots=True)
class Reach:
    """A path, the column it ends in (VAGUE if that is not known), and whether it may say nothing."""

    path: Path
    column: Column
    may_be_nothing: bool


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like this one; "" if none is near."""
    from difflib import get_close_matches  # only a faulty rule pays for it

    return next(iter(get_close_matches(name, list(known), 1, 0.6)), "")


def literal(raw: object, column: Column) -> Scalar | None:
    """Return a literal of a file as a value of the column, or None if it is none."""
    match column.kind:
        case Kind.BOOL:
            return raw if isinstance(raw, bool) else None
        case Kind.INT | Kind.DEC:
            return _number(raw, whole=column.kind is Kind.INT)
        case Kind.DATE | Kind.DATETIME:
            return _time(raw)
        case Kind.ENUM | Kind.ORDERED:
            return raw if isinstance(raw, str) and raw in column.values else None
        case Kind.TEXT | Kind.REF:
            return raw if isinstance(raw, str) else None


def _number(raw: object, *, whole: bool) -> Scalar | None:
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        return None
    try:
        number = exact(str(raw))
    except ValueError:
        return None
    return None if whole and not isinstance(number, int) else number


def _time(raw: object) -> Scalar | None:
    if not isinstance(raw, str):
        return None
    try:
        return datetime.fromisoformat(raw) if "T" in raw else date.fromisoformat(raw)
    except ValueError:
        return None


def comparable(left: Column, right: Column) -> bool:
    """Tell whether two columns hold values that may be compared."""
    if left.kind in TIME_KINDS:
        return right.kind in TIME_KINDS
    if left.kind in NUMBER_KINDS:
        return right.kind in NUMBER_KINDS
    if left.kind in CHOICE_KINDS:
        return left.kind is right.kind and left.values == right.values
    return left.kind is right.kind


def unit_of(measure: Measure, dictionary: Dictionary) -> str:
    """Return the unit of a measure; "count" stands for the counting word of its table."""
    match measure:
        case Share() | Covered() | TimeCovered():
            return "1"
        case FewestPer():
            return "count/月" if measure.each == "month" else "count/季"
        case Sum() | Mean():
            return reached_column(measure, measure.value, dictionary).unit or "1"
        case Ratio():
            over, under = (_operand_unit(m, dictionary) for m in _sides(measure))
            return "1" if over == under else f"{over}/{under}"
        case _:
            return "count"


def reached_column(measure: SimpleMeasure, path: Path, dictionary: Dictionary) -> Column:
    """Return the column that a well-typed path of a measure ends in."""
    table = dictionary.table_of(measure.of)
    column = table.columns[path[0]]
    return column if len(path) == 1 else dictionary.tables[column.to].columns[path[1]]


def _sides(measure: Ratio) -> tuple[SimpleMeasure, SimpleMeasure]:
    return measure.numerator, measure.denominator


def _operand_unit(measure: SimpleMeasure, dictionary: Dictionary) -> str:
    unit = unit_of(measure, dictionary)
    return dictionary.table_of(measure.of).unit if unit == "count" else unit


def accepted_units(measure: Measure, dictionary: Dictionary) -> set[str] | None:
    """Return the units in which a limit of the measure may be given; None if they are not known."""
    if any(not dictionary.table_of(m.of).unit for m in _simple(measure)):
        return None  # what the rows are counted in has a fault of its own
    unit = unit_of(measure, dictionary)
    units = {unit}
    if unit.startswith("count") and not isinstance(measure, Ratio):
        word = dictionary.table_of(measure.of).unit
        if isinstance(measure, Distinct):
            word = reached_column(measure, measure.value, dictionary).counted or "种"
        units.add(unit.replace("count", word, 1))
    return units


def _simple(measure: Measure) -> tuple[SimpleMeasure, ...]:
    return _sides(measure) if isinstance(measure, Ratio) else (measure,)


def integral(measure: Measure) -> bool:
    """Tell whether every value of the measure is a whole number."""
    return isinstance(measure, Count | Distinct | FewestPer)


def list_fits(parameter: Parameter, column: Column) -> bool:
    """Tell whether a list parameter holds values of the column only."""
    return isinstance(parameter.default, tuple) and all(
        literal(v, column) is not None for v in parameter.default
    )


def is_param(raw: object) -> bool:
    """Tell whether a scalar of a file is written as a parameter."""
    return isinstance(raw, str) and raw.startswith("$")


def param(raw: str) -> Param:
    """Return the parameter that a text "$name" names."""
    return Param(raw[1:])
