"""A profile applied to a rule set; every difference from the base is kept, with its reason."""

from dataclasses import dataclass, replace

from checker.document.document import Document
from checker.language.explain import value_text
from checker.model.outcome import Basis, Level
from checker.model.problem import Problem
from checker.model.rule import Acceptance, Difference, Parameter, Profile, Rule
from checker.rulebook import words
from checker.rulebook.documents import ProfileShape
from checker.rulebook.parameters import ParameterValue, read_value, value_fault
from checker.rulebook.shaping import nearest


@dataclass(frozen=True, slots=True)
class Tailored:
    """Rules, values and scheme after a profile."""

    rules: tuple[Rule, ...]
    values: dict[str, ParameterValue]
    acceptance: Acceptance
    profile: Profile


def tailor(
    rules: tuple[Rule, ...],
    parameters: dict[str, Parameter],
    acceptance: Acceptance,
    shape: ProfileShape,
    document: Document,
    problems: list[Problem],
) -> Tailored:
    """Apply a profile; what it names must exist and stay in range."""
    differences: list[Difference] = []
    levelled = tuple(_level(rule, shape, differences) for rule in rules)
    values = _values(parameters, shape, document, differences, problems)
    vetoes = _vetoes(rules, acceptance, shape, differences)
    _check_names(rules, shape, document, problems)
    profile = Profile(shape.name, shape.title, shape.summary, tuple(differences))
    return Tailored(levelled, values, replace(acceptance, enabled_vetoes=vetoes), profile)


def _level(rule: Rule, shape: ProfileShape, differences: list[Difference]) -> Rule:
    chosen, reason, by = rule.level, "", ""
    lowered = shape.practice_requirements_become
    if (
        lowered is not None
        and rule.source.content_basis is Basis.PRACTICE
        and rule.level is Level.REQUIREMENT
    ):
        chosen, reason = lowered, words.practice_lowered()
        by = shape.decided_by or shape.title
    for choice in shape.levels:
        if choice.rule == rule.id:
            chosen, reason, by = choice.level, choice.reason, choice.decided_by
    if chosen is rule.level:
        return rule
    base, now = words.level_text(rule.level), words.level_text(chosen)
    differences.append(Difference(rule.id, "", base, now, reason, by))
    return replace(rule, level=chosen)


def _values(
    parameters: dict[str, Parameter],
    shape: ProfileShape,
    document: Document,
    differences: list[Difference],
    problems: list[Problem],
) -> dict[str, ParameterValue]:
    values = {name: parameter.default for name, parameter in parameters.items()}
    for index, choice in enumerate(shape.parameters):
        parameter = parameters.get(choice.name)
        if parameter is None:
            said = words.unknown("parameter", choice.name, nearest(choice.name, parameters))
            place = document.place(("parameters", index, "name"))
            problems.append(Problem(place, "unknown_parameter", said[0], advice=said[1]))
            continue
        value = read_value(choice.value, parameter.unit)
        fault = value_fault(value, parameter)
        if value is None or fault:
            said = words.parameter_value(fault)
            place = document.place(("parameters", index, "value"))
            found = str(choice.value)
            problems.append(Problem(place, "parameter_value", said[0], found, advice=said[1]))
            continue
        if value != parameter.default:
            base = value_text(parameter.default, parameter.unit)
            now = value_text(value, parameter.unit)
            differences.append(
                Difference("", choice.name, base, now, choice.reason, choice.decided_by)
            )
        values[choice.name] = value
    return values


def _vetoes(
    rules: tuple[Rule, ...],
    acceptance: Acceptance,
    shape: ProfileShape,
    differences: list[Difference],
) -> tuple[str, ...]:
    enabled = list(acceptance.enabled_vetoes)
    for choice in shape.vetoes:
        if choice.rule not in enabled and any(r.id == choice.rule for r in rules):
            enabled.append(choice.rule)
            off, on = words.veto_text(on=False), words.veto_text(on=True)
            differences.append(
                Difference(choice.rule, "", off, on, choice.reason, choice.decided_by)
            )
    return tuple(sorted(enabled))


def _check_names(
    rules: tuple[Rule, ...], shape: ProfileShape, document: Document, problems: list[Problem]
) -> None:
    known = {rule.id for rule in rules}
    named = [("levels", i, "rule", c.rule) for i, c in enumerate(shape.levels)]
    named += [("vetoes", i, "rule", c.rule) for i, c in enumerate(shape.vetoes)]
    for group, index, key, rule in named:
        if rule not in known:
            said = words.unknown("rule", rule, nearest(rule, known))
            place = document.place((group, index, key))
            problems.append(Problem(place, "unknown_rule", said[0], rule, advice=said[1]))
