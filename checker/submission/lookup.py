"""The dictionary as reading needs it: names and labels to tables and columns."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from checker.model.dictionary import Column, Dictionary, Kind, Table
from checker.model.submission import TableData
from checker.model.value import UNKNOWN
from checker.submission import words

ID: Final = "id"
"""Name of the key column that every table but a one-row one has."""


class Lookup:
    """What reading asks of a dictionary, worked out once.

    Attributes:
        dictionary: the dictionary.
        tables: name of a table by its name and by its label.
        referred: tables into which some column points; their rows need keys.
        absent: for every table, what it is when it was not handed in.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary
        self.tables = _names((t.name, t.label) for t in dictionary.tables.values())
        self.referred = frozenset(
            column.to for table in dictionary.tables.values() for column in table.columns.values()
        )
        self.absent = {table.name: absent(table) for table in dictionary.tables.values()}
        self._headers: dict[str, dict[str, str]] = {}

    def table(self, text: object) -> Table | None:
        """Return the table that a name or label means."""
        name = self.tables.get(str(text).strip())
        return self.dictionary.tables[name] if name else None

    def labels(self) -> str:
        """Return what tables are called, for a person who called one otherwise."""
        return words.listed(tuple(t.label for t in self.dictionary.tables.values()))

    def columns(self, table: Table) -> dict[str, Column]:
        """Return the columns of a table, the key column included."""
        key = {} if table.one_row else {ID: Column(ID, words.id_label(), Kind.TEXT)}
        return key | dict(table.columns)

    def headers(self, table: Table) -> dict[str, str]:
        """Return the name of a column by its name and by its label; the key column included."""
        if table.name not in self._headers:
            columns = self.columns(table).values()
            self._headers[table.name] = _names((c.name, c.label) for c in columns)
        return self._headers[table.name]


def lookup(dictionary: Dictionary) -> Lookup:
    """Return the lookup of a dictionary, made once for each of the last few dictionaries."""
    return _lookup(_Same(dictionary))


def absent(table: Table) -> TableData:
    """Return what a table is when nothing of it was handed in (LANGUAGE 1.2)."""
    if not table.one_row:
        return TableData(0, dict.fromkeys(table.columns, ()), (), closed=False, submitted=False)
    row = dict.fromkeys(table.columns, (UNKNOWN,))
    return TableData(1, row, ("",), closed=True, submitted=False)


class _Same:
    """A dictionary as a key: equal to itself only, for its mappings have no hash."""

    def __init__(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary

    def __hash__(self) -> int:
        return id(self.dictionary)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.dictionary is self.dictionary


@lru_cache(maxsize=8)
def _lookup(same: _Same) -> Lookup:
    return Lookup(same.dictionary)


def _names(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return names by name and by label; a label that several share names none of them."""
    known = list(pairs)
    shared = Counter(label for _, label in known)
    names = {label: name for name, label in known if shared[label] == 1}
    return names | {name: name for name, _ in known}
