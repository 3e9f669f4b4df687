"""The fonts of the PDF: only those that reports/fonts.conf names, checked before any page is laid."""

import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from checker.report import words
from checker.report.html import FOLDER

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

FAMILIES: Final = ("Noto Serif CJK SC", "Noto Sans CJK SC")
_VARIABLE: Final = "FONTCONFIG_FILE"


class CannotPrint(Exception):  # noqa: N818 - says what the machine lacks, not what went wrong here
    """A PDF that would not show what it must; nothing is written."""


class MissingLibraries(CannotPrint):
    """Pango or a library that it needs is not installed."""


class MissingFonts(CannotPrint):
    """A family of the report is not installed; text would come out as empty boxes."""

    def __init__(self, families: Iterable[str]) -> None:
        """Keep the families that are missing."""
        self.families = tuple(families)
        super().__init__(words.missing_fonts(self.families))


class MissingGlyphs(CannotPrint):
    """No installed font has some character of the text."""

    def __init__(self, characters: Iterable[str]) -> None:
        """Keep the characters, in order of their numbers."""
        self.characters = tuple(sorted(set(characters)))
        super().__init__(words.missing_glyphs(self.characters))


def font_configuration() -> "FontConfiguration":
    """Return a configuration of exactly our fonts.

    Raises:
        MissingLibraries: pango cannot be loaded.
        MissingFonts: a family is not installed.
    """
    with _our_fonts(), _libraries_by_name():
        try:
            from weasyprint.text.fonts import FontConfiguration
        except OSError as error:
            raise MissingLibraries(words.missing_libraries(str(error).splitlines()[0])) from error
        configuration = FontConfiguration()
    lacking = [family for family in FAMILIES if family not in _installed(configuration)]
    if lacking:
        raise MissingFonts(lacking)
    return configuration


# Private functions


@contextmanager
def _our_fonts() -> Iterator[None]:
    """Let fontconfig read our file while it is asked for fonts; callers hold the lock of pdf.py."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(FOLDER / "fonts.conf")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that no fonts were found is said by MissingFonts
            yield
    finally:
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Keep the loader of C libraries from searching for them with the tools of a compiler.

    WeasyPrint asks for each library by the names of all systems in turn. For every name without a
    dot that is tried first, ctypes starts ldconfig, gcc and ld: fifty processes, half a second of
    every cold start. On Linux each library has a name that the dynamic loader knows at once
    ("libpango-1.0.so.0"), so nothing needs to be searched for.
    """
    if sys.platform != "linux":
        yield
        return
    from ctypes import util

    search = util.find_library
    util.find_library = _not_searched
    try:
        yield
    finally:
        util.find_library = search


def _installed(configuration: "FontConfiguration") -> set[str]:
    """Return the families that the configuration found."""
    from weasyprint.text.ffi import ffi, fontconfig

    found = fontconfig.FcConfigGetFonts(configuration._config, fontconfig.FcSetSystem)  # noqa: SLF001 - no public way to ask
    text = ffi.new("FcChar8 **")
    families = set()
    for number in range(found.nfont):
        place = 0
        while not fontconfig.FcPatternGetString(found.fonts[number], b"family", place, text):
            families.add(ffi.string(text[0]).decode())
            place += 1
    return families


def _not_searched(name: str) -> str | None:
    del name
    return None
