"""Reading checks: every kind of mistake is one problem, at its line and column, with advice."""

from fractions import Fraction
from typing import Any

import pytest

from checker.document.strict_yaml import parse
from checker.language.parse import read_check, read_row_condition
from checker.language.typecheck import Scope
from checker.model.check import (
    AllOf,
    AnyOf,
    AssessmentDate,
    CellTest,
    Check,
    CheckAll,
    CheckAny,
    Count,
    Covered,
    Distinct,
    Duration,
    Elapsed,
    Expect,
    FewestPer,
    Field,
    Leaf,
    Mean,
    OverPeriod,
    Param,
    Predicate,
    Ratio,
    Related,
    Share,
    Sum,
    TimeCovered,
    Within,
)
from checker.model.problem import Problem
from tests.builders import column, day, dictionary, moment, parameter, parameters, table

COMMUNITY = table("community", column("firms", "int", minimum="0", unit="家"), one_row=True)
GRIDS = table(
    "grids",
    column("level", "enum", values=("高", "低"), label="层级"),
    column("party_org_id", "ref", to="grids", blank="nothing_once_used"),
    column("name", "text"),
    label="网格",
)
STAFF = table(
    "staff",
    column("role", "enum", values=("社区负责人", "网格长"), label="岗位"),
    column("grade", "ordered", values=("初级", "高级")),
    column("grid_id", "ref", to="grids"),
    column("grid_ids", "ref", to="grids", many=True, blank="nothing"),
    column("skills", "enum", values=("消防", "急救"), many=True),
    column("hours", "int", minimum="0", unit="小时"),
    column("score", "dec", unit="分"),
    column("trained", "bool"),
    column("joined_on", "date"),
    column("left_on", "date", blank="nothing"),
    column("note", "text"),
    label="人员",
    unit="人",
)
EVENTS = table(
    "events",
    column("grid_id", "ref", to="grids"),
    column("staff_id", "ref", to="staff"),
    column("sent_at", "datetime"),
    column("seen_at", "datetime", blank="nothing"),
    column("cost", "dec", unit="元"),
    label="事件",
    unit="件",
)
WORDS = dictionary(
    COMMUNITY,
    GRIDS,
    STAFF,
    EVENTS,
    populations={"working_staff": ("staff", {"left_on": {"present": False}})},
)
KNOWN = parameters(
    parameter("least", "3", "count"),
    parameter("most", "0.9", "1"),
    parameter("tolerance", "0.05", "1"),
    parameter("people", "3", "人"),
    parameter("traffic_event_per_year", "3", "count/年"),
    parameter("hours_a_year", "20", "小时/年"),
    parameter("hours_limit", "20", "小时"),
    parameter("minutes", "30", "分钟"),
    parameter("days", "30", "日"),
    parameter("roles", ("社区负责人", "网格长"), "list"),
    parameter("colours", ("红", "绿"), "list"),
    parameter("response_event", "seen_at", "column", choices=("seen_at", "sent_at")),
    parameter("some_column", "cost", "column", choices=("cost", "sent_at")),
)


def read(text: str) -> tuple[Check | None, list[Problem]]:
    """Read the YAML text of a check."""
    document = parse(text.encode(), "rules.yaml")
    scope = Scope(WORDS, KNOWN, lambda at, key: document.place(at, key=key))
    return read_check(document.data, (), scope), scope.problems


def good(text: str) -> Any:
    found, problems = read(text)
    assert not problems
    assert found is not None
    return found


MISTAKES = [
    # --- the table of LANGUAGE 9 ---
    (
        "a key that is nearly a predicate",
        "measure: share\nof: grids\nthat:\n  party_org_id: {presant: true}\nexpect: {at_least: 100%}",
        ("unknown_key", 4, 18, "presant", "“present”"),
    ),
    (
        "a measure that does not exist",
        "measure: ratio_of\nof: grids\nexpect: {at_least: 1}",
        ("unknown_measure", 1, 10, "ratio_of", "“ratio”"),
    ),
    (
        "arithmetic in a limit",
        'measure: count\nof: grids\nexpect: {at_least: "max(1, 2)"}',
        ("not_a_limit", 3, 20, "max(1, 2)", "不接受算式"),
    ),
    (
        "a value that the enumeration does not have",
        "measure: count\nof: staff\nwhere: {role: 网格员}\nexpect: {at_least: 1}",
        ("not_a_value", 3, 15, "网格员", "社区负责人、网格长"),
    ),
    (
        "a yearly parameter without over_period",
        "measure: count\nof: events\nexpect: {at_least: $traffic_event_per_year}",
        ("wrong_unit", 3, 20, "", "over_period"),
    ),
    # --- shapes ---
    ("a check that is a word", "count", ("wrong_shape", 1, 1, "", "")),
    ("a check that is a list", "[{measure: count}]", ("wrong_shape", 1, 1, "", "")),
    ("no measure", "of: grids\nexpect: {at_least: 1}", ("missing_key", 1, 1, "", "")),
    (
        "no table",
        "measure: count\nexpect: {at_least: 1}",
        ("missing_key", 1, 1, "", "“of”"),
    ),
    ("no limit", "measure: count\nof: grids", ("missing_key", 1, 1, "", "“expect”")),
    (
        "a share of what",
        "measure: share\nof: grids\nexpect: {at_least: 100%}",
        ("missing_key", 1, 1, "", "“that”"),
    ),
    (
        "a sum of what",
        "measure: sum\nof: staff\nexpect: {at_least: 1}",
        ("missing_key", 1, 1, "", "“value”"),
    ),
    ("all of one", "all: {measure: count}", ("wrong_shape", 1, 6, "", "")),
    ("all of none", "all: []", ("wrong_shape", 1, 6, "", "")),
    (
        "a fault deep inside",
        "all:\n  - any:\n      - measure: count\n        of: grids\n        expect: {at_leest: 1}",
        ("unknown_key", 5, 18, "at_leest", "at_least"),
    ),
    (
        "a key beside all",
        "all:\n  - {measure: count, of: grids, expect: {at_least: 1}}\nof: grids",
        ("unknown_key", 3, 1, "of", ""),
    ),
    (
        "a misspelt key of a measure",
        "measure: count\nof: grids\nwere: {level: 高}\nexpect: {at_least: 1}",
        ("unknown_key", 3, 1, "were", "“where”"),
    ),
    (
        "when_empty where there is always a value",
        "measure: count\nof: grids\nwhen_empty: failed\nexpect: {at_least: 1}",
        ("unknown_key", 3, 1, "when_empty", ""),
    ),
    (
        "when_empty with another word",
        (
            "measure: share\nof: grids\nthat: {level: 高}\nwhen_empty: passed\n"
            "expect: {at_least: 100%}"
        ),
        ("unknown_key", 4, 13, "passed", "failed"),
    ),
    # --- names ---
    (
        "a table that is nearly one",
        "measure: count\nof: grid\nexpect: {at_least: 1}",
        ("unknown_table", 2, 5, "grid", "“grids”"),
    ),
    (
        "a population that is nearly one",
        "measure: count\nof: workin_staff\nexpect: {at_least: 1}",
        ("unknown_table", 2, 5, "workin_staff", "“working_staff”"),
    ),
    (
        "a column that is nearly one",
        "measure: count\nof: staff\nwhere:\n  trainned: true\nexpect: {at_least: 1}",
        ("unknown_column", 4, 3, "trainned", "“trained”"),
    ),
    (
        "a column that the row behind a reference does not have",
        "measure: count\nof: staff\nwhere: {grid_id.leval: 高}\nexpect: {at_least: 1}",
        ("unknown_column", 3, 9, "leval", "“level”"),
    ),
    (
        "a path through a list",
        "measure: count\nof: staff\nwhere: {grid_ids.level: 高}\nexpect: {at_least: 1}",
        ("not_a_reference", 3, 9, "", "单个引用列"),
    ),
    (
        "a path through no reference",
        "measure: count\nof: staff\nwhere: {role.level: 高}\nexpect: {at_least: 1}",
        ("not_a_reference", 3, 9, "", "单个引用列"),
    ),
    (
        "a path of two hops",
        "measure: count\nof: events\nwhere: {staff_id.grid_id.level: 高}\nexpect: {at_least: 1}",
        ("unknown_column", 3, 9, "grid_id.level", ""),
    ),
    (
        "a parameter that is nearly one",
        "measure: count\nof: grids\nexpect: {at_least: $leest}",
        ("unknown_parameter", 3, 20, "leest", "least"),
    ),
    (
        "a value column that is nearly one",
        "measure: sum\nof: staff\nvalue: huors\nexpect: {at_least: 1}",
        ("unknown_column", 3, 8, "huors", "“hours”"),
    ),
    # --- limits ---
    (
        "equals beside a limit",
        "measure: count\nof: grids\nexpect: {equals: 1, at_least: 1}",
        ("expect_alone", 3, 9, "", "equals"),
    ),
    ("no side at all", "measure: count\nof: grids\nexpect: {}", ("expect_alone", 3, 9, "", "")),
    ("a limit alone", "measure: count\nof: grids\nexpect: 3", ("wrong_shape", 3, 9, "", "")),
    (
        "a count in per cent",
        "measure: count\nof: grids\nexpect: {at_least: 90%}",
        ("share_without_percent", 3, 20, "90%", "数量写 3"),
    ),
    (
        "a share without per cent",
        "measure: share\nof: grids\nthat: {level: 高}\nexpect: {at_least: 0.9}",
        ("share_without_percent", 4, 20, "0.9", "95%"),
    ),
    (
        "a limit that is true",
        "measure: count\nof: grids\nexpect: {at_least: true}",
        ("not_a_limit", 3, 20, "True", ""),
    ),
    (
        "a parameter of another unit",
        "measure: count\nof: grids\nexpect: {at_least: $hours_limit}",
        ("wrong_unit", 3, 20, "", "小时"),
    ),
    (
        "a list where a number stands",
        "measure: count\nof: grids\nexpect: {at_least: $roles}",
        ("wrong_unit", 3, 20, "", ""),
    ),
    (
        "over_period of a number",
        "measure: count\nof: grids\nexpect: {at_least: {over_period: 3}}",
        ("not_a_limit", 3, 20, "", ""),
    ),
    (
        "over_period of what is not yearly",
        "measure: count\nof: grids\nexpect: {at_least: {over_period: $least}}",
        ("wrong_unit", 3, 34, "", ""),
    ),
    (
        "a tolerance on a count",
        "measure: count\nof: grids\nexpect: {at_least: 3, tolerance: $tolerance}",
        ("tolerance_misplaced", 3, 34, "", ""),
    ),
    (
        "a tolerance on an exact share",
        (
            "measure: share\nof: grids\nthat: {level: 高}\n"
            "expect: {equals: 90%, tolerance: $tolerance}"
        ),
        ("tolerance_misplaced", 4, 34, "", ""),
    ),
    (
        "a tolerance on both sides",
        (
            "measure: share\nof: grids\nthat: {level: 高}\n"
            "expect: {at_least: 10%, at_most: 90%, tolerance: $tolerance}"
        ),
        ("tolerance_misplaced", 4, 50, "", ""),
    ),
    (
        "a tolerance that is a number",
        "measure: share\nof: grids\nthat: {level: 高}\nexpect: {at_least: 90%, tolerance: 5%}",
        ("wrong_parameter", 4, 36, "", ""),
    ),
    (
        "a tolerance that is no share",
        "measure: share\nof: grids\nthat: {level: 高}\nexpect: {at_least: 90%, tolerance: $least}",
        ("wrong_parameter", 4, 36, "", "占比"),
    ),
    # --- predicates ---
    (
        "present of what is unknown when blank",
        "measure: count\nof: staff\nwhere: {note: {present: true}}\nexpect: {at_least: 1}",
        ("wrong_kind", 3, 16, "", "留空"),
    ),
    (
        "present of a word",
        "measure: count\nof: staff\nwhere: {left_on: {present: yes}}\nexpect: {at_least: 1}",
        ("wrong_shape", 3, 28, "yes", ""),
    ),
    (
        "a rank of what has none",
        "measure: count\nof: staff\nwhere: {role: {at_least: 网格长}}\nexpect: {at_least: 1}",
        ("wrong_kind", 3, 16, "", "等级"),
    ),
    (
        "a list asked as a single value",
        "measure: count\nof: staff\nwhere: {skills: 消防}\nexpect: {at_least: 1}",
        ("wrong_kind", 3, 9, "", "多个值"),
    ),
    (
        "a single value asked as a list",
        "measure: count\nof: staff\nwhere: {role: {includes_all: [网格长]}}\nexpect: {at_least: 1}",
        ("wrong_kind", 3, 16, "", "多个值"),
    ),
    (
        "a window of numbers",
        "measure: count\nof: staff\nwhere: {hours: {within: period}}\nexpect: {at_least: 1}",
        ("wrong_kind", 3, 17, "", "日期或时间"),
    ),
    (
        "a window that does not exist",
        "measure: count\nof: staff\nwhere: {joined_on: {within: week}}\nexpect: {at_least: 1}",
        ("wrong_shape", 3, 29, "week", ""),
    ),
    (
        "a window of minutes",
        (
            "measure: count\nof: staff\nwhere: {joined_on: {within: {last: $minutes}}}\n"
            "expect: {at_least: 1}"
        ),
        ("wrong_unit", 3, 36, "", "日"),
    ),
    (
        "a window of years",
        (
            "measure: count\nof: staff\nwhere: {joined_on: {within: {last: {years: 1}}}}\n"
            "expect: {at_least: 1}"
        ),
        ("wrong_parameter", 3, 36, "years", ""),
    ),
    (
        "a predicate without keys",
        "measure: count\nof: staff\nwhere: {role: {}}\nexpect: {at_least: 1}",
        ("empty", 3, 15, "", ""),
    ),
    (
        "a size without limit",
        "measure: count\nof: staff\nwhere: {skills: {size: {}}}\nexpect: {at_least: 1}",
        ("expect_alone", 3, 24, "", ""),
    ),
    (
        "one of none",
        "measure: count\nof: staff\nwhere: {role: {one_of: []}}\nexpect: {at_least: 1}",
        ("wrong_shape", 3, 24, "", ""),
    ),
    (
        "one of what is none of its values",
        "measure: count\nof: staff\nwhere: {role: {one_of: [网格长, 组长]}}\nexpect: {at_least: 1}",
        ("not_a_value", 3, 30, "组长", "社区负责人"),
    ),
    (
        "a list parameter of other values",
        "measure: count\nof: staff\nwhere: {role: {one_of: $colours}}\nexpect: {at_least: 1}",
        ("wrong_parameter", 3, 24, "", ""),
    ),
    (
        "a word for yes or no",
        'measure: count\nof: staff\nwhere: {trained: "true"}\nexpect: {at_least: 1}',
        ("not_a_value", 3, 18, "true", ""),
    ),
    (
        "a number for a word",
        "measure: count\nof: staff\nwhere: {note: 5}\nexpect: {at_least: 1}",
        ("not_a_value", 3, 15, "5", ""),
    ),
    (
        "a fraction for a whole number",
        "measure: count\nof: staff\nwhere: {hours: 1.5}\nexpect: {at_least: 1}",
        ("not_a_value", 3, 16, "1.5", ""),
    ),
    (
        "no such day",
        "measure: count\nof: staff\nwhere: {joined_on: {at_least: 2025-02-30}}\nexpect: {at_least: 1}",
        ("not_a_value", 3, 31, "2025-02-30", ""),
    ),
    (
        "nothing at all",
        "measure: count\nof: staff\nwhere: {role: null}\nexpect: {at_least: 1}",
        ("not_a_value", 3, 15, "None", ""),
    ),
    (
        "a cell of another kind",
        (
            "measure: count\nof: staff\nwhere: {joined_on: {at_most: {field: hours}}}\n"
            "expect: {at_least: 1}"
        ),
        ("not_comparable", 3, 38, "", ""),
    ),
    (
        "a field and something else",
        (
            "measure: count\nof: staff\nwhere: {joined_on: {at_most: {field: left_on, or: later}}}\n"
            "expect: {at_least: 1}"
        ),
        ("wrong_shape", 3, 30, "", "field"),
    ),
    (
        "hours against days",
        "measure: count\nof: staff\nwhere: {hours: {at_least: $days}}\nexpect: {at_least: 1}",
        ("wrong_unit", 3, 27, "", "小时"),
    ),
    (
        "a condition that is a word",
        "measure: count\nof: staff\nwhere: 网格长\nexpect: {at_least: 1}",
        ("wrong_shape", 3, 8, "", ""),
    ),
    (
        "any of no list",
        "measure: count\nof: staff\nwhere: {any: {role: 网格长}}\nexpect: {at_least: 1}",
        ("wrong_shape", 3, 14, "", ""),
    ),
    # --- measures ---
    (
        "a sum of words",
        "measure: sum\nof: staff\nvalue: role\nexpect: {at_least: 1}",
        ("wrong_kind", 3, 8, "", "数"),
    ),
    (
        "months of no date",
        "measure: fewest_per\nof: staff\ndate: hours\neach: month\nexpect: {at_least: 1}",
        ("wrong_kind", 3, 7, "", "日期"),
    ),
    (
        "each week",
        "measure: fewest_per\nof: staff\ndate: joined_on\neach: week\nexpect: {at_least: 1}",
        ("unknown_key", 4, 7, "week", "month"),
    ),
    (
        "covered by what is no value",
        (
            "measure: covered\nof: staff\nvalue: skills\nrequired: [消防, 游泳]\n"
            "expect: {at_least: 100%}"
        ),
        ("not_a_value", 4, 16, "游泳", "急救"),
    ),
    (
        "covered by none",
        "measure: covered\nof: staff\nvalue: skills\nrequired: []\nexpect: {at_least: 100%}",
        ("wrong_shape", 4, 11, "", ""),
    ),
    (
        "covered so many minutes",
        (
            "measure: covered\nof: staff\nvalue: skills\nrequired: [消防]\ntimes: $minutes\n"
            "expect: {at_least: 100%}"
        ),
        ("wrong_unit", 5, 8, "", ""),
    ),
    (
        "a ratio of shares",
        (
            "measure: ratio\nnumerator: {measure: share, of: grids, that: {level: 高}}\n"
            "denominator: {measure: count, of: grids}\nexpect: {at_least: 50%}"
        ),
        ("unknown_measure", 2, 22, "share", "count"),
    ),
    (
        "a limit inside a ratio",
        (
            "measure: ratio\nnumerator: {measure: count, of: grids, expect: {at_least: 1}}\n"
            "denominator: {measure: count, of: grids}\nexpect: {at_least: 50%}"
        ),
        ("unknown_key", 2, 40, "expect", ""),
    ),
    (
        "half a ratio",
        "measure: ratio\nnumerator: {measure: count, of: grids}\nexpect: {at_least: 50%}",
        ("missing_key", 1, 1, "", "denominator"),
    ),
    # --- elapsed and related ---
    (
        "no end",
        (
            "measure: count\nof: events\nwhere: {elapsed: {from: sent_at, at_most: $minutes}}\n"
            "expect: {at_least: 1}"
        ),
        ("missing_key", 3, 18, "", "“to”"),
    ),
    (
        "an end that is no time",
        (
            "measure: count\nof: events\n"
            "where: {elapsed: {from: sent_at, to: cost, at_most: $minutes}}\nexpect: {at_least: 1}"
        ),
        ("wrong_kind", 3, 38, "", "日期"),
    ),
    (
        "an end that may be no time",
        (
            "measure: count\nof: events\n"
            "where: {elapsed: {from: sent_at, to: $some_column, at_most: $minutes}}\n"
            "expect: {at_least: 1}"
        ),
        ("wrong_parameter", 3, 38, "", "列名"),
    ),
    (
        "so many people of time",
        (
            "measure: count\nof: events\n"
            "where: {elapsed: {from: sent_at, to: seen_at, at_most: $people}}\nexpect: {at_least: 1}"
        ),
        ("wrong_unit", 3, 56, "", "分钟"),
    ),
    (
        "at_least in elapsed",
        (
            "measure: count\nof: events\n"
            "where: {elapsed: {from: sent_at, to: seen_at, at_most: $minutes, at_least: $days}}\n"
            "expect: {at_least: 1}"
        ),
        ("unknown_key", 3, 66, "at_least", ""),
    ),
    (
        "related to nobody",
        (
            "measure: count\nof: grids\n"
            "where: {related: {measure: count, of: staff, expect: {at_least: 1}}}\n"
            "expect: {at_least: 1}"
        ),
        ("missing_key", 3, 18, "", "“by”"),
    ),
    (
        "related by what names another table",
        (
            "measure: count\nof: grids\n"
            "where: {related: {measure: count, of: events, by: staff_id, expect: {at_least: 1}}}\n"
            "expect: {at_least: 1}"
        ),
        ("not_linked", 3, 51, "staff_id", "网格"),
    ),
    (
        "a measure inside related that may have no value",
        (
            "measure: count\nof: grids\nwhere:\n  related: {measure: share, of: staff, "
            "by: grid_id, that: {role: 网格长}, expect: {at_least: 50%}}\nexpect: {at_least: 1}"
        ),
        ("related_needs_total", 4, 22, "", ""),
    ),
    (
        "related inside related",
        (
            "measure: count\nof: grids\nwhere:\n  related:\n    measure: count\n    of: staff\n"
            "    by: grid_id\n    where:\n      related: {measure: count, of: events, by: staff_id, "
            "expect: {at_least: 1}}\n    expect: {at_least: 1}\nexpect: {at_least: 1}"
        ),
        ("related_inside_related", 5, 5, "", "两条规则"),
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES]
)
def test_a_mistake_is_one_problem_at_its_place(text, wanted):
    """Code, line, column, what was found, and a word of the advice."""
    found, problems = read(text)
    assert found is None
    assert len(problems) == 1, problems
    (problem,) = problems
    code, line, at, was, advice = wanted
    assert (problem.code, problem.place.line, problem.place.column) == (code, line, at)
    assert problem.found == was
    assert advice in problem.message + problem.advice
    assert problem.message


def test_all_mistakes_of_a_check_come_at_once():
    """Three faults in three places."""
    _, problems = read(
        "all:\n"
        "  - {measure: count, of: grid, expect: {at_least: 1}}\n"
        "  - {measure: count, of: staff, where: {role: 网格员, trainned: true},"
        " expect: {at_least: 1}}\n"
    )
    found = [(p.code, p.place.line) for p in problems]
    assert found == [("unknown_table", 2), ("not_a_value", 3), ("unknown_column", 3)]


def test_a_limit_is_read_in_the_unit_of_the_measure():
    """Numbers, percentages, parameters, and parameters over the period."""
    found = good("measure: count\nof: staff\nexpect: {at_least: 2, at_most: $people}")
    assert found == Leaf(Count("staff"), Expect(at_least=2, at_most=Param("people")))
    found = good("measure: share\nof: staff\nthat: {trained: true}\nexpect: {at_least: 97.5%}")
    assert found.expect == Expect(at_least=Fraction(39, 40))
    found = good(
        "measure: sum\nof: staff\nvalue: hours\nexpect: {at_least: {over_period: $hours_a_year}}"
    )
    assert found.expect == Expect(at_least=OverPeriod(Param("hours_a_year")))


def test_every_measure_is_read():
    """The nine of them."""
    trained = CellTest(("trained",), Predicate(equals=True))
    on, off = "expect: {at_least: 1}", "expect: {at_least: 50%}"
    assert good(
        f"measure: share\nof: working_staff\nthat: {{trained: true}}\nwhen_empty: failed\n{off}"
    ) == Leaf(Share("working_staff", trained), Expect(at_least=Fraction(1, 2)), "failed")
    wanted = {
        f"measure: count\nof: staff\nwhere: {{trained: true}}\n{on}": Count("staff", trained),
        f"measure: sum\nof: staff\nvalue: hours\n{on}": Sum("staff", ("hours",)),
        f"measure: mean\nof: events\nvalue: staff_id.score\n{on}": Mean(
            "events", ("staff_id", "score")
        ),
        f"measure: distinct\nof: staff\nvalue: note\n{on}": Distinct("staff", ("note",)),
        f"measure: covered\nof: staff\nvalue: role\nrequired: $roles\ntimes: $least\n{off}": Covered(
            "staff", ("role",), Param("roles"), times=Param("least")
        ),
        f"measure: time_covered\nof: events\nfrom: sent_at\nto: seen_at\n{off}": TimeCovered(
            "events", ("sent_at",), ("seen_at",)
        ),
        f"measure: fewest_per\nof: staff\ndate: joined_on\neach: quarter\n{on}": FewestPer(
            "staff", ("joined_on",), "quarter"
        ),
        "measure: ratio\nnumerator: {measure: sum, of: staff, value: hours}\n"
        f"denominator: {{measure: count, of: grids}}\n{on}": Ratio(
            Sum("staff", ("hours",)), Count("grids")
        ),
    }
    for text, measure in wanted.items():
        assert good(text).measure == measure


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("{role: 网格长}", CellTest(("role",), Predicate(equals="网格长"))),
        ("{role: {equals: 网格长}}", CellTest(("role",), Predicate(equals="网格长"))),
        ("{hours: 8}", CellTest(("hours",), Predicate(equals=8))),
        ('{score: "8.50"}', CellTest(("score",), Predicate(equals=Fraction(17, 2)))),
        ("{score: 8.0}", CellTest(("score",), Predicate(equals=8))),
        (
            "{joined_on: 2025-03-01}",
            CellTest(("joined_on",), Predicate(equals=day("2025-03-01"))),
        ),
        (
            "{joined_on: {at_most: assessment_date}}",
            CellTest(("joined_on",), Predicate(at_most=AssessmentDate())),
        ),
        (
            "{joined_on: {at_most: {field: left_on}}}",
            CellTest(("joined_on",), Predicate(at_most=Field(("left_on",)))),
        ),
        (
            "{joined_on: {within: {last: {months: 3}}}}",
            CellTest(("joined_on",), Predicate(within=Within(Duration(3, "月")))),
        ),
        ("{note: assessment_date}", CellTest(("note",), Predicate(equals="assessment_date"))),
        (
            "{skills: {size: {at_least: 2}, includes_any: [消防]}}",
            CellTest(("skills",), Predicate(size=Expect(at_least=2), includes_any=("消防",))),
        ),
        (
            "{any: [{trained: true}, {grade: {at_least: 高级}}]}",
            AnyOf(
                (
                    CellTest(("trained",), Predicate(equals=True)),
                    CellTest(("grade",), Predicate(at_least="高级")),
                )
            ),
        ),
        (
            "{trained: true, hours: 0}",
            AllOf(
                (
                    CellTest(("trained",), Predicate(equals=True)),
                    CellTest(("hours",), Predicate(equals=0)),
                )
            ),
        ),
    ],
)
def test_conditions_are_read(said, wanted):
    """A literal means equals; entries hold together; only $ is parsed in texts."""
    assert good(f"measure: count\nof: staff\nwhere: {said}\nexpect: {{at_least: 1}}") == Leaf(
        Count("staff", wanted), Expect(at_least=1)
    )


def test_row_forms_are_read():
    """elapsed with a column parameter, and related over a population."""
    found = good(
        "measure: count\nof: events\n"
        "where: {elapsed: {from: sent_at, to: $response_event, at_most: {minutes: 30}}}\n"
        "expect: {at_least: 1}"
    )
    elapsed = Elapsed(("sent_at",), Param("response_event"), Duration(30, "分钟"))
    assert found.measure == Count("events", elapsed)
    found = good(
        "measure: count\nof: grids\n"
        "where: {related: {measure: count, of: working_staff, by: grid_ids, expect: {equals: 1}}}\n"
        "expect: {at_least: 1}"
    )
    inner = Leaf(Count("working_staff"), Expect(equals=1))
    assert found.measure == Count("grids", Related(inner, "grid_ids"))


def test_checks_nest():
    """any inside all."""
    leaf = "{measure: count, of: grids, expect: {at_least: 1}}"
    read_leaf = Leaf(Count("grids"), Expect(at_least=1))
    found = good(f"all: [{leaf}, {{any: [{leaf}, {leaf}]}}]")
    assert found == CheckAll((read_leaf, CheckAny((read_leaf, read_leaf))))


def test_times_of_day_are_read_in_conditions():
    """A text with T is a moment."""
    found = good(
        'measure: count\nof: events\nwhere: {sent_at: {at_least: "2025-03-01T08:00"}}\n'
        "expect: {at_least: 1}"
    )
    assert found.measure.where.predicate == Predicate(at_least=moment("2025-03-01T08:00"))


def test_applies_when_is_a_condition_on_the_community():
    """Its columns, and no others."""
    document = parse(b"firms: {at_least: 20}", "rules.yaml")
    scope = Scope(WORDS, KNOWN, lambda at, key: document.place(at, key=key))
    found = read_row_condition(document.data, (), COMMUNITY, scope)
    assert found == CellTest(("firms",), Predicate(at_least=20))
    wrong = parse(b"firm: {at_least: 20}", "rules.yaml")
    assert read_row_condition(wrong.data, (), COMMUNITY, scope) is None
    assert [p.code for p in scope.problems] == ["unknown_column"]


def test_parameters_that_a_check_uses_are_remembered():
    """For a lint that finds the unused ones."""
    document = parse(b"measure: count\nof: grids\nexpect: {at_least: $least}", "rules.yaml")
    scope = Scope(WORDS, KNOWN, lambda at, key: document.place(at, key=key))
    read_check(document.data, (), scope)
    assert scope.used == {"least"}


BEHIND = {
    "a column that is not there hides no limit, parameter or predicate behind it": (
        ("measure: sum\nof: staff\nvalue: salarys\n"
        "where:\n  rolle: {at_lest: 3}\n  role: $nobody\nexpect: {at_least: $nothing}"),
        [(3, "unknown_column"), (5, "unknown_column"), (5, "unknown_key"),
         (6, "unknown_parameter"), (7, "unknown_parameter")],
    ),
    "nor does a table": (
        "measure: share\nof: gridz\nthat: {anything: {one_of: 3}}\nexpect: {at_least: 1}",
        [(2, "unknown_table"), (3, "wrong_shape"), (4, "share_without_percent")],
    ),
    "nor a measure": (
        "measure: sume\nof: gridz\nwhere: {x: {at_lest: 1}}\nexpect: {at_leest: 1}",
        [(1, "unknown_measure"), (2, "unknown_table"), (3, "unknown_key"), (4, "unknown_key")],
    ),
    "nor what is related": (
        ("measure: share\nof: grids\nthat:\n  related:\n    measure: cont\n    of: staff\n"
        "    by: roll\n    expect: {at_least: $nothing}\nexpect: {at_least: all}"),
        [(5, "unknown_measure"), (7, "not_linked"), (8, "unknown_parameter"), (9, "not_a_limit")],
    ),
    "a key that is misspelt is not also missing": (
        "measure: share\nof: grids\nthatt: {}\nexpekt: {at_least: 100%}",
        [(3, "unknown_key"), (4, "unknown_key")],
    ),
    "a group that is misspelt is told once": ("al:\n- measure: count\n", [(1, "unknown_key")]),
}  # fmt: skip


@pytest.mark.parametrize("name", BEHIND)
def test_reading_goes_on_behind_a_fault_and_tells_nothing_that_hangs_on_it(name):
    text, wanted = BEHIND[name]
    found, problems = read(text)

    assert found is None
    assert sorted((p.place.line, p.code) for p in problems) == wanted


def test_what_is_declared_with_faults_of_its_own_is_passed_over():
    """A parameter, a column and a table of which only the name is known make no problem here."""
    text = "measure: sum\nof: ghosts\nvalue: weight\nwhere: {age: {at_least: $minimum}}\nexpect: {at_most: $minimum}"
    document = parse(text.encode(), "rules.yaml")
    place = lambda at, key: document.place(at, key=key)  # noqa: E731
    scope = Scope(
        WORDS, KNOWN, place, declared=lambda what, name, of: name in ("ghosts", "minimum")
    )

    assert read_check(document.data, (), scope) is None
    assert scope.problems == []
