"""The data dictionary: tables, columns and populations."""

from typing import Any, Literal

from pydantic import StrictBool, StrictStr

from checker.model.dictionary import BlankMeaning, Kind
from checker.rulebook.documents.shape import Exact, Name, Shape, Words


class ColumnShape(Shape):
    """One column of the data dictionary."""

    label: Words
    type: Kind
    list: StrictBool = False
    to: Name | None = None
    values: tuple[Words, ...] = ()
    means_unknown: tuple[Words, ...] = ()
    min: Exact | None = None
    max: Exact | None = None
    unit: StrictStr = ""
    blank: BlankMeaning = BlankMeaning.UNKNOWN
    guidance: StrictStr = ""
    owner: StrictStr = ""
    counted: StrictStr = ""
    nothing_helps: StrictStr = ""
    future: StrictBool = False
    format: Literal["", "credit_code", "file"] = ""


class TableShape(Shape):
    """One table of the data dictionary."""

    label: Words
    unit: Words
    one_row: StrictBool = False
    guidance: StrictStr = ""
    order: tuple[tuple[Name, ...], ...] = ()
    columns: dict[Name, ColumnShape]


class PopulationShape(Shape):
    """A named condition over a table."""

    label: Words
    of: Name
    where: Any
    guidance: StrictStr = ""


class SubjectShape(Shape):
    """The one-row table that describes who is assessed."""

    table: Name
    name: Name


class DictionaryShape(Shape):
    """schemas/submission.yaml."""

    subject: SubjectShape
    evidence: StrictStr = ""
    tables: dict[Name, TableShape]
    populations: dict[Name, PopulationShape] = {}
