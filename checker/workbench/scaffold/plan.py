"""What a scaffold would write: every file whole, and what is said about it. Nothing is written here."""

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from checker.document.strict_yaml import parse
from checker.model.frozen import dataclass
from checker.model.problem import Place
from checker.workbench.scaffold.schema_line import schema_line
from checker.workbench.scaffold.words import PLACEHOLDER


@dataclass(frozen=True, slots=True)
class Plan:
    """Files to be written.

    Attributes:
        files: whole contents by path.
        before: what they held, where they were there.
        said: (path, what was added), in order.
    """

    files: Mapping[Path, bytes]
    before: Mapping[Path, bytes]
    said: tuple[tuple[Path, str], ...]

    def to_fill(self) -> tuple[Place, ...]:
        """Return where a person must write something, in the order of files and lines.

        What an earlier scaffold left to be filled in is not told again.
        """
        found = []
        for path in sorted(self.files):
            earlier = Counter(_lines(self.before.get(path, b"")))
            for number, line in enumerate(_lines(self.files[path]), 1):
                if PLACEHOLDER not in line:
                    continue
                if earlier[line]:
                    earlier[line] -= 1
                else:
                    found.append(Place(str(path), number))
        return tuple(found)


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8").splitlines()


class RefusedError(Exception):
    """A scaffold that cannot be made; carries one Chinese sentence that says why and what to do."""


class Changes:
    """Files while a scaffold is put together: the latest contents of each."""

    def __init__(self, rules: Path, dictionary: str) -> None:
        """Begin with nothing changed.

        Args:
            rules: the rules folder.
            dictionary: path of its data dictionary from there.
        """
        self._rules = rules
        self._dictionary = dictionary
        self._files: dict[Path, bytes] = {}
        self._before: dict[Path, bytes] = {}
        self._said: list[tuple[Path, str]] = []

    def data(self, path: Path) -> bytes | None:
        """Return what a file holds by now; None if there is none."""
        if path in self._files:
            return self._files[path]
        return path.read_bytes() if path.is_file() else None

    def put(self, path: Path, data: bytes, said: str) -> None:
        """Set the whole contents of a file; a new one begins with the line that names its schema."""
        parse(data, os.fspath(path))  # what is written can be read, or it is a fault of ours
        if path not in self._files:
            if path.is_file():
                self._before[path] = path.read_bytes()
            else:
                data = schema_line(path, self._rules, self._dictionary).encode() + data
        self._files[path] = data
        self._said.append((path, said))

    def plan(self) -> Plan:
        """Return all that was put together."""
        return Plan(dict(self._files), dict(self._before), tuple(self._said))
