"""Two small submissions made into one: a proposal, whose outcomes are for the engine to say.

Tables that only one of them has are taken as they are. Where both have rows of a table, the rows
stand side by side, or are laid over each other, or only those of one are kept; a cell that a row
lacks is filled with what the other's rows hold. Keys that collide are renamed, references with
them, and whoever refers to a row that was laid over another refers to that one.
"""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import Final

from checker.model.dictionary import Dictionary
from checker.model.value import Cell
from checker.workbench.proof.pool import KEY, Row, Sample

Keys = dict[tuple[str, str], str]
"""New keys of rows by table and old key."""


class Way(Enum):
    """How the rows of a common table come together."""

    BESIDE = auto()
    OVER = auto()
    FIRST = auto()
    SECOND = auto()


WAYS: Final = tuple(Way)


def joined(one: Sample, other: Sample, way: Way, dictionary: Dictionary) -> Sample:
    """Return one sample made of two; the cells of the first go before those of the second."""
    if way is Way.SECOND:
        one, other, way = other, one, Way.FIRST
    common = one.tables.keys() & other.tables.keys()
    single = {t for t in common if dictionary.tables[t].one_row}
    keys: Keys = {}
    for table in sorted(common):
        mine, theirs = one.tables[table], other.tables[table]
        over = table in single or (way is not Way.BESIDE and mine)
        keys |= (
            _laid_over(table, mine, theirs, kept=way is not Way.FIRST)
            if over
            else _apart(table, mine, theirs)
        )
    renamed = {t: _renamed(t, rows, keys, dictionary) for t, rows in other.tables.items()}
    tables: dict[str, tuple[Row, ...]] = {**one.tables, **renamed}
    for table in sorted(common):
        mine, theirs = one.tables[table], renamed[table]
        if table in single:
            tables[table] = tuple(_over(mine, theirs, len(mine) or len(theirs)))
        elif way is Way.BESIDE or not mine:
            tables[table] = (*_filled(mine, theirs), *_filled(theirs, mine))
        else:
            size = len(mine) if way is Way.FIRST else max(len(mine), len(theirs))
            tables[table] = tuple(_over(mine, theirs, size))
    return Sample(tables, max(one.on, other.on))


def _over(mine: tuple[Row, ...], theirs: tuple[Row, ...], size: int) -> Iterator[Row]:
    """Yield rows of one laid over rows of the other, then what is left of either."""
    for i in range(size):
        if i < len(mine):
            yield {**theirs[i % len(theirs)], **mine[i]} if theirs else mine[i]
        else:
            yield {**mine[i % len(mine)], **theirs[i]} if mine else theirs[i]


def _filled(rows: tuple[Row, ...], by: tuple[Row, ...]) -> Iterator[Row]:
    for i, row in enumerate(rows):
        yield {**by[i % len(by)], **row} if by else row


def _laid_over(table: str, mine: tuple[Row, ...], theirs: tuple[Row, ...], *, kept: bool) -> Keys:
    """Return the keys of rows that are laid over others, or left out for them."""
    keys = _apart(table, mine, theirs)
    for i, row in enumerate(theirs):
        if mine and (i < len(mine) or not kept):
            keys[table, str(row[KEY])] = str(mine[i % len(mine)][KEY])
    return keys


def _apart(table: str, mine: tuple[Row, ...], theirs: tuple[Row, ...]) -> Keys:
    taken = {str(row[KEY]) for row in (*mine, *theirs)}
    own = {str(row[KEY]) for row in mine}
    keys: Keys = {}
    for row in theirs:
        key = str(row[KEY])
        if key in own:
            number = 2
            while f"{key}-{number}" in taken:
                number += 1
            keys[table, key] = f"{key}-{number}"
            taken.add(keys[table, key])
    return keys


def _renamed(
    table: str, rows: tuple[Row, ...], keys: Keys, dictionary: Dictionary
) -> tuple[Row, ...]:
    if not keys:
        return rows
    to = {c.name: c.to for c in dictionary.tables[table].columns.values() if c.to}
    return tuple(_with_keys(table, row, to, keys) for row in rows)


def _with_keys(table: str, row: Row, to: Mapping[str, str], keys: Keys) -> Row:
    new: dict[str, Cell] = dict(row)
    new[KEY] = keys.get((table, str(row[KEY])), str(row[KEY]))
    for column, target in to.items():
        held = row.get(column)
        if isinstance(held, str):
            new[column] = keys.get((target, held), held)
        elif isinstance(held, tuple):
            new[column] = tuple(keys.get((target, str(k)), k) for k in held)
    return new
