"""The readings of what a standard leaves open, each with the parameter values that follow from it."""

from collections.abc import Mapping

from checker.document.document import Document, Path
from checker.model.problem import Problem
from checker.model.rule import Parameter, Reading, ReadingOption
from checker.rulebook.documents.standard import ReadingOptionShape, StandardShape
from checker.rulebook.framing import check_known, check_once
from checker.rulebook.names import Declared
from checker.rulebook.parameters import ParameterValue, chosen_value


def read_readings(
    shape: StandardShape,
    document: Document,
    parameters: Mapping[str, Parameter],
    declared: Declared,
    problems: list[Problem],
) -> tuple[Reading, ...]:
    """Return the readings; what they name must exist and stay in range."""
    found = []
    for i, reading in enumerate(shape.readings):
        at: Path = ("readings", i)
        name = str(reading.name)
        declared("choice", name).add((o.id for o in reading.options), reading.options)
        ids = [((*at, "options", k, "id"), o.id) for k, o in enumerate(reading.options)]
        check_once("choice", ids, document, problems)
        place = (*at, "default")
        check_known("choice", reading.default, place, document, declared, problems, of=name)
        options = []
        for k, option in enumerate(reading.options):
            there = (*at, "options", k, "parameters")
            values = _values(option, there, document, parameters, declared, problems)
            options.append(ReadingOption(option.id, option.title, values))
        found.append(
            Reading(
                reading.name, reading.title, reading.contradiction, reading.default, tuple(options)
            )
        )
    return tuple(found)


def _values(
    option: ReadingOptionShape,
    at: Path,
    document: Document,
    parameters: Mapping[str, Parameter],
    declared: Declared,
    problems: list[Problem],
) -> tuple[tuple[str, ParameterValue], ...]:
    found = []
    for name, raw in option.parameters.items():
        place = (*at, str(name))
        check_known("parameter", name, place, document, declared, problems)
        parameter = parameters.get(name)
        if parameter:
            value = chosen_value(raw, parameter, document.place(place), problems)
            if value is not None:
                found.append((name, value))
    return tuple(found)
