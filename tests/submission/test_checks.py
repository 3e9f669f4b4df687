"""What must hold across rows and tables."""

from datetime import date

import pytest

from checker.model.problem import Rejected
from checker.submission.settling import from_data
from tests.submission.handed import HEAD, SMALL, at, from_yaml, hand_in, refused

GRIDS = [{"id": "网格-01"}, {"id": "网格-02"}]


def requests(*rows):
    return [{"id": f"R{n}", **row} for n, row in enumerate(rows)]


def test_a_ref_to_no_row_of_a_complete_table_is_refused_with_the_nearest():
    (problem,) = refused({"grids": GRIDS, "requests": requests({"grid_id": "网格-1"})})

    assert problem.code == "dangling_reference"
    assert problem.found == "网格-1"
    assert problem.place.field == "requests.grid_id"
    assert "是不是“网格-01”？" in problem.advice


def test_every_strange_item_of_a_list_is_told():
    also = {"also_ids": ["网格-01", "甲", "乙"]}

    problems = refused({"grids": GRIDS, "requests": requests(also)})

    assert [(p.code, p.found) for p in problems] == [
        ("dangling_reference", "乙"),
        ("dangling_reference", "甲"),
    ]


@pytest.mark.parametrize("grids", [None, {"state": "partial", "rows": GRIDS}])
def test_a_ref_into_a_table_that_may_have_more_rows_stays_a_value(grids):
    submission = hand_in({"grids": grids, "requests": requests({"grid_id": "别的"})})

    assert submission.tables["requests"].columns["grid_id"] == ("别的",)


def test_a_ref_into_a_table_that_is_declared_empty_is_refused():
    (problem,) = refused({"grids": "none", "requests": requests({"grid_id": "甲"})})

    assert problem.code == "dangling_reference"


def test_a_table_may_refer_to_itself():
    problems = refused({"grids": [{"id": "甲"}, {"id": "乙", "parent_id": "丙"}]})

    assert [(p.code, p.found) for p in problems] == [("dangling_reference", "丙")]


def test_what_has_not_happened_yet_is_no_fact():
    (problem,) = refused({"requests": requests({"left_on": "2026-01-11"})})

    assert problem.code == "future_fact"
    assert problem.found == "2026-01-11"
    assert problem.wanted == "2026-01-10 或以前"


@pytest.mark.parametrize(
    "row",
    [
        {"left_on": "2026-01-10"},
        {"submitted_at": "2026-01-10 23:59"},
        {"due_on": "2027-01-01"},
    ],
)
def test_the_day_itself_has_happened_and_a_deadline_may_lie_ahead(row):
    assert hand_in({"requests": requests(row)}).tables["requests"].size == 1


def test_the_data_tell_up_to_the_later_of_both_days():
    data = {**HEAD, "tables": {"requests": requests({"left_on": "2026-01-10"})}}

    earlier = from_data(data, SMALL, place=at, assessed_on=date(2026, 1, 2))
    later = from_data(
        {**data, "assessed_on": "2026-01-05"}, SMALL, place=at, assessed_on=date(2026, 1, 11)
    )

    assert earlier.assessed_on == date(2026, 1, 2)
    assert later.assessed_on == date(2026, 1, 11)


def test_times_of_one_row_do_not_run_backwards():
    row = {"submitted_at": "2025-03-05 09:00", "closed_at": "2025-03-05 08:59"}

    (problem,) = refused({"requests": requests(row)})

    assert problem.code == "times_backwards"
    assert problem.place.field == "requests.closed_at"
    assert problem.message == (
        "“办结时间”早于“提交时间”（2025-03-05 09:00:00，在case.yaml 第 1 行）"
    )


@pytest.mark.parametrize(
    "row",
    [
        {"submitted_at": "2025-03-05 09:00", "closed_at": "2025-03-05 09:00"},
        {"submitted_at": "2025-03-05 09:00", "closed_at": "无"},
        {"closed_at": "2025-03-05 09:00"},
    ],
)
def test_equal_and_missing_times_run_forwards(row):
    assert hand_in({"requests": requests(row)}).tables["requests"].size == 1


def test_both_places_of_a_backward_time_are_told():
    text = """\
kind: self
period: {from: 2025-01-01, to: 2025-12-31}
assessed_on: 2026-01-10
tables:
  requests:
  - id: R1
    submitted_at: 2025-03-05 09:00
    closed_at: 2025-03-04 09:00
"""
    with pytest.raises(Rejected) as caught:
        from_yaml(text)

    (problem,) = caught.value.problems
    assert str(problem.place) == "submission.yaml:8:16"
    assert "submission.yaml 第 7 行" in problem.message


def test_all_problems_of_all_tables_come_at_once():
    tables = {
        "grids": [{"id": "甲", "weight": "2"}, {"id": "甲"}],
        "requests": requests({"grid_id": "乙", "calls": "许多", "left_on": "2027-01-01"}),
        "岗": "none",
    }

    problems = refused(tables, kind="自查", notes="\ue000")

    assert sorted(p.code for p in problems) == [
        "dangling_reference",
        "future_fact",
        "not_in_choices",
        "not_number",
        "out_of_bounds",
        "private_character",
        "repeated_id",
        "unknown_table",
    ]
