"""Suppressions that nothing meets, or that name no check there is."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from checker.workbench.declarations import Declarations
from checker.workbench.diagnostic import CheckKind, Diagnostic, Gravity
from checker.workbench.lint import words
from checker.workbench.lint.kinds import LINTS, PAGES
from checker.workbench.suppressions import unused

CHECKS: Final = ("suppression-unused", "suppression-unknown")

OTHERS: Final = frozenset(
    {"test-", "case-", "cases-", "coverage-", "mutant-", "mutation-", "prove-", "rule-", "rules-",
     "pair-", "grade-", "conclusion-", "veto-", "score-", "points-", "redistribution-", "condition-",
     "diff-", "doc-"}
)  # fmt: skip
"""How the checks of the other commands begin; whether one of them is met, only they can tell."""


def kinds() -> tuple[CheckKind, ...]:
    """Return the two checks of this module."""
    return tuple(
        CheckKind(c, words.said(c).title, Gravity.ERROR, f"{PAGES}/{c}.md") for c in CHECKS
    )


def about_suppressions(
    declared: Declarations, used: Iterable[int]
) -> tuple[tuple[CheckKind, ...], list[Diagnostic]]:
    """Return the checks of this module, and what they find."""
    found = []
    for index in unused(declared, used, LINTS):
        one = declared.shape.suppressions[index]
        said = words.said("suppression-unused")
        message = said.message.format(check=one.check, subject=one.subject)
        found.append(_error("suppression-unused", declared, index, message, said.advice))
    for index, one in enumerate(declared.shape.suppressions):
        if one.check in LINTS or one.check in CHECKS or one.check.startswith(tuple(OTHERS)):
            continue
        said = words.said("suppression-unknown")
        near = next(iter(get_close_matches(one.check, list(LINTS), 1, 0.6)), "")
        message = said.message.format(check=one.check)
        advice = words.perhaps(near) if near else said.advice
        found.append(_error("suppression-unknown", declared, index, message, advice))
    return kinds(), found


def _error(check: str, declared: Declarations, index: int, message: str, advice: str) -> Diagnostic:
    one = declared.shape.suppressions[index]
    place = declared.place("suppressions", index, "check")
    return Diagnostic(
        place, check, Gravity.ERROR, message, one.check, advice=advice, subject=one.subject
    )
