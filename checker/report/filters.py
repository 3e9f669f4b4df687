"""What templates do to a value before it is printed."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from re import compile as pattern
from typing import Any, Final

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from checker.model.outcome import Outcome
from checker.model.result import Points
from checker.report import quantities, words
from checker.report.visible import visible

_LOOSE_SPACE: Final = pattern(r"(?<=[≥≤=<>≈～]) (?=[\d(])|(?<=[\d%]) (?=[^\s\x00-\x7f])")
"""Spaces inside a quantity: between a relation and its number, a number and its unit."""

_BREAKS: Final = pattern(r"(?<=[_/.-])(?=.)")


def shown(value: Any) -> Any:
    """Return what is printed for any value: text without anything invisible in it."""
    if isinstance(value, Markup):
        return Markup(visible(value))  # noqa: S704 - it was markup, and only whole characters change
    return visible(value) if isinstance(value, str) else value


def _css_string(text: str) -> Markup:
    """Return a text as a CSS string; whatever it holds, it ends neither string nor style."""
    inner = "".join(c if c.isalnum() else f"\\{ord(c):06x}" for c in visible(text))
    return Markup(f'"{inner}"')  # noqa: S704 - letters, digits and escapes


def _tidy(text: str) -> str:
    """Return a sentence whose quantities are not torn apart at the end of a line."""
    return _LOOSE_SPACE.sub(quantities.NBSP, text)


def _breakable(name: str) -> Markup:
    """Return an identifier that may break after its separators."""
    return Markup("<wbr>").join(escape(part) for part in _BREAKS.split(name))


@pass_context
def _points(context: Context, number: Fraction) -> str:
    return quantities.decimal_text(number, context["r"].scheme.decimals)


@pass_context
def _span(context: Context, points: Points) -> str:
    return quantities.span_text(points, context["r"].scheme.decimals)


def _percent_of(part: int, whole: int) -> str:
    return quantities.percent(Fraction(part), Fraction(whole))


def _share(part: Fraction) -> str:
    return quantities.percent(part, Fraction(1))


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "breakable": _breakable,
    "coordinate": "{:.2f}".format,
    "css_string": _css_string,
    "date": quantities.date_text,
    "number": quantities.measured_text,
    "outcome": Outcome,
    "percent_of": _percent_of,
    "points": _points,
    "share": _share,
    "span": _span,
    "tidy": _tidy,
    "value": quantities.value_text,
    "verification": words.verification,
}
