"""Which words of two texts differ. difflib of the standard library, over words and characters."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, Literal

from checker.model.frozen import dataclass

_TOKEN: Final = re.compile(r"[A-Za-z0-9_$.%\-]+|\s+|.", re.DOTALL)
"""A number, an English word, a space; of Chinese, one character."""

_LEAST_KEPT: Final = 2
"""A shorter run of equal tokens between two differences reads better as part of them."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: the same in both, or only in the old or the new one."""

    kind: Literal["same", "old", "new"]
    text: str


def marked(old: str, new: str) -> tuple[Span, ...]:
    """Return both texts in one sequence; without "new" spans it is the old text, and vice versa."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    spans: list[Span] = []
    gone: list[str] = []
    come: list[str] = []
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (tag, i1, i2, j1, j2) in enumerate(codes):
        inner = 0 < number < len(codes) - 1
        if tag == "equal" and not (inner and i2 - i1 < _LEAST_KEPT):
            _flush(gone, come, spans)
            spans.append(Span("same", "".join(before[i1:i2])))
        else:
            gone += before[i1:i2]
            come += after[j1:j2]
    _flush(gone, come, spans)
    return tuple(spans)


def side(spans: Sequence[Span], which: Literal["old", "new"]) -> tuple[Span, ...]:
    """Return the spans of one text alone."""
    return tuple(s for s in spans if s.kind in ("same", which))


def similarity(old: str, new: str) -> float:
    """Return how alike two texts are, 0 to 1."""
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _flush(gone: list[str], come: list[str], spans: list[Span]) -> None:
    if gone:
        spans.append(Span("old", "".join(gone)))
    if come:
        spans.append(Span("new", "".join(come)))
    gone.clear()
    come.clear()
