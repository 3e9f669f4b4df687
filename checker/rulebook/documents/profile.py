"""A profile: what it makes of the rule set, each deviation with its reason."""

from typing import Annotated, Any

from pydantic import Field, StrictStr

from checker.model.outcome import Basis, Level
from checker.rulebook.documents.shape import Id, Name, Shape, Words


class DecidedShape(Shape):
    """A deviation with its reason and who decided it."""

    reason: Words
    decided_by: Words


class LevelChoice(DecidedShape):
    """Another level for one rule."""

    rule: Id
    level: Level


class ParameterChoice(DecidedShape):
    """Another value for one parameter."""

    name: Name
    value: Any


class VetoChoice(DecidedShape):
    """A veto switched on."""

    rule: Id


class OffChoice(DecidedShape):
    """A rule switched off."""

    rule: Id


class UnscoredChoice(DecidedShape):
    """Rules that are judged and shown, but neither scored nor held against anyone."""

    rule: Id | None = None
    content_basis: Basis | None = None


class WeightChoice(DecidedShape):
    """Another weight for one rule within its item."""

    rule: Id
    weight: Annotated[int, Field(ge=0, le=10)]


class PointsChoice(DecidedShape):
    """Other points for one item; the score is scaled to the same total."""

    item: Words
    points: Annotated[int, Field(ge=0)]


class ReadingChoice(DecidedShape):
    """A reading of something the source document leaves open."""

    reading: Name
    choice: Words


class ProfileShape(Shape):
    """rules/profiles/<name>.yaml."""

    name: Name
    title: Words
    summary: Words
    extends: Name | None = None
    practice_requirements_become: Level | None = None
    decided_by: StrictStr = ""
    levels: tuple[LevelChoice, ...] = ()
    parameters: tuple[ParameterChoice, ...] = ()
    vetoes: tuple[VetoChoice, ...] = ()
    off: tuple[OffChoice, ...] = ()
    unscored: tuple[UnscoredChoice, ...] = ()
    weights: tuple[WeightChoice, ...] = ()
    points: tuple[PointsChoice, ...] = ()
    readings: tuple[ReadingChoice, ...] = ()
