"""The standard, the acceptance scheme, the profile and what stands beside them as records."""

from collections.abc import Iterator
from dataclasses import fields
from fractions import Fraction

from checker.language.explain import explain
from checker.model.check import CheckAll, CheckAny, Leaf
from checker.model.numerals import decimal, percent
from checker.model.problem import NOWHERE, Place
from checker.model.quality import Asked
from checker.model.rule import Chapter, ConclusionChoice, Requirements
from checker.rulebook.documents.quality import QualityCheckShape
from checker.workbench.comparison import names
from checker.workbench.comparison.change import Effect, Record, Subject, Trait
from checker.workbench.comparison.traits import Version, seed

STANDARD = "standard.yaml"
ACCEPTANCE = "acceptance.yaml"
QUALITY = "quality.yaml"


def frame_records(side: Version) -> Iterator[Record]:
    """Yield everything but rules, parameters and the dictionary."""
    yield from _standard(side)
    yield from _scheme(side)
    yield from _profile(side)
    yield from _quality(side)
    for reference in side.book.references:
        yield Record(
            Subject.REFERENCE, reference.id, reference.title,
            (
                Trait("title", reference.title, reference.title),
                Trait("edition", reference.edition, reference.edition),
                Trait("checked", reference.checked, reference.checked),
                Trait("checked_on", reference.checked_on, str(reference.checked_on or "")),
                Trait("source", reference.source, reference.source),
            ),
            place=_at(side, "references.yaml", "references"),
        )  # fmt: skip


def _at(side: Version, file: str, *path: str | int) -> Place:
    document = side.rules.documents.get(file)
    return document.place(path) if document else NOWHERE


def _plain(name: str, text: str, place: Place, effect: Effect = Effect.WORDS) -> Trait:
    return Trait(name, text, text, place, effect)


def _standard(side: Version) -> Iterator[Record]:
    standard = side.book.standard
    named = ("title", "organisation", "status", "seed_title")
    traits = [_plain(n, getattr(standard, n), _at(side, STANDARD, n)) for n in named]
    traits.append(_plain("version", side.book.version, _at(side, STANDARD, "version")))
    declared = " ".join(standard.declarations)
    traits.append(_plain("declarations", declared, _at(side, STANDARD, "declarations")))
    terms = "；".join(f"{term}：{meaning}" for term, meaning in standard.glossary)
    traits.append(_plain("glossary", terms, _at(side, STANDARD, "glossary")))
    aspects = "；".join(f"{name}：{title}" for name, title in standard.aspects)
    traits.append(_plain("aspects", aspects, _at(side, STANDARD, "aspects")))
    yield Record(Subject.STANDARD, standard.id, standard.title, tuple(traits))
    rules_of: dict[str, list[str]] = {}
    for rule in side.book.rules:
        rules_of.setdefault(rule.item, []).append(rule.id)
    for index, chapter in enumerate(standard.chapters):
        place = _at(side, STANDARD, "chapters", index, "no")
        yield Record(
            Subject.CHAPTER, chapter.no, chapter.title,
            (
                _plain("title", chapter.title, place),
                _plain("reserved", chapter.reserved, place),
                Trait("seed", chapter.seed, seed((chapter.seed,)), place),
            ),
            Effect.SCORE, place,
        )  # fmt: skip
        yield from _items(chapter, side, rules_of)
    for number, reading in enumerate(standard.readings):
        place = _at(side, STANDARD, "readings", number)
        options = "；".join(f"{o.id} {o.title}" for o in reading.options)
        traits = [
            _plain("title", reading.title, place),
            _plain("contradiction", reading.contradiction, place),
            _plain("default", reading.default, place),
            Trait("options", reading.options, options, place),
        ]
        yield Record(Subject.READING, reading.name, reading.title, tuple(traits), place=place)
    for number, one in enumerate(standard.contradictions):
        place = _at(side, STANDARD, "contradictions", number)
        traits = [
            _plain("contradiction", one.contradiction, place),
            _plain("reading", one.reading, place),
            Trait("seed", one.seed, seed(one.seed), place),
        ]
        yield Record(Subject.CONTRADICTION, one.id, one.id, tuple(traits), place=place)


def _items(chapter: Chapter, side: Version, rules_of: dict[str, list[str]]) -> Iterator[Record]:
    for item in chapter.items:
        place = side.rules.item_place(item.no)
        yield Record(
            Subject.ITEM, item.no, item.title,
            (
                _plain("chapter", chapter.no, place, Effect.SCORE),
                _plain("title", item.title, place),
                Trait("points", item.points, str(item.points), place, Effect.SCORE),
                _plain("aspect", item.aspect, place),
                Trait("seed", item.seed, seed((item.seed,)), place),
            ),
            Effect.SCORE, place, tuple(rules_of.get(item.no, ())),
        )  # fmt: skip


def _scheme(side: Version) -> Iterator[Record]:
    scheme = side.book.acceptance

    def scored(name: str, text: str) -> Trait:
        return Trait(name, getattr(scheme, name), text, _at(side, ACCEPTANCE, name), Effect.SCORE)

    labels = {n: t.label for n, t in side.book.dictionary.tables.items()}
    traits = (
        scored("total", str(scheme.total)),
        scored("near_miss", percent(scheme.near_miss)),
        scored("decimals", str(scheme.decimals)),
        scored("rectify_days", str(scheme.rectify_days)),
        scored("systemic_rows", str(scheme.systemic_rows)),
        scored("systemic_tables", "、".join(labels[t] for t in scheme.systemic_tables)),
        scored("whole_item_from", str(scheme.whole_item_from)),
        _plain("source", scheme.source, _at(side, ACCEPTANCE, "source")),
    )
    yield Record(Subject.ACCEPTANCE, "acceptance", names.subject(Subject.ACCEPTANCE), traits)
    for index, grade in enumerate(scheme.grades):
        place = _at(side, ACCEPTANCE, "grades", index)
        line = Trait("at_least", grade.at_least, decimal(grade.at_least), place, Effect.SCORE)
        yield Record(
            Subject.GRADE, grade.id, grade.title, (_plain("title", grade.title, place), line),
            Effect.SCORE, place,
        )  # fmt: skip
    for index, choice in enumerate(scheme.conclusions):
        yield _conclusion(choice, index, side)


def _conclusion(choice: ConclusionChoice, index: int, side: Version) -> Record:
    place = _at(side, ACCEPTANCE, "conclusions", index)
    asked = "；".join(_requirements(choice.requires))
    traits = (
        _plain("title", choice.title, place),
        _plain("self_title", choice.self_title, place),
        _plain("meaning", choice.meaning, place),
        Trait("requires", choice.requires, asked, place, Effect.SCORE),
        Trait("conforms", choice.conforms, names.yes(choice.conforms), place, Effect.SCORE),
        Trait("order", index, str(index + 1), place, Effect.SCORE),
    )
    return Record(Subject.CONCLUSION, choice.id, choice.title, traits, Effect.SCORE, place)


def _requirements(asked: Requirements) -> Iterator[str]:
    for one in fields(asked):
        value = getattr(asked, one.name)
        if value is not None:
            text = percent(value) if isinstance(value, Fraction) else str(value)
            yield f"{names.requirement(one.name)} {text}"


def _profile(side: Version) -> Iterator[Record]:
    """Yield how the profile deviates: what follows from it shows in rules and values as well."""
    file = f"profiles/{side.book.profile.name}.yaml"
    place = _at(side, file)
    profile = side.book.profile
    traits = (
        _plain("title", profile.title, _at(side, file, "title")),
        _plain("summary", profile.summary, _at(side, file, "summary")),
    )
    yield Record(Subject.PROFILE, profile.name, profile.title, traits, place=place)
    for one in profile.differences:
        # a choice shows where it works: in the level, the value, the points; only a reading does not
        told = one.chosen if one.kind == "reading" else ""
        chosen = (
            Trait("choice", told, f"{one.base} → {one.chosen}", place),
            _plain("reason", one.reason, place),
            _plain("decided_by", one.decided_by, place),
        )
        name = f"{one.kind} {one.subject}"
        yield Record(Subject.PROFILE, name, one.subject, chosen, place=place)


def _quality(side: Version) -> Iterator[Record]:
    for index, check in enumerate(side.book.quality):
        place = _at(side, QUALITY, "checks", index)
        yield Record(
            Subject.QUALITY, check.id, check.title,
            (
                _plain("title", check.title, place),
                _plain("meaning", check.meaning, place),
                Trait("asked", check.asked, _asked(check.asked, index, side), place),
                _plain("advice", check.advice, place),
            ),
            place=place,
        )  # fmt: skip


def _asked(asked: Asked, index: int, side: Version) -> str:
    if isinstance(asked, Leaf | CheckAll | CheckAny):
        return explain(asked, side.speaker)
    raw = side.rules.documents[QUALITY].data["checks"][index]
    shape = {k: v for k, v in raw.items() if k not in ("id", "title", "meaning", "advice")}
    assert set(shape) <= set(QualityCheckShape.model_fields)
    return "；".join(f"{k}: {v}" for k, v in shape.items())
