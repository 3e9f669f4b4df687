"""What to hand in next: the order by hand and by brute force, and that it keeps its promise."""

from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.assessment.assess import assess_submission
from checker.assessment.handing_in import order
from checker.model.outcome import Outcome, Reason
from tests.assessment.handing import claims
from tests.assessment.pools import SAMPLES, TABLES, assessed, book, submission
from tests.properties.settings import fixed

NAMES = ("a", "b", "c", "d", "e")
DROPPABLE = ("lab_reports", "lifeguards", "pools", "water_samples", "daily_log")


def ordered(*needs):
    return order([(frozenset(tables), Fraction(worth)) for tables, worth in needs], NAMES)


class TestOrder:
    def test_single_tables_come_by_what_they_are_worth(self):
        assert ordered(("a", 5), ("b", 7), ("a", 4)) == ["a", "b"]

    def test_a_pair_comes_first_where_it_is_worth_more_a_table(self):
        # b and c: 20 for two tables, 10 each; a: 9
        assert ordered(("a", 9), ("bc", 20)) == ["b", "c", "a"]

    def test_a_pair_waits_where_a_single_table_is_worth_more(self):
        assert ordered(("a", 11), ("bc", 20)) == ["a", "b", "c"]

    def test_a_pair_counts_with_what_its_tables_tell_alone(self):
        # b and c: 4 + 3 + 12 = 19 for two; a: 9. Of the pair, c tells more by itself
        assert ordered(("a", 9), ("b", 3), ("c", 4), ("bc", 12)) == ["c", "b", "a"]

    def test_what_is_there_already_makes_the_next_table_worth_more(self):
        # d alone: 1; but after a it tells the 12 that need both
        assert ordered(("a", 10), ("b", 5), ("d", 1), ("ad", 9)) == ["a", "d", "b"]

    def test_of_equals_the_one_with_more_rules_comes_first_then_the_one_named_first(self):
        assert ordered(("c", 6), ("b", 3), ("b", 3), ("a", 6)) == ["b", "a", "c"]

    def test_tables_that_add_nothing_come_last(self):
        assert ordered(("a", 0), ("b", 1)) == ["b", "a"]

    def test_nothing_waits_for_nothing(self):
        assert order([], NAMES) == []


def best_by_trying_all(needs, there):
    """The most points a table that any group of tables brings which some rule still waits for."""
    left = [(tables - there, worth) for tables, worth in needs if tables - there]
    groups = {tables for tables, _ in left}
    return max(
        (Fraction(sum(w for t, w in left if t <= group), len(group)) for group in groups),
        default=None,
    )


DRAWN = st.lists(
    st.tuples(
        st.frozensets(st.sampled_from(NAMES), min_size=1, max_size=4),
        st.builds(Fraction, st.integers(0, 12), st.sampled_from((1, 2, 3, 7))),
    ),
    min_size=1,
    max_size=8,
)


def test_every_group_is_the_best_that_trying_all_finds():
    @fixed(400)
    @given(DRAWN)
    def holds(needs):
        found = order(needs, NAMES)
        there: frozenset[str] = frozenset()
        assert sorted(found) == sorted(frozenset().union(*(t for t, _ in needs)))
        while len(there) < len(found):
            best = best_by_trying_all(needs, there)
            # some number of tables from here on is such a group, and brings exactly so much
            ends = range(len(there) + 1, len(found) + 1)
            brought = {
                end: sum(w for t, w in needs if t <= {*found[:end]} and not t <= there)
                for end in ends
            }
            left = [t - there for t, _ in needs if t - there]
            end = next(
                e for e in ends
                if frozenset(found[len(there) : e]) in left
                and brought[e] == best * (e - len(there))
            )  # fmt: skip
            there = frozenset(found[:end])

    holds()


def test_the_order_does_not_hang_on_the_order_of_the_rules():
    @fixed(100)
    @given(st.permutations(range(6)), st.lists(DRAWN.map(lambda d: d[0]), min_size=6, max_size=6))
    def holds(places, needs):
        assert order(needs, NAMES) == order([needs[p] for p in places], NAMES)

    holds()


def without(tables, **more):
    return {**dict.fromkeys(tables), **more}


SUBSETS = [c for n in range(len(DROPPABLE) + 1) for c in combinations(DROPPABLE, n)]


class TestPromise:
    @pytest.mark.parametrize("kind", ["self", "association"])
    def test_whatever_is_missing_the_claims_hold(self, kind):
        for gone in SUBSETS:
            for venue in (TABLES["venue"], {"name": "示例"}, None):
                own = submission(**without(gone, venue=venue, kind=kind))
                claims(book(), own, assess_submission(book(), own))

    def test_handing_the_tables_in_brings_what_was_said(self):
        """Good data for the tables up to a step raise the worst case to what the step said."""
        for gone in SUBSETS:
            before = assessed(**without(gone))
            left = set(gone)
            for step in before.to_hand_in:
                left.discard(step.table)
                after = assessed(**without(left))
                assert after.points.worst == before.points.worst + step.points
                told = {f.rule for f in after.findings if f.outcome is not Outcome.CANT_TELL}
                assert told >= {*step.rules, *step.uncounted}

    def test_all_that_is_missing_is_accounted_for(self):
        for gone in SUBSETS:
            found = assessed(**without(gone))
            reached = found.to_hand_in[-1].points if found.to_hand_in else 0
            assert reached == found.points.best - found.points.worst

    def test_what_only_a_visit_settles_is_told_apart_in_a_review(self):
        # 2.1, guarded: 25 of 100 points, wants tables pools and lifeguards and then a visit
        found = assessed(kind="association", lifeguards=None, lab_reports=None)

        assert [s.label for s in found.to_hand_in] == ["救生员", "检验报告"]
        assert [s.points for s in found.to_hand_in] == [25, 45]
        assert [s.on_site for s in found.to_hand_in] == [25, 25]

    def test_the_same_submission_says_the_same(self):
        gone = without(DROPPABLE)
        assert assessed(**gone).to_hand_in == assessed(**gone).to_hand_in

    def test_nothing_is_asked_for_where_nothing_is_missing(self):
        assert assessed().to_hand_in == ()


class TestStep:
    def test_a_table_not_handed_in_asks_for_the_columns_that_are_read(self):
        (step,) = assessed(water_samples=None).to_hand_in

        assert step.label == "水样"
        assert step.reason is Reason.NOT_SUBMITTED
        assert step.columns == ("取样时间", "游离余氯", "浊度")
        assert step.guidance == "每次取样一行。"
        assert step.rules == ("YYC-0101-01", "YYC-0101-02")
        assert step.blanks == ()

    def test_columns_of_related_tables_are_asked_for_there(self):
        found = {s.label: s for s in assessed(lifeguards=None, pools=None).to_hand_in}

        assert found["救生员"].columns == ("负责泳池", "证书有效期至")
        assert found["泳池"].columns == ()  # each pool is asked about, none of its columns

    def test_of_two_tables_that_only_tell_together_the_first_adds_nothing(self):
        first, second = assessed(lifeguards=None, pools=None).to_hand_in

        assert [first.rules, second.rules] == [(), ("YYC-0201-01",)]
        assert [first.later, second.later] == [1, 0]
        assert [first.points, second.points] == [0, 25]

    def test_blanks_name_row_and_what_stands_in_it(self):
        samples = [{**SAMPLES[0], "chlorine": None}, *SAMPLES[1:]]
        (step,) = assessed(water_samples=samples).to_hand_in

        assert step.reason is Reason.VALUE_MISSING
        assert step.columns == ("游离余氯",)
        (blank,) = step.blanks
        assert [(r.id, [(c.label, c.text) for c in r.cells]) for r in blank.rows] == [
            ("W1", [("取样时间", "2025-03-01 09:00")])
        ]

    def test_what_a_condition_does_not_know_is_asked_for_as_well(self):
        (step,) = assessed(venue={"name": "示例游泳池"}).to_hand_in

        assert (step.label, step.columns) == ("场馆概况", ("循环供水",))
        assert step.rules == ("YYC-0202-01",)
        assert [(r.id, [c.text for c in r.cells]) for r in step.blanks[0].rows] == [
            ("", ["示例游泳池"])
        ]


def test_no_order_brings_twice_as_much_on_the_way():
    """The order is a rule of thumb: here it is held against every order there is."""

    def on_average(found, needs):
        told = [sum(w for t, w in needs if t <= {*found[:n]}) for n in range(1, len(found) + 1)]
        return Fraction(sum(told), len(told))

    @fixed(60)
    @given(DRAWN)
    def holds(needs):
        found = order(needs, NAMES)
        best = max(on_average(other, needs) for other in permutations(found))
        assert on_average(found, needs) >= best / 2

    holds()
