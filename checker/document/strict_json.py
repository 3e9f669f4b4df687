"""Strict JSON: duplicate keys and NaN refused, decimals kept as text, places found on demand.

JSON is not handed to the YAML loader: that would let through what no JSON is, stumble over the
escapes of JSON (surrogate pairs) and take fifteen times as long. The standard decoder gives no
places; a second walk over the text finds them, and only when somebody asks for the first one.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

from checker.document import words
from checker.document.document import Document, Path
from checker.document.text import decode, problem, rejected, within
from checker.model.problem import Place, Problem, Rejected

SIZE_LIMIT: Final = 20 * 2**20
"""Most bytes of one JSON file."""

DEPTH_LIMIT: Final = 40
"""Deepest nesting of objects and lists."""

COMMA_LIMIT: Final = 2_000_000
"""Most commas of one file, which is close to its number of values."""

FAULT_LIMIT: Final = 1_000
"""Most faults of one file that are told."""

_LONGEST_WHOLE: Final = 18
_PARTS: Final = r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+'


def parse(data: bytes, file: str, *, size_limit: int = SIZE_LIMIT) -> Document:
    """Return the document that the bytes of a file hold.

    Raises:
        Rejected: the file is too large, no UTF-8, no JSON, or holds a key twice or NaN.
    """
    text = decode(data, file, size_limit=size_limit)
    if text.count(",") > COMMA_LIMIT:
        raise rejected(Place(file), "too_large", words.too_many_nodes(COMMA_LIMIT))
    watch = _Watch()
    try:
        built = json.loads(
            text,
            object_pairs_hook=watch.mapping,
            parse_int=_whole,
            parse_float=str,
            parse_constant=watch.constant,
        )
    except json.JSONDecodeError as error:
        place = Place(file, *within(text, error.lineno, error.colno))
        raise rejected(place, "broken_json", words.broken_json(error.msg)) from None
    except RecursionError:
        raise rejected(_too_deep(text, file), "not_plain", words.not_plain("depth")) from None
    if _deeper_than(built, DEPTH_LIMIT):
        raise rejected(_too_deep(text, file), "not_plain", words.not_plain("depth"))
    walk = _Walk(text)
    if watch.fault:
        raise Rejected(list(islice(_faults(walk, file), FAULT_LIMIT)))
    return Document(file, built, _Marks(walk, keys=False), _Marks(walk, keys=True))


class _Watch:
    """Notes while decoding that there is something to refuse; where, the walk will tell."""

    def __init__(self) -> None:
        self.fault = False

    def mapping(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        built = dict(pairs)
        if len(built) != len(pairs):
            self.fault = True
        return built

    def constant(self, name: str) -> str:
        self.fault = True
        return name


def _too_deep(text: str, file: str) -> Place:
    """Return where the first value opens that lies too deep."""
    depth = 0
    for token in re.finditer(_PARTS, text, re.DOTALL):
        depth += (token[0] in ("[", "{")) - (token[0] in ("]", "}"))
        if depth > DEPTH_LIMIT + 1:
            start = token.start()
            line = text.count("\n", 0, start) + 1
            return Place(file, line, start - text.rfind("\n", 0, start))
    return Place(file)


def _deeper_than(built: object, limit: int) -> bool:
    level = [built]
    for _ in range(limit + 1):
        level = [inner for node in level for inner in _members(node) if type(inner) in (dict, list)]
        if not level:
            return False
    return True


def _members(node: object) -> Iterable[object]:
    if isinstance(node, dict):
        return node.values()
    return node if isinstance(node, list) else ()


def _whole(text: str) -> int | str:
    return int(text) if len(text.lstrip("-")) <= _LONGEST_WHOLE else text


class _Walk:
    """Walks over text that is known to be JSON and finds where everything stands.

    Attributes:
        values, keys: offset of every value and every key, by path.
        repeated: offset and text of a key that its mapping holds already, with the first offset.
        constants: offset and text of what is no number.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[int] = []
        self.values: dict[Path, int] = {}
        self.keys: dict[Path, int] = {}
        self.repeated: list[tuple[int, str, int]] = []
        self.constants: list[tuple[int, str]] = []

    def walk(self) -> "_Walk":
        """Do the walk, once."""
        if not self.values:
            self._lines = [match.start() for match in re.finditer("\n", self._text)]
            tokens = re.finditer(_PARTS, self._text, re.DOTALL)
            self._value((), next(tokens), tokens)
        return self

    def mark(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, from 1."""
        line = bisect_left(self._lines, offset)
        return line + 1, offset - (self._lines[line - 1] if line else -1)

    def _value(self, path: Path, match: re.Match[str], tokens: Iterator[re.Match[str]]) -> None:
        sign = match[0]
        self.values[path] = match.start()
        if sign == "{":
            self._mapping(path, tokens)
        elif sign == "[":
            self._list(path, tokens)
        elif sign.lstrip("-") in ("NaN", "Infinity"):
            self.constants.append((match.start(), sign))

    def _mapping(self, path: Path, tokens: Iterator[re.Match[str]]) -> None:
        for match in tokens:
            if match[0] == "}":
                return
            if match[0] == ",":
                continue
            key = json.loads(match[0]) if "\\" in match[0] else match[0][1:-1]
            inner = (*path, key)
            if inner in self.keys:
                self.repeated.append((match.start(), key, self.keys[inner]))
            self.keys.setdefault(inner, match.start())
            next(tokens)  # the colon
            self._value(inner, next(tokens), tokens)

    def _list(self, path: Path, tokens: Iterator[re.Match[str]]) -> None:
        index = 0
        for match in tokens:
            if match[0] == "]":
                return
            if match[0] != ",":
                self._value((*path, index), match, tokens)
                index += 1


class _Marks(Mapping[Path, tuple[int, int]]):
    """Line and column by path; the text is walked over when the first one is asked for."""

    def __init__(self, walk: _Walk, *, keys: bool) -> None:
        self._walk = walk
        self._keys = keys

    def __getitem__(self, path: Path) -> tuple[int, int]:
        return self._walk.mark(self._offsets()[path])

    def __iter__(self) -> Iterator[Path]:
        return iter(self._offsets())

    def __len__(self) -> int:
        return len(self._offsets())

    def _offsets(self) -> dict[Path, int]:
        walk = self._walk.walk()
        return walk.keys if self._keys else walk.values


def _faults(walk: _Walk, file: str) -> Iterator[Problem]:
    walk.walk()
    for offset, key, first in walk.repeated:
        said = words.duplicate_key(key, walk.mark(first)[0])
        yield problem(Place(file, *walk.mark(offset)), "duplicate_key", said)
    for offset, text in walk.constants:
        yield problem(Place(file, *walk.mark(offset)), "no_number", words.no_number(text))
