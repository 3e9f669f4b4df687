"""Short ways to write dictionaries, tables, parameters and checks in tests."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from checker.language.facts import Facts
from checker.language.parse import read_check, read_row_condition
from checker.language.typecheck import Scope
from checker.model.check import Check, Condition
from checker.model.dictionary import BlankMeaning, Column, Dictionary, Kind, Population, Table
from checker.model.outcome import Origin
from checker.model.problem import Place
from checker.model.rule import Parameter
from checker.model.submission import Period, TableData
from checker.model.value import UNKNOWN, Cell, exact

HALF_YEAR = Period(date(2025, 1, 1), date(2025, 6, 30))


def column(name: str, kind: str, **more: Any) -> Column:
    """A column; bounds as decimal texts, `blank` as the dictionary writes it."""
    for bound in ("minimum", "maximum"):
        if isinstance(more.get(bound), str):
            more[bound] = exact(more[bound])
    if "blank" in more:
        more["blank"] = BlankMeaning(more["blank"])
    return Column(name, more.pop("label", name), Kind(kind), **more)


def table(name: str, *columns: Column, **more: Any) -> Table:
    """A table with its key column; `unit` is its counting word, 个 unless said."""
    key = () if more.get("one_row") else (column("id", "text"),)
    named = {c.name: c for c in (*key, *columns)}
    return Table(name, more.pop("label", name), more.pop("unit", "个"), named, **more)


def parameter(name: str, value: str | Sequence[str], unit: str, **more: Any) -> Parameter:
    """A parameter; numbers as decimal texts."""
    default: int | Fraction | str | tuple[str, ...]
    if not isinstance(value, str):
        default = tuple(value)
    elif unit in ("column", "text"):
        default = value
    else:
        default = exact(value)
    return Parameter(name, name, default, unit, Origin.OWN, "test", **more)


def parameters(*members: Parameter) -> dict[str, Parameter]:
    """Parameters by name."""
    return {p.name: p for p in members}


def dictionary(
    *tables: Table,
    populations: Mapping[str, tuple[str, Mapping[str, Any]]] | None = None,
    subject: str = "community",
) -> Dictionary:
    """A dictionary; populations as {name: (table, condition)}."""
    bare = Dictionary({t.name: t for t in tables}, {}, subject)
    named = {
        name: Population(name, name, of, condition(where, of, bare))
        for name, (of, where) in (populations or {}).items()
    }
    return replace(bare, populations=named)


def scope(words: Dictionary, known: Mapping[str, Parameter] | None = None) -> Scope:
    """A scope whose places hold the path in the file."""
    return Scope(words, known or {}, lambda at, key: Place(field=".".join(map(str, at))))


def check(
    data: Mapping[str, Any], words: Dictionary, known: Mapping[str, Parameter] | None = None
) -> Check:
    """Read a check that has no fault."""
    reader = scope(words, known)
    found = read_check(data, ("check",), reader)
    assert found is not None, reader.problems
    return found


def condition(
    data: Mapping[str, Any],
    of: str,
    words: Dictionary,
    known: Mapping[str, Parameter] | None = None,
) -> Condition:
    """Read a condition on the rows of a table that has no fault."""
    reader = scope(words, known)
    found = read_row_condition(data, ("condition",), words.tables[of], reader)
    assert found is not None, reader.problems
    return found


def table_data(of: Table, rows: Iterable[Mapping[str, Cell]], *, closed: bool = True) -> TableData:
    """Rows of a table; a cell that is not given is unknown, ids are r0, r1, … unless given."""
    rows = list(rows)
    ids = tuple("" if of.one_row else str(r.get("id", f"r{i}")) for i, r in enumerate(rows))
    columns = {c: tuple(r.get(c, UNKNOWN) for r in rows) for c in of.columns if c != "id"}
    assert all(name in of.columns for r in rows for name in r), rows
    return TableData(len(rows), columns, ids, closed, submitted=bool(rows) or closed)


def all_tables(words: Dictionary, **given: Any) -> dict[str, TableData]:
    """Every table of a dictionary; lists are closed tables, what is not given was not handed in."""
    tables = {}
    for name, of in words.tables.items():
        found = given.get(name)
        if isinstance(found, TableData):
            tables[name] = found
        elif found is not None:
            tables[name] = table_data(of, found)
        else:
            tables[name] = table_data(of, [{}] if of.one_row else [], closed=of.one_row)
    return tables


def facts(
    words: Dictionary,
    tables: Mapping[str, TableData],
    known: Mapping[str, Parameter] | None = None,
    period: Period = HALF_YEAR,
    on: date = date(2025, 7, 10),
) -> Facts:
    """Facts with the default values of the parameters."""
    known = known or {}
    return Facts(words, tables, known, {n: p.default for n, p in known.items()}, period, on)


def moment(text: str) -> datetime:
    """A time, as ISO writes it."""
    return datetime.fromisoformat(text)


def day(text: str) -> date:
    """A date, as ISO writes it."""
    return date.fromisoformat(text)
