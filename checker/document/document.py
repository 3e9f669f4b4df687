"""A document as plain data, with the place of every node."""

from collections.abc import Mapping
from typing import Any

from checker.model.frozen import dataclass
from checker.model.problem import Place

Path = tuple[str | int, ...]
"""Keys and list positions that lead to a node."""


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML or JSON file as plain data, with the place of every node.

    Attributes:
        file: the name that problems show.
        data: mappings, lists, str, int, bool and None.
        marks: line and column (from 1) of every value, by path.
        key_marks: the same for every key of a mapping.
    """

    file: str
    data: Any
    marks: Mapping[Path, tuple[int, int]]
    key_marks: Mapping[Path, tuple[int, int]]

    def place(self, path: Path = (), *, key: bool = False) -> Place:
        """Return the place of the value (or of the key) at a path, or of its nearest parent."""
        marks = self.key_marks if key else self.marks
        field = ".".join(str(p) for p in path)
        for length in range(len(path), -1, -1):
            mark = marks.get(path[:length]) or self.marks.get(path[:length])
            if mark:
                return Place(self.file, *mark, field=field)
        return Place(self.file, field=field)

    def key_place(self, path: Path) -> Place:
        """Return the place of the key at a path, or of its nearest parent."""
        return self.place(path, key=True)
