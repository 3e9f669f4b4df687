"""A result once more from what it rests on: its findings' possible outcomes, its scheme, its items.

Every number, outcome and order that follows from these is drawn again by the functions that judge a
submission, so that this can never drift from the judging. What does not follow from the rest of a
result (what was measured, what was handed in, what a rule asks) stays as it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from checker.assessment import frame
from checker.assessment.cells import MOST_ROWS
from checker.assessment.findings import (
    Assessed,
    cannot_tell,
    confirmation_of,
    counted,
    outcome_of,
    seen_on_site,
)
from checker.assessment.group import Group
from checker.assessment.handing_in import Waiting, accounted, all_waiting
from checker.assessment.measured import in_order
from checker.assessment.quality import MOST_SHOWN
from checker.assessment.sums import Sums, count, declared_away, gaps
from checker.language.evaluate import Judgement
from checker.model.check import CheckAll
from checker.model.outcome import AssessmentKind, Outcome, Reason
from checker.model.result import (
    Finding,
    Measured,
    MissingData,
    ParameterInForce,
    QualityFinding,
    Result,
    TableState,
    TableStep,
)
from checker.model.rule import Chapter, Item, Rule, SeedPlace, Source
from checker.model.wording import LeafWording

_UNTOLD = CheckAll(())
"""Stands for a rule's check: a result tells what came of it, and nothing here reads it."""

_WORDLESS = LeafWording("", "", "", ())

_NOWHERE = SeedPlace("", 0)

_NOT_ASKED = (Reason.CONDITION_NOT_MET, Reason.EMPTY_POPULATION)


def recomputed(result: Result) -> Result:
    """Return the result with everything that follows from the rest drawn again.

    Args:
        result: its findings stand in order, each once, and belong to its items.
    """
    measured = replace(result, findings=tuple(map(_counted_again, result.findings)))
    own = result.kind is AssessmentKind.SELF
    site = () if own else tuple({(s.rule, s.method): s for s in result.site_findings}.values())
    assessed = [
        _assessed(finding, replace(measured, site_findings=site)) for finding in measured.findings
    ]
    sums = Sums(
        _chapters(result),
        [(str(n), aspect.name) for n, aspect in enumerate(result.aspects)],
        frame.acceptance(result.scheme),
        result.kind,
        assessed,
    )
    findings = tuple(_findings(measured.findings, sums))
    verdict = sums.verdict()
    rules = [f.rule for f in findings]
    return replace(
        result,
        report_no=frame.report_no(
            result.program, result.standard.id, result.rulebook, result.files, result.assessed_on
        ),
        scheme=frame.scheme(frame.acceptance(result.scheme), result.kind),
        site_findings=site,
        tables=tuple(map(_table, result.tables)),
        findings=findings,
        chapters=verdict.chapters,
        counts=count([f.outcome for f in findings]),
        points=verdict.points,
        declared_away=declared_away(findings),
        points_without_declared=sums.points_without_declared(),
        conclusion=verdict.conclusion,
        parameters=_parameters(result.parameters, rules),
        gaps=gaps(findings),
        quality=tuple(map(_quality, result.quality)),
        aspects=tuple(sums.aspects()),
        to_hand_in=tuple(_steps(result.to_hand_in, sums, findings)),
    )


# Findings


def _assessed(finding: Finding, result: Result) -> Assessed:
    """Return a finding as it was when its rule had just been judged."""
    rule, possible = _rule(finding), frozenset(finding.possible)
    site = [s for s in result.site_findings if s.rule == finding.rule]
    data_outcome = outcome_of(possible)
    reason, explanation = _why(finding, data_outcome)
    confirmation = confirmation_of(finding.verification, site)
    outcome, reason, explanation = seen_on_site(
        rule, possible, confirmation, site, reason, explanation
    )
    return Assessed(
        rule, Judgement(possible, ()), data_outcome, outcome, reason, explanation, confirmation,
        counted(possible, confirmation, result.kind), finding.measured, finding.condition_missing,
    )  # fmt: skip


def _rule(finding: Finding) -> Rule:
    return Rule(
        finding.rule, finding.item, finding.title, finding.requirement, finding.level,
        Source(finding.topic_basis, finding.content_basis), _UNTOLD, finding.verification,
        finding.weight, finding.remedy, severity=finding.gravity, scored=finding.scored,
    )  # fmt: skip


def _why(finding: Finding, outcome: Outcome) -> tuple[Reason | None, str]:
    """Return why the data decide nothing; what a rule was not asked of, only its check can tell."""
    if outcome is Outcome.CANT_TELL:
        return cannot_tell([*finding.condition_missing, *_missing(finding)])
    if outcome is Outcome.INAPPLICABLE:
        kept = finding.reason in _NOT_ASKED
        return finding.reason if kept else Reason.EMPTY_POPULATION, finding.explanation
    return None, ""


def _missing(finding: Finding) -> Iterator[MissingData]:
    return (missing for leaf in finding.measured for missing in leaf.missing)


def _findings(findings: Sequence[Finding], sums: Sums) -> Iterator[Finding]:
    known = {f.rule: f for f in findings}
    for index, group in enumerate(sums.groups):
        for one in group.findings:
            yield _finding(known[one.rule.id], one, group, index, sums)


def _finding(finding: Finding, one: Assessed, group: Group, index: int, sums: Sums) -> Finding:
    worth = sums.worth(one, group, index)
    return replace(
        finding, outcome=one.outcome, data_outcome=one.data_outcome,
        possible=in_order(one.possible), reason=one.reason, explanation=one.explanation,
        near=one.near, severity=worth.severity, vetoed=worth.vetoed,
        confirmation=one.confirmation, points=worth.points, gain=worth.gain,
    )  # fmt: skip


def _counted_again(finding: Finding) -> Finding:
    return replace(
        finding,
        measured=tuple(map(_measured, finding.measured)),
        condition_missing=tuple(map(_blanks, finding.condition_missing)),
    )


def _measured(leaf: Measured) -> Measured:
    certain = sum(row.certain for row in leaf.offending)
    if len(leaf.offending) >= MOST_ROWS:  # there may be more than are named
        certain = max(certain, leaf.offending_count)
    return replace(
        leaf,
        possible=in_order(set(leaf.possible)),
        offending_count=certain,
        missing=tuple(map(_blanks, leaf.missing)),
    )


def _blanks(missing: MissingData) -> MissingData:
    return replace(missing, unknown=_shown(len(missing.rows), missing.unknown, MOST_ROWS))


def _shown(named: int, told: int, most: int) -> int:
    """Return how many there are, of which the first are named."""
    return max(named, told) if named >= most else named


# What surrounds the findings


def _chapters(result: Result) -> tuple[Chapter, ...]:
    aspect_of = {no: str(n) for n, aspect in enumerate(result.aspects) for no in aspect.items}
    return tuple(
        Chapter(
            chapter.no, chapter.title, _NOWHERE,
            tuple(
                Item(i.no, i.title, i.worth, i.seed, aspect_of.get(i.no, ""))
                for i in chapter.items
            ),
            chapter.reserved,
        )
        for chapter in result.chapters
    )  # fmt: skip


def _table(state: TableState) -> TableState:
    return state if state.submitted else replace(state, rows=0, unknown_cells=0)


def _parameters(
    known: Iterable[ParameterInForce], rules: Iterable[str]
) -> tuple[ParameterInForce, ...]:
    judged = set(rules)
    by_name = {p.name: replace(p, rules=tuple(sorted(judged & set(p.rules)))) for p in known}
    return tuple(by_name[name] for name in sorted(by_name) if by_name[name].rules)


def _quality(found: QualityFinding) -> QualityFinding:
    number = _shown(len(found.rows), found.count, MOST_SHOWN)
    if found.rows or found.advice:
        return replace(found, outcome=Outcome.FAILED, count=number)
    failed = found.outcome is Outcome.FAILED
    return replace(found, outcome=Outcome.PASSED if failed else found.outcome, count=number)


def _steps(
    steps: Sequence[TableStep], sums: Sums, findings: Sequence[Finding]
) -> Iterator[TableStep]:
    """Yield what to hand in; what only the dictionary tells of a table is taken as it stands."""
    known = all_waiting(sums, {f.rule: (_WORDLESS,) * len(f.measured) for f in findings})
    if not known:
        return
    told = {step.table: step for step in steps}
    needed = sorted(set().union(*(w.tables for w in known)))
    # where two groups pay alike, the order of the dictionary decided: it is taken from the steps
    names = [*told, *(table for table in needed if table not in told)]
    for step, reading in accounted(sums, known, names):
        said = told.get(step.table, step)
        most = _most_blanks(step.table, reading)
        blanks = tuple(replace(b, unknown=most.get(b.column, 0)) for b in said.blanks)
        yield replace(step, guidance=said.guidance, columns=said.columns, blanks=blanks)


def _most_blanks(table: str, reading: Iterable[Waiting]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for missing in (m for w in reading for m in w.missing if m.table == table):
        found[missing.column] = max(found.get(missing.column, 0), missing.unknown)
    return found
