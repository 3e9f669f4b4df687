"""Reading limits: what a measure must reach, in the unit of the measure."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Literal

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

Measured = Measure | Literal["size", "share"] | None
"""What a limit is for: a measure, or the size of a list cell.

Of a measure with faults, "share" if it is one; None if its unit is not known. Then all is told of
a limit that hangs on no unit.
"""


def read_expect(data: Any, at: TreePath, scope: Scope, measure: Measured) -> Expect | None:
    """Return what a measure must reach; None after problems."""
    if not isinstance(data, Mapping):
        scope.report(at, "wrong_shape", words.wrong_shape("mapping"))
        return None
    known = (*SIDES, "tolerance")
    unknown = [key for key in data if key not in known]
    for key in unknown:
        said = words.unknown_name("key", key, nearest(key, known), known)
        scope.report((*at, key), "unknown_key", said, key=True, found=key)
    given = {k: read_limit(data[k], (*at, k), scope, measure) for k in SIDES if k in data}
    if not unknown and (not given or ("equals" in given and len(given) > 1)):
        scope.report(
            at, "expect_alone", words.expect_alone()
        )  # else the misspelt key was the limit
    tolerance = None
    if "tolerance" in data:
        one_sided = (len(given) == 1 and "equals" not in given) or bool(unknown)
        shared = one_sided and _may_be_share(measure, scope)
        tolerance = _tolerance(data["tolerance"], (*at, "tolerance"), scope, fits=shared)
    if not given:
        return None
    return Expect(given.get("equals"), given.get("at_least"), given.get("at_most"), tolerance)


def read_limit(raw: Any, at: TreePath, scope: Scope, measure: Measured) -> Limit | None:
    """Return a limit in the unit of the measure; None (after a problem) if it is none."""
    units = _units(measure, scope)
    if isinstance(raw, Mapping):
        return _over_period(raw, at, scope, units, periodic=measure != "size")
    if is_param(raw):
        return _param_in(raw, at, scope, units)
    share = bool(units and "1" in units)
    number = _number(raw)
    if number is None:
        scope.report(at, "not_a_limit", words.not_a_limit("1" if share else ""), found=str(raw))
        return None
    if units is not None and str(raw).endswith("%") is not share:
        scope.report(at, "share_without_percent", words.share_without_percent(), found=str(raw))
        return None
    return number


def _units(measure: Measured, scope: Scope) -> set[str] | None:
    """Return the units in which a limit may be given; None if they are not known."""
    if isinstance(measure, str):
        return {"count"} if measure == "size" else {"1"}
    return accepted_units(measure, scope.dictionary) if measure else None


def _number(raw: Any) -> int | Fraction | None:
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        return None
    try:
        return exact(str(raw))
    except ValueError:
        return None


def _over_period(
    raw: Mapping[str, Any], at: TreePath, scope: Scope, units: set[str] | None, *, periodic: bool
) -> Limit | None:
    name = raw.get("over_period")
    if list(raw) != ["over_period"] or not is_param(name) or not periodic:
        scope.report(at, "not_a_limit", words.not_a_limit(""))
        return None
    scaled = None if units is None else {f"{u}/{each}" for u in units for each in ("年", "月")}
    found = _param_in(str(name), (*at, "over_period"), scope, scaled)
    return OverPeriod(found) if found else None


def _param_in(raw: str, at: TreePath, scope: Scope, units: set[str] | None) -> Param | None:
    parameter = scope.parameter(raw[1:], at)
    if parameter is None:
        return None
    fits = units is None or parameter.unit in units
    if not fits or isinstance(parameter.default, str | tuple):
        said = words.wrong_unit(parameter.name, parameter.unit, sorted(units or ("1", "count")))
        scope.report(at, "wrong_unit", said)
        return None
    return param(raw)


def _tolerance(raw: Any, at: TreePath, scope: Scope, *, fits: bool) -> Param | None:
    if not is_param(raw):
        scope.report(at, "wrong_parameter", words.wrong_shape("$"))
        return None
    parameter = scope.parameter(raw[1:], at)
    if not fits:
        scope.report(at, "tolerance_misplaced", words.tolerance_misplaced())
        return None
    if parameter and (parameter.unit != "1" or isinstance(parameter.default, str | tuple)):
        said = words.wrong_parameter(parameter.name, "share")
        scope.report(at, "wrong_parameter", said)
    return param(raw)


def _may_be_share(measure: Measured, scope: Scope) -> bool:
    units = _units(measure, scope)
    return units is None or "1" in units


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
