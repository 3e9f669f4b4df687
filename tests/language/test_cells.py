"""What an unknown cell can still say to a predicate, worked out by hand."""

from fractions import Fraction
from typing import Any

import pytest

from checker.language.conditions import truth
from checker.language.kleene import EITHER, FALSE, TRUE
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

THINGS = table(
    "things",
    column("kind", "enum", values=("甲", "乙")),
    column("grade", "ordered", values=("一般", "较大", "重大")),
    column("many", "enum", values=("甲", "乙", "丙"), many=True, blank="nothing"),
    column("tags", "text", many=True),
    column("twenty", "enum", values=tuple(f"v{n:02}" for n in range(26)), many=True),
    column("days", "int", minimum="0", maximum="7", unit="天"),
    column("pieces", "int", minimum="0", unit="件"),
    column("price", "dec", minimum="0", unit="元", blank="nothing"),
    column("sure", "bool"),
    column("on", "date", blank="nothing"),
    column("due", "date"),
    column("at", "datetime"),
    column("of", "ref", to="owners"),
    column("owners", "ref", to="owners", many=True, blank="nothing"),
    column("name", "text"),
)
OWNERS = table("owners", column("level", "enum", values=("高", "低")))
WORDS = dictionary(THINGS, OWNERS)
KNOWN = parameters(
    parameter("pieces_limit", "2.5", "件"),
    parameter("month", "1", "月"),
    parameter("kinds", ("甲", "乙"), "list"),
)


def code(said: Any, owners: int = 2, /, **row: Any) -> int:
    """The code of a condition in one row of things; assessed on 2025-07-10."""
    read = condition(said, "things", WORDS, KNOWN)
    keys: list[dict[str, Any]] = [{"id": f"o{n}", "level": "高"} for n in range(owners)]
    tables = all_tables(WORDS, things=table_data(THINGS, [row]), owners=keys)
    return truth(facts(WORDS, tables, KNOWN), "things", read).code(0)


def test_a_long_list_of_wanted_values_is_answered_at_once():
    """An unknown list is asked for 26 values without trying their 67 million combinations."""
    values = [f"v{n:02}" for n in range(26)]
    assert code({"twenty": {"includes_all": values}}, twenty=UNKNOWN) == EITHER
    assert code({"twenty": {"includes_any": values}}, twenty=UNKNOWN) == TRUE


def test_a_whole_number_never_equals_a_fraction():
    """Counterexample found: an unknown number of pieces was thought able to be 2.5."""
    assert code({"pieces": {"equals": "$pieces_limit"}}, pieces=UNKNOWN) == FALSE
    both = {"at_least": "$pieces_limit", "at_most": "$pieces_limit"}
    assert code({"pieces": both}, pieces=UNKNOWN) == FALSE
    same = {"pieces": {"equals": {"field": "price"}}}
    assert code(same, pieces=UNKNOWN, price=KNOWN["pieces_limit"].default) == FALSE
    assert code({"pieces": {"at_least": "$pieces_limit"}}, pieces=UNKNOWN) == EITHER


def test_a_list_of_references_is_no_longer_than_the_table_it_names():
    """Counterexample found: with two owners, an unknown list was thought able to hold three."""
    three = {"owners": {"size": {"at_least": 3}}}
    assert code(three, 2) == FALSE
    assert code(three, 3) == EITHER
    assert code({"owners": {"present": True}}, 0) == FALSE
    assert code({"owners": {"present": True}}, 1) == EITHER


@pytest.mark.parametrize(
    ("said", "cell", "wanted"),
    [
        ({"kind": "甲"}, "甲", TRUE),
        ({"kind": "甲"}, "乙", FALSE),
        ({"kind": "甲"}, UNKNOWN, EITHER),
        ({"kind": {"one_of": ["甲", "乙"]}}, UNKNOWN, TRUE),
        ({"sure": True}, UNKNOWN, EITHER),
        ({"grade": {"at_least": "较大"}}, "重大", TRUE),
        ({"grade": {"at_least": "较大"}}, "一般", FALSE),
        ({"grade": {"at_least": "一般"}}, UNKNOWN, TRUE),
        ({"grade": {"at_least": "重大", "at_most": "较大"}}, UNKNOWN, FALSE),
        ({"name": "老王"}, UNKNOWN, EITHER),
        ({"days": {"at_least": 3, "at_most": 5}}, 5, TRUE),
        ({"days": {"at_least": 3, "at_most": 5}}, 6, FALSE),
        ({"days": {"at_most": 7}}, UNKNOWN, TRUE),
        ({"days": {"at_least": 8}}, UNKNOWN, FALSE),
        ({"days": {"at_least": 7}}, UNKNOWN, EITHER),
        ({"days": {"at_least": 3, "at_most": 2}}, UNKNOWN, FALSE),
        ({"price": {"equals": "0.50"}}, Fraction(1, 2), TRUE),
        ({"pieces": {"at_least": 0}}, UNKNOWN, TRUE),
        ({"pieces": {"at_least": 1000000}}, UNKNOWN, EITHER),
    ],
)
def test_single_values(said, cell, wanted):
    """Enumerations, ranks, numbers with and without bounds, texts."""
    (name,) = said
    assert code(said, **{name: cell}) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"on": {"present": True}}, EITHER),
        ({"on": {"at_least": "2025-01-01"}}, EITHER),
        ({"price": {"at_least": "0"}}, EITHER),
        ({"many": {"includes_any": ["甲", "乙", "丙"]}}, EITHER),
        ({"tags": {"size": {"at_least": 1}}}, TRUE),
    ],
)
def test_an_unknown_cell_may_be_nothing_where_its_column_may(said, wanted):
    """price ≥ 0 holds for every price, and not for none; tags are never none."""
    (name,) = said
    assert code(said, **{name: UNKNOWN}) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"on": {"present": False}}, TRUE),
        ({"on": {"present": True}}, FALSE),
        ({"on": {"at_least": "2025-01-01"}}, FALSE),
        ({"on": {"at_most": "2025-01-01"}}, FALSE),
        ({"on": {"within": "period"}}, FALSE),
        ({"on": {"present": False, "at_most": "2025-01-01"}}, FALSE),
        ({"price": "0"}, FALSE),
        ({"many": {"includes_any": ["甲"]}}, FALSE),
        ({"many": {"size": {"equals": 0}}}, TRUE),
        ({"many": {"size": {"at_least": 1}}}, FALSE),
        ({"on": {"at_most": {"field": "due"}}}, FALSE),
        ({"due": {"at_least": {"field": "on"}}}, FALSE),
    ],
)
def test_nothing_compares_with_nothing(said, wanted):
    """Only `present: false` and a size of 0 are true of it; on either side."""
    (name,) = said
    more = {"due": day("2025-03-01")} if name != "due" else {"on": NOTHING}
    cell = NOTHING if name != "due" else day("2025-03-01")
    assert code(said, **{**more, name: cell}) == wanted


@pytest.mark.parametrize(
    ("said", "cell", "wanted"),
    [
        ({"includes_all": ["甲", "乙"]}, ("甲", "乙", "丙"), TRUE),
        ({"includes_all": ["甲", "乙"]}, ("甲",), FALSE),
        ({"includes_any": ["甲", "乙"]}, ("乙", "丙"), TRUE),
        ({"includes_any": ["甲", "乙"]}, ("丙",), FALSE),
        ({"includes_all": ["甲"], "includes_any": ["乙", "丙"]}, ("甲",), FALSE),
        ({"includes_all": ["甲"], "includes_any": ["乙", "丙"]}, ("甲", "丙"), TRUE),
        ({"includes_all": "$kinds"}, ("乙", "甲"), TRUE),
        ({"size": {"equals": 2}}, ("乙", "甲"), TRUE),
        ({"size": {"at_least": 1, "at_most": 1}}, ("乙", "甲"), FALSE),
        ({"size": {"at_least": 4}}, UNKNOWN, FALSE),
        ({"size": {"at_most": 3}}, UNKNOWN, TRUE),
        ({"size": {"equals": 3}}, UNKNOWN, EITHER),
        ({"size": {"at_most": 3}, "includes_all": ["甲"]}, UNKNOWN, EITHER),
    ],
)
def test_lists(said, cell, wanted):
    """What they include and how long they are; there are three values."""
    assert code({"many": said}, many=cell) == wanted


@pytest.mark.parametrize(
    ("said", "cell", "wanted"),
    [
        ("period", "2025-01-01", TRUE),
        ("period", "2025-06-30", TRUE),
        ("period", "2025-07-01", FALSE),
        ({"last": "$month"}, "2025-06-10", TRUE),
        ({"last": "$month"}, "2025-06-09", FALSE),
        ({"last": "$month"}, "2025-07-10", TRUE),
        ({"last": "$month"}, "2025-07-11", FALSE),  # the future is not within the last month
        ({"last": {"days": 0}}, "2025-07-10", TRUE),
        ({"last": {"days": 0}}, "2025-07-09", FALSE),
    ],
)
def test_within_has_two_sides(said, cell, wanted):
    """In the period, or not long before the assessment date and not after it."""
    assert code({"due": {"within": said}}, due=day(cell)) == wanted
    assert code({"at": {"within": said}}, at=moment(f"{cell}T23:59")) == wanted
    assert code({"due": {"within": said}}, due=UNKNOWN) == EITHER


@pytest.mark.parametrize(
    ("said", "cell", "wanted"),
    [
        ({"at": {"at_most": "2025-03-01"}}, moment("2025-03-01T23:00"), TRUE),
        ({"at": {"at_most": "2025-03-01T22:00"}}, moment("2025-03-01T23:00"), FALSE),
        ({"at": "2025-03-01"}, moment("2025-03-01T23:00"), TRUE),
        ({"at": {"at_least": "assessment_date"}}, moment("2025-07-10T00:00"), TRUE),
        ({"due": {"at_least": {"field": "at"}}}, day("2025-03-01"), TRUE),
        ({"due": {"at_most": {"field": "at"}}}, day("2025-03-02"), FALSE),
    ],
)
def test_a_date_against_a_time_compares_by_date(said, cell, wanted):
    """The hour only counts between two times."""
    (name,) = said
    more = {"at": moment("2025-03-01T08:00")} if name != "at" else {}
    assert code(said, **{**more, name: cell}) == wanted


def test_a_cell_against_an_unknown_cell_is_open():
    """3 pieces against an unknown price; but another key may decide."""
    said = {"pieces": {"at_least": {"field": "price"}}}
    assert code(said, pieces=3, price=UNKNOWN) == EITHER
    both = {"pieces": {"at_least": {"field": "price"}, "at_most": 2}}
    assert code(both, pieces=3, price=UNKNOWN) == FALSE
    assert code(said, pieces=3, price=NOTHING) == FALSE
    assert code(said, pieces=UNKNOWN, price=NOTHING) == FALSE


def test_a_path_reaches_through_a_reference():
    """To a row, to a row that is not there, to nobody knows which, to none."""
    said = {"of.level": "高"}
    assert code(said, of="o0") == TRUE
    assert code(said, of="lost") == FALSE  # the table is closed: there is no such row
    assert code(said, of=UNKNOWN) == EITHER
    assert code({"of.level": {"one_of": ["高", "低"]}}, of=UNKNOWN) == TRUE
