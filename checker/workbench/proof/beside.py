"""The lifts of a rule set, worked out in a process of their own while others prove the rest.

They take as long as all other claims together, and need nothing of them. The process begins afresh
with the rule set, whatever the number of processors: so its answers are the same everywhere.
"""

import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from checker.model.frozen import dataclass
from checker.workbench.proof.cheapest import Witnesses
from checker.workbench.proof.claimed import Claimed
from checker.workbench.proof.claims_redistribution import redistribution_claims
from checker.workbench.proof.oracle import Oracle, rules_of
from checker.workbench.proof.score_claims import possible_outcomes
from checker.workbench.proof.supposition import field
from checker.workbench.rule_set import RuleSet


@dataclass(frozen=True, slots=True)
class Lifts:
    """What came of the lifts, and how many questions were answered by what."""

    claimed: Claimed
    by: Counter[str]


def witnesses_for(rule_set: RuleSet) -> Witnesses:
    """Return what answers questions about the rules of a rule set."""
    return Witnesses(rule_set, Oracle(rules_of(rule_set.book)))


def lifts(rule_set: RuleSet) -> Lifts:
    """Return the claims on what declaring rules away lifts."""
    oracle = witnesses_for(rule_set)
    known = field(rule_set.book, possible_outcomes(rule_set, oracle))
    claimed = redistribution_claims(rule_set, known, oracle, lambda _: None)
    return Lifts(claimed, oracle.by)


@contextmanager
def lifts_beside(rule_set: RuleSet) -> Iterator[Callable[[], Lifts]]:
    """Begin to work the lifts out; give what waits for them."""
    # spawn: the same on every system, and nothing of this process leaks into the answer
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        yield pool.submit(lifts, rule_set).result
