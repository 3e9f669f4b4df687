"""What the claims on the score ask of the claims on the rules: can these outcomes stand together?

The score knows rules only by their outcomes; which outcomes data can bring about together is for
the solver to say, rule by rule and table by table.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from checker.model.frozen import dataclass
from checker.model.outcome import Possible
from checker.model.submission import Submission

Wanted = Mapping[str, Possible]
"""Rule ids with the one outcome that each must have; rules that are not named are free."""


@dataclass(frozen=True, slots=True)
class Together:
    """The outcomes stand together in this submission; the engine has confirmed each of them."""

    submission: Submission


@dataclass(frozen=True, slots=True)
class Apart:
    """No submission has all of the outcomes wanted; those of the rules in `core` clash already."""

    core: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unsure:
    """Neither a submission nor a clash was found."""

    why: str = ""


Answer = Together | Apart | Unsure


class Oracle(Protocol):
    """Whoever can tell which outcomes data bring about."""

    def possible(self, rule: str) -> frozenset[Possible]:
        """Return the outcomes that a rule can have, those that nobody could decide among them."""
        ...

    def joint(self, wanted: Wanted) -> Answer:
        """Return a submission in which every rule named has the outcome wanted, or why not."""
        ...


Progress = Callable[[str], None]
"""Told in a few words what is being looked at."""
