"""How tables are handed in: states, rows, headers, keys."""

import pytest

from checker.model.value import UNKNOWN
from tests.submission.handed import from_yaml, hand_in, one, refused

ROW = {"id": "G1", "name": "一格"}


@pytest.mark.parametrize(
    ("value", "size", "closed", "submitted"),
    [
        ([ROW], 1, True, True),
        ({"rows": [ROW]}, 1, True, True),
        ({"state": "complete", "rows": [ROW]}, 1, True, True),
        ({"state": "已全部填报", "rows": [ROW]}, 1, True, True),
        ({"state": "partial", "rows": [ROW]}, 1, False, True),
        ({"state": "部分填报", "rows": [ROW]}, 1, False, True),
        ({"state": "partial", "rows": []}, 0, False, True),
        ("none", 0, True, True),
        ("确无", 0, True, True),
        ({"state": "none"}, 0, True, True),
        ({"state": "none", "rows": []}, 0, True, True),
        ("absent", 0, False, False),
        ("未提供", 0, False, False),
        (None, 0, False, False),
        ("", 0, False, False),
        ([], 0, False, False),  # no rows and no declaration
        ({"rows": []}, 0, False, False),
    ],
)
def test_a_table_is_closed_or_open_by_what_was_declared(value, size, closed, submitted):
    data = one("grids", value)

    assert (data.size, data.closed, data.submitted) == (size, closed, submitted)
    assert set(data.columns) == {"id", "name", "weight", "zones", "parent_id"}


def test_a_table_that_is_not_mentioned_was_not_handed_in():
    submission = hand_in({"grids": [ROW]})

    assert list(submission.tables) == ["community", "grids", "requests", "posts"]
    assert submission.tables["posts"].submitted is False


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"state": "complete", "rows": []}, "complete_but_empty"),
        ({"state": "complete"}, "complete_but_empty"),
        ({"state": "none", "rows": [ROW]}, "rows_but_none"),
        ({"state": "absent", "rows": [ROW]}, "rows_but_none"),
        ({"state": "全部", "rows": [ROW]}, "not_in_choices"),
        ({"state": 1, "rows": [ROW]}, "not_in_choices"),
        ({"rows": [ROW], "file": "grids.csv"}, "rows_and_file"),
        ({"rows": [ROW], "filed": 1}, "unknown_key"),
        ({"rows": ROW}, "table_shape"),
        ({"file": "grids.csv"}, "file_not_allowed"),
        ({"file": 5}, "table_shape"),
        (ROW, "table_shape"),
        ({}, "table_shape"),
        ("complete", "table_shape"),
        ("有", "table_shape"),
        (True, "table_shape"),
        (["一格"], "row_shape"),
        ([None], "row_shape"),
        ([[ROW]], "row_shape"),
    ],
)
def test_what_is_no_table_is_refused(value, code):
    (problem,) = refused({"grids": value})

    assert problem.code == code


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([{"name": "示例"}], "one_row_shape"),
        ("none", "one_row_shape"),
        (5, "one_row_shape"),
        ({"state": "partial", "rows": [{"name": "示例"}]}, "not_in_choices"),
        ({"rows": []}, "one_row_count"),
        ({"rows": [{"name": "甲"}, {"name": "乙"}]}, "one_row_count"),
    ],
)
def test_what_is_no_single_row_is_refused(value, code):
    (problem,) = refused({"community": value})

    assert problem.code == code


def test_a_wrong_state_is_answered_with_the_ones_that_fit():
    (of_one_row,) = refused({"community": {"state": "部分", "rows": [{"name": "甲"}]}})
    (of_many,) = refused({"posts": {"state": "部分", "rows": [{"title": "甲"}]}})

    assert of_one_row.wanted == "complete"
    assert of_many.wanted == "complete、partial、none、absent"


@pytest.mark.parametrize(
    "value",
    [
        {"name": "示例"},
        {"rows": [{"name": "示例"}]},
        {"state": "complete", "rows": [{"name": "示例"}]},
    ],
)
def test_the_one_row_table_may_be_written_bare_or_with_its_state(value):
    data = one("community", value)

    assert (data.size, data.closed, data.ids) == (1, True, ("",))
    assert data.columns["name"] == ("示例",)


def test_tables_and_columns_may_be_written_in_chinese():
    submission = hand_in({"基础网格": [{"编号": "G1", "网格名称": "一格"}]})

    assert submission.tables["grids"].ids == ("G1",)
    assert submission.tables["grids"].columns["name"] == ("一格",)


def test_a_table_written_in_both_languages_is_refused():
    (problem,) = refused({"基础网格": [ROW], "grids": [ROW]})

    assert problem.code == "repeated_table"


def test_a_column_written_in_both_languages_is_refused():
    (problem,) = refused({"grids": [{**ROW, "网格名称": "二格"}]})

    assert (problem.code, problem.found) == ("repeated_field", "网格名称")


@pytest.mark.parametrize(("text", "near"), [("grid", "grids"), ("基础网络", "基础网格")])
def test_an_unknown_table_is_refused_with_the_nearest(text, near):
    (problem,) = refused({text: [ROW]})

    assert problem.code == "unknown_table"
    assert problem.advice == f"是不是“{near}”？"


def test_an_unknown_column_is_told_once_and_spoils_nothing_else():
    rows = [{"id": f"G{n}", "nmae": "x", "weight": "0.5"} for n in range(3)]

    (problem,) = refused({"grids": rows, "requests": [{"id": "R1", "grid_id": "G2"}]})

    assert problem.code == "unknown_field"
    assert problem.message == "“基础网格”里没有这一列（涉及 3 行）"
    assert problem.advice == "是不是“name”？"


def test_a_mistyped_key_column_is_one_problem_and_no_missing_keys():
    problems = refused({"grids": [{"编码": "G1"}], "requests": [{"id": "R1", "grid_id": "G1"}]})

    assert [p.code for p in problems] == ["unknown_field"]


def test_a_strange_column_is_no_excuse_where_the_key_column_stands():
    problems = refused({"grids": [{"id": "G1", "nmae": "x"}, {"nmae": "y"}]})

    assert [p.code for p in problems] == ["missing_id", "unknown_field"]


def test_rows_that_others_refer_to_need_keys():
    (problem,) = refused({"grids": [{"name": "一格"}, {"name": "二格"}]})

    assert problem.code == "missing_id"
    assert problem.message == "“基础网格”有 2 行没有编号"


@pytest.mark.parametrize("blank", [None, "", " ", {"value": None}])
def test_a_blank_key_is_no_key(blank):
    (problem,) = refused({"grids": [ROW, {"id": blank}]})

    assert problem.code == "missing_id"
    assert problem.message == "“基础网格”有 1 行没有编号"


def test_rows_to_which_nothing_refers_are_numbered():
    assert one("posts", [{"title": "甲"}, {"title": "乙"}]).ids == ("1", "2")


def test_keys_are_given_to_all_rows_or_to_none():
    (problem,) = refused({"posts": [{"id": "P1"}, {"title": "乙"}]})

    assert problem.code == "missing_id"


def test_a_case_may_leave_keys_out():
    from checker.submission.settling import from_data
    from tests.submission.handed import HEAD, SMALL, at

    data = {**HEAD, "tables": {"grids": [{"name": "一格"}], "requests": [{"grid_id": "1"}]}}

    submission = from_data(data, SMALL, place=at, ids_optional=True)

    assert submission.tables["grids"].ids == ("1",)


def test_the_key_column_holds_the_keys():
    assert one("grids", [ROW]).columns["id"] == ("G1",)


def test_a_key_column_named_in_two_ways_is_one_problem():
    (problem,) = refused({"grids": [{"编号": "G1"}, {"id": "G2"}]})

    assert problem.code == "repeated_field"


def test_a_key_that_stands_twice_names_both_places():
    (problem,) = refused({"grids": [ROW, {"id": "G2"}, {"id": " G1 "}]})

    assert problem.code == "repeated_id"
    assert problem.found == "G1"
    assert "case.yaml 第 1 行" in problem.message
    assert problem.place.field == "grids.id"


@pytest.mark.parametrize(
    ("key", "code"),
    [
        (True, "not_text"),
        (["G1"], "not_a_list"),
        ({"a": 1}, "cell_shape"),
        ("1.5E+12", "mangled_number"),
        ("无", "none_not_allowed"),
        ("G\u200b1", "invisible_character"),
    ],
)
def test_a_key_that_cannot_be_one_is_one_problem_and_spoils_nothing_else(key, code):
    tables = {"grids": [{"id": key}, ROW], "requests": [{"id": "R1", "grid_id": "G7"}]}

    (problem,) = refused(tables)

    assert problem.code == code
    assert problem.place.field == "grids.id"
    assert problem.message.startswith("“编号”")


def test_every_cell_of_a_document_has_its_place_and_a_missing_one_that_of_its_row():
    data = from_yaml(
        "kind: self\nassessed_on: 2026-01-10\nperiod: {from: 2025-01-01, to: 2025-12-31}\n"
        "tables:\n  grids:\n  - {id: G1, name: 一格}\n  - {id: G2}\n"
    ).tables["grids"]

    assert str(data.place(0, "name")) == "submission.yaml:6:20"
    assert str(data.place(1, "name")) == "submission.yaml:7:5"
    assert str(data.place(1, "weight")) == "submission.yaml:7:5"
    assert str(data.place(1)) == "submission.yaml:7:5"
    assert str(data.place(2)) == "submission.yaml"
    assert dict(data.cells) == {
        (0, "id"): (6, 10),
        (0, "name"): (6, 20),
        (1, "id"): (7, 10),
        (1, "name"): (7, 5),
    }
    assert len(data.cells) == 4


def test_a_row_without_anything_is_a_row():
    data = one("posts", [{}, {"title": "乙"}])

    assert data.size == 2
    assert data.columns["title"] == (UNKNOWN, "乙")


def test_a_broken_table_is_one_problem_and_nothing_is_said_of_refs_into_it():
    problems = refused({"grids": "有", "requests": [{"id": "R1", "grid_id": "G9"}]})

    assert [p.code for p in problems] == ["table_shape"]
