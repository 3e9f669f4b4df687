"""Changes of a check: its connectives, its measures, and what they must reach."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from checker.language.typecheck import unit_of
from checker.model.check import (
    EVERY_ROW,
    Check,
    CheckAll,
    CheckAny,
    Count,
    Covered,
    Distinct,
    FewestPer,
    Leaf,
    Mean,
    Ratio,
    Related,
    Share,
    SimpleMeasure,
    Sum,
    TimeCovered,
)
from checker.workbench.emptiness import measure_may_be_empty
from checker.workbench.mutation.change import At, Change, Surroundings, into
from checker.workbench.mutation.conditions import of_condition
from checker.workbench.mutation.predicates import dotted, of_expect, of_number, of_values

Data = Mapping[str, Any]


def of_check(node: Check, data: Data, at: At, known: Surroundings) -> Iterator[Change]:
    """Yield every change of a check.

    Args:
        data: the mapping of the rule file that the node was read from; it tells the places.
    """
    if isinstance(node, Leaf):
        yield from _leaf(node, data, at, known)
        return
    members, kind = node.members, type(node)
    key, other_key = ("all", "any") if isinstance(node, CheckAll) else ("any", "all")
    other = CheckAny if isinstance(node, CheckAll) else CheckAll
    if len(members) > 1:
        yield Change("connective", (*at, key), other_key, other(members))
        for i in range(len(members)):
            yield Change("member", (*at, key, i), "drop", kind((*members[:i], *members[i + 1 :])))
    for i, member in enumerate(members):
        for change in of_check(member, data[key][i], (*at, key, i), known):
            yield change.within(_place(kind, members, i))


def _place(
    kind: type[CheckAll] | type[CheckAny], members: tuple[Check, ...], i: int
) -> Callable[[Check], Check]:
    return lambda new: kind((*members[:i], new, *members[i + 1 :]))


def _leaf(node: Leaf, data: Data, at: At, known: Surroundings) -> Iterator[Change]:
    for change in _measure(node, data, at, known):
        yield change.within(into(node, "measure"))
    for change in of_expect(node.expect, (*at, "expect"), node.measure, known):
        yield change.within(into(node, "expect"))
    if measure_may_be_empty(node.measure, known.dictionary):
        turned: Literal["inapplicable", "failed"]
        turned = "inapplicable" if node.when_empty == "failed" else "failed"
        yield Change("empty", (*at, "when_empty"), turned, replace(node, when_empty=turned))


def _measure(node: Leaf, data: Data, at: At, known: Surroundings) -> Iterator[Change]:
    measure = node.measure
    if isinstance(measure, Ratio):
        yield from _ratio(measure, data, at, known)
        return
    yield from _simple(measure, data, at, known)
    if isinstance(measure, FewestPer) and not _has_parameter(node):
        each: Literal["month", "quarter"] = "quarter" if measure.each == "month" else "month"
        yield Change("window", (*at, "each"), each, replace(measure, each=each))


def _has_parameter(leaf: Leaf) -> bool:
    sides = (leaf.expect.equals, leaf.expect.at_least, leaf.expect.at_most)
    return any(side is not None and not isinstance(side, int) for side in sides)


def _ratio(node: Ratio, data: Data, at: At, known: Surroundings) -> Iterator[Change]:
    if unit_of(node, known.dictionary) == "1" and node.numerator != node.denominator:
        yield Change("direction", at, "reciprocal", Ratio(node.denominator, node.numerator))
    for key in ("numerator", "denominator"):
        side = getattr(node, key)
        for change in _simple(side, data[key], (*at, key), known):
            yield change.within(into(node, key))


def _simple(node: SimpleMeasure, data: Data, at: At, known: Surroundings) -> Iterator[Change]:
    table = known.table(node.of)
    for name in known.other_sources(node.of):
        yield Change("population", (*at, "of"), f"of={name}", replace(node, of=name))
    if node.where != EVERY_ROW:
        yield Change("where", (*at, "where"), "drop", replace(node, where=EVERY_ROW))
        where = (*at, "where")
        for change in of_condition(node.where, data["where"], where, table, known, of_related):
            yield change.within(into(node, "where"))
    if isinstance(node, Share):
        yield Change("that", (*at, "that"), "drop", replace(node, that=EVERY_ROW))
        that = (*at, "that")
        for change in of_condition(node.that, data["that"], that, table, known, of_related):
            yield change.within(into(node, "that"))
    yield from _columns(node, at, table, known)
    if isinstance(node, Covered):
        yield from _covered(node, data, at, table, known)


def _columns(node: SimpleMeasure, at: At, table: str, known: Surroundings) -> Iterator[Change]:
    """Yield measures over another column of the same type."""
    keys: tuple[tuple[str, str], ...]
    match node:
        case Sum() | Mean() | Distinct() | Covered():
            keys = (("value", "value"),)
        case TimeCovered():
            keys = (("start", "from"), ("end", "to"))
        case FewestPer():
            keys = (("date", "date"),)
        case Count() | Share():
            keys = ()
    for name, key in keys:
        for path in known.other_paths(table, getattr(node, name)):
            swapped = into(node, name)(path)
            yield Change("column", (*at, key), f"column={dotted(path)}", swapped)


def _covered(
    node: Covered, data: Data, at: At, table: str, known: Surroundings
) -> Iterator[Change]:
    column = known.column(table, node.value)
    for change in of_values(node.required, (*at, "required"), column, widen=True):
        yield change.within(into(node, "required"))
    if "times" not in data:
        return
    counted = Count(node.of, node.where)
    for change in of_number(node.times, (*at, "times"), counted, known):
        if not isinstance(change.node, int) or change.node > 0:
            yield change.within(into(node, "times"))


def of_related(
    node: Related, data: Data, at: At, table: str, known: Surroundings
) -> Iterator[Change]:
    """Yield every change of the rows of another table that name a row of the table."""
    inner = known.table(node.measure.of)
    columns = known.dictionary.tables[inner].columns
    for name, column in columns.items():
        if column.to == table and name != node.by:
            yield Change("column", (*at, "by"), f"column={name}", replace(node, by=name))
    for change in _leaf(node.leaf, data, at, known):
        yield change.within(into(node, "leaf"))
