"""What a scaffold would write: every file whole, and what is said about it. Nothing is written here."""

import os
from collections.abc import Mapping
from pathlib import Path

from checker.document.strict_yaml import parse
from checker.model.frozen import dataclass
from checker.model.problem import Place
from checker.workbench.scaffold.words import PLACEHOLDER


@dataclass(frozen=True, slots=True)
class Plan:
    """Files to be written.

    Attributes:
        files: whole contents by path.
        said: (path, what was added), in order.
    """

    files: Mapping[Path, bytes]
    said: tuple[tuple[Path, str], ...]

    def to_fill(self) -> tuple[Place, ...]:
        """Return where a person must write something, in the order of files and lines."""
        return tuple(
            Place(str(path), number)
            for path in sorted(self.files)
            for number, line in enumerate(self.files[path].decode("utf-8").splitlines(), 1)
            if PLACEHOLDER in line
        )


class RefusedError(Exception):
    """A scaffold that cannot be made; carries one Chinese sentence that says why and what to do."""


class Changes:
    """Files while a scaffold is put together: the latest contents of each."""

    def __init__(self) -> None:
        """Begin with nothing changed."""
        self._files: dict[Path, bytes] = {}
        self._said: list[tuple[Path, str]] = []

    def data(self, path: Path) -> bytes | None:
        """Return what a file holds by now; None if there is none."""
        if path in self._files:
            return self._files[path]
        return path.read_bytes() if path.is_file() else None

    def put(self, path: Path, data: bytes, said: str) -> None:
        """Set the whole contents of a file."""
        parse(data, os.fspath(path))  # what is written can be read, or it is a fault of ours
        self._files[path] = data
        self._said.append((path, said))

    def plan(self) -> Plan:
        """Return all that was put together."""
        return Plan(dict(self._files), tuple(self._said))
