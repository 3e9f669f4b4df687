"""What a completion is, counted by hand."""

from itertools import pairwise
from random import Random
from typing import Any

import pytest

from checker.language.completions import Tables, TooManyError, completions, count_completions, step
from checker.language.sample import Sample
from checker.model.submission import TableData
from checker.model.value import NOTHING, UNKNOWN
from tests.builders import all_tables, column, dictionary, table, table_data

COMMUNITY = table("community", column("ready", "bool"), one_row=True)
GRIDS = table("grids", column("big", "bool"))
STAFF = table(
    "staff",
    column("grid_id", "ref", to="grids"),
    column("other_id", "ref", to="grids", blank="nothing"),
    column("skills", "enum", values=("甲", "乙"), many=True, blank="nothing_once_used"),
    column("hours", "int", minimum="0", maximum="40", unit="小时"),
)
WORDS = dictionary(COMMUNITY, GRIDS, STAFF)

KNOWN = {"grid_id": "g0", "other_id": NOTHING, "skills": ("甲",), "hours": 8}
FEW = Sample({("staff", "hours"): (0, 8)})


def tables(
    staff: list[dict[str, Any]] | TableData, grids: list[dict[str, Any]] | TableData | None = None
) -> dict[str, TableData]:
    known = [{"id": "g0", "big": True}]
    return all_tables(
        WORDS, staff=staff, grids=known if grids is None else grids, community=[{"ready": True}]
    )


def cells(found: Tables, table: str, name: str) -> list[Any]:
    return list(found[table].columns[name])


def test_a_complete_submission_is_its_only_completion():
    """Nothing is left to say; nothing is a statement and stays."""
    given = tables([KNOWN])
    assert list(completions(given, WORDS, FEW)) == [given]


def test_a_cell_becomes_every_value_of_the_sample():
    """Zero hours or eight."""
    found = completions(tables([{**KNOWN, "hours": UNKNOWN}]), WORDS, FEW)
    assert [cells(one, "staff", "hours") for one in found] == [[0], [8]]


def test_a_list_becomes_every_list_but_the_empty_one_and_nothing_where_it_may():
    """甲, 乙, both, or it says none."""
    found = completions(tables([{**KNOWN, "skills": UNKNOWN}]), WORDS, FEW)
    wanted = [("甲",), ("乙",), ("甲", "乙"), NOTHING]
    assert [cells(one, "staff", "skills")[0] for one in found] == wanted


def test_a_reference_becomes_every_key_and_nothing_where_it_may():
    """Two grids; grid_id must name one, other_id need not."""
    grids = [{"id": "g0", "big": True}, {"id": "g1", "big": True}]
    must = completions(tables([{**KNOWN, "grid_id": UNKNOWN}], grids), WORDS, FEW)
    assert [cells(one, "staff", "grid_id")[0] for one in must] == ["g0", "g1"]
    may = completions(tables([{**KNOWN, "other_id": UNKNOWN}], grids), WORDS, FEW)
    assert [cells(one, "staff", "other_id")[0] for one in may] == ["g0", "g1", NOTHING]


def test_an_open_table_gains_rows_and_is_then_closed():
    """No new grid, or one that is big or not: 1 + 2 completions; with up to two rows 1 + 2 + 4."""
    grids = table_data(GRIDS, [{"id": "g0", "big": True}], closed=False)
    found = list(completions(tables([KNOWN], grids), WORDS, FEW))
    assert [cells(one, "grids", "big") for one in found] == [[True], [True, True], [True, False]]
    assert all(one["grids"].closed for one in found)
    assert count_completions(tables([KNOWN], grids), WORDS, Sample(FEW.values, new_rows=2)) == 7


def test_a_reference_may_name_a_new_row():
    """The grid that nobody knows: g0, or the one still to come, which is big or not."""
    grids = table_data(GRIDS, [{"id": "g0", "big": True}], closed=False)
    found = list(completions(tables([{**KNOWN, "grid_id": UNKNOWN}], grids), WORDS, FEW))
    assert [(cells(one, "staff", "grid_id")[0], one["grids"].size) for one in found] == [
        ("g0", 1),
        *[("g0", 2), ("+1", 2)] * 2,
    ]


def test_a_row_that_is_named_and_missing_comes_in_every_completion():
    """A known reference into an open table is true: its row is among those still missing."""
    grids = table_data(GRIDS, [], closed=False)
    found = list(completions(tables([KNOWN], grids), WORDS, Sample(FEW.values, new_rows=0)))
    assert [one["grids"].ids for one in found] == [("g0",), ("g0",)]


def test_what_contradicts_itself_has_no_completion():
    """A reference that must name a row, and a table declared empty."""
    assert not list(completions(tables([{**KNOWN, "grid_id": UNKNOWN}], []), WORDS, FEW))


def test_the_community_is_one_row_always():
    """Not described, it is one row of unknowns; it gains none."""
    given = {**tables([KNOWN]), "community": table_data(COMMUNITY, [], closed=False)}
    found = list(completions(given, WORDS, FEW))
    assert [cells(one, "community", "ready") for one in found] == [[True], [False]]


def test_counting_needs_no_making():
    """2 hours · 4 skills · 1 grid, in each of 3 rows."""
    row = {"grid_id": UNKNOWN, "other_id": NOTHING, "skills": UNKNOWN, "hours": UNKNOWN}
    given = tables([row] * 3)
    assert count_completions(given, WORDS, FEW) == 8**3
    assert len(list(completions(given, WORDS, FEW))) == 8**3
    with pytest.raises(TooManyError) as found:
        list(completions(given, WORDS, FEW, at_most=511))
    assert found.value.number == 512


def test_steps_lead_to_a_completion():
    """One blank, one row or one closing at a time, until nothing is left to say."""
    for seed in range(30):
        grids = table_data(GRIDS, [{"id": "g0"}], closed=False)
        staff = table_data(STAFF, [{"grid_id": "lost"}], closed=False)
        now: Tables | None = tables(staff, grids)
        path = []
        chance = Random(seed)
        while now is not None:
            path.append(now)
            now = step(now, WORDS, FEW, chance.randrange)
        last = path[-1]
        assert all(data.closed for data in last.values())
        assert not any(UNKNOWN in c for data in last.values() for c in data.columns.values())
        assert set(cells(last, "staff", "grid_id")) <= set(last["grids"].ids)
        assert all(difference(a, b) == 1 for a, b in pairwise(path))


def difference(before: Tables, after: Tables) -> int:
    """The number of cells, rows and states that changed."""
    changed = 0
    for name, old in before.items():
        new = after[name]
        changed += (new.size - old.size) + (new.closed is not old.closed)
        for column_name, was in old.columns.items():
            pairs = zip(was, new.columns[column_name], strict=False)
            changed += sum(a is not b and a != b for a, b in pairs)
    return changed


def test_a_list_of_many_references_is_counted_and_stepped_without_writing_all_lists():
    """Forty grids make a million million lists."""
    words = dictionary(GRIDS, table("teams", column("grid_ids", "ref", to="grids", many=True)))
    given = all_tables(
        words,
        grids=[{"id": f"g{n}", "big": True} for n in range(40)],
        teams=[{"grid_ids": UNKNOWN}],
    )
    assert count_completions(given, words, Sample()) == 2**40 - 1
    last = step(given, words, Sample(), lambda number: number - 1)
    assert last is not None
    assert len(cells(last, "teams", "grid_ids")[0]) == 40
