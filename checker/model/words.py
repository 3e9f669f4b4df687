"""The one door to translations: gettext, with Chinese as the source language.

No locale of the machine is ever asked: the same inputs must give the same bytes everywhere. A
caller that wants another language installs it explicitly.
"""

from collections.abc import Callable

_translation: Callable[[str], str] | None = None


def translate(text: str) -> str:
    """Return the text in the language in use; Chinese, as written, unless one was installed."""
    return _translation(text) if _translation else text


def install(translation: Callable[[str], str] | None) -> None:
    """Use a gettext function from now on; None restores Chinese."""
    global _translation  # noqa: PLW0603 - one process speaks one language, chosen at the door
    _translation = translation
