"""Trying mutants on the cases of their rule: killed by the first case that comes out otherwise."""

from collections.abc import Iterable, Sequence

from checker.assessment.findings import Assessed, outcome_of
from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.model.frozen import dataclass
from checker.model.problem import Rejected
from checker.model.rule import Rule, Rulebook
from checker.workbench.cases import Case, Prepared, differences, judge, prepare
from checker.workbench.mutation.mutants import Mutant


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


def trial(mutants: Iterable[Mutant], cases: Sequence[Ready], book: Rulebook) -> list[Tried]:
    """Return what became of each mutant of a rule on the cases of that rule."""
    return [_tried(mutant, cases, book) for mutant in mutants]


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
