"""The cheapest witness first: the rules' own cases, joined, and the solver for what is left."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Final, Protocol

from checker.language.solve.frame import Reads
from checker.model.dictionary import Dictionary
from checker.workbench.proof.confirming import confirmed
from checker.workbench.proof.joining import WAYS, joined
from checker.workbench.proof.pool import Pool, Sample
from checker.workbench.proof.questions import Answer, Answers, Outcomes, Subject, Verdict
from checker.workbench.rule_set import RuleSet

MOST: Final = 3
"""Most rules that cases are joined for."""

TRIES: Final = 120
"""Proposals that are judged before the solver is asked: judging a hundred costs less than it."""

CONFIRMED: Final = 5
"""Proposals that come to what is wanted, of which one must be readable."""


class Solver(Answers, Protocol):
    """Whoever answers what cases do not."""

    subjects: dict[str, Subject]
    dictionary: Dictionary

    @property
    def reads(self) -> Mapping[str, Reads]:
        """Return what each subject reads."""
        ...


class Witnesses:
    """Answers as the solver does, from the cases where they will do.

    Cases have an assessment period of their own, the solver's submissions another. Either shows
    that something is possible; a case that shows it keeps the solver from saying it is not.

    Attributes:
        by: how many questions were answered by cases and by the solver; each is counted once.
    """

    def __init__(self, rule_set: RuleSet, solver: Solver) -> None:
        self.solver = solver
        self.pool = Pool(rule_set, solver.subjects, solver.reads)
        self.by: Counter[str] = Counter()
        self._answers: dict[frozenset[tuple[str, Outcomes]], Answer] = {}

    def tables(self, name: str) -> frozenset[str]:
        """Return the tables that a rule reads."""
        return self.solver.tables(name)

    def ask(self, wanted: Mapping[str, Outcomes]) -> Answer:
        """Tell whether a few rules can have outcomes together."""
        key = frozenset(wanted.items())
        if key not in self._answers:
            found = self._from_cases(wanted)
            self.by["cases" if found else "solver"] += 1
            self._answers[key] = found or self.solver.ask(wanted)
        return self._answers[key]

    def joint(self, wanted: Mapping[str, Outcomes]) -> Answer:
        """Tell the same of any number of rules."""
        found = self._from_cases(wanted) if len(wanted) <= MOST else None
        return found or self.solver.joint(wanted)

    def _from_cases(self, wanted: Mapping[str, Outcomes]) -> Answer | None:
        hopes = CONFIRMED
        for sample in self._proposals(wanted):
            answer = confirmed(
                self.solver.subjects, wanted, sample.tables,
                self.solver.dictionary, self.pool.circumstances(sample),
            )  # fmt: skip
            if answer.verdict is Verdict.REACHED:
                return answer
            hopes -= 1
            if not hopes:
                break
        return None

    def _proposals(self, wanted: Mapping[str, Outcomes]) -> Iterator[Sample]:
        """Yield samples in which every rule has an outcome that is wanted, the simplest first."""
        tries = TRIES
        for sample in _simplest(self.pool, wanted, self.solver.dictionary):
            if all(self.pool.outcome(n, sample) in wanted[n] for n in sorted(wanted)):
                yield sample
            tries -= 1
            if not tries:
                return


def _simplest(
    pool: Pool, wanted: Mapping[str, Outcomes], dictionary: Dictionary
) -> Iterator[Sample]:
    """Yield what may come to what is wanted: cases as they are, then joined."""
    names = sorted(wanted)
    samples = [pool.samples(name, wanted[name]) for name in names]
    if len(names) == 1:
        yield from samples[0]
        return
    ranks = sorted(product(*(range(len(s)) for s in samples)), key=lambda r: (sum(r), r))
    for rank in ranks:
        for way in WAYS:
            whole = samples[0][rank[0]]
            for place, n in enumerate(rank[1:], 1):
                whole = joined(whole, samples[place][n], way, dictionary)
            yield whole
