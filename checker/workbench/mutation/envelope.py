"""Mutants of what frames a rule: its level and its weight.

No case of one rule can see them: they change what counts, not what the data come to. They are
held against what the cases.yaml states of each rule in a second hand (worth.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checker.model.outcome import Level
from checker.model.rule import Rule
from checker.workbench.mutation.mutants import Mutant
from checker.workbench.mutation.trial import Tried
from checker.workbench.worth import Stated, worths


def envelope_mutants(rule: Rule, siblings: Sequence[Rule]) -> tuple[Mutant, ...]:
    """Return the mutants of level and weight that a reader would accept and that mean something.

    A 可 rule has no weight, and a weight matters only beside another.

    Args:
        siblings: the rules of the same item, this one among them.
    """
    return tuple(_all(rule, siblings))


def _all(rule: Rule, siblings: Sequence[Rule]) -> Iterator[Mutant]:
    for level in Level:
        if level is not rule.level and not (level is Level.PERMISSION and rule.weight):
            yield _mutant(rule, "level", f"value={level.value}", replace(rule, level=level))
    alone = not any(other.weight for other in siblings if other.id != rule.id)
    if alone or rule.level is Level.PERMISSION:
        return
    for step in (-1, 1):
        if rule.weight + step > 0:
            changed = replace(rule, weight=rule.weight + step)
            yield _mutant(rule, "weight", f"{step:+d}", changed)


def _mutant(rule: Rule, key: str, what: str, changed: Rule) -> Mutant:
    return Mutant(rule.id, f"{key}:{what}", key, (key,), "", changed)


def envelope_trial(
    mutants: Sequence[Mutant],
    siblings: Sequence[Rule],
    points: Mapping[str, int],
    decimals: int,
    stated: Mapping[str, Stated],
) -> list[Tried]:
    """Return which mutants disagree with what is stated of the rules of their item."""
    found = []
    for mutant in mutants:
        rules = [mutant.changed if r.id == mutant.rule else r for r in siblings]
        worth = worths(rules, points, decimals)
        differs = any(stated[r].worth != worth[r] for r in worth if r in stated)
        found.append(Tried(mutant.id, 0 if differs else None))
    return found
