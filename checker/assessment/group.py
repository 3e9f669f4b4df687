"""An item with the findings of its rules, and what they weigh in it."""

from collections.abc import Callable, Sequence

from checker.assessment.findings import Assessed
from checker.assessment.score import Part, ScoredItem
from checker.model.frozen import dataclass
from checker.model.outcome import Level
from checker.model.rule import Item


@dataclass(frozen=True, slots=True)
class Group:
    """An item with the findings of its rules."""

    item: Item
    chapter: str
    findings: Sequence[Assessed]


def weight(one: Assessed) -> int:
    """Return what a rule weighs in its item: nothing if it only records, or is only shown."""
    counts = one.rule.scored and one.rule.level is not Level.PERMISSION
    return one.rule.weight if counts else 0


def scored_item(group: Group, part: Callable[[Assessed], Part]) -> ScoredItem:
    """Return an item as it is scored.

    Args:
        part: gives the part of a finding in its item.
    """
    parts = {one.rule.id: part(one) for one in group.findings}
    return ScoredItem(group.item.no, group.chapter, group.item.points, parts)
