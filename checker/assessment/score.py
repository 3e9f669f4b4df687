"""The score as an interval: [worst, best] over everything the missing data still allow.

An item is the weighted mean of its rules, a chapter of its items, the whole of its chapters; what
does not apply drops out of the mean (合理缺项). A member that may or may not apply is taken in, for
the best case, exactly when it lifts the mean: the best mean of such members is a prefix of them
sorted by value, as for the measure `mean` (LANGUAGE 3.1). Each level is taken on its own, so the
interval contains the score of every completion, and may be a little wider.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Final

from checker.model.frozen import dataclass
from checker.model.outcome import Possible

Exact = int | Fraction
"""Most values are 0 or 1, and whole numbers are added ten times as fast as fractions."""

ZERO: Final = 0
ONE: Final = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A member of a weighted mean.

    Attributes:
        low, high: its value in the worst and best case, 0 to 1, if it applies at all.
        may_drop: whether it may turn out not to apply.
        dropped: whether it certainly does not apply; low and high then say nothing.
    """

    weight: int
    low: Exact
    high: Exact
    may_drop: bool = False
    dropped: bool = False


def rule_part(weight: int, possible: Iterable[Possible], near_miss: Fraction) -> Part:
    """Return a rule's part: full marks if met, `near_miss` of them for 基本符合, else none."""
    worth: dict[Possible, Exact] = {
        Possible.MET: ONE, Possible.NEAR: near_miss, Possible.MISSED: ZERO,
    }  # fmt: skip
    found = frozenset(possible)
    values = [worth[p] for p in found if p is not Possible.EMPTY]
    if not values or weight == 0:
        return Part(weight, ZERO, ZERO, may_drop=True, dropped=True)
    return Part(weight, min(values), max(values), Possible.EMPTY in found)


def mean(weight: int, parts: Sequence[Part]) -> Part:
    """Return the weighted mean of parts as a part of the level above."""
    return _mean(weight, parts, only_worst=False)


def _mean(weight: int, parts: Sequence[Part], *, only_worst: bool) -> Part:
    """Return the mean; with the worst case in place of the best if nobody asks for the best."""
    staying = [p for p in parts if not p.dropped and p.weight]
    if not staying:
        return Part(weight, ZERO, ZERO, may_drop=True, dropped=True)
    fixed = [p for p in staying if not p.may_drop]
    loose = [p for p in staying if p.may_drop]
    low = _furthest([(p.low, p.weight) for p in fixed], [(p.low, p.weight) for p in loose], -1)
    high = low
    if not only_worst:
        high = _furthest(
            [(p.high, p.weight) for p in fixed], [(p.high, p.weight) for p in loose], 1
        )
    return Part(weight, low, high, may_drop=not fixed)


def _furthest(
    fixed: Sequence[tuple[Exact, int]], loose: Sequence[tuple[Exact, int]], towards: int
) -> Exact:
    """Return the greatest mean (towards 1) or the least (-1) of the fixed and any loose values."""
    # over one common denominator: whole numbers are added ten times as fast as fractions
    scale = lcm(*(value.denominator for value, _ in fixed), *(v.denominator for v, _ in loose))
    scale *= towards
    total = weights = 0
    for value, weight in fixed:
        total, weights = total + _whole(value, scale) * weight, weights + weight
    for whole, weight in sorted(((_whole(v, scale), w) for v, w in loose), reverse=True):
        if weights and whole * weights <= total:
            break  # it does not move the mean that way, nor does any that follows
        total, weights = total + whole * weight, weights + weight
    mean = Fraction(total, scale * weights)
    return mean.numerator if mean.denominator == 1 else mean


def _whole(value: Exact, scale: int) -> int:
    above, below = value.as_integer_ratio()
    return above * (scale // below)


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores of rules, items, chapters and the whole, each as a part of what it belongs to."""

    rules: Mapping[str, Part]
    items: Mapping[str, Part]
    chapters: Mapping[str, Part]
    total: Part


@dataclass(frozen=True, slots=True)
class ScoredItem:
    """An item that rules evaluate: its number, chapter, points and the parts of its rules."""

    no: str
    chapter: str
    points: int
    rules: Mapping[str, Part]


def score(items: Sequence[ScoredItem]) -> Scored:
    """Return the whole score of evaluated items."""
    by_item = {i.no: mean(i.points, list(i.rules.values())) for i in items}
    chapters = dict.fromkeys(i.chapter for i in items)
    by_chapter = {c: mean(*_members(c, items, by_item)) for c in chapters}
    rules = {name: part for i in items for name, part in i.rules.items()}
    return Scored(rules, by_item, by_chapter, mean(1, list(by_chapter.values())))


def _members(
    chapter: str, items: Sequence[ScoredItem], by_item: Mapping[str, Part]
) -> tuple[int, list[Part]]:
    """Return the points of a chapter and the parts of its items."""
    own = [i for i in items if i.chapter == chapter]
    return sum(i.points for i in own), [by_item[i.no] for i in own]


def gain(items: Sequence[ScoredItem], scored: Scored, rule: str, index: int) -> Exact:
    """Return how much the worst total rises when one rule is certainly met, as a share.

    Args:
        index: position of the rule's item among the items.
    """
    item = items[index]
    now = item.rules[rule]
    if now.dropped or (now.low == now.high == ONE and not now.may_drop):
        return ZERO
    raised = {**item.rules, rule: Part(now.weight, ONE, ONE)}
    by_item = {
        **scored.items,
        item.no: _mean(item.points, list(raised.values()), only_worst=True),
    }
    changed = _mean(*_members(item.chapter, items, by_item), only_worst=True)
    chapters = {**scored.chapters, item.chapter: changed}
    total = _mean(1, list(chapters.values()), only_worst=True)
    return max(ZERO, (total.low if not total.dropped else ZERO) - scored.total.low)


class Rising:
    """The worst case of the whole while rules come out as well as they can, some more each time."""

    def __init__(self, items: Sequence[ScoredItem], scored: Scored) -> None:
        self._all = items
        self._rules = {item.no: dict(item.rules) for item in items}
        self._item_of = {rule: item for item in items for rule in item.rules}
        self._items = dict(scored.items)
        self._chapters = dict(scored.chapters)

    def meet(self, rules: Iterable[str]) -> Exact:
        """Take rules to apply and to reach their best; return the worst total then, as a share."""
        touched = {}
        for rule in rules:
            item = self._item_of[rule]
            members = self._rules[item.no]
            best = members[rule].high
            members[rule] = Part(members[rule].weight, best, best)
            touched[item.no] = item
        for no, item in touched.items():
            self._items[no] = _mean(item.points, list(self._rules[no].values()), only_worst=True)
        for chapter in {item.chapter for item in touched.values()}:
            members_of = _members(chapter, self._all, self._items)
            self._chapters[chapter] = _mean(*members_of, only_worst=True)
        total = _mean(1, list(self._chapters.values()), only_worst=True)
        return ZERO if total.dropped else total.low
