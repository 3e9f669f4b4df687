"""What a rule means in two versions: equal, stronger, weaker or different, each with a witness.

A rule is a function from complete submissions to 符合, 基本符合, 不符合 or 不适用. It became stronger
if some submission fares worse under it and none better; what does not apply is never held against
anybody, so it counts like 符合, and a rule that only applies elsewhere now is told apart.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.model.frozen import dataclass
from checker.model.outcome import Possible
from checker.model.problem import NOWHERE, Rejected
from checker.model.rule import Rule, Rulebook
from checker.model.submission import Submission
from checker.submission.settling import from_data

MERIT: Final = {Possible.MISSED: 0, Possible.NEAR: 1, Possible.MET: 2, Possible.EMPTY: 2}


class Turn(StrEnum):
    """How the outcome of one submission turns from the old version to the new one."""

    WORSE = "worse"
    BETTER = "better"
    SPARED = "spared"  # 符合 → 不适用
    ASKED = "asked"  # 不适用 → 符合


class Relation(StrEnum):
    """How the new version of a rule stands to the old one."""

    EQUAL = "equal"
    STRONGER = "stronger"
    WEAKER = "weaker"
    DIFFERENT = "different"
    SHIFTED = "shifted"  # it applies to others, and nobody fares worse or better
    UNKNOWN = "unknown"
    INCOMPARABLE = "incomparable"  # no submission can be read by both versions


@dataclass(frozen=True, slots=True)
class Flip:
    """A witness: a submission whose outcome turns, judged by the engine under both versions.

    Attributes:
        data: what submission.yaml would hold.
        source: name of the case it was cut down from; "" where it was built.
    """

    turn: Turn
    old: Possible
    new: Possible
    data: Mapping[str, Any]
    source: str = ""

    @property
    def rows(self) -> int:
        """Return how many rows it has."""
        return sum(_rows(table) for table in self.data["tables"].values())


@dataclass(frozen=True, slots=True)
class Meaning:
    """What came of comparing one rule.

    Attributes:
        rule, old_rule: ids in the two versions; they differ where it was perhaps renamed.
        open: turns that could neither be shown nor excluded.
        reason: why it could not be compared, or not decided; "" if it was.
        old, new: the sentences.
    """

    rule: str
    old_rule: str
    title: str
    relation: Relation
    flips: tuple[Flip, ...] = ()
    open: tuple[Turn, ...] = ()
    reason: str = ""
    old: str = ""
    new: str = ""


Ask = Callable[[Turn], "tuple[Flip | None, bool]"]
"""Returns a witness of a turn if there is one, and whether there certainly is none."""


def turn(old: Possible, new: Possible) -> Turn | None:
    """Return how an outcome turns; None if it stays."""
    if MERIT[old] != MERIT[new]:
        return Turn.WORSE if MERIT[new] < MERIT[old] else Turn.BETTER
    if old is new:
        return None
    return Turn.SPARED if new is Possible.EMPTY else Turn.ASKED


def outcome(rule: Rule, book: Rulebook, submission: Submission) -> Possible | None:
    """Return what a rule says of a submission; None if its blanks leave that open."""
    facts = Facts(
        book.dictionary, submission.tables, book.parameters, book.values,
        submission.period, submission.assessed_on,
    )  # fmt: skip
    found = evaluate(rule.check, facts, rule.applies_when).possible
    return next(iter(found)) if len(found) == 1 else None


def flip(
    data: Mapping[str, Any],
    old: tuple[Rule, Rulebook],
    new: tuple[Rule, Rulebook],
    source: str = "",
) -> Flip | None:
    """Return a submission as a witness, if both versions read and decide it, and differ."""
    try:
        was, now = (
            outcome(rule, book, from_data(data, book.dictionary, place=lambda _: NOWHERE))
            for rule, book in (old, new)
        )
    except Rejected:
        return None
    turned = turn(was, now) if was and now else None
    return Flip(turned, was, now, data, source) if was and now and turned else None


def compared(
    rule: str,
    old_rule: str,
    title: str,
    sentences: tuple[str, str],
    known: Iterable[Flip],
    ask: Ask | None,
) -> Meaning:
    """Return how a rule whose check reads otherwise stands to the old one.

    Args:
        known: witnesses at hand, e.g. from the cases.
        ask: finds or excludes further turns; None where no solver is installed.
    """
    flips: dict[Turn, Flip] = {}
    for one in sorted(known, key=lambda f: (f.rows, f.source)):
        flips.setdefault(one.turn, one)
    undecided: list[Turn] = []
    for wanted in Turn:
        if wanted in flips:
            continue
        found, excluded = ask(wanted) if ask else (None, False)
        if found:
            flips[wanted] = found
        elif not excluded:
            undecided.append(wanted)
    ordered = tuple(flips[t] for t in Turn if t in flips)
    relation = _relation(frozenset(flips), frozenset(undecided))
    return Meaning(rule, old_rule, title, relation, ordered, tuple(undecided), "", *sentences)


def _relation(shown: frozenset[Turn], undecided: frozenset[Turn]) -> Relation:
    if {Turn.WORSE, Turn.BETTER} <= shown:
        return Relation.DIFFERENT
    if Turn.WORSE in shown:
        return Relation.STRONGER
    if Turn.BETTER in shown:
        return Relation.WEAKER
    if undecided:
        return Relation.UNKNOWN
    return Relation.SHIFTED if shown else Relation.EQUAL


def _rows(table: Any) -> int:
    if isinstance(table, list):
        return len(table)
    if isinstance(table, Mapping):
        rows = table.get("rows")
        return len(rows) if isinstance(rows, list) else 1
    return 0
