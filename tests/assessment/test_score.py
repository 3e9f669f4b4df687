"""The score, worked out by hand: weighted means in which a part may turn out not to apply."""

from fractions import Fraction

import pytest

from checker.assessment.score import Part, ScoredItem, gain, mean, rule_part, score
from checker.model.outcome import Possible

HALF = Fraction(1, 2)
MET, NEAR, MISSED, EMPTY = Possible.MET, Possible.NEAR, Possible.MISSED, Possible.EMPTY


def part(weight, low, high=None, **more):
    return Part(weight, Fraction(low), Fraction(low if high is None else high), **more)


def loose(weight, low, high=None):
    return part(weight, low, high, may_drop=True)


def dropped(weight):
    return Part(weight, Fraction(0), Fraction(0), may_drop=True, dropped=True)


@pytest.mark.parametrize(
    ("possible", "expected"),
    [
        ([MET], part(3, 1)),
        ([NEAR], part(3, HALF)),
        ([MISSED], part(3, 0)),
        ([MET, MISSED], part(3, 0, 1)),
        ([MET, NEAR], part(3, HALF, 1)),
        ([NEAR, MISSED], part(3, 0, HALF)),
        ([MET, EMPTY], loose(3, 1)),
        ([MET, NEAR, MISSED, EMPTY], loose(3, 0, 1)),
        ([EMPTY], dropped(3)),
    ],
)
def test_what_a_rule_is_worth(possible, expected):
    assert rule_part(3, possible, HALF) == expected


def test_a_rule_without_weight_is_left_out():
    assert rule_part(0, [MISSED], HALF).dropped


def test_a_near_miss_is_worth_what_the_scheme_says():
    assert rule_part(1, [NEAR], Fraction(1, 3)) == part(1, Fraction(1, 3))


class TestMean:
    def test_weights_count(self):
        assert mean(7, [part(3, 1), part(1, 0)]) == part(7, Fraction(3, 4))

    def test_intervals_are_averaged_end_by_end(self):
        assert mean(1, [part(1, 0, 1), part(1, HALF)]) == part(1, Fraction(1, 4), Fraction(3, 4))

    def test_what_is_dropped_leaves_its_weight_to_the_others(self):
        assert mean(1, [part(3, 1), part(1, 0), dropped(6)]) == part(1, Fraction(3, 4))

    def test_what_may_drop_is_taken_in_where_it_helps(self):
        # (3 + 1) / 5 at best; at worst (3 + 0) / 5
        found = mean(1, [part(3, 1), part(1, 0), loose(1, 0, 1)])

        assert found == part(1, Fraction(3, 5), Fraction(4, 5))

    def test_what_may_drop_is_left_out_where_it_harms(self):
        # a certain half: at best without it (1), at worst with it (3/4)
        assert mean(1, [part(1, 1), loose(1, HALF)]) == part(1, Fraction(3, 4), 1)

    def test_several_that_may_drop_are_taken_best_first(self):
        # fixed 0.4 (weight 1); loose 1 (weight 1), 0.6 (weight 1), 0.2 (weight 1)
        parts = [part(1, "0.4"), loose(1, 1), loose(1, "0.6"), loose(1, "0.2")]

        # high: .4, then (.4+1)/2 = .7, then (.4+1+.6)/3 = .667: the first alone
        # low: .4, then (.4+.2)/2 = .3, then (.4+.2+.6)/3 = .4: the last alone
        assert mean(1, parts) == part(1, "0.3", "0.7")

    def test_a_heavy_part_is_taken_although_a_lighter_one_is_better(self):
        # fixed 0 (1); loose 1 (1), 0.8 (9): 1/2, then (1 + 7.2)/11 = 82/110
        found = mean(1, [part(1, 0), loose(1, 1), loose(9, "0.8")])

        assert found.high == Fraction(82, 110)
        assert found.low == 0

    def test_only_parts_that_may_drop_may_drop_together(self):
        found = mean(5, [loose(1, 0, HALF), loose(1, "0.25", 1)])

        assert found == Part(5, Fraction(0), Fraction(1), may_drop=True)

    @pytest.mark.parametrize("parts", [[], [dropped(2), dropped(3)], [part(0, 1)]])
    def test_a_mean_of_nothing_is_dropped(self, parts):
        assert mean(4, parts) == dropped(4)


ITEMS = [
    ScoredItem("1.1", "1", 40, {"a": part(3, 1), "b": part(1, 0)}),
    ScoredItem("1.2", "1", 20, {"c": part(2, 0, 1)}),
    ScoredItem("2.1", "2", 25, {"d": dropped(1)}),
    ScoredItem("2.2", "2", 15, {"e": loose(1, 0, 1)}),
]


class TestWhole:
    def test_items_chapters_and_total(self):
        found = score(ITEMS)

        assert found.items["1.1"] == part(40, Fraction(3, 4))
        assert found.items["1.2"] == part(20, 0, 1)
        assert found.items["2.1"].dropped
        assert found.items["2.2"] == loose(15, 0, 1)
        # (40 · 3/4 + 20 · 0 … 1) / 60
        assert found.chapters["1"] == part(60, HALF, Fraction(5, 6))
        # 2.1 is out, 2.2 carries the chapter; the chapter keeps its 40 points, or drops
        assert found.chapters["2"] == loose(40, 0, 1)
        # worst: (60 · 1/2 + 40 · 0) / 100; best: with 2: (60 · 5/6 + 40) / 100
        assert found.total == Part(1, Fraction(3, 10), Fraction(9, 10))

    def test_the_total_leaves_out_a_chapter_that_drops_where_that_is_better(self):
        items = [ITEMS[0], ScoredItem("2.2", "2", 60, {"e": loose(1, HALF)})]

        # without chapter 2: 3/4; with it: (40 · 3/4 + 60 · 1/2) / 100
        assert score(items).total == part(1, Fraction(3, 5), Fraction(3, 4))

    def test_nothing_at_all_has_no_score(self):
        assert score([ITEMS[2]]).total.dropped
        assert score([]).total.dropped

    @pytest.mark.parametrize(
        ("rule", "index", "expected"),
        [
            ("a", 0, 0),  # met already
            ("b", 0, Fraction(1, 10)),  # 10 of the 100 points
            ("c", 1, Fraction(1, 5)),  # 20 of the 100 points
            ("d", 2, 0),  # does not apply
            ("e", 3, Fraction(2, 5)),  # the 40 points of its chapter
        ],
    )
    def test_what_meeting_a_rule_adds_to_the_worst_case(self, rule, index, expected):
        assert gain(ITEMS, score(ITEMS), rule, index) == expected

    def test_a_gain_is_never_negative(self):
        # e lowers the worst case; to meet it takes the harm away
        items = [ITEMS[0], ScoredItem("2.2", "2", 60, {"e": loose(1, HALF)})]

        assert gain(items, score(items), "e", 1) == Fraction(3, 10)
