"""What can be said of a rule from those of its leaves that changed, without asking of the whole.

`all` takes the least and `any` the greatest of what its members say, so a check can only fare worse
where one of its leaves does; the leaves that stayed the same need not be looked at. That holds as
long as a leaf that changed has a value in both versions or in neither: what is neutral in one and
not in the other has no place in that order.
"""

from checker.language.mentions import leaves
from checker.model.check import Check, Leaf, Mean, Ratio, Share
from checker.model.frozen import dataclass
from checker.model.rule import Rule, Rulebook
from checker.workbench.comparison.limits import Outcomes, outcomes
from checker.workbench.comparison.resolving import resolved_node

Sides = tuple[Rule, Rulebook]


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf that changed.

    Attributes:
        outcomes: what its two versions can say together, where only limits changed; else None.
    """

    old: Leaf
    new: Leaf
    outcomes: frozenset[Outcomes] | None


@dataclass(frozen=True, slots=True)
class Parts:
    """All leaves that changed.

    Attributes:
        whole: whether there is no other leaf: what holds of the leaf then holds of the rule.
    """

    leaves: tuple[Part, ...]
    whole: bool


def changed(old: Sides, new: Sides) -> Parts | None:
    """Return the leaves that differ; None if more than leaves is different.

    None too where one of them may have a value in one version and none in the other.
    """
    (before, book), (after, other) = old, new
    if resolved_node(before.applies_when, book) != resolved_node(after.applies_when, other):
        return None
    if _shape(before.check) != _shape(after.check):
        return None
    pairs = list(zip(leaves(before.check), leaves(after.check), strict=True))
    found = [
        _part(was, now, book, other)
        for was, now in pairs
        if resolved_node(was, book) != resolved_node(now, other)
    ]
    known = [part for part in found if part]
    return Parts(tuple(known), len(pairs) == 1) if known and len(known) == len(found) else None


def _part(was: Leaf, now: Leaf, old: Rulebook, new: Rulebook) -> Part | None:
    same = resolved_node(was.measure, old) == resolved_node(now.measure, new)
    if same and was.when_empty == now.when_empty:
        return Part(was, now, outcomes((was, old), (now, new)))
    return None if _may_be_empty(was) or _may_be_empty(now) else Part(was, now, None)


def _shape(check: Check) -> tuple[object, ...]:
    if isinstance(check, Leaf):
        return ()
    return (type(check), *map(_shape, check.members))


def _may_be_empty(leaf: Leaf) -> bool:
    return leaf.when_empty != "failed" and isinstance(leaf.measure, Share | Mean | Ratio)
