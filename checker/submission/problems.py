"""Gathers the problems of one submission; nothing here stops reading."""

import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

from checker.model.problem import Place, Problem, Rejected
from checker.submission import words

PROBLEM_LIMIT: Final = 20_000
"""Most problems that are kept; the others are counted."""

_SHOWN_LENGTH: Final = 40
_SHOWN_ITEMS: Final = 4
_LIKENESS: Final = 0.6
_LIKENESS_OF_SHORT: Final = 0.5  # one character of two
_LIKENESS_OF_KEYS: Final = 0.75
_SHORT: Final = 4
_MOST_CANDIDATES: Final = 500
_MOST_GUESSES: Final = 100


class Report:
    """The problems found so far.

    Attributes:
        problems: in the order in which they were found, as many as are kept.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._left_out = 0
        self._guesses_left = _MOST_GUESSES

    @property
    def full(self) -> bool:
        """Whether further problems are only counted."""
        return len(self.problems) >= PROBLEM_LIMIT

    def rejected(self) -> Rejected:
        """Return the refusal that carries every problem, and the number of those not kept."""
        if self._left_out:
            said = words.say("more_problems", {"number": self._left_out})
            place = Place(self.problems[-1].place.file)
            last = Problem(place, "more_problems", said.message, advice=said.advice)
            return Rejected([*self.problems, last])
        return Rejected(self.problems)

    def add(self, code: str, place: Place, found: object = None, **facts: object) -> None:
        """Add one problem; `facts` fill the holes of its sentences."""
        if self.full:
            self.leave_out()
            return
        said = words.say(code, facts)
        show = "" if found is None else shown(found)
        self.problems.append(Problem(place, code, said.message, show, said.wanted, said.advice))

    def leave_out(self) -> None:
        """Count one problem that is not kept."""
        self._left_out += 1

    def include(self, problems: Iterable[Problem]) -> None:
        """Add problems that another reader found."""
        self.problems.extend(problems)

    def nearest(self, text: object, known: Collection[str]) -> str:
        """Return the known name that is most like a text; "" if none is, or after many guesses."""
        short = len(str(text)) <= _SHORT
        return self._nearest(text, known, _LIKENESS_OF_SHORT if short else _LIKENESS)

    def nearest_key(self, text: object, known: Collection[str]) -> str:
        """Return the known key that is most like a text, as `nearest`; keys are all alike."""
        return self._nearest(text, known, _LIKENESS_OF_KEYS)

    def _nearest(self, text: object, known: Collection[str], likeness: float) -> str:
        if self._guesses_left <= 0:
            return ""
        self._guesses_left -= 1
        return _nearest(str(text), known, likeness)


def shown(raw: object) -> str:
    """Return what stands in a file, short and without characters that could not be seen."""
    if isinstance(raw, list):
        rest = "…" if len(raw) > _SHOWN_ITEMS else ""
        return words.listed(tuple(shown(item) for item in raw[:_SHOWN_ITEMS])) + rest
    if isinstance(raw, dict):
        return "{…}"
    if isinstance(raw, bool):
        return "true" if raw else "false"
    text = str(raw)
    cut = text[:_SHOWN_LENGTH] + ("…" if len(text) > _SHOWN_LENGTH else "")
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in cut)


def _nearest(text: str, known: Collection[str], likeness: float) -> str:
    wanted = _folded(text[:_SHOWN_LENGTH])
    slack = max(2, len(wanted) // 2)
    alike = [name for name in known if abs(len(name) - len(wanted)) <= slack][:_MOST_CANDIDATES]
    by_fold = {_folded(name): name for name in reversed(alike)}
    if wanted in by_fold:
        return by_fold[wanted]
    from difflib import get_close_matches  # only a faulty submission pays for it

    close = get_close_matches(wanted, by_fold, 1, likeness)
    return by_fold[close[0]] if close else ""


def _folded(text: str) -> str:
    kept = (c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
    return "".join(kept)
