"""A predicate over one unknown cell says exactly what the cell still allows (LANGUAGE 3.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.conditions import truth
from checker.language.kleene import FALSE, TRUE
from checker.model.dictionary import Column, Kind
from checker.model.value import NOTHING, UNKNOWN, Cell
from tests.builders import all_tables, condition, facts, table_data
from tests.language.reference import Judge
from tests.properties.cases import Author, Raw
from tests.properties.settings import fixed
from tests.properties.world import DICTIONARY, ON, PARAMETERS, PERIODS, values_of, world

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

COLUMNS = [
    (table.name, column)
    for table in DICTIONARY.tables.values()
    for column in table.columns.values()
    if column.name != "id" and not (column.kind is Kind.REF and not column.many)
]


@dataclass(frozen=True)
class OneCell:
    """A predicate over one cell; the other cells of the row are known."""

    table: str
    column: Column
    condition: Raw
    row: dict[str, Cell]


@st.composite
def one_cells(draw: Any, table: str, column: Column) -> OneCell:
    author = Author(draw, paths=False)
    said = author.predicate(column, table, may_be_nothing=column.may_be_nothing)
    row: dict[str, Cell] = {}
    for other in DICTIONARY.tables[table].columns.values():
        if other.name not in ("id", column.name):
            options = [NOTHING] if other.kind is Kind.REF else _values(other)
            row[other.name] = author.pick(options)
    return OneCell(table, column, {column.name: said}, row)


def _values(column: Column) -> list[Cell]:
    found: list[Cell] = [*values_of(column)]
    if column.many:
        found = [(one,) for one in values_of(column)]
    return [*found, NOTHING] if column.may_be_nothing else found


def dense(column: Column, row: dict[str, Cell]) -> Sequence[Any]:
    """So many values of a column that no region is left out that limits or the row cut out."""
    low, high = column.minimum, column.maximum
    numbers = [v for v in row.values() if isinstance(v, int | Fraction)]
    near = [n + d for n in numbers for d in (-1, -n / Fraction(2), 0, 1)]
    singles: Sequence[Any]
    match column.kind:
        case Kind.INT | Kind.DEC:
            part = 1 if column.kind is Kind.INT else 4
            singles = [
                n
                for n in (*near, *(Fraction(n, part) for n in range(-20 * part, 20 * part + 1)))
                if (low is None or n >= low)
                and (high is None or n <= high)
                and (part > 1 or n == int(n))
            ]
        case Kind.DATE:
            singles = [date(2023, 12, 1) + timedelta(days=n) for n in range(1130)]
        case Kind.DATETIME:
            singles = [
                datetime.combine(date(2023, 12, 1), time()) + timedelta(minutes=n * 24 * 15)
                for n in range(4 * 1130)
            ]
            moments = [m for m in values_of(column) if isinstance(m, datetime)]
            minutes = [m + timedelta(minutes=d) for m in moments for d in (-1, 0, 1)]
            singles = [*singles, *minutes]
        case Kind.REF:
            singles = ["g0", "g1"]
        case Kind.TEXT:
            singles = ["一", "二", "三", "四", "五"]
        case _:
            singles = values_of(column)
    if column.many:
        sizes = range(1, len(singles) + 1)
        return list(chain.from_iterable(combinations(singles, size) for size in sizes))
    return singles


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda x: getattr(x, "name", x))
def test_an_unknown_cell_is_true_false_or_either_as_its_values_are(table, column):
    @fixed(40)
    @given(one_cells(table, column))
    def agrees(case: OneCell) -> None:
        if _mentions(case.condition, column.name):
            return  # compared with itself: the cell is read twice
        said = case.condition[column.name]
        if isinstance(said, dict) and "size" in said and len(said) > 1:
            return  # size together with includes_… is answered "either" (LANGUAGE 4)
        period = PERIODS[0]
        of = DICTIONARY.tables[table]
        grids = [{"id": name, "parent_id": NOTHING} for name in ("g0", "g1")]
        unknown = table_data(of, [{**case.row, column.name: UNKNOWN}])
        tables = {**all_tables(DICTIONARY, grids=grids), table: unknown}
        if table == "grids":
            tables["grids"] = unknown
        read = condition(case.condition, table, DICTIONARY, PARAMETERS)
        found = truth(facts(DICTIONARY, tables, PARAMETERS, period, ON), table, read).code(0)

        judge = Judge(world(period), {})
        values: list[Any] = [*dense(column, case.row), *([None] if column.may_be_nothing else [])]
        row = {c: None if v is NOTHING else v for c, v in case.row.items()}
        wanted = 0
        for value in values:
            met = judge.holds(case.condition, {**row, column.name: value}, table)
            wanted |= TRUE if met else FALSE
        assert found == wanted, (case, found, wanted)

    agrees()


def _mentions(said: Any, name: str) -> bool:
    if isinstance(said, dict):
        return any(
            (key == "field" and value == name) or _mentions(value, name)
            for key, value in said.items()
        )
    return isinstance(said, list) and any(_mentions(one, name) for one in said)
