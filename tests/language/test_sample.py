"""Which values stand for all values of a column."""

import pytest

from checker.language.sample import single_values
from tests.builders import column, day


def test_a_sample_of_a_number_has_its_bounds_and_what_is_interesting():
    """Between 0 and 40; 41 cannot be, a half is not whole; a reference names rows, not values."""
    hours = column("hours", "int", minimum="0", maximum="40", unit="小时")
    assert single_values(hours) == (0, 40)
    assert single_values(hours, [8, 41, -1]) == (0, 8, 40)
    assert single_values(column("free", "dec")) == (0,)
    assert single_values(column("note", "text"), ["其他1"], spare_texts=2) == (
        "其他1",
        "其他2",
        "其他3",
    )
    assert single_values(column("on", "date"), [day("2025-01-01")]) == (day("2025-01-01"),)
    assert len(single_values(column("on", "date"))) == 2
    with pytest.raises(ValueError, match="grid_id"):
        single_values(column("grid_id", "ref", to="grids"))
