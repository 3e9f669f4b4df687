"""The claims on the score of a rule set, all together: what `prove` says beyond single rules."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from checker.language.mentions import leaves
from checker.model.outcome import Possible
from checker.model.rule import Rule, Rulebook
from checker.workbench.diagnostic import Diagnostic, Examined
from checker.workbench.proof.claims_monotone import monotone_claims
from checker.workbench.proof.claims_reach import reach_claims
from checker.workbench.proof.claims_redistribution import redistribution_claims
from checker.workbench.proof.claims_veto import veto_claims
from checker.workbench.proof.questions import Answer, Outcomes
from checker.workbench.proof.questions import Verdict as Asked
from checker.workbench.proof.reach import Search
from checker.workbench.proof.supposition import field
from checker.workbench.rule_set import RuleSet


class Oracle(Protocol):
    """Whoever can tell which outcomes rules can have, alone and together."""

    def ask(self, wanted: Mapping[str, Outcomes]) -> Answer:
        """Answer for a few rules."""
        ...

    def joint(self, wanted: Mapping[str, Outcomes]) -> Answer:
        """Answer for any number of rules."""
        ...


def score_claims(
    rule_set: RuleSet, oracle: Oracle, progress: Callable[[str], None]
) -> tuple[tuple[Diagnostic, ...], tuple[Examined, ...], dict[str, Any]]:
    """Return what was found, what was examined, and the figures as plain data.

    Args:
        oracle: asked of rules by their ids.
        progress: told in a few words what is being looked at.
    """
    known = field(rule_set.book, possible_outcomes(rule_set.book, oracle))
    search = Search(known, oracle)
    families = (
        reach_claims(rule_set, search, progress),
        veto_claims(rule_set, search, progress),
        monotone_claims(rule_set, known),
        redistribution_claims(rule_set, known, oracle, progress),
    )
    diagnostics = tuple(d for f in families for d in f.diagnostics)
    examined = tuple(e for f in families for e in f.examined)
    figures = {key: value for f in families for key, value in f.figures.items()}
    return diagnostics, examined, figures


def possible_outcomes(book: Rulebook, oracle: Oracle) -> dict[str, frozenset[Possible]]:
    """Return the outcomes that each rule can have, those that nobody could rule out among them.

    More than there are would do no harm to what is proven unreachable, and what is reached has a
    witness.
    """
    return {rule.id: _possible(rule, oracle) for rule in book.rules}


def _possible(rule: Rule, oracle: Oracle) -> frozenset[Possible]:
    tolerant = any(leaf.expect.tolerance is not None for leaf in leaves(rule.check))
    asked = [p for p in Possible if p is not Possible.NEAR or tolerant]
    found = frozenset(
        p for p in asked
        if oracle.ask({rule.id: frozenset({p})}).verdict is not Asked.IMPOSSIBLE
    )  # fmt: skip
    return found or frozenset({Possible.EMPTY})
