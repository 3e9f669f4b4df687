"""What can be said of a rule from those of its leaves that changed, without asking of the whole.

`all` takes the least and `any` the greatest of what its members say, so a check can only fare worse
where one of its leaves does; the leaves that stayed the same need not be looked at. That holds as
long as the leaves that changed always have a value: what is neutral in one version and not in the
other has no place in that order.
"""

from checker.language.mentions import leaves
from checker.model.check import Check, Leaf, Mean, Ratio, Share
from checker.model.rule import Rule, Rulebook
from checker.workbench.comparison.resolving import resolved_node

Sides = tuple[Rule, Rulebook]
LeafPair = tuple[Leaf, Leaf]


def changed_leaves(old: Sides, new: Sides) -> tuple[LeafPair, ...] | None:
    """Return the leaves that differ, old and new; None if more than leaves is different.

    None too where a leaf that differs may have no value, or where only conditions differ.
    """
    (before, book), (after, other) = old, new
    if resolved_node(before.applies_when, book) != resolved_node(after.applies_when, other):
        return None
    if _shape(before.check) != _shape(after.check):
        return None
    pairs = zip(leaves(before.check), leaves(after.check), strict=True)
    found = tuple(
        (was, now) for was, now in pairs if resolved_node(was, book) != resolved_node(now, other)
    )
    if not found or any(_may_be_empty(leaf) for pair in found for leaf in pair):
        return None
    return found


def _shape(check: Check) -> tuple[object, ...]:
    if isinstance(check, Leaf):
        return ()
    return (type(check), *map(_shape, check.members))


def _may_be_empty(leaf: Leaf) -> bool:
    return leaf.when_empty != "failed" and isinstance(leaf.measure, Share | Mean | Ratio)
