"""What `prove` finds out about a rule set, as one inspection, with the witnesses behind it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from checker.model.submission import Submission
from checker.workbench.diagnostic import Inspection
from checker.workbench.proof import claims, witnesses
from checker.workbench.proof.kinds import kinds
from checker.workbench.proof.oracle import Oracle, rules_of
from checker.workbench.proof.score_claims import score_claims
from checker.workbench.rule_set import RuleSet
from checker.workbench.suppressions import suppressed

Told = Callable[[str], None]
Written = Callable[[], dict[str, str]]
"""Makes the text of every witness, by the name of its file."""


def questions(rule_set: RuleSet, about: Sequence[str]) -> int:
    """Return how many steps an inspection takes."""
    return len(claims.steps(Oracle(rules_of(rule_set.book)), rule_set, frozenset(about)))


def inspect(
    rule_set: RuleSet,
    about: Iterable[str],
    told: Told,
    *,
    score: bool,
    community: Submission | None = None,
) -> tuple[Inspection, Written]:
    """Examine the rules, and the score that they add up to.

    Args:
        about: ids of the rules that matter.
        told: called after every step.
        score: whether to look at grades, conclusions and points too.
        community: see `score_claims`.
    """
    book = rule_set.book
    oracle = Oracle(rules_of(book))
    proofs = claims.rule_claims(rule_set, oracle, about, told)
    found, examined = list(proofs.diagnostics), list(proofs.examined)
    figures: dict[str, Any] = dict(proofs.figures)
    if score:
        diagnostics, more, numbers = score_claims(rule_set, oracle, told, community)
        found += diagnostics
        examined += more
        figures["score"] = numbers
    diagnostics, _ = suppressed(sorted(found), rule_set.declared)
    inspection = Inspection(
        "prove", book.version, book.digest, kinds(), diagnostics, tuple(examined), figures
    )
    return inspection, lambda: witnesses.files(proofs.answers)
