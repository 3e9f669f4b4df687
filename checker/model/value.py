"""What a cell may hold: a value, nothing, or unknown (LANGUAGE 1.1)."""

from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from typing import Final, Literal


class Blank(Enum):
    """The two cells that hold no value."""

    NOTHING = "nothing"
    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        """Return the bare name, which is what test output should show."""
        return self.name


NOTHING: Final = Blank.NOTHING
"""The record says that there is none."""

UNKNOWN: Final = Blank.UNKNOWN
"""It was not said."""

Scalar = str | bool | int | Fraction | date | datetime
"""One value. Numbers are exact: int when whole, else Fraction; times are Asia/Shanghai, naive."""

Value = Scalar | tuple[Scalar, ...]
"""A value of a column; a tuple for a list column, never empty."""

Cell = Value | Literal[Blank.NOTHING, Blank.UNKNOWN]


def exact(text: str) -> int | Fraction:
    """Return the exact number that a decimal text or a percentage ("95%") denotes.

    Raises:
        ValueError: the text is no decimal number.
    """
    scale = 1
    if text.endswith("%"):
        text, scale = text[:-1], 100
    if not text or any(c not in "0123456789.-" for c in text):
        raise ValueError(text)
    number = Fraction(text) / scale
    return number.numerator if number.denominator == 1 else number
