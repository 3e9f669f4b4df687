"""A submission as it was read: settled cells, each with its place in the file handed in."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from checker.model.frozen import dataclass
from checker.model.outcome import AssessmentKind
from checker.model.problem import Place
from checker.model.value import Cell


@dataclass(frozen=True, slots=True)
class Period:
    """Whole calendar months, 6 to 12 of them; both days belong to it."""

    start: date
    end: date

    @property
    def months(self) -> int:
        """Return the number of calendar months."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


@dataclass(frozen=True, slots=True)
class TableData:
    """The rows of one table, column by column.

    Attributes:
        size: number of rows.
        columns: for every column of the dictionary, one settled cell per row.
        ids: the key of each row; for a one-row table a single "".
        closed: whether these are all rows there are (LANGUAGE 1.2).
        submitted: whether anything was said of this table at all.
        file, sheet: where the rows stand; "" if nothing was handed in.
        lines: line (sheet row) of each row.
        positions: for a column, its character or sheet column in each row's line, where known
            per column (CSV, sheets); cells override it.
        cells: line and column of single cells, where they are known one by one (YAML).
    """

    size: int
    columns: Mapping[str, tuple[Cell, ...]]
    ids: tuple[str, ...]
    closed: bool
    submitted: bool = True
    file: str = ""
    sheet: str = ""
    lines: tuple[int, ...] = ()
    positions: Mapping[str, int] = field(default_factory=dict)
    cells: Mapping[tuple[int, str], tuple[int, int]] = field(default_factory=dict)

    def place(self, row: int, column: str = "") -> Place:
        """Return where a row, or a cell of it, stands in the file handed in."""
        line, position = self.cells.get((row, column), (0, 0))
        if not line:
            line = self.lines[row] if row < len(self.lines) else 0
            position = self.positions.get(column, 0)
        return Place(self.file, line, position, self.sheet, column)


@dataclass(frozen=True, slots=True)
class SiteFinding:
    """What an auditor found on site for one rule; only an association review has these."""

    rule: str
    method: str
    result: str  # "confirmed" or "rejected"
    observation: str
    reviewer: str
    on: date


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a table lists: path, and the sha256 found, hex; "" if it was not there."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was handed in: its relative path and the sha256 of its bytes, hex."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Submission:
    """What was handed in for one assessment period.

    Attributes:
        kind: who assesses.
        assessed_on: the day for which the assessment speaks, unless the caller gives another.
        tables: every table of the dictionary, also those not handed in (open and empty).
        sources: where a single value comes from, in words, by (table, row, column).
        notes: remarks of who handed it in, printed in the report.
        unread: files in folders of the submission's folder that hold data, by their names, and
            that nobody asked for.
    """

    kind: AssessmentKind
    period: Period
    assessed_on: date
    tables: Mapping[str, TableData]
    files: tuple[InputFile, ...] = ()
    sources: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    site_findings: tuple[SiteFinding, ...] = ()
    synthetic: bool = False
    notes: str = ""
    attachments: tuple[Attachment, ...] = ()
    unread: tuple[str, ...] = ()
