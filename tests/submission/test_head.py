"""What a submission says beside its tables."""

from datetime import date

import pytest

from checker.model.outcome import AssessmentKind
from checker.model.problem import Rejected
from checker.model.submission import Period, SiteFinding
from checker.submission.settling import from_data
from tests.submission.handed import HEAD, SMALL, at, hand_in, refused


def codes(data):
    with pytest.raises(Rejected) as caught:
        from_data(data, SMALL, place=at)
    return [p.code for p in caught.value.problems]


def test_the_head_is_read():
    submission = hand_in({}, form=1, synthetic=True, notes=" 只填了两张表 ")

    assert submission.kind is AssessmentKind.SELF
    assert submission.period == Period(date(2025, 1, 1), date(2025, 12, 31))
    assert submission.assessed_on == date(2026, 1, 10)
    assert submission.synthetic is True
    assert submission.notes == "只填了两张表"


@pytest.mark.parametrize(
    ("raw", "synthetic"),
    [(None, False), (False, False), ("否", False), ("false", False), ("是", True), ("true", True)],
)
def test_a_community_is_invented_only_if_it_says_so(raw, synthetic):
    assert hand_in({}, synthetic=raw).synthetic is synthetic


@pytest.mark.parametrize(
    ("text", "kind"),
    [("association", "association"), ("复核", "recheck"), ("自评", "self")],
)
def test_who_assesses_may_be_said_in_either_language(text, kind):
    assert hand_in({}, kind=text).kind.value == kind


@pytest.mark.parametrize("missing", ["kind", "period", "assessed_on", "tables"])
def test_what_is_missing_is_named(missing):
    data = {**HEAD, "tables": {}}
    del data[missing]

    assert codes(data) == ["missing_key"]


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ({"form": 2}, "wrong_form"),
        ({"form": 0}, "wrong_form"),
        ({"form": True}, "wrong_form"),
        ({"kind": "自查"}, "not_in_choices"),
        ({"kind": ["self"]}, "not_in_choices"),
        ({"synthetic": "maybe"}, "not_in_choices"),
        ({"assessed_on": "昨天"}, "not_date"),
        ({"assessed_on": "2026-02-30"}, "no_such_day"),
        ({"assessed_on": True}, "not_date"),
        ({"assessed_on": "2025-12-30"}, "assessed_too_early"),
        ({"notes": ["a"]}, "not_text"),
        ({"period": "2025"}, "not_mapping"),
        ({"period": {"from": "2025-01-01"}}, "missing_key"),
        ({"period": {"from": "2025-01-01", "to": "2025-12-31", "till": 1}}, "unknown_key"),
        ({"perod": 1}, "unknown_key"),
        ({"评价期": 1}, "unknown_key"),
    ],
)
def test_a_head_that_does_not_fit_is_one_problem(head, code):
    (problem,) = refused({}, **head)

    assert problem.code == code


def test_a_chinese_key_is_answered_with_the_one_to_write():
    (problem,) = refused({}, 评价期=1)

    assert problem.advice == "是不是“period”？"


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("2025-01-02", "2025-12-31", "period_not_whole_months"),
        ("2025-01-01", "2025-12-30", "period_not_whole_months"),
        ("2024-02-01", "2025-01-30", "period_not_whole_months"),
        ("2025-01-01", "2025-05-31", "period_length"),
        ("2025-01-01", "2026-01-31", "period_length"),
        ("2025-12-31", "2025-01-01", "period_backwards"),
    ],
)
def test_a_period_is_six_to_twelve_whole_months(start, end, code):
    (problem,) = refused({}, period={"from": start, "to": end}, assessed_on="2026-06-01")

    assert problem.code == code


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2025-01-01", "2025-06-30", 6),
        ("2024-03-01", "2025-02-28", 12),
        ("2023-09-01", "2024-02-29", 6),
    ],
)
def test_whole_months_know_the_calendar(start, end, months):
    submission = hand_in({}, period={"from": start, "to": end})

    assert submission.period.months == months


def test_the_nearest_whole_months_are_offered():
    (problem,) = refused({}, period={"from": "2025-01-05", "to": "2025-12-15"})

    assert problem.advice == "改成 2025-01-01 至 2025-12-31 这样的整月"


def test_the_callers_day_goes_before_the_written_one_and_may_replace_it():
    data = {**HEAD, "tables": {}}
    bare = {key: value for key, value in data.items() if key != "assessed_on"}
    day = date(2026, 3, 1)

    assert from_data(data, SMALL, place=at, assessed_on=day).assessed_on == day
    assert from_data(bare, SMALL, place=at, assessed_on=day).assessed_on == day


def test_an_assessment_before_the_end_of_the_period_is_told_where_its_day_stands():
    (written,) = refused({}, assessed_on="2025-12-30")
    bare = {"kind": "self", "period": HEAD["period"], "tables": {}}
    with pytest.raises(Rejected) as caught:
        from_data(bare, SMALL, place=at, assessed_on=date(2025, 12, 30))
    (given,) = caught.value.problems

    assert (written.code, written.place.field) == ("assessed_too_early", "assessed_on")
    assert (given.code, str(given.place)) == ("assessed_too_early", "--as-of")
    assert given.found == "2025-12-30"


def test_a_day_given_with_the_call_is_not_blamed_on_the_day_that_is_written():
    with pytest.raises(Rejected) as caught:
        from_data(HEAD | {"tables": {}}, SMALL, place=at, assessed_on=date(2025, 12, 30))
    (problem,) = caught.value.problems

    assert (problem.code, str(problem.place)) == ("assessed_too_early", "--as-of")
    assert problem.found == "2025-12-30"


def test_days_that_are_parsed_already_are_taken():
    period = {"from": date(2025, 1, 1), "to": date(2025, 12, 31)}

    assert hand_in({}, period=period, assessed_on=date(2026, 1, 1)).period.months == 12


def test_tables_are_a_mapping():
    assert codes({**HEAD, "tables": []}) == ["not_mapping"]


@pytest.mark.parametrize("data", [None, [], "text", 5])
def test_what_is_no_mapping_is_no_submission(data):
    assert codes(data) == ["not_mapping"]


FINDING = {
    "rule": "QYSQ-0605-02",
    "method": "X",
    "result": "confirmed",
    "observation": "看了三处",
    "reviewer": "甲",
    "on": "2026-01-12",
}


def test_a_review_by_others_brings_what_was_found_on_site():
    submission = hand_in({}, kind="association", site_findings=[FINDING])

    assert submission.site_findings == (
        SiteFinding("QYSQ-0605-02", "X", "confirmed", "看了三处", "甲", date(2026, 1, 12)),
    )


def test_a_finding_may_be_worded_in_chinese():
    worded = {**FINDING, "method": "访谈", "result": "不属实"}

    (finding,) = hand_in({}, kind="recheck", site_findings=[worded]).site_findings

    assert (finding.method, finding.result) == ("F", "rejected")


def test_a_self_assessment_has_no_site_findings():
    (problem,) = refused({}, site_findings=[FINDING])

    assert problem.code == "site_findings_in_self"


@pytest.mark.parametrize("nothing", [None, [], ""])
def test_no_site_findings_are_no_fault(nothing):
    assert hand_in({}, site_findings=nothing).site_findings == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"rule": ""}, "missing_key"),
        ({"reviewer": None}, "missing_key"),
        ({"method": "S"}, "not_in_choices"),
        ({"result": "也许"}, "not_in_choices"),
        ({"on": "昨天"}, "not_date"),
        ({"who": "乙"}, "unknown_key"),
        ({"result": "rejected", "observation": ""}, "missing_observation"),
        ({"observation": "甲\ue000"}, "private_character"),
    ],
)
def test_a_finding_that_does_not_fit_is_one_problem(change, code):
    (problem,) = refused({}, kind="association", site_findings=[{**FINDING, **change}])

    assert problem.code == code


def test_two_findings_by_one_method_on_one_rule_would_have_to_be_chosen_from():
    twice = [FINDING, {**FINDING, "result": "rejected"}]

    (problem,) = refused({}, kind="association", site_findings=twice)

    assert problem.code == "repeated_finding"


@pytest.mark.parametrize(
    ("value", "code"), [({"rule": 1}, "not_a_list_of_findings"), (["甲"], "row_shape")]
)
def test_site_findings_are_a_list_of_mappings(value, code):
    (problem,) = refused({}, kind="association", site_findings=value)

    assert problem.code == code
