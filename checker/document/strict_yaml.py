"""Strict YAML: nothing guessed, nothing lost, every node with its line and column.

What differs from PyYAML's safe loader: duplicate keys, anchors, aliases, tags and merge keys are
refused; only true, false, null and plain whole numbers are resolved, everything else is text, so
that 0.95 stays exact, 6.10 stays a number of a chapter and 2025-01-01 becomes a date only where a
schema says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from checker.document import words
from checker.model.problem import Place, Problem, Rejected

SIZE_LIMIT: Final = 20 * 2**20
"""Most bytes of one YAML file."""

DEPTH_LIMIT: Final = 40
"""Deepest nesting of mappings and lists."""

Path = tuple[str | int, ...]
"""Keys and list positions that lead to a node."""

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORDS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as plain data, with the place of every node.

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


def parse(data: bytes, file: str, *, size_limit: int = SIZE_LIMIT) -> Document:
    """Return the document that the bytes of a file hold.

    Raises:
        Rejected: the file is too large, no UTF-8, no YAML, or uses what strict YAML refuses;
            carries every such fault that can be told.
    """
    text = decode(data, file, size_limit=size_limit)
    try:
        nodes = list(yaml.compose_all(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        raise _rejected(place, "broken_yaml", words.broken_yaml(error.problem or "")) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise _rejected(Place(file), "broken_yaml", words.broken_yaml(str(error))) from None
    if len(nodes) > 1:
        raise _rejected(_place(nodes[1], file), "not_plain", words.not_plain("documents"))
    builder = _Builder(file)
    built = builder.build(nodes[0], (), 0) if nodes else None
    if builder.problems:
        raise Rejected(builder.problems)
    return Document(file, built, builder.marks, builder.key_marks)


def decode(data: bytes, file: str, *, size_limit: int) -> str:
    """Return the UTF-8 text of a file; a byte order mark is dropped.

    Raises:
        Rejected: it is larger than the limit (bytes), or no UTF-8.
    """
    if len(data) > size_limit:
        raise _rejected(Place(file), "too_large", words.too_large(len(data), size_limit))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _rejected(
            Place(file, line), "not_utf8", words.not_utf8(line, _likely_encoding(data))
        ) from None


def _likely_encoding(data: bytes) -> str:
    for name, shown in (("gb18030", "GBK"), ("utf-16", "UTF-16")):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if name != "utf-16" or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return shown if text else ""
    return ""


def _rejected(place: Place, code: str, said: tuple[str, str]) -> Rejected:
    return Rejected([Problem(place, code, said[0], advice=said[1])])


def _place(node: yaml.Node, file: str) -> Place:
    return Place(file, node.start_mark.line + 1, node.start_mark.column + 1)


class _Builder:
    """Turns composed nodes into plain data and gathers marks and problems on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.marks: dict[Path, tuple[int, int]] = {}
        self.key_marks: dict[Path, tuple[int, int]] = {}
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, path: Path, depth: int) -> Any:
        mark = node.start_mark
        self.marks[path] = (mark.line + 1, mark.column + 1)
        if id(node) in self._seen:  # an alias hands the same node out again
            return self._refuse(node, "alias")
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if depth > DEPTH_LIMIT:
            return self._refuse(node, "depth")
        self._check_tag(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(n, (*path, i), depth + 1) for i, n in enumerate(node.value)]
        return dict(self._pairs(node, path, depth))

    def _pairs(
        self, node: yaml.MappingNode, path: Path, depth: int
    ) -> Iterator[tuple[str, Any]]:
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key is None:
                continue
            if key in first:
                said = words.duplicate_key(key, first[key])
                self._report(key_node, "duplicate_key", said)
                continue
            line = key_node.start_mark.line + 1
            first[key] = line
            self.key_marks[(*path, key)] = (line, key_node.start_mark.column + 1)
            yield key, self.build(value_node, (*path, key), depth + 1)

    def _key(self, node: yaml.Node) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            self._refuse(node, "key")
            return None
        if node.value == "<<" and not node.style:
            self._refuse(node, "merge")
            return None
        return str(node.value)

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        self._check_tag(node)
        text: str = node.value
        if node.style:  # quoted, literal or folded: text whatever it looks like
            return text
        if text in _WORDS:
            return _WORDS[text]
        return int(text) if _is_plain_whole(text) else text

    def _check_tag(self, node: yaml.Node) -> None:
        # libyaml gives resolved tags of the core schema; anything else was written by hand
        if not str(node.tag).startswith("tag:yaml.org,2002:"):
            self._refuse(node, "tag")

    def _refuse(self, node: yaml.Node, what: str) -> None:
        self._report(node, "not_plain", words.not_plain(what))

    def _report(self, node: yaml.Node, code: str, said: tuple[str, str]) -> None:
        self.problems.append(Problem(_place(node, self.file), code, said[0], advice=said[1]))


def _is_plain_whole(text: str) -> bool:
    digits = text[1:] if text[:1] == "-" else text
    return digits.isascii() and digits.isdigit() and (digits == "0" or digits[0] != "0")
