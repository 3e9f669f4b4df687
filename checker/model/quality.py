"""Data-quality checks: whether what was handed in can be relied on. Outside the score."""

from checker.model.check import Check, Path
from checker.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Inside:
    """Where a path says something, it is among the values of a list column of the same row."""

    table: str
    path: Path
    among: str


@dataclass(frozen=True, slots=True)
class OverlapsPeriod:
    """The span between two date columns shares a day with the assessment period."""

    table: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class NoDuplicates:
    """No two rows of a table agree in all of these columns, as far as they say something."""

    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """No two keys of a table differ only in width, case or spaces, nor do texts that are counted."""


@dataclass(frozen=True, slots=True)
class WellFormed:
    """Every value of a column has the form that the dictionary names."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class NoPersonalData:
    """No text anywhere holds a citizen's identity number or a mobile number."""


@dataclass(frozen=True, slots=True)
class FilesMatch:
    """Files whose path is listed are there, and have the sha256 written beside the path."""

    table: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class AtReading:
    """A submission with this fault is refused, so one that was judged has none."""


Asked = (
    Check
    | Inside
    | OverlapsPeriod
    | NoDuplicates
    | LookAlikes
    | WellFormed
    | NoPersonalData
    | FilesMatch
    | AtReading
)


@dataclass(frozen=True, slots=True)
class QualityCheck:
    """One data-quality check.

    Attributes:
        meaning: what is looked at, one sentence.
        advice: what to do where it is not in order.
    """

    id: str
    title: str
    meaning: str
    asked: Asked
    advice: str
