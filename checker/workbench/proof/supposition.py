"""Outcomes that are only supposed, put through the real score and the real conclusion.

What is proven about the score is proven about the functions that score submissions: a supposed
finding is a finding without data, and goes the way that every finding goes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from checker.assessment.assess import verdict
from checker.assessment.findings import Assessed, outcome_of
from checker.assessment.sums import Verdict
from checker.language.evaluate import Judgement
from checker.language.mentions import leaves
from checker.model.check import Ratio
from checker.model.dictionary import Dictionary
from checker.model.frozen import dataclass
from checker.model.outcome import AssessmentKind, Confirmation, Level, Possible, Reason
from checker.model.result import Measured, MissingData
from checker.model.rule import Acceptance, Rule, Rulebook
from checker.model.submission import Period, Submission

Supposed = Mapping[str, frozenset[Possible]]
"""What each rule may come to, by id."""

_NO_DATA = Submission(
    AssessmentKind.SELF, Period(date(2000, 1, 1), date(2000, 12, 31)), date(2000, 12, 31), {}
)


@dataclass(frozen=True, slots=True)
class Stake:
    """What one rule can do to the score and the conclusion.

    Attributes:
        weight: what it weighs in its item; 0 if it only records or is only shown.
        options: the outcomes it can have, best first.
        held: whether its failure is a nonconformity (应, and scored).
        major: whether that is a major one in any case.
        systemic: whether it may be a major one because of the rows that fail.
        veto: whether its failure is a veto.
    """

    rule: str
    item: str
    weight: int
    options: tuple[Possible, ...]
    held: bool
    major: bool
    systemic: bool
    veto: bool


@dataclass(frozen=True, slots=True)
class StakedItem:
    """An evaluated item: its points and the stakes of its rules."""

    no: str
    chapter: str
    points: int
    stakes: tuple[Stake, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A rulebook seen by its score alone."""

    book: Rulebook
    items: tuple[StakedItem, ...]

    @property
    def scheme(self) -> Acceptance:
        """Return the acceptance scheme in force."""
        return self.book.acceptance

    @property
    def stakes(self) -> tuple[Stake, ...]:
        """Return the stakes of every rule, in the order of the items."""
        return tuple(s for i in self.items for s in i.stakes)

    def open(self) -> dict[str, frozenset[Possible]]:
        """Return the supposition that says nothing: every rule may come to all it can."""
        return {s.rule: frozenset(s.options) for s in self.stakes}


_ORDER = (Possible.MET, Possible.NEAR, Possible.MISSED, Possible.EMPTY)


def field(book: Rulebook, possible: Mapping[str, frozenset[Possible]]) -> Field:
    """Return a rulebook seen by its score.

    Args:
        possible: the outcomes that each rule can have, by id.
    """
    by_item: dict[str, list[Stake]] = {}
    for rule in book.rules:
        by_item.setdefault(rule.item, []).append(_stake(rule, book, possible[rule.id]))
    return Field(book, tuple(
        StakedItem(item.no, chapter.no, item.points, tuple(by_item[item.no]))
        for chapter in book.standard.chapters
        for item in chapter.items
        if item.no in by_item
    ))  # fmt: skip


def _stake(rule: Rule, book: Rulebook, possible: frozenset[Possible]) -> Stake:
    held = rule.scored and rule.level is Level.REQUIREMENT
    counts = rule.scored and rule.level is not Level.PERMISSION
    veto = rule.scored and rule.id in book.acceptance.enabled_vetoes
    return Stake(
        rule=rule.id,
        item=rule.item,
        weight=rule.weight if counts else 0,
        options=tuple(sorted(possible, key=_ORDER.index)),
        held=held,
        major=held and (rule.severity.value == "major" or veto),
        systemic=held and _systemic_leaf(rule, book.acceptance, book.dictionary) is not None,
        veto=veto,
    )


def _systemic_leaf(rule: Rule, scheme: Acceptance, dictionary: Dictionary) -> str | None:
    """Return the table that may make a failure of the rule a systemic one."""
    for leaf in leaves(rule.check) if scheme.systemic_rows else ():
        measure = leaf.measure
        if isinstance(measure, Ratio):
            continue
        population = dictionary.populations.get(measure.of)
        table = population.of if population else measure.of
        if table in scheme.systemic_tables:
            return table
    return None


def suppose(book: Rulebook, supposed: Supposed) -> Verdict:
    """Return what a self-assessment comes to if the rules come to what is supposed.

    Where a failure may be a systemic one, the conclusion stays as open as it then is: how many
    rows fail is for the data to say.
    """
    return verdict(book, _NO_DATA, [_assessed(r, book, supposed[r.id]) for r in book.rules])


def supposed(field: Field, outcomes: Mapping[str, Possible], scheme: Acceptance) -> Verdict:
    """Return what outcomes come to by a scheme; of rules that are not named, any may be."""
    every = {s.rule: outcomes.get(s.rule, s.options[0]) for s in field.stakes}
    return suppose(by_scheme(field.book, scheme), sure(every))


def by_scheme(book: Rulebook, scheme: Acceptance) -> Rulebook:
    """Return a rulebook that judges by another scheme."""
    return book if scheme is book.acceptance else replace(book, acceptance=scheme)


def points(book: Rulebook, supposed: Supposed) -> Fraction:
    """Return the total of a supposition in which every rule has one outcome."""
    found = suppose(book, supposed).points
    assert found.worst == found.best
    return found.best


def sure(outcomes: Mapping[str, Possible]) -> dict[str, frozenset[Possible]]:
    """Return the supposition that every rule has the outcome given."""
    return {rule: frozenset({outcome}) for rule, outcome in outcomes.items()}


def _assessed(rule: Rule, book: Rulebook, possible: frozenset[Possible]) -> Assessed:
    outcome = outcome_of(possible)
    return Assessed(
        rule=rule,
        judgement=Judgement(possible, ()),
        data_outcome=outcome,
        outcome=outcome,
        reason=None,
        explanation="",
        confirmation=Confirmation.NOT_NEEDED,
        counted=possible,
        measured=tuple(_measured(rule, book, possible)),
    )


def _measured(rule: Rule, book: Rulebook, possible: frozenset[Possible]) -> Iterable[Measured]:
    """Yield leaves without numbers; an open table stands for rows that may or may not fail."""
    table = _systemic_leaf(rule, book.acceptance, book.dictionary)
    lacking = (MissingData(table, table, Reason.TABLE_PARTIAL),) if table else ()
    for _ in leaves(rule.check):
        yield Measured(
            sentence="", measure="", unit="", value=None, may_be_empty=False, limit="",
            population=(0, 0), possible=tuple(possible), missing=lacking, table=table or "",
        )  # fmt: skip
