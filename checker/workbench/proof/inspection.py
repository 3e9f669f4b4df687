"""What `prove` finds out about a rule set, as one inspection, with the witnesses behind it."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from typing import Any

from checker.model.submission import Submission
from checker.workbench.diagnostic import Inspection
from checker.workbench.proof import claims, witnesses
from checker.workbench.proof.beside import lifts_beside
from checker.workbench.proof.cheapest import Witnesses
from checker.workbench.proof.kinds import kinds
from checker.workbench.proof.score_claims import score_claims, score_steps
from checker.workbench.rule_set import RuleSet
from checker.workbench.suppressions import suppressed

Told = Callable[[str], None]
Written = Callable[[], dict[str, str]]
"""Makes the text of every witness, by the name of its file."""


def questions(rule_set: RuleSet, oracle: Witnesses, about: Sequence[str], *, score: bool) -> int:
    """Return how many steps an inspection takes."""
    rules = len(claims.steps(oracle, rule_set, frozenset(about)))
    return rules + (score_steps(rule_set) if score else 0)


def inspect(
    rule_set: RuleSet,
    oracle: Witnesses,
    about: Iterable[str],
    told: Told,
    *,
    score: bool,
    specimen: Submission | None = None,
) -> tuple[Inspection, Written]:
    """Examine the rules, and the score that they add up to.

    Args:
        oracle: asked about the rules; fresh, so that its answers do not depend on others.
        about: ids of the rules that matter.
        told: called after every step.
        score: whether to look at grades, conclusions and points too; a second process helps.
        specimen: see `score_claims`.
    """
    with lifts_beside(rule_set) if score else nullcontext() as lifts:
        proofs = claims.rule_claims(rule_set, oracle, about, told)
        found, examined = list(proofs.diagnostics), list(proofs.examined)
        figures: dict[str, Any] = dict(proofs.figures)
        by = oracle.by
        if lifts is not None:
            diagnostics, more, numbers = score_claims(
                rule_set, oracle, told, specimen, lambda: lifts().claimed
            )
            found += diagnostics
            examined += more
            by = by + lifts().by
            figures["score"] = numbers
    figures["by"] = {name: by[name] for name in ("cases", "solver")}
    kept, _ = suppressed(sorted(found), rule_set.declared)
    book = rule_set.book
    inspection = Inspection(
        "prove", book.version, book.digest, kinds(score=score), kept, tuple(examined), figures
    )
    return inspection, lambda: witnesses.files(proofs.answers)
