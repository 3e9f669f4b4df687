"""A block of YAML put behind the last member of a list or mapping; every other byte stays.

The result is read again and compared with what was there: an edit that would change anything else
is refused, never written.
"""

import re
from typing import Any, Final

from checker.document.document import Document, Path
from checker.document.strict_yaml import parse
from checker.model.problem import Rejected

_PLAIN: Final = re.compile(r"[\w“”「」《》（(][^:#\n{}\[\],&*!|>'\"%@`]*")
_RESOLVED: Final = frozenset({"true", "false", "null", "~", "yes", "no", "on", "off"})


class CannotEditError(Exception):
    """A file is written in a way that a block cannot simply be added to; carries its name."""


def scalar(text: str) -> str:
    """Return a text as a YAML value on one line, quoted where it must be."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _RESOLVED
    if plain and not text[0].isdigit():
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def appended(data: bytes, file: str, path: Path, block: str) -> bytes:
    """Return a file with a block added to the list or mapping at a path.

    Args:
        path: () means the whole file, which must be a mapping.
        block: lines without indentation; of a list, beginning with "- ".

    Raises:
        CannotEditError: the container is written on one line, or the edit would change more.
    """
    document = parse(data, file)
    text = data.decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    container = _value(document.data, path)
    if not container:
        made = _opened(lines, document, path, block, newline)
    elif _is_flow(lines, document, path):
        raise CannotEditError(file)
    else:
        at, indent = _end(lines, document, path), document.marks[path][1] - 1
        made = _spliced(lines, at, _indented(block, indent, newline), newline)
    whole = made.encode("utf-8")
    _check(document, whole, file, path)
    return whole


def _value(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _is_flow(lines: list[str], document: Document, path: Path) -> bool:
    line, column = document.marks[path]
    return lines[line - 1][column - 1] in "[{"


def _opened(lines: list[str], document: Document, path: Path, block: str, newline: str) -> str:
    """Return the file with an empty container opened: [] or {} taken away, the block below."""
    if not path:
        raise CannotEditError(document.file)
    line, key = document.key_marks[path]
    old = lines[line - 1]
    kept = re.sub(r":\s*(\[\]|\{\}|null|~)?(?=\s*(#|$))", ":", old.rstrip("\r\n"), count=1)
    first = next(line for line in block.split("\n") if line.strip() and line[0] != "#")
    indent = key - 1 if first.startswith("- ") else key + 1
    added = _indented(block, indent, newline)
    return "".join([*lines[: line - 1], kept + newline, *added, *lines[line:]])


def _end(lines: list[str], document: Document, path: Path) -> int:
    """Return the index of the line before which something behind the container is put."""
    marks = [*document.marks.items(), *document.key_marks.items()]
    inside = max(mark for at, mark in marks if at[: len(path)] == path and at != path)
    behind = [mark for at, mark in marks if at[: len(path)] != path and mark > inside]
    end = min(behind)[0] - 1 if behind else len(lines)
    while end > inside[0] and not lines[end - 1].strip():
        end -= 1
    while behind and end > inside[0] and lines[end - 1].lstrip().startswith("#"):
        end -= 1  # a comment above the next part is about the next part
    while end > inside[0] and not lines[end - 1].strip():
        end -= 1
    return end


def _spliced(lines: list[str], at: int, added: list[str], newline: str) -> str:
    before = lines[:at]
    if before and not before[-1].endswith("\n"):
        before[-1] += newline
    return "".join([*before, *added, *lines[at:]])


def _indented(block: str, indent: int, newline: str) -> list[str]:
    lines = block.rstrip("\n").split("\n")
    return [(" " * indent + line if line else "") + newline for line in lines]


def _check(document: Document, whole: bytes, file: str, path: Path) -> None:
    """Refuse an edit after which anything but the container's end reads otherwise."""
    try:
        now = parse(whole, file).data
        grown = _value(now, path)
    except (Rejected, KeyError, TypeError):
        raise CannotEditError(file) from None
    was = _value(document.data, path) or type(grown)()
    if isinstance(grown, list):
        kept = grown[: len(was)] == was and len(grown) > len(was)
    else:
        kept = {key: grown.get(key) for key in was} == was and len(grown) > len(was)
    if not kept or _without(now, path) != _without(document.data, path):
        raise CannotEditError(file)


def _without(data: Any, path: Path) -> Any:
    """Return plain data with nothing in place of the container at a path."""
    if not path:
        return None
    if isinstance(data, dict):
        return {k: _without(v, path[1:]) if k == path[0] else v for k, v in data.items()}
    return [_without(v, path[1:]) if i == path[0] else v for i, v in enumerate(data)]
