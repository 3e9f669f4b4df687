"""Files that a command rewrites: what would change, and the writing itself, whole or not at all."""

import difflib
from collections.abc import Iterable
from pathlib import Path

Change = tuple[Path, bytes, bytes]
"""A file with its bytes before and after."""


def difference(changes: Iterable[Change]) -> str:
    """Return what would change, as a unified diff."""
    lines: list[str] = []
    for path, before, after in changes:
        old = before.decode(errors="replace").splitlines(keepends=True)
        new = after.decode().splitlines(keepends=True)
        lines += [_whole(t) for t in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")]
    return "".join(lines)


def _whole(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def write_all(changes: Iterable[Change]) -> None:
    """Write files, each in one move, so that none is ever half written."""
    for path, _, after in changes:
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(after)
        part.replace(path)
