"""What must hold of symbolic tables: of rows and cells as such, and so that a reader takes them."""

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import Final

import z3

from checker.language.solve.frame import Spot
from checker.language.solve.space import Space, remembered
from checker.language.solve.terms import Formula, all_of, any_of, not_after
from checker.model.dictionary import BlankMeaning, Column, Kind

_NONE: Final = "无"


def demands(space: Space, spots: Iterable[Spot], *, reading: bool = True) -> Iterator[Formula]:
    """Yield what must hold of the columns that a question reads.

    Args:
        reading: also what makes a reader reject a submission.
    """
    by_table: dict[str, set[str]] = {}
    for table, name in closure(space, spots):
        by_table.setdefault(table, set()).add(name)
    for table in sorted(by_table):
        names = sorted(n for n in by_table[table] if n)
        yield _of_table(space, table, names, reading=reading)


def closure(space: Space, spots: Iterable[Spot]) -> set[Spot]:
    """Return the columns read, and the tables into which they point."""
    found = set(spots)
    for table, name in spots:
        to = space.frame.dictionary.tables[table].columns[name].to if name else ""
        if to in space.sizes and (table, name) not in space.opaque:
            found.add((to, ""))
    return found


def blank_only(column: Column) -> bool:
    """Tell whether nothing can only be said by leaving cells blank once others are filled in."""
    return column.blank is BlankMeaning.NOTHING_ONCE_USED and _NONE in column.values


def _of_table(space: Space, table: str, names: list[str], *, reading: bool) -> Formula:
    """Return all demands of a table as one; made anew only once more is required of its columns."""
    noted = tuple(len(space.required(table, name)) for name in names)
    key = ("demands", table, tuple(names), reading, noted)
    found: Formula = remembered(
        space, key, lambda: all_of(_table_demanded(space, table, names, reading=reading))
    )
    return found


def _table_demanded(
    space: Space, table: str, names: list[str], *, reading: bool
) -> Iterator[Formula]:
    yield from _rows_demanded(space, table, reading=reading)
    for name in names:
        yield from space.required(table, name)
    for kind in space.kinds(table):
        for name in names:
            yield from space.demanded_of(table, kind, name)
        yield from _dealt(space, table, kind, names)
        if reading:
            yield from _in_order(space, table, kind, names)
    if reading:
        yield from _no_silence(space, table, names)


def _rows_demanded(space: Space, table: str, *, reading: bool) -> Iterator[Formula]:
    counts = [space.multiplicity(table, k) for k in space.kinds(table)]
    if space.frame.dictionary.tables[table].one_row:
        return
    yield from (n >= 0 for n in counts)
    if reading:  # the order of kinds says nothing: use the first ones first
        yield from (z3.Implies(b > 0, a > 0) for a, b in pairwise(counts))


def _dealt(space: Space, table: str, kind: int, names: list[str]) -> Iterator[Formula]:
    """Yield that a kind is dealt out among several rows by one ref column at most."""
    columns = space.frame.dictionary.tables[table].columns
    refs = [
        n for n in names
        if columns[n].kind is Kind.REF
        and (table, n) not in space.opaque and columns[n].to in space.sizes
    ]  # fmt: skip
    for a, b in combinations(refs, 2):
        yield z3.Or(space.width(table, kind, a) <= 1, space.width(table, kind, b) <= 1)


def _in_order(space: Space, table: str, kind: int, names: list[str]) -> Iterator[Formula]:
    for chain in space.frame.dictionary.tables[table].order:
        terms = [space.term(table, kind, (name,)) for name in chain if name in names]
        for i, j in combinations(range(len(terms)), 2):
            between = [z3.Not(t.there) for t in terms[i + 1 : j]]
            both = all_of([terms[i].there, terms[j].there, *between])
            yield z3.Implies(both, not_after(terms[i], terms[j]))


def _no_silence(space: Space, table: str, names: list[str]) -> Iterator[Formula]:
    """Yield that a column is not wholly blank where no word stands for nothing in it."""
    for name in names:
        column = space.frame.dictionary.tables[table].columns[name]
        if not column.many and blank_only(column):
            used = [
                z3.And(space.multiplicity(table, k) > 0, space.term(table, k, (name,)).there)
                for k in space.kinds(table)
            ]
            yield z3.Or(space.rows(table) == 0, any_of(used))
