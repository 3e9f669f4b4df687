"""Files of one folder, read within limits: nothing outside of it, nothing that is too large."""

import os
import stat
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from checker.model.problem import Place
from checker.model.submission import InputFile
from checker.model.system import is_text, legible, reason
from checker.submission.problems import Report

FILE_LIMIT: Final = 20 * 2**20
"""Most bytes of one file."""

TOTAL_LIMIT: Final = 50 * 2**20
"""Most bytes of all files of a submission."""


BELOW_LIMIT: Final = 5_000
"""Most files that are looked at in the folders of a submission's folder."""

_HIDDEN: Final = (".", "~$")


class Folder:
    """The folder of a submission, through which all of its files are read.

    Attributes:
        files: what has been read, by name.
        asked: every name that was asked for, read or not.
    """

    def __init__(self, root: Path, report: Report) -> None:
        self.files: dict[str, InputFile] = {}
        self.asked: set[str] = set()
        self._root = root
        self._report = report
        self._total = 0

    def names(self) -> tuple[str, ...]:
        """Return the names in the folder, sorted, without hidden ones and Office's lock files."""
        try:
            names = sorted(entry.name for entry in os.scandir(self._root))
        except OSError as error:
            self._report.add("unreadable", Place(self._root.name), reason=reason(error))
            return ()
        return tuple(n for n in names if is_text(n) and not n.startswith(_HIDDEN))

    def nameless(self) -> tuple[str, ...]:
        """Return the names in the folder that are no text."""
        try:
            names = sorted(entry.name for entry in os.scandir(self._root))
        except OSError:
            return ()
        return tuple(name for name in names if not is_text(name))

    def below(self) -> Iterator[str]:
        """Yield the files in folders of the folder, by path, in order, as many as are looked at.

        Links and hidden folders are not followed, what may not be listed is passed over.
        """
        left = BELOW_LIMIT
        for top, folders, names in os.walk(self._root):
            folders[:] = sorted(f for f in folders if not f.startswith(_HIDDEN))
            inside = Path(top).relative_to(self._root)
            if not inside.parts:
                continue
            for name in sorted(names)[:left]:
                if not name.startswith(_HIDDEN):
                    yield legible((inside / name).as_posix())
            left -= len(names)
            if left <= 0:
                return

    def read_named(self, name: str, asked_at: Place) -> bytes | None:
        """Return the bytes of a file that a submission names; None after a problem."""
        if not _is_plain(name) or not self._holds(name):
            self._report.add("outside_folder", asked_at, name)
            return None
        name = PurePosixPath(name).as_posix()
        self.asked.add(name)
        try:
            (self._root / name).stat()
        except FileNotFoundError:
            near = self._report.nearest_key(name, self.names())
            self._report.add("missing_file", asked_at, name, nearest=near)
            return None
        except OSError as error:
            self._report.add("unreadable", asked_at, name, reason=reason(error))
            return None
        return self.read(name)

    def read_own(self, name: str) -> bytes | None:
        """Return the bytes of a file that was found in the folder; None after a problem."""
        if not self._holds(name):
            self._report.add("outside_folder", Place(name), name)
            return None
        return self.read(name)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, wherever it lies; None after a problem."""
        self.asked.add(name)
        try:
            data = self._bytes(name)
        except OSError as error:
            self._report.add("unreadable", Place(name), reason=reason(error))
            return None
        if data is not None:
            self.files[name] = InputFile(name, sha256(data).hexdigest())
        return data

    def digest(self, name: str) -> str:
        """Return the sha256 of a file that a table lists, hex; "" if it is not in the folder."""
        if not _is_plain(name) or not self._holds(name):
            return ""
        whole = sha256()
        try:
            with (self._root / name).open("rb") as file:
                while part := file.read(2**20):
                    whole.update(part)
        except OSError:
            return ""
        self.asked.add(PurePosixPath(name).as_posix())
        return whole.hexdigest()

    def _bytes(self, name: str) -> bytes | None:
        path = self._root / name
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            self._report.add("not_regular", Place(name))
            return None
        if status.st_size > FILE_LIMIT:
            return self._too_large(name, status.st_size)
        if name not in self.files and self._total + status.st_size > TOTAL_LIMIT:
            self._report.add("too_large_total", Place(name), limit=TOTAL_LIMIT // 2**20)
            return None
        with path.open("rb") as file:
            data = file.read(FILE_LIMIT + 1)
        if len(data) > FILE_LIMIT:  # it has grown, or never told its size
            return self._too_large(name, len(data))
        self._total += 0 if name in self.files else len(data)
        return data

    def _too_large(self, name: str, size: int) -> bytes | None:
        limit = FILE_LIMIT // 2**20
        self._report.add("too_large", Place(name), size=-(-size // 2**20), limit=limit)
        return None

    def _holds(self, name: str) -> bool:
        """Return whether a file, all links followed, lies in the folder."""
        real = Path(os.path.realpath(self._root / name))
        return real.is_relative_to(os.path.realpath(self._root))


def _is_plain(name: str) -> bool:
    """Return whether a name leads down from the folder on every system."""
    if not name.isprintable() or "\\" in name or PureWindowsPath(name).drive:
        return False
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and bool(path.name)
