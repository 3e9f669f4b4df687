"""What a check is judged on: one submission, the parameters in force, one day.

Holds no result of its own: it only remembers what was computed once, so that rules which ask the
same of the same rows share the work.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from fractions import Fraction

from checker.language.timing import before
from checker.model.check import (
    AssessmentDate,
    Condition,
    Duration,
    Field,
    Limit,
    Operand,
    OverPeriod,
    Param,
    Path,
    Within,
)
from checker.model.dictionary import Column, Dictionary, Kind
from checker.model.frozen import dataclass
from checker.model.rule import Parameter
from checker.model.submission import Period, TableData
from checker.model.value import NOTHING, UNKNOWN, Cell, Scalar

ParameterValue = int | Fraction | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """One submission seen through the dictionary, with caches.

    Attributes:
        tables: every table of the dictionary.
        values: parameter values in force, by name.
        parameters: the parameters, for their units.
        on: the assessment date.
    """

    dictionary: Dictionary
    tables: Mapping[str, TableData]
    parameters: Mapping[str, Parameter]
    values: Mapping[str, ParameterValue]
    period: Period
    on: date
    truths: dict[tuple[str, Condition], object] = field(default_factory=dict)
    _cells: dict[tuple[str, Path], Sequence[Cell]] = field(default_factory=dict)
    _positions: dict[str, dict[str, int]] = field(default_factory=dict)
    _children: dict[tuple[str, str], "Children"] = field(default_factory=dict)

    def table(self, of: str) -> TableData:
        """Return the rows behind a table or population name."""
        population = self.dictionary.populations.get(of)
        return self.tables[population.of if population else of]

    def table_name(self, of: str) -> str:
        """Return the name of the table behind a table or population name."""
        population = self.dictionary.populations.get(of)
        return population.of if population else of

    def column(self, table: str, path: Path) -> Column:
        """Return the column that a path from a row of the table ends in."""
        column = self.dictionary.tables[table].columns[path[0]]
        return column if len(path) == 1 else self.dictionary.tables[column.to].columns[path[1]]

    def may_be_nothing(self, table: str, path: Path) -> bool:
        """Tell whether the cell at the end of a path may say nothing."""
        first = self.dictionary.tables[table].columns[path[0]]
        return first.may_be_nothing or self.column(table, path).may_be_nothing

    def cells(self, table: str, path: Path) -> Sequence[Cell]:
        """Return the cell that a path reaches from every row of the table."""
        key = (table, path)
        if key not in self._cells:
            own = self._column_cells(table, path[0])
            self._cells[key] = own if len(path) == 1 else self._through(table, path, own)
        return self._cells[key]

    def _column_cells(self, table: str, name: str) -> Sequence[Cell]:
        data = self.tables[table]
        return data.ids if name == "id" and "id" not in data.columns else data.columns[name]

    def _through(self, table: str, path: Path, keys: Sequence[Cell]) -> Sequence[Cell]:
        target = self.dictionary.tables[table].columns[path[0]].to
        reached = self._column_cells(target, path[1])
        positions = self.positions(target)
        # a key that names no row: nothing in a closed table, anything in an open one
        missing: Cell = NOTHING if self.tables[target].closed else UNKNOWN
        cells: list[Cell] = []
        for key in keys:
            if key is NOTHING or key is UNKNOWN:
                cells.append(key)
            else:
                row = positions.get(str(key))
                cells.append(missing if row is None else reached[row])
        return cells

    def positions(self, table: str) -> dict[str, int]:
        """Return the row number of every key of a table."""
        if table not in self._positions:
            self._positions[table] = {k: i for i, k in enumerate(self.tables[table].ids)}
        return self._positions[table]

    def children(self, table: str, by: str) -> "Children":
        """Return which rows of a table name which key in the ref column `by`."""
        key = (table, by)
        if key not in self._children:
            self._children[key] = _children(self.tables[table].columns[by])
        return self._children[key]

    def operand(self, operand: Operand) -> Scalar:
        """Return the value of an operand that is no field of the row."""
        if isinstance(operand, AssessmentDate):
            return self.on
        if isinstance(operand, Param):
            value = self.values[operand.name]
            assert not isinstance(value, tuple)
            return value
        assert not isinstance(operand, Field)
        return operand

    def listed(self, values: tuple[Scalar, ...] | Param) -> tuple[Scalar, ...]:
        """Return the members of a list that may be a parameter."""
        if isinstance(values, Param):
            found = self.values[values.name]
            assert isinstance(found, tuple)
            return found
        return values

    def limit(self, limit: Limit) -> int | Fraction:
        """Return a limit as a number; yearly and monthly ones are scaled to the period, exactly."""
        match limit:
            case OverPeriod(parameter):
                value = self.limit(parameter)
                yearly = self.parameters[parameter.name].unit.endswith("/年")
                return value * self.period.months / Fraction(12 if yearly else 1)
            case Param(name):
                found = self.values[name]
                assert not isinstance(found, str | tuple)  # units were checked at reading
                return found
            case _:
                return limit

    def duration(self, length: Param | Duration) -> Duration:
        """Return a length of time with its unit."""
        if isinstance(length, Duration):
            return length
        value = self.values[length.name]
        assert not isinstance(value, str | tuple)
        return Duration(value, self.parameters[length.name].unit)

    def days(self, within: Within) -> tuple[date, date]:
        """Return the first and last day of a window."""
        if within.last is None:
            return self.period.start, self.period.end
        return before(self.on, self.duration(within.last)), self.on

    def domain_size(self, table: str, path: Path) -> int | None:
        """Return how many different values the column at the end of a path can hold; None: any."""
        column = self.column(table, path)
        match column.kind:
            case Kind.ENUM | Kind.ORDERED:
                return len(column.values)
            case Kind.BOOL:
                return 2
            case Kind.INT if column.minimum is not None and column.maximum is not None:
                return int(column.maximum - column.minimum) + 1
            case Kind.REF if self.tables[column.to].closed:
                return len(self.tables[column.to].ids)
            case _:
                return None


@dataclass(frozen=True, slots=True)
class Children:
    """Rows by the key they name, and the rows of which it is unknown whom they name."""

    of: Mapping[str, Sequence[int]]
    of_anyone: Sequence[int]


def _children(cells: Sequence[Cell]) -> Children:
    of: defaultdict[str, list[int]] = defaultdict(list)
    of_anyone: list[int] = []
    for row, cell in enumerate(cells):
        if type(cell) is str:
            of[cell].append(row)
        elif type(cell) is tuple:
            for key in cell:
                of[str(key)].append(row)
        elif cell is UNKNOWN:
            of_anyone.append(row)
    return Children(of, of_anyone)
