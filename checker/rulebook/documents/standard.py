"""The standard itself: chapters, items and what it leaves open; the documents it refers to."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field, StrictStr

from checker.model.rule import StandardWords
from checker.rulebook.documents.shape import Name, SeedShape, Shape, Words


class ItemShape(Shape):
    """One item of the content list."""

    no: Words
    title: Words
    points: Annotated[int, Field(ge=0)]
    seed: SeedShape
    aspect: StrictStr = ""


class ChapterShape(Shape):
    """One chapter."""

    no: Words
    title: Words
    seed: SeedShape
    items: tuple[ItemShape, ...] = ()
    reserved: StrictStr = ""


class ReadingOptionShape(Shape):
    """One way to read an open point, and the parameter values that follow from it."""

    id: Words
    title: Words
    parameters: dict[Name, Any] = {}


class ReadingShape(Shape):
    """An open point of the source document with the readings a profile may choose from."""

    name: Name
    title: Words
    contradiction: Words
    default: Words
    options: Annotated[tuple[ReadingOptionShape, ...], Field(min_length=2)]


class ContradictionShape(Shape):
    """A contradiction of the document the standard is known from."""

    id: Words
    seed: tuple[SeedShape, ...] = ()
    contradiction: Words
    reading: Words


_NEUTRAL = StandardWords()


class StandardWordsShape(Shape):
    """What reports call things that each standard calls differently."""

    seed: Words = _NEUTRAL.seed
    subject: Words = _NEUTRAL.subject
    reviewer: Words = _NEUTRAL.reviewer


class StandardShape(Shape):
    """rules/standard.yaml."""

    id: Words
    title: Words
    organisation: StrictStr = ""
    status: Words
    seed_title: StrictStr = ""
    words: StandardWordsShape = StandardWordsShape()
    version: Words
    chapters: Annotated[tuple[ChapterShape, ...], Field(min_length=1)]
    contradictions: tuple[ContradictionShape, ...] = ()
    readings: tuple[ReadingShape, ...] = ()
    aspects: dict[Name, Words] = Field(default_factory=dict)
    declarations: tuple[Words, ...] = ()
    glossary: tuple[tuple[Words, Words], ...] = ()


class ReferenceShape(Shape):
    """One referenced document."""

    id: Words
    title: Words
    edition: StrictStr = ""
    checked: Words
    checked_on: date | None = None
    source: StrictStr = ""


class ReferencesShape(Shape):
    """rules/references.yaml."""

    references: tuple[ReferenceShape, ...]
