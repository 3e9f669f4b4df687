"""What the pages show that a Result does not say in so many words: groups, orders, sums."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import TypeVar

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
    Result,
)
from checker.model.rule import Difference
from checker.model.submission import SiteFinding

T = TypeVar("T", ParameterInForce, EvidenceFile)
E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True)
class ItemBlock:
    """One item with its findings."""

    item: ItemResult
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ChapterBlock:
    """One evaluated chapter with its items and their findings."""

    chapter: ChapterResult
    items: tuple[ItemBlock, ...]


@dataclass(frozen=True, slots=True)
class Nonconformity:
    """A finding that asks for rectification, with its number in this report."""

    number: str
    finding: Finding
    leaves: tuple[Measured, ...]
    site: tuple[SiteFinding, ...]


@dataclass(frozen=True, slots=True)
class Deviation:
    """Deviations of the profile from the base rule set that share everything but the name."""

    names: tuple[str, ...]
    base: str
    chosen: str
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything the templates ask for beyond the result itself.

    Attributes:
        evaluated: chapters with at least one evaluated item.
        skipped: items that no rule covers yet.
        by_rule: findings by rule id.
        parameters_of, evidence_of, site_of: what belongs to one rule.
        nonconformities: major first, then in the order of the rules.
        observations: what deserves attention without being a nonconformity.
        to_confirm: findings that a visit or a talk must still confirm.
        inapplicable: findings that do not apply, declared ones first.
        majors: how many of the nonconformities are grave.
        near: how many findings failed inside the tolerance.
        due: last day of the rectification.
        differences: of the profile, those alike put together.
        basis_counts, origin_counts, level_counts: composition of the rules and parameters.
    """

    evaluated: tuple[ChapterBlock, ...]
    skipped: tuple[ItemResult, ...]
    by_rule: Mapping[str, Finding]
    parameters_of: Mapping[str, Sequence[ParameterInForce]]
    evidence_of: Mapping[str, Sequence[EvidenceFile]]
    site_of: Mapping[str, Sequence[SiteFinding]]
    nonconformities: tuple[Nonconformity, ...]
    observations: tuple[Nonconformity, ...]
    to_confirm: tuple[Finding, ...]
    inapplicable: tuple[Finding, ...]
    majors: int
    near: int
    due: date
    differences: tuple[Deviation, ...]
    basis_counts: Mapping[Basis, int]
    origin_counts: Mapping[Origin, int]
    level_counts: Mapping[Level, int]


def view(result: Result) -> View:
    """Return the derived parts of a report."""
    blocks = tuple(_chapter_block(chapter, result.findings) for chapter in result.chapters)
    site = _by_rule(result.site_findings)
    # what only records (可) has no severity and is nobody's nonconformity
    failed = [f for f in result.findings if f.outcome is Outcome.FAILED and f.severity]
    wrong = sorted((f for f in failed if not _is_observation(f)), key=_is_minor)
    noted = [f for f in failed if _is_observation(f)]
    declared = set(result.declared_away)
    away = [f for f in result.findings if f.outcome is Outcome.INAPPLICABLE]
    return View(
        evaluated=tuple(block for block in blocks if block.items),
        skipped=tuple(i for c in result.chapters for i in c.items if not i.evaluated),
        by_rule={f.rule: f for f in result.findings},
        parameters_of=_spread(result.parameters),
        evidence_of=_spread(result.evidence),
        site_of=site,
        nonconformities=_numbered("BF", wrong, site),
        observations=_numbered("GC", noted, site),
        to_confirm=tuple(f for f in result.findings if is_to_confirm(f)),
        inapplicable=tuple(sorted(away, key=lambda f: f.rule not in declared)),
        majors=sum(f.vetoed or f.severity is Severity.MAJOR for f in wrong),
        near=sum(f.near for f in failed),
        due=result.assessed_on + timedelta(days=result.scheme.rectify_days),
        differences=_deviations(result.rulebook.differences),
        basis_counts=_counted(Basis, [f.content_basis for f in result.findings]),
        origin_counts=_counted(Origin, [p.origin for p in result.parameters]),
        level_counts=_counted(Level, [f.level for f in result.findings]),
    )


def is_to_confirm(finding: Finding) -> bool:
    """Whether only a look or a talk on site keeps a finding open."""
    return finding.outcome is Outcome.UNTESTED


def is_later_confirmed(finding: Finding) -> bool:
    """Whether a finding whose data are missing will want a look on site as well."""
    return finding.outcome is Outcome.CANT_TELL and not NEEDS_PEOPLE.isdisjoint(
        finding.verification
    )


def is_self(result: Result) -> bool:
    """Whether the community assessed itself."""
    return result.kind is AssessmentKind.SELF


# Private functions


def _chapter_block(chapter: ChapterResult, findings: Sequence[Finding]) -> ChapterBlock:
    items = [
        ItemBlock(item, tuple(f for f in findings if f.item == item.no))
        for item in chapter.items
        if item.evaluated
    ]
    return ChapterBlock(chapter, tuple(items))


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


def _spread(things: Sequence[T]) -> Mapping[str, list[T]]:
    spread: dict[str, list[T]] = {}
    for thing in things:
        for rule in thing.rules:
            spread.setdefault(rule, []).append(thing)
    return spread


def _by_rule(site_findings: Sequence[SiteFinding]) -> Mapping[str, list[SiteFinding]]:
    found: dict[str, list[SiteFinding]] = {}
    for one in site_findings:
        found.setdefault(one.rule, []).append(one)
    return found


def _deviations(differences: Sequence[Difference]) -> tuple[Deviation, ...]:
    together: dict[tuple[str, str, str, str], list[str]] = {}
    for d in differences:
        together.setdefault((d.base, d.chosen, d.reason, d.decided_by), []).append(d.subject)
    return tuple(Deviation(tuple(names), *rest) for rest, names in together.items())


def _counted(kind: type[E], values: Sequence[E]) -> Mapping[E, int]:
    counts = Counter(values)
    return {value: counts[value] for value in kind}
