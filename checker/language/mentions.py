"""What a check mentions: parameters, tables, columns. Asked of nodes alone, without data."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from checker.model.check import (
    AllOf,
    AnyOf,
    CellTest,
    Check,
    Condition,
    Covered,
    Distinct,
    Elapsed,
    FewestPer,
    Field,
    Leaf,
    Mean,
    Measure,
    Param,
    Path,
    Ratio,
    Related,
    Share,
    Sum,
    TimeCovered,
)
from checker.model.dictionary import Dictionary


class ColumnRead(NamedTuple):
    """A column of a table that a check reads."""

    table: str
    column: str


def parameters(node: object) -> Iterator[str]:
    """Yield the name of every parameter under a node, in the order of writing."""
    kind = type(node)
    if kind is Param:
        assert isinstance(node, Param)
        yield node.name
    elif isinstance(node, tuple):
        for member in node:
            if member.__class__ not in _PLAIN:
                yield from parameters(member)
    else:
        for name in getattr(kind, "__slots__", ()):  # of a node; values hold none
            member = getattr(node, name)
            if member.__class__ not in _PLAIN:
                yield from parameters(member)


_PLAIN = frozenset({str, int, bool, Fraction, type(None)})
"""What holds no parameter: asked first, since most of a check is that."""


def leaves(check: Check) -> Iterator[Leaf]:
    """Yield the leaves of a check in the order of writing; not those inside `related`."""
    if isinstance(check, Leaf):
        yield check
        return
    for member in check.members:
        yield from leaves(member)


def tables(check: Check, dictionary: Dictionary) -> set[str]:
    """Return the names of the tables whose rows a check reads."""
    return {read.table for leaf in leaves(check) for read in columns(leaf.measure, dictionary)}


def columns(measure: Measure, dictionary: Dictionary) -> set[ColumnRead]:
    """Return every column that a measure reads, those of related tables included.

    A table that is only counted is mentioned by its key column "".
    """
    if isinstance(measure, Ratio):
        return columns(measure.numerator, dictionary) | columns(measure.denominator, dictionary)
    table = _table(measure.of, dictionary)
    found = {ColumnRead(table, "")} | condition_columns(measure.where, table, dictionary)
    population = dictionary.populations.get(measure.of)
    if population:
        found |= condition_columns(population.where, table, dictionary)
    for path in value_paths(measure):
        found |= _path(path, table, dictionary)
    if isinstance(measure, Share):
        found |= condition_columns(measure.that, table, dictionary)
    return found


def value_paths(measure: Measure) -> tuple[Path, ...]:
    """Return the paths whose cells a measure adds up, counts or covers."""
    match measure:
        case Sum() | Mean() | Distinct() | Covered():
            return (measure.value,)
        case TimeCovered():
            return (measure.start, measure.end)
        case FewestPer():
            return (measure.date,)
        case _:
            return ()


def condition_columns(condition: Condition, table: str, dictionary: Dictionary) -> set[ColumnRead]:
    """Return every column that a condition on the rows of a table reads."""
    match condition:
        case AllOf(members) | AnyOf(members):
            found = [condition_columns(m, table, dictionary) for m in members]
            return set().union(*found)
        case CellTest(path, predicate):
            operands = (predicate.equals, predicate.at_least, predicate.at_most)
            paths = [path, *(o.path for o in operands if isinstance(o, Field))]
        case Elapsed(start, end, _):
            paths = [start, *([end] if isinstance(end, tuple) else [])]
        case Related(_, by):
            inner = columns(condition.measure, dictionary)
            return inner | {ColumnRead(_table(condition.measure.of, dictionary), by)}
    return set().union(*(_path(p, table, dictionary) for p in paths))


def spans(measure: Measure, dictionary: Dictionary) -> Iterator[tuple[str, Elapsed]]:
    """Yield every lapse of time that a measure asks about, with the table whose rows it is asked of."""
    if isinstance(measure, Ratio):
        yield from spans(measure.numerator, dictionary)
        yield from spans(measure.denominator, dictionary)
        return
    table = _table(measure.of, dictionary)
    population = dictionary.populations.get(measure.of)
    for condition in (
        measure.where,
        *([population.where] if population else []),
        *([measure.that] if isinstance(measure, Share) else []),
    ):
        yield from condition_spans(condition, table, dictionary)


def condition_spans(
    condition: Condition, table: str, dictionary: Dictionary
) -> Iterator[tuple[str, Elapsed]]:
    """Yield the same of a condition on the rows of a table."""
    match condition:
        case AllOf(members) | AnyOf(members):
            for member in members:
                yield from condition_spans(member, table, dictionary)
        case Elapsed():
            yield table, condition
        case Related():
            yield from spans(condition.measure, dictionary)


def _path(path: Path, table: str, dictionary: Dictionary) -> set[ColumnRead]:
    found = {ColumnRead(table, path[0])}
    if len(path) == 2:
        found.add(ColumnRead(dictionary.tables[table].columns[path[0]].to, path[1]))
    return found


def _table(of: str, dictionary: Dictionary) -> str:
    population = dictionary.populations.get(of)
    return population.of if population else of
