"""Rules and what frames them: standard, items, parameters, profiles, acceptance scheme."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from checker.model.check import Check, Condition
from checker.model.dictionary import Dictionary
from checker.model.frozen import dataclass
from checker.model.outcome import Basis, Level, Origin, Severity, Verification
from checker.model.quality import QualityCheck
from checker.model.wording import Wording


@dataclass(frozen=True, slots=True)
class SeedPlace:
    """A place in the source document: section, line of its text, sentence of that paragraph."""

    section: str
    line: int
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from, in three layers (topic, content, threshold).

    Attributes:
        seed: places in the source document; may be empty for what is ours.
        topic_basis: whether the topic is named there.
        content_basis: where the content of the requirement comes from.
        references: ids of references.yaml that the content rests on.
        clause_no: number of the clause of the standard; None until its full text is known.
        full_text_verified: whether the rule was compared with the full text.
    """

    topic_basis: Basis
    content_basis: Basis
    seed: tuple[SeedPlace, ...] = ()
    references: tuple[str, ...] = ()
    clause_no: str | None = None
    full_text_verified: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number, a list or a column that a rule leaves open.

    Attributes:
        name: English identifier, used as $name.
        title: what it is, in Chinese.
        default: int or Fraction; tuple of texts for a list; text for a column choice.
        unit: "1" (a share), "count" (counting word of the table), a unit of the dictionary, a
            length of time, each perhaps with /年, /季 or /月; "list" or "column".
        minimum, maximum: the range a profile may choose from; None where there is no bound.
        choices: the columns a "column" may name.
        origin: whose value the default is.
        source: where the value stands, in words; never empty.
    """

    name: str
    title: str
    default: int | Fraction | str | tuple[str, ...]
    unit: str
    origin: Origin
    source: str
    minimum: int | Fraction | None = None
    maximum: int | Fraction | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceRequest:
    """Evidence that a rule asks for: kind of file, how many, over what time, how fresh."""

    type: str
    title: str
    number: int = 1
    covers: str = ""
    freshness: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, complete. Ids are never reused.

    Attributes:
        scored: whether it counts; a rule that does not is judged and shown all the same.
    """

    id: str
    item: str
    title: str
    requirement: str
    level: Level
    source: Source
    check: Check
    verification: tuple[Verification, ...]
    weight: int
    remedy: str
    applies_when: Condition | None = None
    evidence: tuple[EvidenceRequest, ...] = ()
    severity: Severity = Severity.MINOR
    veto_candidate: bool = False
    level_basis: str = "proposed"
    note: str = ""
    scored: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One topic of the standard's content list; number and points are ours."""

    no: str
    title: str
    points: int
    seed: SeedPlace
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter; a reserved one has no items and is never evaluated."""

    no: str
    title: str
    seed: SeedPlace
    items: tuple[Item, ...] = ()
    reserved: str = ""


@dataclass(frozen=True, slots=True)
class ReadingOption:
    """One way to read an open point; parameters are the values that follow from it."""

    id: str
    title: str
    parameters: tuple[tuple[str, int | Fraction | str | tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An open point of the source document, the readings possible, and the one taken."""

    name: str
    title: str
    contradiction: str
    default: str
    options: tuple[ReadingOption, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A place where the source document contradicts itself or is silent, and the reading taken."""

    id: str
    seed: tuple[SeedPlace, ...]
    contradiction: str
    reading: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that rules lean on, and what of it was checked."""

    id: str
    title: str
    edition: str
    checked: str
    checked_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class StandardWords:
    """What reports call things that each standard calls differently.

    Attributes:
        seed: the document that the content of the standard is known from.
        subject: what is assessed.
        reviewer: who reviews, by the name that a review goes by.
    """

    seed: str = "起草文件"
    subject: str = "单位"
    reviewer: str = "第三方"


@dataclass(frozen=True, slots=True)
class Standard:
    """The standard as far as it is known.

    Attributes:
        aspects: name and title of what items of several chapters may share.
    """

    id: str
    title: str
    organisation: str
    status: str
    seed_title: str
    chapters: tuple[Chapter, ...]
    contradictions: tuple[Contradiction, ...] = ()
    readings: tuple[Reading, ...] = ()
    aspects: tuple[tuple[str, str], ...] = ()
    declarations: tuple[str, ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()
    words: StandardWords = StandardWords()


@dataclass(frozen=True, slots=True)
class Difference:
    """One deviation of a profile from the base rule set.

    Attributes:
        kind: level, parameter, veto, off, unscored, weight, points or reading.
        subject: id of the rule, item, parameter or reading meant.
        base, chosen: the values, in words.
    """

    kind: str
    subject: str
    base: str
    chosen: str
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A choice of levels and parameter values, with every difference from the base."""

    name: str
    title: str
    summary: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade and the points (of the total) that it needs."""

    id: str
    title: str
    at_least: Fraction


@dataclass(frozen=True, slots=True)
class Requirements:
    """What one conclusion requires; None asks nothing. Shares are of 1.

    Attributes:
        vetoes: most active vetoes that may stand.
        major: most major nonconformities.
        score: least share of the total points.
        every_chapter: least share of the points of each evaluated chapter.
        missing_requirements: greatest share of 应 rules that are cantTell.
        untested: most rules still to be confirmed on site (never asked of a self-assessment).
    """

    vetoes: int | None = None
    major: int | None = None
    score: Fraction | None = None
    every_chapter: Fraction | None = None
    missing_requirements: Fraction | None = None
    untested: int | None = None


@dataclass(frozen=True, slots=True)
class ConclusionChoice:
    """One conclusion with its wording for a review and for a self-assessment."""

    id: str
    title: str
    self_title: str
    requires: Requirements
    conforms: bool
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The acceptance scheme, all of it ours until the association says otherwise.

    Attributes:
        total: points of the whole.
        near_miss: share of a rule's points for 基本符合.
        decimals: places to which points are rounded, half up, before anything is compared.
        grades: best first.
        conclusions: most favourable first; the last one requires nothing.
        rectify_days: days that a rectification may take.
        systemic_rows: so many offending rows of one of the systemic tables make a failure major.
        systemic_tables: names of those tables.
        whole_item_from: an item in which every 应 rule failed makes them major if it has so many.
        enabled_vetoes: ids of rules whose failure is a veto.
        source: whose scheme it is, in words.
    """

    total: int
    near_miss: Fraction
    decimals: int
    grades: tuple[Grade, ...]
    conclusions: tuple[ConclusionChoice, ...]
    rectify_days: int
    source: str
    systemic_rows: int = 0
    systemic_tables: tuple[str, ...] = ()
    whole_item_from: int = 2
    enabled_vetoes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A rule set that has been read, checked and tailored by one profile.

    Attributes:
        version: version of the rule set as its files state it.
        digest: sha256 over the rule files and the dictionary, hex.
        values: the parameter values in force, by name, after the profile.
        wording: what the rules say by themselves, if it was worked out (`language/wording.py`).
    """

    version: str
    digest: str
    standard: Standard
    dictionary: Dictionary
    rules: tuple[Rule, ...]
    parameters: Mapping[str, Parameter]
    values: Mapping[str, int | Fraction | str | tuple[str, ...]]
    profile: Profile
    acceptance: Acceptance
    references: tuple[Reference, ...] = ()
    quality: tuple[QualityCheck, ...] = ()
    wording: Wording | None = None
