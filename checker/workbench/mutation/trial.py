"""Trying mutants on the cases of their rule: killed by the first case that comes out otherwise."""

from collections.abc import Iterable, Sequence

from checker.assessment.findings import outcome_of
from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.model.frozen import dataclass
from checker.model.rule import Rulebook
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


def trial(mutants: Iterable[Mutant], cases: Sequence[Case], book: Rulebook) -> list[Tried]:
    """Return what became of each mutant of a rule on the cases of that rule.

    Raises:
        Rejected: a case cannot be read.
    """
    ready = [_Ready(prepare(case, book), book) for case in cases]
    return [_tried(mutant, ready, book) for mutant in mutants]


class _Ready:
    """A case with its facts, which remember what mutants that share conditions ask again."""

    def __init__(self, prepared: Prepared, book: Rulebook) -> None:
        self.prepared = prepared
        self.own = frozenset(prepared.case.shape.parameters)
        self.plain = prepared.facts(book, prepared.values)

    def facts(self, mutant: Mutant, book: Rulebook) -> Facts | None:
        """Return the facts under a mutant; None where the case sets the value that it changes."""
        if not mutant.parameter:
            return self.plain
        if mutant.parameter in self.own:
            return None
        return self.prepared.facts(book, mutant.values(self.prepared.values))


def _tried(mutant: Mutant, ready: Sequence[_Ready], book: Rulebook) -> Tried:
    open_: list[tuple[int, Facts]] = []
    for index, one in enumerate(ready):
        facts = one.facts(mutant, book)
        if facts is None:
            continue
        judgement = evaluate(mutant.changed.check, facts, mutant.changed.applies_when)
        if outcome_of(judgement.possible) is not one.prepared.case.shape.expect.outcome:
            return Tried(mutant.id, index, by_outcome=True)
        open_.append((index, facts))
    for index, facts in open_:  # dearer: numbers, reasons and rows
        assessed = judge(mutant.changed, facts, book)
        if differences(ready[index].prepared.case, assessed):
            return Tried(mutant.id, index)
    return Tried(mutant.id)
