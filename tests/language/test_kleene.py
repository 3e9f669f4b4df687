"""Three-valued truth over whole tables."""

from itertools import product

import pytest

from checker.language.kleene import (
    EITHER,
    FALSE,
    TRUE,
    Truth,
    all_of,
    always,
    any_of,
    every,
    from_codes,
    never,
    rows_of,
)

CODES = (TRUE, FALSE, EITHER)

AND = {
    (TRUE, TRUE): TRUE,
    (TRUE, FALSE): FALSE,
    (TRUE, EITHER): EITHER,
    (FALSE, FALSE): FALSE,
    (FALSE, EITHER): FALSE,
    (EITHER, EITHER): EITHER,
}
OR = {
    (TRUE, TRUE): TRUE,
    (TRUE, FALSE): TRUE,
    (TRUE, EITHER): TRUE,
    (FALSE, FALSE): FALSE,
    (FALSE, EITHER): EITHER,
    (EITHER, EITHER): EITHER,
}


def codes(truth: Truth, rows: int) -> list[int]:
    return [truth.code(row) for row in range(rows)]


@pytest.mark.parametrize(("left", "right"), list(product(CODES, CODES)))
def test_and_and_or_follow_their_tables(left, right):
    """Each pair of codes, whatever stands in the rows beside it."""
    pair = (left, right) if (left, right) in AND else (right, left)
    a, b = from_codes([FALSE, left, TRUE]), from_codes([EITHER, right, FALSE])
    assert codes(a & b, 3)[1] == AND[pair]
    assert codes(a | b, 3)[1] == OR[pair]


def test_codes_come_back_row_by_row():
    """The first row is the first code, over more rows than a machine word has bytes."""
    given = [CODES[n % 3] for n in range(100)]
    assert codes(from_codes(given), 100) == given


def test_sure_rows_are_those_that_cannot_be_otherwise():
    """Of true, false and either, the first is surely, the second surely not."""
    truth = from_codes([TRUE, FALSE, EITHER])
    assert rows_of(truth.surely, 3) == [0]
    assert rows_of(truth.surely_not, 3) == [1]
    assert rows_of(truth.can_be_true, 3) == [0, 2]


def test_no_member_is_true_for_all_and_false_for_any():
    """The empty conjunction holds, the empty disjunction does not."""
    assert all_of([], 4) == always(4)
    assert any_of([], 4) == never(4)


def test_a_table_without_rows_has_truths_too():
    """Nothing to say about nobody."""
    assert from_codes([]) == always(0) == never(0)
    assert rows_of(every(0), 0) == []


def test_a_mask_has_one_byte_a_row_the_first_row_lowest():
    assert rows_of(1 << 8 | 1 << 40, 7) == [1, 5]
    assert every(3) == 0x010101
