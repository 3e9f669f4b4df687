"""One canonical way to write a YAML file, without losing a comment or changing a value.

What the writer decides stays: brackets or block, quotes or none where both say the same, comments,
single blank lines. All else has one form: indentation, spaces in brackets, quotes that are needed,
order of known keys, blank lines, ends of lines.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from checker.document.document import Path
from checker.document.layout import Comment, Entry, Group, Layout, Node, Scalar, read_layout
from checker.document.strict_yaml import parse

Order = Callable[[Path, frozenset[str]], tuple[str, ...]]
"""Path of a mapping and its keys → the order that known keys have; () to leave them."""
Spaced = Callable[[Path], bool]
"""Path of a list → whether its members stand a blank line apart."""


_COMMENT: Final = re.compile("(?:^|(?<=[ \t]))#.*")


class LossError(Exception):
    """The formatter would have changed a value or lost a comment; nothing has been written."""


def canonical(data: bytes, file: str, order: Order, spaced: Spaced) -> bytes:
    """Return a file in canonical form.

    Raises:
        Rejected: the file is not strict YAML.
        LossError: what came out says something else, or lacks a comment; a fault of the program.
    """
    before = parse(data, file)
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    layout = read_layout(text)
    made = _Writer(order, spaced).written(layout)
    result = made.encode()
    if result != data:
        after = parse(result, file)
        if after.data != before.data or comments(made, read_layout(made)) != comments(text, layout):
            raise LossError(file)
    return result


def comments(text: str, layout: Layout) -> Counter[str]:
    """Return every comment of a file, and how often it stands there.

    Told from the text alone, with its values blotted out: not from where the layout thinks that
    comments are, so that one is a check of the other.
    """
    blotted, last = [], 0
    for begin, end in layout.scalars:
        blotted += [
            text[last:begin],
            "x" * bool(end - begin),
            "\n" * text[begin:end].endswith("\n"),
        ]
        last = end
    blotted.append(text[last:])
    found = (_COMMENT.search(line) for line in "".join(blotted).split("\n"))
    return Counter(m.group().strip() for m in found if m)


class _Writer:
    def __init__(self, order: Order, spaced: Spaced) -> None:
        self.order = order
        self.spaced = spaced

    def written(self, layout: Layout) -> str:
        lines = [*layout.head]
        if isinstance(layout.root, Group) and not layout.root.flow:
            lines += self._block(layout.root, 0, ())
        elif layout.root is not None:
            lines += self._inline(layout.root, 0).split("\n")
            lines[-1] += _beside(layout.beside)
        lines += layout.below
        return "\n".join(_tidy(lines)) + "\n"

    def _block(self, group: Group, indent: int, path: Path) -> list[str]:
        found: list[str] = []
        entries = self._ordered(group, path) if group.mapping else group.entries
        apart = not group.mapping and self.spaced(path)
        for index, entry in enumerate(entries):
            name = entry.key.value if entry.key else index
            lines = self._entry(entry, indent, (*path, name))
            before = list(entry.before)
            if apart and index and "" not in before[:1]:
                before.insert(0, "")
            found += [_at(t, indent) for t in before]
            found += lines
        return found

    def _ordered(self, group: Group, path: Path) -> list[Entry]:
        keys = [e.key.value for e in group.entries if e.key]
        wanted = self.order(path, frozenset(keys))
        if not wanted:
            return list(group.entries)
        rank = {k: i for i, k in enumerate(wanted)}
        sorted_ = sorted(
            group.entries, key=lambda e: rank.get(e.key.value if e.key else "", len(rank))
        )
        if sorted_ != list(group.entries) and sorted_[0] != group.entries[0]:
            sorted_ = _keep_head(group.entries[0], sorted_)
        return sorted_

    def _entry(self, entry: Entry, indent: int, path: Path) -> list[str]:
        lead = " " * indent + (f"{_scalar(entry.key)}:" if entry.key else "-")
        node = entry.node
        beside = _beside(entry.beside)
        if isinstance(node, Group) and not node.flow:
            if entry.key is None:
                return self._dashed(node, indent, path)
            below = indent + 2 if node.mapping else indent
            return [lead + beside, *self._block(node, below, path)]
        said = self._inline(node, indent, path)
        if isinstance(node, Scalar) and node.style in ("|", ">"):
            first, *rest = said.split("\n")
            return [f"{lead} {first}{beside}", *rest]
        return f"{lead} {said}{beside}".rstrip().split("\n") if said else [lead + beside]

    def _dashed(self, node: Group, indent: int, path: Path) -> list[str]:
        """Return a list or mapping whose first line stands behind the dash."""
        first = node.entries[0]
        rest = replace(node, entries=(replace(first, before=()), *node.entries[1:]))
        lines = self._block(rest, indent + 2, path)
        above = [_at(t, indent) for t in first.before]
        return [*above, " " * indent + "- " + lines[0][indent + 2 :], *lines[1:]]

    def _inline(self, node: Node, indent: int, path: Path = ()) -> str:
        if isinstance(node, Scalar):
            if node.style in ("|", ">"):
                return _folded(node, indent + 2)
            return _scalar(node)
        if node.kept:
            return node.kept
        if not node.mapping:
            inner = [self._inline(e.node, indent, (*path, i)) for i, e in enumerate(node.entries)]
            return f"[{', '.join(inner)}]"
        entries = self._ordered(node, path)
        pairs = []
        for e in entries:
            assert e.key
            value = self._inline(e.node, indent, (*path, e.key.value))
            pairs.append(f"{_scalar(e.key)}: {value}" if value else f"{_scalar(e.key)}:")
        return "{" + ", ".join(pairs) + "}"


def _beside(comment: Comment | None) -> str:
    return " " * max(2, comment.gap) + comment.text if comment else ""


def _keep_head(first: Entry, entries: list[Entry]) -> list[Entry]:
    """Return entries with the lines that stood above the old first one above the new first one."""
    moved = [replace(e, before=()) if e is first else e for e in entries]
    moved[0] = replace(moved[0], before=(*first.before, *(t for t in moved[0].before if t)))
    return moved


def _scalar(scalar: Scalar) -> str:
    """Return a plain or quoted value on one line; single quotes become double ones."""
    if scalar.style == "'" and not set('"\\\n\t') & set(scalar.value):
        return f'"{scalar.value}"'
    if "\n" in scalar.raw:
        if scalar.style:
            escaped = scalar.value.replace("\\", "\\\\").replace('"', '\\"')
            return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'
        return scalar.value
    return scalar.raw


def _folded(scalar: Scalar, indent: int) -> str:
    """Return a block scalar with its lines at an indentation."""
    header, *lines = scalar.raw.rstrip("\n").split("\n")
    least = min((len(t) - len(t.lstrip(" ")) for t in lines if t.strip()), default=0)
    return "\n".join([header, *(" " * indent + t[least:] if t.strip() else "" for t in lines)])


def _at(text: str, indent: int) -> str:
    return " " * indent + text if text else ""


def _tidy(lines: list[str]) -> list[str]:
    """Return lines without spaces at their ends, and with single blank lines only between others."""
    found: list[str] = []
    for line in (t.rstrip() for t in lines):
        if line or (found and found[-1]):
            found.append(line)
    while found and not found[-1]:
        found.pop()
    return found
