"""What a family of claims hands over, and where the acceptance scheme stands in its files."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from checker.model.frozen import dataclass
from checker.model.problem import Place
from checker.workbench.diagnostic import Diagnostic, Examined, Gravity
from checker.workbench.rule_set import RuleSet

SCORE_GRAVITY: Final = {
    "grade-unreachable": Gravity.ERROR,
    "conclusion-unreachable": Gravity.ERROR,
    "condition-idle": Gravity.NOTE,
    "veto-blocks": Gravity.ERROR,
    "veto-without-effect": Gravity.ERROR,
    "score-not-monotone": Gravity.ERROR,
    "score-interval": Gravity.ERROR,
    "redistribution-undeclared": Gravity.WARNING,
    "redistribution-stale": Gravity.WARNING,
    "score-undecided": Gravity.WARNING,
}
"""How much the checks that the claims on the score make weigh."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What came of a family of claims; figures are plain data."""

    diagnostics: tuple[Diagnostic, ...]
    examined: tuple[Examined, ...]
    figures: Mapping[str, Any]


def complaint(
    check: str, place: Place, said: tuple[str, str], subject: str = "", **more: Any
) -> Diagnostic:
    """Return a diagnostic of one of these checks.

    Args:
        said: what is wrong, and what to do.
    """
    return Diagnostic(
        place, check, SCORE_GRAVITY[check], said[0], advice=said[1], subject=subject, **more
    )


def claim(group: str, name: str, place: Place, found: Iterable[Diagnostic] = ()) -> Examined:
    """Return a claim that was examined."""
    return Examined(group, name, place, tuple(found))


def scheme_place(rule_set: RuleSet, *at: str | int) -> Place:
    """Return where a part of the acceptance scheme stands."""
    return rule_set.documents["acceptance.yaml"].place(at)
