"""Two small submissions joined: what stands beside what, and who refers to whom."""

from datetime import date

import pytest

from checker.workbench.proof.joining import Way, joined
from checker.workbench.proof.pool import Sample, Tables

ON, LATER = date(2025, 7, 5), date(2025, 8, 5)


@pytest.fixture
def join(pools):
    dictionary = pools().book.dictionary

    def tables(one, other, way):
        return joined(Sample(one, ON), Sample(other, LATER), way, dictionary).tables

    return tables


ONE: Tables = {"pools": ({"id": "P1", "depth": 3},)}
OTHER: Tables = {
    "pools": ({"id": "P1", "name": "甲"}, {"id": "P2", "name": "乙"}),
    "lifeguards": ({"id": "L1", "pool_ids": ("P1", "P2")},),
    "water_samples": ({"id": "W1", "pool_id": "P1"},),
}


def keys(rows):
    return [row["id"] for row in rows]


def test_a_key_that_collides_is_renamed_with_every_reference_to_it(join):
    found = join(ONE, OTHER, Way.BESIDE)
    assert keys(found["pools"]) == ["P1", "P1-2", "P2"]
    assert found["lifeguards"][0]["pool_ids"] == ("P1-2", "P2")
    assert found["water_samples"][0]["pool_id"] == "P1-2"


def test_a_new_key_is_one_that_neither_has(join):
    one = {"pools": ({"id": "P1"}, {"id": "P1-2"})}
    found = join(one, {"pools": ({"id": "P1"},)}, Way.BESIDE)
    assert keys(found["pools"]) == ["P1", "P1-2", "P1-3"]


def test_rows_side_by_side_take_the_cells_they_lack_from_each_other(join):
    found = join(ONE, OTHER, Way.BESIDE)
    assert [(row["depth"], row["name"]) for row in found["pools"]] == [
        (3, "甲"), (3, "甲"), (3, "乙")
    ]  # fmt: skip


def test_a_row_laid_over_another_is_referred_to_in_its_place(join):
    found = join(ONE, OTHER, Way.OVER)
    assert found["pools"] == (
        {"id": "P1", "name": "甲", "depth": 3}, {"id": "P2", "name": "乙", "depth": 3}
    )  # fmt: skip
    assert found["lifeguards"][0]["pool_ids"] == ("P1", "P2")


def test_who_refers_to_a_row_left_out_refers_to_one_that_is_kept(join):
    found = join(ONE, OTHER, Way.FIRST)
    assert keys(found["pools"]) == ["P1"]
    assert set(found["lifeguards"][0]["pool_ids"]) == {"P1"}
    kept = join(OTHER, ONE, Way.SECOND)
    assert keys(kept["pools"]) == ["P1"]


def test_the_single_row_of_a_table_is_united_and_the_first_goes_before(join):
    one = {"venue": ({"id": "", "name": "甲", "circulating": True},)}
    other = {"venue": ({"id": "", "circulating": False},)}
    assert join(one, other, Way.BESIDE)["venue"] == (one["venue"][0],)
    assert join(other, one, Way.BESIDE)["venue"] == (
        {"id": "", "name": "甲", "circulating": False},
    )


def test_what_is_joined_is_assessed_on_the_later_day(pools):
    found = joined(Sample(ONE, ON), Sample(OTHER, LATER), Way.OVER, pools().book.dictionary)
    assert found.on == LATER
