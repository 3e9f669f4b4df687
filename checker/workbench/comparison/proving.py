"""Turns of an outcome asked of the solver: a witness, or the certainty that there is none."""

from collections.abc import Iterator
from typing import Final

from checker.model.check import FewestPer, OverPeriod
from checker.model.outcome import Possible
from checker.model.rule import Rule, Rulebook
from checker.workbench.comparison.meaning import Ask, Flip, Turn, flip
from checker.workbench.proof.oracle import Oracle
from checker.workbench.proof.questions import (
    HALF_YEAR,
    WHOLE_YEAR,
    Answer,
    Circumstances,
    Outcomes,
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


def asking(old: tuple[Rule, Rulebook], new: tuple[Rule, Rulebook]) -> Ask:
    """Return what answers for one rule in two versions."""
    subjects = {OLD: subject(*old), NEW: subject(*new)}
    depends = any(_has_length(node) for r, _ in (old, new) for node in (r.check, r.applies_when))
    oracles = [Oracle(subjects, c) for c in _circumstances(whole=depends)]

    def ask(turn: Turn) -> tuple[Flip | None, bool]:
        excluded = True
        try:
            answers = list(_answers(oracles, turn))
        except NotImplementedError:
            return None, False
        for answer in answers:
            if answer.verdict is not Verdict.IMPOSSIBLE:
                excluded = False
            if answer.witness and answer.reached:
                found = flip(answer.witness.data, old, new)
                if found and found.turn is turn:
                    return found, False
        return None, excluded

    return ask


def _answers(oracles: list[Oracle], turn: Turn) -> Iterator[Answer]:
    for oracle in oracles:
        for was, now in QUESTIONS[turn]:
            yield oracle.ask({OLD: was, NEW: now})


def _circumstances(*, whole: bool) -> tuple[Circumstances, ...]:
    """Return the periods asked about: two where a limit grows with the length of the period."""
    return (HALF_YEAR, WHOLE_YEAR) if whole else (HALF_YEAR,)


def _has_length(node: object) -> bool:
    if isinstance(node, OverPeriod | FewestPer):
        return True
    if isinstance(node, tuple):
        return any(_has_length(member) for member in node)
    return any(_has_length(getattr(node, n)) for n in getattr(type(node), "__slots__", ()))
