"""The story of an assessment, told once: rules → findings → score → conclusion → Result."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from checker import __version__
from checker.assessment import frame, subject
from checker.assessment import score as scoring
from checker.assessment.conclusion import Standing, conclude
from checker.assessment.findings import Assessed, assess
from checker.assessment.group import Group, scored_item, weight
from checker.assessment.handing_in import table_steps, waiting
from checker.assessment.measured import in_order
from checker.assessment.quality import quality
from checker.assessment.score import Part, Scored, rule_part
from checker.assessment.severity import severity, tally_major, tally_vetoes, vetoed
from checker.language.facts import Facts
from checker.language.wording import rule_wording, speaker_of
from checker.model.frozen import dataclass
from checker.model.numerals import rounded
from checker.model.outcome import (
    Level,
    Outcome,
    Possible,
    roll_up,
)
from checker.model.result import (
    AspectResult,
    ChapterResult,
    Conclusion,
    Finding,
    ItemResult,
    OutcomeCounts,
    Points,
    Result,
    TableStep,
)
from checker.model.rule import Chapter, Item, Rule, Rulebook
from checker.model.submission import Submission

SCHEMA_VERSION: Final = 1


def assess_submission(rulebook: Rulebook, submission: Submission, on: date | None = None) -> Result:
    """Return the result of one submission judged by one rulebook.

    Args:
        on: the assessment date; the submission's own if None.
    """
    return _Assessment(rulebook, submission, on or submission.assessed_on).result()


def assessed_rules(rulebook: Rulebook, submission: Submission) -> tuple[Assessed, ...]:
    """Return what every rule of a rulebook, which may be cut down to a few, finds by itself."""
    return _Assessment(rulebook, submission, submission.assessed_on).assessed


@dataclass(frozen=True, slots=True)
class Verdict:
    """What findings add up to: points of the whole and of the chapters, and the conclusion."""

    points: Points
    chapters: tuple[ChapterResult, ...]
    conclusion: Conclusion


def verdict(rulebook: Rulebook, submission: Submission, assessed: Sequence[Assessed]) -> Verdict:
    """Return what findings add up to, however they came about: from data, or only supposed.

    Args:
        submission: tells who assesses; its tables are not read.
        assessed: one finding a rule, in the order of the rulebook.
    """
    return _Assessment(rulebook, submission, submission.assessed_on, assessed).verdict()


class _Assessment:
    """One run; holds what its steps share."""

    def __init__(
        self,
        rulebook: Rulebook,
        submission: Submission,
        on: date,
        assessed: Sequence[Assessed] | None = None,
    ) -> None:
        self.book = rulebook
        self.submission = submission
        self.on = on
        self.scheme = rulebook.acceptance
        self.speaker = speaker_of(rulebook)
        self.wording = {rule.id: rule_wording(rule, rulebook) for rule in rulebook.rules}
        self.facts = Facts(
            rulebook.dictionary, submission.tables, rulebook.parameters, rulebook.values,
            submission.period, on,
        )  # fmt: skip
        found = map(self._assess, rulebook.rules) if assessed is None else assessed
        self.assessed = tuple(found)
        self.groups = tuple(self._groups())
        self.items = tuple(scored_item(g, self._part) for g in self.groups)
        self.scored = scoring.score(self.items)
        self.gains: dict[tuple[int, Part], scoring.Exact] = {}

    def result(self) -> Result:
        findings = self._findings()
        found = self.verdict()
        counts = count([f.outcome for f in findings])
        declared = tuple(f.rule for f in findings if f.outcome is Outcome.INAPPLICABLE)
        return Result(
            schema_version=SCHEMA_VERSION,
            report_no=frame.report_no(self.book, self.submission.files, self.on),
            program=__version__,
            subject=subject.name(self.submission, self.book),
            synthetic=self.submission.synthetic,
            kind=self.submission.kind,
            period=(self.submission.period.start, self.submission.period.end),
            assessed_on=self.on,
            standard=frame.standard(self.book),
            rulebook=frame.identity(self.book),
            scheme=frame.scheme(self.book, self.submission.kind),
            files=self.submission.files,
            notes=self.submission.notes,
            facts=subject.facts(self.submission, self.book),
            tables=subject.table_states(self.submission, self.book, self._tables_read()),
            findings=findings,
            chapters=found.chapters,
            counts=counts,
            points=found.points,
            declared_away=declared,
            points_without_declared=self._total(self._without_declared()),
            conclusion=found.conclusion,
            parameters=frame.parameters_in_force(self.book, self.wording),
            evidence=subject.evidence(self.submission, self.book),
            site_findings=self.submission.site_findings,
            references=self.book.references,
            gaps=_gaps(findings),
            quality=quality(
                self.book.quality, self.facts, self.speaker, self.submission.attachments
            ),
            aspects=tuple(self._aspects()),
            sources=subject.sources(self.submission, self.book),
            to_hand_in=self._to_hand_in(),
            unread=self.submission.unread,
        )

    def _to_hand_in(self) -> tuple[TableStep, ...]:
        found = [
            waiting(
                one, self.wording[one.rule.id].leaves,
                Fraction(self._exact_gain(one.rule.id, index)), counts=weight(one) > 0,
            )
            for index, group in enumerate(self.groups)
            for one in group.findings
        ]  # fmt: skip
        known = [one for one in found if one]
        if not known:
            return ()
        return table_steps(known, self.facts, self._worst(), self._worst(), self._rounded)

    def _worst(self) -> Callable[[Sequence[str]], Fraction]:
        """Return what tells the points of the worst case while rules come out at their best."""
        rising = scoring.Rising(self.items, self.scored)
        return lambda rules: Fraction(rising.meet(rules) * self.scheme.total)

    def _tables_read(self) -> set[str]:
        said = self.wording.values()
        return {table for rule in said for leaf in rule.leaves for table, _ in leaf.reads}

    def verdict(self) -> Verdict:
        chapters = tuple(self._chapter(c) for c in self.book.standard.chapters)
        points = self._total(self.scored)
        return Verdict(points, chapters, conclude(self._standing(points, chapters), self.scheme))

    def _assess(self, rule: Rule) -> Assessed:
        site = [s for s in self.submission.site_findings if s.rule == rule.id]
        leaves = self.wording[rule.id].leaves
        return assess(rule, self.facts, self.speaker, self.submission.kind, site, leaves)

    def _groups(self) -> list[Group]:
        by_item: dict[str, list[Assessed]] = {}
        for one in self.assessed:
            by_item.setdefault(one.rule.item, []).append(one)
        return [
            Group(item, chapter.no, by_item[item.no])
            for chapter in self.book.standard.chapters
            for item in chapter.items
            if item.no in by_item
        ]

    def _part(self, one: Assessed) -> Part:
        return rule_part(weight(one), one.counted, self.scheme.near_miss)

    def _without_declared(self) -> Scored:
        """Return the score if everything that does not apply had failed instead."""

        def part(one: Assessed) -> Part:
            failed = {Possible.MISSED if p is Possible.EMPTY else p for p in one.counted}
            return rule_part(weight(one), failed, self.scheme.near_miss)

        return scoring.score([scored_item(g, part) for g in self.groups])

    def _findings(self) -> tuple[Finding, ...]:
        return tuple(
            self._finding(one, group, index)
            for index, group in enumerate(self.groups)
            for one in group.findings
        )

    def _finding(self, one: Assessed, group: Group, index: int) -> Finding:
        rule, source = one.rule, one.rule.source
        return Finding(
            rule=rule.id, item=rule.item, title=rule.title, requirement=rule.requirement,
            level=rule.level, topic_basis=source.topic_basis,
            content_basis=source.content_basis, seed=source.seed,
            references=source.references, clause_no=source.clause_no,
            full_text_verified=source.full_text_verified, verification=rule.verification,
            evidence=rule.evidence, remedy=rule.remedy, note=rule.note,
            veto_candidate=rule.veto_candidate,
            sentence=self.wording[rule.id].sentence,
            joined=self.wording[rule.id].joined,
            outcome=one.outcome, data_outcome=one.data_outcome,
            possible=in_order(one.possible), reason=one.reason, explanation=one.explanation,
            near=one.near,
            severity=severity(one, group.findings, self.scheme, self.book.dictionary),
            vetoed=vetoed(one, self.scheme), confirmation=one.confirmation,
            measured=one.measured, points=self._rule_points(one, group),
            gain=self._gain(rule.id, index), scored=rule.scored,
        )  # fmt: skip

    def _gain(self, rule: str, index: int) -> Fraction:
        return self._rounded(self._exact_gain(rule, index) * self.scheme.total)

    def _exact_gain(self, rule: str, index: int) -> scoring.Exact:
        """Return what a rule can still add; the same for rules that count alike in one item."""
        alike = (index, self.scored.rules[rule])
        if alike not in self.gains:
            self.gains[alike] = scoring.gain(self.items, self.scored, rule, index)
        return self.gains[alike]

    def _rule_points(self, one: Assessed, group: Group) -> Points:
        part = self.scored.rules[one.rule.id]
        weights = sum(
            p.weight for f in group.findings if not (p := self.scored.rules[f.rule.id]).dropped
        )
        if part.dropped or not weights:
            return Points(Fraction(0), Fraction(0), Fraction(0))
        return self._points(part, Fraction(group.item.points * part.weight, weights))

    def _points(self, part: Part, maximum: Fraction) -> Points:
        if part.dropped:
            return Points(Fraction(0), Fraction(0), Fraction(0))
        return Points(
            self._rounded(part.low * maximum),
            self._rounded(part.high * maximum),
            self._rounded(maximum),
        )

    def _rounded(self, value: int | Fraction) -> Fraction:
        return rounded(value, self.scheme.decimals)

    def _total(self, scored: Scored) -> Points:
        return self._points(scored.total, Fraction(self.scheme.total))

    def _chapter(self, chapter: Chapter) -> ChapterResult:
        items = tuple(self._item(item) for item in chapter.items)
        outcomes = [f.outcome for g in self.groups if g.chapter == chapter.no for f in g.findings]
        part = self.scored.chapters.get(chapter.no)
        points = sum(g.item.points for g in self.groups if g.chapter == chapter.no)
        none = Points(Fraction(0), Fraction(0), Fraction(0))
        return ChapterResult(
            chapter.no, chapter.title, roll_up(outcomes), count(outcomes),
            self._points(part, Fraction(points)) if part else none, items, chapter.reserved,
        )  # fmt: skip

    def _item(self, item: Item) -> ItemResult:
        group = next((g for g in self.groups if g.item.no == item.no), None)
        outcomes = [f.outcome for f in group.findings] if group else []
        part = self.scored.items.get(item.no)
        none = Points(Fraction(0), Fraction(0), Fraction(0))
        return ItemResult(
            item.no, item.title, roll_up(outcomes), count(outcomes),
            self._points(part, Fraction(item.points)) if part else none,
            group is not None, item.seed,
        )  # fmt: skip

    def _aspects(self) -> Iterator[AspectResult]:
        """Yield the items of each aspect taken together; the chapters keep them all the same."""
        for name, title in self.book.standard.aspects:
            groups = [g for g in self.groups if g.item.aspect == name]
            outcomes = [f.outcome for g in groups for f in g.findings]
            points = sum(g.item.points for g in groups)
            part = scoring.mean(points, [self.scored.items[g.item.no] for g in groups])
            yield AspectResult(
                title, tuple(g.item.no for g in groups), roll_up(outcomes), count(outcomes),
                self._points(part, Fraction(points)),
            )  # fmt: skip

    def _standing(self, points: Points, chapters: tuple[ChapterResult, ...]) -> Standing:
        required = [
            a for a in self.assessed
            if a.rule.scored
            and a.rule.level is Level.REQUIREMENT
            and a.outcome is not Outcome.INAPPLICABLE
        ]  # fmt: skip
        counting = [a for a in self.assessed if weight(a)]
        vetoes = tally_vetoes(self.assessed, self.scheme)
        groups = [g.findings for g in self.groups]
        major = tally_major(groups, self.scheme, self.book.dictionary)
        return Standing(
            kind=self.submission.kind,
            vetoes=(vetoes.certain, vetoes.possible),
            major=(major.certain, major.possible),
            score=points if points.maximum else None,
            chapters=chapters,
            may_drop_out=frozenset(no for no, p in self.scored.chapters.items() if p.may_drop),
            missing=sum(a.outcome is Outcome.CANT_TELL for a in required),
            requirements=len(required),
            untested=(
                sum(a.outcome is Outcome.UNTESTED for a in counting),
                sum(a.awaits_site for a in counting),
            ),
        )


def count(outcomes: Sequence[Outcome]) -> OutcomeCounts:
    """Return the number of each outcome; they add up."""
    number = {o: sum(one is o for one in outcomes) for o in Outcome}
    return OutcomeCounts(
        passed=number[Outcome.PASSED],
        failed=number[Outcome.FAILED],
        cant_tell=number[Outcome.CANT_TELL],
        untested=number[Outcome.UNTESTED],
        inapplicable=number[Outcome.INAPPLICABLE],
        error=number[Outcome.ERROR],
        total=len(outcomes),
    )


def _gaps(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the rules that can still add points, most valuable first."""
    open_ = sorted((f for f in findings if f.gain), key=lambda f: f.rule)  # no gain is below 0
    return tuple(f.rule for f in sorted(open_, key=lambda f: f.gain, reverse=True))
