"""Files that hold rules and parameters, and the crosswalk from rules to the full text.

Checks (`applies_when`, `check`) pass through as plain data: the check language reads them.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, StrictStr

from checker.model.outcome import Basis, Level, Origin, Severity, Verification
from checker.rulebook.documents.shape import Exact, Id, Name, SeedShape, Shape, Words


class ParameterShape(Shape):
    """A number, a list or a column that rules leave open."""

    title: Words
    default: Any
    unit: Words
    min: Exact | None = None
    max: Exact | None = None
    choices: tuple[Words, ...] = ()
    origin: Origin
    source: Words


class ParametersShape(Shape):
    """rules/parameters.yaml."""

    parameters: dict[Name, ParameterShape]


class SourceShape(Shape):
    """Where a rule comes from."""

    topic_basis: Basis
    content_basis: Basis
    seed: tuple[SeedShape, ...] = ()
    references: tuple[Words, ...] = ()
    clause_no: StrictStr | None = None
    full_text_verified: StrictBool = False


class EvidenceShape(Shape):
    """Evidence that a rule asks for."""

    type: Words
    title: Words
    number: Annotated[int, Field(ge=1)] = 1
    covers: StrictStr = ""
    freshness: StrictStr = ""


class RuleShape(Shape):
    """One rule."""

    id: Id
    title: Words
    requirement: Words
    level: Level
    level_basis: Literal["proposed", "full_text"] = "proposed"
    source: SourceShape
    applies_when: Any = None
    check: Any
    verification: Annotated[tuple[Verification, ...], Field(min_length=1)]
    evidence: Annotated[tuple[EvidenceShape, ...], Field(min_length=1)]
    weight: Annotated[int, Field(ge=0, le=5)]
    severity: Severity = Severity.MINOR
    veto_candidate: StrictBool = False
    remedy: Words
    note: StrictStr = ""


class RuleFileShape(Shape):
    """rules/<chapter>/<item>/rules.yaml."""

    item: Words
    parameters: dict[Name, ParameterShape] = {}
    rules: Annotated[tuple[RuleShape, ...], Field(min_length=1)]


class ClauseShape(Shape):
    """What the full text says of one rule, on the day it is known."""

    clause_no: StrictStr | None = None
    full_text_verified: StrictBool = False


class CrosswalkShape(Shape):
    """rules/crosswalk.yaml."""

    clauses: dict[Id, ClauseShape] = {}
