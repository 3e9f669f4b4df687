"""What stands in the place of a value that could not be read (see mending)."""

from collections.abc import Iterator
from typing import Any


class Unread:
    """Stands where a value could not be read; a list or mapping of that sort has no members.

    Attributes:
        text: what stands there, if it is a text: the name of something declared may be meant.
    """

    def __init__(self, text: str = "") -> None:
        """Keep the text."""
        self.text = text

    def __iter__(self) -> Iterator[Any]:
        """Yield nothing."""
        return iter(())

    def __len__(self) -> int:
        """Return that nothing is in it, so that it counts as empty."""
        return 0

    def items(self) -> tuple[Any, ...]:
        """Return nothing, as an empty mapping does."""
        return ()

    def __str__(self) -> str:
        """Return the text."""
        return self.text


def is_read(*values: object) -> bool:
    """Tell whether all of these values could be read."""
    return not any(isinstance(v, Unread) for v in values)
