"""Tables as they stand in a file, before anything is made of their cells."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol

from checker.model.problem import Place

Path = tuple[str | int, ...]
"""Keys and list positions that lead to a value of a parsed document."""

PlaceOf = Callable[[Path], Place]


class Standing(NamedTuple):
    """Where the rows of a table stand, in the form that TableData keeps (see there)."""

    file: str
    lines: tuple[int, ...] = ()
    positions: Mapping[str, int] = MappingProxyType({})
    cells: Mapping[tuple[int, str], tuple[int, int]] = MappingProxyType({})


class Places(Protocol):
    """Where the parts of a table stand."""

    def header(self, index: int) -> Place:
        """Return the place of a column's header."""

    def row(self, row: int) -> Place:
        """Return the place of a row."""

    def cell(self, row: int, index: int) -> Place:
        """Return the place of a cell."""

    def standing(self, names: Mapping[str, int]) -> Standing:
        """Return all places, given the header of every column."""


class RawTable(NamedTuple):
    """A table column by column.

    Attributes:
        size: number of rows.
        headers: as they were written.
        columns: for every header, what stands in each row; None where nothing does.
        places: where all that stands.
        sound: whether every row could be read as a row.
    """

    size: int
    headers: tuple[str, ...]
    columns: tuple[Sequence[object], ...]
    places: Places
    sound: bool = True


class CsvPlaces(NamedTuple):
    """Places in a CSV file: a row has a line, and a cell is counted within it.

    Attributes:
        file: the file.
        lines: line on which each row begins.
        top: line of the headers.
    """

    file: str
    lines: Sequence[int]
    top: int = 1

    def header(self, index: int) -> Place:
        """Return the place of a column's header."""
        return Place(self.file, self.top, index + 1)

    def row(self, row: int) -> Place:
        """Return the place of a row."""
        return Place(self.file, self.lines[row])

    def cell(self, row: int, index: int) -> Place:
        """Return the place of a cell."""
        return Place(self.file, self.lines[row], index + 1)

    def standing(self, names: Mapping[str, int]) -> Standing:
        """Return all places, given the header of every column."""
        positions = {name: index + 1 for name, index in names.items()}
        return Standing(self.file, tuple(self.lines), positions)


class TreePlaces(NamedTuple):
    """Places in a parsed document.

    Attributes:
        file: the file.
        place: place of a value by its path.
        key_place: place of a key by its path.
        path: path of the list of rows, or of the only row.
        size: number of rows.
        single: whether the path is that of the only row.
        headers: the keys of the rows.
        first: the row in which each key is met first.
    """

    file: str
    place: PlaceOf
    key_place: PlaceOf
    path: Path
    size: int
    single: bool
    headers: tuple[str, ...]
    first: tuple[int, ...]

    def header(self, index: int) -> Place:
        """Return the place of a column's header: its key in the first row that has it."""
        return self.key_place((*self._path(self.first[index]), self.headers[index]))

    def row(self, row: int) -> Place:
        """Return the place of a row."""
        return self.place(self._path(row))

    def cell(self, row: int, index: int) -> Place:
        """Return the place of a cell."""
        return self.place((*self._path(row), self.headers[index]))

    def standing(self, names: Mapping[str, int]) -> Standing:
        """Return all places, given the header of every column; each is found when asked for."""
        return Standing(self.file, cells=CellMarks(self, names))

    def _path(self, row: int) -> Path:
        return self.path if self.single else (*self.path, row)


class CellMarks(Mapping[tuple[int, str], tuple[int, int]]):
    """Line and column of the cells of a table that stands in a document, found when asked for.

    A cell that is not there has the place of its row; so has the column "".
    """

    def __init__(self, places: TreePlaces, names: Mapping[str, int]) -> None:
        self._places = places
        self._names = names

    def __getitem__(self, cell: tuple[int, str]) -> tuple[int, int]:
        row, column = cell
        if not 0 <= row < self._places.size:
            raise KeyError(cell)
        index = self._names.get(column)
        place = self._places.row(row) if index is None else self._places.cell(row, index)
        return place.line, place.column

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return ((row, name) for row in range(self._places.size) for name in self._names)

    def __len__(self) -> int:
        return self._places.size * len(self._names)
