"""Three-valued truth over all rows of a table at once (LANGUAGE 3.2).

A condition has, per row, a pair "can be true, can be false". The pairs of a table are kept as two
whole numbers with one byte a row, 0 or 1, first row lowest: connectives are then one machine-level
operation for any number of rows, and counting is a bit count.
"""

from collections.abc import Iterable
from functools import reduce
from itertools import compress
from typing import Final

from checker.model.frozen import dataclass

TRUE: Final = 1
FALSE: Final = 2
EITHER: Final = TRUE | FALSE
"""Codes of one row: bit 0 says that it can be true, bit 1 that it can be false."""

_CAN_BE_TRUE: Final = bytes(i & 1 for i in range(256))
_CAN_BE_FALSE: Final = bytes(i >> 1 & 1 for i in range(256))


@dataclass(frozen=True, slots=True)
class Truth:
    """Truth of a condition in every row: which rows can be true, which can be false."""

    can_be_true: int
    can_be_false: int

    @property
    def surely(self) -> int:
        """Return the rows that are true in every completion."""
        return self.can_be_true & ~self.can_be_false

    @property
    def surely_not(self) -> int:
        """Return the rows that are false in every completion."""
        return self.can_be_false & ~self.can_be_true

    def __and__(self, other: "Truth") -> "Truth":
        """Return the conjunction, row by row."""
        return Truth(self.can_be_true & other.can_be_true, self.can_be_false | other.can_be_false)

    def __or__(self, other: "Truth") -> "Truth":
        """Return the disjunction, row by row."""
        return Truth(self.can_be_true | other.can_be_true, self.can_be_false & other.can_be_false)

    def code(self, row: int) -> int:
        """Return the code of one row."""
        t = self.can_be_true >> 8 * row & 1
        return t | (self.can_be_false >> 8 * row & 1) << 1


NO_ROWS: Final = Truth(0, 0)
"""The truth of any condition in a table without rows."""


def every(rows: int) -> int:
    """Return the mask that holds all of so many rows."""
    return int.from_bytes(b"\x01" * rows, "little")


def always(rows: int) -> Truth:
    """Return the truth of a condition that every row meets."""
    return Truth(every(rows), 0)


def never(rows: int) -> Truth:
    """Return the truth of a condition that no row meets."""
    return Truth(0, every(rows))


def from_codes(codes: Iterable[int]) -> Truth:
    """Return the truth whose code per row is given, first row first."""
    packed = bytes(codes)
    return Truth(
        int.from_bytes(packed.translate(_CAN_BE_TRUE), "little"),
        int.from_bytes(packed.translate(_CAN_BE_FALSE), "little"),
    )


def all_of(members: Iterable[Truth], rows: int) -> Truth:
    """Return the conjunction of any number of truths."""
    return reduce(Truth.__and__, members, always(rows))


def any_of(members: Iterable[Truth], rows: int) -> Truth:
    """Return the disjunction of any number of truths."""
    return reduce(Truth.__or__, members, never(rows))


def rows_of(mask: int, rows: int) -> list[int]:
    """Return the numbers of the rows that a mask holds, ascending."""
    return list(compress(range(rows), mask.to_bytes(rows, "little")))
