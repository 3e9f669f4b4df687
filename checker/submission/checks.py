"""What must hold across cells, rows and tables once every cell is settled."""

from collections.abc import Sequence
from datetime import date, datetime

from checker.model.dictionary import Column, Dictionary, Kind, Table
from checker.model.problem import Place
from checker.model.submission import TableData
from checker.model.value import Blank, Cell
from checker.submission import words
from checker.submission.complaints import at
from checker.submission.problems import Report
from checker.submission.tables import Shelf


def check_across(
    dictionary: Dictionary, shelf: Shelf, data_date: date | None, report: Report
) -> None:
    """Report dangling refs, facts after the data date, and times that run backwards.

    Args:
        dictionary: what columns refer to and which dates may lie ahead.
        shelf: all tables.
        data_date: the last day of which the data can tell; None if it is not known.
        report: takes the problems.
    """
    checks = _Checks(dictionary, shelf, report)
    for name, data in shelf.tables.items():
        if data.submitted and data.size:
            table = dictionary.tables[name]
            for column in table.columns.values():
                if column.kind is Kind.REF:
                    checks.references(table, column, data)
                elif data_date and column.kind in (Kind.DATE, Kind.DATETIME) and not column.future:
                    checks.facts(table, column, data, data_date)
            checks.order(table, data)
    checks.name_of_subject()


class _Checks:
    """The checks over one set of tables."""

    def __init__(self, dictionary: Dictionary, shelf: Shelf, report: Report) -> None:
        self.dictionary = dictionary
        self.shelf = shelf
        self.report = report

    def name_of_subject(self) -> None:
        """Report a name of several lines: it stands alone at the head of whatever we print."""
        name = self.dictionary.subject_name
        data = self.shelf.tables.get(self.dictionary.subject)
        if data is None or name not in data.columns:
            return
        table = self.dictionary.tables[self.dictionary.subject]
        for row, cell in enumerate(data.columns[name]):
            if isinstance(cell, str) and any(c in cell for c in "\t\n\r"):
                place, label = _place(table, data, row, name), table.columns[name].label
                self.report.add("not_one_line", place, cell, column=label)

    def references(self, table: Table, column: Column, data: TableData) -> None:
        """Report keys that no row of a closed table has."""
        target = self.shelf.tables.get(column.to)
        if target is None or not target.closed or column.to in self.shelf.unsound:
            return
        cells = data.columns[column.name]
        known = frozenset(target.ids)
        strange = {key for cell in set(cells) for key in _scalars(cell) if key not in known}
        if not strange:
            return
        label = self.dictionary.tables[column.to].label
        near: dict[str, str] = {}
        for row, cell in enumerate(cells):
            for key in _scalars(cell):
                if key in strange and isinstance(key, str):
                    if key not in near:
                        near[key] = self.report.nearest_key(key, target.ids)
                    self.report.add(
                        "dangling_reference",
                        _place(table, data, row, column.name),
                        key,
                        column=column.label,
                        target=label,
                        nearest=near[key],
                    )

    def facts(self, table: Table, column: Column, data: TableData, data_date: date) -> None:
        """Report days after the last one of which the data can tell."""
        cells = data.columns[column.name]
        latest = max((cell for cell in cells if isinstance(cell, date)), default=data_date)
        if _day(latest) <= data_date:
            return
        for row, cell in enumerate(cells):
            if isinstance(cell, date) and _day(cell) > data_date:
                place = _place(table, data, row, column.name)
                self.report.add("future_fact", place, cell, column=column.label, day=data_date)

    def order(self, table: Table, data: TableData) -> None:
        """Report times that lie before one that should not be later."""
        for chain in table.order:
            self._in_order(table, data, [name for name in chain if name in data.columns])

    def _in_order(self, table: Table, data: TableData, names: Sequence[str]) -> None:
        for row, cells in enumerate(zip(*(data.columns[name] for name in names), strict=True)):
            before: tuple[str, date] | None = None
            for name, cell in zip(names, cells, strict=True):
                if not isinstance(cell, date):
                    continue
                if before and _earlier(cell, before[1]):
                    self._backwards(table, data, row, name, before)
                before = (name, cell)

    def _backwards(
        self, table: Table, data: TableData, row: int, name: str, before: tuple[str, date]
    ) -> None:
        self.report.add(
            "times_backwards",
            _place(table, data, row, name),
            data.columns[name][row],
            column=table.columns[name].label,
            earlier=table.columns[before[0]].label,
            value=before[1],
            other=words.spot(data.place(row, before[0])),
        )


def _place(table: Table, data: TableData, row: int, column: str) -> Place:
    return at(data.place(row, column), table.name, column)


def _scalars(cell: Cell) -> tuple[object, ...]:
    if isinstance(cell, Blank):
        return ()
    return cell if isinstance(cell, tuple) else (cell,)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _earlier(one: date, other: date) -> bool:
    """Return whether one moment lies before another; a day and a moment compare by day."""
    if isinstance(one, datetime) is isinstance(other, datetime):
        return one < other
    return _day(one) < _day(other)
