"""What is said of the cells of a column that do not fit."""

from functools import cached_property

from checker.model.dictionary import Column, Table
from checker.model.problem import Place
from checker.submission.misfit import Misfit
from checker.submission.problems import Report
from checker.submission.sources import Places
from checker.submission.values import choices, wanted


def at(place: Place, table: str, column: str = "") -> Place:
    """Return the place with the name of the value that stands there."""
    name = f"{table}.{column}" if column else table
    return Place(place.file, place.line, place.column, place.sheet, name)


class Complaints:
    """Reports the cells of one column that do not fit."""

    def __init__(
        self, report: Report, table: Table, column: Column, places: Places, index: int
    ) -> None:
        self._report = report
        self._table = table
        self._column = column
        self._places = places
        self._index = index
        self._near: dict[str, str] = {}

    def __call__(self, row: int, raw: object, misfit: Misfit, /) -> None:
        """Report the cell of a row."""
        if self._report.full:
            self._report.leave_out()
            return
        found = raw if misfit.found is None else misfit.found
        self._report.add(
            misfit.code,
            at(self._places.cell(row, self._index), self._table.name, self._column.name),
            found,
            column=self._column.label,
            wanted=self._wanted,
            nearest=self._nearest(str(found)) if misfit.code == "not_in_values" else "",
            **misfit.facts,
        )

    @cached_property
    def _wanted(self) -> str:
        return wanted(self._column)

    def _nearest(self, text: str) -> str:
        if text not in self._near:
            self._near[text] = self._report.nearest(text, choices(self._column))
        return self._near[text]
