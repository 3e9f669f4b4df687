"""The acceptance scheme: grades and conclusions, and what they require."""

from typing import Annotated

from pydantic import Field, StrictBool, StrictStr

from checker.rulebook.documents.shape import Exact, Id, Name, Shape, Share, Words

Most = Annotated[int, Field(ge=0)]
"""A number of things that there may be at most."""


class GradeShape(Shape):
    """A grade and the points it needs."""

    id: Name
    title: Words
    at_least: Exact


class RequirementsShape(Shape):
    """What a conclusion requires."""

    vetoes: Most | None = None
    major: Most | None = None
    score: Share | None = None
    every_chapter: Share | None = None
    missing_requirements: Share | None = None
    untested: Most | None = None


class ConclusionShape(Shape):
    """One conclusion."""

    id: Name
    title: Words
    self_title: Words
    conforms: StrictBool
    meaning: StrictStr = ""
    requires: RequirementsShape


class AcceptanceShape(Shape):
    """rules/acceptance.yaml."""

    total: Annotated[int, Field(ge=1)]
    near_miss: Share
    decimals: Annotated[int, Field(ge=0, le=4)]
    rectify_days: Annotated[int, Field(ge=1)]
    source: Words
    systemic_rows: Annotated[int, Field(ge=0, le=50)] = 0  # more rows are not kept
    systemic_tables: tuple[Name, ...] = ()
    whole_item_from: Annotated[int, Field(ge=1)] = 2
    enabled_vetoes: tuple[Id, ...] = ()
    grades: Annotated[tuple[GradeShape, ...], Field(min_length=1)]
    conclusions: Annotated[tuple[ConclusionShape, ...], Field(min_length=1)]
