"""Strict YAML: nothing guessed, nothing lost, every node with its line and column.

What differs from PyYAML's safe loader: duplicate keys, anchors, aliases, tags and merge keys are
refused; only true, false, null and plain whole numbers are resolved, everything else is text, so
that 0.95 stays exact, 6.10 stays a number of a chapter and 2025-01-01 becomes a date only where a
schema says so.

It reads the parser's events, never its composed nodes: libyaml composes by recursion in C, and
some hundred kilobytes of "[" would end the process.
"""

import re
from collections.abc import Iterator
from typing import Final, NoReturn

import yaml

from checker.document import words
from checker.document.document import Document, Path
from checker.document.text import decode, problem, within
from checker.model.frozen import dataclass
from checker.model.problem import Place, Problem, Rejected

__all__ = [
    "DEPTH_LIMIT", "NODE_LIMIT", "SIZE_LIMIT", "Document", "Path", "Survey", "decode", "parse",
    "survey",
]  # fmt: skip

SIZE_LIMIT: Final = 20 * 2**20
"""Most bytes of one YAML file."""

DEPTH_LIMIT: Final = 40
"""Deepest nesting of mappings and lists."""

NODE_LIMIT: Final = 500_000
"""Most values of one file; whoever has more has tables, and those go into CSV files."""

FAULT_LIMIT: Final = 1_000
"""Most faults of one file; reading ends there."""

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORDS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}
_LONGEST_WHOLE: Final = 18
_CONTROL: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parse(data: bytes, file: str, *, size_limit: int = SIZE_LIMIT) -> Document:
    """Return the document that the bytes of a file hold.

    Raises:
        Rejected: the file is too large, no UTF-8, no YAML, or uses what strict YAML refuses;
            carries every such fault that can be told.
    """
    found = survey(data, file, size_limit=size_limit)
    if found.document is None or found.problems:
        raise Rejected(list(found.problems))
    return found.document


@dataclass(frozen=True, slots=True)
class Survey:
    """What can be read of a YAML file in spite of its faults.

    Attributes:
        document: without what strict YAML refuses; None if the file cannot be read to its end.
        problems: every fault that can be told.
        gaps: paths of the mappings that lack a key because it was refused.
        refused: paths of the values that were refused; None stands there.
    """

    document: Document | None
    problems: tuple[Problem, ...]
    gaps: frozenset[Path] = frozenset()
    refused: frozenset[Path] = frozenset()


def survey(data: bytes, file: str, *, size_limit: int = SIZE_LIMIT) -> Survey:
    """Return what the bytes of a file hold, and what is wrong with them."""
    try:
        text = decode(data, file, size_limit=size_limit)
    except Rejected as rejected:
        return Survey(None, rejected.problems)
    builder = _Builder(file, yaml.parse(text, Loader=Loader))
    try:
        built = builder.stream()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, *within(text, mark.line + 1, mark.column + 1)) if mark else Place(file)
        broken = problem(place, "broken_yaml", words.broken_yaml(error.problem or ""))
        return Survey(None, (*builder.problems, broken))
    except yaml.YAMLError as error:
        broken = problem(_control(text, file), "broken_yaml", words.broken_yaml(str(error)))
        return Survey(None, (*builder.problems, broken))
    except _Stop:
        return Survey(None, tuple(builder.problems))
    document = Document(file, built, builder.marks, builder.key_marks)
    gaps, refused = frozenset(builder.gaps), frozenset(builder.refused)
    return Survey(document, tuple(builder.problems), gaps, refused)


class _Stop(Exception):  # noqa: N818 - the problem that ends reading is among the others
    """Reading cannot go on."""


class _Builder:
    """Turns the events of a stream into plain data; gathers marks and problems on the way."""

    def __init__(self, file: str, events: Iterator[yaml.Event]) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.marks: dict[Path, tuple[int, int]] = {}
        self.key_marks: dict[Path, tuple[int, int]] = {}
        self.gaps: set[Path] = set()
        self.refused: set[Path] = set()
        self._events = events
        self._nodes = 0

    def stream(self) -> object:
        """Return the data of the one document; None if there is none."""
        built: object = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._stop(event, "not_plain", words.not_plain("documents"))
                built = self._node(next(self._events), ())
        if built is None:  # the parser puts what is not there behind the last line
            self.marks[()] = (1, 1)
        return built

    def _node(self, event: yaml.Event, path: Path) -> object:
        self.marks[path] = _mark(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "alias")
            self.refused.add(path)
            return None
        self._check_properties(event)
        self._count(event)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if len(path) >= DEPTH_LIMIT:
            self._stop(event, "not_plain", words.not_plain("depth"))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._mapping(path)

    def _list(self, path: Path) -> list[object]:
        built: list[object] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            built.append(self._node(event, (*path, len(built))))
        return built

    def _mapping(self, path: Path) -> dict[str, object]:
        built: dict[str, object] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            if key is None:
                self.gaps.add(path)
                self._skip(next(self._events))
            elif key in built:
                said = words.duplicate_key(key, self.key_marks[(*path, key)][0])
                self._report(event, "duplicate_key", said)
                self._skip(next(self._events))
            else:
                self.key_marks[(*path, key)] = _mark(event)
                built[key] = self._node(next(self._events), (*path, key))
        return built

    def _key(self, event: yaml.Event) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "key")
            self._skip(event)
            return None
        self._check_properties(event)
        if event.value == "<<" and not event.style:
            self._refuse(event, "merge")
            return None
        return str(event.value)

    def _skip(self, event: yaml.Event) -> None:
        """Read past a node that has been refused already."""
        depth = _step(event)
        while depth > 0:
            event = next(self._events)
            depth += _step(event)
            self._count(event)
            if depth > DEPTH_LIMIT:
                self._stop(event, "not_plain", words.not_plain("depth"))

    def _check_properties(self, event: yaml.Event) -> None:
        for what in ("anchor", "tag"):
            if getattr(event, what, None) is not None:
                self._refuse(event, what)

    def _refuse(self, event: yaml.Event, what: str) -> None:
        self._report(event, "not_plain", words.not_plain(what))

    def _report(self, event: yaml.Event, code: str, said: tuple[str, str]) -> None:
        self.problems.append(problem(self._place(event), code, said))
        if len(self.problems) >= FAULT_LIMIT:
            self._stop(event, "too_many_faults", words.too_many_faults(FAULT_LIMIT))

    def _count(self, event: yaml.Event) -> None:
        self._nodes += 1
        if self._nodes > NODE_LIMIT:
            self._stop(event, "too_large", words.too_many_nodes(NODE_LIMIT))

    def _stop(self, event: yaml.Event, code: str, said: tuple[str, str]) -> NoReturn:
        self.problems.append(problem(self._place(event), code, said))
        raise _Stop

    def _place(self, event: yaml.Event) -> Place:
        return Place(self.file, *_mark(event))


def _mark(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def _control(text: str, file: str) -> Place:
    """Return the place of the first character that no YAML may hold."""
    match = _CONTROL.search(text)
    if not match:
        return Place(file)
    start = match.start()
    return Place(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def _step(event: yaml.Event) -> int:
    """Return by how much an event changes the nesting."""
    if isinstance(event, yaml.CollectionStartEvent):
        return 1
    return -1 if isinstance(event, yaml.CollectionEndEvent) else 0


def _scalar(event: yaml.ScalarEvent) -> object:
    text: str = event.value
    if event.style:  # quoted, literal or folded: text whatever it looks like
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _is_plain_whole(text) else text


def _is_plain_whole(text: str) -> bool:
    digits = text[1:] if text[:1] == "-" else text
    if not digits.isascii() or not digits.isdigit() or len(digits) > _LONGEST_WHOLE:
        return False
    return digits == "0" or digits[0] != "0"
