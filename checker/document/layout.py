"""How a YAML file is written, not what it says: nodes with their raw text, comments, blank lines.

For those who rewrite files without losing a word: the formatter, and fixes of single values.
"""

import re
from bisect import bisect_right
from typing import Final

import yaml

from checker.document.strict_yaml import Loader
from checker.model.frozen import dataclass

Span = tuple[int, int]
"""First character and the one after the last, counted from 0."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment behind something on its line; gap is the number of spaces before it."""

    gap: int
    text: str


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it is written; style is that of the parser: "", '"', "'", "|" or ">"."""

    raw: str
    style: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A member of a list (key is None) or of a mapping.

    Attributes:
        before: the lines above it since whatever came before: blank ones and comments, stripped.
        beside: the comment on the line of the key (or of the whole member, if that is one line).
    """

    key: Scalar | None
    node: "Node"
    before: tuple[str, ...]
    beside: Comment | None


@dataclass(frozen=True, slots=True)
class Group:
    """A list or a mapping.

    Attributes:
        flow: whether it stands in brackets.
        kept: its raw text where it has comments inside brackets, which nobody rearranges; else "".
    """

    entries: tuple[Entry, ...]
    mapping: bool
    flow: bool
    span: Span
    kept: str = ""


Node = Scalar | Group


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole file.

    Attributes:
        root: the value; None where there is none.
        beside: the comment beside a value that is not in block form.
        head, below: the lines before the first and after the last one.
    """

    root: Node | None
    beside: Comment | None
    head: tuple[str, ...]
    below: tuple[str, ...]
    scalars: tuple[Span, ...]

    def scalar_at(self, offset: int) -> Span | None:
        """Return the span of the value that begins at a character."""
        index = bisect_right(self.scalars, (offset, 1 << 60)) - 1
        return self.scalars[index] if index >= 0 and self.scalars[index][0] == offset else None


_HASH: Final = re.compile("(?:^|(?<=[ \t]))#", re.MULTILINE)


def read_layout(text: str) -> Layout:
    """Return how a text is written; it must be lawful YAML, one document without anchors or tags."""
    return _Reader(text).layout()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        events = [
            e
            for e in yaml.parse(text, Loader=Loader)
            if isinstance(e, yaml.NodeEvent | yaml.CollectionEndEvent)
        ]
        self.scalars = tuple(_span(e) for e in events if isinstance(e, yaml.ScalarEvent))
        self.comments: dict[int, int] = {}
        for match in _HASH.finditer(text):
            if not self._in_scalar(match.start()):  # the first of a line begins its comment
                self.comments.setdefault(self._line(match.start()), match.start())
        self.events = iter(events)
        self.last = -1  # the line on which what came before ends

    def layout(self) -> Layout:
        first = next(self.events, None)
        if first is None:
            return Layout(None, None, self._between(len(self.lines)), (), ())
        begin = self._line(_span(first)[0])
        head = () if isinstance(first, yaml.CollectionStartEvent) else self._between(begin)
        root = self._node(first)
        block = isinstance(root, Group) and not root.flow
        beside = None if block else self._comment(self.last)
        return Layout(root, beside, head, self._between(len(self.lines)), self.scalars)

    def _node(self, event: yaml.Event) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            begin, end = _span(event)
            raw = self.text[begin:end]
            if event.style in ("|", ">"):
                raw = raw.rstrip("\n") + "\n"
                end = begin + len(raw)
            self.last = self._line(max(begin, end - 1)) if raw else self.last
            return Scalar(raw, event.style or "", event.value, (begin, end))
        return self._group(event)

    def _group(self, event: yaml.Event) -> Group:
        assert isinstance(event, yaml.CollectionStartEvent)
        begin, flow = _span(event)[0], bool(event.flow_style)
        mapping = isinstance(event, yaml.MappingStartEvent)
        entries = []
        while not isinstance(one := next(self.events), yaml.CollectionEndEvent):
            entries.append(self._entry(one, mapping=mapping, flow=flow))
        end = _span(one)[1] if flow else begin
        if flow:
            self.last = self._line(end - 1)
        first_line, last_line = self._line(begin), self._line(max(begin, end - 1))
        inside = flow and any(n in self.comments for n in range(first_line, last_line))
        kept = self.text[begin:end] if inside else ""
        return Group(tuple(entries), mapping, flow, (begin, end), kept)

    def _entry(self, event: yaml.Event, *, mapping: bool, flow: bool) -> Entry:
        begin = _span(event)[0]
        line = self._line(begin)
        before = () if flow else self._between(line)
        key = None
        if mapping:
            read = self._node(event)
            assert isinstance(read, Scalar)
            key, event = read, next(self.events)
        node = self._node(event)
        if flow:
            return Entry(key, node, (), None)
        where = line
        if (isinstance(node, Scalar) and node.style not in ("|", ">") and node.raw) or (
            isinstance(node, Group) and node.flow
        ):
            where = self._line(node.span[1] - 1)
        elif isinstance(node, Group) and key is None:
            return Entry(key, node, before, None)  # its first member has the comment of the line
        return Entry(key, node, before, self._comment(where))

    def _comment(self, line: int) -> Comment | None:
        start = self.comments.get(line)
        if start is None or not self.lines[line][: start - self.starts[line]].strip():
            return None
        ahead = self.text[self.starts[line] : start]
        return Comment(
            len(ahead) - len(ahead.rstrip()), self.lines[line][start - self.starts[line] :].rstrip()
        )

    def _between(self, line: int) -> tuple[str, ...]:
        """Return the lines from the end of what came before up to a line, without both."""
        found = tuple(self.lines[n].strip() for n in range(self.last + 1, line))
        self.last = max(self.last, line - 1)
        return tuple("" if t in ("---", "...") else t for t in found)

    def _line(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def _in_scalar(self, offset: int) -> bool:
        index = bisect_right(self.scalars, (offset, 1 << 60)) - 1
        return index >= 0 and self.scalars[index][0] <= offset < self.scalars[index][1]


def _span(event: yaml.Event) -> Span:
    begin, end = event.start_mark, event.end_mark
    assert begin
    assert end
    return begin.index, end.index
