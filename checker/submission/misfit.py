"""A value that does not fit where it stands, before it is known where that is."""


class Misfit(Exception):  # noqa: N818 - it becomes a Problem as soon as the place is known
    """A value that cannot be taken.

    Attributes:
        code: code of the problem.
        facts: what its sentences need beside the column.
        found: the part that does not fit; None when it is the whole cell.
    """

    def __init__(self, code: str, found: object = None, **facts: object) -> None:
        """Keep what the problem will need."""
        super().__init__(code)
        self.code = code
        self.found = found
        self.facts = facts
