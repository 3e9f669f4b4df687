"""Reading a check: plain data of a rule file → typed nodes, with every fault at its place.

Grammar: LANGUAGE 2. A fault does not stop the reading; the nodes are handed out only when there
was none.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

from checker.language import words
from checker.language.limits import read_expect, read_limit
from checker.language.predicates import read_condition, read_values
from checker.language.typecheck import (
    NUMBER_KINDS,
    TIME_KINDS,
    Scope,
    TreePath,
    nearest,
)
from checker.model.check import (
    EVERY_ROW,
    Check,
    CheckAll,
    CheckAny,
    Condition,
    Count,
    Covered,
    Distinct,
    FewestPer,
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
from checker.model.dictionary import Column, Table
from checker.model.frozen import dataclass
from checker.model.value import Scalar

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "count": (),
    "share": ("that",),
    "sum": ("value",),
    "mean": ("value",),
    "distinct": ("value",),
    "covered": ("value", "required"),
    "time_covered": ("from", "to"),
    "fewest_per": ("date", "each"),
    "ratio": ("numerator", "denominator"),
}
"""The measures and the keys that each needs besides `of` and `where` (ratio has neither)."""

MAY_BE_EMPTY: Final = frozenset({"share", "mean", "ratio"})
"""Measures that may have no value; only these take when_empty."""

TOTAL: Final = frozenset({"count", "sum", "distinct", "covered", "fewest_per"})
"""Measures that have a value over zero rows; only these stand inside related."""


def read_check(data: Any, at: TreePath, scope: Scope) -> Check | None:
    """Return the check that stands at a path of a rule file; None if it has faults."""
    before = len(scope.problems)
    check = _check(data, at, scope)
    return check if len(scope.problems) == before else None


def read_row_condition(data: Any, at: TreePath, table: Table, scope: Scope) -> Condition | None:
    """Return a condition on the rows of a table; None if it has faults."""
    before = len(scope.problems)
    condition = read_condition(data, at, table, scope, related=_related)
    return condition if len(scope.problems) == before else None


def _check(data: Any, at: TreePath, scope: Scope) -> Check | None:
    if not isinstance(data, Mapping):
        scope.report(at, "wrong_shape", words.wrong_shape("mapping"))
        return None
    for key, node in (("all", CheckAll), ("any", CheckAny)):
        if key in data:
            return _connective(data, key, node, at, scope)
    return _leaf(data, at, scope, extra=())


def _connective(
    data: Mapping[str, Any],
    key: str,
    node: Callable[[tuple[Check, ...]], Check],
    at: TreePath,
    scope: Scope,
) -> Check | None:
    _refuse_others(data, (key,), at, scope)
    members = data[key]
    if not isinstance(members, list) or not members:
        scope.report((*at, key), "wrong_shape", words.wrong_shape("list"))
        return None
    read = [_check(m, (*at, key, i), scope) for i, m in enumerate(members)]
    return node(tuple(m for m in read if m is not None))


def _leaf(
    data: Mapping[str, Any], at: TreePath, scope: Scope, *, extra: tuple[str, ...]
) -> Leaf | None:
    name = data.get("measure")
    if not isinstance(name, str) or name not in KEYS:
        _unknown_measure(data, at, scope)
        return None
    allowed = ["measure", *_source_keys(name), *KEYS[name], "expect", *extra]
    allowed += ["when_empty"] if name in MAY_BE_EMPTY else []
    allowed += ["times"] if name == "covered" else []
    _refuse_others(data, allowed, at, scope)
    measure = _measure(data, at, scope)
    if "expect" not in data:
        scope.report(at, "missing_key", words.missing_key("expect"))
        return None
    if measure is None:
        return None
    expect = read_expect(data["expect"], (*at, "expect"), scope, measure)
    if expect is None:
        return None
    return Leaf(measure, expect, _when_empty(data, at, scope))


def _unknown_measure(data: Mapping[str, Any], at: TreePath, scope: Scope) -> None:
    if "measure" in data:
        scope.unknown((*at, "measure"), "measure", str(data["measure"]), KEYS)
    else:
        scope.report(at, "missing_key", words.missing_key("measure"))


def _source_keys(name: str) -> tuple[str, ...]:
    return () if name == "ratio" else ("of", "where")


def _when_empty(
    data: Mapping[str, Any], at: TreePath, scope: Scope
) -> Literal["inapplicable", "failed"]:
    choice = data.get("when_empty", "inapplicable")
    if choice not in ("inapplicable", "failed"):
        scope.unknown((*at, "when_empty"), "key", str(choice), ("inapplicable", "failed"))
    return "failed" if choice == "failed" else "inapplicable"


def _measure(data: Mapping[str, Any], at: TreePath, scope: Scope) -> Measure | None:
    name = data["measure"]
    missing = [k for k in KEYS[name] if k not in data]
    if name != "ratio" and "of" not in data:
        missing.insert(0, "of")
    for key in missing:
        scope.report(at, "missing_key", words.missing_key(key))
    if missing:
        return None
    return _ratio(data, at, scope) if name == "ratio" else _simple(data, at, scope)


def _ratio(data: Mapping[str, Any], at: TreePath, scope: Scope) -> Ratio | None:
    sides = []
    for key in ("numerator", "denominator"):
        side, where = data[key], (*at, key)
        if not isinstance(side, Mapping):
            scope.report(where, "wrong_shape", words.wrong_shape("mapping"))
            continue
        if side.get("measure") not in ("count", "sum"):
            known = ("count", "sum")
            scope.unknown((*where, "measure"), "measure", str(side.get("measure")), known)
            continue
        _refuse_others(side, ("measure", "of", "where", *KEYS[side["measure"]]), where, scope)
        sides.append(_measure(side, where, scope))
    match sides:
        case [Count() | Sum() as numerator, Count() | Sum() as denominator]:
            return Ratio(numerator, denominator)
    return None


@dataclass(frozen=True, slots=True)
class _Rows:
    """The source of a measure: its table, and what the keys of the measure reach from it."""

    data: Mapping[str, Any]
    at: TreePath
    scope: Scope
    of: str
    table: Table
    where: Condition

    def path(self, key: str, kinds: frozenset[Any] | None = None, need: str = "") -> Path | None:
        raw = self.data[key]
        if not isinstance(raw, str):
            self.scope.report((*self.at, key), "wrong_shape", words.wrong_shape("text"))
            return None
        reach = self.scope.column(self.table, raw, (*self.at, key))
        if reach and kinds and (reach.column.kind not in kinds or reach.column.many):
            said = words.wrong_kind(reach.column.label, need)
            self.scope.report((*self.at, key), "wrong_kind", said)
            return None
        return reach.path if reach else None

    def condition(self, key: str) -> Condition:
        found = read_condition(
            self.data[key], (*self.at, key), self.table, self.scope, related=_related
        )
        return EVERY_ROW if found is None else found


def _simple(data: Mapping[str, Any], at: TreePath, scope: Scope) -> Measure | None:
    of = data["of"]
    table = scope.table(str(of), (*at, "of"))
    if table is None:
        return None
    where: Condition = EVERY_ROW
    rows = _Rows(data, at, scope, str(of), table, where)
    if "where" in data:
        where = rows.condition("where")
        rows = _Rows(data, at, scope, str(of), table, where)
    return _BUILD[data["measure"]](rows)


def _count(rows: _Rows) -> Measure:
    return Count(rows.of, rows.where)


def _share(rows: _Rows) -> Measure:
    return Share(rows.of, rows.condition("that"), rows.where)


def _sum(rows: _Rows) -> Measure | None:
    value = rows.path("value", NUMBER_KINDS, "number")
    return Sum(rows.of, value, rows.where) if value else None


def _mean(rows: _Rows) -> Measure | None:
    value = rows.path("value", NUMBER_KINDS, "number")
    return Mean(rows.of, value, rows.where) if value else None


def _distinct(rows: _Rows) -> Measure | None:
    value = rows.path("value")
    return Distinct(rows.of, value, rows.where) if value else None


def _covered(rows: _Rows) -> Measure | None:
    value = rows.path("value")
    if value is None:
        return None
    reach = rows.scope.column(rows.table, rows.data["value"], (*rows.at, "value"))
    required = _required(rows, reach.column) if reach else None
    if required is None:
        return None
    times = 1
    if "times" in rows.data:
        counted = Count(rows.of, rows.where)
        read = read_limit(rows.data["times"], (*rows.at, "times"), rows.scope, counted)
        if read is None:
            return None
        return Covered(rows.of, value, required, rows.where, read)
    return Covered(rows.of, value, required, rows.where, times)


def _required(rows: _Rows, column: Column) -> tuple[Scalar, ...] | Param | None:
    return read_values(rows.data["required"], (*rows.at, "required"), column, rows.scope)


def _time_covered(rows: _Rows) -> Measure | None:
    start = rows.path("from", TIME_KINDS, "time")
    end = rows.path("to", TIME_KINDS, "time")
    return TimeCovered(rows.of, start, end, rows.where) if start and end else None


def _fewest_per(rows: _Rows) -> Measure | None:
    date = rows.path("date", TIME_KINDS, "time")
    each = rows.data["each"]
    if each not in ("month", "quarter"):
        rows.scope.unknown((*rows.at, "each"), "key", str(each), ("month", "quarter"))
        return None
    return FewestPer(rows.of, date, each, rows.where) if date else None


_BUILD: Final[Mapping[str, Callable[[_Rows], Measure | None]]] = {
    "count": _count,
    "share": _share,
    "sum": _sum,
    "mean": _mean,
    "distinct": _distinct,
    "covered": _covered,
    "time_covered": _time_covered,
    "fewest_per": _fewest_per,
}


def _related(data: Any, at: TreePath, outer: Table, scope: Scope) -> Related | None:
    if not isinstance(data, Mapping):
        scope.report(at, "wrong_shape", words.wrong_shape("mapping"))
        return None
    name = data.get("measure")
    if isinstance(name, str) and name in KEYS and name not in TOTAL:
        scope.report((*at, "measure"), "related_needs_total", words.related_needs_total())
        return None
    if "by" not in data:
        scope.report(at, "missing_key", words.missing_key("by"))
        return None
    before = len(scope.problems)
    leaf = _leaf(data, at, scope, extra=("by",))
    if leaf is None or len(scope.problems) > before:
        return None
    return _linked(leaf, str(data["by"]), at, outer, scope)


def _linked(leaf: Leaf, by: str, at: TreePath, outer: Table, scope: Scope) -> Related | None:
    measure = leaf.measure
    assert not isinstance(measure, Ratio)
    inner = scope.dictionary.table_of(measure.of)
    column = inner.columns.get(by)
    if column is None or column.to != outer.name:
        scope.report((*at, "by"), "not_linked", words.not_linked(by, outer.label), found=by)
        return None
    if _has_related(measure.where):
        scope.report(at, "related_inside_related", words.related_inside_related())
        return None
    return Related(leaf, by)


def _has_related(condition: Condition) -> bool:
    members = getattr(condition, "members", ())
    return isinstance(condition, Related) or any(_has_related(m) for m in members)


def _refuse_others(
    data: Mapping[str, Any], allowed: "list[str] | tuple[str, ...]", at: TreePath, scope: Scope
) -> None:
    for key in data:
        if key not in allowed:
            said = words.unknown_name("key", key, nearest(key, allowed), list(allowed))
            scope.report((*at, key), "unknown_key", said, key=True, found=key)
