"""A fault in a file, as a value: where, what was found, what is wanted, what to do."""

from checker.model.frozen import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file as the person who wrote it sees it.

    Attributes:
        file: path relative to what was handed in; "" when no file is meant.
        line: line or sheet row, counted from 1; 0 when the whole file is meant.
        column: character or sheet column, counted from 1; 0 when the whole line is meant.
        sheet: sheet of a workbook; "" in plain files.
        field: dotted name of the value meant, e.g. "pools.depth".
    """

    file: str = ""
    line: int = 0
    column: int = 0
    sheet: str = ""
    field: str = ""

    def __str__(self) -> str:
        """Return "file:line:column" as editors understand it, or "file › sheet!C6"."""
        if self.sheet:
            return f"{self.file} › {self.sheet}!{column_letters(self.column)}{self.line or ''}"
        parts = [self.file] + [str(n) for n in (self.line, self.column) if n]
        return ":".join(parts)


NOWHERE = Place()
"""The place of what stands in no file."""


def column_letters(number: int) -> str:
    """Return the spreadsheet letters of a column counted from 1; "" for 0."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault that keeps a rule set or a submission from being used.

    Attributes:
        place: where it stands.
        code: stable name of the kind of fault, e.g. "unknown_field".
        message: what is wrong, one sentence.
        found: what stands there, shortened; "" if there is nothing to show.
        wanted: what should stand there; "" if the message says it.
        advice: what to do; "" if it is plain.
    """

    place: Place
    code: str
    message: str
    found: str = ""
    wanted: str = ""
    advice: str = ""


class Rejected(Exception):  # noqa: N818 - it is a verdict on the input, not a failure of the program
    """Input that cannot be used; carries every Problem that was found."""

    def __init__(self, problems: "list[Problem]") -> None:
        """Keep the problems, sorted by place."""
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(sorted(problems))
