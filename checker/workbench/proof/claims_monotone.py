"""A better outcome never lowers a score or worsens a conclusion, as long as what applies is fixed.

The argument is in four steps, each asked of the real functions, exactly:

1. A rule's outcome is worth the more the better it is: missed, near, met.
2. A mean of members that apply is the sum of weight times value over the sum of weights. It cannot
   fall when a value rises, because no weight is negative: asked for every member of every mean,
   over rational numbers, whatever else applies and whatever the other values are; and asked of
   the real total, for every step of every rule.
3. Rounding half up, "at least" and "at most" keep the order, so every condition of a conclusion
   that held still holds, and the first conclusion whose conditions hold stays or moves forward:
   it cannot get worse if the conclusions stand from the most favourable to the least.
4. A set of outcomes that shrinks, because something missing was handed in, leaves an interval that
   lies in the one before: asked for every rule in its item and every item in its chapter, with
   the rest left open.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from checker.assessment.score import Part, mean, rule_part
from checker.model.outcome import Possible
from checker.model.rule import ConclusionChoice
from checker.workbench.diagnostic import Diagnostic
from checker.workbench.proof import score_words as words
from checker.workbench.proof.claimed import Claimed, claim, complaint, scheme_place
from checker.workbench.proof.lifts import Totals, best, worst
from checker.workbench.proof.refute import lowers
from checker.workbench.proof.supposition import Field, StakedItem
from checker.workbench.rule_set import RuleSet

STEPS = (Possible.MISSED, Possible.NEAR, Possible.MET)
"""Outcomes from the worst to the best."""


def monotone_claims(rule_set: RuleSet, field: Field) -> Claimed:
    """Return what was proven of better outcomes."""
    worth = tuple(_worth(rule_set, field))
    means = tuple(_means(rule_set, field))
    order = tuple(_order(rule_set, field))
    narrower = tuple(_narrower(rule_set, field))
    steps = tuple(_steps(rule_set, field))
    near = scheme_place(rule_set, "near_miss")
    first = scheme_place(rule_set, "conclusions", 0, "id")
    examined = (
        claim("score", words.monotone_claim("worth"), near, worth),
        claim("score", words.monotone_claim("means"), near, (*means, *steps)),
        claim("score", words.monotone_claim("order"), first, order),
        claim("score", words.monotone_claim("narrower"), near, narrower),
    )
    found = (*worth, *means, *steps, *order, *narrower)
    rules = sum(1 for s in field.stakes if s.weight)
    figures: dict[str, Any] = {"monotone": {"proven": not found, "rules": rules}}
    return Claimed(found, examined, figures)


def _worth(rule_set: RuleSet, field: Field) -> Iterator[Diagnostic]:
    values = [rule_part(1, [p], field.scheme.near_miss).low for p in STEPS]
    if values != sorted(values):
        place = scheme_place(rule_set, "near_miss")
        yield complaint("score-not-monotone", place, words.near_miss(field.scheme.near_miss))


def _means(rule_set: RuleSet, field: Field) -> Iterator[Diagnostic]:
    for item in field.items:
        if lowers([s.weight for s in item.stakes]):
            place = rule_set.item_place(item.no)
            yield complaint("score-not-monotone", place, words.mean_falls(item.no), item.no)
    for chapter in dict.fromkeys(i.chapter for i in field.items):
        if lowers([i.points for i in field.items if i.chapter == chapter]):
            place = scheme_place(rule_set, "total")
            yield complaint("score-not-monotone", place, words.mean_falls(chapter), chapter)


def _steps(rule_set: RuleSet, field: Field) -> Iterator[Diagnostic]:
    """Complain of every rule whose better outcome lowers the real total.

    With what applies fixed, the total is affine in the worth of one rule, and its slope does not
    depend on what the others are worth: so the two ends of the others are enough.
    """
    totals, high = Totals(field), best(field)
    low = {s.rule: worst(s) or s.options[0] for s in field.stakes}
    for stake in field.stakes:
        applying = [o for o in STEPS if o in stake.options]
        for others in (high, low):
            found = [totals({**others, stake.rule: o}) for o in applying]
            if found != sorted(found):
                place = rule_set.rule_place(stake.rule)
                yield complaint(
                    "score-not-monotone", place, words.total_falls(stake.rule), stake.rule
                )
                break


def _order(rule_set: RuleSet, field: Field) -> Iterator[Diagnostic]:
    """Complain where a conclusion that does not conform stands before one that does.

    And where the grades are not in order, a better score may get a worse grade.
    """
    scheme = field.scheme
    for i, choice in enumerate(scheme.conclusions):
        before = _worse_before(scheme.conclusions[:i], choice)
        if before is not None:
            place = scheme_place(rule_set, "conclusions", i, "conforms")
            other = scheme_place(rule_set, "conclusions", before, "conforms")
            title = scheme.conclusions[before].title
            yield complaint(
                "score-not-monotone", place, words.conclusions_order(choice.title, title), choice.id,
                related=((other, title),),
            )  # fmt: skip
    for i, (better, worse) in enumerate(zip(scheme.grades, scheme.grades[1:], strict=False), 1):
        if better.at_least <= worse.at_least:
            place = scheme_place(rule_set, "grades", i, "at_least")
            said = words.grades_order(worse.title, better.title)
            yield complaint("score-not-monotone", place, said, worse.id)


def _worse_before(before: Sequence[ConclusionChoice], choice: ConclusionChoice) -> int | None:
    if not choice.conforms:
        return None
    return next((i for i, c in enumerate(before) if not c.conforms), None)


def _narrower(rule_set: RuleSet, field: Field) -> Iterator[Diagnostic]:
    for item in field.items:
        parts = [rule_part(s.weight, s.options, field.scheme.near_miss) for s in item.stakes]
        for index, stake in enumerate(item.stakes):
            for option in stake.options:
                one = rule_part(stake.weight, [option], field.scheme.near_miss)
                if not _inside(item.points, parts, index, one):
                    place = rule_set.rule_place(stake.rule)
                    yield complaint("score-interval", place, words.interval(stake.rule), stake.rule)
    yield from _narrower_chapters(rule_set, field)


def _narrower_chapters(rule_set: RuleSet, field: Field) -> Iterator[Diagnostic]:
    for chapter in dict.fromkeys(i.chapter for i in field.items):
        own = [i for i in field.items if i.chapter == chapter]
        parts = [_whole(field, i) for i in own]
        for index, item in enumerate(own):
            for one in _ends(parts[index]):
                if not _inside(1, parts, index, one):
                    place = rule_set.item_place(item.no)
                    yield complaint("score-interval", place, words.interval(item.no), item.no)


def _whole(field: Field, item: StakedItem) -> Part:
    near = field.scheme.near_miss
    return mean(item.points, [rule_part(s.weight, s.options, near) for s in item.stakes])


def _ends(part: Part) -> Iterator[Part]:
    if not part.dropped:
        yield Part(part.weight, part.low, part.low)
        yield Part(part.weight, part.high, part.high)
    if part.may_drop:
        yield Part(part.weight, 0, 0, may_drop=True, dropped=True)


def _inside(weight: int, parts: Sequence[Part], index: int, one: Part) -> bool:
    """Tell whether a mean with one member narrowed lies within the mean as it was."""
    before = mean(weight, parts)
    after = mean(weight, [one if i == index else p for i, p in enumerate(parts)])
    if after.dropped or before.dropped:
        return after.dropped and before.may_drop
    return before.low <= after.low and after.high <= before.high
