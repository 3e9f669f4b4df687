"""Bytes to text: UTF-8 or a clear refusal."""

from checker.document import words
from checker.model.problem import Place, Problem, Rejected


def decode(data: bytes, file: str, *, size_limit: int) -> str:
    """Return the UTF-8 text of a file; a byte order mark is dropped.

    Raises:
        Rejected: it is larger than the limit (bytes), or no UTF-8.
    """
    if len(data) > size_limit:
        raise rejected(Place(file), "too_large", words.too_large(len(data), size_limit))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        said = words.not_utf8(line, _likely_encoding(data))
        raise rejected(Place(file, line), "not_utf8", said) from None


def within(text: str, line: int, column: int) -> tuple[int, int]:
    """Return the line and column, or the end of the last line where they lie behind it."""
    lines = text.splitlines() or [""]
    return (line, column) if line <= len(lines) else (len(lines), len(lines[-1]) + 1)


def problem(place: Place, code: str, said: tuple[str, str]) -> Problem:
    """Return the problem of a place, given its message and advice."""
    return Problem(place, code, said[0], advice=said[1])


def rejected(place: Place, code: str, said: tuple[str, str]) -> Rejected:
    """Return the refusal of a whole file for one fault."""
    return Rejected([problem(place, code, said)])


def _likely_encoding(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK"
