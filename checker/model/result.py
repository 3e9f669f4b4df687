"""The result of one assessment, complete in itself: a report needs nothing else."""

from datetime import date
from fractions import Fraction
from typing import Final

from checker.model.frozen import dataclass
from checker.model.outcome import (
    AssessmentKind,
    Basis,
    Confirmation,
    Level,
    Origin,
    Outcome,
    Possible,
    Reason,
    Severity,
    Verification,
)
from checker.model.problem import NOWHERE, Place
from checker.model.rule import (
    ConclusionChoice,
    Contradiction,
    Difference,
    EvidenceRequest,
    Reference,
    SeedPlace,
    StandardWords,
)
from checker.model.submission import InputFile, SiteFinding

SCHEMA_VERSION: Final = 2
"""Rises with every change of the form of result.json, so that a file of another form is known."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All values a measure may still take; None is an end that does not exist.

    An open end is approached by some completion but reached by none.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of a row as the report shows it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class RowRef:
    """A row of the submission that a finding points at."""

    table: str
    table_label: str
    id: str
    place: Place
    cells: tuple[ShownCell, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class MissingData:
    """What keeps a measure from being decided: a table, or one column of it.

    Attributes:
        table, table_label: the table meant.
        column, column_label: the column meant; "" when the table itself is missing or partial.
        unknown: number of unknown cells among the rows that matter; 0 for a whole table.
        rows: the first of those rows.
        year: the first year whose calendar of working days is not known, the column being the one
            that the time runs from; 0 if that is not it.
    """

    table: str
    table_label: str
    reason: Reason
    column: str = ""
    column_label: str = ""
    unknown: int = 0
    rows: tuple[RowRef, ...] = ()
    year: int = 0


@dataclass(frozen=True, slots=True)
class Measured:
    """One leaf of a check with its numbers.

    Attributes:
        sentence: what was asked, in Chinese.
        measure: name of the measure, e.g. "share".
        unit: "1" for a share, else the unit to print behind the number.
        value: the interval; None when the measure certainly has no value.
        may_be_empty: whether the measure may have no value.
        limit: the limit in force as text, e.g. "≥ 90%".
        population: number of rows certainly and possibly asked about.
        possible: outcomes the leaf may still have.
        offending: rows that speak against it (certain) or may (not certain); capped.
        offending_count: how many rows certainly speak against it.
        missing: what is not known.
        details: what lacks, in words: values not covered, gaps between shifts, thin months.
        table: the table whose rows were asked about; "" for a ratio, which has no rows of its own.
    """

    sentence: str
    measure: str
    unit: str
    value: Interval | None
    may_be_empty: bool
    limit: str
    population: tuple[int, int]
    possible: tuple[Possible, ...]
    offending: tuple[RowRef, ...] = ()
    offending_count: int = 0
    missing: tuple[MissingData, ...] = ()
    details: tuple[str, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True)
class ParameterInForce:
    """A parameter as this assessment used it, as texts with unit."""

    name: str
    title: str
    value: str
    default: str
    unit: str
    origin: Origin
    source: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """Points in the worst and in the best case still open, rounded half up by the scheme."""

    worst: Fraction
    best: Fraction
    maximum: Fraction


@dataclass(frozen=True, slots=True)
class Finding:
    """What the assessment found for one rule.

    Attributes:
        outcome: the outcome, confirmation on site taken into account.
        data_outcome: what the data alone say.
        possible: results the data still allow.
        reason: why it is neither passed nor failed; None when it is.
        explanation: that reason as a sentence; "" when there is none.
        near: 基本符合: failed, inside the tolerance.
        severity: grade of the nonconformity; None unless failed.
        vetoed: whether its failure is a veto that is switched on.
        measured: the leaves of the check, in order.
        sentence: the whole check in Chinese.
        joined: how the leaves are joined where one of several is enough, e.g. ①且（②或③）; ""
            where all must hold.
        points: in this rule's share of its item's points; maximum 0 when it is inapplicable.
        gain: what handing in or putting right this rule can still add to the total, in points.
        scored: whether it counts; one that does not is shown and never held against anyone.
        weight: what the rule weighs in its item, if it counts.
        gravity: the severity that the rule itself states for its failure.
        condition_missing: what keeps the rule's own condition from being decided.
    """

    rule: str
    item: str
    title: str
    requirement: str
    level: Level
    topic_basis: Basis
    content_basis: Basis
    seed: tuple[SeedPlace, ...]
    references: tuple[str, ...]
    clause_no: str | None
    full_text_verified: bool
    verification: tuple[Verification, ...]
    evidence: tuple[EvidenceRequest, ...]
    remedy: str
    note: str
    veto_candidate: bool
    sentence: str
    outcome: Outcome
    data_outcome: Outcome
    possible: tuple[Possible, ...]
    reason: Reason | None
    explanation: str
    near: bool
    severity: Severity | None
    vetoed: bool
    confirmation: Confirmation
    measured: tuple[Measured, ...]
    points: Points
    gain: Fraction = Fraction(0)
    scored: bool = True
    joined: str = ""
    weight: int = 1
    gravity: Severity = Severity.MINOR
    condition_missing: tuple[MissingData, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeCounts:
    """Number of rules by outcome; they add up to total."""

    passed: int
    failed: int
    cant_tell: int
    untested: int
    inapplicable: int
    error: int
    total: int


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item; evaluated is False when the rule set has no rule for it yet.

    Attributes:
        worth: its points where all of it applies.
    """

    no: str
    title: str
    outcome: Outcome
    counts: OutcomeCounts
    points: Points
    evaluated: bool
    seed: SeedPlace
    worth: int = 0


@dataclass(frozen=True, slots=True)
class ChapterResult:
    """One chapter; reserved says why a chapter is not evaluated at all."""

    no: str
    title: str
    outcome: Outcome
    counts: OutcomeCounts
    points: Points
    items: tuple[ItemResult, ...]
    reserved: str


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The total conclusion, or what it can still become.

    Attributes:
        id: id of the conclusion in the scheme; "" when undetermined.
        title: wording that fits who assesses.
        conforms: True, False, or None when undetermined.
        possible: titles of the conclusions still possible, most favourable first.
        grade: title of the grade; "" when undetermined or none is reached.
        possible_grades: titles of the grades still possible, best first.
        reasons: one sentence per condition that decides or keeps it open.
    """

    id: str
    title: str
    conforms: bool | None
    possible: tuple[str, ...]
    grade: str
    possible_grades: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the profile of who is assessed; text "" means that it was not handed in."""

    label: str
    text: str
    source: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class SourcedValue:
    """A value outside the profile whose source was written beside it."""

    table_label: str
    row: str
    column_label: str
    text: str
    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class TableState:
    """What was handed in of one table that the rules read."""

    name: str
    label: str
    unit: str
    rows: int
    closed: bool
    submitted: bool
    unknown_cells: int


@dataclass(frozen=True, slots=True)
class TableStep:
    """One table to hand in or to complete, in the order that brings points within reach soonest.

    Each rule that waits for data stands at one step: the one with which all its tables are there.

    Attributes:
        guidance: what the dictionary says of filling the table in; "" if nothing.
        reason: the gravest of what is said of the table.
        columns: labels of the columns that undecided rules read of it, in the order of the
            dictionary; those with blanks alone, where nothing but blanks is missing.
        rules: rules that count and can be told with this table and those before it, the most
            valuable first (ids).
        uncounted: likewise those that add nothing.
        later: how many more rules that count read this table, and wait for a later one as well.
        points: by how many points the worst case has then risen, if all that can be told comes
            out as well as it can: of all steps up to this one together.
        on_site: how many of these points are confirmed only by a visit or a talk.
        blanks: columns with blanks, each with its first rows.
    """

    table: str
    label: str
    guidance: str
    reason: Reason
    columns: tuple[str, ...]
    rules: tuple[str, ...]
    uncounted: tuple[str, ...]
    later: int
    points: Fraction
    on_site: Fraction
    blanks: tuple[MissingData, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file of the evidence list that was handed in."""

    id: str
    title: str
    type: str
    sha256: str
    rules: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class QualityFinding:
    """What one data-quality check found; outside the score.

    Attributes:
        outcome: passed, failed, or cantTell when there was nothing to look at.
        rows: the first rows that are not in order; count tells how many there are.
        advice: what to do; "" unless it failed.
    """

    id: str
    title: str
    meaning: str
    outcome: Outcome
    explanation: str
    rows: tuple[RowRef, ...]
    count: int
    advice: str


@dataclass(frozen=True, slots=True)
class AspectResult:
    """Items of one aspect taken together, apart from the chapters they stand in."""

    name: str
    items: tuple[str, ...]
    outcome: Outcome
    counts: OutcomeCounts
    points: Points


@dataclass(frozen=True, slots=True)
class RulebookIdentity:
    """Which rule set judged."""

    version: str
    digest: str
    profile: str
    profile_title: str
    profile_summary: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class StandardSummary:
    """What the report prints of the standard."""

    id: str
    title: str
    organisation: str
    status: str
    seed_title: str
    contradictions: tuple[Contradiction, ...]
    declarations: tuple[str, ...]
    glossary: tuple[tuple[str, str], ...]
    words: StandardWords = StandardWords()


@dataclass(frozen=True, slots=True)
class Scheme:
    """The acceptance scheme: what the report prints of it, and all that the conclusion is drawn by.

    Attributes:
        conclusions: title that fits who assesses, and meaning.
        choices: the same conclusions with what they require, most favourable first.
        systemic_rows, systemic_tables, whole_item_from: see Acceptance.
    """

    total: int
    near_miss: Fraction
    decimals: int
    rectify_days: int
    grades: tuple[tuple[str, Fraction], ...]
    conclusions: tuple[tuple[str, str], ...]
    source: str
    enabled_vetoes: tuple[str, ...]
    choices: tuple[ConclusionChoice, ...] = ()
    systemic_rows: int = 0
    systemic_tables: tuple[str, ...] = ()
    whole_item_from: int = 2


@dataclass(frozen=True, slots=True)
class Result:
    """One assessment: everything a report shows, and enough to recompute it.

    Attributes:
        report_no: made from the digests of what went in, so equal inputs share it.
        gaps: findings that can still add points, most valuable first (rule ids).
        to_hand_in: the tables that findings wait for, in the order to hand them in.
        quality: what the data-quality checks found, apart from the score.
        sources: values with a source of their own, outside the profile.
        unread: files beside the submission that hold data, by their names, and were not read.
        aspects: items that share an aspect, e.g. the economic ones of several chapters.
    """

    schema_version: int
    report_no: str
    program: str
    subject: str
    synthetic: bool
    kind: AssessmentKind
    period: tuple[date, date]
    assessed_on: date
    standard: StandardSummary
    rulebook: RulebookIdentity
    scheme: Scheme
    files: tuple[InputFile, ...]
    notes: str
    facts: tuple[Fact, ...]
    tables: tuple[TableState, ...]
    findings: tuple[Finding, ...]
    chapters: tuple[ChapterResult, ...]
    counts: OutcomeCounts
    points: Points
    declared_away: tuple[str, ...]
    points_without_declared: Points
    conclusion: Conclusion
    parameters: tuple[ParameterInForce, ...]
    evidence: tuple[EvidenceFile, ...]
    site_findings: tuple[SiteFinding, ...]
    references: tuple[Reference, ...]
    gaps: tuple[str, ...]
    quality: tuple[QualityFinding, ...] = ()
    aspects: tuple[AspectResult, ...] = ()
    sources: tuple[SourcedValue, ...] = ()
    to_hand_in: tuple[TableStep, ...] = ()
    unread: tuple[str, ...] = ()
