"""Parameters: shapes → values with unit, range and origin."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from checker.document.document import Document
from checker.language.explain import value_text
from checker.model.problem import Place, Problem
from checker.model.rule import Parameter
from checker.model.value import exact
from checker.rulebook import words
from checker.rulebook.documents.rules import ParameterShape
from checker.rulebook.unread import is_read

ParameterValue = int | Fraction | str | tuple[str, ...]


def read_parameters(
    shapes: Mapping[str, ParameterShape],
    document: Document,
    known: dict[str, Parameter],
    places: dict[str, Place],
    problems: list[Problem],
) -> None:
    """Add the parameters of one file to those known; places remembers where each stands."""
    for name, shape in shapes.items():
        at = ("parameters", str(name))
        place = document.place(at, key=True)
        if name in places:
            said = words.duplicate("parameter", name, str(places[name]))
            problems.append(Problem(place, "duplicate_parameter", said[0], name, advice=said[1]))
            known.pop(name, None)  # which of them is meant is not known, only the name
            continue
        places[name] = place
        if not is_read(shape.default, shape.unit, shape.choices, *shape.choices):
            continue
        parameter = _parameter(name, shape)
        fault = value_fault(parameter.default, parameter) if parameter else sort(shape.unit)
        if fault:
            at_default = document.place((*at, "default"))
            problems.append(_value_problem(at_default, shape.default, fault, parameter))
        if parameter is not None and is_read(name):
            known[name] = parameter


def chosen_value(
    raw: object, parameter: Parameter, place: Place, problems: list[Problem]
) -> ParameterValue | None:
    """Return a value chosen for a parameter; None after a problem."""
    value = read_value(raw, parameter.unit)
    fault = value_fault(value, parameter)
    if fault:
        problems.append(_value_problem(place, raw, fault, parameter))
        return None
    return value


def _value_problem(place: Place, raw: object, fault: str, parameter: Parameter | None) -> Problem:
    low = high = ""
    choices: tuple[str, ...] = ()
    if parameter:
        unit, choices = parameter.unit, parameter.choices
        low, high = (
            "" if bound is None else value_text(bound, unit)
            for bound in (parameter.minimum, parameter.maximum)
        )
    said = words.parameter_value(fault, low, high, choices)
    return Problem(place, "parameter_value", said[0], str(raw), advice=said[1])


def _parameter(name: str, shape: ParameterShape) -> Parameter | None:
    default = read_value(shape.default, shape.unit)
    if default is None:
        return None
    low, high = (bound if is_read(bound) else None for bound in (shape.min, shape.max))
    return Parameter(
        name, shape.title, default, shape.unit, shape.origin, shape.source,
        low, high, shape.choices,
    )  # fmt: skip


def sort(unit: str) -> str:
    """Return which sort of value a unit asks for: number, list or column."""
    return unit if unit in ("list", "column") else "number"


def read_value(raw: Any, unit: str) -> ParameterValue | None:
    """Return a parameter value from what a file says; None if it is of the wrong sort."""
    match sort(unit):
        case "list":
            whole = isinstance(raw, list) and raw and all(isinstance(v, str) for v in raw)
            return tuple(raw) if whole else None
        case "column":
            return raw if isinstance(raw, str) else None
        case _:
            if isinstance(raw, bool) or not isinstance(raw, int | str):
                return None
            try:
                return exact(str(raw))
            except ValueError:
                return None


def value_fault(value: ParameterValue | None, parameter: Parameter) -> str:
    """Return what a value should have been (see words.parameter_value); "" if it is fine."""
    if value is None:
        return sort(parameter.unit)
    if isinstance(value, str):
        return "" if value in parameter.choices else "column"
    if isinstance(value, tuple):
        return ""
    low, high = parameter.minimum, parameter.maximum
    inside = (low is None or value >= low) and (high is None or value <= high)
    return "" if inside else "range"
