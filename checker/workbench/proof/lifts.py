"""What being declared away (合理缺项) lifts: by how many points at most, and when it turns a verdict.

All of it is asked of the real score. A rule that has failed adds nothing to the mean of its item
and its weight to what the mean is divided by; declared away it does neither, so the mean rises by
w / (v + w) of the share that the others reached, v being their weight. That is most where the
others are met and weigh least, and so on for the item in its chapter and the chapter in the whole:
so the greatest lift is found among a few cases, level by level.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from checker.assessment.score import Part, mean, rule_part
from checker.assessment.sums import Verdict
from checker.model.frozen import dataclass
from checker.model.outcome import Possible
from checker.workbench.proof.goals import line
from checker.workbench.proof.supposition import Field, Stake, StakedItem, suppose, sure

Outcomes = dict[str, Possible]


@dataclass(frozen=True, slots=True)
class Turn:
    """The smallest change of circumstances in which a declaration turns a grade or a conclusion.

    Attributes:
        others: rules of other items that fail besides; empty if the declaration alone turns it.
        failed, away: what it comes to with the rule failed, and with it declared away.
    """

    others: tuple[str, ...]
    failed: Verdict
    away: Verdict


class Totals:
    """Totals before they are rounded, by the real mean; items are remembered by their outcomes."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.losses: tuple[tuple[Fraction, str], ...] = ()
        self._items: dict[tuple[str, tuple[Possible, ...]], Part] = {}
        self.losses = self._losses()

    def __call__(self, outcomes: Mapping[str, Possible]) -> Fraction:
        """Return the total, 0 if nothing applies."""
        chapters: dict[str, list[Part]] = {}
        points: dict[str, int] = {}
        for item in self.field.items:
            chapters.setdefault(item.chapter, []).append(self._item(item, outcomes))
            points[item.chapter] = points.get(item.chapter, 0) + item.points
        total = mean(1, [mean(points[no], parts) for no, parts in chapters.items()])
        return Fraction(0) if total.dropped else Fraction(total.low) * self.field.scheme.total

    def _item(self, item: StakedItem, outcomes: Mapping[str, Possible]) -> Part:
        key = item.no, tuple(outcomes[s.rule] for s in item.stakes)
        if key not in self._items:
            near = self.field.scheme.near_miss
            parts = [
                rule_part(s.weight, [o], near) for s, o in zip(item.stakes, key[1], strict=True)
            ]
            self._items[key] = mean(item.points, parts)
        return self._items[key]

    def _losses(self) -> tuple[tuple[Fraction, str], ...]:
        """Return what each rule costs if it alone fails, dearest first.

        What applies stays as it is, so the losses of rules of different items add up.
        """
        met = best(self.field)
        total = self(met)
        found = []
        for stake in self.field.stakes:
            failed = worst(stake)
            if stake.weight and failed and met[stake.rule] not in (failed, Possible.EMPTY):
                found.append((total - self({**met, stake.rule: failed}), stake.rule))
        return tuple(sorted(found, key=lambda pair: (-pair[0], pair[1])))


def best(field: Field) -> Outcomes:
    """Return the best outcome of every rule; one that does not apply only where it never does."""
    return {s.rule: s.options[0] for s in field.stakes}


def worst(stake: Stake) -> Possible | None:
    """Return the worst way in which a rule can fail; None if it cannot."""
    return next((o for o in (Possible.MISSED, Possible.NEAR) if o in stake.options), None)


def can_be_declared_away(stake: Stake) -> bool:
    """Tell whether a rule that weighs something may turn out not to apply, and may fail."""
    return bool(stake.weight) and Possible.EMPTY in stake.options and worst(stake) is not None


def lift(totals: Totals, stake: Stake, outcomes: Mapping[str, Possible]) -> Fraction:
    """Return by how many points the total rises if a rule that failed is declared away instead."""
    failed = worst(stake)
    assert failed is not None
    away = totals({**outcomes, stake.rule: Possible.EMPTY})
    return away - totals({**outcomes, stake.rule: failed})


def greatest_lift(totals: Totals, stake: Stake) -> Fraction:
    """Return the lift that no submission exceeds."""
    met = best(totals.field)
    return max(lift(totals, stake, {**met, **case}) for case in _cases(totals.field, stake))


def _cases(field: Field, stake: Stake) -> Iterator[Outcomes]:
    """Yield the circumstances among which the greatest lift is: others met, or not applicable."""
    item = next(i for i in field.items if stake in i.stakes)
    in_item = _thinned([(s.weight, _away([s])) for s in item.stakes if s is not stake])
    beside = [i for i in field.items if i.chapter == item.chapter and i is not item]
    in_chapter = _thinned([(i.points, _item_away(i)) for i in beside])
    numbers = dict.fromkeys(i.chapter for i in field.items if i.chapter != item.chapter)
    in_whole = _thinned([_chapter_away(field, number) for number in numbers])
    for one, two, three in product(in_item, in_chapter, in_whole):
        yield {**one, **two, **three}


def _thinned(members: Sequence[tuple[int, Outcomes | None]]) -> list[Outcomes]:
    """Return ways in which members fall away: as many as can while one stays, and all of them."""
    weighing = [(w, away) for w, away in members if w]
    loose = sorted((m for m in weighing if m[1] is not None), key=lambda m: -m[0])
    dropped = [away for _, away in loose if away is not None]
    if len(loose) < len(weighing) or not loose:
        return [_together(dropped)]
    return [_together(dropped[:-1]), _together(dropped)]


def _together(parts: Sequence[Outcomes]) -> Outcomes:
    return {rule: outcome for part in parts for rule, outcome in part.items()}


def _away(stakes: Sequence[Stake]) -> Outcomes | None:
    if all(Possible.EMPTY in s.options for s in stakes):
        return {s.rule: Possible.EMPTY for s in stakes}
    return None


def _item_away(item: StakedItem) -> Outcomes | None:
    return _away([s for s in item.stakes if s.weight])


def _chapter_away(field: Field, number: str) -> tuple[int, Outcomes | None]:
    own = [i for i in field.items if i.chapter == number]
    away = [_item_away(i) for i in own]
    found = None if None in away else _together([a for a in away if a is not None])
    return sum(i.points for i in own), found


def turn(totals: Totals, stake: Stake, outcomes: Mapping[str, Possible]) -> Turn | None:
    """Return the smallest way found in which declaring a rule away turns a grade or a conclusion.

    Args:
        outcomes: what every rule comes to to begin with; the rule itself failed or is away.
    """
    failed, field = worst(stake), totals.field
    assert failed is not None
    before, after = {**outcomes, stake.rule: failed}, {**outcomes, stake.rule: Possible.EMPTY}
    here = _turned(field, (), before, after)
    if here is not None:
        return here
    low, high = totals(before), totals(after)
    own = {s.rule for s in field.stakes if s.item == stake.item}
    losses = [pair for pair in totals.losses if pair[1] not in own]
    for least in _lines(field):
        others = _failing(losses, low - least, high - least)
        if others is None:
            continue
        more = {rule: _worst_of(field, rule) for rule in others}
        turned = _turned(field, others, {**before, **more}, {**after, **more})
        if turned is not None:
            return turned
    return None


def _turned(
    field: Field,
    others: tuple[str, ...],
    before: Mapping[str, Possible],
    after: Mapping[str, Possible],
) -> Turn | None:
    failed, away = suppose(field.book, sure(before)), suppose(field.book, sure(after))
    same = (
        failed.conclusion.grade == away.conclusion.grade
        and failed.conclusion.possible == away.conclusion.possible
    )
    return None if same else Turn(others, failed, away)


def _lines(field: Field) -> list[Fraction]:
    scheme = field.scheme
    lines = {line(g.at_least, scheme.decimals) for g in scheme.grades}
    for choice in scheme.conclusions:
        if choice.requires.score is not None:
            lines.add(line(choice.requires.score * scheme.total, scheme.decimals))
    return sorted(lines, reverse=True)


def _failing(
    losses: Sequence[tuple[Fraction, str]], above: Fraction, most: Fraction
) -> tuple[str, ...] | None:
    """Return few rules that together cost more than `above` and at most `most`.

    The dearest come first; then the last is exchanged for one that fits, or one more is added. So
    the number is the least that can do, or one or two above it.
    """
    taken: list[tuple[Fraction, str]] = []
    for pair in losses:
        cost = sum((c for c, _ in taken), Fraction(0))
        rest = [p for p in losses if p not in taken and above < cost + p[0] <= most]
        if rest:
            return tuple(sorted(rule for _, rule in (*taken, rest[0])))
        if cost + pair[0] <= most:
            taken.append(pair)
    return None


def _worst_of(field: Field, rule: str) -> Possible:
    stake = next(s for s in field.stakes if s.rule == rule)
    found = worst(stake)
    assert found is not None
    return found
