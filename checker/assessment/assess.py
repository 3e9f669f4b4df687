"""The story of an assessment, told once: rules → findings → score → conclusion → Result."""

from collections.abc import Sequence
from datetime import date

from checker import __version__
from checker.assessment import frame, subject
from checker.assessment.findings import Assessed, assess
from checker.assessment.group import Group
from checker.assessment.handing_in import all_waiting, table_steps
from checker.assessment.measured import in_order
from checker.assessment.quality import quality
from checker.assessment.sums import Sums, Verdict, count, declared_away, gaps
from checker.language.facts import Facts
from checker.language.wording import rule_wording, speaker_of
from checker.model.result import SCHEMA_VERSION, Finding, Result
from checker.model.rule import Rule, Rulebook
from checker.model.submission import Submission


def assess_submission(rulebook: Rulebook, submission: Submission, on: date | None = None) -> Result:
    """Return the result of one submission judged by one rulebook.

    Args:
        on: the assessment date; the submission's own if None.
    """
    return _Assessment(rulebook, submission, on or submission.assessed_on).result()


def assessed_rules(rulebook: Rulebook, submission: Submission) -> tuple[Assessed, ...]:
    """Return what every rule of a rulebook, which may be cut down to a few, finds by itself."""
    return _Assessment(rulebook, submission, submission.assessed_on).assessed


def verdict(rulebook: Rulebook, submission: Submission, assessed: Sequence[Assessed]) -> Verdict:
    """Return what findings add up to, however they came about: from data, or only supposed.

    Args:
        submission: tells who assesses; its tables are not read.
        assessed: one finding a rule, in the order of the rulebook.
    """
    return _sums(rulebook, submission, assessed).verdict()


def _sums(rulebook: Rulebook, submission: Submission, assessed: Sequence[Assessed]) -> Sums:
    standard = rulebook.standard
    return Sums(standard.chapters, standard.aspects, rulebook.acceptance, submission.kind, assessed)


class _Assessment:
    """One run; holds what its steps share."""

    def __init__(self, rulebook: Rulebook, submission: Submission, on: date) -> None:
        self.book = rulebook
        self.submission = submission
        self.on = on
        self.speaker = speaker_of(rulebook)
        self.wording = {rule.id: rule_wording(rule, rulebook) for rule in rulebook.rules}
        self.facts = Facts(
            rulebook.dictionary, submission.tables, rulebook.parameters, rulebook.values,
            submission.period, on,
        )  # fmt: skip
        self.assessed = tuple(map(self._assess, rulebook.rules))

    def result(self) -> Result:
        sums = _sums(self.book, self.submission, self.assessed)
        findings = tuple(
            self._finding(one, group, index, sums)
            for index, group in enumerate(sums.groups)
            for one in group.findings
        )
        found = sums.verdict()
        leaves = {rule: said.leaves for rule, said in self.wording.items()}
        return Result(
            schema_version=SCHEMA_VERSION,
            report_no=frame.report_no(
                __version__, self.book.standard.id, frame.identity(self.book),
                self.submission.files, self.on,
            ),
            program=__version__,
            subject=subject.name(self.submission, self.book),
            synthetic=self.submission.synthetic,
            kind=self.submission.kind,
            period=(self.submission.period.start, self.submission.period.end),
            assessed_on=self.on,
            standard=frame.standard(self.book),
            rulebook=frame.identity(self.book),
            scheme=frame.scheme(self.book.acceptance, self.submission.kind),
            files=self.submission.files,
            notes=self.submission.notes,
            facts=subject.facts(self.submission, self.book),
            tables=subject.table_states(self.submission, self.book, self._tables_read()),
            findings=findings,
            chapters=found.chapters,
            counts=count([f.outcome for f in findings]),
            points=found.points,
            declared_away=declared_away(findings),
            points_without_declared=sums.points_without_declared(),
            conclusion=found.conclusion,
            parameters=frame.parameters_in_force(self.book, self.wording),
            evidence=subject.evidence(self.submission, self.book),
            site_findings=self.submission.site_findings,
            references=self.book.references,
            gaps=gaps(findings),
            quality=quality(
                self.book.quality, self.facts, self.speaker, self.submission.attachments
            ),
            aspects=tuple(sums.aspects()),
            sources=subject.sources(self.submission, self.book),
            unread=self.submission.unread,
            to_hand_in=table_steps(sums, all_waiting(sums, leaves), self.facts),
        )  # fmt: skip

    def _tables_read(self) -> set[str]:
        said = self.wording.values()
        return {table for rule in said for leaf in rule.leaves for table, _ in leaf.reads}

    def _assess(self, rule: Rule) -> Assessed:
        site = [s for s in self.submission.site_findings if s.rule == rule.id]
        leaves = self.wording[rule.id].leaves
        return assess(rule, self.facts, self.speaker, self.submission.kind, site, leaves)

    def _finding(self, one: Assessed, group: Group, index: int, sums: Sums) -> Finding:
        rule, source, worth = one.rule, one.rule.source, sums.worth(one, group, index)
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
            near=one.near, severity=worth.severity, vetoed=worth.vetoed,
            confirmation=one.confirmation, measured=one.measured, points=worth.points,
            gain=worth.gain, scored=rule.scored, weight=rule.weight, gravity=rule.severity,
            condition_missing=one.missing_condition,
        )  # fmt: skip
