"""Text from a submission, made fit for print: nothing invisible, nothing that steers the page.

Names may hold control characters, private-use characters (which look different on every machine,
and which PDF/A forbids), lone surrogates, characters without meaning, and marks that turn the
reading direction. The report shows each of them by its number, as 〔U+E000〕, so that a reader sees
that something stands there; result.json keeps the text as it was handed in.
"""

import re
import unicodedata
from functools import cache
from typing import Final

_SUSPECT: Final = re.compile(
    r"[^\t\n\x20-\x7e\u00a0\u00b0-\u00ff\u2010-\u2027\u2030-\u205e\u2190-\u23ff\u2460-\u27bf"
    r"\u3001-\u303f\u4e00-\u9fa5\uff01-\uff5e]"
)
"""All but the characters that nearly every text is made of; what matches is looked at closely."""

_BREAKS: Final = re.compile("\r\n|\n|\r")

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    """Return the text with every character that cannot be shown written as its number."""
    return _SUSPECT.sub(_shown, text)


def one_line(text: str) -> str:
    """Return the text as one line on a terminal, a line break in it as a sign.

    Nothing that was handed in can then look like a line of ours, or steer the terminal.
    """
    return visible(_BREAKS.sub("↵", text).replace("\t", " "))


def _shown(match: re.Match[str]) -> str:
    return _shown_character(match.group())


@cache
def _shown_character(character: str) -> str:
    hidden = unicodedata.category(character) in _HIDDEN
    return f"〔U+{ord(character):04X}〕" if hidden else character
