"""
The interval of the score holds whatever the missing data turn out to say: brute force over every
completion, scored by other means.
"""

from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.assessment.score import Part, ScoredItem, gain, mean, rule_part, score
from checker.model.outcome import Possible

NEAR_MISS = Fraction(1, 3)
WORTH = {Possible.MET: Fraction(1), Possible.NEAR: NEAR_MISS, Possible.MISSED: Fraction(0)}
MOST = 5
"""Rules of one example: at most 4 to the power of this many completions."""

FIXED = settings(max_examples=200, deadline=None, derandomize=True, database=None)

possible_sets = st.sets(st.sampled_from(list(Possible)), min_size=1).map(frozenset)
rules = st.tuples(st.integers(0, 5), possible_sets)


@st.composite
def standards(draw):
    """Items as (chapter, points, [(weight, possible results)])."""
    left = MOST
    items: list[Any] = []
    while left and (not items or draw(st.booleans())):
        own = draw(st.lists(rules, min_size=1, max_size=min(3, left)))
        left -= len(own)
        items.append((draw(st.sampled_from("123")), draw(st.integers(1, 60)), own))
    return items


def scored(items):
    """The items as the engine takes them; rules are named by item and position."""
    return [
        ScoredItem(
            str(i), chapter, points,
            {f"{i}-{j}": rule_part(w, p, NEAR_MISS) for j, (w, p) in enumerate(own)},
        )
        for i, (chapter, points, own) in enumerate(items)
    ]  # fmt: skip


def average(members):
    """The weighted average of (weight, value) without those that have no value; None if none has."""
    left = [(w, v) for w, v in members if v is not None and w]
    weights = sum(w for w, _ in left)
    return sum((w * v for w, v in left), Fraction(0)) / weights if weights else None


def plain_score(items, choice):
    """The score of one completion: one result for every rule, in order."""
    results = iter(choice)
    chapters: dict[str, list[Any]] = {}
    for chapter, points, own in items:
        value = average([(w, WORTH.get(next(results))) for w, _ in own])
        chapters.setdefault(chapter, []).append((points, value))
    return average([(sum(p for p, _ in own), average(own)) for own in chapters.values()])


def completions(items):
    """Every way the sets may turn out."""
    return product(*[sorted(p) for _, _, own in items for _, p in own])


def holds(total: Part, value: Fraction | None) -> bool:
    if value is None:
        return total.may_drop
    return not total.dropped and total.low <= value <= total.high


@given(standards())
@FIXED
def test_the_interval_contains_the_score_of_every_completion(items):
    total = score(scored(items)).total

    for choice in completions(items):
        assert holds(total, plain_score(items, choice)), choice


@given(st.lists(rules, min_size=1, max_size=MOST), st.integers(1, 9))
@FIXED
def test_the_interval_of_one_item_is_reached_at_both_ends(own, weight):
    found = mean(weight, [rule_part(w, p, NEAR_MISS) for w, p in own])
    values = [plain_score([("1", 1, own)], choice) for choice in completions([("1", 1, own)])]
    known = [v for v in values if v is not None]

    assert found.dropped is not bool(known)
    assert found.may_drop is (None in values)
    if known:
        assert (found.low, found.high) == (min(known), max(known))


@given(standards(), st.data())
@FIXED
def test_what_becomes_known_never_widens_the_interval(items, data):
    before = score(scored(items)).total
    wide = [
        (i, j) for i, (_, _, own) in enumerate(items) for j, r in enumerate(own) if len(r[1]) > 1
    ]
    if not wide:
        return
    i, j = data.draw(st.sampled_from(wide))
    chapter, points, own = items[i]
    weight, possible = own[j]
    fewer = possible - {data.draw(st.sampled_from(sorted(possible)))}
    narrowed = [*own[:j], (weight, fewer), *own[j + 1 :]]

    after = score(scored([*items[:i], (chapter, points, narrowed), *items[i + 1 :]])).total

    assert before.may_drop or not after.may_drop
    if not after.dropped:
        assert before.low <= after.low <= after.high <= before.high


@given(standards())
@FIXED
def test_a_gain_is_what_the_worst_score_rises_by(items):
    made = scored(items)
    whole = score(made)
    for index, item in enumerate(made):
        for name, part in item.rules.items():
            if part.dropped:
                assert gain(made, whole, name, index) == 0
                continue
            met = ScoredItem(
                item.no, item.chapter, item.points,
                {**item.rules, name: Part(part.weight, Fraction(1), Fraction(1))},
            )  # fmt: skip
            after = score([*made[:index], met, *made[index + 1 :]]).total

            assert gain(made, whole, name, index) == max(0, after.low - whole.total.low)
