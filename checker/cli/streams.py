"""Standard output and error of the process: UTF-8 always, and a failure to write told as what it is.

What cannot be said on standard error is lost, and nothing else changes. What cannot be written to
standard output is the result: the command ends as one that had no place to write to.
"""

import io
import os
import sys
from errno import EBADF
from typing import Any, TextIO


class OutputLostError(OSError):
    """Standard output takes nothing more; errno is the system's."""


class _Stream(io.RawIOBase):
    """A stream that is given up at its first failure: whatever is still buffered goes nowhere.

    Args:
        raw: what takes the bytes; None for a stream that is closed.
        vital: whether a failure is told to the command that writes.
    """

    def __init__(self, raw: Any, *, vital: bool) -> None:
        super().__init__()
        self._raw = raw
        self._vital = vital
        self._lost = False

    def write(self, data: Any, /) -> int | None:
        """Return how many bytes were taken, which are all of them once the stream is lost."""
        if self._lost:
            return len(data)
        try:
            if self._raw is None:
                raise OSError(EBADF, os.strerror(EBADF))  # noqa: TRY301 - as the system would say
            written: int | None = self._raw.write(data)
        except OSError as error:
            self._lost = True
            if self._vital:
                raise OutputLostError(error.errno, error.strerror) from error
            return len(data)
        return written

    def writable(self) -> bool:
        """Return that one may write."""
        return True

    def fileno(self) -> int:
        """Return the number that the system knows."""
        return int(self._raw.fileno()) if self._raw else super().fileno()

    def isatty(self) -> bool:
        """Return whether a person looks at it."""
        return bool(self._raw) and bool(self._raw.isatty())


def take_over() -> None:
    """Put both streams of this process behind such ones.

    A stream that was closed before we began is opened on nothing, so that no file of ours ever
    gets its number; what is written to it fails all the same.
    """
    if sys.stdin is None:
        os.open(os.devnull, os.O_RDONLY)
    sys.stdout = _taken(sys.stdout, vital=True)
    sys.stderr = _taken(sys.stderr, vital=False)


def _taken(stream: TextIO | None, *, vital: bool) -> TextIO:
    if stream is None:
        os.open(os.devnull, os.O_WRONLY)
        raw = None
    else:
        raw = getattr(stream.buffer, "raw", stream.buffer)
    buffer = io.BufferedWriter(taken := _Stream(raw, vital=vital))
    lines = not vital or taken.isatty()
    return io.TextIOWrapper(
        buffer, encoding="utf-8", errors="replace", newline="\n", line_buffering=lines
    )
