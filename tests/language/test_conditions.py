"""Row forms: time that passes between two cells, rows that name this one, connectives, paths."""

from typing import Any

import pytest

from checker.language.conditions import population, truth
from checker.language.kleene import EITHER, FALSE, TRUE
from checker.model.check import EVERY_ROW
from checker.model.submission import TableData
from checker.model.value import NOTHING, UNKNOWN
from tests.builders import (
    all_tables,
    column,
    condition,
    day,
    dictionary,
    facts,
    moment,
    parameter,
    parameters,
    table,
    table_data,
)

GRIDS = table("grids", column("level", "enum", values=("高", "低")), column("big", "bool"))
STAFF = table(
    "staff",
    column("grid_id", "ref", to="grids", blank="nothing"),
    column("grid_ids", "ref", to="grids", many=True, blank="nothing"),
    column("role", "enum", values=("长", "员")),
    column("hours", "int", minimum="0", maximum="8", unit="小时"),
    column("left_on", "date", blank="nothing"),
    unit="人",
)
TICKETS = table(
    "tickets",
    column("sent_at", "datetime"),
    column("seen_at", "datetime", blank="nothing"),
    column("closed_at", "datetime", blank="nothing"),
    column("due_on", "date", blank="nothing"),
    unit="件",
)
WORDS = dictionary(
    GRIDS, STAFF, TICKETS, populations={"working": ("staff", {"left_on": {"present": False}})}
)
KNOWN = parameters(
    parameter("minutes", "30", "分钟"),
    parameter("answer", "closed_at", "column", choices=("seen_at", "closed_at")),
)


def codes(said: dict[str, Any], of: str, **tables: Any) -> list[int]:
    """The code of a condition in every row; assessed on 2025-07-10."""
    read = condition(said, of, WORDS, KNOWN)
    found = truth(facts(WORDS, all_tables(WORDS, **tables), KNOWN), of, read)
    data = tables[of]
    return [
        found.code(row) for row in range(data.size if isinstance(data, TableData) else len(data))
    ]


def elapsed(at_most: Any, sent: Any, closed: Any, to: str = "closed_at") -> int:
    def at(said: Any) -> Any:
        return moment(said) if isinstance(said, str) else said

    row = {"sent_at": at(sent), "seen_at": NOTHING, "closed_at": at(closed)}
    said = {"elapsed": {"from": "sent_at", "to": to, "at_most": at_most}}
    return codes(said, "tickets", tickets=[row])[0]


@pytest.mark.parametrize(
    ("at_most", "closed", "wanted"),
    [
        ("$minutes", "2025-03-03T08:30", TRUE),
        ("$minutes", "2025-03-03T08:31", FALSE),
        ("$minutes", "2025-03-03T07:59", FALSE),
        ({"hours": 2}, "2025-03-03T10:00", TRUE),
        ({"hours": 2}, "2025-03-03T10:01", FALSE),
        ({"days": 1}, "2025-03-04T23:59", TRUE),
        ({"days": 1}, "2025-03-05T00:00", FALSE),
        ({"days": 0}, "2025-03-03T23:59", TRUE),
        ({"workdays": 5}, "2025-03-10T09:00", TRUE),
        ({"workdays": 5}, "2025-03-11T09:00", FALSE),
        ({"months": 1}, "2025-04-03T09:00", TRUE),
        ({"months": 1}, "2025-04-04T09:00", FALSE),
    ],
)
def test_time_passes_exactly_or_by_days(at_most, closed, wanted):
    """From Monday 3 March 2025, eight o'clock; what ends before it began is not in time."""
    assert elapsed(at_most, "2025-03-03T08:00", closed) == wanted


def test_what_still_runs_is_in_time_until_its_time_has_run_out():
    """Assessed on 10 July: begun on 9 July with two days to go, on 1 July with two days to go."""
    assert elapsed({"days": 2}, "2025-07-09T08:00", NOTHING) == TRUE
    assert elapsed({"days": 2}, "2025-07-01T08:00", NOTHING) == FALSE
    assert elapsed({"days": 1}, "2025-07-09T08:00", NOTHING) == TRUE


def test_what_never_began_is_not_in_time():
    """No start is no start in time, whatever the end."""
    said = {"elapsed": {"from": "seen_at", "to": "closed_at", "at_most": {"days": 1}}}
    row = {"seen_at": NOTHING, "closed_at": UNKNOWN}
    assert codes(said, "tickets", tickets=[row]) == [FALSE]


def test_an_unknown_end_leaves_it_open():
    """Either side may be unknown."""
    assert elapsed({"days": 2}, "2025-03-03T08:00", UNKNOWN) == EITHER
    assert elapsed({"days": 2}, UNKNOWN, "2025-03-03T08:00") == EITHER
    assert elapsed({"days": 2}, UNKNOWN, NOTHING) == EITHER


def test_a_parameter_may_name_the_column_that_ends_it():
    """$answer says closed_at."""
    said = ("2025-03-03T08:00", "2025-03-03T08:10")
    assert elapsed("$minutes", *said, to="$answer") == TRUE


def test_working_days_of_a_year_without_calendar_leave_it_open():
    """Wednesday is within two working days of Monday in 2028 whatever the calendar will say;
    whether Friday is, nobody knows yet."""
    assert elapsed({"workdays": 2}, "2028-03-06T08:00", "2028-03-08T09:00") == TRUE
    assert elapsed({"workdays": 2}, "2028-03-06T08:00", "2028-03-10T09:00") == EITHER


def leaders(expect: dict[str, Any], staff: Any, **more: Any) -> Any:
    said = {"measure": "count", "of": "staff", "where": {"role": "长"}, "by": "grid_id"}
    grids = [{"id": "g0"}, {"id": "g1"}]
    return codes({"related": {**said, **more, "expect": expect}}, "grids", grids=grids, staff=staff)


def test_related_rows_are_counted_for_each_row_they_name():
    """g0 has one leader, g1 none."""
    staff = [{"grid_id": "g0", "role": "长"}, {"grid_id": "g1", "role": "员"}]
    assert leaders({"equals": 1}, staff) == [TRUE, FALSE]
    assert leaders({"equals": 0}, staff) == [FALSE, TRUE]


def test_a_row_that_names_nobody_knows_whom_may_name_each():
    """g0 has a leader; another may be of g0 or of g1."""
    staff = [{"grid_id": "g0", "role": "长"}, {"grid_id": UNKNOWN, "role": "长"}]
    assert leaders({"at_least": 1}, staff) == [TRUE, EITHER]
    assert leaders({"at_most": 1}, staff) == [EITHER, TRUE]


def test_a_row_that_names_no_one_counts_for_no_one():
    """Nothing is a statement."""
    assert leaders({"at_least": 1}, [{"grid_id": NOTHING, "role": "长"}]) == [FALSE, FALSE]


def test_a_list_names_every_row_in_it():
    """One leader of both grids."""
    staff = [{"grid_ids": ("g0", "g1"), "role": "长"}]
    assert leaders({"equals": 1}, staff, by="grid_ids") == [TRUE, TRUE]


def test_rows_still_to_come_may_name_each():
    """The table is open: who has one may have two, who has none may have one."""
    staff = table_data(STAFF, [{"grid_id": "g0", "role": "长"}], closed=False)
    assert leaders({"at_least": 1}, staff) == [TRUE, EITHER]
    assert leaders({"equals": 1}, staff) == [EITHER, EITHER]
    assert leaders({"equals": 0}, staff) == [FALSE, EITHER]


def test_related_rows_may_be_summed():
    """Six hours and an unknown number of up to eight."""
    said = {"measure": "sum", "of": "working", "value": "hours", "by": "grid_id"}
    staff = [
        {"grid_id": "g0", "hours": 6, "left_on": NOTHING},
        {"grid_id": "g0", "hours": UNKNOWN, "left_on": NOTHING},
        {"grid_id": "g0", "hours": 8, "left_on": day("2025-01-01")},
    ]
    for limit, wanted in ((6, TRUE), (7, EITHER), (14, EITHER), (15, FALSE)):
        related = {"related": {**said, "expect": {"at_least": limit}}}
        assert codes(related, "grids", grids=[{"id": "g0"}], staff=staff) == [wanted]


def test_entries_hold_together_and_any_needs_one():
    """A mapping is a conjunction; any and all are lists of mappings."""
    rows = [
        {"level": "高", "big": True},
        {"level": "低", "big": True},
        {"level": UNKNOWN, "big": True},
        {"level": UNKNOWN, "big": False},
    ]
    assert codes({"level": "高", "big": True}, "grids", grids=rows) == [TRUE, FALSE, EITHER, FALSE]
    either = {"any": [{"level": "高"}, {"big": True}]}
    assert codes(either, "grids", grids=rows) == [TRUE, TRUE, TRUE, EITHER]
    both = {"all": [{"any": [{"level": "高"}, {"big": False}]}, {"big": True}]}
    assert codes(both, "grids", grids=rows) == [TRUE, FALSE, EITHER, FALSE]


def test_related_beside_cell_tests_is_asked_only_where_it_matters():
    """A cell that is false decides, whatever the related rows say."""
    said = {
        "big": True,
        "related": {"measure": "count", "of": "staff", "by": "grid_id", "expect": {"at_least": 1}},
    }
    grids = [{"id": "g0", "big": False}, {"id": "g1", "big": True}, {"id": "g2", "big": UNKNOWN}]
    staff = [{"grid_id": "g1"}, {"grid_id": "g2"}]
    assert codes(said, "grids", grids=grids, staff=staff) == [FALSE, TRUE, EITHER]


def test_a_path_into_an_open_table_waits_for_the_row():
    """A row that is named and not there will come; in a closed table it never does."""
    staff = [{"grid_id": "lost"}, {"grid_id": "g0"}, {"grid_id": NOTHING}, {"grid_id": UNKNOWN}]
    said = {"grid_id.level": {"one_of": ["高", "低"]}}
    rows = [{"id": "g0", "level": "高"}]
    closed = codes(said, "staff", staff=staff, grids=rows)
    assert closed == [FALSE, TRUE, FALSE, EITHER]
    opened = codes(said, "staff", staff=staff, grids=table_data(GRIDS, rows, closed=False))
    # the reference may say that there is none, so even both values are not certain
    assert opened == [EITHER, TRUE, FALSE, EITHER]


def test_a_population_narrows_its_table():
    """Who works, who left, and of whom it is not known."""
    staff = [{"left_on": NOTHING}, {"left_on": day("2025-01-01")}, {"left_on": UNKNOWN}]
    world = facts(WORDS, all_tables(WORDS, staff=staff), KNOWN)
    found = population(world, "working", EVERY_ROW)
    assert [found.code(row) for row in range(3)] == [TRUE, FALSE, EITHER]
