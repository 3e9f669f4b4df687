"""The shapes of the rule files, as pydantic models: what a file may say, and nothing else.

Checks (`applies_when`, `check`, `where`) pass through as plain data: the check language reads them.
"""

from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictStr

from checker.model.dictionary import BlankMeaning, Kind
from checker.model.outcome import Basis, Level, Origin, Severity, Verification
from checker.model.rule import StandardWords
from checker.model.value import exact


def _exact(raw: object) -> object:
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise ValueError("number")  # noqa: TRY004 - pydantic turns ValueError into a problem
    return exact(str(raw))


Exact = Annotated[int | Fraction, BeforeValidator(_exact)]
"""A number written as text or whole number; "95%" is 0.95. Never a float."""

Id = Annotated[StrictStr, Field(pattern=r"^[A-Z]{2,8}-\d{4}-\d{2}$")]
Name = Annotated[StrictStr, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Words = Annotated[StrictStr, Field(min_length=1)]


class Shape(BaseModel):
    """Base: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class SeedShape(Shape):
    """A place in the document the standard is known from."""

    section: Words
    line: Annotated[int, Field(ge=1)]
    sentence: Annotated[int, Field(ge=0)] = 0


class ColumnShape(Shape):
    """One column of the data dictionary."""

    label: Words
    type: Kind
    list: StrictBool = False
    to: Name | None = None
    values: tuple[Words, ...] = ()
    means_unknown: tuple[Words, ...] = ()
    min: Exact | None = None
    max: Exact | None = None
    unit: StrictStr = ""
    blank: BlankMeaning = BlankMeaning.UNKNOWN
    guidance: StrictStr = ""
    owner: StrictStr = ""
    counted: StrictStr = ""
    nothing_helps: StrictStr = ""
    future: StrictBool = False
    format: Literal["", "credit_code", "file"] = ""


class TableShape(Shape):
    """One table of the data dictionary."""

    label: Words
    unit: Words
    one_row: StrictBool = False
    guidance: StrictStr = ""
    order: tuple[tuple[Name, ...], ...] = ()
    columns: dict[Name, ColumnShape]


class PopulationShape(Shape):
    """A named condition over a table."""

    label: Words
    of: Name
    where: Any
    guidance: StrictStr = ""


class SubjectShape(Shape):
    """The one-row table that describes who is assessed."""

    table: Name
    name: Name


class DictionaryShape(Shape):
    """schemas/submission.yaml."""

    subject: SubjectShape
    evidence: StrictStr = ""
    tables: dict[Name, TableShape]
    populations: dict[Name, PopulationShape] = {}


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


class ClauseShape(Shape):
    """What the full text says of one rule, on the day it is known."""

    clause_no: StrictStr | None = None
    full_text_verified: StrictBool = False


class CrosswalkShape(Shape):
    """rules/crosswalk.yaml."""

    clauses: dict[Id, ClauseShape] = {}


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


class InsideShape(Shape):
    """A path whose value must be among those of a list column."""

    table: Name
    path: Words
    among: Name


class OverlapsShape(Shape):
    """Two date columns whose span must touch the assessment period."""

    table: Name
    start: Name
    end: Name


class NoDuplicatesShape(Shape):
    """Columns in which no two rows may agree."""

    table: Name
    columns: Annotated[tuple[Name, ...], Field(min_length=1)]


class WellFormedShape(Shape):
    """A column whose values must have the form that the dictionary names."""

    table: Name
    column: Name


class FilesMatchShape(Shape):
    """Columns with the path of a file and with its sha256."""

    table: Name
    path: Name
    sha256: Name


class QualityCheckShape(Shape):
    """One data-quality check: exactly one of the kinds."""

    id: Annotated[StrictStr, Field(pattern=r"^DQ-\d{2}$")]
    title: Words
    meaning: Words
    advice: Words
    check: Any = None
    inside: InsideShape | None = None
    overlaps_period: OverlapsShape | None = None
    no_duplicates: NoDuplicatesShape | None = None
    well_formed: WellFormedShape | None = None
    no_personal_data: StrictBool = False
    files_match: FilesMatchShape | None = None
    at_reading: StrictBool = False


class QualityShape(Shape):
    """rules/quality.yaml."""

    checks: tuple[QualityCheckShape, ...] = ()


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
