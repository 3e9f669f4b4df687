"""The pure CSV form: submission.csv with two columns, and one CSV file for every table."""

from collections.abc import Sequence
from typing import Final

from checker.model.problem import Place
from checker.submission import findings, words
from checker.submission.head import KEYS, PERIOD_KEYS
from checker.submission.lookup import Lookup
from checker.submission.problems import Report, shown
from checker.submission.sources import Path, RawTable

NAME: Final = "submission.csv"
"""The file that makes a folder one of this form."""

FINDINGS: Final = ("site_findings", KEYS["site_findings"])
"""What the file of site findings may be called, without .csv."""

_HEADERS: Final = (("项目", "内容"), ("item", "content"))
_ITEMS: Final = {
    **{
        item: (name,)
        for name, label in KEYS.items()
        if name not in ("period", "tables", "site_findings")
        for item in (name, label)
    },
    **{
        item: ("period", name)
        for name, label in PERIOD_KEYS.items()
        for item in (f"period.{name}", f"period {name}", f"{KEYS['period']}{label}")
    },
}
_FINDING_KEYS: Final = {label: name for name, label in findings.KEYS.items()}


class CsvForm:
    """A folder of this form as the same mapping that a submission.yaml holds.

    Attributes:
        data: the mapping.
    """

    def __init__(self, file: str, lookup: Lookup, report: Report) -> None:
        self._file = file
        self.data: dict[str, object] = {}
        self._lookup = lookup
        self._report = report
        self._marks: dict[Path, Place] = {}

    def place(self, path: Path) -> Place:
        """Return the place of a value by its path, or that of its nearest parent."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._marks:
                return self._marks[path[:length]]
        return Place(self._file)

    def take_items(self, raw: RawTable) -> bool:
        """Take in the two columns of submission.csv; return whether it has these columns."""
        if raw.headers not in _HEADERS:
            self._report.add("items_header", raw.places.header(0), ",".join(raw.headers))
            return False
        for row, (item, content) in enumerate(zip(*raw.columns, strict=True)):
            path = self._path(str(item).strip())
            if path is None:
                self._unknown(raw.places.cell(row, 0), str(item).strip())
            elif path in self._marks:
                other = words.spot(self._marks[path])
                self._report.add("repeated_key", raw.places.cell(row, 0), item, other=other)
            else:
                self._marks[path] = raw.places.cell(row, 1)
                self._put(path, content)
        return True

    def take_tables(self, names: Sequence[str]) -> None:
        """Take in the files that hold tables, by their names."""
        tables = self._mapping("tables")
        for name in names:
            table = self._lookup.table(name[: -len(".csv")])
            if table is None:
                near = self._report.nearest(name[: -len(".csv")], self._lookup.tables)
                place, labels = Place(shown(name)), self._lookup.labels()
                self._report.add("unknown_table", place, name, nearest=near, known=labels)
                continue
            path = ("tables", table.name)
            if isinstance(tables.get(table.name), dict):
                other = words.spot(self._marks[(*path, "file")])
                self._report.add("repeated_table", Place(name), table=table.label, other=other)
                continue
            state = tables.get(table.name)
            tables[table.name] = {"file": name} | ({"state": state} if state else {})
            self._marks[(*path, "file")] = Place(name)

    def take_findings(self, raw: RawTable) -> None:
        """Take in the file of site findings."""
        keys = [_FINDING_KEYS.get(header, header) for header in raw.headers]
        self.data["site_findings"] = [
            {key: cell for key, cell in zip(keys, row, strict=True) if cell}
            for row in zip(*raw.columns, strict=True)
        ]
        self._marks[("site_findings",)] = raw.places.header(0)
        for row in range(raw.size):
            self._marks[("site_findings", row)] = raw.places.row(row)
            for index, key in enumerate(keys):
                self._marks[("site_findings", row, key)] = raw.places.cell(row, index)

    def _path(self, item: str) -> Path | None:
        table = self._lookup.table(item)
        return ("tables", table.name) if table else _ITEMS.get(item)

    def _put(self, path: Path, content: object) -> None:
        if len(path) == 1:
            self.data[str(path[0])] = content
        else:
            self._mapping(str(path[0]))[str(path[1])] = content

    def _mapping(self, key: str) -> dict[str, object]:
        inner = self.data.setdefault(key, {})
        return inner if isinstance(inner, dict) else {}

    def _unknown(self, place: Place, item: str) -> None:
        near = self._report.nearest(item, (*_ITEMS, *self._lookup.tables))
        known = words.listed(tuple(item for item in _ITEMS if not item.isascii()))
        self._report.add("unknown_key", place, item, what=self._file, known=known, nearest=near)
