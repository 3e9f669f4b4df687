"""The first interpreter: a check over one submission → what it may still come to.

The verdict is computed first and alone; which rows speak against it is a second question that
`trace` answers, asked only for what a report shows.
"""

from checker.language.conditions import population, truth
from checker.language.expectations import combine, possible
from checker.language.facts import Facts
from checker.language.kleene import rows_of
from checker.language.measures import (
    NOTHING_AT_ALL,
    Measurement,
    Range,
    Rows,
    ShareCounts,
    least_part,
    measure_rows,
    ratio,
    share,
)
from checker.model.check import (
    Check,
    CheckAll,
    CheckAny,
    Condition,
    Count,
    Leaf,
    Measure,
    Ratio,
    Share,
    SimpleMeasure,
)
from checker.model.frozen import dataclass
from checker.model.outcome import Possible


@dataclass(frozen=True, slots=True)
class LeafJudgement:
    """What one leaf may still come to, and the numbers behind it."""

    leaf: Leaf
    measurement: Measurement
    possible: frozenset[Possible]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a check may still come to; leaves in the order in which they are written."""

    possible: frozenset[Possible]
    leaves: tuple[LeafJudgement, ...]
    applies: frozenset[bool] = frozenset({True})


def evaluate(check: Check, facts: Facts, applies_when: Condition | None = None) -> Judgement:
    """Judge a check on facts.

    Args:
        applies_when: condition on the subject's row; where it can be false, the rule may not apply.
    """
    judged: list[LeafJudgement] = []
    found = _judge(check, facts, judged)
    applies = frozenset({True})
    if applies_when is not None:
        asked = truth(facts, facts.dictionary.subject, applies_when)
        applies = frozenset(
            value
            for value, mask in ((True, asked.can_be_true), (False, asked.can_be_false))
            if mask
        )
        found = (found if True in applies else frozenset()) | (
            {Possible.EMPTY} if False in applies else frozenset()
        )
    return Judgement(found, tuple(judged), applies)


def _judge(check: Check, facts: Facts, judged: list[LeafJudgement]) -> frozenset[Possible]:
    if isinstance(check, CheckAll | CheckAny):
        members = [_judge(m, facts, judged) for m in check.members]
        return combine(members, best=isinstance(check, CheckAny))
    measurement = measure(check.measure, facts)
    found = possible(facts, check, measurement)
    judged.append(LeafJudgement(check, measurement, found))
    return found


def measure(asked: Measure, facts: Facts) -> Measurement:
    """Return the interval of a measure over the facts."""
    if isinstance(asked, Ratio):
        return _ratio(asked, facts)
    if isinstance(asked, Share):
        return _share(asked, facts)
    if isinstance(asked, Count):
        return _count(asked, facts)
    return measure_rows(facts, asked, rows(asked, facts))


def rows(asked: SimpleMeasure, facts: Facts) -> Rows:
    """Return the rows that a measure is about: certainly, and only possibly."""
    found = population(facts, asked.of, asked.where)
    size = facts.table(asked.of).size
    return Rows(rows_of(found.surely, size), rows_of(found.can_be_true & found.can_be_false, size))


def _count(asked: Count, facts: Facts) -> Measurement:
    found = population(facts, asked.of, asked.where)
    if not facts.table(asked.of).closed:
        return measure_rows(facts, asked, rows(asked, facts))
    return Measurement(Range(found.surely.bit_count(), found.can_be_true.bit_count()))


def _share(asked: Share, facts: Facts) -> Measurement:
    inside = population(facts, asked.of, asked.where)
    does = truth(facts, facts.table_name(asked.of), asked.that, inside.can_be_true)
    counts = ShareCounts(
        can=(inside.can_be_true & does.can_be_true).bit_count(),
        can_not=(inside.can_be_true & does.can_be_false).bit_count(),
        surely=(inside.surely & does.surely).bit_count(),
        surely_not=(inside.surely & does.surely_not).bit_count(),
        sure_rows=inside.surely.bit_count(),
        possible_rows=inside.can_be_true.bit_count(),
    )
    return share(counts, closed=facts.table(asked.of).closed)


def _ratio(asked: Ratio, facts: Facts) -> Measurement:
    over, under = measure(asked.numerator, facts), measure(asked.denominator, facts)
    if over.range is None or under.range is None:  # counts and sums always have a value
        return NOTHING_AT_ALL
    return ratio(over.range, under.range, least_part(facts, asked.denominator))
