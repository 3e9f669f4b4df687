"""The data-quality checks. Those in the check language pass through as plain data."""

from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictStr

from checker.rulebook.documents.shape import Name, Shape, Words


class InsideShape(Shape):
    """A path whose value must be among those of a list column."""

    table: Name
    path: Words
    among: Name


class OverlapsShape(Shape):
    """Two date columns whose span must touch the assessment period."""

    table: Name
    start: Name
    end: Name


class NoDuplicatesShape(Shape):
    """Columns in which no two rows may agree."""

    table: Name
    columns: Annotated[tuple[Name, ...], Field(min_length=1)]


class WellFormedShape(Shape):
    """A column whose values must have the form that the dictionary names."""

    table: Name
    column: Name


class FilesMatchShape(Shape):
    """Columns with the path of a file and with its sha256."""

    table: Name
    path: Name
    sha256: Name


class QualityCheckShape(Shape):
    """One data-quality check: exactly one of the kinds."""

    id: Annotated[StrictStr, Field(pattern=r"^DQ-\d{2}$")]
    title: Words
    meaning: Words
    advice: Words
    check: Any = None
    inside: InsideShape | None = None
    overlaps_period: OverlapsShape | None = None
    no_duplicates: NoDuplicatesShape | None = None
    look_alikes: StrictBool = False
    well_formed: WellFormedShape | None = None
    no_personal_data: StrictBool = False
    files_match: FilesMatchShape | None = None
    at_reading: StrictBool = False


class QualityShape(Shape):
    """rules/quality.yaml."""

    checks: tuple[QualityCheckShape, ...] = ()
