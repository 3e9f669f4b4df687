"""Parameters: whose number each is, who uses it, which profiles change it."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from checker.language.explain import spoken, value_text
from checker.model.problem import Place
from checker.model.rule import Parameter
from checker.workbench.catalogue import words
from checker.workbench.catalogue.profiles import Tailorings
from checker.workbench.catalogue.used import Used
from checker.workbench.catalogue.views import Change, ParameterView
from checker.workbench.rule_set import RuleSet


def parameter_views(
    rules: RuleSet,
    tailored: Tailorings,
    uses: Mapping[str, Used],
    asked: Mapping[str, Used],
    source: Callable[[Place], Place],
) -> tuple[ParameterView, ...]:
    """Return every parameter by name: those of the rules, and those of the quality checks."""
    homes = _homes(rules)
    return tuple(
        _view(parameter, rules, tailored, (uses, asked), homes.get(name, ""), source)
        for name, parameter in sorted(rules.book.parameters.items())
    )


def _view(
    parameter: Parameter,
    rules: RuleSet,
    tailored: Tailorings,
    users: tuple[Mapping[str, Used], Mapping[str, Used]],
    home: str,
    source: Callable[[Place], Place],
) -> ParameterView:
    name, unit = parameter.name, parameter.unit
    of_rules, of_checks = (
        tuple(key for key, use in group.items() if name in use.parameters) for group in users
    )
    return ParameterView(
        parameter, spoken(rules.book.values[name], unit, rules.book.dictionary),
        spoken(parameter.default, unit, rules.book.dictionary),
        _end(parameter.minimum, unit), _end(parameter.maximum, unit), words.unit(unit), source(rules.parameter_place(name)), home, of_rules, of_checks,
        tuple(
            r.name
            for r in rules.book.standard.readings
            if any(name == n for o in r.options for n, _ in o.parameters)
        ),
        _changes(name, tailored),
    )  # fmt: skip


def _end(end: int | Fraction | None, unit: str) -> str:
    return "" if end is None else value_text(end, unit)


def _changes(name: str, tailored: Tailorings) -> tuple[Change, ...]:
    return tuple(
        Change(profile, difference)
        for profile in tailored.profiles
        for difference in profile.differences
        if difference.kind == "parameter" and difference.subject == name
    )


def _homes(rules: RuleSet) -> dict[str, str]:
    """Return the item whose file holds each parameter that is not shared."""
    return {
        name: str(document.data["item"])
        for document in rules.documents.values()
        if isinstance(document.data, dict) and "rules" in document.data
        for name in document.data.get("parameters") or {}
    }
