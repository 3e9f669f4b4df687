"""The acceptance scheme: grades and conclusions, and what they require."""

from typing import Annotated

from pydantic import Field, StrictBool, StrictStr

from checker.rulebook.documents.shape import Exact, Id, Name, Shape, Words


class GradeShape(Shape):
    """A grade and the points it needs."""

    id: Name
    title: Words
    at_least: Exact


class RequirementsShape(Shape):
    """What a conclusion requires."""

    vetoes: int | None = None
    major: int | None = None
    score: Exact | None = None
    every_chapter: Exact | None = None
    missing_requirements: Exact | None = None
    untested: int | None = None


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
    near_miss: Exact
    decimals: Annotated[int, Field(ge=0, le=4)]
    rectify_days: Annotated[int, Field(ge=1)]
    source: Words
    systemic_rows: Annotated[int, Field(ge=0, le=50)] = 0  # more rows are not kept
    systemic_tables: tuple[Name, ...] = ()
    whole_item_from: Annotated[int, Field(ge=1)] = 2
    enabled_vetoes: tuple[Id, ...] = ()
    grades: Annotated[tuple[GradeShape, ...], Field(min_length=1)]
    conclusions: Annotated[tuple[ConclusionShape, ...], Field(min_length=1)]
