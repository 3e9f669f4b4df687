"""What an incomplete submission may still turn out to be (LANGUAGE 1.3): the one definition.

A completion says what was left unsaid. Every unknown cell becomes a value of its column, or
nothing where the column may say nothing; a reference names a row that exists; a list is not empty;
an open table gains any rows and is then closed. What was said stays as it was: nothing is a
statement, and a known reference into an open table means that the row it names is among the rows
still missing. A one-row table never gains a row.

There are infinitely many completions; a `Sample` says which values stand for all of them. The
enumeration is complete over the sample. None at all means that the submission contradicts itself:
a reference that must name a row, in a table that has none.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, islice, product
from math import prod

from checker.language.sample import Sample, single_values
from checker.model.dictionary import Column, Dictionary, Kind, Table
from checker.model.frozen import dataclass
from checker.model.submission import TableData
from checker.model.value import NOTHING, UNKNOWN, Cell, Scalar

Tables = Mapping[str, TableData]
"""Every table of the dictionary, by name."""

Choose = Callable[[int], int]
"""Picks one of so many possibilities, counted from 0; chance or a search stands behind it."""

_KEY = "id"


class TooManyError(ValueError):
    """There are more completions than the caller wants to see."""

    def __init__(self, number: int, at_most: int) -> None:
        """Keep the number of completions that there would be."""
        super().__init__(f"{number} completions, more than {at_most}")
        self.number = number


def completions(
    tables: Tables, dictionary: Dictionary, sample: Sample, *, at_most: int = 100_000
) -> Iterator[Tables]:
    """Yield every completion over the sample; all tables are then known and closed.

    Raises:
        TooManyError: there are more than `at_most`.
    """
    number = count_completions(tables, dictionary, sample)
    if number > at_most:
        raise TooManyError(number, at_most)
    for grown in _grown(tables, dictionary, sample):
        yield from _filled(grown, dictionary, sample)


def count_completions(tables: Tables, dictionary: Dictionary, sample: Sample) -> int:
    """Return the number of completions over the sample, without making them."""
    return sum(
        prod(options.number for _, options in _blanks(grown, dictionary, sample))
        for grown in _grown(tables, dictionary, sample)
    )


def step(tables: Tables, dictionary: Dictionary, sample: Sample, choose: Choose) -> Tables | None:
    """Return the tables after one step towards a completion; None when nothing is left to say.

    A step fills one unknown cell, adds one row (which may itself have unknown cells) to an open
    table, or declares an open table complete. A reference into an open table may name a row that
    is not there yet.
    """
    moves: list[Callable[[], Tables]] = []
    for name, data in tables.items():
        table = dictionary.tables[name]
        for column, cells in data.columns.items():
            options = _options_now(tables, dictionary, table.columns[column], name, sample)
            for row, cell in enumerate(cells):
                if cell is UNKNOWN and options.number:
                    moves.append(_filling(tables, (name, row, column), options, choose))
        if not data.closed and not table.one_row:
            moves += _row_moves(tables, dictionary, table, sample, choose)
    return moves[choose(len(moves))]() if moves else None


Blank = tuple[str, int, str]
"""Table, row and column of one unknown cell."""


@dataclass(frozen=True, slots=True)
class _Options:
    """What an unknown cell may be, by number, so that nobody has to write down every list."""

    singles: Sequence[Scalar]
    many: bool
    nothing: bool

    @property
    def number(self) -> int:
        values = 2 ** len(self.singles) - 1 if self.many else len(self.singles)
        return values + self.nothing

    def __getitem__(self, index: int) -> Cell:
        if self.nothing and index == self.number - 1:
            return NOTHING
        if not self.many:
            return self.singles[index]
        return tuple(one for n, one in enumerate(self.singles) if (index + 1) >> n & 1)

    def __iter__(self) -> Iterator[Cell]:
        return (self[index] for index in range(self.number))


def _filling(
    tables: Tables, blank: Blank, options: _Options, choose: Choose
) -> Callable[[], Tables]:
    def fill() -> Tables:
        return _fill(tables, {blank: options[choose(options.number)]})

    return fill


def _row_moves(
    tables: Tables, dictionary: Dictionary, table: Table, sample: Sample, choose: Choose
) -> list[Callable[[], Tables]]:
    """The two moves that an open table allows: one more row, and no more rows."""
    data = tables[table.name]
    missing = _named_but_missing(tables, dictionary, table.name)
    options = {
        column: _options_now(tables, dictionary, table.columns[column], table.name, sample)
        for column in data.columns
        if column != _KEY
    }

    def add_row() -> Tables:
        keys = (*missing, next(_fresh_keys(tables, dictionary, table.name)))
        added = _with_rows(data, (keys[choose(len(keys))],))
        cells: dict[Blank, Cell] = {}
        for column, known in options.items():
            index = choose(known.number + 1)
            if index < known.number:
                cells[table.name, data.size, column] = known[index]
        return _fill({**tables, table.name: added}, cells)

    def close() -> Tables:
        return {**tables, table.name: replace(data, closed=True)}

    moves: list[Callable[[], Tables]] = []
    if all(
        known.number or not _must_name_none(tables, table.columns[column])
        for column, known in options.items()
    ):
        moves.append(add_row)
    if not missing and not (data.size == 0 and _is_awaited(tables, dictionary, table.name)):
        moves.append(close)
    return moves


def _must_name_none(tables: Tables, column: Column) -> bool:
    """Tell whether a reference has no row to name, nor ever will."""
    return column.kind is Kind.REF and tables[column.to].closed and not tables[column.to].ids


def _is_awaited(tables: Tables, dictionary: Dictionary, target: str) -> bool:
    """Tell whether an unknown reference must still name a row of a table."""
    return any(
        column.to == target and not column.may_be_nothing and UNKNOWN in data.columns[column.name]
        for data, column in _reference_columns(tables, dictionary)
    )


def _reference_columns(
    tables: Tables, dictionary: Dictionary
) -> Iterator[tuple[TableData, Column]]:
    for name, data in tables.items():
        for column in dictionary.tables[name].columns.values():
            if column.kind is Kind.REF and column.name in data.columns:
                yield data, column


def _named_but_missing(tables: Tables, dictionary: Dictionary, target: str) -> tuple[str, ...]:
    """Return the keys that known references name and the target table does not hold."""
    named = [
        str(key)
        for data, column in _reference_columns(tables, dictionary)
        if column.to == target
        for cell in data.columns[column.name]
        if cell is not UNKNOWN and cell is not NOTHING
        for key in (cell if isinstance(cell, tuple) else (cell,))
    ]
    held = set(tables[target].ids)
    return tuple(key for key in dict.fromkeys(named) if key not in held)


def _fresh_keys(tables: Tables, dictionary: Dictionary, target: str) -> Iterator[str]:
    used = {*tables[target].ids, *_named_but_missing(tables, dictionary, target)}
    return (key for n in count(1) if (key := f"+{n}") not in used)


def _grown(tables: Tables, dictionary: Dictionary, sample: Sample) -> Iterator[Tables]:
    """Yield the tables with every choice of additional rows, those still unknown in all cells."""
    per_table = []
    for name, data in tables.items():
        if dictionary.tables[name].one_row:
            per_table.append([_with_rows(data, () if data.size else ("",), closed=True)])
        elif data.closed:
            per_table.append([data])
        else:
            needed = _named_but_missing(tables, dictionary, name)
            fresh = tuple(islice(_fresh_keys(tables, dictionary, name), sample.new_rows))
            per_table.append(
                [
                    _with_rows(data, (*needed, *fresh[:n]), closed=True)
                    for n in range(sample.new_rows + 1)
                ]
            )
    for grown in product(*per_table):
        yield dict(zip(tables, grown, strict=True))


def _with_rows(data: TableData, keys: Sequence[str], *, closed: bool = False) -> TableData:
    blank = (UNKNOWN,) * len(keys)
    return replace(
        data,
        size=data.size + len(keys),
        ids=(*data.ids, *keys),
        columns={
            name: (*cells, *(keys if name == _KEY else blank))
            for name, cells in data.columns.items()
        },
        closed=closed,
    )


def _blanks(tables: Tables, dictionary: Dictionary, sample: Sample) -> list[tuple[Blank, _Options]]:
    """Return every unknown cell with what it may be, in tables that gain no more rows."""
    found: list[tuple[Blank, _Options]] = []
    for name, data in tables.items():
        for column, cells in data.columns.items():
            if UNKNOWN in cells:
                options = _options(tables, dictionary.tables[name].columns[column], name, sample)
                found += [
                    ((name, row, column), options)
                    for row, cell in enumerate(cells)
                    if cell is UNKNOWN
                ]
    return found


def _options(
    tables: Tables, column: Column, table: str, sample: Sample, keys: Sequence[str] = ()
) -> _Options:
    """Return what an unknown cell may be; keys are further rows that a reference may name."""
    given = sample.values.get((table, column.name))
    singles: Sequence[Scalar]
    if column.kind is Kind.REF:
        there = (*tables[column.to].ids, *keys)
        singles = there if given is None else [key for key in there if key in given]
    else:
        singles = single_values(column) if given is None else given
    return _Options(singles, column.many, column.may_be_nothing)


def _options_now(
    tables: Tables, dictionary: Dictionary, column: Column, table: str, sample: Sample
) -> _Options:
    """Return what an unknown cell may be while tables are open: also a row not there yet."""
    ahead: tuple[str, ...] = ()
    if column.kind is Kind.REF and not tables[column.to].closed:
        missing = _named_but_missing(tables, dictionary, column.to)
        ahead = (*missing, next(_fresh_keys(tables, dictionary, column.to)))
    return _options(tables, column, table, sample, ahead)


def _filled(tables: Tables, dictionary: Dictionary, sample: Sample) -> Iterator[Tables]:
    blanks = _blanks(tables, dictionary, sample)
    places = [place for place, _ in blanks]
    for cells in product(*(options for _, options in blanks)):
        yield _fill(tables, dict(zip(places, cells, strict=True)))


def _fill(tables: Tables, cells: Mapping[Blank, Cell]) -> Tables:
    """Return the tables with other cells in some places."""
    changed: dict[tuple[str, str], list[Cell]] = {}
    for (table, row, column), cell in cells.items():
        if (table, column) not in changed:
            changed[table, column] = list(tables[table].columns[column])
        changed[table, column][row] = cell
    columns: dict[str, dict[str, tuple[Cell, ...]]] = {}
    for (table, column), found in changed.items():
        columns.setdefault(table, dict(tables[table].columns))[column] = tuple(found)
    return {
        name: replace(data, columns=columns[name]) if name in columns else data
        for name, data in tables.items()
    }
