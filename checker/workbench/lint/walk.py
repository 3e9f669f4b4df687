"""Walking the plain data of a check that has been read without a fault, with the path of each part."""

from collections.abc import Iterator, Mapping
from typing import Any

from checker.document.document import Path
from checker.model.dictionary import Column, Dictionary
from checker.model.frozen import dataclass

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RawLeaf:
    """A measure with its expectation; `inside` tells that it stands in a `related`."""

    at: Path
    data: Raw
    inside: bool = False


@dataclass(frozen=True, slots=True)
class RawTest:
    """What one cell must satisfy; predicate is always a mapping.

    Attributes:
        table: table of the row.
        path: column, or ref column and column behind it.
    """

    at: Path
    table: str
    path: str
    predicate: Raw


@dataclass(frozen=True, slots=True)
class RawElapsed:
    """A time from one cell to another."""

    at: Path
    table: str
    data: Raw


def leaves(data: Raw, at: Path = ("check",)) -> Iterator[RawLeaf]:
    """Yield the leaves of a check in the order of writing; not those inside `related`."""
    for key in ("all", "any"):
        if key in data:
            for i, member in enumerate(data[key]):
                yield from leaves(member, (*at, key, i))
            return
    yield RawLeaf(at, data)


def measures(leaf: RawLeaf) -> Iterator[tuple[Path, Raw]]:
    """Yield what is measured: the leaf itself, or both sides of a ratio."""
    if leaf.data["measure"] == "ratio":
        for side in ("numerator", "denominator"):
            yield (*leaf.at, side), leaf.data[side]
    else:
        yield leaf.at, leaf.data


def conditions(leaf: RawLeaf, dictionary: Dictionary) -> Iterator[tuple[Path, Any, str]]:
    """Yield every condition of a leaf with its path and the table whose rows it asks."""
    for at, data in measures(leaf):
        table = dictionary.table_of(data["of"]).name
        for key in ("where", "that"):
            if key in data:
                yield (*at, key), data[key], table


def tests(
    condition: Any, at: Path, table: str, dictionary: Dictionary
) -> Iterator[RawTest | RawElapsed | RawLeaf]:
    """Yield what a condition asks of a row, the leaves of `related` among it, not their insides."""
    for key, value in condition.items():
        here: Path = (*at, key)
        if key in ("all", "any"):
            for i, member in enumerate(value):
                yield from tests(member, (*here, i), table, dictionary)
        elif key == "elapsed":
            yield RawElapsed(here, table, value)
        elif key == "related":
            yield RawLeaf(here, value, inside=True)
        else:
            predicate = value if isinstance(value, Mapping) else {"equals": value}
            yield RawTest(here, table, key, predicate)


def all_leaves(data: Raw, dictionary: Dictionary, at: Path = ("check",)) -> Iterator[RawLeaf]:
    """Yield every leaf, those inside `related` too."""
    for leaf in leaves(data, at):
        yield leaf
        for where, condition, table in conditions(leaf, dictionary):
            for test in tests(condition, where, table, dictionary):
                if isinstance(test, RawLeaf):
                    yield test


def all_tests(
    data: Raw, dictionary: Dictionary, at: Path = ("check",)
) -> Iterator[RawTest | RawElapsed]:
    """Yield everything asked of any row, also inside `related`."""
    for leaf in all_leaves(data, dictionary, at):
        for where, condition, table in conditions(leaf, dictionary):
            for test in tests(condition, where, table, dictionary):
                if not isinstance(test, RawLeaf):
                    yield test


def column_of(table: str, path: str, dictionary: Dictionary) -> tuple[Column, bool]:
    """Return the column a path ends in, and whether the cell may say nothing."""
    first, _, second = path.partition(".")
    column = dictionary.tables[table].columns[first]
    if not second:
        return column, column.may_be_nothing
    reached = dictionary.tables[column.to].columns[second]
    return reached, column.may_be_nothing or reached.may_be_nothing
