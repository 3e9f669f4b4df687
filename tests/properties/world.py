"""The small world in which properties are tested: five tables with columns of every kind."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from checker.language.sample import single_values
from checker.model.dictionary import Column, Kind
from checker.model.submission import Period
from checker.model.value import Scalar
from tests.builders import column, dictionary, parameter, parameters, table
from tests.language.reference import World

COMMUNITY = table(
    "community",
    column("firms", "int", minimum="0", maximum="3", unit="家"),
    column("ready", "bool"),
    column("zone", "enum", values=("东", "西")),
    column("founded_on", "date", blank="nothing"),
    one_row=True,
)
GRIDS = table(
    "grids",
    column("level", "ordered", values=("一般", "较大", "重大")),
    column("parent_id", "ref", to="grids", blank="nothing_once_used"),
    column("basis", "enum", values=("甲", "乙", "丙"), many=True, blank="nothing_once_used"),
    column("reviewed_on", "date", blank="nothing"),
    column("size", "int", minimum="1", maximum="4", unit="家"),
)
STAFF = table(
    "staff",
    column("grid_id", "ref", to="grids"),
    column("grid_ids", "ref", to="grids", many=True, blank="nothing"),
    column("role", "enum", values=("组长", "组员")),
    column("skills", "enum", values=("消防", "急救"), many=True),
    column("hours", "int", minimum="0", maximum="3", unit="小时"),
    column("score", "dec", minimum="0", maximum="10", unit="分", blank="nothing"),
    column("trained", "bool"),
    column("left_on", "date", blank="nothing"),
    column("note", "text"),
    unit="人",
)
EVENTS = table(
    "events",
    column("grid_id", "ref", to="grids", blank="nothing"),
    column("staff_id", "ref", to="staff"),
    column("kind", "enum", values=("线上", "线下")),
    column("topic", "enum", values=("甲", "乙", "丙"), blank="nothing"),
    column("tags", "text", many=True, blank="nothing"),
    column("urgent", "bool", blank="nothing"),
    column("seen_at", "datetime"),
    column("closed_at", "datetime", blank="nothing_once_used"),
    column("due_on", "date"),
    column("gain", "int", minimum="-2", maximum="2", unit="元"),
    column("cost", "dec", minimum="0", unit="元", blank="nothing"),
    column("weight", "dec", minimum="0.5", maximum="2", unit="元", blank="nothing"),
    column("balance", "dec", unit="元"),
    column("calls", "int", minimum="0", unit="次"),
    unit="件",
)
SHIFTS = table(
    "shifts",
    column("start_at", "datetime"),
    column("end_at", "datetime", blank="nothing"),
    column("grid_id", "ref", to="grids"),
    column("role", "enum", values=("组长", "组员")),
    unit="班",
)

POPULATIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "working_staff": ("staff", {"left_on": {"present": False}}),
    "leaders": ("staff", {"role": "组长"}),
    "due_events": ("events", {"due_on": {"at_most": "assessment_date"}}),
}

DICTIONARY = dictionary(COMMUNITY, GRIDS, STAFF, EVENTS, SHIFTS, populations=POPULATIONS)

ON = date(2025, 7, 10)
PERIODS = (
    Period(date(2025, 1, 1), date(2025, 6, 30)),  # two quarters
    Period(date(2024, 11, 1), date(2025, 6, 30)),  # eight months, the same two quarters
)

PARAMETERS = parameters(
    parameter("half", "50%", "1"),
    parameter("most", "0.9", "1"),
    parameter("all", "1", "1"),
    parameter("tol0", "0", "1"),
    parameter("tol5", "0.05", "1"),
    parameter("tol40", "0.4", "1"),
    parameter("two", "2", "count"),
    parameter("three_a_year", "3", "count/年"),
    parameter("two_a_year", "2", "count/年"),
    parameter("one_a_month", "0.25", "count/月"),
    parameter("money", "2.5", "元"),
    parameter("money_a_year", "5", "元/年"),
    parameter("hours", "2", "小时"),
    parameter("calls_limit", "1.5", "次"),
    parameter("grade", "6.5", "分"),
    parameter("per_month", "1", "count/月"),
    parameter("per_quarter", "1", "count/季"),
    parameter("minutes30", "30", "分钟"),
    parameter("hours2", "2", "小时"),
    parameter("days30", "30", "日"),
    parameter("days0", "0", "日"),
    parameter("months3", "3", "月"),
    parameter("workdays2", "2", "工作日"),
    parameter("topics", ("甲", "丙"), "list"),
    parameter("kinds", ("线上", "线下"), "list"),
    parameter("response", "closed_at", "column", choices=("seen_at", "closed_at")),
)


def world(period: Period) -> World:
    """The world as the reference evaluator wants it."""
    return World(
        DICTIONARY,
        {name: (p.default, p.unit) for name, p in PARAMETERS.items()},
        POPULATIONS,
        period.start,
        period.end,
        ON,
    )


TIMES = tuple(
    datetime.fromisoformat(text)
    for text in (
        "2023-12-31T00:00",
        "2024-11-01T00:00",
        "2024-12-31T23:59",
        "2025-01-01T00:00",
        "2025-01-15T08:00",
        "2025-01-15T08:30",
        "2025-01-15T08:31",
        "2025-01-17T09:00",
        "2025-02-28T09:00",
        "2025-03-31T12:00",
        "2025-04-30T08:00",
        "2025-04-30T23:59",
        "2025-05-06T10:00",
        "2025-06-30T12:00",
        "2025-07-01T00:00",
        "2025-07-10T06:00",
        "2025-07-11T06:00",
        "2026-12-01T00:00",
    )
)
"""Beside the edges of months and periods: for every limit a moment before, at and after it."""

DATES = tuple(dict.fromkeys(moment.date() for moment in TIMES))
DATE_LIMITS = ("2025-01-15", "2025-04-30", "2025-06-30")

TIME_LIMITS = ("2025-01-15", "2025-01-15T08:30", "2025-04-30T08:00", "2025-07-10")

TINY, HUGE = Fraction(1, 10**9), 10**9
"""Stand for what is approached where a column has no bound."""

NUMBERS: dict[str, tuple[Scalar, ...]] = {
    "cost": (0, 2, Fraction(5, 2), 7),
    "weight": (Fraction(1, 2), 1, Fraction(5, 4), 2),
    "balance": (-3, 0, Fraction(5, 2), 6),
    "score": (0, 3, Fraction(13, 2), 7, 10),
    "calls": (0, 1, 2, 3),
}
NUMBER_LIMITS = {
    "firms": (0, 1, 2, 3),
    "size": (1, 2, 4),
    "hours": (0, 1, 2, 3, "$hours"),
    "score": ("3", "6.5", "10", "$grade"),
    "gain": (-2, -1, 0, 1, 2),
    "cost": ("0", "2", "2.5", "$money"),
    "weight": ("0.5", "1", "2"),
    "balance": ("-3", "0", "2.5", "$money"),
    "calls": (0, 1, 2, "$calls_limit"),
}


def values_of(of: Column) -> tuple[Scalar, ...]:
    """Values of a column that is no reference, such as rows hold and limits name."""
    match of.kind:
        case Kind.DATE:
            return DATES
        case Kind.DATETIME:
            return TIMES
        case Kind.INT if of.name != "calls":
            return tuple(range(int(of.minimum or 0), int(of.maximum or 0) + 1))
        case Kind.INT | Kind.DEC:
            return single_values(of, NUMBERS[of.name])
        case Kind.TEXT:
            return ("一", "二", "三")
        case _:
            return single_values(of)


def values_to_try(of: Column) -> tuple[Scalar, ...]:
    """Values that stand for all of a column: also those that nobody names."""
    if of.kind is Kind.TEXT:
        return (*values_of(of), "四")
    if of.kind in (Kind.INT, Kind.DEC):
        return single_values(of, (*values_of(of), TINY, HUGE, -HUGE))
    return values_of(of)
