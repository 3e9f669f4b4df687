"""Profiles applied to a rule set; every difference from the base is kept, with its reason.

A profile may extend another. The chain is applied from the base upwards, so what a later profile
says of the same thing goes before what an earlier one said; the differences listed are those from
the rule set as it is written, never from the profile in between.
"""

from collections.abc import Sequence
from dataclasses import replace

from checker.document.document import Document
from checker.language.explain import spoken
from checker.model.dictionary import Dictionary
from checker.model.frozen import dataclass
from checker.model.outcome import Basis, Level
from checker.model.rule import (
    Acceptance,
    Difference,
    Parameter,
    Profile,
    Rule,
    Standard,
)
from checker.rulebook import words
from checker.rulebook.documents.profile import (
    DecidedShape,
    ParameterChoice,
    PointsChoice,
    ProfileShape,
    ReadingChoice,
    UnscoredChoice,
    VetoChoice,
    WeightChoice,
)
from checker.rulebook.parameters import ParameterValue, read_value

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

    dictionary: Dictionary
    rules: tuple[Rule, ...]
    parameters: dict[str, Parameter]
    standard: Standard
    acceptance: Acceptance


def tailor(base: RuleSet, chain: Chain) -> Tailored:
    """Apply profiles in which nothing is wrong (see choices)."""
    work = _Tailoring(base)
    for shape, _ in chain:
        work.apply(shape)
    asked = chain[-1][0]
    profile = Profile(asked.name, asked.title, asked.summary, work.differences())
    return Tailored(
        tuple(work.rules[i] for i in sorted(work.rules)), work.values,
        work.standard(), replace(base.acceptance, enabled_vetoes=tuple(sorted(work.vetoes))),
        profile,
    )  # fmt: skip


class _Tailoring:
    """The rule set while a chain of profiles is applied to it."""

    def __init__(self, base: RuleSet) -> None:
        self.base = base
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

    def apply(self, shape: ProfileShape) -> None:
        """Apply one profile of the chain."""
        self._lower(shape)
        for choice in shape.levels:
            self._level(choice.rule, choice.level, choice)
        for reading in shape.readings:
            self._reading(reading)
        for setting in shape.parameters:
            self._parameter(setting)
        for veto in shape.vetoes:
            self._veto(veto)
        for weight in shape.weights:
            self._weight(weight)
        for points in shape.points:
            self._item_points(points)
        for unscored in shape.unscored:
            self._unscore(unscored)
        for off in shape.off:
            self.rules.pop(off.rule)
            self._note("off", off.rule, words.evaluated(on=True), words.evaluated(on=False), off)

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

    def _reading(self, choice: ReadingChoice) -> None:
        reading = next(r for r in self.base.standard.readings if r.name == choice.reading)
        titles = {o.id: o.title for o in reading.options}
        for option in reading.options:
            if option.id == choice.choice:
                self.values |= dict(option.parameters)
        base, now = titles[reading.default], titles[choice.choice]
        self._note("reading", reading.name, base, now, choice)

    def _parameter(self, setting: ParameterChoice) -> None:
        parameter = self.base.parameters[setting.name]
        value = read_value(setting.value, parameter.unit)
        assert value is not None
        self.values[parameter.name] = value
        base, now = (
            spoken(v, parameter.unit, self.base.dictionary) for v in (parameter.default, value)
        )
        self._note("parameter", parameter.name, base, now, setting)

    def _veto(self, veto: VetoChoice) -> None:
        self.vetoes.add(veto.rule)
        was = veto.rule in self.base.acceptance.enabled_vetoes
        self._note("veto", veto.rule, words.veto_text(on=was), words.veto_text(on=True), veto)

    def _weight(self, choice: WeightChoice) -> None:
        self.rules[choice.rule] = replace(self.rules[choice.rule], weight=choice.weight)
        was = self._written(choice.rule).weight
        self._note("weight", choice.rule, str(was), str(choice.weight), choice)

    def _item_points(self, choice: PointsChoice) -> None:
        self.points[choice.item] = choice.points
        written = {i.no: i.points for c in self.base.standard.chapters for i in c.items}
        base = words.points_text(written[choice.item])
        self._note("points", choice.item, base, words.points_text(choice.points), choice)

    def _unscore(self, choice: UnscoredChoice) -> None:
        chosen = [
            r
            for r in self.rules.values()
            if choice.rule in (None, r.id)
            and (choice.rule is not None or r.source.content_basis is choice.content_basis)
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
