"""A witness with as few rows as can be had by leaving rows out, so that a person can read it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from checker.model.dictionary import Dictionary
from checker.model.rule import Rule, Rulebook
from checker.workbench.comparison.meaning import Flip, flip

MOST_TRIALS: Final = 400
"""Trials after which a witness is small enough: each judges it twice."""

STEPS: Final = (10, 5, 4, 3, 2)

Tables = Mapping[str, Any]


def shrunk(found: Flip, old: tuple[Rule, Rulebook], new: tuple[Rule, Rulebook]) -> Flip:
    """Return a witness of the same two outcomes from which no row can be left out.

    Table by table, rows go in even steps, by halves, by quarters, down to one by one; whoever refers
    to a row that goes loses the reference. Both versions judge every trial.
    """
    smallest, trials = found, MOST_TRIALS
    narrowing = True
    while narrowing and trials > 0:
        before = smallest.rows
        for table in sorted(smallest.data["tables"]):
            smallest, trials = _narrowed(smallest, table, trials, old, new)
        narrowing = smallest.rows < before
    return replace(smallest, source=found.source)


def _narrowed(
    found: Flip,
    table: str,
    trials: int,
    old: tuple[Rule, Rulebook],
    new: tuple[Rule, Rulebook],
) -> tuple[Flip, int]:
    """Return a witness with fewer rows of one table, and the trials that are left."""
    tried_sizes: set[int] = set()
    while (size := len(_rows(found.data["tables"][table]))) not in tried_sizes:
        tried_sizes.add(size)
        for gone in _choices(size):
            if trials <= 0:
                return found, 0
            trials -= 1
            fewer = _without(found.data["tables"], table, gone, new[1].dictionary)
            tried = flip({**found.data, "tables": fewer}, old, new)
            if (
                tried
                and (tried.old, tried.new) == (found.old, found.new)
                and tried.rows < found.rows
            ):
                found = tried
                break
    return found, trials


def _choices(size: int) -> Iterator[frozenset[int]]:
    """Yield which rows to leave out: all but every n-th, which keeps shares; then stretches."""
    for step in STEPS:
        if step < size:
            yield frozenset(n for n in range(size) if n % step)
    length = size // 2 or 1
    while length and size:
        for start in range(0, size, length):
            yield frozenset(range(start, min(start + length, size)))
        length //= 2


def _rows(content: Any) -> list[Any]:
    if isinstance(content, Mapping):
        content = content.get("rows")
    return content if isinstance(content, list) else []


def _without(tables: Tables, table: str, out: frozenset[int], known: Dictionary) -> Tables:
    """Return tables without some rows of one, and without references to them."""
    rows = _rows(tables[table])
    gone = {rows[n].get("id") for n in out} - {None}
    kept = [row for n, row in enumerate(rows) if n not in out]
    left = {**tables, table: _filled(tables[table], kept)}
    return {name: _forgetting(name, content, table, gone, known) for name, content in left.items()}


def _filled(content: Any, rows: list[Any]) -> Any:
    """Return a table with other rows; one that has none left says so."""
    if not rows:
        return "none"
    return {**content, "rows": rows} if isinstance(content, Mapping) else rows


def _forgetting(name: str, content: Any, table: str, gone: set[Any], known: Dictionary) -> Any:
    columns = known.tables[name].columns.values() if name in known.tables else ()
    refs = [c.name for c in columns if c.to == table]
    rows = _rows(content)
    if not refs or not rows:
        return content
    return _filled(content, list(_kept(rows, refs, gone)))


def _kept(rows: list[Any], refs: list[str], gone: set[Any]) -> Iterator[Any]:
    for row in rows:
        changed = dict(row)
        for ref in refs:
            value = row.get(ref)
            if isinstance(value, list):
                changed[ref] = [v for v in value if v not in gone]
            elif value in gone:
                break
        else:
            if all(row.get(ref) is None or changed[ref] != [] for ref in refs):
                yield changed
