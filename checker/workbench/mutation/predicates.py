"""Changes of what one cell must satisfy, and of what a measure must reach."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any, Final

from checker.language.typecheck import ORDERED_KINDS, integral
from checker.model.check import (
    Duration,
    Expect,
    Field,
    Limit,
    Measure,
    Operand,
    OverPeriod,
    Param,
    Path,
    Predicate,
    Within,
)
from checker.model.dictionary import Column, Kind
from checker.model.value import Scalar
from checker.workbench.mutation import steps
from checker.workbench.mutation.change import At, Change, Surroundings, into

YEAR: Final = Duration(12, "月")
"""What a look back is taken to be where the assessment period stood."""

_SIDES: Final = ("equals", "at_least", "at_most")


def dotted(path: Path) -> str:
    """Return a path as a rule file writes it."""
    return ".".join(path)


def of_predicate(
    node: Predicate, data: Any, at: At, table: str, path: Path, known: Surroundings
) -> Iterator[Change]:
    """Yield every change of a predicate over the cell that a path reaches."""
    column = known.column(table, path)
    given = [f.name for f in fields(node) if getattr(node, f.name) is not None]
    where = {k: (*at, k) if isinstance(data, Mapping) else at for k in given}
    if len(given) > 1:
        for key in given:
            operator = "present" if key == "present" else "member"
            yield Change(operator, where[key], "drop", replace(node, **{key: None}))
    yield from _directions(node, given, where, column)
    for key in given:
        for change in _key(key, getattr(node, key), where[key], column, table, known):
            yield change.within(into(node, key))
    yield from _inclusion(node, where)
    yield from _widened(node, where, column)


def _key(
    key: str, value: Any, at: At, column: Column, table: str, known: Surroundings
) -> Iterator[Change]:
    match key:
        case "equals" | "at_least" | "at_most":
            yield from _operand(value, at, column, table, known)
        case "one_of" | "includes_all" | "includes_any":
            yield from of_values(value, at, column, widen=key == "one_of")
        case "present":
            yield Change("present", at, f"present={str(not value).lower()}", not value)
        case "within":
            yield from _within(value, at, known)
        case _:
            yield from of_expect(value, at, None, known)


def _directions(
    node: Predicate, given: list[str], where: Mapping[str, At], column: Column
) -> Iterator[Change]:
    """Yield predicates that ask for the other side of a limit."""
    sides = [k for k in given if k in _SIDES]
    if len(sides) != 1 or (sides == ["equals"] and column.kind not in ORDERED_KINDS):
        return
    key = sides[0]
    for other in _SIDES[1:]:
        if other != key and not _same(getattr(node, key), other, column):
            turned = replace(node, **{key: None, other: getattr(node, key)})
            yield Change("direction", where[key], other, turned)


def _same(value: Operand | None, side: str, column: Column) -> bool:
    """Tell whether nothing of a column lies beyond a value on a side: it is then equal or not."""
    ends: tuple[Scalar | None, Scalar | None] = (column.maximum, column.minimum)
    if column.kind is Kind.ORDERED:
        ends = (column.values[-1], column.values[0])
    return value is not None and value == ends[0 if side == "at_least" else 1]


def _inclusion(node: Predicate, where: Mapping[str, At]) -> Iterator[Change]:
    every, some = node.includes_all, node.includes_any
    if every is not None and some is None and _several(every):
        changed = replace(node, includes_all=None, includes_any=every)
        yield Change("connective", where["includes_all"], "includes_any", changed)
    if some is not None and every is None and _several(some):
        changed = replace(node, includes_any=None, includes_all=some)
        yield Change("connective", where["includes_any"], "includes_all", changed)


def _widened(node: Predicate, where: Mapping[str, At], column: Column) -> Iterator[Change]:
    """Yield predicates that accept one more value of an enumeration."""
    value = node.equals
    if isinstance(value, str) and column.values:
        for other in _neighbours(value, column):
            wider = replace(node, equals=None, one_of=(value, other))
            yield Change("value", where["equals"], f"or={other}", wider)


def _several(values: tuple[Scalar, ...] | Param) -> bool:
    return isinstance(values, Param) or len(values) > 1


def _operand(
    value: Any, at: At, column: Column, table: str, known: Surroundings
) -> Iterator[Change]:
    match value:
        case Param(name):
            for other in known.other_parameters(name):
                yield Change("reference", at, f"param={other}", Param(other))
        case Field(path):
            for other_path in known.other_paths(table, path):
                yield Change("column", at, f"field={dotted(other_path)}", Field(other_path))
        case bool():
            yield Change("value", at, f"value={str(not value).lower()}", not value)
        case str() if column.values:
            for other in _neighbours(value, column):
                yield Change("value", at, f"value={other}", other)
        case int() | Fraction():
            for said, moved in steps.plain(value):
                yield Change("limit", at, said, moved)
        case date():
            step = timedelta(minutes=1) if isinstance(value, datetime) else timedelta(days=1)
            yield Change("limit", at, "-1", value - step)
            yield Change("limit", at, "+1", value + step)


def _neighbours(value: str, column: Column) -> tuple[str, ...]:
    here = column.values.index(value)
    if column.kind is Kind.ORDERED:
        return (*column.values[max(here - 1, 0) : here], *column.values[here + 1 : here + 2])
    return tuple(v for v in (*column.values[here + 1 :], *column.values[:here]))[:1]


def of_values(
    values: tuple[Scalar, ...] | Param, at: At, column: Column, *, widen: bool
) -> Iterator[Change]:
    """Yield lists with one member less, and one with another member more."""
    if isinstance(values, Param):
        return  # its value is changed where the parameter stands
    if len(values) > 1:
        for i, value in enumerate(values):
            left = (*values[:i], *values[i + 1 :])
            yield Change("list", (*at, i), f"drop={value}", left)
    for other in column.values if widen else ():
        if other not in values:
            yield Change("list", at, f"add={other}", (*values, other))


def _within(node: Within, at: At, known: Surroundings) -> Iterator[Change]:
    if node.last is None:
        yield Change("window", at, "last=12月", Within(YEAR))
        return
    yield Change("window", at, "period", Within())
    if isinstance(node.last, Param):
        for name in known.other_parameters(node.last.name):
            yield Change("reference", (*at, "last"), f"param={name}", Within(Param(name)))
        return
    for said, amount in steps.plain(node.last.amount):
        if amount > 0:
            length = replace(node.last, amount=amount)
            yield Change("limit", (*at, "last"), said, Within(length))


def of_expect(
    node: Expect, at: At, measure: Measure | None, known: Surroundings
) -> Iterator[Change]:
    """Yield every change of what a measure (or, measure None, the size of a list) must reach."""
    given = [k for k in _SIDES if getattr(node, k) is not None]
    if len(given) > 1:
        for key in given:
            yield Change("direction", (*at, key), "drop", replace(node, **{key: None}))
    else:
        for other in _SIDES[1:]:
            never_less = given[0] == "equals" and node.equals == 0 and _counts(measure)
            if other != given[0] and not (never_less and other == "at_most"):
                turned = replace(node, **{given[0]: None, other: getattr(node, given[0])})
                yield Change("direction", (*at, given[0]), other, turned)
    for key in given:
        for change in of_number(getattr(node, key), (*at, key), measure, known):
            yield change.within(into(node, key))
    if node.tolerance is not None:
        yield Change("tolerance", (*at, "tolerance"), "drop", replace(node, tolerance=None))


def _counts(measure: Measure | None) -> bool:
    """Tell whether a measure counts: what it counts is never less than none."""
    return measure is None or integral(measure)


def of_number(
    node: Limit, at: At, measure: Measure | None, known: Surroundings
) -> Iterator[Change]:
    """Yield every change of a limit; the value of a parameter is changed where it stands."""
    match node:
        case Param(name):
            for other in known.other_parameters(name):
                yield Change("reference", at, f"param={other}", Param(other))
        case OverPeriod(Param(name)):
            for other in known.other_parameters(name):
                yield Change("reference", at, f"param={other}", OverPeriod(Param(other)))
        case _:
            moved = (
                steps.of_limit(node, measure, known.parameters) if measure else steps.plain(node)
            )
            for said, value in moved:
                if value >= 0:
                    yield Change("limit", at, said, value)
