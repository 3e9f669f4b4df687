"""Turns of an outcome asked of the solver: a witness, or the certainty that there is none."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from checker.language.mentions import leaves
from checker.model.check import FewestPer, OverPeriod
from checker.model.outcome import Possible
from checker.model.rule import Rule, Rulebook
from checker.workbench.comparison.meaning import Ask, Flip, Turn, flip
from checker.workbench.comparison.meaning import turn as turned
from checker.workbench.comparison.parts import Part, Parts, changed
from checker.workbench.comparison.shrinking import shrunk
from checker.workbench.proof.oracle import Oracle
from checker.workbench.proof.questions import (
    HALF_YEAR,
    WHOLE_YEAR,
    Answer,
    Circumstances,
    Outcomes,
    Subject,
    Verdict,
    subject,
)

OLD: Final = "old"
NEW: Final = "new"

_PASSING: Final = frozenset({Possible.MET, Possible.EMPTY})
_FAILING: Final = frozenset({Possible.NEAR, Possible.MISSED})
_NEAR: Final = frozenset({Possible.NEAR})
_MISSED: Final = frozenset({Possible.MISSED})
_MET: Final = frozenset({Possible.MET})
_EMPTY: Final = frozenset({Possible.EMPTY})

QUESTIONS: Final[dict[Turn, tuple[tuple[Outcomes, Outcomes], ...]]] = {
    Turn.WORSE: ((_PASSING, _FAILING), (_NEAR, _MISSED)),
    Turn.BETTER: ((_FAILING, _PASSING), (_MISSED, _NEAR)),
    Turn.SPARED: ((_MET, _EMPTY),),
    Turn.ASKED: ((_EMPTY, _MET),),
}
"""For each turn, what the old and the new version must say; each pair is a question."""

Sides = tuple[Rule, Rulebook]


def asking(old: Sides, new: Sides) -> Ask:
    """Return what answers for one rule in two versions."""
    depends = any(_has_length(node) for r, _ in (old, new) for node in (r.check, r.applies_when))
    moments = _circumstances(whole=depends)
    parts = changed(old, new)
    whole = _Asked(subject(*old), subject(*new), moments, _possible(old, new, parts))

    def ask(turn: Turn) -> tuple[Flip | None, bool]:
        if parts and (
            turn in (Turn.SPARED, Turn.ASKED) or _all_exclude(parts, turn, old, new, moments)
        ):
            return None, True
        excluded = True
        for answer in whole.answers(turn):
            excluded = excluded and answer.verdict is Verdict.IMPOSSIBLE
            if answer.witness and answer.reached:
                found = flip(answer.witness.data, old, new)
                if found and found.turn is turn:
                    return shrunk(found, old, new), False
        return None, excluded

    return ask


class _Asked:
    """Two checks about which questions are asked, under each of some circumstances.

    Args:
        possible: pairs of outcomes, old and new, that are not known to be impossible.
    """

    def __init__(
        self,
        old: Subject,
        new: Subject,
        moments: Sequence[Circumstances],
        possible: frozenset[tuple[Possible, Possible]],
    ) -> None:
        self.subjects = {OLD: old, NEW: new}
        self.moments = moments
        self.possible = possible
        self._oracles: list[Oracle] = []

    def answers(self, turn: Turn) -> Iterator[Answer]:
        """Yield the answer to each question of a turn that is worth asking."""
        if not self._oracles:
            self._oracles = [Oracle(self.subjects, moment) for moment in self.moments]
        for oracle in self._oracles:
            for was, now in QUESTIONS[turn]:
                if any((a, b) in self.possible for a in was for b in now):
                    yield oracle.ask({OLD: was, NEW: now})


def _possible(old: Sides, new: Sides, parts: Parts | None) -> frozenset[tuple[Possible, Possible]]:
    """Return what a rule can come to in both versions, as far as that is plain."""
    if parts and parts.whole and parts.leaves[0].outcomes is not None:
        return parts.leaves[0].outcomes
    known = set(Possible) if _tolerant(old, new) else set(Possible) - {Possible.NEAR}
    return frozenset(product(known, known))


def _all_exclude(
    parts: Parts, turn: Turn, old: Sides, new: Sides, moments: Sequence[Circumstances]
) -> bool:
    """Tell whether no leaf that changed can turn so: then neither can the whole."""
    return all(_excludes(part, turn, old, new, moments) for part in parts.leaves)


def _excludes(
    part: Part, turn: Turn, old: Sides, new: Sides, moments: Sequence[Circumstances]
) -> bool:
    if part.outcomes is not None:
        return all(turned(a, b) is not turn for a, b in part.outcomes)
    near = {Possible.NEAR} if part.old.expect.tolerance or part.new.expect.tolerance else set()
    known = {Possible.MET, Possible.MISSED} | near
    subjects = Subject(part.old, None, old[1]), Subject(part.new, None, new[1])
    asked = _Asked(*subjects, moments, frozenset(product(known, known)))
    return all(answer.verdict is Verdict.IMPOSSIBLE for answer in asked.answers(turn))


def _tolerant(old: Sides, new: Sides) -> bool:
    return any(leaf.expect.tolerance for rule, _ in (old, new) for leaf in leaves(rule.check))


def _circumstances(*, whole: bool) -> tuple[Circumstances, ...]:
    """Return the periods asked about: two where a limit grows with the length of the period."""
    return (HALF_YEAR, WHOLE_YEAR) if whole else (HALF_YEAR,)


def _has_length(node: object) -> bool:
    if isinstance(node, OverPeriod | FewestPer):
        return True
    if isinstance(node, tuple):
        return any(_has_length(member) for member in node)
    return any(_has_length(getattr(node, n)) for n in getattr(type(node), "__slots__", ()))
