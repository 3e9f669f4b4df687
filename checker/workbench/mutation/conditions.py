"""Changes of conditions: members, connectives, and what stands in them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from checker.model.check import (
    AllOf,
    AnyOf,
    CellTest,
    Condition,
    Duration,
    Elapsed,
    Param,
    Path,
    Related,
)
from checker.workbench.mutation import steps
from checker.workbench.mutation.change import At, Change, Surroundings, into
from checker.workbench.mutation.predicates import dotted, of_predicate

DAYS: Final = {"日": "工作日", "工作日": "日"}
"""The two ways to count days, which are easily mistaken for each other."""

RelatedChanges = Callable[[Related, Mapping[str, Any], At, str, Surroundings], Iterator[Change]]


def of_condition(
    node: Condition, data: Mapping[str, Any], at: At, table: str, known: Surroundings,
    related: RelatedChanges,
) -> Iterator[Change]:  # fmt: skip
    """Yield every change of a condition on the rows of a table.

    Args:
        data: the mapping of the rule file that the node was read from; it tells the places.
        related: yields the changes of a `related`.
    """
    keys = list(data)
    members = (node,) if len(keys) == 1 else _members(node)
    if len(keys) > 1:
        yield Change("connective", at, "any", AnyOf(members))
        for i, key in enumerate(keys):
            left = (*members[:i], *members[i + 1 :])
            yield Change("member", (*at, key), "drop", left[0] if len(left) == 1 else AllOf(left))
    for i, key in enumerate(keys):
        place = _put(members, i) if len(keys) > 1 else _itself
        for change in _entry(members[i], key, data[key], (*at, key), table, known, related):
            yield change.within(place)


def _members(node: Condition) -> tuple[Condition, ...]:
    assert isinstance(node, AllOf)
    return node.members


def _itself(node: Any) -> Any:
    return node


def _put(members: tuple[Condition, ...], i: int) -> Callable[[Condition], Condition]:
    return lambda new: AllOf((*members[:i], new, *members[i + 1 :]))


def _entry(
    node: Condition, key: str, data: Any, at: At, table: str, known: Surroundings,
    related: RelatedChanges,
) -> Iterator[Change]:  # fmt: skip
    match node:
        case AllOf(members) | AnyOf(members):
            yield from _listed(node, members, key, data, at, table, known, related)
        case Elapsed():
            yield from _elapsed(node, at, table, known)
        case Related():
            yield from related(node, data, at, table, known)
        case CellTest():
            yield from _cell(node, data, at, table, known)


def _listed(
    node: AllOf | AnyOf, members: tuple[Condition, ...], key: str, data: Any, at: At, table: str,
    known: Surroundings, related: RelatedChanges,
) -> Iterator[Change]:  # fmt: skip
    kind, other = type(node), AnyOf if isinstance(node, AllOf) else AllOf
    if len(members) > 1:
        yield Change("connective", at, "any" if key == "all" else "all", other(members))
        for i in range(len(members)):
            left = (*members[:i], *members[i + 1 :])
            yield Change("member", (*at, i), "drop", kind(left))
    for i, member in enumerate(members):
        for change in of_condition(member, data[i], (*at, i), table, known, related):
            yield change.within(_place(kind, members, i))


def _place(
    kind: type[AllOf] | type[AnyOf], members: tuple[Condition, ...], i: int
) -> Callable[[Condition], Condition]:
    return lambda new: kind((*members[:i], new, *members[i + 1 :]))


def _cell(node: CellTest, data: Any, at: At, table: str, known: Surroundings) -> Iterator[Change]:
    for path in known.other_paths(table, node.path):
        yield Change("column", at, f"column={dotted(path)}", replace(node, path=path))
    for change in of_predicate(node.predicate, data, at, table, node.path, known):
        yield change.within(into(node, "predicate"))


def _elapsed(node: Elapsed, at: At, table: str, known: Surroundings) -> Iterator[Change]:
    for path in known.other_paths(table, node.start):
        yield Change("column", (*at, "from"), f"column={dotted(path)}", replace(node, start=path))
    for end in _ends(node, table, known):
        yield Change("column", (*at, "to"), f"column={dotted(end)}", replace(node, end=end))
    for change in of_duration(node.at_most, (*at, "at_most"), known):
        yield change.within(into(node, "at_most"))


def _ends(node: Elapsed, table: str, known: Surroundings) -> Iterator[Path]:
    """Yield other columns for the end; what a column parameter may name is changed there."""
    if not isinstance(node.end, Param):
        yield from (p for p in known.other_paths(table, node.end) if p != node.start)


def of_duration(node: Param | Duration, at: At, known: Surroundings) -> Iterator[Change]:
    """Yield every change of a length of time; the value of a parameter is changed elsewhere."""
    if isinstance(node, Param):
        for name in known.other_parameters(node.name):
            yield Change("reference", at, f"param={name}", Param(name))
        this = known.parameters[node.name]
        unit = DAYS.get(this.unit)
        if unit and not isinstance(this.default, str | tuple):
            yield Change("unit", at, f"unit={unit}", Duration(this.default, unit))
        return
    unit = DAYS.get(node.unit)
    if unit:
        yield Change("unit", at, f"unit={unit}", replace(node, unit=unit))
    for said, amount in steps.plain(node.amount):
        if amount > 0:
            yield Change("limit", at, said, replace(node, amount=amount))
