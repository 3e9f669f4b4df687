"""CSV files of tables."""

from datetime import date

import pytest

from checker.model.value import NOTHING, UNKNOWN
from tests.submission.handed import read_tables, refusal

IN_FILE = "requests: {file: requests.csv}"


def faults(root, content, tables=IN_FILE):
    return [(p.code, str(p.place)) for p in refusal(root, tables, requests_csv=content)]


def test_a_table_may_stand_in_a_csv_file(tmp_path):
    content = "编号,级别,涉及网格,离任日期\nR1,较大,G1、G2,\nR2,未定级,,2025/3/5\n"

    submission = read_tables(tmp_path, IN_FILE, requests_csv=content)

    data = submission.tables["requests"]
    assert data.ids == ("R1", "R2")
    assert data.closed
    assert data.columns["level"] == ("较大", UNKNOWN)
    assert data.columns["also_ids"] == (("G1", "G2"), NOTHING)
    assert data.columns["left_on"] == (NOTHING, date(2025, 3, 5))
    assert data.columns["calls"] == (UNKNOWN, UNKNOWN)
    assert str(data.place(1, "left_on")) == "requests.csv:3:4"
    assert str(data.place(1)) == "requests.csv:3"


def test_a_table_in_a_file_may_be_partial(tmp_path):
    tables = "requests: {state: partial, file: requests.csv}"

    submission = read_tables(tmp_path, tables, requests_csv="id\nR1\n")

    assert not submission.tables["requests"].closed


def test_a_table_in_a_file_without_rows_is_a_table_not_handed_in(tmp_path):
    submission = read_tables(tmp_path, IN_FILE, requests_csv="id,level\n")

    assert not submission.tables["requests"].submitted


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_byte_order_mark_make_no_difference(tmp_path, end, mark):
    content = mark + end.join(["id,calls", "R1,3", "R2,4"])

    data = read_tables(tmp_path, IN_FILE, requests_csv=content).tables["requests"]

    assert data.columns["calls"] == (3, 4)
    assert data.lines == (2, 3)


def test_blank_rows_are_none_and_lines_are_counted_as_they_stand(tmp_path):
    content = '\nid,note\n,,\nR1,"甲\n乙"\n\n  ,\nR2,丙\n'

    data = read_tables(tmp_path, IN_FILE, requests_csv=content).tables["requests"]

    assert data.columns["note"] == ("甲\n乙", "丙")
    assert data.lines == (4, 8)


def test_blank_columns_and_cells_at_the_end_are_dropped(tmp_path):
    content = "id,calls,,\nR1,3,,,,\nR2,4,,\n"

    data = read_tables(tmp_path, IN_FILE, requests_csv=content).tables["requests"]

    assert data.columns["calls"] == (3, 4)


def test_the_remark_on_blanks_is_not_part_of_a_name(tmp_path):
    content = "编号,离任日期（留空＝无）,说明 (留空=无)\nR1,,甲\n"

    data = read_tables(tmp_path, IN_FILE, requests_csv=content).tables["requests"]

    assert data.columns["left_on"] == (NOTHING,)
    assert data.columns["note"] == ("甲",)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", ("empty_file", "requests.csv")),
        (" \n\n", ("empty_file", "requests.csv")),
        (",,\n,,\n", ("empty_file", "requests.csv")),
        ("id,calls\nR1,3,4\n", ("ragged_row", "requests.csv:2")),
        ("id,calls\nR1\n", ("ragged_row", "requests.csv:2")),
        ('id,note\nR1,"甲\nR2,乙\n', ("broken_quotes", "requests.csv:2")),
        ('id,note\nR1,"甲"乙\nR2,丙\n', ("broken_quotes", "requests.csv:2")),
        ("id,,note\nR1,3,甲\n", ("nameless_column", "requests.csv:1:2")),
        ("id,note,id\nR1,甲,R1\n", ("repeated_field", "requests.csv:1:3")),
        ("id,note,说明\nR1,甲,乙\n", ("repeated_field", "requests.csv:1:3")),
        ("id,noet\nR1,甲\n", ("unknown_field", "requests.csv:1:2")),
        ("id;note\nR1;甲\n", ("wrong_delimiter", "requests.csv:1")),
        ("id\tnote\nR1\t甲\n", ("wrong_delimiter", "requests.csv:1")),
        ("编号，说明\nR1，甲\n", ("wrong_delimiter", "requests.csv:1")),
        ("id,note\nR1,甲\x00\n", ("control_character", "requests.csv:2")),
        ("id,note\nR1,甲\x07\n", ("invisible_character", "requests.csv:2:2")),
        ("id,calls\nR1,许多\n", ("not_number", "requests.csv:2:2")),
        ("id,calls\nR1,3\nR1,4\n", ("repeated_id", "requests.csv:3:1")),
        ("id," + ",".join("a" * 500) + "\nR1\n", ("too_many_columns", "requests.csv:1")),
        (b"PK\x03\x04 and more", ("workbook", "requests.csv")),
        (b"\xd0\xcf\x11\xe0 and more", ("workbook", "requests.csv")),
        ("id,note\nR1,网格\n".encode("gbk"), ("not_utf8", "requests.csv:2")),
        ("id,note\nR1,甲\n".encode("utf-16"), ("not_utf8", "requests.csv:1")),
    ],
)
def test_what_is_no_table_is_one_problem(tmp_path, content, fault):
    assert faults(tmp_path, content) == [fault]


def test_a_file_of_another_encoding_is_told_which(tmp_path):
    content = "编号,说明\nR1,网格\n".encode("gbk")

    (problem,) = refusal(tmp_path, IN_FILE, requests_csv=content)

    assert "GBK" in problem.advice
    assert "UTF-8" in problem.advice


def test_a_ragged_row_spoils_nothing_else(tmp_path):
    tables = "grids: {file: grids.csv}\nrequests: [{id: R1, grid_id: G2}]"

    problems = refusal(tmp_path, tables, grids_csv="id,name\nG1,一格\nG2\n")

    assert [p.code for p in problems] == ["ragged_row"]


def test_every_wrong_cell_is_told_with_its_place(tmp_path):
    content = "id,calls,urgent\nR1,许多,是\nR2,3,急\nR3,许多,否\n"

    assert faults(tmp_path, content) == [
        ("not_number", "requests.csv:2:2"),
        ("not_bool", "requests.csv:3:3"),
        ("not_number", "requests.csv:4:2"),
    ]


def test_rows_are_read_up_to_a_limit(tmp_path, monkeypatch):
    monkeypatch.setattr("checker.submission.csv_table.ROW_LIMIT", 3)

    assert read_tables(tmp_path, IN_FILE, requests_csv="id\nR1\nR2\n").tables["requests"].size == 2
    assert faults(tmp_path, "id\nR1\nR2\nR3\n") == [("too_many_rows", "requests.csv:4")]


def test_the_one_row_table_may_stand_in_a_file(tmp_path):
    submission = read_tables(tmp_path, "community: {file: c.csv}", c_csv="社区名称,面积\n示例,3\n")

    assert submission.tables["community"].columns["name"] == ("示例",)
    assert submission.tables["community"].ids == ("",)
    (problem,) = refusal(tmp_path, "community: {file: c.csv}", c_csv="社区名称\n甲\n乙\n")
    assert problem.code == "one_row_count"
