"""Reading limits: what a measure must reach, in the unit of the measure."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from checker.language import words
from checker.language.typecheck import (
    DURATION_KEYS,
    DURATION_UNITS,
    Scope,
    TreePath,
    accepted_units,
    is_param,
    nearest,
    param,
    unit_of,
)
from checker.model.check import (
    Duration,
    Expect,
    Limit,
    Measure,
    OverPeriod,
    Param,
)
from checker.model.value import exact

SIDES = ("equals", "at_least", "at_most")


def read_expect(data: Any, at: TreePath, scope: Scope, measure: Measure | None) -> Expect | None:
    """Return an Expect; measure None stands for the size of a list cell."""
    if not isinstance(data, Mapping):
        scope.report(at, "wrong_shape", words.wrong_shape("mapping"))
        return None
    known = (*SIDES, "tolerance")
    unknown = [key for key in data if key not in known]
    for key in unknown:
        said = words.unknown_name("key", key, nearest(key, known), known)
        scope.report((*at, key), "unknown_key", said, key=True, found=key)
    given = {k: read_limit(data[k], (*at, k), scope, measure) for k in SIDES if k in data}
    if unknown and not given:
        return None  # the misspelt key was the limit
    if not given or ("equals" in given and len(given) > 1):
        scope.report(at, "expect_alone", words.expect_alone())
        return None
    tolerance = _tolerance(data, at, scope, measure, given) if "tolerance" in data else None
    return Expect(given.get("equals"), given.get("at_least"), given.get("at_most"), tolerance)


def read_limit(raw: Any, at: TreePath, scope: Scope, measure: Measure | None) -> Limit | None:
    """Return a limit in the unit of the measure; None (with a problem) if it is none."""
    if isinstance(raw, Mapping):
        return _over_period(raw, at, scope, measure)
    units = accepted_units(measure, scope.dictionary) if measure else {"count"}
    if is_param(raw):
        return _param_in(raw, at, scope, units)
    share = "1" in units
    number = _number(raw)
    if number is None:
        scope.report(at, "not_a_limit", words.not_a_limit("1" if share else ""), found=str(raw))
        return None
    if str(raw).endswith("%") is not share:
        scope.report(at, "share_without_percent", words.share_without_percent(), found=str(raw))
        return None
    return number


def _number(raw: Any) -> int | Fraction | None:
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        return None
    try:
        return exact(str(raw))
    except ValueError:
        return None


def _over_period(
    raw: Mapping[str, Any], at: TreePath, scope: Scope, measure: Measure | None
) -> Limit | None:
    name = raw.get("over_period")
    if list(raw) != ["over_period"] or not is_param(name) or measure is None:
        scope.report(at, "not_a_limit", words.not_a_limit(""))
        return None
    units = accepted_units(measure, scope.dictionary)
    scaled = {f"{u}/{each}" for u in units for each in ("年", "月")}
    found = _param_in(str(name), (*at, "over_period"), scope, scaled)
    return OverPeriod(found) if found else None


def _param_in(raw: str, at: TreePath, scope: Scope, units: set[str]) -> Param | None:
    parameter = scope.parameter(raw[1:], at)
    if parameter is None:
        return None
    if parameter.unit not in units or isinstance(parameter.default, str | tuple):
        said = words.wrong_unit(parameter.name, parameter.unit, sorted(units))
        scope.report(at, "wrong_unit", said)
        return None
    return param(raw)


def _tolerance(
    data: Mapping[str, Any],
    at: TreePath,
    scope: Scope,
    measure: Measure | None,
    given: Mapping[str, Limit | None],
) -> Param | None:
    raw, where = data["tolerance"], (*at, "tolerance")
    if not is_param(raw):
        scope.report(where, "wrong_parameter", words.wrong_shape("$"))
        return None
    one_sided = len(given) == 1 and "equals" not in given
    if measure is None or not one_sided or unit_of(measure, scope.dictionary) != "1":
        scope.report(where, "tolerance_misplaced", words.tolerance_misplaced())
        return None
    parameter = scope.parameter(raw[1:], where)
    if parameter and (parameter.unit != "1" or isinstance(parameter.default, str | tuple)):
        said = words.wrong_parameter(parameter.name, "share")
        scope.report(where, "wrong_parameter", said)
    return param(raw)


def read_duration(
    raw: Any, at: TreePath, scope: Scope, units: frozenset[str]
) -> "Param | Duration | None":
    """Return a length of time: $parameter, or {days: 30} with one key."""
    if is_param(raw):
        parameter = scope.parameter(raw[1:], at)
        if parameter is None:
            return None
        if parameter.unit not in units:
            wanted = sorted(units, key=DURATION_UNITS.index)
            said = words.wrong_unit(parameter.name, parameter.unit, wanted)
            scope.report(at, "wrong_unit", said)
            return None
        return param(raw)
    if isinstance(raw, Mapping) and len(raw) == 1:
        key, amount = next(iter(raw.items()))
        number = _number(amount)
        if DURATION_KEYS.get(key) in units and number is not None:
            return Duration(number, DURATION_KEYS[key])
    found = "、".join(map(str, raw)) if isinstance(raw, Mapping) else str(raw)
    scope.report(at, "wrong_parameter", words.wrong_parameter("…", "duration"), found=found)
    return None
