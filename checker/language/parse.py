"""Reading a check: plain data of a rule file → typed nodes, with every fault at its place.

Grammar: LANGUAGE 2. A fault does not stop the reading; the nodes are handed out only when there
was none.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

from checker.language import words
from checker.language.grammar import (
    EVERY_KEY,
    KEYS,
    SHARES,
    TOTAL,
    keys_of,
    misspelt,
    refuse_others,
)
from checker.language.limits import Measured, read_expect, read_limit
from checker.language.predicates import read_condition, read_values
from checker.language.typecheck import (
    NO_TABLE,
    NUMBER_KINDS,
    TIME_KINDS,
    VAGUE,
    Reach,
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
    Limit,
    Mean,
    Measure,
    Path,
    Ratio,
    Related,
    Share,
    Sum,
    TimeCovered,
)
from checker.model.dictionary import Table
from checker.model.frozen import dataclass


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
    for key in data:
        near = "" if "measure" in data or key in EVERY_KEY else nearest(key, ("all", "any"))
        if near:
            said = words.unknown_name("key", key, near, ("all", "any"))
            scope.report((*at, key), "unknown_key", said, key=True, found=key)
            return None
    return _leaf(data, at, scope, extra=())


def _connective(
    data: Mapping[str, Any],
    key: str,
    node: Callable[[tuple[Check, ...]], Check],
    at: TreePath,
    scope: Scope,
) -> Check | None:
    refuse_others(data, (key,), at, scope)
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
    if isinstance(name, str) and name in KEYS:
        measure = _known_measure(name, data, at, scope, extra)
    else:
        measure = None
        _unknown_measure(data, at, scope)
    when_empty = _when_empty(data, at, scope)
    if "expect" not in data:
        if not misspelt(data, "expect"):
            scope.report(at, "missing_key", words.missing_key("expect"))
        return None
    of_what: Measured = measure or ("share" if str(name) in SHARES else None)
    expect = read_expect(data["expect"], (*at, "expect"), scope, of_what)
    return Leaf(measure, expect, when_empty) if measure and expect else None


def _known_measure(
    name: str, data: Mapping[str, Any], at: TreePath, scope: Scope, extra: tuple[str, ...]
) -> Measure | None:
    refuse_others(data, (*keys_of(name), *extra), at, scope)
    return _measure(data, at, scope)


def _unknown_measure(data: Mapping[str, Any], at: TreePath, scope: Scope) -> None:
    """Report it, and what is wrong under the keys that mean the same for every measure."""
    if "measure" in data:
        scope.unknown((*at, "measure"), "measure", str(data["measure"]), KEYS)
    elif not misspelt(data, "measure"):
        scope.report(at, "missing_key", words.missing_key("measure"))
    known = [*EVERY_KEY, "by"]
    refuse_others(data, known, at, scope)
    rows = _source(data, at, scope)
    for key in ("where", "that"):
        rows.condition(key)
    for key in ("value", "from", "to", "date"):
        rows.path(key)


def _when_empty(
    data: Mapping[str, Any], at: TreePath, scope: Scope
) -> Literal["inapplicable", "failed"]:
    choice = data.get("when_empty", "inapplicable")
    if choice not in ("inapplicable", "failed"):
        scope.unknown((*at, "when_empty"), "key", str(choice), ("inapplicable", "failed"))
    return "failed" if choice == "failed" else "inapplicable"


def _measure(data: Mapping[str, Any], at: TreePath, scope: Scope) -> Measure | None:
    name = data["measure"]
    needed = KEYS[name] if name == "ratio" else ("of", *KEYS[name])
    missing = [k for k in needed if k not in data]
    for key in missing:
        if not misspelt(data, key):
            scope.report(at, "missing_key", words.missing_key(key))
    if name == "ratio":
        return _ratio(data, at, scope)
    rows = _source(data, at, scope)
    measure = _BUILD[name](rows)
    return None if missing or rows.table is NO_TABLE else measure


def _ratio(data: Mapping[str, Any], at: TreePath, scope: Scope) -> Ratio | None:
    sides = []
    for key in ("numerator", "denominator"):
        if key not in data:
            continue
        side, where = data[key], (*at, key)
        if not isinstance(side, Mapping):
            scope.report(where, "wrong_shape", words.wrong_shape("mapping"))
            continue
        if side.get("measure") not in ("count", "sum"):
            known = ("count", "sum")
            scope.unknown((*where, "measure"), "measure", str(side.get("measure")), known)
            continue
        refuse_others(side, ("measure", "of", "where", *KEYS[side["measure"]]), where, scope)
        sides.append(_measure(side, where, scope))
    match sides:
        case [Count() | Sum() as numerator, Count() | Sum() as denominator]:
            return Ratio(numerator, denominator)
    return None


@dataclass(frozen=True, slots=True)
class _Rows:
    """The source of a measure: its table, and what the keys of the measure reach from it.

    A key that is missing has been told; what stands behind the others is read all the same.
    """

    data: Mapping[str, Any]
    at: TreePath
    scope: Scope
    table: Table

    @property
    def of(self) -> str:
        """Name of the table or population."""
        return str(self.data.get("of"))

    def reach(self, key: str, kinds: frozenset[Any] | None = None, need: str = "") -> Reach | None:
        """Return what the path under a key reaches; None where that is not known."""
        if key not in self.data:
            return None
        raw = self.data[key]
        if not isinstance(raw, str):
            self.scope.report((*self.at, key), "wrong_shape", words.wrong_shape("text"))
            return None
        reach = self.scope.column(self.table, raw, (*self.at, key))
        if reach.column is VAGUE:
            return None
        if kinds and (reach.column.kind not in kinds or reach.column.many):
            said = words.wrong_kind(reach.column.label, need)
            self.scope.report((*self.at, key), "wrong_kind", said)
            return None
        return reach

    def path(self, key: str, kinds: frozenset[Any] | None = None, need: str = "") -> Path | None:
        """Return the path under a key; None where it is not known what it reaches."""
        reach = self.reach(key, kinds, need)
        return reach.path if reach else None

    def condition(self, key: str) -> Condition:
        """Return the condition under a key; every row satisfies one that is not there."""
        if key not in self.data:
            return EVERY_ROW
        found = read_condition(
            self.data[key], (*self.at, key), self.table, self.scope, related=_related
        )
        return EVERY_ROW if found is None else found


def _source(data: Mapping[str, Any], at: TreePath, scope: Scope) -> _Rows:
    table = scope.table(str(data["of"]), (*at, "of")) if "of" in data else NO_TABLE
    return _Rows(data, at, scope, table)


def _count(rows: _Rows) -> Measure:
    return Count(rows.of, rows.condition("where"))


def _share(rows: _Rows) -> Measure:
    where = rows.condition("where")
    return Share(rows.of, rows.condition("that"), where)


def _sum(rows: _Rows) -> Measure | None:
    where, value = rows.condition("where"), rows.path("value", NUMBER_KINDS, "number")
    return Sum(rows.of, value, where) if value else None


def _mean(rows: _Rows) -> Measure | None:
    where, value = rows.condition("where"), rows.path("value", NUMBER_KINDS, "number")
    return Mean(rows.of, value, where) if value else None


def _distinct(rows: _Rows) -> Measure | None:
    where, value = rows.condition("where"), rows.path("value")
    return Distinct(rows.of, value, where) if value else None


def _covered(rows: _Rows) -> Measure | None:
    where, reach = rows.condition("where"), rows.reach("value")
    required = None
    if "required" in rows.data:
        column, at = reach.column if reach else VAGUE, (*rows.at, "required")
        required = read_values(rows.data["required"], at, column, rows.scope)
    times: Limit | None = 1
    if "times" in rows.data:
        known = rows.table is not NO_TABLE
        counted = Count(rows.of) if known else None
        times = read_limit(rows.data["times"], (*rows.at, "times"), rows.scope, counted)
    if reach is None or required is None or times is None:
        return None
    return Covered(rows.of, reach.path, required, where, times)


def _time_covered(rows: _Rows) -> Measure | None:
    where = rows.condition("where")
    start = rows.path("from", TIME_KINDS, "time")
    end = rows.path("to", TIME_KINDS, "time")
    return TimeCovered(rows.of, start, end, where) if start and end else None


def _fewest_per(rows: _Rows) -> Measure | None:
    where, date = rows.condition("where"), rows.path("date", TIME_KINDS, "time")
    each = rows.data.get("each")
    if "each" in rows.data and each not in ("month", "quarter"):
        rows.scope.unknown((*rows.at, "each"), "key", str(each), ("month", "quarter"))
        return None
    return FewestPer(rows.of, date, each, where) if date and each else None


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
    before = len(scope.problems)
    name = data.get("measure")
    if isinstance(name, str) and name in KEYS and name not in TOTAL:
        scope.report((*at, "measure"), "related_needs_total", words.related_needs_total())
    if "by" in data:
        _check_link(data, at, outer, scope)
    elif not misspelt(data, "by"):
        scope.report(at, "missing_key", words.missing_key("by"))
    leaf = _leaf(data, at, scope, extra=("by",))
    if leaf is None or isinstance(leaf.measure, Ratio) or len(scope.problems) > before:
        return None
    if _has_related(leaf.measure.where):
        scope.report(at, "related_inside_related", words.related_inside_related())
        return None
    return Related(leaf, str(data["by"]))


def _check_link(data: Mapping[str, Any], at: TreePath, outer: Table, scope: Scope) -> None:
    of, by = str(data.get("of")), str(data["by"])
    if of not in scope.dictionary.tables and of not in scope.dictionary.populations:
        return  # told where the table is named
    inner = scope.dictionary.table_of(of)
    column = inner.columns.get(by)
    if column is None and scope.declared("column", by, inner.name):
        return
    linked = scope.dictionary.tables if outer is NO_TABLE else (outer.name,)
    if column is None or column.to not in linked:
        scope.report((*at, "by"), "not_linked", words.not_linked(by, outer.label), found=by)


def _has_related(condition: Condition) -> bool:
    members = getattr(condition, "members", ())
    return isinstance(condition, Related) or any(_has_related(m) for m in members)
