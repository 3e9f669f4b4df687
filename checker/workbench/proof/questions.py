"""What can be asked of rules, and what an answer holds."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, Protocol

from checker.model.check import Check, Condition
from checker.model.frozen import dataclass
from checker.model.outcome import Possible
from checker.model.rule import Rule, Rulebook
from checker.model.submission import Period, Submission

Outcomes = frozenset[Possible]
"""Outcomes of which any one will do."""

PASSES: Final[Outcomes] = frozenset({Possible.MET})
FAILS: Final[Outcomes] = frozenset({Possible.NEAR, Possible.MISSED})
APPLIES: Final[Outcomes] = PASSES | FAILS
SPARED: Final[Outcomes] = frozenset({Possible.EMPTY})
"""Not applicable."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A check that questions may be about: a rule of a book, or what a mutant makes of one.

    Attributes:
        book: whose dictionary, populations and parameter values it is read with.
    """

    check: Check
    applies_when: Condition | None
    book: Rulebook


def subject(rule: Rule, book: Rulebook) -> Subject:
    """Return a rule as something that questions may be about."""
    return Subject(rule.check, rule.applies_when, book)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The assessment period and the assessment date for which an answer holds."""

    period: Period
    on: date


HALF_YEAR: Final = Circumstances(Period(date(2025, 1, 1), date(2025, 6, 30)), date(2025, 7, 10))
WHOLE_YEAR: Final = Circumstances(Period(date(2025, 1, 1), date(2025, 12, 31)), date(2026, 1, 15))


@dataclass(frozen=True, slots=True)
class Witness:
    """A small complete submission, judged by the real engine.

    Attributes:
        data: what submission.yaml would hold: mappings, lists, text, int, bool; tables that no
            asked subject reads are left out.
        submission: the same, read.
        outcomes: what the engine says of every asked subject, by its name.
    """

    data: Mapping[str, Any]
    submission: Submission
    outcomes: Mapping[str, Outcomes]

    @property
    def rows(self) -> int:
        """Return how many rows it has."""
        return sum(t.size for t in self.submission.tables.values() if t.submitted)


class Verdict(StrEnum):
    """What came of a question."""

    REACHED = "reached"  # a witness was found and the engine confirms it
    IMPOSSIBLE = "impossible"  # no submission with so many kinds of rows; asked again with more
    UNCONFIRMED = "unconfirmed"  # solver and engine disagree: a fault of the program
    UNDECIDED = "undecided"  # the solver gave up


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    Attributes:
        witness: of what is reached, or of what could not be confirmed if it could be read at all.
        core: names of subjects that cannot have their wanted outcomes together, where impossible;
            without any one of them the solver did not look.
        kinds: numbers of row kinds with which an impossible question was asked, smallest first.
        fault: what the engine or the reader says, where unconfirmed.
    """

    verdict: Verdict
    witness: Witness | None = None
    core: frozenset[str] = frozenset()
    kinds: tuple[int, ...] = ()
    fault: str = ""

    @property
    def reached(self) -> bool:
        """Tell whether there is a confirmed witness."""
        return self.verdict is Verdict.REACHED


class Answers(Protocol):
    """Whoever can tell which outcomes rules can have, alone and together."""

    def tables(self, name: str) -> frozenset[str]:
        """Return the tables that a subject reads."""
        ...

    def ask(self, wanted: Mapping[str, Outcomes]) -> Answer:
        """Answer for a few rules."""
        ...

    def joint(self, wanted: Mapping[str, Outcomes]) -> Answer:
        """Return a submission in which every rule named has one of its outcomes, or why not."""
        ...
