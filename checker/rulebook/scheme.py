"""Shapes of the standard and of its acceptance scheme → the values that rules are judged with."""

from fractions import Fraction

from checker.model.rule import (
    Acceptance,
    Chapter,
    ConclusionChoice,
    Contradiction,
    Grade,
    Item,
    Reading,
    Requirements,
    Standard,
    StandardWords,
)
from checker.rulebook.documents.acceptance import AcceptanceShape, RequirementsShape
from checker.rulebook.documents.standard import StandardShape
from checker.rulebook.rules import seed_place


def standard_of(shape: StandardShape, readings: tuple[Reading, ...]) -> Standard:
    """Return the standard of its file."""
    chapters = tuple(
        Chapter(
            c.no,
            c.title,
            seed_place(c.seed),
            tuple(Item(i.no, i.title, i.points, seed_place(i.seed), i.aspect) for i in c.items),
            c.reserved,
        )
        for c in shape.chapters
    )
    contradictions = tuple(
        Contradiction(c.id, tuple(seed_place(s) for s in c.seed), c.contradiction, c.reading)
        for c in shape.contradictions
    )
    return Standard(
        shape.id, shape.title, shape.organisation, shape.status, shape.seed_title,
        chapters, contradictions, readings, tuple(shape.aspects.items()), shape.declarations, shape.glossary,
        StandardWords(shape.words.seed, shape.words.subject, shape.words.reviewer),
    )  # fmt: skip


def acceptance_of(shape: AcceptanceShape) -> Acceptance:
    """Return the acceptance scheme of its file."""
    return Acceptance(
        total=shape.total,
        near_miss=Fraction(shape.near_miss),
        decimals=shape.decimals,
        grades=tuple(Grade(g.id, g.title, Fraction(g.at_least)) for g in shape.grades),
        conclusions=tuple(
            ConclusionChoice(
                c.id, c.title, c.self_title, _requirements(c.requires), c.conforms, c.meaning
            )
            for c in shape.conclusions
        ),
        rectify_days=shape.rectify_days,
        source=shape.source,
        systemic_rows=shape.systemic_rows,
        systemic_tables=shape.systemic_tables,
        whole_item_from=shape.whole_item_from,
        enabled_vetoes=shape.enabled_vetoes,
    )


def _requirements(shape: RequirementsShape) -> Requirements:
    def fraction(value: int | Fraction | None) -> Fraction | None:
        return None if value is None else Fraction(value)

    return Requirements(
        shape.vetoes, shape.major, fraction(shape.score), fraction(shape.every_chapter),
        fraction(shape.missing_requirements), shape.untested,
    )  # fmt: skip
