"""What must hold of every list of tables to hand in, worked out another way than the program does.

A rule belongs to the step with which the last of its tables is there; how far the steps get is
asked of the whole score, with findings that are only supposed.
"""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from checker.assessment.assess import assessed_rules, verdict
from checker.assessment.findings import Assessed
from checker.model.outcome import Confirmation, Level, Outcome, Possible
from checker.model.result import Result
from checker.model.rule import Rulebook
from checker.model.submission import Submission

BEST_FIRST = (Possible.MET, Possible.NEAR, Possible.MISSED)


def claims(book: Rulebook, submission: Submission, result: Result) -> None:
    """Assert all that is said of what to hand in."""
    found = assessed_rules(book, submission)
    needs = {a.rule.id: needed(a) for a in found if a.outcome is Outcome.CANT_TELL}
    steps = result.to_hand_in
    there: set[str] = set()
    for step in steps:
        before = set(there)
        there.add(step.table)
        told = {r for r, tables in needs.items() if tables and tables <= there}
        new = {r for r in told if not needs[r] <= before}
        assert {*step.rules, *step.uncounted} == new
        assert len(step.rules) + len(step.uncounted) == len(new)
        assert set(step.rules) == {a.rule.id for a in found if a.rule.id in new and counts(a)}
        assert step.points == risen(book, submission, result, found, told)
        sure = {a.rule.id for a in found if a.confirmation is not Confirmation.PENDING} & told
        certain = risen(book, submission, result, found, sure)
        assert abs(step.points - step.on_site - certain) <= Fraction(
            1, 10**book.acceptance.decimals
        )
        assert 0 <= step.on_site <= step.points
    assert there == set().union(*needs.values())
    if steps:
        assert steps[-1].points <= result.points.best - result.points.worst
    points = [s.points for s in steps]
    assert points == sorted(points)


def needed(one: Assessed) -> frozenset[str]:
    """The tables that a rule waits for."""
    missing = [*one.missing_condition, *(m for leaf in one.measured for m in leaf.missing)]
    return frozenset(m.table for m in missing)


def counts(one: Assessed) -> bool:
    """Whether a rule adds or costs points."""
    return one.rule.scored and one.rule.level is not Level.PERMISSION and one.rule.weight > 0


def risen(
    book: Rulebook,
    submission: Submission,
    result: Result,
    found: Iterable[Assessed],
    told: Iterable[str],
) -> Fraction:
    """By how much the worst case is higher if some rules come out as well as they can."""
    supposed = [
        replace(a, counted=frozenset({next(p for p in BEST_FIRST if p in a.counted)}))
        if a.rule.id in told
        else a
        for a in found
    ]
    return verdict(book, submission, supposed).points.worst - result.points.worst
