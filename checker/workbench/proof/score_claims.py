"""The claims on the score of a rule set, all together: what `prove` says beyond single rules."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from checker.language.mentions import leaves
from checker.model.check import Check, Count, Covered, Distinct, Leaf, Sum, TimeCovered
from checker.model.outcome import AssessmentKind, Outcome, Possible
from checker.model.problem import Rejected
from checker.model.rule import Rule
from checker.model.submission import Submission
from checker.submission.reading import read
from checker.workbench.case_files import ExpectShape
from checker.workbench.diagnostic import Diagnostic, Examined
from checker.workbench.proof import score_words as words
from checker.workbench.proof.claimed import Claimed, complaint
from checker.workbench.proof.claims_monotone import monotone_claims
from checker.workbench.proof.claims_reach import goals, reach_claims
from checker.workbench.proof.claims_redistribution import redistribution_claims
from checker.workbench.proof.claims_veto import veto_claims, vetoes
from checker.workbench.proof.questions import Answers
from checker.workbench.proof.questions import Verdict as Asked
from checker.workbench.proof.reach import Search
from checker.workbench.proof.supposition import field
from checker.workbench.rule_set import RuleSet


def score_claims(
    rule_set: RuleSet,
    oracle: Answers,
    progress: Callable[[str], None],
    specimen: Submission | None = None,
    lifts: Callable[[], Claimed] | None = None,
) -> tuple[tuple[Diagnostic, ...], tuple[Examined, ...], dict[str, Any]]:
    """Return what was found, what was examined, and the figures as plain data.

    Args:
        oracle: asked of rules by their ids.
        progress: told in a few words what is being looked at.
        specimen: a complete submission to make the submissions from that come to a grade or
            a conclusion; the one that is declared if None, and the oracle if there is none.
        lifts: gives the claims on redistribution where somebody else works them out.
    """
    unread: tuple[Diagnostic, ...] = ()
    if specimen is None:
        specimen, unread = declared_specimen(rule_set)
    if specimen is not None:  # what waits for confirmation on site counts as the data say
        specimen = replace(specimen, kind=AssessmentKind.SELF)
    known = field(rule_set.book, possible_outcomes(rule_set, oracle))
    search = Search(known, oracle, specimen)
    families = (
        reach_claims(rule_set, search, progress),
        veto_claims(rule_set, search, progress),
        monotone_claims(rule_set, known),
        lifts() if lifts else redistribution_claims(rule_set, known, oracle, progress),
    )
    diagnostics = (*unread, *(d for f in families for d in f.diagnostics))
    examined = tuple(e for f in families for e in f.examined)
    figures = {key: value for f in families for key, value in f.figures.items()}
    return diagnostics, examined, figures


def score_steps(rule_set: RuleSet) -> int:
    """Return how often progress is told where somebody else works out the lifts."""
    every = dict.fromkeys((rule.id for rule in rule_set.book.rules), frozenset(Possible))
    return goals(rule_set, field(rule_set.book, every)) + len(tuple(vetoes(rule_set)))


def declared_specimen(rule_set: RuleSet) -> tuple[Submission | None, tuple[Diagnostic, ...]]:
    """Return the complete submission that the keepers of the rules name."""
    named = rule_set.declared.shape.specimen
    if named is None:
        return None, ()
    try:
        found = read(rule_set.folder / named, rule_set.book.dictionary)
    except Rejected as rejected:
        place = rule_set.declared.place("specimen")
        said = words.specimen_unread(named, str(rejected.problems[0]))
        return None, (complaint("score-undecided", place, said),)
    return found, ()


def possible_outcomes(rule_set: RuleSet, oracle: Answers) -> dict[str, frozenset[Possible]]:
    """Return the outcomes that each rule can have, those that nobody could rule out among them.

    What a case shows need not be asked. More outcomes than there are would do no harm to what is
    proven unreachable, and what is reached has a witness of its own.
    """
    return {rule.id: _possible(rule, rule_set, oracle) for rule in rule_set.book.rules}


def _possible(rule: Rule, rule_set: RuleSet, oracle: Answers) -> frozenset[Possible]:
    shown = {_shown(case.shape.expect) for case in rule_set.cases_of(rule.id)}
    tolerant = any(leaf.expect.tolerance is not None for leaf in leaves(rule.check))
    barred = set() if tolerant else {Possible.NEAR}
    if rule.applies_when is None and never_empty(rule.check):
        barred.add(Possible.EMPTY)
    found = frozenset(
        p for p in Possible
        if p in shown
        or (
            p not in barred
            and oracle.ask({rule.id: frozenset({p})}).verdict is not Asked.IMPOSSIBLE
        )
    )  # fmt: skip
    return found or frozenset({Possible.EMPTY})


def _shown(expect: ExpectShape) -> Possible | None:
    """Return the outcome that a case shows; None if it shows an undecided one."""
    if expect.outcome is Outcome.FAILED:
        return Possible.NEAR if expect.near else Possible.MISSED if expect.near is False else None
    found = {Outcome.PASSED: Possible.MET, Outcome.INAPPLICABLE: Possible.EMPTY}
    return found.get(expect.outcome)


def never_empty(check: Check) -> bool:
    """Tell whether a check has an outcome whatever the rows, by its form alone."""
    if not isinstance(check, Leaf):
        return any(never_empty(member) for member in check.members)
    valued = Count | Sum | Distinct | Covered | TimeCovered
    return check.when_empty == "failed" or isinstance(check.measure, valued)
