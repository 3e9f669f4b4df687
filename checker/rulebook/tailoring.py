"""Profiles applied to a rule set; every difference from the base is kept, with its reason.

A profile may extend another. The chain is applied from the base upwards, so what a later profile
says of the same thing goes before what an earlier one said; the differences listed are those from
the rule set as it is written, never from the profile in between.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.document.document import Document
from checker.language.explain import value_text
from checker.model.frozen import dataclass
from checker.model.outcome import Basis, Level
from checker.model.problem import Problem
from checker.model.rule import (
    Acceptance,
    Difference,
    Parameter,
    Profile,
    Rule,
    Standard,
)
from checker.rulebook import words
from checker.rulebook.documents.profile import DecidedShape, ProfileShape, UnscoredChoice
from checker.rulebook.parameters import ParameterValue, read_value, value_fault
from checker.rulebook.shaping import nearest

Chain = Sequence[tuple[ProfileShape, Document]]
"""Profiles from the base of the inheritance upwards; the last one was asked for."""


@dataclass(frozen=True, slots=True)
class Tailored:
    """Rules, values, standard and scheme after a chain of profiles."""

    rules: tuple[Rule, ...]
    values: dict[str, ParameterValue]
    standard: Standard
    acceptance: Acceptance
    profile: Profile


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A rule set as it is written."""

    rules: tuple[Rule, ...]
    parameters: dict[str, Parameter]
    standard: Standard
    acceptance: Acceptance


def tailor(base: RuleSet, chain: Chain, problems: list[Problem]) -> Tailored:
    """Apply profiles; what they name must exist and stay in range."""
    work = _Tailoring(base, problems)
    for shape, document in chain:
        work.apply(shape, document)
    asked = chain[-1][0]
    profile = Profile(asked.name, asked.title, asked.summary, work.differences())
    return Tailored(
        tuple(work.rules[i] for i in sorted(work.rules)), work.values,
        work.standard(), replace(base.acceptance, enabled_vetoes=tuple(sorted(work.vetoes))),
        profile,
    )  # fmt: skip


class _Tailoring:
    """The rule set while a chain of profiles is applied to it."""

    def __init__(self, base: RuleSet, problems: list[Problem]) -> None:
        self.base = base
        self.problems = problems
        self.rules = {rule.id: rule for rule in base.rules}
        self.values: dict[str, ParameterValue] = {
            name: parameter.default for name, parameter in base.parameters.items()
        }
        self.vetoes = set(base.acceptance.enabled_vetoes)
        self.points = {i.no: i.points for c in base.standard.chapters for i in c.items}
        self._found: dict[tuple[str, str], Difference] = {}

    def differences(self) -> tuple[Difference, ...]:
        """Return what differs from the base, in a fixed order."""
        return tuple(self._found[key] for key in sorted(self._found))

    def standard(self) -> Standard:
        """Return the standard with the item points in force."""
        chapters = tuple(
            replace(c, items=tuple(replace(i, points=self.points[i.no]) for i in c.items))
            for c in self.base.standard.chapters
        )
        return replace(self.base.standard, chapters=chapters)

    def apply(self, shape: ProfileShape, document: Document) -> None:
        """Apply one profile of the chain."""
        self._lower(shape)
        for i, choice in enumerate(shape.levels):
            if self._known_rule(choice.rule, ("levels", i, "rule"), document):
                self._level(choice.rule, choice.level, choice)
        self._readings(shape, document)
        for i, setting in enumerate(shape.parameters):
            self._parameter(setting.name, setting.value, ("parameters", i), document, setting)
        for i, veto in enumerate(shape.vetoes):
            if self._known_rule(veto.rule, ("vetoes", i, "rule"), document):
                self.vetoes.add(veto.rule)
                was = veto.rule in self.base.acceptance.enabled_vetoes
                self._note(
                    "veto", veto.rule, words.veto_text(on=was), words.veto_text(on=True), veto
                )
        for i, weight in enumerate(shape.weights):
            if self._known_rule(weight.rule, ("weights", i, "rule"), document):
                rule = self.rules[weight.rule]
                self.rules[rule.id] = replace(rule, weight=weight.weight)
                was_weight = self._written(rule.id).weight
                self._note("weight", rule.id, str(was_weight), str(weight.weight), weight)
        self._points(shape, document)
        for i, unscored in enumerate(shape.unscored):
            self._unscore(unscored, i, document)
        for i, off in enumerate(shape.off):
            if self._known_rule(off.rule, ("off", i, "rule"), document):
                self.rules.pop(off.rule)
                self._note(
                    "off", off.rule, words.evaluated(on=True), words.evaluated(on=False), off
                )

    def _written(self, rule: str) -> Rule:
        return next(r for r in self.base.rules if r.id == rule)

    def _lower(self, shape: ProfileShape) -> None:
        lowered = shape.practice_requirements_become
        if lowered is None:
            return
        decided = DecidedShape(
            reason=words.practice_lowered(), decided_by=shape.decided_by or shape.title
        )
        for rule in list(self.rules.values()):
            by_practice = rule.source.content_basis is Basis.PRACTICE
            if by_practice and rule.level is Level.REQUIREMENT:
                self._level(rule.id, lowered, decided)

    def _level(self, rule: str, level: Level, decided: DecidedShape) -> None:
        self.rules[rule] = replace(self.rules[rule], level=level)
        base = words.level_text(self._written(rule).level)
        self._note("level", rule, base, words.level_text(level), decided)

    def _readings(self, shape: ProfileShape, document: Document) -> None:
        known = {r.name: r for r in self.base.standard.readings}
        for i, choice in enumerate(shape.readings):
            reading = known.get(choice.reading)
            if reading is None:
                self._unknown(
                    "reading", choice.reading, known, ("readings", i, "reading"), document
                )
                continue
            options = {o.id: o for o in reading.options}
            option = options.get(choice.choice)
            if option is None:
                self._unknown(
                    "reading", choice.choice, options, ("readings", i, "choice"), document
                )
                continue
            for name, value in option.parameters:
                self.values[name] = value
            base = options[reading.default].title
            self._note("reading", reading.name, base, option.title, choice)

    def _parameter(
        self,
        name: str,
        raw: object,
        at: tuple[str | int, ...],
        document: Document,
        decided: DecidedShape,
    ) -> None:
        parameter = self.base.parameters.get(name)
        if parameter is None:
            self._unknown("parameter", name, self.base.parameters, (*at, "name"), document)
            return
        value = read_value(raw, parameter.unit)
        fault = value_fault(value, parameter)
        if value is None or fault:
            said = words.parameter_value(fault)
            place = document.place((*at, "value"))
            self.problems.append(
                Problem(place, "parameter_value", said[0], str(raw), advice=said[1])
            )
            return
        self.values[name] = value
        base, now = (value_text(v, parameter.unit) for v in (parameter.default, value))
        self._note("parameter", name, base, now, decided)

    def _points(self, shape: ProfileShape, document: Document) -> None:
        written = {i.no: i.points for c in self.base.standard.chapters for i in c.items}
        for i, choice in enumerate(shape.points):
            if choice.item not in written:
                self._unknown("item", choice.item, written, ("points", i, "item"), document)
                continue
            self.points[choice.item] = choice.points
            base = words.points_text(written[choice.item])
            self._note("points", choice.item, base, words.points_text(choice.points), choice)

    def _unscore(self, choice: UnscoredChoice, index: int, document: Document) -> None:
        if choice.rule is not None:
            if not self._known_rule(choice.rule, ("unscored", index, "rule"), document):
                return
            chosen = [self.rules[choice.rule]]
        else:
            chosen = [
                r for r in self.rules.values() if r.source.content_basis is choice.content_basis
            ]
        for rule in chosen:
            self.rules[rule.id] = replace(rule, scored=False)
            scored, not_scored = words.scored_text(on=True), words.scored_text(on=False)
            self._note("unscored", rule.id, scored, not_scored, choice)

    def _note(self, kind: str, subject: str, base: str, now: str, decided: DecidedShape) -> None:
        if base == now:
            self._found.pop((kind, subject), None)
            return
        self._found[kind, subject] = Difference(
            kind, subject, base, now, decided.reason, decided.decided_by
        )

    def _known_rule(self, rule: str, at: tuple[str | int, ...], document: Document) -> bool:
        if rule not in self.rules:
            self._unknown("rule", rule, self.rules, at, document)
        return rule in self.rules

    def _unknown(
        self,
        what: str,
        name: str,
        known: Iterable[str],
        at: tuple[str | int, ...],
        document: Document,
    ) -> None:
        said = words.unknown(what, name, nearest(name, known))
        self.problems.append(
            Problem(document.place(at), f"unknown_{what}", said[0], name, advice=said[1])
        )
