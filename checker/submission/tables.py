"""A table as it was handed in to its settled TableData."""

from collections.abc import Sequence

from checker.model.dictionary import Column, Kind, Table
from checker.model.submission import TableData
from checker.model.value import UNKNOWN, Cell
from checker.submission import words
from checker.submission.columns import Complain, settle, without_sources
from checker.submission.complaints import Complaints, at
from checker.submission.declared import Handed, State
from checker.submission.lookup import ID, Lookup
from checker.submission.misfit import Misfit
from checker.submission.problems import Report, shown
from checker.submission.sources import RawTable


class Shelf:
    """Settled tables as they gather.

    Attributes:
        tables: every table settled so far.
        sources: where single values come from, by (table, row, column).
        unsound: tables whose keys are not to be trusted: nothing is said of refs into them.
    """

    def __init__(self) -> None:
        self.tables: dict[str, TableData] = {}
        self.sources: dict[tuple[str, int, str], str] = {}
        self.unsound: set[str] = set()


def settle_table(
    table: Table,
    handed: Handed,
    shelf: Shelf,
    lookup: Lookup,
    report: Report,
    *,
    ids_optional: bool = False,
) -> None:
    """Put a table on the shelf; what does not fit is reported."""
    _Settling(table, handed, shelf, lookup, report).settle(ids_optional=ids_optional)


class _Settling:
    """One table on its way to the shelf."""

    def __init__(
        self, table: Table, handed: Handed, shelf: Shelf, lookup: Lookup, report: Report
    ) -> None:
        self.table = table
        self.handed = handed
        self.shelf = shelf
        self.lookup = lookup
        self.report = report

    def settle(self, *, ids_optional: bool) -> None:
        name, raw = self.table.name, self.handed.raw
        if raw is None:
            self.shelf.tables[name] = self._without_rows()
            return
        if not raw.sound:
            self.shelf.unsound.add(name)
        indices = self._indices(raw)
        if not raw.size:
            self.shelf.tables[name] = self._without_rows()
            return
        ids: tuple[str, ...] = ("",)
        if not self.table.one_row:
            ids = self._ids(raw, indices.get(ID), optional=ids_optional)
        columns: dict[str, tuple[Cell, ...]] = {}
        for column in self.table.columns.values():
            if column.name == ID:
                columns[ID] = ids
            elif column.name in indices:
                columns[column.name] = self._cells(raw, column, indices[column.name])
            else:
                columns[column.name] = (UNKNOWN,) * raw.size
        closed = self.table.one_row or self.handed.state is State.COMPLETE
        stands = raw.places.standing(indices)
        self.shelf.tables[name] = TableData(
            size=raw.size,
            columns=columns,
            ids=ids,
            closed=closed,
            file=stands.file,
            lines=stands.lines,
            positions=stands.positions,
            cells=stands.cells,
        )

    def _without_rows(self) -> TableData:
        absent = self.lookup.absent[self.table.name]
        if self.handed.state is State.ABSENT:
            return absent
        closed = self.handed.state is State.NONE
        return TableData(0, absent.columns, (), closed=closed)

    def _indices(self, raw: RawTable) -> dict[str, int]:
        """Return by column which header is its own; a strange or second header is reported."""
        indices: dict[str, int] = {}
        known = self.lookup.headers(self.table)
        for index, header in enumerate(raw.headers):
            name = known.get(header)
            if not header:
                self._nameless(raw, index)
            elif not name:
                self._unknown_field(raw, index)
            elif name in indices:
                place = at(raw.places.header(index), self.table.name, name)
                label = self._label(name)
                self.report.add("repeated_field", place, header, column=label)
            else:
                indices[name] = index
        return indices

    def _nameless(self, raw: RawTable, index: int) -> None:
        if _filled(raw.columns[index]):
            place = at(raw.places.header(index), self.table.name)
            self.report.add("nameless_column", place, number=index + 1)

    def _unknown_field(self, raw: RawTable, index: int) -> None:
        header = raw.headers[index]
        rows = _filled(raw.columns[index])
        place = at(raw.places.header(index), self.table.name, shown(header))
        near = self.report.nearest(header, self.lookup.headers(self.table))
        labels = words.listed(tuple(c.label for c in self.lookup.columns(self.table).values()))
        self.report.add(
            "unknown_field", place, header,
            table=self.table.label, rows=rows, nearest=near, known=labels,
        )  # fmt: skip

    def _label(self, name: str) -> str:
        column = self.table.columns.get(name)
        return column.label if column else words.id_label()

    def _cells(self, raw: RawTable, column: Column, index: int) -> tuple[Cell, ...]:
        complain = Complaints(self.report, self.table, column, raw.places, index)
        return settle(column, self._bare(raw, column.name, index, complain), complain)

    def _bare(self, raw: RawTable, column: str, index: int, complain: Complain) -> Sequence[object]:
        values, sources = without_sources(raw.columns[index], complain)
        for row, source in sources.items():
            self.shelf.sources[(self.table.name, row, column)] = source
        return values

    def _ids(self, raw: RawTable, index: int | None, *, optional: bool) -> tuple[str, ...]:
        """Return the key of every row; where nothing refers to them, their numbers will do."""
        ids = [""] * raw.size if index is None else self._given_ids(raw, index)
        blank = [row for row, text in enumerate(ids) if not text]
        needed = self.table.name in self.lookup.referred and not optional
        if blank:
            self.shelf.unsound.add(self.table.name)
        elsewhere = not raw.sound or self._keys_may_be_elsewhere(raw, index)
        if len(blank) == raw.size and (elsewhere or not needed):
            return tuple(str(number) for number in range(1, raw.size + 1))
        if blank and not elsewhere:
            place = at(raw.places.row(blank[0]), self.table.name, ID)
            self.report.add("missing_id", place, table=self.table.label, rows=len(blank))
        if index is not None and len(set(ids)) < len(ids):
            self._repeated_ids(raw, index, ids)
        return tuple(ids)

    def _keys_may_be_elsewhere(self, raw: RawTable, index: int | None) -> bool:
        """Return whether a strange or second column may be the one that holds the keys."""
        known = self.lookup.headers(self.table)
        if index is None:
            return any(header not in known for header in raw.headers)
        return sum(known.get(header) == ID for header in raw.headers) > 1

    def _given_ids(self, raw: RawTable, index: int) -> list[str]:
        """Return what stands as a key in each row; "" if nothing does."""
        key = Column(ID, self._label(ID), Kind.REF)  # a key is what refs hold
        complain = Complaints(self.report, self.table, key, raw.places, index)
        wrong: set[int] = set()

        def note(row: int, stands: object, misfit: Misfit) -> None:
            wrong.add(row)
            complain(row, stands, misfit)

        cells = settle(key, self._bare(raw, ID, index, note), note)
        if wrong:
            self.shelf.unsound.add(self.table.name)
        ids = ["" if cell is UNKNOWN else str(cell) for cell in cells]
        return [f"\0{row}" if row in wrong else text for row, text in enumerate(ids)]

    def _repeated_ids(self, raw: RawTable, index: int, ids: Sequence[str]) -> None:
        first: dict[str, int] = {}
        for row, text in enumerate(ids):
            if text and text in first:
                other = words.spot(raw.places.cell(first[text], index))
                place = at(raw.places.cell(row, index), self.table.name, ID)
                self.report.add("repeated_id", place, text, other=other)
            first.setdefault(text, row)


def _filled(cells: Sequence[object]) -> int:
    """Return how many cells hold anything."""
    return sum(cell is not None and cell != "" for cell in cells)
