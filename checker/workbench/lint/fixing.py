"""Putting right what can be put right without changing what is meant.

A fix changes text within one value. Nothing else of the file may move: after the change the file
is read again, and every other value and every comment must be what it was.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from checker.document.canonical import LossError, comments
from checker.document.document import Path as At
from checker.document.layout import read_layout
from checker.document.strict_yaml import parse
from checker.model.frozen import dataclass
from checker.workbench.lint.kinds import Edit


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file with its bytes before and after; count is the number of changes."""

    path: Path
    before: bytes
    after: bytes
    count: int


def fixed(edits: Iterable[Edit]) -> Iterator[Fixed]:
    """Yield every file that the edits change, sorted; nothing is written.

    Raises:
        LossError: another value or a comment would have changed; a fault of the program.
    """
    by_file: dict[str, list[Edit]] = defaultdict(list)
    for edit in dict.fromkeys(edits):
        by_file[edit.place.file].append(edit)
    for file in sorted(by_file):
        before = Path(file).read_bytes()
        after, count = _changed(before.decode(), by_file[file])
        if count:
            _assert_nothing_else(file, before, after.encode(), by_file[file])
            yield Fixed(Path(file), before, after.encode(), count)


def _changed(text: str, edits: list[Edit]) -> tuple[str, int]:
    layout = read_layout(text)
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    by_value: dict[int, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_value[starts[edit.place.line - 1] + edit.place.column - 1].append(edit)
    count = 0
    for offset in sorted(by_value, reverse=True):
        span = layout.scalar_at(offset)
        if span is None:
            continue
        raw = text[span[0] : span[1]]
        made = raw
        for edit in by_value[offset]:
            made = _applied(made, edit)
        if made != raw:
            count += sum(_applied(raw, e) != raw for e in by_value[offset])
            text = text[: span[0]] + made + text[span[1] :]
    return text, count


def _applied(raw: str, edit: Edit) -> str:
    if edit.old:
        return raw.replace(edit.old, edit.new)
    if raw[-1:] in "\"'":
        return raw[:-1] + edit.new + raw[-1]
    return raw.rstrip("\n") + edit.new + raw[len(raw.rstrip("\n")) :]


def _assert_nothing_else(file: str, before: bytes, after: bytes, edits: list[Edit]) -> None:
    old, new = parse(before, file), parse(after, file)
    marked = {(e.place.line, e.place.column) for e in edits}
    meant = {path for path, mark in old.marks.items() if mark in marked}
    left, right = dict(_leaves(old.data)), dict(_leaves(new.data))
    others = [p for p in left if p not in meant and left[p] != right.get(p)]
    texts = before.decode(), after.decode()
    then, now = (comments(text, read_layout(text)) for text in texts)
    if set(left) != set(right) or others or then != now:
        raise LossError(file)


def _leaves(node: object, path: At = ()) -> Iterator[tuple[At, object]]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _leaves(value, (*path, index))
    else:
        yield path, node
