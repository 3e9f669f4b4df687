"""One dictionary for subjects of several books: what every one of them can read."""

from collections.abc import Sequence
from dataclasses import replace

from checker.model.dictionary import Column, Dictionary, Kind, Table


def common(dictionaries: Sequence[Dictionary]) -> Dictionary:
    """Return a dictionary whose cells every dictionary that has the column accepts.

    A column whose type changed keeps the first one's: nothing can then be said of rules that read
    it, and the engine will not confirm a witness.
    """
    first, *others = dictionaries
    tables = dict(first.tables)
    for other in others:
        for name, table in other.tables.items():
            tables[name] = _table(tables[name], table) if name in tables else table
    return replace(first, tables=tables, populations={})


def _table(one: Table, other: Table) -> Table:
    if one == other:
        return one
    columns = dict(one.columns)
    for name, column in other.columns.items():
        columns[name] = _column(columns[name], column) if name in columns else column
    order = tuple(dict.fromkeys((*one.order, *other.order)))
    return replace(one, columns=columns, order=order)


def _column(one: Column, other: Column) -> Column:
    if one == other or one.kind is not other.kind or one.many is not other.many:
        return one
    lows = [b for b in (one.minimum, other.minimum) if b is not None]
    highs = [b for b in (one.maximum, other.maximum) if b is not None]
    values = tuple(v for v in one.values if v in other.values)
    if one.kind is Kind.ORDERED and [v for v in other.values if v in values] != list(values):
        values = one.values  # ranks that changed places: left to the engine to find out
    return replace(
        one,
        values=values,
        minimum=max(lows, default=None),
        maximum=min(highs, default=None),
        blank=one.blank if one.may_be_nothing <= other.may_be_nothing else other.blank,
        future=one.future and other.future,
    )
