"""Trying mutants on the cases of their rule: killed by the first case that comes out otherwise."""

from collections.abc import Iterable, Sequence
from typing import Final

from checker.assessment.findings import Assessed, outcome_of
from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.model.frozen import dataclass
from checker.model.outcome import Outcome
from checker.model.problem import Rejected
from checker.model.rule import Rule, Rulebook
from checker.workbench.cases import Case, Prepared, differences, judge, prepare
from checker.workbench.mutation.mutants import Mutant

_VERDICTS: Final = (Outcome.PASSED, Outcome.FAILED)
"""The outcomes that a case comes to by what its rule says."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one mutant.

    Attributes:
        mutant: id of the mutant within its rule.
        killer: index of the case that came out otherwise; None if all came out as they say.
        by_outcome: whether the outcome was another one, not only a measured value or a row.
    """

    mutant: str
    killer: int | None = None
    by_outcome: bool = False

    @property
    def killed(self) -> bool:
        """Tell whether some case came out otherwise."""
        return self.killer is not None


@dataclass(frozen=True, slots=True)
class RuleTrial:
    """What became of the mutants of one rule.

    Attributes:
        holds: whether the cases hold for the rule as it is; if not, nothing was tried.
        tried: every mutant.
        blind: the cases, by index, that come out the same whatever mutant stands there, though they
            have no other use.
    """

    holds: bool
    tried: tuple[Tried, ...] = ()
    blind: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """A case that holds for the rule as it is.

    Attributes:
        facts: its facts, which remember what mutants that share conditions ask again.
        assessed: what the rule says of it.
    """

    prepared: Prepared
    facts: Facts
    assessed: Assessed

    @property
    def case(self) -> Case:
        """Return the case itself."""
        return self.prepared.case

    def under(self, mutant: Mutant, book: Rulebook) -> Facts | None:
        """Return the facts under a mutant; None where the case sets the value that it changes."""
        if not mutant.parameter:
            return self.facts
        if mutant.parameter in self.case.shape.parameters:
            return None
        return self.prepared.facts(book, mutant.values(self.prepared.values))


def make_ready(rule: Rule, cases: Iterable[Case], book: Rulebook) -> list[Ready] | None:
    """Return the cases of a rule, ready to be tried; None unless every one of them holds."""
    found = []
    for case in cases:
        try:
            prepared = prepare(case, book)
        except Rejected:
            return None
        facts = prepared.facts(book, prepared.values)
        assessed = judge(rule, facts, book)
        if differences(case, assessed):
            return None
        found.append(Ready(prepared, facts, assessed))
    return found


def attempts(
    mutants: Iterable[Mutant], cases: Sequence[Ready], book: Rulebook
) -> tuple[Tried, ...]:
    """Return what became of some mutants of a rule, without looking for blind cases."""
    return tuple(_tried(mutant, cases, book) for mutant in mutants)


def trial(mutants: Sequence[Mutant], cases: Sequence[Ready], book: Rulebook) -> RuleTrial:
    """Return what became of each mutant of a rule on the cases of that rule."""
    tried = attempts(mutants, cases, book)
    seen = {one.killer for one in tried}
    blind = [
        index
        for index, case in enumerate(cases)
        if index not in seen
        and _must_see(case, cases)
        and not any(_tried(mutant, [case], book).killed for mutant in mutants)
    ]
    return RuleTrial(holds=True, tried=tried, blind=tuple(blind))


def _must_see(case: Ready, cases: Sequence[Ready]) -> bool:
    """Tell whether a case has no other use than to tell a rule from its mutants.

    That nothing is known needs no rule to say so; a parameter that is set shows that it is read;
    and of each outcome one case is wanted in any event.
    """
    shape = case.case.shape
    alone = [c.case.shape.expect.outcome for c in cases].count(shape.expect.outcome) == 1
    return shape.expect.outcome in _VERDICTS and not shape.parameters and not alone


def _tried(mutant: Mutant, cases: Sequence[Ready], book: Rulebook) -> Tried:
    open_: list[tuple[int, Facts]] = []
    for index, one in enumerate(cases):
        facts = one.under(mutant, book)
        if facts is None:
            continue
        judgement = evaluate(mutant.changed.check, facts, mutant.changed.applies_when)
        if outcome_of(judgement.possible) is not one.case.shape.expect.outcome:
            return Tried(mutant.id, index, by_outcome=True)
        open_.append((index, facts))
    for index, facts in open_:  # dearer: numbers, reasons and rows
        if differences(cases[index].case, judge(mutant.changed, facts, book)):
            return Tried(mutant.id, index)
    return Tried(mutant.id)
