"""The data dictionary: what a submission may say. Made from schemas/submission.yaml."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from fractions import Fraction

from checker.model.check import Condition
from checker.model.frozen import dataclass


class Kind(StrEnum):
    """Type of one value of a column."""

    TEXT = "text"
    ENUM = "enum"
    ORDERED = "ordered"
    INT = "int"
    DEC = "dec"
    BOOL = "bool"
    DATE = "date"
    DATETIME = "datetime"
    REF = "ref"


class BlankMeaning(StrEnum):
    """What a blank cell of a column says (LANGUAGE 1.1)."""

    UNKNOWN = "unknown"
    NOTHING = "nothing"
    NOTHING_ONCE_USED = "nothing_once_used"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: English identifier.
        label: the Chinese name printed in forms and reports.
        kind: type of one value.
        many: whether a cell holds a list of values.
        to: the table a ref points into; "" otherwise.
        values: the values of an enumeration, in order of rank if kind is ORDERED.
        means_unknown: texts of an enumeration that reading turns into unknown.
        minimum, maximum: bounds of a number; None where it has none.
        unit: unit of a number; "" if it has none.
        blank: what a blank cell says.
        guidance: how to fill the column in.
        owner: for a ref, how a sentence speaks of the row referred to, e.g. 该泳池.
        counted: counting word of its distinct values, e.g. 期; "" means 种.
        nothing_helps: why "nothing" may help the assessed here, where it may.
        format: "credit_code" for a code with a check digit (GB 32100), "file" for the path of a
            file in the submission; "" for plain text.
        future: whether a date may lie after the assessment date (期限, 有效期至); facts may not.
    """

    name: str
    label: str
    kind: Kind
    many: bool = False
    to: str = ""
    values: tuple[str, ...] = ()
    means_unknown: tuple[str, ...] = ()
    minimum: int | Fraction | None = None
    maximum: int | Fraction | None = None
    unit: str = ""
    blank: BlankMeaning = BlankMeaning.UNKNOWN
    guidance: str = ""
    owner: str = ""
    counted: str = ""
    nothing_helps: str = ""
    future: bool = False
    format: str = ""

    @property
    def may_be_nothing(self) -> bool:
        """Whether a cell of this column can say that there is none."""
        return self.blank is not BlankMeaning.UNKNOWN


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a sheet, a list, a file. Every table but a one-row one has a key column "id".

    Attributes:
        name: English identifier.
        label: the Chinese name printed in forms and reports.
        unit: counting word of its rows.
        order: chains of date columns; along each, values may not run backwards within a row.
    """

    name: str
    label: str
    unit: str
    columns: Mapping[str, Column]
    one_row: bool = False
    guidance: str = ""
    order: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Population:
    """A named condition over a table, usable wherever a table is."""

    name: str
    label: str
    of: str
    where: Condition
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """All tables and populations of one standard.

    Attributes:
        subject: name of the one-row table that describes who is assessed.
        subject_name: column of it that holds the name to print.
        evidence: name of the table that lists evidence files; "" if there is none.
    """

    tables: Mapping[str, Table]
    populations: Mapping[str, Population] = field(default_factory=dict)
    subject: str = ""
    subject_name: str = ""
    evidence: str = ""

    def table_of(self, name: str) -> Table:
        """Return the table that a table or population name reads."""
        population = self.populations.get(name)
        return self.tables[population.of if population else name]
