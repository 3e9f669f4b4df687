"""Looks among the variants of one complete submission for those that come to a goal."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import partial

from checker.assessment.sums import Verdict
from checker.model.outcome import Possible
from checker.model.rule import Acceptance, ConclusionChoice
from checker.model.submission import Submission
from checker.workbench.proof.goals import Goal, Judge
from checker.workbench.proof.questions import Witness
from checker.workbench.proof.supposition import Field, supposed, sure
from checker.workbench.proof.variants import Taken, Variants, orders, summing


class Specimens:
    """The variants of a submission, scored as they are asked for; each is scored once."""

    def __init__(self, field: Field, specimen: Submission) -> None:
        self.field = field
        self.variants = Variants(field.book, specimen)
        self._verdicts: dict[tuple[Taken, tuple[ConclusionChoice, ...]], Verdict] = {}
        self._single: tuple[dict[str, Fraction], list[str]] | None = None

    def coming_to(self, goal: Goal) -> Iterator[tuple[dict[str, Possible], Witness]]:
        """Yield submissions that come to a goal, as far as their outcomes tell."""
        for taken in self._taken(goal):
            judge, outcomes = self._judge(taken), self.variants.outcomes(taken)
            if judge is not None and outcomes is not None and goal.met(judge):
                data = {"without": sorted(taken)}
                yield outcomes, Witness(data, self.variants.submission(taken), sure(outcomes))

    def _judge(self, taken: Taken) -> Judge | None:
        outcomes = self.variants.outcomes(taken)
        return partial(self._supposed, taken, outcomes) if outcomes is not None else None

    def _supposed(
        self, taken: Taken, outcomes: Mapping[str, Possible], scheme: Acceptance
    ) -> Verdict:
        key = taken, scheme.conclusions
        if key not in self._verdicts:
            self._verdicts[key] = supposed(self.field, outcomes, scheme)
        return self._verdicts[key]

    def _growing(self, goal: Goal, tables: Iterable[str]) -> Iterator[Taken]:
        """Yield more and more tables, leaving out those that fail another condition too."""
        taken: Taken = frozenset()
        for table in tables:
            more = taken | {table}
            judge = self._judge(more)
            if judge is not None and goal.keeps is not None and goal.keeps(judge):
                taken = more
                yield taken

    def _taken(self, goal: Goal) -> Iterator[Taken]:
        base = self.variants.outcomes(frozenset())
        if base is None:
            return
        whole = supposed(self.field, base, self.field.scheme)
        losses, harmless = self._losses(whole)
        if goal.points is None:
            yield from orders(losses, harmless)
            if goal.keeps is not None:
                for order in self._single_orders(whole, losses):
                    yield from self._growing(goal, order)
        else:
            step = Fraction(1, 10**self.field.scheme.decimals)
            yield from summing(losses, whole.points.best - goal.points, step)

    def _single_orders(self, whole: Verdict, losses: Mapping[str, Fraction]) -> Iterator[list[str]]:
        """Yield tables dearest first: for the whole, and for each chapter."""
        yield sorted(losses, key=lambda t: (-losses[t], t))
        for n, chapter in enumerate(whole.chapters):
            cost: dict[str, Fraction] = {}
            for table in losses:
                judge = self._judge(frozenset({table}))
                if judge is not None:
                    left = judge(self.field.scheme).chapters[n].points.best
                    cost[table] = chapter.points.best - left
            yield sorted((t for t in cost if cost[t]), key=lambda t: (-cost[t], t))

    def _losses(self, whole: Verdict) -> tuple[dict[str, Fraction], list[str]]:
        """Return what each table's absence costs, and those that leave the conclusion as it is."""
        if self._single is None:
            losses: dict[str, Fraction] = {}
            harmless = []
            for table in self.variants.tables:
                outcomes = self.variants.outcomes(frozenset({table}))
                if outcomes is None:
                    continue
                verdict = supposed(self.field, outcomes, self.field.scheme)
                losses[table] = whole.points.best - verdict.points.best
                if verdict.conclusion.id == whole.conclusion.id:
                    harmless.append(table)
            self._single = losses, harmless
        return self._single
