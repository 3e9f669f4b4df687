"""What the pages show that a Result does not say in so many words: groups, orders, sums."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import Final, TypeVar

from checker.model.frozen import dataclass
from checker.model.outcome import (
    NEEDS_PEOPLE,
    AssessmentKind,
    Basis,
    Level,
    Origin,
    Outcome,
    Possible,
    Severity,
)
from checker.model.result import (
    ChapterResult,
    EvidenceFile,
    Finding,
    ItemResult,
    Measured,
    ParameterInForce,
    Points,
    QualityFinding,
    Result,
)
from checker.model.rule import Difference
from checker.model.submission import SiteFinding
from checker.report.quantities import total

E = TypeVar("E", bound=Enum)


KINDS: Final = ("off", "unscored", "veto", "level", "reading", "parameter", "weight", "points")
"""Kinds of difference, those that change most first."""

_SHOWN: Final = (
    Outcome.PASSED,
    Outcome.FAILED,
    Outcome.CANT_TELL,
    Outcome.UNTESTED,
    Outcome.INAPPLICABLE,
    Outcome.ERROR,
)

MANY_BLANK: Final = 6
"""So many items of which nothing is known are put together instead of a row each."""


@dataclass(frozen=True, slots=True)
class ItemBlock:
    """One item with its findings; blank when the data are missing for every one of them."""

    item: ItemResult
    findings: tuple[Finding, ...]
    blank: bool


@dataclass(frozen=True, slots=True)
class ChapterBlock:
    """One evaluated chapter with its items and their findings.

    Attributes:
        told: items with a row of their own in the summary.
        folded: blank items that the summary puts together.
        folded_rules, folded_points: their rules and points.
    """

    chapter: ChapterResult
    items: tuple[ItemBlock, ...]
    told: tuple[ItemBlock, ...]
    folded: tuple[ItemBlock, ...]
    folded_rules: int
    folded_points: Points


@dataclass(frozen=True, slots=True)
class Nonconformity:
    """A finding that asks for rectification, with its number in this report."""

    number: str
    finding: Finding
    leaves: tuple[Measured, ...]
    site: tuple[SiteFinding, ...]


@dataclass(frozen=True, slots=True)
class Deviation:
    """Deviations of one kind from the base rule set that share everything but the name."""

    kind: str
    names: tuple[str, ...]
    base: str
    chosen: str
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rules came out so: all, those of each level that count, those that do not."""

    outcome: Outcome
    all: int
    levels: Mapping[Level, int]
    unscored: int


@dataclass(frozen=True, slots=True)
class View:
    """Everything the templates ask for beyond the result itself.

    Attributes:
        evaluated: chapters with at least one evaluated item.
        skipped: items that no rule covers yet.
        by_rule: findings by rule id.
        names: titles of parameters and items by name and number.
        parameters: those in force, in the order of the rules that use them.
        origins_of: whose the parameters of a rule are.
        evidence_of, site_of: what belongs to one rule.
        nonconformities: major first, then in the order of the rules.
        observations: what deserves attention without being a nonconformity.
        to_confirm: findings that a visit or a talk must still confirm.
        inapplicable: findings that do not apply, declared ones first.
        majors: how many of the nonconformities are grave.
        near: how many findings failed inside the tolerance.
        due: last day of the rectification.
        unscored: how many rules are only shown, because the profile does not count them.
        unscored_failed: those of them that failed, with the leaves that speak against them.
        off: rules that the profile does not evaluate.
        differences: of the profile by kind, those alike put together.
        faulty, faultless: data-quality checks that found something, and all others.
        tallies: outcomes by level.
        basis_counts, origin_counts, level_counts: composition of the rules and parameters.
    """

    evaluated: tuple[ChapterBlock, ...]
    skipped: tuple[ItemResult, ...]
    by_rule: Mapping[str, Finding]
    names: Mapping[str, str]
    parameters: tuple[ParameterInForce, ...]
    origins_of: Mapping[str, tuple[Origin, ...]]
    evidence_of: Mapping[str, Sequence[EvidenceFile]]
    site_of: Mapping[str, Sequence[SiteFinding]]
    nonconformities: tuple[Nonconformity, ...]
    observations: tuple[Nonconformity, ...]
    to_confirm: tuple[Finding, ...]
    inapplicable: tuple[Finding, ...]
    majors: int
    near: int
    due: date
    unscored: int
    unscored_failed: tuple[tuple[Finding, tuple[Measured, ...]], ...]
    off: tuple[Difference, ...]
    differences: tuple[tuple[str, tuple[Deviation, ...]], ...]
    faulty: tuple[QualityFinding, ...]
    faultless: tuple[QualityFinding, ...]
    tallies: tuple[Tally, ...]
    basis_counts: Mapping[Basis, int]
    origin_counts: Mapping[Origin, int]
    level_counts: Mapping[Level, int]


def view(result: Result) -> View:
    """Return the derived parts of a report."""
    findings, differences = result.findings, result.rulebook.differences
    blocks = _chapter_blocks(result)
    site = _by_rule(result.site_findings)
    failed = [f for f in findings if f.outcome is Outcome.FAILED and is_counted(f)]
    wrong = sorted((f for f in failed if not _is_observation(f)), key=_is_minor)
    noted = [f for f in failed if _is_observation(f)]
    declared = set(result.declared_away)
    away = [f for f in findings if f.outcome is Outcome.INAPPLICABLE]
    return View(
        evaluated=tuple(block for block in blocks if block.items),
        skipped=tuple(i for c in result.chapters for i in c.items if not i.evaluated),
        by_rule={f.rule: f for f in findings},
        names={p.name: f"{p.title} {p.name}" for p in result.parameters}
        | {i.no: f"{i.no} {i.title}" for c in result.chapters for i in c.items},
        parameters=tuple(sorted(result.parameters, key=lambda p: (p.rules[:1], p.name))),
        origins_of=_origins(result.parameters),
        evidence_of=_evidence(result.evidence),
        site_of=site,
        nonconformities=_numbered("BF", wrong, site),
        observations=_numbered("GC", noted, site),
        to_confirm=tuple(f for f in findings if is_to_confirm(f)),
        inapplicable=tuple(sorted(away, key=lambda f: f.rule not in declared)),
        majors=sum(f.vetoed or f.severity is Severity.MAJOR for f in wrong),
        near=sum(f.near for f in failed),
        due=result.assessed_on + timedelta(days=result.scheme.rectify_days),
        unscored=sum(not f.scored for f in findings),
        unscored_failed=tuple((f, _against(f)) for f in findings if is_failed_unscored(f)),
        off=tuple(d for d in differences if d.kind == "off"),
        differences=_by_kind(differences),
        faulty=tuple(q for q in result.quality if q.outcome is Outcome.FAILED),
        faultless=tuple(q for q in result.quality if q.outcome is not Outcome.FAILED),
        tallies=_tallies(findings),
        basis_counts=_counted(Basis, [f.content_basis for f in findings]),
        origin_counts=_counted(Origin, [p.origin for p in result.parameters]),
        level_counts=_counted(Level, [f.level for f in findings]),
    )


def is_counted(finding: Finding) -> bool:
    """Whether an outcome adds or costs points.

    What only records (可) does not, nor what the profile only shows: nobody's nonconformity.
    """
    return finding.scored and finding.level is not Level.PERMISSION


def is_failed_unscored(finding: Finding) -> bool:
    """Whether a finding failed that the profile only shows."""
    failed = finding.outcome is Outcome.FAILED and finding.level is not Level.PERMISSION
    return failed and not finding.scored


def is_to_confirm(finding: Finding) -> bool:
    """Whether only a look or a talk on site keeps a finding open."""
    return finding.outcome is Outcome.UNTESTED


def is_later_confirmed(finding: Finding) -> bool:
    """Whether a finding whose data are missing will want a look on site as well."""
    return finding.outcome is Outcome.CANT_TELL and not NEEDS_PEOPLE.isdisjoint(
        finding.verification
    )


def is_self(result: Result) -> bool:
    """Whether the assessed judged themselves."""
    return result.kind is AssessmentKind.SELF


# Private functions


def _chapter_blocks(result: Result) -> list[ChapterBlock]:
    items = {
        item.no: ItemBlock(
            item,
            tuple(f for f in result.findings if f.item == item.no),
            item.counts.cant_tell == item.counts.total,
        )
        for chapter in result.chapters
        for item in chapter.items
        if item.evaluated
    }
    fold = sum(block.blank for block in items.values()) >= MANY_BLANK
    blocks = ((c, [items[i.no] for i in c.items if i.evaluated]) for c in result.chapters)
    return [_chapter_block(chapter, mine, fold=fold) for chapter, mine in blocks]


def _chapter_block(chapter: ChapterResult, items: list[ItemBlock], *, fold: bool) -> ChapterBlock:
    folded = tuple(block for block in items if block.blank and fold)
    points = [block.item.points for block in folded]
    return ChapterBlock(
        chapter,
        tuple(items),
        tuple(block for block in items if block not in folded),
        folded,
        sum(block.item.counts.total for block in folded),
        Points(*(total(getattr(p, end) for p in points) for end in ("worst", "best", "maximum"))),
    )


def _is_observation(finding: Finding) -> bool:
    if finding.vetoed or finding.severity is Severity.MAJOR:
        return False
    return finding.near or finding.severity is not Severity.MINOR


def _is_minor(finding: Finding) -> tuple[bool, bool]:
    return not finding.vetoed, finding.severity is not Severity.MAJOR


def _numbered(
    prefix: str, findings: Sequence[Finding], site: Mapping[str, Sequence[SiteFinding]]
) -> tuple[Nonconformity, ...]:
    return tuple(
        Nonconformity(f"{prefix}-{n:02}", f, _against(f), tuple(site.get(f.rule, ())))
        for n, f in enumerate(findings, start=1)
    )


def _against(finding: Finding) -> tuple[Measured, ...]:
    """Return the leaves that speak against a finding; all, when no single one does."""
    short = [m for m in finding.measured if Possible.MET not in m.possible]
    missed = [m for m in short if m.possible != (Possible.EMPTY,)]
    return tuple(missed) or finding.measured


def _evidence(files: Sequence[EvidenceFile]) -> Mapping[str, list[EvidenceFile]]:
    spread: dict[str, list[EvidenceFile]] = {}
    for file in files:
        for rule in file.rules:
            spread.setdefault(rule, []).append(file)
    return spread


def _origins(parameters: Sequence[ParameterInForce]) -> Mapping[str, tuple[Origin, ...]]:
    found: dict[str, set[Origin]] = {}
    for parameter in parameters:
        for rule in parameter.rules:
            found.setdefault(rule, set()).add(parameter.origin)
    return {rule: tuple(o for o in Origin if o in origins) for rule, origins in found.items()}


def _by_rule(site_findings: Sequence[SiteFinding]) -> Mapping[str, list[SiteFinding]]:
    found: dict[str, list[SiteFinding]] = {}
    for one in site_findings:
        found.setdefault(one.rule, []).append(one)
    return found


def _by_kind(differences: Sequence[Difference]) -> tuple[tuple[str, tuple[Deviation, ...]], ...]:
    kinds = dict.fromkeys((*KINDS, *(d.kind for d in differences)))
    groups = ((kind, _deviations(kind, differences)) for kind in kinds)
    return tuple((kind, group) for kind, group in groups if group)


def _deviations(kind: str, differences: Sequence[Difference]) -> tuple[Deviation, ...]:
    together: dict[tuple[str, str, str, str], list[str]] = {}
    for d in differences:
        if d.kind == kind:
            together.setdefault((d.base, d.chosen, d.reason, d.decided_by), []).append(d.subject)
    return tuple(Deviation(kind, tuple(names), *rest) for rest, names in together.items())


def _tallies(findings: Sequence[Finding]) -> tuple[Tally, ...]:
    tallies = (_tally(o, [f for f in findings if f.outcome is o]) for o in _SHOWN)
    return tuple(t for t in tallies if t.all or t.outcome is not Outcome.ERROR)


def _tally(outcome: Outcome, findings: Sequence[Finding]) -> Tally:
    scored = [f.level for f in findings if f.scored]
    return Tally(outcome, len(findings), _counted(Level, scored), len(findings) - len(scored))


def _counted(kind: type[E], values: Sequence[E]) -> Mapping[E, int]:
    counts = Counter(values)
    return {value: counts[value] for value in kind}
