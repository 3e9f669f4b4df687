"""What an unknown cell can still say to a predicate, worked out by hand."""

from typing import Any

from checker.language.conditions import truth
from checker.language.kleene import EITHER, FALSE, TRUE
from checker.model.value import UNKNOWN, Cell
from tests.builders import (
    all_tables,
    column,
    condition,
    dictionary,
    facts,
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


def code(said: dict[str, Any], owners: int = 2, **row: Cell) -> int:
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
    assert code(three, owners=2) == FALSE
    assert code(three, owners=3) == EITHER
    assert code({"owners": {"present": True}}, owners=0) == FALSE
    assert code({"owners": {"present": True}}, owners=1) == EITHER
