"""What a blank cell says (LANGUAGE 1.1)."""

import pytest

from checker.model.value import NOTHING, UNKNOWN
from tests.submission.handed import cells, one, refused, refused_cell

BLANKS = [None, "", "   ", "\u3000"]


@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_is_unknown_where_the_fact_exists_whether_or_not_it_is_typed(blank):
    assert cells("calls", "3", blank) == [3, UNKNOWN]


@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_says_nothing_where_the_header_says_so(blank):
    assert cells("left_on", blank, blank) == [NOTHING, NOTHING]


def test_a_blank_says_nothing_once_the_column_holds_a_value():
    assert cells("note", "已回访", "", None) == ["已回访", NOTHING, NOTHING]


def test_a_blank_says_nothing_once_somebody_typed_none():
    assert cells("note", "无", "") == [NOTHING, NOTHING]


def test_a_column_that_is_blank_throughout_is_no_statement():
    assert cells("note", "", None) == [UNKNOWN, UNKNOWN]


def test_a_column_without_a_header_is_unknown_in_every_row():
    data = one("requests", [{"id": "R1"}, {"id": "R2"}])

    assert data.columns["left_on"] == (UNKNOWN, UNKNOWN)
    assert data.columns["calls"] == (UNKNOWN, UNKNOWN)


def test_a_key_in_one_row_is_a_header_for_all():
    data = one("requests", [{"id": "R1", "left_on": None}, {"id": "R2"}])

    assert data.columns["left_on"] == (NOTHING, NOTHING)


def test_a_value_that_means_unknown_does_not_make_blanks_speak():
    rows = [{"id": "R1", "level": "未定级"}, {"id": "R2", "level": "较大"}]

    assert one("requests", rows).columns["level"] == (UNKNOWN, "较大")


def test_none_may_not_be_typed_where_there_always_is_one():
    problem = refused_cell("calls", "无")

    assert problem.code == "none_not_allowed"
    assert problem.found == "无"
    assert "留空" in problem.advice


def test_an_empty_list_says_nothing_where_that_may_be_said():
    assert cells("also_ids", [], ["G1"], "无") == [NOTHING, ("G1",), NOTHING]


def test_an_empty_list_is_refused_where_there_always_is_one():
    assert refused_cell("zones", [], table="grids").code == "none_not_allowed"


def test_none_beside_other_items_is_refused():
    assert refused_cell("tags", "无、急").code == "none_in_list"


def test_a_list_that_holds_an_unknown_item_is_unknown():
    assert cells("zones", ["窗口", "未分"], "窗口", table="grids") == [UNKNOWN, ("窗口",)]


def test_the_one_row_table_not_handed_in_is_one_row_of_unknowns():
    data = one("community", None)

    assert data.size == 1
    assert data.closed
    assert not data.submitted
    assert data.ids == ("",)
    assert set(data.columns.values()) == {(UNKNOWN,)}


def test_the_one_row_table_settles_by_the_keys_that_stand_in_it():
    data = one("community", {"name": "示例", "closed_on": None, "merged_on": None})

    assert data.columns["name"] == ("示例",)
    assert data.columns["closed_on"] == (NOTHING,)  # the header is there
    assert data.columns["merged_on"] == (UNKNOWN,)  # nobody has used it
    assert data.columns["promise"] == (UNKNOWN,)


def test_several_faults_of_one_row_are_all_told():
    problems = refused({"requests": [{"id": "R1", "calls": "无", "urgent": "急"}]})

    assert [p.code for p in problems] == ["none_not_allowed", "not_bool"]
