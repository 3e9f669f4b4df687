"""One cell at a time: what is taken, and what is refused rather than guessed."""

from datetime import date, datetime
from fractions import Fraction

import pytest

from tests.submission.handed import cells, hand_in, one, refused_cell


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (12, 12),
        ("12", 12),
        ("１２", 12),
        (" 12 ", 12),
        ("12.0", 12),
        ("0", 0),
        ("100", 100),
    ],
)
def test_whole_numbers(raw, value):
    (settled,) = cells("calls", raw)

    assert settled == value
    assert type(settled) is int


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0.35", Fraction(7, 20)),
        ("35%", Fraction(7, 20)),
        ("３５％", Fraction(7, 20)),
        ("0.1", Fraction(1, 10)),
        ("1", 1),
        (1, 1),
    ],
)
def test_numbers_are_exact(raw, value):
    assert cells("weight", raw, table="grids") == [value]


@pytest.mark.parametrize(
    ("raw", "value"),
    [("1,234", 1234), ("1，234.5", Fraction(2469, 2)), ("12,345,678", 12345678)],
)
def test_thousands_are_taken_where_they_can_be_nothing_else(raw, value):
    assert one("community", {"area": raw}).columns["area"] == (value,)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("1,23", "unclear_thousands"),
        ("12,34,567", "unclear_thousands"),
        ("1,2", "unclear_thousands"),
        ("12家", "not_number"),
        ("约12", "not_number"),
        ("12-", "not_number"),
        ("十二", "not_number"),
        ("1e3", "not_number"),
        ("0x10", "not_number"),
        ("①", "not_number"),
        ("1²", "not_number"),
        ("--1", "not_number"),
        ("NaN", "not_number"),
        ("9" * 41, "not_number"),
        (True, "not_number"),
        ("3.5", "not_whole"),
        ("-1", "out_of_bounds"),
        (101, "out_of_bounds"),
        ("300%", "not_share"),
        ([3], "not_a_list"),
        (0.5, "cell_shape"),  # a binary fraction is not what anybody wrote
        ({"a": 1}, "cell_shape"),
        ({"value": {"value": 1}}, "cell_shape"),
        ({"value": 1, "origin": "x"}, "cell_shape"),
    ],
)
def test_numbers_that_are_none_are_refused(raw, code):
    assert refused_cell("calls", raw).code == code


def test_a_refused_number_says_what_is_wanted():
    problem = refused_cell("calls", "150家")

    assert problem.message == "“来电数”不是数字"
    assert problem.found == "150家"
    assert problem.wanted == "0 至 100 的整数（单位：次）"


@pytest.mark.parametrize(
    ("raw", "value"),
    [(True, True), (False, False), ("true", True), ("FALSE", False), ("是", True), ("否", False)],
)
def test_yes_and_no(raw, value):
    (settled,) = cells("urgent", raw)

    assert settled is value


@pytest.mark.parametrize("raw", [1, 0, "1", "yes", "√", "有", "Y", "对"])
def test_what_might_be_yes_is_not_taken_for_yes(raw):
    assert refused_cell("urgent", raw).code == "not_bool"


@pytest.mark.parametrize(
    "raw",
    [
        "2025-03-05",
        "2025-3-5",
        "2025/3/5",
        "2025/03/05",
        "2025.3.5",
        "2025年3月5日",
        "20250305",
        20250305,
        "２０２５－０３－０５",
        "2025-03-05 00:00",
        "2025/3/5 0:00:00",
        "2025-03-05T00:00:00+08:00",
    ],
)
def test_days(raw):
    assert cells("left_on", raw) == [date(2025, 3, 5)]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("2025-03-05 08:00", "time_in_date"),
        ("2025-03-05T00:00:00Z", "time_in_date"),  # 08:00 in Shanghai
        ("2025-02-30", "no_such_day"),
        ("2025-13-01", "no_such_day"),
        ("2025/3/32", "no_such_day"),
        ("1025-03-05", "strange_year"),
        ("2205-03-05", "strange_year"),
        ("25-3-5", "not_date"),
        ("2025-3", "not_date"),
        ("3月5日", "not_date"),
        ("2025-W10-3", "not_date"),
        ("2025/3-5", "not_date"),
        ("45721", "not_date"),
        (45721, "not_date"),
        (True, "not_date"),
        ("昨天", "not_date"),
        ("2025-03-05" + " " * 40 + "00:00", "not_date"),
    ],
)
def test_days_that_are_none_are_refused(raw, code):
    assert refused_cell("left_on", raw).code == code


@pytest.mark.parametrize(
    "raw",
    [
        "2025-03-05T08:30",
        "2025-03-05 08:30",
        "2025-03-05 08:30:00",
        "2025-03-05  8:30",
        "2025/3/5 8:30",
        "2025年3月5日 8:30",
        "2025年3月5日8:30",
        "2025-03-05T08:30:00+08:00",
        "2025-03-05T08:30:00.000+0800",
        "2025-03-05T00:30:00Z",
        "2025-03-04T19:30:00-05:00",
        "２０２５/３/５　８：３０",
    ],
)
def test_moments_are_those_of_shanghai_without_a_zone(raw):
    assert cells("submitted_at", raw) == [datetime(2025, 3, 5, 8, 30)]  # noqa: DTZ001


def test_the_end_of_a_day_is_the_start_of_the_next():
    assert cells("submitted_at", "2025-03-05 24:00") == [datetime(2025, 3, 6)]  # noqa: DTZ001


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("2025-03-05", "time_missing"),
        ("20250305", "time_missing"),
        ("2025-02-30", "no_such_day"),
        ("2025-03-05 25:00", "no_such_day"),
        ("2025-03-05 24:01", "no_such_day"),
        ("2025-03-05 08:60", "no_such_day"),
        ("2025-03-05T08:30+15:00", "no_such_day"),
        ("2025-03-05 上午8:30", "not_datetime"),
        ("08:30", "not_datetime"),
        (True, "not_datetime"),
        ("1899-03-05 08:30", "strange_year"),
    ],
)
def test_moments_that_are_none_are_refused(raw, code):
    assert refused_cell("submitted_at", raw).code == code


def test_a_day_where_a_moment_is_wanted_is_not_taken_for_midnight():
    problem = refused_cell("submitted_at", "2025-03-05")

    assert problem.message == "“提交时间”只有日期，缺少时间"
    assert "不会当作零点" in problem.advice


def test_a_value_of_an_enumeration_is_taken_as_it_is():
    assert cells("level", " 较大 ") == ["较大"]


def test_another_value_is_refused_with_the_list_and_the_nearest():
    problem = refused_cell("level", "较大级")

    assert problem.code == "not_in_values"
    assert problem.wanted == "一般、较大、重大、未定级"
    assert problem.advice == "是不是“较大”？"


@pytest.mark.parametrize("raw", ["窗口、调解", "窗口;调解", "窗口；调解", ["窗口", "调解"]])
def test_lists_may_be_written_as_one_text(raw):
    assert cells("zones", raw, table="grids") == [("窗口", "调解")]


def test_a_number_may_be_an_item():
    assert cells("tags", 7, [8, "9"]) == [("7",), ("8", "9")]


def test_a_list_of_one_may_be_written_without_a_list():
    assert cells("zones", "窗口", table="grids") == [("窗口",)]


def test_an_item_of_a_list_in_a_document_is_not_split():
    assert cells("tags", ["甲、乙", "丙"]) == [("甲、乙", "丙")]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("窗口、窗口", "repeated_item"),
        ("窗口、", "empty_item"),
        (["窗口", ""], "empty_item"),
        (["窗口", None], "empty_item"),
        ("窗口、大厅", "not_in_values"),
        ("窗口,调解", "not_in_values"),
        ([["窗口"]], "cell_shape"),
    ],
)
def test_lists_that_do_not_fit_are_refused(raw, code):
    assert refused_cell("zones", raw, table="grids").code == code


def test_the_item_that_does_not_fit_is_the_one_shown():
    assert refused_cell("zones", "窗口、大厅", table="grids").found == "大厅"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (" 甲\u3000", "甲"),
        (7, "7"),
        ("1.10", "1.10"),
        ("<b>甲</b>", "<b>甲</b>"),
        ("甲\n乙", "甲\n乙"),
        ("𠮷野", "𠮷野"),
        ("𰻝", "𰻝"),
        ("甲\u00a0乙\u3000丙", "甲\u00a0乙\u3000丙"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("+86 571 0000", "+86 571 0000"),
        ("#A楼", "#A楼"),
    ],
)
def test_text_is_trimmed_and_else_kept(raw, value):
    assert cells("note", raw) == [value]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("甲\x00乙", "invisible_character"),
        ("甲\x1b[31m", "invisible_character"),
        ("甲\u202e乙", "invisible_character"),
        ("甲\u200b乙", "invisible_character"),
        ("甲\ufeff乙", "invisible_character"),
        ("甲\ud800", "invisible_character"),
        ("甲\uffff", "invisible_character"),
        ("甲\u2028乙", "invisible_character"),
        ("甲\ue000", "private_character"),
        ("甲\U000f0000", "private_character"),
        ("字" * 5001, "too_long"),
        ("=HYPERLINK(1)", "formula"),
        ("#REF!", "formula"),
        ("#N/A", "formula"),
        ("-", "placeholder"),
        ("／", "placeholder"),
        ("NaN", "placeholder"),
        ("暂无", "placeholder"),
        (True, "not_text"),
    ],
)
def test_text_that_says_nothing_or_hides_something_is_refused(raw, code):
    assert refused_cell("note", raw).code == code


def test_a_strange_character_is_named_and_not_printed():
    problem = refused_cell("note", "甲\u202e乙")

    assert "U+202E" in problem.message
    assert problem.found == "甲\\u202e乙"


def test_a_long_text_is_shown_short():
    assert refused_cell("note", "字" * 5001).found == "字" * 40 + "…"


@pytest.mark.parametrize(
    ("raw", "code"),
    [("1.2E+11", "mangled_number"), ("G" * 101, "too_long"), ("-", "placeholder")],
)
def test_a_key_that_cannot_be_one_is_refused(raw, code):
    assert refused_cell("grid_id", raw).code == code


def test_a_number_may_be_a_key():
    submission = hand_in({"grids": [{"id": 7}], "requests": [{"id": "R1", "grid_id": "7"}]})

    assert submission.tables["grids"].ids == ("7",)
    assert submission.tables["requests"].columns["grid_id"] == ("7",)


def test_the_source_of_a_value_is_kept():
    cell = {"value": "1.5", "source": "编制说明 第18行"}
    submission = hand_in({"community": {"area": cell}, "grids": [{"id": {**cell, "value": "G1"}}]})

    assert submission.tables["community"].columns["area"] == (Fraction(3, 2),)
    assert submission.tables["grids"].ids == ("G1",)
    assert submission.sources == {
        ("community", 0, "area"): "编制说明 第18行",
        ("grids", 0, "id"): "编制说明 第18行",
    }


def test_a_source_is_text_like_any_other():
    problem = refused_cell("calls", {"value": 1, "source": "第\u202e1行"})

    assert problem.code == "invisible_character"
