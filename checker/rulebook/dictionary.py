"""schemas/submission.yaml → Dictionary."""

from itertools import chain

from checker.document.document import Document
from checker.language.parse import read_row_condition
from checker.language.typecheck import Scope
from checker.model.dictionary import Column, Dictionary, Kind, Population, Table
from checker.model.problem import Problem
from checker.model.rule import Parameter
from checker.rulebook import words
from checker.rulebook.documents.dictionary import ColumnShape, DictionaryShape, TableShape
from checker.rulebook.shaping import nearest

Path = tuple[str | int, ...]

KEY = Column("id", words.key_label(), Kind.TEXT)
"""The key column that every table but a one-row one has."""


def build_tables(shape: DictionaryShape, document: Document, problems: list[Problem]) -> Dictionary:
    """Return the dictionary without its populations, which need parameters to be read."""
    tables = {
        name: _table(name, table, shape, document, problems) for name, table in shape.tables.items()
    }
    _check_roles(shape, document, problems)
    return Dictionary(tables, {}, shape.subject.table, shape.subject.name, shape.evidence)


def with_populations(
    dictionary: Dictionary,
    shape: DictionaryShape,
    document: Document,
    parameters: dict[str, Parameter],
    problems: list[Problem],
) -> tuple[Dictionary, set[str]]:
    """Return the dictionary with populations, and the names of the parameters they use."""
    scope = Scope(dictionary, parameters, lambda at, key: document.place(at, key=key))
    populations = {}
    for name, population in shape.populations.items():
        at: Path = ("populations", name)
        table = dictionary.tables.get(population.of)
        if table is None:
            near = nearest(population.of, dictionary.tables)
            said = words.unknown("table", population.of, near)
            scope.report((*at, "of"), "unknown_table", said)
            continue
        where = read_row_condition(population.where, (*at, "where"), table, scope)
        if where is not None:
            populations[name] = Population(
                name, population.label, population.of, where, population.guidance
            )
    problems += scope.problems
    complete = Dictionary(
        dictionary.tables, populations, dictionary.subject,
        dictionary.subject_name, dictionary.evidence,
    )  # fmt: skip
    return complete, scope.used


def _table(
    name: str,
    shape: TableShape,
    whole: DictionaryShape,
    document: Document,
    problems: list[Problem],
) -> Table:
    at: Path = ("tables", name)
    columns = {} if shape.one_row else {"id": KEY}
    for key, column in shape.columns.items():
        where = (*at, "columns", key)
        _check_column(column, where, whole, document, problems)
        columns[key] = _column(key, column)
    for key in chain.from_iterable(shape.order):
        known = columns.get(key)
        if known is None or known.kind not in (Kind.DATE, Kind.DATETIME):
            _report(document, (*at, "order"), "column_order", words.column_fault("order"), problems)
    return Table(name, shape.label, shape.unit, columns, shape.one_row, shape.guidance, shape.order)


def _column(name: str, shape: ColumnShape) -> Column:
    return Column(
        name=name, label=shape.label, kind=shape.type, many=shape.list, to=shape.to or "",
        values=shape.values, means_unknown=shape.means_unknown,
        minimum=shape.min, maximum=shape.max, unit=shape.unit, blank=shape.blank,
        guidance=shape.guidance, owner=shape.owner, counted=shape.counted,
        nothing_helps=shape.nothing_helps, future=shape.future, format=shape.format,
    )  # fmt: skip


def _check_column(
    column: ColumnShape,
    at: Path,
    whole: DictionaryShape,
    document: Document,
    problems: list[Problem],
) -> None:
    choice = column.type in (Kind.ENUM, Kind.ORDERED)
    faults = {
        "values": choice and not column.values,
        "values_unused": not choice and bool(column.values),
        "to": column.type is Kind.REF and column.to is None,
        "bounds": column.min is not None and column.max is not None and column.min > column.max,
    }
    for fault, there in faults.items():
        if there:
            _report(document, at, f"column_{fault}", words.column_fault(fault), problems)
    if column.to is not None and column.to not in whole.tables:
        said = words.unknown("table", column.to, nearest(column.to, whole.tables))
        _report(document, (*at, "to"), "unknown_table", said, problems)


def _check_roles(shape: DictionaryShape, document: Document, problems: list[Problem]) -> None:
    table = shape.tables.get(shape.subject.table)
    if table is None or not table.one_row:
        said = words.unknown("table", shape.subject.table, "")
        _report(document, ("subject", "table"), "unknown_table", said, problems)
    elif shape.subject.name not in table.columns:
        said = words.unknown("column", shape.subject.name, "")
        _report(document, ("subject", "name"), "unknown_column", said, problems)
    if shape.evidence and shape.evidence not in shape.tables:
        said = words.unknown("table", shape.evidence, nearest(shape.evidence, shape.tables))
        _report(document, ("evidence",), "unknown_table", said, problems)


def _report(
    document: Document, at: Path, code: str, said: tuple[str, str], problems: list[Problem]
) -> None:
    problems.append(Problem(document.place(at), code, said[0], advice=said[1]))
