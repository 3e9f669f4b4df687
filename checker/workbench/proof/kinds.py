"""The claims that `prove` makes about rules, as kinds of checks."""

from typing import Final

from checker.workbench.diagnostic import CheckKind, Gravity
from checker.workbench.proof import score_words, words
from checker.workbench.proof.claimed import SCORE_GRAVITY

PAGE: Final = "docs/proofs.md"
"""Where the checks are told to those who keep the rules."""


def kinds(*, score: bool) -> tuple[CheckKind, ...]:
    """Return every kind of claim, by id.

    Args:
        score: whether the score, grades and conclusions are looked at too.
    """
    titles = words.titles()
    found = {name: (titles[name], gravity) for name, gravity in _KINDS.items()}
    if score:
        found |= {k: (score_words.kind(k), gravity) for k, gravity in SCORE_GRAVITY.items()}
    return tuple(CheckKind(name, *found[name], PAGE) for name in sorted(found))


def gravity(check: str) -> Gravity:
    """Return how much a diagnostic of a kind weighs."""
    return _KINDS[check]


_KINDS = {
    "prove-never-passes": Gravity.ERROR,
    "prove-never-fails": Gravity.ERROR,
    "prove-never-applies": Gravity.ERROR,
    "prove-contradiction": Gravity.ERROR,
    "prove-veto-contradiction": Gravity.ERROR,
    "prove-implied": Gravity.WARNING,
    "prove-duplicate": Gravity.WARNING,
    "prove-relation-declared-wrongly": Gravity.ERROR,
    "prove-unconfirmed": Gravity.ERROR,
    "prove-undecided": Gravity.ERROR,
}
