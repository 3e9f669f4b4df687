"""A whole check over a submission: all and any, rules that may not apply, data that may come."""

from typing import Any

import pytest

from checker.language.evaluate import Judgement, evaluate
from checker.model.outcome import Possible
from checker.model.submission import TableData
from checker.model.value import NOTHING, UNKNOWN
from tests.builders import (
    all_tables,
    check,
    column,
    condition,
    dictionary,
    facts,
    parameter,
    parameters,
    table,
    table_data,
)

T, A, F, N = Possible.MET, Possible.NEAR, Possible.MISSED, Possible.EMPTY

COMMUNITY = table("community", column("firms", "int", minimum="0", unit="家"), one_row=True)
GRIDS = table(
    "grids",
    column("leader", "text", blank="nothing_once_used"),
    column("ok", "bool"),
)
WORDS = dictionary(COMMUNITY, GRIDS, populations={"good": ("grids", {"ok": True})})
KNOWN = parameters(parameter("tolerance", "0.1", "1"), parameter("most", "0.9", "1"))

LED = {
    "measure": "share",
    "of": "grids",
    "that": {"leader": {"present": True}},
    "expect": {"at_least": "100%"},
}
GOOD = {
    "measure": "share",
    "of": "grids",
    "that": {"ok": True},
    "expect": {"at_least": "$most", "tolerance": "$tolerance"},
}
SOME = {"measure": "count", "of": "good", "expect": {"at_least": 1}}
LARGE = {"firms": {"at_least": 20}}

Rows = list[dict[str, Any]]


def judged(
    data: dict[str, Any],
    grids: Rows | TableData,
    firms: Any = 30,
    applies_when: dict[str, Any] | None = None,
) -> Judgement:
    tables = all_tables(WORDS, grids=grids, community=[{"firms": firms}])
    applies = condition(applies_when, "community", WORDS) if applies_when else None
    return evaluate(check(data, WORDS, KNOWN), facts(WORDS, tables, KNOWN), applies)


def rows(*said: Any) -> Rows:
    """Grids by whether they are in order; each has a leader."""
    return [{"leader": "有", "ok": ok} for ok in said]


NINE = (True,) * 9


def test_a_complete_submission_has_one_outcome():
    """In order, near, and not."""
    assert judged(GOOD, rows(*NINE, False)).possible == {T}
    assert judged(GOOD, rows(*NINE[:8], False, False)).possible == {A}
    assert judged(GOOD, rows(True, False)).possible == {F}
    assert judged(GOOD, []).possible == {N}


def test_blanks_leave_exactly_what_they_can_still_decide():
    """Nine of ten in order and one unknown: met; eight and two unknown: met or near."""
    assert judged(GOOD, rows(*NINE, UNKNOWN)).possible == {T}
    assert judged(GOOD, rows(*NINE[:8], UNKNOWN, UNKNOWN)).possible == {T, A}
    assert judged(GOOD, rows(*NINE[:7], UNKNOWN, False, False)).possible == {A, F}


def test_a_table_not_handed_in_leaves_everything_open():
    """Nothing known, so nothing decided; declared empty there is nothing to ask."""
    nothing_said = table_data(GRIDS, [], closed=False)
    assert judged(LED, nothing_said).possible == {T, F, N}
    assert judged(LED, []).possible == {N}


def test_a_known_violation_decides_a_hundred_percent_in_an_open_table():
    """One grid without leader: whatever comes, not all have one."""
    one = table_data(GRIDS, [{"leader": NOTHING, "ok": True}], closed=False)
    assert judged(LED, one).possible == {F}
    other = table_data(GRIDS, [{"leader": "有", "ok": True}], closed=False)
    assert judged(LED, other).possible == {T, F}


def test_all_and_any_over_their_leaves():
    """One leaf met, the other not; the leaves come in writing order."""
    grids = [{"leader": "有", "ok": False}]
    both = judged({"all": [LED, SOME]}, grids)
    assert both.possible == {F}
    assert [leaf.possible for leaf in both.leaves] == [{T}, {F}]
    assert judged({"any": [SOME, LED]}, grids).possible == {T}
    nested = {"all": [LED, {"any": [SOME, GOOD, LED]}]}
    assert [len(leaf.possible) for leaf in judged(nested, grids).leaves] == [1] * 4


def test_leaves_about_the_same_cells_are_taken_as_independent():
    """A known weakness (LANGUAGE 4): at least one or at most none is always so, and not seen."""
    none = {"measure": "count", "of": "good", "expect": {"at_most": 0}}
    assert judged({"any": [SOME, none]}, rows(UNKNOWN)).possible == {T, F}


def test_a_rule_that_does_not_apply_is_not_asked():
    """Ten firms where twenty are needed."""
    found = judged(LED, rows(True), firms=10, applies_when=LARGE)
    assert found.possible == {N}
    assert found.applies == {False}


def test_a_rule_that_applies_is_asked_alone():
    """Twenty firms."""
    found = judged(LED, rows(True), firms=20, applies_when=LARGE)
    assert found.possible == {T}
    assert found.applies == {True}


def test_a_rule_that_may_apply_may_also_not():
    """Nobody says how many firms there are; nor is a community ever no row at all."""
    for firms in (UNKNOWN, ...):
        said = {} if firms is ... else {"firms": firms}
        tables = all_tables(WORDS, grids=rows(True), community=[said])
        applies = condition(LARGE, "community", WORDS)
        found = evaluate(check(LED, WORDS), facts(WORDS, tables), applies)
        assert found.possible == {T, N}
        assert found.applies == {True, False}


def test_the_community_is_one_row_even_if_nobody_describes_it():
    """Counted as a table it is one row that cannot be added to."""
    data = {"measure": "count", "of": "community", "where": LARGE, "expect": {"at_least": 1}}
    judgement = evaluate(check(data, WORDS), facts(WORDS, all_tables(WORDS)))
    found = judgement.leaves[0].measurement.range
    assert found is not None
    assert (found.low, found.high) == (0, 1)


@pytest.mark.parametrize("firms", [0, 19, 20, UNKNOWN])
def test_judging_twice_gives_the_same(firms):
    """The facts remember what was asked; the answer does not change."""
    tables = all_tables(WORDS, grids=rows(True, UNKNOWN), community=[{"firms": firms}])
    world = facts(WORDS, tables, KNOWN)
    applies = condition(LARGE, "community", WORDS)
    data = check({"all": [LED, GOOD, SOME]}, WORDS, KNOWN)
    assert evaluate(data, world, applies) == evaluate(data, world, applies)
