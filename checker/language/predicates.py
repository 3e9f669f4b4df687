"""Reading conditions: what a row, and one cell of it, must satisfy (LANGUAGE 3.2)."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from checker.language import words
from checker.language.limits import read_duration, read_expect
from checker.language.typecheck import (
    DURATION_UNITS,
    NO_TABLE,
    ORDERED_KINDS,
    TIME_KINDS,
    VAGUE,
    Reach,
    Scope,
    TreePath,
    comparable,
    is_param,
    list_fits,
    literal,
    nearest,
    param,
)
from checker.model.check import (
    AllOf,
    AnyOf,
    AssessmentDate,
    CellTest,
    Condition,
    Elapsed,
    Field,
    Operand,
    Param,
    Path,
    Predicate,
    Related,
    Within,
)
from checker.model.dictionary import Column, Kind, Table
from checker.model.value import Scalar

PREDICATES: Final = (
    "equals", "one_of", "at_least", "at_most",
    "includes_all", "includes_any", "present", "within", "size",
)  # fmt: skip

RelatedReader = Callable[[Any, TreePath, Table, Scope], Related | None]

_WITHIN_UNITS: Final = frozenset({"日", "月"})


def read_condition(
    data: Any, at: TreePath, table: Table, scope: Scope, *, related: RelatedReader
) -> Condition | None:
    """Return the condition that a mapping says of a row of the table."""
    if not isinstance(data, Mapping):
        scope.report(at, "wrong_shape", words.wrong_shape("mapping"))
        return None
    members = [_entry(key, value, (*at, key), table, scope, related) for key, value in data.items()]
    read = tuple(m for m in members if m is not None)
    return read[0] if len(read) == 1 else AllOf(read)


def _entry(
    key: str, value: Any, at: TreePath, table: Table, scope: Scope, related: RelatedReader
) -> Condition | None:
    match key:
        case "all" | "any":
            if not isinstance(value, list) or not value:
                scope.report(at, "wrong_shape", words.wrong_shape("list"))
                return None
            read = [
                read_condition(v, (*at, i), table, scope, related=related)
                for i, v in enumerate(value)
            ]
            members = tuple(m for m in read if m is not None)
            return AllOf(members) if key == "all" else AnyOf(members)
        case "elapsed":
            return _elapsed(value, at, table, scope)
        case "related":
            return related(value, at, table, scope)
        case _:
            reach = scope.column(table, key, at, key=True)
            predicate = _predicate(value, at, reach, table, scope)
            return CellTest(reach.path, predicate) if predicate else None


def _elapsed(data: Any, at: TreePath, table: Table, scope: Scope) -> Elapsed | None:
    if not isinstance(data, Mapping):
        scope.report(at, "wrong_shape", words.wrong_shape("mapping"))
        return None
    known = ("from", "to", "at_most")
    unknown = [k for k in data if k not in known]
    for key in known:
        if key not in data and not any(nearest(k, (key,)) for k in unknown):
            scope.report(at, "missing_key", words.missing_key(key))
    for key in unknown:
        said = words.unknown_name("key", key, nearest(key, known), known)
        scope.report((*at, key), "unknown_key", said, key=True, found=key)
    units = frozenset(DURATION_UNITS)
    start = _time_path(data["from"], (*at, "from"), table, scope) if "from" in data else None
    end = _time_end(data["to"], (*at, "to"), table, scope) if "to" in data else None
    most = (*at, "at_most")
    limit = read_duration(data["at_most"], most, scope, units) if "at_most" in data else None
    if start is None or end is None or limit is None:
        return None
    return Elapsed(start, end, limit)


def _time_path(raw: Any, at: TreePath, table: Table, scope: Scope) -> Path | None:
    reach = scope.column(table, str(raw), at)
    if reach.column is VAGUE:
        return None
    if reach.column.kind not in TIME_KINDS or reach.column.many:
        scope.report(at, "wrong_kind", words.wrong_kind(reach.column.label, "time"))
        return None
    return reach.path


def _time_end(raw: Any, at: TreePath, table: Table, scope: Scope) -> Path | Param | None:
    if not is_param(raw):
        return _time_path(raw, at, table, scope)
    parameter = scope.parameter(raw[1:], at)
    if parameter is None:
        return None
    if not all(_is_time(choice, table, scope) for choice in parameter.choices or ("",)):
        said = words.wrong_parameter(parameter.name, "column")
        scope.report(at, "wrong_parameter", said)
        return None
    return param(raw)


def _is_time(name: str, table: Table, scope: Scope) -> bool:
    column = table.columns.get(name)
    if column is None:
        return table is NO_TABLE or scope.declared("column", name, table.name)
    return column.kind in TIME_KINDS


def _predicate(
    data: Any, at: TreePath, reach: Reach, table: Table, scope: Scope
) -> Predicate | None:
    if not isinstance(data, Mapping):
        data, wrap = {"equals": data}, True
    else:
        wrap = False
    before = len(scope.problems)
    given: dict[str, Any] = {}
    if not data:
        scope.report(at, "empty", words.empty_list())
    for key, raw in data.items():
        where = at if wrap else (*at, key)
        if key not in PREDICATES:
            said = words.unknown_name("key", key, nearest(key, PREDICATES), PREDICATES)
            scope.report(where, "unknown_key", said, key=True, found=key)
            continue
        if _fits(key, reach, where, scope):
            given[key] = _read(key, raw, where, reach, table, scope)
    return Predicate(**given) if len(scope.problems) == before else None


def _fits(key: str, reach: Reach, at: TreePath, scope: Scope) -> bool:
    column = reach.column
    faults = {
        "list": key in ("includes_all", "includes_any", "size") and not column.many,
        "single": key in ("equals", "one_of", "at_least", "at_most", "within") and column.many,
        "ordered": key in ("at_least", "at_most") and column.kind not in ORDERED_KINDS,
        "time": key == "within" and column.kind not in TIME_KINDS,
        "present": key == "present" and not reach.may_be_nothing,
    }
    fault = next((name for name, wrong in faults.items() if wrong and column is not VAGUE), "")
    if fault:
        scope.report(at, "wrong_kind", words.wrong_kind(column.label, fault), key=True)
    return not fault


def _read(key: str, raw: Any, at: TreePath, reach: Reach, table: Table, scope: Scope) -> Any:
    match key:
        case "equals" | "at_least" | "at_most":
            return _operand(raw, at, reach.column, table, scope)
        case "one_of" | "includes_all" | "includes_any":
            return read_values(raw, at, reach.column, scope)
        case "present":
            if not isinstance(raw, bool):
                scope.report(at, "wrong_shape", words.wrong_shape("bool"), found=str(raw))
            return raw
        case "within":
            return _within(raw, at, scope)
        case _:
            return read_expect(raw, at, scope, "size")


def _operand(raw: Any, at: TreePath, column: Column, table: Table, scope: Scope) -> Operand | None:
    if raw == "assessment_date" and column.kind in TIME_KINDS:
        return AssessmentDate()
    if is_param(raw):
        return _value_param(raw, at, column, scope)
    if isinstance(raw, Mapping):
        return _field(raw, at, column, table, scope)
    return _literal(raw, at, column, scope)


def _literal(raw: Any, at: TreePath, column: Column, scope: Scope) -> Scalar | None:
    value = literal(raw, column)
    if value is None and column is not VAGUE:
        said = words.not_a_value(column.label, column.values)
        scope.report(at, "not_a_value", said, found=str(raw))
    return value


def _value_param(raw: str, at: TreePath, column: Column, scope: Scope) -> Param | None:
    parameter = scope.parameter(raw[1:], at)
    if parameter is None or column is VAGUE:
        return None
    numbers = isinstance(parameter.default, int) or not isinstance(parameter.default, str | tuple)
    if column.kind in (Kind.INT, Kind.DEC):
        wanted = column.unit or "1"
        if not numbers or parameter.unit not in (wanted, "count"):
            said = words.wrong_unit(parameter.name, parameter.unit, [wanted])
            scope.report(at, "wrong_unit", said)
    elif literal(parameter.default, column) is None:
        said = words.wrong_parameter(parameter.name, "value")
        scope.report(at, "wrong_parameter", said)
    return param(raw)


def _field(
    raw: Mapping[str, Any], at: TreePath, column: Column, table: Table, scope: Scope
) -> Field | None:
    if list(raw) != ["field"]:
        scope.report(at, "wrong_shape", words.wrong_shape("{field: …}"))
        return None
    other = scope.column(table, str(raw["field"]), (*at, "field"))
    if VAGUE in (column, other.column):
        return None
    if other.column.many or not comparable(column, other.column):
        said = words.not_comparable(column.label, other.column.label)
        scope.report((*at, "field"), "not_comparable", said)
        return None
    return Field(other.path)


def _within(raw: Any, at: TreePath, scope: Scope) -> Within | None:
    if raw == "period":
        return Within()
    if isinstance(raw, Mapping) and list(raw) == ["last"]:
        last = read_duration(raw["last"], (*at, "last"), scope, _WITHIN_UNITS)
        return Within(last) if last else None
    scope.report(at, "wrong_shape", words.wrong_shape("period / {last: …}"), found=str(raw))
    return None


def read_values(
    raw: Any, at: TreePath, column: Column, scope: Scope
) -> tuple[Scalar, ...] | Param | None:
    """Return a list of values of a column, or the list parameter that stands for one."""
    if is_param(raw):
        parameter = scope.parameter(raw[1:], at)
        if parameter and column is not VAGUE and not list_fits(parameter, column):
            said = words.wrong_parameter(parameter.name, "list")
            scope.report(at, "wrong_parameter", said)
        return param(raw)
    if not isinstance(raw, list) or not raw:
        scope.report(at, "wrong_shape", words.wrong_shape("list"))
        return None
    values = [_literal(one, (*at, i), column, scope) for i, one in enumerate(raw)]
    return tuple(v for v in values if v is not None)
