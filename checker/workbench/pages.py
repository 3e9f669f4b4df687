"""HTML pages of the workbench: the one environment that renders them. Templates: reports/workbench.

A page extends `base.html.j2` and takes its pieces from `macros.html.j2`. A page of one file hands
over `style=style_sheet()`, which is then written into it; a page of several links to style.css.
"""

from functools import cache
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import i18n

from checker import HOME
from checker.model import terms
from checker.model.words import translate

FOLDER: Final = HOME / "reports" / "workbench"
"""Templates, style and script."""


def render(template: str, context: dict[str, Any]) -> str:
    """Return a page; equal contexts give equal text. What a template misses is an error."""
    return environment().get_template(template).render(context)


def style_sheet() -> str:
    """Return the style of all workbench pages."""
    return (FOLDER / "style.css").read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Return the environment; every value is escaped, every word goes through gettext."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[i18n],
    )
    made.install_gettext_callables(translate, _plural, newstyle=True)  # type: ignore[attr-defined]
    made.globals["terms"] = terms
    return made


def _plural(one: str, many: str, number: int) -> str:  # noqa: ARG001 - Chinese has one form
    return translate(one)
