"""Days, months, working days and calendar windows, by the calendar on the wall."""

from datetime import timedelta
from fractions import Fraction

import pytest

from checker.language.timing import (
    add_months,
    before,
    day,
    deadline,
    is_workday,
    not_after,
    same,
    windows,
)
from checker.model.check import Duration
from checker.model.submission import Period
from tests.builders import day as on
from tests.builders import moment as at


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-03-31", 1, "2025-04-30"),
        ("2025-02-28", 1, "2025-03-28"),
        ("2025-03-31", -1, "2025-02-28"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-11-30", 2, "2026-01-30"),
        ("2025-01-15", -1, "2024-12-15"),
        ("2025-01-15", 0, "2025-01-15"),
    ],
)
def test_months_run_to_the_same_day_or_the_last_of_the_month(start, months, end):
    """31 January and a month is the last day of February."""
    assert add_months(on(start), months) == on(end)


@pytest.mark.parametrize(
    ("length", "first"),
    [
        (Duration(30, "日"), "2025-06-10"),
        (Duration(0, "日"), "2025-07-10"),
        (Duration(6, "月"), "2025-01-10"),
        (Duration(12, "月"), "2024-07-10"),
    ],
)
def test_a_window_reaches_so_far_back(length, first):
    """Counted back from 10 July 2025."""
    assert before(on("2025-07-10"), length) == on(first)


@pytest.mark.parametrize(
    ("name", "working"),
    [
        ("2025-09-26", True),  # Friday
        ("2025-09-27", False),  # Saturday
        ("2025-09-28", True),  # Sunday, worked in lieu of National Day
        ("2025-09-30", True),
        ("2025-10-01", False),  # National Day and Mid-Autumn: 1 to 8 October
        ("2025-10-06", False),
        ("2025-10-08", False),
        ("2025-10-09", True),
        ("2025-10-11", True),  # Saturday, worked in lieu
        ("2025-10-12", False),
        ("2026-02-14", True),  # Saturday, worked in lieu of Spring Festival
        ("2026-02-15", False),  # Spring Festival: 15 to 23 February
        ("2026-02-17", False),
        ("2026-02-23", False),
        ("2026-02-24", True),
        ("2026-02-28", True),  # Saturday, worked in lieu
    ],
)
def test_working_days_are_those_of_the_state_council(name, working):
    """By its notices for 2025 and 2026, with the days worked in lieu."""
    assert is_workday(on(name)) is working


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        ("2025-09-26", 1, "2025-09-28"),  # a Friday; the Sunday is worked
        ("2025-09-30", 1, "2025-10-09"),  # across eight days of holiday
        ("2025-09-30", 3, "2025-10-11"),  # 9, 10 and Saturday 11 October
        ("2025-10-04", 1, "2025-10-09"),  # begun in the holiday
        ("2026-02-13", 2, "2026-02-24"),  # Saturday 14, then after Spring Festival
        ("2026-02-14", 5, "2026-02-28"),  # 24, 25, 26, 27 and Saturday 28
        ("2025-07-11", 1, "2025-07-14"),  # Friday to Monday
        ("2025-07-11", 0, "2025-07-11"),
    ],
)
def test_working_days_do_not_count_the_first(start, days, last):
    """So many working days after the day on which it began."""
    found = deadline(on(start), Duration(days, "工作日"))
    assert (found.moment, found.certain) == (on(last), True)


def test_a_year_without_published_calendar_leaves_the_deadline_open():
    """Nobody knows yet which days of 2028 are worked; the earliest possible day is given."""
    found = deadline(on("2028-03-06"), Duration(3, "工作日"))
    assert (found.moment, found.certain) == (on("2028-03-09"), False)
    assert is_workday(on("2028-03-06")) is None


def test_a_deadline_that_needs_no_later_year_stays_certain():
    """The last working day of 2026 is in a year that is published."""
    found = deadline(on("2026-12-30"), Duration(1, "工作日"))
    assert (found.moment, found.certain) == (on("2026-12-31"), True)


@pytest.mark.parametrize(
    ("length", "last"),
    [
        (Duration(30, "分钟"), at("2025-01-01T00:20")),
        (Duration(Fraction(1, 2), "小时"), at("2025-01-01T00:20")),
        (Duration(2, "小时"), at("2025-01-01T01:50")),
        (Duration(1, "日"), on("2025-01-01")),
        (Duration(1, "月"), on("2025-01-31")),
    ],
)
def test_minutes_and_hours_are_exact_and_the_rest_goes_by_days(length, last):
    """From ten to midnight on New Year's Eve."""
    assert deadline(at("2024-12-31T23:50"), length).moment == last


def test_a_date_against_a_time_compares_by_date():
    """Ten in the evening is not after its own day, nor is the day after it."""
    late = at("2025-03-01T22:00")
    assert same(late, on("2025-03-01"))
    assert not_after(late, on("2025-03-01"))
    assert not_after(on("2025-03-01"), late)
    assert not not_after(late, late - timedelta(minutes=1))
    assert not not_after(on("2025-03-02"), late)
    assert day(late) == on("2025-03-01")


def shown(period: tuple[str, str], each: str) -> list[tuple[str, str]]:
    found = windows(Period(on(period[0]), on(period[1])), each)
    return [(first.isoformat(), last.isoformat()) for first, last in found]


def test_months_of_a_period_are_all_its_months():
    """November to April, with February as long as it is."""
    found = shown(("2023-11-01", "2024-04-30"), "month")
    assert len(found) == 6
    assert found[3] == ("2024-02-01", "2024-02-29")


def test_only_whole_quarters_count():
    """February to August holds one whole quarter, February to September two."""
    second, third = ("2025-04-01", "2025-06-30"), ("2025-07-01", "2025-09-30")
    assert shown(("2025-02-01", "2025-08-31"), "quarter") == [second]
    assert shown(("2025-02-01", "2025-09-30"), "quarter") == [second, third]


def test_every_six_months_hold_a_whole_quarter():
    """Wherever they begin, across the turn of the year too."""
    for month in range(1, 13):
        first = on(f"2025-{month:02}-01")
        period = Period(first, add_months(first, 6) - timedelta(days=1))
        assert windows(period, "quarter")
        assert len(windows(period, "month")) == 6
