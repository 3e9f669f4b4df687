"""Whole assessments: confirmation on site, counts, roll-up and the report number."""

from dataclasses import replace
from fractions import Fraction

import pytest

from checker.assessment.assess import assess_submission
from checker.model.outcome import (
    Confirmation,
    Level,
    Outcome,
    Possible,
    Reason,
    Severity,
    Verification,
)
from tests.assessment.pools import SAMPLES, TABLES, assessed, book, finding, site, submission

GUARDED = "YYC-0201-01"
FEW = [TABLES["lifeguards"][0]]
"""One lifeguard where two are asked for."""


def guarded(**changes):
    result = assessed(**changes)
    return finding(result, GUARDED), result


class TestConfirmation:
    """What needs people on site is never closed by data alone."""

    def test_good_data_wait_for_confirmation(self):
        found, result = guarded(kind="association")

        assert found.data_outcome is Outcome.PASSED
        assert (found.outcome, found.reason) == (Outcome.UNTESTED, Reason.CONFIRM_ON_SITE)
        assert found.confirmation is Confirmation.PENDING
        assert found.explanation == "申报数据符合，还要现场查看确认"
        # a review leaves its 25 points open
        assert (result.points.worst, result.points.best) == (75, 100)
        assert result.conclusion.conforms is None

    def test_a_self_assessment_counts_them_as_the_data_say(self):
        found, result = guarded(kind="self")

        assert found.outcome is Outcome.UNTESTED
        assert (result.points.worst, result.points.best) == (100, 100)
        assert result.conclusion.conforms

    def test_confirmed(self):
        found, result = guarded(kind="association", site_findings=[site("confirmed")])

        assert (found.outcome, found.reason) == (Outcome.PASSED, None)
        assert found.confirmation is Confirmation.CONFIRMED
        assert result.points.worst == 100

    def test_confirmed_by_another_method_than_asked_for_is_pending_still(self):
        found, _ = guarded(kind="association", site_findings=[site("confirmed", "F")])

        assert found.confirmation is Confirmation.PENDING

    def test_rejected_fails_whatever_the_data_say(self):
        found, result = guarded(kind="association", site_findings=[site("rejected")])

        assert found.data_outcome is Outcome.PASSED
        assert (found.outcome, found.reason) == (Outcome.FAILED, Reason.REJECTED_ON_SITE)
        assert found.explanation == "现场核验不符合：看了公示牌"
        assert found.severity is Severity.MAJOR  # the only rule of its item
        assert (result.points.worst, result.points.best) == (75, 75)

    def test_one_rejection_outweighs_a_confirmation(self):
        findings = [site("confirmed", "F"), site("rejected", "X")]
        found, _ = guarded(kind="association", site_findings=findings)

        assert found.outcome is Outcome.FAILED

    def test_rejected_where_the_data_lack(self):
        found, result = guarded(
            kind="association", lifeguards=None, site_findings=[site("rejected")]
        )

        assert found.data_outcome is Outcome.CANT_TELL
        assert found.outcome is Outcome.FAILED
        assert result.points.best == 75

    def test_rejected_where_the_data_say_that_nothing_applies(self):
        result = assessed(
            kind="association",
            venue={"name": "示例", "circulating": False},
            site_findings=[site("rejected", rule="YYC-0202-01")],
        )
        found = finding(result, "YYC-0202-01")

        assert found.data_outcome is Outcome.INAPPLICABLE
        assert (found.outcome, found.reason) == (Outcome.FAILED, Reason.REJECTED_ON_SITE)
        assert result.points.best < 100

    def test_rejected_where_the_data_are_within_the_tolerance(self):
        one_bad = [{**SAMPLES[0], "chlorine": "2"}, *SAMPLES[1:]]
        result = assessed(
            kind="association",
            water_samples=one_bad,
            site_findings=[site("rejected", rule="YYC-0101-01")],
        )
        found = finding(result, "YYC-0101-01")

        assert (found.outcome, found.reason) == (Outcome.FAILED, Reason.REJECTED_ON_SITE)
        assert not found.near
        assert found.points.best == 0

    def test_what_may_not_apply_but_may_wait_for_confirmation_is_open_down_to_nothing(self):
        # if it applies it is met, and waits for a look on site, which may reject it
        rules = [
            replace(r, verification=(Verification.SITE,)) if r.id == "YYC-0202-01" else r
            for r in book().rules
        ]
        own = submission(
            kind="association", venue={"name": "示例"}, site_findings=[site("confirmed")]
        )
        result = assess_submission(replace(book(), rules=tuple(rules)), own)

        assert set(finding(result, "YYC-0202-01").possible) == {Possible.MET, Possible.EMPTY}
        assert [result.points.worst, result.points.best] == [85, 100]

    def test_a_permission_that_waits_for_confirmation_holds_nothing_back(self):
        rules = [replace(r, level=Level.PERMISSION) if r.id == GUARDED else r for r in book().rules]
        result = assess_submission(
            replace(book(), rules=tuple(rules)), submission(kind="association")
        )

        assert finding(result, GUARDED).outcome is Outcome.UNTESTED
        assert result.conclusion.conforms

    def test_confirmation_does_not_make_good_what_the_data_refute(self):
        found, _ = guarded(kind="association", lifeguards=FEW, site_findings=[site("confirmed")])

        assert (found.outcome, found.reason) == (Outcome.FAILED, None)

    def test_nobody_confirms_what_does_not_need_it(self):
        result = assessed(kind="association")

        assert finding(result, "YYC-0101-01").confirmation is Confirmation.NOT_NEEDED


class TestReasons:
    def test_a_table_that_was_not_handed_in(self):
        found, _ = guarded(lifeguards=None)

        assert (found.outcome, found.reason) == (Outcome.CANT_TELL, Reason.NOT_SUBMITTED)
        assert found.explanation == "没有提交《救生员》，也没有声明“确无”"

    def test_a_table_that_was_handed_in_in_part(self):
        found, _ = guarded(lifeguards={"state": "partial", "rows": FEW})

        assert found.reason is Reason.TABLE_PARTIAL
        assert found.explanation == "《救生员》只填报了一部分，还可能有没报的行"

    def test_cells_that_are_blank(self):
        blank = [{**s, "chlorine": ""} for s in SAMPLES[:3]] + SAMPLES[3:]
        found = finding(assessed(water_samples=blank), "YYC-0101-01")

        assert (found.outcome, found.reason) == (Outcome.CANT_TELL, Reason.VALUE_MISSING)
        assert found.explanation == "《水样》的“游离余氯”有 3 处没有填"

    def test_a_condition_that_does_not_hold(self):
        found = finding(assessed(venue={"name": "示例", "circulating": False}), "YYC-0202-01")

        assert (found.outcome, found.reason) == (Outcome.INAPPLICABLE, Reason.CONDITION_NOT_MET)
        assert found.explanation.startswith("适用条件不成立：")

    def test_a_condition_that_is_not_known(self):
        found = finding(assessed(venue={"name": "示例"}), "YYC-0202-01")

        assert (found.outcome, found.reason) == (Outcome.CANT_TELL, Reason.VALUE_MISSING)
        assert set(found.possible) == {Possible.MET, Possible.EMPTY}
        assert found.explanation == "《场馆概况》的“循环供水”有 1 处没有填"

    def test_nothing_to_ask_about(self):
        found = finding(assessed(water_samples="none"), "YYC-0101-01")

        assert (found.outcome, found.reason) == (Outcome.INAPPLICABLE, Reason.EMPTY_POPULATION)
        assert found.explanation == "申报的《水样》中没有这条规则要看的内容"


class TestPoints:
    def test_a_near_miss_has_half_of_its_points(self):
        one_bad = [{**SAMPLES[0], "chlorine": "2"}, *SAMPLES[1:]]
        found = finding(assessed(water_samples=one_bad), "YYC-0101-01")

        assert found.near
        assert found.points.worst == 15
        assert found.points.maximum == 30
        assert found.gain == 15

    def test_what_does_not_apply_has_none_and_leaves_them_to_the_others(self):
        result = assessed(venue={"name": "示例", "circulating": False}, lifeguards=FEW)

        assert finding(result, "YYC-0202-01").points.maximum == 0
        # 2.1 carries the 40 points of its chapter
        assert result.points.worst == 60
        assert finding(result, GUARDED).gain == 40

    def test_declared_away_is_listed_and_shown_without(self):
        result = assessed(venue={"name": "示例", "circulating": False})

        assert result.declared_away == ("YYC-0202-01",)
        assert result.points.worst == 100
        assert result.points_without_declared.worst == 85

    def test_what_may_not_apply_may_be_what_is_declared_away(self):
        result = assessed(venue={"name": "示例"})

        assert result.points.worst == 100
        without = result.points_without_declared
        assert [without.worst, without.best] == [85, 100]

    def test_what_can_still_be_gained_comes_best_first(self):
        few_reports = TABLES["lab_reports"][:3]
        result = assessed(lifeguards=FEW, lab_reports=few_reports)

        assert result.gaps == (GUARDED, "YYC-0102-01")
        assert [finding(result, g).gain for g in result.gaps] == [25, 20]

    def test_points_are_rounded_half_up(self):
        # 30 · 5/12 = 12.5, and with the other 70 points 82.5: up, not to the even number
        scheme = replace(book().acceptance, near_miss=Fraction(5, 12), decimals=0)
        one_bad = [{**SAMPLES[0], "chlorine": "2"}, *SAMPLES[1:]]
        result = assess_submission(
            replace(book(), acceptance=scheme), submission(water_samples=one_bad)
        )

        assert finding(result, "YYC-0101-01").points.worst == 13
        assert result.points.worst == 83

    def test_what_is_only_permitted_counts_for_nothing(self):
        rules = [
            replace(r, level=Level.PERMISSION) if r.id == "YYC-0101-02" else r for r in book().rules
        ]
        murky = [{**s, "turbidity": "9"} for s in SAMPLES]
        result = assess_submission(
            replace(book(), rules=tuple(rules)), submission(water_samples=murky)
        )

        found = finding(result, "YYC-0101-02")
        assert found.outcome is Outcome.FAILED
        assert found.severity is None
        assert found.points.maximum == found.gain == 0
        assert finding(result, "YYC-0101-01").points.maximum == 40
        assert result.points.worst == 100


def test_counts_add_up_everywhere():
    result = assessed(lifeguards=None, venue={"name": "示例", "circulating": False})
    for counts in (
        result.counts,
        *(c.counts for c in result.chapters),
        *(i.counts for c in result.chapters for i in c.items),
    ):
        parts = (
            counts.passed, counts.failed, counts.cant_tell, counts.untested, counts.inapplicable,
            counts.error,
        )  # fmt: skip
        assert sum(parts) == counts.total
    assert result.counts.total == len(result.findings) == 5
    assert sum(c.counts.total for c in result.chapters) == 5


@pytest.mark.parametrize(
    ("changes", "items", "chapters"),
    [
        ({}, "passed passed untested passed", "passed untested"),
        ({"lifeguards": None}, "passed passed cantTell passed", "passed cantTell"),
        (
            {"water_samples": [{**s, "turbidity": "9", "chlorine": ""} for s in SAMPLES]},
            "failed passed untested passed", "failed untested",
        ),
        (
            {"venue": {"name": "示例", "circulating": False}},
            "passed passed untested inapplicable", "passed untested",
        ),
    ],
)  # fmt: skip
def test_the_worst_member_speaks_for_an_item_and_a_chapter(changes, items, chapters):
    result = assessed(**changes)

    assert " ".join(i.outcome for c in result.chapters for i in c.items) == items
    assert " ".join(c.outcome for c in result.chapters) == chapters


class TestFrame:
    def test_equal_input_has_the_same_number_and_result(self):
        assert assessed() == assessed()

    def test_the_number_tells_standard_and_day(self):
        assert assessed().report_no.startswith("YYC-20250705-")

    def test_another_profile_has_another_number(self):
        assert assessed().report_no != assessed("contest").report_no

    def test_the_parameters_in_force_are_those_that_rules_use(self):
        known = {p.name: p for p in assessed("contest").parameters}

        assert known["turbidity_max"].value == "0.5 NTU"
        assert known["turbidity_max"].default == "1 NTU"
        assert known["turbidity_max"].rules == ("YYC-0101-02",)
        assert known["tolerance"].rules == ("YYC-0101-01",)

    def test_tables_that_rules_read_are_told_with_what_lacks(self):
        blank = [{**SAMPLES[0], "chlorine": ""}, *SAMPLES[1:]]
        states = {t.name: t for t in assessed(water_samples=blank, lifeguards=None).tables}

        assert list(states) == ["pools", "water_samples", "lab_reports", "lifeguards", "daily_log"]
        assert (states["water_samples"].rows, states["water_samples"].unknown_cells) == (10, 1)
        assert not states["lifeguards"].submitted
        assert states["pools"].unknown_cells == 1  # its depth

    def test_the_subject_and_its_facts(self):
        result = assessed(venue={"name": "示例游泳池"})

        assert result.subject == "示例游泳池"
        assert [(f.label, f.text) for f in result.facts] == [
            ("场馆名称", "示例游泳池"), ("循环供水", ""),
        ]  # fmt: skip

    def test_without_a_name_there_is_none(self):
        assert assessed(venue=None).subject == ""
