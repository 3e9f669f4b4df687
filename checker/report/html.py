"""One self-contained HTML document of a result, for the screen and, as it is, for print."""

from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import i18n

from checker import HOME
from checker.model.outcome import NEEDS_PEOPLE, Basis, Outcome
from checker.model.result import Result
from checker.model.words import translate
from checker.report import charts, words
from checker.report.filters import FILTERS, shown
from checker.report.gaps import (
    blanks,
    first_tables,
    next_tables,
    other_steps,
    reaches,
    tables_lead,
    unexplained,
)
from checker.report.outline import outline
from checker.report.view import is_later_confirmed, is_self, view

FOLDER: Final = HOME / "reports"
"""Templates, styles and the font configuration."""

_FILLS: Final = {
    Outcome.PASSED: "#3c7a52",
    Outcome.FAILED: "#9b2c2c",
    Outcome.CANT_TELL: "#8795a8",
    Outcome.UNTESTED: "#6a5c9e",
    Outcome.INAPPLICABLE: "#c3c9d1",
    Outcome.ERROR: "#000000",
}


def render(result: Result) -> str:
    """Return the report as one HTML document; equal results give equal text."""
    return _environment().get_template("templates/report.html.j2").render(_context(result))


# Private functions


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        bytecode_cache=_CompiledTemplates(str(FOLDER / "__pycache__"), "%s.cache"),
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[i18n],
    )
    environment.install_gettext_callables(translate, _plural, newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(FILTERS)
    environment.tests["needs_people"] = NEEDS_PEOPLE.__contains__
    return environment


class _CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates beside their sources, as Python keeps compiled modules: only if it can.

    A third of a second of each cold start goes into compiling otherwise.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the key of a template: its name, as all stand in one folder.

        The folder's own name may be one that no encoding has: in Chinese, under an ASCII locale.
        """
        del filename
        return super().get_cache_key(name)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


def _plural(one: str, many: str, number: int) -> str:  # noqa: ARG001 - Chinese has one form
    return translate(one)


def _context(result: Result) -> dict[str, Any]:
    derived, gaps, steps = view(result), next_tables(result), other_steps(result)
    first = first_tables(result, gaps)
    return {
        "r": result,
        "v": derived,
        "title": words.report_title(result.standard.title, result.kind),
        "is_self": is_self(result),
        "sections": outline(result),
        "gaps": gaps,
        "first_gaps": first,
        "tables_lead": tables_lead(first, steps),
        "reaches": reaches(result, gaps),
        "steps": steps,
        "unexplained": unexplained(result),
        "blanks": blanks(result),
        "later": [f for f in result.findings if is_later_confirmed(f)],
        "scale": charts.scale(result.points, result.scheme),
        "radar": charts.radar([block.chapter for block in derived.evaluated]),
        "bar_of": charts.bar,
        "fills": _FILLS,
        "basis_meaning": {
            basis: words.basis_meaning(basis, result.standard.words.seed) for basis in Basis
        },
        "nl": "\n",
        "words": words,
        "own": result.standard.words,
        "tables": count(1).__next__,
        "figures": count(1).__next__,
    }
