"""Rules, parameters and the frame around them as records: every trait in words, with its place."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from checker.document.document import Document
from checker.language.explain import Speaker, explain, explain_condition, spoken
from checker.model import terms
from checker.model.frozen import dataclass
from checker.model.numerals import decimal, percent
from checker.model.problem import NOWHERE, Place
from checker.model.rule import Parameter, Rule, Rulebook, SeedPlace
from checker.workbench.comparison import names
from checker.workbench.comparison.change import Effect, Record, Subject, Trait
from checker.workbench.comparison.resolving import parameters_of, resolved
from checker.workbench.rule_set import RuleSet


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a comparison.

    Attributes:
        name: how the person who called named it, e.g. "HEAD~3".
        rules: the rule set; its places begin with that name where it comes from a repository.
        readers: rules that use a parameter, by its name.
        spots: document and position of every rule, by its id.
        files: file of every rule relative to the rules folder, by its id.
        values: place of the value in force of parameters that a profile sets.
    """

    name: str
    rules: RuleSet
    readers: Mapping[str, tuple[str, ...]]
    spots: Mapping[str, tuple[Document, int]]
    files: Mapping[str, str]
    values: Mapping[str, Place]

    @property
    def book(self) -> Rulebook:
        """Return the rulebook."""
        return self.rules.book

    @property
    def speaker(self) -> Speaker:
        """Return what says checks in words."""
        return Speaker(self.book.dictionary, self.book.parameters, self.book.values)

    @property
    def source_name(self) -> str:
        """Return what the document is called that the standard is known from."""
        return self.book.standard.words.seed

    def rule_place(self, rule: str, *at: str | int) -> Place:
        """Return where a rule, or a part of it such as ("check", "all", 0), stands."""
        document, index = self.spots[rule]
        return document.place(("rules", index, *(at or ("id",))))

    def rule_part(self, rule: str, part: str) -> Any:
        """Return a part of a rule as plain data; None if it is not written."""
        document, index = self.spots[rule]
        return document.data["rules"][index].get(part)


def version(name: str, rules: RuleSet) -> Version:
    """Return a side of a comparison."""
    readers: dict[str, list[str]] = {}
    for rule in rules.book.rules:
        for parameter in parameters_of(rule, rules.book):
            readers.setdefault(parameter, []).append(rule.id)
    spots, files = {}, {}
    for file in rules.files.rule_files:
        document = rules.documents[file]
        for index, one in enumerate(document.data["rules"]):
            spots[one["id"]], files[one["id"]] = (document, index), file
    known = {n: tuple(ids) for n, ids in readers.items()}
    return Version(name, rules, known, spots, files, dict(_set_values(rules)))


def _set_values(rules: RuleSet) -> Iterator[tuple[str, Place]]:
    """Yield the place of every parameter value that the profile sets, its bases first."""
    document = rules.documents.get(f"profiles/{rules.profile}.yaml")
    chain: list[Document] = []
    while document:
        chain.insert(0, document)
        document = rules.documents.get(f"profiles/{document.data.get('extends')}.yaml")
    for one in chain:
        for index, choice in enumerate(one.data.get("parameters") or ()):
            yield choice["name"], one.place(("parameters", index, "value"))


def rule_records(side: Version) -> Iterator[Record]:
    """Yield every rule in force."""
    vetoes = side.book.acceptance.enabled_vetoes
    for rule in side.book.rules:
        place = side.rule_place(rule.id)
        yield Record(
            Subject.RULE, rule.id, rule.title,
            tuple(_rule_traits(rule, side, veto=rule.id in vetoes, file=side.files[rule.id])),
            Effect.MEANING, place, (rule.id,), resolved(rule, side.book),
        )  # fmt: skip


def parameter_records(side: Version) -> Iterator[Record]:
    """Yield every parameter with the value in force."""
    for name, parameter in side.book.parameters.items():
        yield Record(
            Subject.PARAMETER, name, parameter.title,
            tuple(_parameter_traits(parameter, side)), Effect.WORDS,
            side.rules.parameter_place(name), side.readers.get(name, ()),
            (parameter.title, parameter.unit),
        )  # fmt: skip


def seed(places: tuple[SeedPlace, ...]) -> str:
    """Return places of the source document in words."""
    return "；".join(terms.seed_place(s) for s in places)


def sentence(rule: Rule, side: Version) -> str:
    """Return what a rule asks, its condition included."""
    return explain(rule.check, side.speaker, rule.applies_when)


def _rule_traits(rule: Rule, side: Version, *, veto: bool, file: str) -> Iterator[Trait]:
    def at(*path: str) -> Place:
        return side.rule_place(rule.id, *path)

    yield Trait("item", rule.item, rule.item, side.rule_place(rule.id), Effect.SCORE)
    yield Trait("file", file, file, side.rule_place(rule.id))
    yield Trait("title", rule.title, rule.title, at("title"))
    yield Trait("requirement", rule.requirement, rule.requirement, at("requirement"))
    yield Trait("level", rule.level, terms.level(rule.level), at("level"), Effect.SCORE)
    yield Trait("level_basis", rule.level_basis, rule.level_basis, at("level_basis"))
    yield from _source_traits(rule, side)
    yield Trait(
        "applies_when",
        rule.applies_when,
        _condition(rule, side),
        at("applies_when"),
        Effect.MEANING,
    )
    said = explain(rule.check, side.speaker)
    yield Trait("check", rule.check, said, at("check"), Effect.MEANING)
    ways = "、".join(terms.verification(v) for v in rule.verification)
    yield Trait(
        "verification", frozenset(rule.verification), ways, at("verification"), Effect.SCORE
    )
    asked = "；".join(
        names.evidence(e.type, e.title, e.number, e.covers, e.freshness) for e in rule.evidence
    )
    yield Trait("evidence", rule.evidence, asked, at("evidence"))
    yield Trait("weight", rule.weight, str(rule.weight), at("weight"), Effect.SCORE)
    grave = terms.severity(rule.severity)
    yield Trait("severity", rule.severity, grave, at("severity"), Effect.SCORE)
    candidate = names.yes(rule.veto_candidate)
    yield Trait("veto_candidate", rule.veto_candidate, candidate, at("veto_candidate"))
    yield Trait("veto", veto, names.yes(veto), at("id"), Effect.SCORE)
    yield Trait("scored", rule.scored, names.yes(rule.scored), at("id"), Effect.SCORE)
    yield Trait("remedy", rule.remedy, rule.remedy, at("remedy"))
    yield Trait("note", rule.note, rule.note, at("note"))


def _source_traits(rule: Rule, side: Version) -> Iterator[Trait]:
    source = rule.source
    places = {
        name: side.rule_place(rule.id, "source", name)
        for name in ("topic_basis", "content_basis", "seed", "references")
    }
    for part, basis in (
        ("topic_basis", source.topic_basis),
        ("content_basis", source.content_basis),
    ):
        yield Trait(part, basis, terms.basis(basis, side.source_name), places[part])
    yield Trait("seed", source.seed, seed(source.seed), places["seed"])
    yield Trait("references", source.references, "、".join(source.references), places["references"])
    clause = _clause_place(rule, side)
    yield Trait("clause_no", source.clause_no, source.clause_no or "", clause)
    verified = names.yes(source.full_text_verified)
    yield Trait("full_text_verified", source.full_text_verified, verified, clause)


def _clause_place(rule: Rule, side: Version) -> Place:
    document = side.rules.documents.get("crosswalk.yaml")
    return document.place(("clauses", rule.id)) if document else NOWHERE


def _condition(rule: Rule, side: Version) -> str:
    if rule.applies_when is None:
        return ""
    return explain_condition(rule.applies_when, side.book.dictionary.subject, side.speaker)


def _parameter_traits(parameter: Parameter, side: Version) -> Iterator[Trait]:
    def at(part: str) -> Place:
        return side.rules.parameter_place(parameter.name, part)

    used = Effect.MEANING if side.readers.get(parameter.name) else Effect.WORDS
    value, unit = side.book.values[parameter.name], parameter.unit
    dictionary = side.book.dictionary
    place = side.values.get(parameter.name, at("default"))
    yield Trait("title", parameter.title, parameter.title, at("title"))
    yield Trait("value", value, spoken(value, unit, dictionary), place, used)
    default = parameter.default
    yield Trait("default", default, spoken(default, unit, dictionary), at("default"))
    yield Trait("unit", unit, unit, at("unit"), used)
    low, high = (_number(n, unit) for n in (parameter.minimum, parameter.maximum))
    ends = (parameter.minimum, parameter.maximum)
    yield Trait("range", ends, names.span(low, high), at("min"))
    yield Trait("choices", parameter.choices, "、".join(parameter.choices), at("choices"))
    yield Trait(
        "origin", parameter.origin, terms.origin(parameter.origin, side.source_name), at("origin")
    )
    yield Trait("source", parameter.source, parameter.source, at("source"))


def _number(value: object, unit: str) -> str:
    if not isinstance(value, int | Fraction):
        return ""
    return percent(value) if unit == "1" else decimal(value)
