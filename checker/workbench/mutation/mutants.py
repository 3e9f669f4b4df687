"""The mutants of a rule: every rule that it could have been by one slip."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from checker.language import mentions
from checker.language.explain import Speaker, explain
from checker.model.check import AllOf, AnyOf, CellTest, Condition, Covered, Param, Predicate
from checker.model.frozen import dataclass
from checker.model.rule import Parameter, Rule, Rulebook
from checker.workbench.mutation import steps, words
from checker.workbench.mutation.change import At, Change, Surroundings
from checker.workbench.mutation.checks import of_check, of_related
from checker.workbench.mutation.conditions import of_condition

ParameterValue = Any


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule changed in one place.

    Attributes:
        rule: id of the rule.
        id: name of the change within the rule, e.g. check.expect.at_least:+1 or $hours_min:-1.
        operator: kind of change (change.OPERATORS).
        at: place in the rule; () where a parameter was changed.
        parameter: name of the parameter that was changed; "" where the rule itself was.
        changed: the rule as the mutant has it.
        value: what the parameter is changed to; None where the rule itself was.
    """

    rule: str
    id: str
    operator: str
    at: At
    parameter: str
    changed: Rule
    value: ParameterValue = None

    def values(self, values: Mapping[str, ParameterValue]) -> Mapping[str, ParameterValue]:
        """Return the parameter values under this mutant."""
        return {**values, self.parameter: self.value} if self.parameter else values


def mutants(rule: Rule, data: Mapping[str, Any], book: Rulebook) -> tuple[Mutant, ...]:
    """Return the mutants of one rule, in the order of its text; no two are equal.

    Args:
        data: the rule as its file has it, plain.
        book: the rule set, parameters at their defaults.
    """
    seen: set[Any] = {(rule.check, rule.applies_when, "", None)}
    found = []
    for mutant in _all(rule, data, book):
        key = (mutant.changed.check, mutant.changed.applies_when, mutant.parameter, mutant.value)
        if key not in seen:
            seen.add(key)
            found.append(mutant)
    return tuple(found)


def sentence(mutant: Mutant, rule: Rule, book: Rulebook) -> str:
    """Return what a mutant says otherwise, in one Chinese sentence."""
    before = explain(rule.check, _speaker(book, book.values), rule.applies_when)
    speaker = _speaker(book, mutant.values(book.values))
    after = explain(mutant.changed.check, speaker, mutant.changed.applies_when)
    return words.otherwise(mutant.operator, *words.apart(before, after))


def surroundings(rule: Rule, book: Rulebook) -> Surroundings:
    """Return what a rule could have said instead."""
    read: defaultdict[str, set[str]] = defaultdict(set)
    for leaf in mentions.leaves(rule.check):
        for one in mentions.columns(leaf.measure, book.dictionary):
            read[one.table].add(one.column)
    return Surroundings(
        book.dictionary,
        book.parameters,
        {table: frozenset(columns) for table, columns in read.items()},
        tuple(dict.fromkeys(mentions.parameters((rule.applies_when, rule.check)))),
    )


def _speaker(book: Rulebook, values: Mapping[str, ParameterValue]) -> Speaker:
    return Speaker(book.dictionary, book.parameters, values)


def _all(rule: Rule, data: Mapping[str, Any], book: Rulebook) -> Iterator[Mutant]:
    known = surroundings(rule, book)
    if rule.applies_when is not None:
        for change in _applies(rule.applies_when, data["applies_when"], known):
            yield _mutant(rule, change, "applies_when")
    for change in of_check(rule.check, data["check"], ("check",), known):
        yield _mutant(rule, change, "check")
    for name in known.named:
        yield from _of_parameter(rule, book.parameters[name], known)


def _mutant(rule: Rule, change: Change, part: str) -> Mutant:
    changed = replace(rule, **{part: change.node})
    return Mutant(rule.id, change.id, change.operator, change.at, "", changed)


def _applies(
    condition: Condition, data: Mapping[str, Any], known: Surroundings
) -> Iterator[Change]:
    at: At = ("applies_when",)
    yield Change("applies", at, "drop", None)
    yield Change("applies", at, "invert", _inverted(condition))
    subject = known.dictionary.subject
    yield from of_condition(condition, data, at, subject, known, of_related)


def _inverted(condition: Condition) -> Condition:
    """Return the contrary as far as the language can say it; only a limit itself stays in both."""
    match condition:
        case AllOf(members):
            return AnyOf(tuple(_inverted(m) for m in members))
        case AnyOf(members):
            return AllOf(tuple(_inverted(m) for m in members))
        case CellTest(path, predicate):
            return CellTest(path, _contrary(predicate))
        case _:
            return condition


def _contrary(predicate: Predicate) -> Predicate:
    match predicate:
        case Predicate(equals=bool() as value):
            return Predicate(equals=not value)
        case Predicate(present=bool() as there):
            return Predicate(present=not there)
        case Predicate(at_least=limit, at_most=None) if limit is not None:
            return Predicate(at_most=limit)
        case Predicate(at_most=limit, at_least=None) if limit is not None:
            return Predicate(at_least=limit)
        case _:
            return predicate


def _of_parameter(rule: Rule, parameter: Parameter, known: Surroundings) -> Iterator[Mutant]:
    for said, value in _values(parameter, rule, known):
        yield Mutant(
            rule.id, f"${parameter.name}:{said}", "parameter", (), parameter.name, rule, value
        )


def _not_required(
    name: str, default: tuple[str, ...], rule: Rule, known: Surroundings
) -> Iterator[str]:
    """Yield the values of the column that a list parameter must cover, and does not name."""
    for leaf in mentions.leaves(rule.check):
        measure = leaf.measure
        if isinstance(measure, Covered) and measure.required == Param(name):
            column = known.column(known.table(measure.of), measure.value)
            yield from (v for v in column.values if v not in default)


def _values(
    parameter: Parameter, rule: Rule, known: Surroundings
) -> Iterator[tuple[str, ParameterValue]]:
    default = parameter.default
    if isinstance(default, tuple):
        for left_out in default if len(default) > 1 else ():
            yield f"drop={left_out}", tuple(v for v in default if v != left_out)
        for other in _not_required(parameter.name, default, rule, known):
            yield f"add={other}", (*default, other)
    elif isinstance(default, str):
        yield from ((f"column={c}", c) for c in parameter.choices if c != default)
    else:
        yield from steps.of_parameter(parameter, rule.check, known.parameters)
