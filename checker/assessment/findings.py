"""One rule over one submission → what the data say, and what people say beside them."""

from collections.abc import Iterable, Sequence

from checker.assessment import words
from checker.assessment.measured import measured, missing_data
from checker.language.evaluate import Judgement, evaluate
from checker.language.explain import Speaker, explain_condition
from checker.language.facts import Facts
from checker.language.trace import lacking_for_condition
from checker.language.wording import leaf_wording
from checker.model.frozen import dataclass
from checker.model.outcome import (
    NEEDS_PEOPLE,
    AssessmentKind,
    Confirmation,
    Outcome,
    Possible,
    Reason,
    Verification,
)
from checker.model.result import Measured, MissingData
from checker.model.rule import Rule
from checker.model.submission import SiteFinding
from checker.model.wording import LeafWording

FAILING = frozenset({Possible.NEAR, Possible.MISSED})

REASONS = (
    Reason.NOT_SUBMITTED, Reason.TABLE_PARTIAL, Reason.VALUE_MISSING, Reason.CALENDAR_UNPUBLISHED,
)  # fmt: skip
"""Why data are not known, the gravest first."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """What one rule came to, before severity and points.

    Attributes:
        data_outcome: what the data alone say.
        outcome: the same after confirmation on site.
        counted: results that points, vetoes and gravity are counted with: those the data allow,
            what may be found on site taken into account.
        missing_condition: cells that keep the rule's own condition undecided.
    """

    rule: Rule
    judgement: Judgement
    data_outcome: Outcome
    outcome: Outcome
    reason: Reason | None
    explanation: str
    confirmation: Confirmation
    counted: frozenset[Possible]
    measured: tuple[Measured, ...]
    missing_condition: tuple[MissingData, ...] = ()

    @property
    def possible(self) -> frozenset[Possible]:
        """Return the results that the data allow."""
        return self.judgement.possible

    @property
    def near(self) -> bool:
        """Tell whether it is 基本符合: certainly inside the tolerance."""
        return self.possible == {Possible.NEAR} and self.confirmation is not Confirmation.REJECTED

    @property
    def may_fail(self) -> bool:
        """Tell whether it has failed, or may fail once the data and what is seen on site are known."""
        return bool(self.counted & FAILING)

    @property
    def awaits_site(self) -> bool:
        """Tell whether it may still come to wait for confirmation on site, or waits already."""
        pending = self.confirmation is Confirmation.PENDING
        return pending and Possible.MET in self.possible


def outcome_of(possible: frozenset[Possible]) -> Outcome:
    """Return the outcome that a set of possible results means (LANGUAGE 3.3)."""
    if possible == {Possible.MET}:
        return Outcome.PASSED
    if possible <= FAILING:
        return Outcome.FAILED
    return Outcome.INAPPLICABLE if possible == {Possible.EMPTY} else Outcome.CANT_TELL


def assess(
    rule: Rule,
    facts: Facts,
    speaker: Speaker,
    kind: AssessmentKind,
    site: Sequence[SiteFinding] = (),
    wording: Sequence[LeafWording] | None = None,
) -> Assessed:
    """Judge one rule.

    Args:
        kind: who assesses; those assessed count what waits for confirmation as the data say.
        site: what an auditor found on site for this rule.
        wording: of its leaves, if that is known already.
    """
    judgement = evaluate(rule.check, facts, rule.applies_when)
    data_outcome = outcome_of(judgement.possible)
    said = wording or [leaf_wording(judged.leaf, speaker) for judged in judgement.leaves]
    leaves = tuple(
        measured(leaf, facts, speaker, its)
        for leaf, its in zip(judgement.leaves, said, strict=True)
    )
    missing = _condition_missing(rule, judgement, facts)
    reason, explanation = _why(rule, judgement, data_outcome, leaves, missing, said, facts, speaker)
    confirmation = confirmation_of(rule.verification, site)
    outcome, reason, explanation = seen_on_site(
        rule, judgement.possible, confirmation, site, reason, explanation
    )
    return Assessed(
        rule, judgement, data_outcome, outcome, reason, explanation, confirmation,
        counted(judgement.possible, confirmation, kind), leaves, missing,
    )  # fmt: skip


def seen_on_site(
    rule: Rule,
    possible: frozenset[Possible],
    confirmation: Confirmation,
    site: Sequence[SiteFinding],
    reason: Reason | None,
    explanation: str,
) -> tuple[Outcome, Reason | None, str]:
    """Return the outcome with its reason, what was seen on site taken into account.

    Args:
        reason, explanation: why the data alone are undecided, if they are.
    """
    outcome = outcome_of(possible)
    if confirmation is Confirmation.REJECTED and possible != {Possible.MISSED}:
        observed = "；".join(s.observation for s in site if s.result == "rejected")
        return Outcome.FAILED, Reason.REJECTED_ON_SITE, words.rejected_on_site(observed)
    if outcome is Outcome.PASSED and confirmation is Confirmation.PENDING:
        names = words.methods()
        asked = [names[m.value] for m in rule.verification if m in NEEDS_PEOPLE]
        return Outcome.UNTESTED, Reason.CONFIRM_ON_SITE, words.confirm_on_site(asked)
    return outcome, reason, explanation


def counted(
    possible: frozenset[Possible], confirmation: Confirmation, kind: AssessmentKind
) -> frozenset[Possible]:
    """Return the results that count, from those the data allow.

    A rejection on site is a failure whatever the data say. What still waits for confirmation may
    be rejected in a review; a self-assessment counts it as the data say. What does not apply is
    not looked at.
    """
    if confirmation is Confirmation.REJECTED:
        return frozenset({Possible.MISSED})
    open_ = confirmation is Confirmation.PENDING and kind is not AssessmentKind.SELF
    return possible | {Possible.MISSED} if open_ and possible != {Possible.EMPTY} else possible


def confirmation_of(
    verification: Iterable[Verification], site: Sequence[SiteFinding]
) -> Confirmation:
    """Return how far what people have to see of one rule has been seen."""
    needed = {m.value for m in verification if m in NEEDS_PEOPLE}
    if any(s.result == "rejected" for s in site):
        return Confirmation.REJECTED
    if not needed:
        return Confirmation.NOT_NEEDED
    confirmed = {s.method for s in site if s.result == "confirmed"}
    return Confirmation.CONFIRMED if needed <= confirmed else Confirmation.PENDING


def _condition_missing(rule: Rule, judgement: Judgement, facts: Facts) -> tuple[MissingData, ...]:
    if rule.applies_when is None or len(judgement.applies) == 1:
        return ()
    lacking = lacking_for_condition(rule.applies_when, facts.dictionary.subject, facts)
    return tuple(missing_data(lacking, facts))


def _why(
    rule: Rule,
    judgement: Judgement,
    outcome: Outcome,
    leaves: Sequence[Measured],
    missing: Sequence[MissingData],
    said: Sequence[LeafWording],
    facts: Facts,
    speaker: Speaker,
) -> tuple[Reason | None, str]:
    if outcome is Outcome.CANT_TELL:
        return cannot_tell([*missing, *(m for leaf in leaves for m in leaf.missing)])
    if outcome is not Outcome.INAPPLICABLE:
        return None, ""
    if judgement.applies == {False} and rule.applies_when is not None:
        subject = facts.dictionary.subject
        asked = explain_condition(rule.applies_when, subject, speaker)
        return Reason.CONDITION_NOT_MET, words.condition_not_met(asked)
    tables = sorted({table for leaf in said for table, _ in leaf.reads})
    labels = [facts.dictionary.tables[table].label for table in tables]
    return Reason.EMPTY_POPULATION, words.empty_population(labels)


def cannot_tell(missing: Sequence[MissingData]) -> tuple[Reason, str]:
    """Return why data that lack keep a rule from being judged: the gravest reason, and all of it."""
    found = {m.reason for m in missing}
    # an interval may be wider than any blank explains (LANGUAGE 4): then values are missing still
    reason = next((r for r in REASONS if r in found), Reason.VALUE_MISSING)
    return reason, "；".join(_sentences(missing))


def _sentences(missing: Iterable[MissingData]) -> Iterable[str]:
    by_reason: dict[Reason, dict[str, str]] = {}
    columns: dict[tuple[str, str], int] = {}
    years: dict[int, dict[str, int]] = {}
    for one in missing:
        if one.reason is Reason.VALUE_MISSING:
            key = (one.table_label, one.column_label)
            columns[key] = max(columns.get(key, 0), one.unknown)
        elif one.year:
            rows = years.setdefault(one.year, {})
            rows[one.table_label] = max(rows.get(one.table_label, 0), one.unknown)
        else:
            by_reason.setdefault(one.reason, {})[one.table] = one.table_label
    if Reason.NOT_SUBMITTED in by_reason:
        yield words.not_submitted(list(by_reason[Reason.NOT_SUBMITTED].values()))
    if Reason.TABLE_PARTIAL in by_reason:
        yield words.partial(list(by_reason[Reason.TABLE_PARTIAL].values()))
    for (table, column), number in columns.items():
        yield words.value_missing(table, column, number)
    for year, tables in years.items():
        for table, number in tables.items():
            yield words.calendar_unpublished(table, number, year)
