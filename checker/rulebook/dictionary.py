"""schemas/submission.yaml → Dictionary."""

from collections.abc import Mapping

from checker.document.document import Document
from checker.language.parse import read_row_condition
from checker.language.typecheck import NO_TABLE, Scope
from checker.model.check import EVERY_ROW, Condition
from checker.model.dictionary import Column, Dictionary, Kind, Population, Table
from checker.model.problem import Problem
from checker.model.rule import Parameter
from checker.rulebook import words
from checker.rulebook.documents.dictionary import ColumnShape, DictionaryShape, TableShape
from checker.rulebook.names import Declared
from checker.rulebook.shaping import nearest
from checker.rulebook.unread import is_read

Path = tuple[str | int, ...]

KEY = Column("id", words.key_label(), Kind.TEXT)
"""The key column that every table but a one-row one has."""


def build_tables(
    shape: DictionaryShape, document: Document, declared: Declared, problems: list[Problem]
) -> Dictionary:
    """Return the dictionary without its populations, which need parameters to be read.

    A table or column with faults that leave open what may be asked of it is declared by name only.
    """
    declared("table").add(shape.tables)
    for of in (shape.tables, shape.populations):
        declared("source").add(of)
    for name, one in shape.tables.items():
        declared("column", str(name)).add(one.columns)
    work = _Tables(document, declared, problems)
    tables = {str(name): work.table(name, table) for name, table in shape.tables.items()}
    work.check_roles(shape)
    return Dictionary(
        {name: t for name, t in tables.items() if declared("table").knows(name)},
        {}, str(shape.subject.table), str(shape.subject.name), str(shape.evidence),
    )  # fmt: skip


def with_populations(
    dictionary: Dictionary,
    shape: DictionaryShape,
    document: Document,
    parameters: dict[str, Parameter],
    declared: Declared,
    problems: list[Problem],
) -> tuple[Dictionary, set[str]]:
    """Return the dictionary with populations, and the names of the parameters they use."""
    scope = Scope(
        dictionary, parameters, lambda at, key: document.place(at, key=key),
        declared=declared.may_have,
    )  # fmt: skip
    populations = {}
    for name, population in shape.populations.items():
        at: Path = ("populations", str(name))
        table = dictionary.tables.get(population.of, NO_TABLE)
        if declared.lacks("table", population.of):
            near = nearest(population.of, dictionary.tables)
            said = words.unknown("table", population.of, near)
            scope.report((*at, "of"), "unknown_table", said)
        where: Condition | None = None
        if is_read(population.where):
            where = read_row_condition(population.where, (*at, "where"), table, scope)
        if table is not NO_TABLE and is_read(name):  # its rows are known, if not which of them
            populations[name] = Population(
                name, population.label, population.of, where or EVERY_ROW, population.guidance
            )
    problems += scope.problems
    complete = Dictionary(
        dictionary.tables, populations, dictionary.subject,
        dictionary.subject_name, dictionary.evidence,
    )  # fmt: skip
    return complete, scope.used


def _column(name: str, shape: ColumnShape) -> Column:
    return Column(
        name=name, label=shape.label, kind=shape.type, many=shape.list, to=shape.to or "",
        values=shape.values, means_unknown=shape.means_unknown,
        minimum=shape.min, maximum=shape.max, unit=shape.unit, blank=shape.blank,
        guidance=shape.guidance, owner=shape.owner, counted=shape.counted,
        nothing_helps=shape.nothing_helps, future=shape.future, format=shape.format,
    )  # fmt: skip


class _Tables:
    """One reading of the tables of a dictionary."""

    def __init__(self, document: Document, declared: Declared, problems: list[Problem]) -> None:
        self.document = document
        self.declared = declared
        self.problems = problems

    def table(self, name: str, shape: TableShape) -> Table:
        """Return a table with the columns whose meaning could be read."""
        at: Path = ("tables", str(name))
        columns = {} if shape.one_row is True else {"id": KEY}
        self.declared("column", str(name)).add(columns)
        for key, column in shape.columns.items():
            fine = self.check_column(column, (*at, "columns", str(key)))
            if fine and is_read(key):
                columns[key] = _column(key, column)
        for i, chain in enumerate(shape.order):
            for j, key in enumerate(chain):
                self.check_order(key, columns, str(name), (*at, "order", i, j))
        unit = shape.unit if is_read(shape.unit) else ""
        label = shape.label if is_read(shape.label) else str(name)
        one_row = shape.one_row is True
        return Table(str(name), label, unit, columns, one_row, shape.guidance, shape.order)

    def check_column(self, column: ColumnShape, at: Path) -> bool:
        """Report what contradicts itself; tell whether it is clear what may be asked of it."""
        choice = column.type in (Kind.ENUM, Kind.ORDERED)
        known = is_read(column.type)
        faults = {
            "values": choice and column.values == (),
            "values_unused": known and not choice and column.values != () and is_read(column.values),
            "to": column.type is Kind.REF and column.to is None,
            "bounds": is_read(column.min, column.max)
            and column.min is not None and column.max is not None and column.min > column.max,
        }  # fmt: skip
        for fault, there in faults.items():
            if there:
                self.report(at, f"column_{fault}", words.column_fault(fault))
        if column.to is not None and self.declared.lacks("table", column.to):
            near = nearest(column.to, self.declared("table"))
            self.report((*at, "to"), "unknown_table", words.unknown("table", column.to, near))
        needed = (column.type, column.list, column.to, column.values, column.unit, column.blank)
        return is_read(*needed, *column.values) and not faults["values"] and not faults["to"]

    def check_order(self, key: object, columns: Mapping[str, Column], table: str, at: Path) -> None:
        """Report a column of a chain of times that holds no time."""
        known = columns.get(key) if isinstance(key, str) else None
        wrong = known is not None and known.kind not in (Kind.DATE, Kind.DATETIME)
        if wrong or (known is None and self.declared.lacks("column", key, table)):
            self.report(at, "column_order", words.column_fault("order"))

    def check_roles(self, shape: DictionaryShape) -> None:
        """Report roles that no table or column can have."""
        subject, name = shape.subject.table, shape.subject.name
        table = dict(shape.tables.items()).get(subject)
        if self.declared.lacks("table", subject) or (table and table.one_row is False):
            said = words.unknown("table", subject, "")
            self.report(("subject", "table"), "unknown_table", said)
        elif table and self.declared.lacks("column", name, subject):
            said = words.unknown("column", name, "")
            self.report(("subject", "name"), "unknown_column", said)
        if shape.evidence and self.declared.lacks("table", shape.evidence):
            near = nearest(shape.evidence, self.declared("table"))
            self.report(
                ("evidence",), "unknown_table", words.unknown("table", shape.evidence, near)
            )

    def report(self, at: Path, code: str, said: tuple[str, str]) -> None:
        """Note a problem at a node of the file."""
        self.problems.append(Problem(self.document.place(at), code, said[0], advice=said[1]))
