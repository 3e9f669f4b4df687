"""From a goal to a submission that comes to it, or to the proof that none can.

The fast solver proposes outcomes; the real score and conclusion are asked of them; the oracle of
the rules is asked for a submission that has them; what the oracle says cannot stand together is
cut away, and the next proposal is asked for. Where there is none left, the exact solver must agree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Final

from checker.assessment.assess import assess_submission
from checker.assessment.sums import Verdict
from checker.language.mentions import tables
from checker.model.frozen import dataclass
from checker.model.outcome import NEEDS_PEOPLE, AssessmentKind, Possible
from checker.model.result import Result
from checker.model.rule import Acceptance, Rulebook
from checker.model.submission import SiteFinding, Submission
from checker.workbench.proof.goals import Goal
from checker.workbench.proof.linear import Model, Term, total
from checker.workbench.proof.milp import Nothing, propose
from checker.workbench.proof.outcome_model import OutcomeModel, outcome_model
from checker.workbench.proof.questions import Answer, Answers, Witness
from checker.workbench.proof.questions import Verdict as Asked
from checker.workbench.proof.refute import refuted
from checker.workbench.proof.specimens import Specimens
from checker.workbench.proof.supposition import Field, by_scheme, supposed

ROUNDS: Final = 40
"""Most proposals for one goal."""

MARGINS: Final = (1e-5, 1e-3)
"""How far proposals keep away from a strict bound; more where the first was not exact enough."""

COST: Final = {Possible.MET: 0, Possible.MISSED: 10, Possible.NEAR: 12, Possible.EMPTY: 30}
"""A witness says most where little in it is out of order and everything applies."""

SYSTEMIC: Final = 200
"""A failure that the rows may make a major one leaves the conclusion to the data."""


class Came(StrEnum):
    """What came of a goal."""

    REACHED = "reached"
    UNREACHABLE = "unreachable"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Attained:
    """A submission that the real engine has judged.

    Attributes:
        outcomes: of every rule that matters.
        result: what the engine said of the witness.
    """

    outcomes: Mapping[str, Possible]
    witness: Witness
    result: Result


@dataclass(frozen=True, slots=True)
class Reached:
    """What came of a goal.

    Attributes:
        attained: the submission that comes to it; None unless reached.
        rounds: how many proposals were put to the oracle.
        cut: the sets of rules that cannot have the outcomes wanted together, found on the way.
        why: what hindered a decision; "" if there is one.
    """

    goal: str
    came: Came
    attained: Attained | None = None
    rounds: int = 0
    cut: tuple[tuple[str, ...], ...] = ()
    why: str = ""


class Search:
    """Looks for submissions; what it learns for one goal holds for the next."""

    def __init__(self, field: Field, oracle: Answers, specimen: Submission | None = None) -> None:
        self.field = field
        self.specimens = Specimens(field, specimen) if specimen else None
        self.oracle = oracle
        self.model = outcome_model(field)
        self.attained: list[Attained] = []
        self.answers: dict[tuple[tuple[str, Possible], ...], Answer] = {}
        self._cuts: list[frozenset[tuple[str, Possible]]] = []
        self._doubtful: set[frozenset[tuple[str, Possible]]] = set()
        self._cost = _cost(self.model)

    def beside(self, field: Field) -> "Search":
        """Return a search under another scheme that shares what the oracle has said."""
        other = Search(field, self.oracle)
        if self.specimens is not None:
            other.specimens = Specimens(field, self.specimens.variants.specimen)
        other.answers, other._cuts, other._doubtful = self.answers, self._cuts, self._doubtful
        return other

    def reach(self, goal: Goal) -> Reached:
        """Return what came of a goal; submissions found for other goals count."""
        for known in self.attained:
            if self._comes_to(goal, known):
                return Reached(goal.id, Came.REACHED, known)
        for outcomes, witness in self.specimens.coming_to(goal) if self.specimens else ():
            found = Attained(outcomes, witness, judged(self.field.book, witness))
            if self._comes_to(goal, found):
                self.attained.append(found)
                return Reached(goal.id, Came.REACHED, found, 1)
        return self._search(goal)

    def _search(self, goal: Goal) -> Reached:
        asked = goal.ask(self.model)
        rounds, before = 0, len(self._cuts)
        while rounds < ROUNDS:
            model = self._with_cuts(asked.model)
            outcomes = self._proposal(goal, model)
            if outcomes is None:
                return self._nothing(goal, asked.model, rounds, before)
            if self.specimens is not None:
                return Reached(goal.id, Came.UNDECIDED, why="no variant")
            rounds += 1
            found = self._ask(outcomes)
            if found is not None and self._comes_to(goal, found):
                return Reached(goal.id, Came.REACHED, found, rounds, self._found(before))
            if found is not None:  # the rows decided otherwise: these outcomes may still do it
                self._doubt(outcomes.items())
        return Reached(
            goal.id, Came.UNDECIDED, None, rounds, self._found(before), f"rounds: {rounds}"
        )

    def _proposal(self, goal: Goal, model: Model) -> dict[str, Possible] | None:
        for margin in MARGINS:
            values = propose(model, self._cost, margin=margin)
            if isinstance(values, Nothing):
                return None
            outcomes = self._outcomes(values)
            if goal.met(partial(self.verdict, outcomes)):
                return outcomes
        return None

    def verdict(self, outcomes: Mapping[str, Possible], scheme: Acceptance) -> Verdict:
        """Return what the real score and conclusion say of outcomes."""
        return supposed(self.field, outcomes, scheme)

    def _comes_to(self, goal: Goal, found: Attained) -> bool:
        """Tell whether a submission comes to a goal; one whose conclusion is open does not."""

        def judge(scheme: Acceptance) -> Result:
            if scheme is self.field.scheme:
                return found.result
            return judged(by_scheme(self.field.book, scheme), found.witness)

        # supposing is cheap, judging a whole submission again is not
        may = goal.met(partial(self.verdict, found.outcomes))
        return may and bool(found.result.conclusion.id) and goal.met(judge)

    def _outcomes(self, values: Mapping[int, float]) -> dict[str, Possible]:
        return {
            rule: outcome
            for (rule, outcome), term in self.model.outcomes.items()
            if values[_only(term)] > 0.5
        }

    def _ask(self, outcomes: Mapping[str, Possible]) -> Attained | None:
        """Return the submission that has these outcomes; cut them away if there is none."""
        key = tuple(sorted(outcomes.items()))
        answer = self.answers.get(key)
        if answer is None:
            wanted = {rule: frozenset({outcome}) for rule, outcome in outcomes.items()}
            answer = self.answers[key] = self.oracle.joint(wanted)
        if answer.verdict is Asked.REACHED and answer.witness is not None:
            found = Attained(outcomes, answer.witness, judged(self.field.book, answer.witness))
            self.attained.append(found)
            return found
        core = answer.core or frozenset(outcomes)
        cut = frozenset((rule, outcomes[rule]) for rule in core)
        self._cuts.append(cut)
        if answer.verdict is not Asked.IMPOSSIBLE:
            self._doubtful.add(cut)
        return None

    def _doubt(self, outcomes: Iterable[tuple[str, Possible]]) -> None:
        cut = frozenset(outcomes)
        self._cuts.append(cut)
        self._doubtful.add(cut)

    def _nothing(self, goal: Goal, asked: Model, rounds: int, before: int) -> Reached:
        """Return what an exhausted goal means: proven only by cuts that are certain."""
        if refuted(self._with_cuts(asked, doubtful=False)):
            return Reached(goal.id, Came.UNREACHABLE, None, rounds, self._found(0))
        why = "not confirmed" if self._doubtful else "not refuted"
        return Reached(goal.id, Came.UNDECIDED, None, rounds, self._found(before), why)

    def _with_cuts(self, model: Model, *, doubtful: bool = True) -> Model:
        model = model.copy()
        for cut in self._cuts:
            known = cut <= self.model.outcomes.keys()
            if known and (doubtful or cut not in self._doubtful):
                stand = total(self.model.outcomes[pair] for pair in sorted(cut))
                model.at_least(stand * -1, 1 - len(cut))
        return model

    def _found(self, before: int) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(sorted(rule for rule, _ in cut)) for cut in self._cuts[before:])


def judged(book: Rulebook, witness: Witness) -> Result:
    """Return what the real engine says of a witness."""
    return assess_submission(book, witness.submission)


def reviewed(book: Rulebook, witness: Witness) -> Result:
    """Return what a review says of a witness once everything is confirmed on site."""
    submission = witness.submission
    on = submission.assessed_on
    confirmed = tuple(
        SiteFinding(rule.id, method.value, "confirmed", "", "", on)
        for rule in book.rules
        for method in rule.verification
        if method in NEEDS_PEOPLE
    )
    review = replace(submission, kind=AssessmentKind.ASSOCIATION, site_findings=confirmed)
    return assess_submission(book, review)


def _cost(model: OutcomeModel) -> Term:
    """Return what outcomes cost that differ from everything being met.

    A rule whose tables few others read is cheap to let fail: what was found for the rest stays.
    """
    systemic = {s.rule for s in model.field.stakes if s.systemic}
    beside = _beside(model.field.book)
    costs: dict[tuple[str, Possible], int] = {}
    for rule, outcome in model.outcomes:
        cost = COST[outcome]
        if cost:
            cost += beside[rule]
        if rule in systemic and outcome in (Possible.NEAR, Possible.MISSED):
            cost += SYSTEMIC
        costs[rule, outcome] = cost
    return total(term * costs[pair] for pair, term in model.outcomes.items())


def _beside(book: Rulebook) -> dict[str, int]:
    """Return with how many rules each is linked by the tables that they read."""
    groups: list[tuple[set[str], list[str]]] = []
    for rule in book.rules:
        read, rules = set(tables(rule.check, book.dictionary)), [rule.id]
        if rule.applies_when is not None:
            read.add(book.dictionary.subject)
        for group in [g for g in groups if g[0] & read]:
            groups.remove(group)
            read |= group[0]
            rules += group[1]
        groups.append((read, rules))
    return {rule: len(rules) for _, rules in groups for rule in rules}


def _only(term: Term) -> int:
    return next(iter(term.factors))
