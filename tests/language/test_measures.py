"""Every measure by hand: complete, incomplete, with uncertain rows, and over an open table."""

from fractions import Fraction
from math import inf
from typing import Any

import pytest

from checker.language.evaluate import evaluate
from checker.language.measures import Empty, Measurement, Range
from checker.model.submission import TableData
from checker.model.value import NOTHING, UNKNOWN
from tests.builders import (
    all_tables,
    check,
    column,
    day,
    dictionary,
    facts,
    moment,
    parameter,
    parameters,
    table,
    table_data,
)

CALLS = table(
    "calls",
    column("kind", "enum", values=("线上", "线下")),
    column("done", "bool"),
    column("topics", "enum", values=("甲", "乙", "丙"), many=True, blank="nothing"),
    column("topic", "enum", values=("甲", "乙", "丙"), blank="nothing"),
    column("hours", "int", minimum="0", maximum="8", unit="小时"),
    column("rest", "int", minimum="0", maximum="8", unit="小时", blank="nothing"),
    column("profit", "int", minimum="-5", maximum="5", unit="元"),
    column("cost", "dec", minimum="0", unit="元"),
    column("price", "dec", minimum="0.5", maximum="4", unit="元"),
    column("number", "int", minimum="0", unit="次"),
    column("name", "text"),
    column("on", "date", blank="nothing"),
    column("start_at", "datetime", blank="nothing"),
    column("end_at", "datetime", blank="nothing"),
    column("desk", "ref", to="desks"),
    unit="次",
)
DESKS = table("desks", column("open", "bool"))
WORDS = dictionary(CALLS, DESKS)
KNOWN = parameters(parameter("twice", "2", "count"), parameter("three_a_year", "3", "count/年"))

Rows = Any
"""Rows as mappings, or the table itself."""
U = UNKNOWN


def measured(rows: Rows, **said: Any) -> Measurement:
    """What a measure over these calls may be; the period is January to June 2025."""
    said.setdefault("of", "calls")
    if said["measure"] == "ratio":
        del said["of"]
    share = said["measure"] in ("share", "covered", "time_covered")
    limit: Any = said.pop("limit", "50%" if share else 1)
    data = {**said, "expect": {"at_least": limit}}
    desks = [{"id": "d0", "open": True}, {"id": "d1", "open": False}]
    read = check(data, WORDS, KNOWN)
    judged = evaluate(read, facts(WORDS, all_tables(WORDS, calls=rows, desks=desks), KNOWN))
    return judged.leaves[0].measurement


def opened(rows: Rows) -> TableData:
    """The same rows in a table that may hold others."""
    return table_data(CALLS, rows, closed=False)


def point(value: float | Fraction) -> Measurement:
    return Measurement(Range(value, value))


def span(low: float | Fraction, high: float | Fraction, empty: Empty = Empty.NEVER) -> Measurement:
    return Measurement(Range(low, high), empty)


NO_VALUE = Measurement(None, Empty.CERTAINLY)
ONLINE = {"kind": "线上"}
CLOSED_DOMAIN = ["线上", "线下"]


class TestCount:
    def test_rows_that_may_belong_count_for_the_upper_end(self):
        """One row belongs, one does not, one may: between 1 and 2."""
        rows = [{"kind": "线上"}, {"kind": "线下"}, {"kind": U}]
        assert measured(rows, measure="count", where=ONLINE) == span(1, 2)

    def test_an_open_table_has_no_upper_end(self):
        """Known rows stay; any number may come."""
        rows = [{"kind": "线上"}, {"kind": "线下"}]
        assert measured(opened(rows), measure="count", where=ONLINE) == span(1, inf)

    def test_a_table_not_handed_in_may_hold_any_number(self):
        """No row is known and none is ruled out."""
        assert measured(opened([]), measure="count") == span(0, inf)

    def test_a_table_declared_empty_counts_zero(self):
        """确无 is an answer."""
        assert measured([], measure="count") == point(0)


class TestShare:
    def test_complete_rows_give_one_number(self):
        """Two of three."""
        rows = [{"done": True}, {"done": True}, {"done": False}]
        assert measured(rows, measure="share", that={"done": True}) == point(Fraction(2, 3))

    def test_unknown_answers_go_both_ways(self):
        """One yes, one no, one unknown: a third to two thirds."""
        rows = [{"done": True}, {"done": False}, {"done": U}]
        wanted = span(Fraction(1, 3), Fraction(2, 3))
        assert measured(rows, measure="share", that={"done": True}) == wanted

    def test_an_uncertain_row_that_does_not_only_pulls_down(self):
        """A sure yes and a possible no: 1 of 1, or 1 of 2."""
        rows = [{"kind": "线上", "done": True}, {"kind": U, "done": False}]
        found = measured(rows, measure="share", where=ONLINE, that={"done": True})
        assert found == span(Fraction(1, 2), 1)

    def test_an_uncertain_row_that_does_only_pushes_up(self):
        """A sure no and a possible yes: 0 of 1, or 1 of 2."""
        rows = [{"kind": "线上", "done": False}, {"kind": U, "done": True}]
        found = measured(rows, measure="share", where=ONLINE, that={"done": True})
        assert found == span(0, Fraction(1, 2))

    def test_rows_that_are_out_or_yes_give_all_or_no_value(self):
        """The only row does it, if it belongs at all: 100 % or nothing to ask."""
        rows = [{"kind": U, "done": True}]
        found = measured(rows, measure="share", where=ONLINE, that={"done": True})
        assert found == span(1, 1, Empty.POSSIBLY)

    def test_rows_that_are_out_or_no_give_none_or_no_value(self):
        """The only row does not do it, if it belongs at all: 0 % or nothing to ask."""
        rows = [{"kind": U, "done": False}]
        found = measured(rows, measure="share", where=ONLINE, that={"done": True})
        assert found == span(0, 0, Empty.POSSIBLY)

    def test_no_rows_give_no_value(self):
        """Nobody to ask is not 0 % and not 100 %."""
        assert measured([], measure="share", that={"done": True}) == NO_VALUE

    def test_an_open_table_with_a_violation_never_reaches_the_whole(self):
        """More rows bring the share near 1, never to it; 0 is not reached either."""
        rows = [{"done": True}, {"done": False}]
        found = measured(opened(rows), measure="share", that={"done": True})
        assert found == Measurement(Range(0, 1, low_open=True, high_open=True))

    def test_an_open_table_without_a_violation_may_be_whole(self):
        """One known yes: 1 can be reached, 0 cannot."""
        found = measured(opened([{"done": True}]), measure="share", that={"done": True})
        assert found == Measurement(Range(0, 1, low_open=True))

    def test_an_open_table_without_rows_may_be_anything(self):
        """Nothing is known, not even whether there is anything to ask."""
        found = measured(opened([]), measure="share", that={"done": True})
        assert found == span(0, 1, Empty.POSSIBLY)


class TestSum:
    def test_nothing_adds_nothing(self):
        """A row that says there is none adds 0."""
        assert measured([{"rest": 3}, {"rest": NOTHING}], measure="sum", value="rest") == point(3)

    def test_an_unknown_number_has_the_bounds_of_its_column(self):
        """3 and something between 0 and 8."""
        assert measured([{"hours": 3}, {"hours": U}], measure="sum", value="hours") == span(3, 11)

    def test_an_uncertain_row_adds_to_the_upper_end_only(self):
        """3 for sure, 4 perhaps."""
        rows = [{"kind": "线上", "hours": 3}, {"kind": U, "hours": 4}]
        assert measured(rows, measure="sum", value="hours", where=ONLINE) == span(3, 7)

    def test_an_uncertain_row_may_take_away(self):
        """3 for sure, and perhaps a loss of 4."""
        rows = [{"kind": "线上", "profit": 3}, {"kind": U, "profit": -4}]
        assert measured(rows, measure="sum", value="profit", where=ONLINE) == span(-1, 3)

    def test_an_unknown_number_without_bound_has_no_upper_end(self):
        """Costs are at least 0 and otherwise anything."""
        rows = [{"cost": 2}, {"cost": U}]
        assert measured(rows, measure="sum", value="cost") == span(2, inf)

    def test_an_open_table_keeps_what_no_row_can_take_away(self):
        """Hours cannot be negative: at least what is known."""
        assert measured(opened([{"hours": 3}]), measure="sum", value="hours") == span(3, inf)

    def test_an_open_table_of_gains_and_losses_says_nothing(self):
        """Any loss and any gain may still come."""
        found = measured(opened([{"profit": 3}]), measure="sum", value="profit")
        assert found == span(-inf, inf)

    def test_no_rows_sum_to_zero(self):
        """The sum of nothing is 0."""
        assert measured([], measure="sum", value="hours") == point(0)


class TestMean:
    def test_rows_that_say_nothing_are_left_out(self):
        """The mean of 2 and 4, not of 2, 4 and 0."""
        rows = [{"rest": 2}, {"rest": 4}, {"rest": NOTHING}]
        assert measured(rows, measure="mean", value="rest") == point(3)

    def test_uncertain_rows_are_taken_as_far_as_they_help(self):
        """Sure 4; perhaps 8, 6 and 0. Best: 4, 8, 6 → 6. Worst: 4, 0 → 2."""
        rows = [{"kind": "线上", "hours": 4}]
        rows += [{"kind": U, "hours": n} for n in (8, 6, 0)]
        assert measured(rows, measure="mean", value="hours", where=ONLINE) == span(2, 6)

    def test_a_longer_prefix_may_be_worse(self):
        """Sure 4; perhaps 8 and 5: 4, 8 → 6 beats 4, 8, 5 → 17/3."""
        rows = [{"kind": "线上", "hours": 4}]
        rows += [{"kind": U, "hours": n} for n in (8, 5)]
        assert measured(rows, measure="mean", value="hours", where=ONLINE) == span(4, 6)

    def test_without_a_sure_row_the_extremes_are_single_rows(self):
        """Perhaps 2, perhaps 6, perhaps neither."""
        rows = [{"kind": U, "hours": n} for n in (2, 6)]
        found = measured(rows, measure="mean", value="hours", where=ONLINE)
        assert found == span(2, 6, Empty.POSSIBLY)

    def test_an_unknown_cell_that_may_be_nothing_may_be_left_out(self):
        """2, and a cell that is 0 to 8 or says nothing: 1 to 5."""
        rows = [{"rest": 2}, {"rest": U}]
        assert measured(rows, measure="mean", value="rest") == span(1, 5)

    def test_all_nothing_gives_no_value(self):
        """No number to average."""
        assert measured([{"rest": NOTHING}], measure="mean", value="rest") == NO_VALUE

    def test_an_open_table_gives_the_bounds_of_the_column(self):
        """Enough new rows outweigh what is known."""
        assert measured(opened([{"hours": 3}]), measure="mean", value="hours") == span(0, 8)

    def test_a_column_without_bound_has_none_here_either(self):
        """2 and any cost: at least 1."""
        rows = [{"cost": 2}, {"cost": U}]
        assert measured(rows, measure="mean", value="cost") == span(1, inf)


class TestDistinct:
    def test_equal_values_count_once(self):
        """Two rows, one name."""
        rows = [{"name": "一"}, {"name": "一"}]
        assert measured(rows, measure="distinct", value="name") == point(1)

    def test_an_unknown_cell_is_an_old_value_or_a_new_one(self):
        """One name known, one not: 1 or 2."""
        rows = [{"name": "一"}, {"name": U}]
        assert measured(rows, measure="distinct", value="name") == span(1, 2)

    def test_an_unknown_cell_that_is_there_is_at_least_one_value(self):
        """Two unknown names are one name or two, never none."""
        assert measured([{"name": U}, {"name": U}], measure="distinct", value="name") == span(1, 2)

    def test_an_unknown_cell_that_may_say_nothing_may_be_no_value(self):
        """The topic may be none."""
        assert measured([{"topic": U}], measure="distinct", value="topic") == span(0, 1)

    def test_there_are_no_more_values_than_the_domain_has(self):
        """Five unknown kinds are one kind or two: there are only two."""
        assert measured([{"kind": U}] * 5, measure="distinct", value="kind") == span(1, 2)

    def test_an_unknown_list_may_hold_the_whole_domain(self):
        """One unknown list, three topics."""
        rows = [{"topics": ("甲",)}, {"topics": U}]
        assert measured(rows, measure="distinct", value="topics") == span(1, 3)

    def test_references_are_no_more_than_the_rows_they_name(self):
        """Three unknown desks of two."""
        assert measured([{"desk": U}] * 3, measure="distinct", value="desk") == span(1, 2)

    def test_an_open_table_may_hold_the_whole_domain(self):
        """One kind known, two possible; names have no end."""
        rows = [{"kind": "线上", "name": "一"}]
        assert measured(opened(rows), measure="distinct", value="kind") == span(1, 2)
        assert measured(opened(rows), measure="distinct", value="name") == span(1, inf)


class TestCovered:
    def test_each_required_value_counts_once(self):
        """甲 and 乙 of 甲、乙、丙."""
        rows = [{"topic": t} for t in ("甲", "甲", "乙", NOTHING)]
        found = measured(rows, measure="covered", value="topic", required=["甲", "乙", "丙"])
        assert found == point(Fraction(2, 3))

    def test_one_blank_covers_one_missing_value(self):
        """甲 known, one blank: one or two of three."""
        rows = [{"topic": "甲"}, {"topic": U}]
        found = measured(rows, measure="covered", value="topic", required=["甲", "乙", "丙"])
        assert found == span(Fraction(1, 3), Fraction(2, 3))

    def test_one_blank_list_covers_every_missing_value(self):
        """甲 known, one unknown list: it may hold 乙 and 丙."""
        rows = [{"topics": ("甲",)}, {"topics": U}]
        found = measured(rows, measure="covered", value="topics", required=["甲", "乙", "丙"])
        assert found == span(Fraction(1, 3), 1)

    def test_blanks_fill_the_smallest_gaps_first(self):
        """Twice each: 甲 once, 乙 never, two blanks: 甲 or 乙 can be completed, not both."""
        rows = [{"topic": "甲"}, {"topic": U}, {"topic": U}]
        found = measured(
            rows, measure="covered", value="topic", required=["甲", "乙"], times="$twice"
        )
        assert found == span(0, Fraction(1, 2))

    def test_yearly_times_are_rounded_up_after_scaling(self):
        """3 a year are 1.5 in half a year, so 2 are needed."""
        times = {"over_period": "$three_a_year"}
        said = {"measure": "covered", "value": "topic", "required": ["甲"], "times": times}
        assert measured([{"topic": "甲"}], **said) == point(0)
        assert measured([{"topic": "甲"}] * 2, **said) == point(1)

    def test_a_blank_in_a_closed_domain_covers_one_of_its_values(self):
        """The kind is one of two, both are asked for: one is covered, whichever it is."""
        rows = [{"kind": U}]
        found = measured(rows, measure="covered", value="kind", required=CLOSED_DOMAIN)
        assert found == point(Fraction(1, 2))

    def test_three_blanks_in_two_holes_fill_one_twice(self):
        """Twice each: three blanks complete one kind for sure; two blanks need not."""
        said = {"measure": "covered", "value": "kind", "required": CLOSED_DOMAIN, "times": 2}
        assert measured([{"kind": U}] * 3, **said) == point(Fraction(1, 2))
        assert measured([{"kind": U}] * 2, **said) == span(0, Fraction(1, 2))

    def test_a_blank_that_may_say_nothing_fills_no_hole_for_sure(self):
        """All three topics are asked for, the blank may be none of them."""
        found = measured(
            [{"topic": U}], measure="covered", value="topic", required=["甲", "乙", "丙"]
        )
        assert found == span(0, Fraction(1, 3))

    def test_an_open_table_may_cover_all(self):
        """What is covered stays covered."""
        rows = opened([{"topic": "甲"}])
        found = measured(rows, measure="covered", value="topic", required=["甲", "乙"])
        assert found == span(Fraction(1, 2), 1)


def ratio(rows: Rows, over: dict[str, Any], under: dict[str, Any]) -> Measurement:
    sides = {"numerator": {"of": "calls", **over}, "denominator": {"of": "calls", **under}}
    units = {"hours": "小时", "rest": "小时", "profit": "元", "cost": "元", "price": "元"}
    same = units.get(over.get("value", "")) == units.get(under.get("value", ""))
    return measured(rows, measure="ratio", limit="50%" if same else 1, **sides)


class TestRatio:
    def test_complete_rows_give_the_quotient(self):
        """6 hours against 4."""
        rows = [{"hours": 6, "rest": 4}]
        found = ratio(
            rows, {"measure": "sum", "value": "hours"}, {"measure": "sum", "value": "rest"}
        )
        assert found == point(Fraction(3, 2))

    def test_the_ends_are_crosswise_quotients(self):
        """Over 6 to 8, under 2 to 4."""
        rows = [
            {"done": True, "kind": "线上", "hours": 4, "rest": 2},
            {"done": True, "kind": U, "hours": 2, "rest": 2},
        ]
        found = ratio(
            rows,
            {"measure": "sum", "value": "hours", "where": {"done": True}},
            {"measure": "sum", "value": "rest", "where": ONLINE},
        )
        assert found == span(Fraction(6, 4), Fraction(6, 2))

    def test_nothing_below_the_line_gives_no_value(self):
        """Nothing is divided by zero."""
        found = ratio([], {"measure": "sum", "value": "hours"}, {"measure": "sum", "value": "rest"})
        assert found == NO_VALUE

    def test_a_denominator_that_may_be_zero_is_at_least_one_if_it_counts(self):
        """2 hours over no row, or over one: no value, or 2; never infinitely many."""
        rows = [{"kind": U, "done": True, "hours": 2, "rest": 1}]
        found = ratio(
            rows,
            {"measure": "sum", "value": "hours"},
            {"measure": "sum", "value": "rest", "where": ONLINE},
        )
        assert found == span(2, 2, Empty.POSSIBLY)

    def test_a_loss_above_the_line_turns_the_ends_round(self):
        """-4 over 2 to 4: from -2 to -1."""
        rows = [{"profit": -4, "rest": 2, "kind": "线上"}, {"profit": 0, "rest": 2, "kind": U}]
        found = ratio(
            rows,
            {"measure": "sum", "value": "profit"},
            {"measure": "sum", "value": "rest", "where": ONLINE},
        )
        assert found == span(-2, -1)

    def test_below_the_line_a_loss_is_no_value_and_a_possible_loss_says_nothing(self):
        """4 over -3; 4 over anything from -5 to 5."""
        over, under = {"measure": "sum", "value": "hours"}, {"measure": "sum", "value": "profit"}
        assert ratio([{"hours": 4, "profit": -3}], over, under) == NO_VALUE
        assert ratio([{"hours": 4, "profit": U}], over, under) == span(-inf, inf, Empty.POSSIBLY)

    def test_below_the_line_small_prices_are_still_prices(self):
        """4 hours over a price of at least a half, or over none."""
        rows = [{"hours": 4, "price": U, "kind": U}]
        found = ratio(
            rows,
            {"measure": "sum", "value": "hours"},
            {"measure": "sum", "value": "price", "where": ONLINE},
        )
        assert found == span(1, 8, Empty.POSSIBLY)

    def test_below_the_line_a_count_is_at_least_one(self):
        """4 hours over one row, or over none."""
        found = ratio(
            [{"hours": 4, "kind": U}],
            {"measure": "sum", "value": "hours"},
            {"measure": "count", "where": ONLINE},
        )
        assert found == span(4, 4, Empty.POSSIBLY)

    def test_a_denominator_without_upper_end_brings_it_near_zero(self):
        """Counterexample found: 1 over any number from 1 was thought able to be 0."""
        rows = [{"cost": 1, "price": 1}, {"cost": U, "price": U}]
        found = ratio(
            rows, {"measure": "sum", "value": "price"}, {"measure": "sum", "value": "cost"}
        )
        assert found == Measurement(Range(0, 5, low_open=True))


class TestTimeCovered:
    WHOLE = 181  # days from January to June 2025

    def shift(self, start: Any, end: Any) -> dict[str, Any]:
        def at(said: Any) -> Any:
            return moment(said) if isinstance(said, str) else said

        return {"start_at": at(start), "end_at": at(end)}

    def covered(self, *rows: dict[str, Any], closed: bool = True) -> Measurement:
        data = table_data(CALLS, rows, closed=closed)
        return measured(data, measure="time_covered", **{"from": "start_at", "to": "end_at"})

    def test_overlapping_shifts_count_once(self):
        """1–3 and 2–4 January make three days."""
        found = self.covered(
            self.shift("2025-01-01T00:00", "2025-01-03T00:00"),
            self.shift("2025-01-02T00:00", "2025-01-04T00:00"),
        )
        assert found == point(Fraction(3, self.WHOLE))

    def test_shifts_are_cut_to_the_period(self):
        """From December to 2 January, and from 30 June into July: two days."""
        found = self.covered(
            self.shift("2024-12-01T00:00", "2025-01-02T00:00"),
            self.shift("2025-06-30T00:00", "2025-07-09T00:00"),
        )
        assert found == point(Fraction(2, self.WHOLE))

    def test_a_shift_that_ends_before_it_starts_covers_nothing(self):
        """A slip of the pen is not time on duty."""
        found = self.covered(self.shift("2025-01-03T00:00", "2025-01-01T00:00"))
        assert found == point(0)

    def test_a_shift_without_end_covers_nothing(self):
        """It says that there is no end; that is not a shift."""
        assert self.covered(self.shift("2025-01-03T00:00", NOTHING)) == point(0)

    def test_an_unknown_end_reaches_to_the_end_of_the_period(self):
        """From 30 June, 00:00, until nobody knows: nothing, or that whole last day."""
        found = self.covered(self.shift("2025-06-30T00:00", U))
        assert found == span(0, Fraction(1, self.WHOLE))

    def test_an_unknown_start_reaches_to_the_start_of_the_period(self):
        """Until 3 January, from nobody knows when."""
        found = self.covered(self.shift(U, "2025-01-03T00:00"))
        assert found == span(0, Fraction(2, self.WHOLE))

    def test_an_open_table_may_cover_all(self):
        """What is covered stays covered."""
        row = self.shift("2025-01-01T00:00", "2025-01-02T00:00")
        assert self.covered(row, closed=False) == span(Fraction(1, self.WHOLE), 1)


class TestFewestPer:
    def fewest(self, *dates: Any, each: str = "quarter", closed: bool = True) -> Measurement:
        rows = [{"on": day(d) if isinstance(d, str) else d} for d in dates]
        data = table_data(CALLS, rows, closed=closed)
        return measured(data, measure="fewest_per", date="on", each=each)

    def test_the_poorest_window_counts(self):
        """Two in the first quarter, one in the second; July is outside."""
        assert self.fewest("2025-01-05", "2025-03-31", "2025-04-01", "2025-07-01") == point(1)

    def test_a_month_without_any_makes_zero(self):
        """Five of six months."""
        months = [f"2025-0{n}-15" for n in range(1, 6)]
        assert self.fewest(*months, each="month") == point(0)
        assert self.fewest(*months, "2025-06-30", each="month") == point(1)

    def test_a_row_without_date_counts_nowhere(self):
        """It was never done."""
        assert self.fewest("2025-01-05", NOTHING) == point(0)

    def test_undated_rows_fill_the_lowest_windows(self):
        """3 and 0, two undated: they lift the second quarter to 2."""
        assert self.fewest("2025-01-05", "2025-01-06", "2025-01-07", U, U) == span(0, 2)

    def test_water_finds_its_level(self):
        """1 and 0, three undated: 2 and 2, not 0 + 3."""
        assert self.fewest("2025-01-05", U, U, U) == span(0, 2)

    def test_an_open_table_has_no_upper_end(self):
        """Any number may still come, the known ones stay."""
        assert self.fewest("2025-01-05", "2025-04-05", closed=False) == span(1, inf)


def test_an_unknown_reference_into_an_empty_table_still_has_a_range():
    """Counterexample found: at least one value, at most none of none; no outcome was left."""
    data = {"measure": "distinct", "of": "calls", "value": "desk", "expect": {"at_least": 1}}
    tables = all_tables(WORDS, calls=[{"desk": U}], desks=[])
    judged = evaluate(check(data, WORDS), facts(WORDS, tables))
    assert judged.leaves[0].measurement == point(1)
    assert judged.possible


@pytest.mark.parametrize("measure", ["sum", "mean"])
def test_money_is_exact(measure):
    """Ten times 0.1 is 1, not 0.9999999999999999."""
    rows = [{"cost": Fraction(1, 10)}] * 10
    wanted = 1 if measure == "sum" else Fraction(1, 10)
    assert measured(rows, measure=measure, value="cost") == point(wanted)
