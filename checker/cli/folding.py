"""Lines of Chinese folded for the terminal: no line begins with a closing mark.

Terminals and the library that writes to them break Chinese after any character. Print does not
(GB/T 15834-2011, 5.1: points and closing brackets do not stand at the beginning of a
line, opening ones not at its end), and neither should a summary that people read out.
"""

import re
from typing import Final

from rich.cells import cell_len

_PIECE: Final = re.compile(
    r" *[（《〈「『“‘【〔]*(?:[\x21-\x7e]+|[^\x00-\x20])[。，、；：？！）》〉」』”’】〕…～]*|\s+"
)
"""What stays together: a word or one character, with its opening and closing marks."""


def folded(text: str, width: int) -> str:
    """Return a text with line breaks, no line wider than `width` columns of the terminal.

    A piece that is wider by itself is left to the terminal.
    """
    return "\n".join(line for given in text.split("\n") for line in _lines(given, width))


def _lines(text: str, width: int) -> list[str]:
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and cell_len(lines[-1] + piece) > width:
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return lines
