"""Characters that a file may hold and XML 1.0 may not."""

import re
from typing import Final

FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Return the text with U+FFFD in the place of every character that XML 1.0 refuses."""
    return FORBIDDEN.sub("\ufffd", text)
