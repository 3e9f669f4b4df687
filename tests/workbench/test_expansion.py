"""`times` and `every` stand for rows that are written out before anything reads them."""

from checker.workbench.case_files import expanded


def rows(*row):
    (table,) = expanded({"t": list(row)}).values()
    return table


def test_a_plain_row_stays_as_it_is():
    assert rows({"id": "A", "n": 3, "list": ["x"], "none": None}) == [
        {"id": "A", "n": 3, "list": ["x"], "none": None}
    ]


def test_times_repeats_a_row_with_its_number():
    assert rows({"times": 3, "id": "G{n}", "name": "第{n}池"}) == [
        {"id": "G1", "name": "第1池"},
        {"id": "G2", "name": "第2池"},
        {"id": "G3", "name": "第3池"},
    ]


def test_the_number_is_put_into_lists_too():
    assert rows({"times": 2, "ids": ["P{n}", "Q"]}) == [{"ids": ["P1", "Q"]}, {"ids": ["P2", "Q"]}]


def test_every_shifts_dates_and_times_from_the_second_row_on():
    made = rows({"times": 3, "every": {"days": 1}, "id": "D{n}", "on": "2025-02-27",
                 "at": "2025-02-27T22:00", "text": "x"})  # fmt: skip

    assert [r["on"] for r in made] == ["2025-02-27", "2025-02-28", "2025-03-01"]
    assert [r["at"] for r in made] == [
        "2025-02-27T22:00", "2025-02-28T22:00:00", "2025-03-01T22:00:00",
    ]  # fmt: skip
    assert {r["text"] for r in made} == {"x"}


def test_every_in_minutes_runs_over_midnight():
    made = rows({"times": 2, "every": {"minutes": 90}, "at": "2025-02-28T23:00"})

    assert made[1]["at"] == "2025-03-01T00:30:00"


def test_every_in_months_is_cut_at_the_end_of_the_month():
    made = rows({"times": 4, "every": {"months": 1}, "on": "2025-01-31"})

    assert [r["on"] for r in made] == ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"]


def test_months_and_days_add_up():
    assert rows({"times": 2, "every": {"months": 1, "days": 1}, "on": "2025-01-10"})[1] == {
        "on": "2025-02-11"
    }


def test_rows_of_a_table_with_a_state_are_written_out_too():
    table = {"state": "partial", "rows": [{"times": 2, "id": "P{n}"}]}

    assert expanded({"t": table}) == {
        "t": {"state": "partial", "rows": [{"id": "P1"}, {"id": "P2"}]}
    }


def test_what_is_no_list_of_rows_is_left_alone():
    tables = {"a": "none", "b": {"name": "x"}, "c": None}

    assert expanded(tables) == tables


def test_text_that_only_begins_like_a_date_is_left_alone():
    made = rows({"times": 2, "every": {"days": 1}, "code": "2025-01-01-A", "n": 5})

    assert made[1] == {"code": "2025-01-01-A", "n": 5}
