"""The claims that `prove` makes about rules, as kinds of checks."""

from checker.workbench.diagnostic import CheckKind, Gravity
from checker.workbench.proof import words


def kinds() -> tuple[CheckKind, ...]:
    """Return every kind of claim about rules, by id."""
    titles = words.titles()
    return tuple(CheckKind(name, titles[name], gravity) for name, gravity in sorted(_KINDS.items()))


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
