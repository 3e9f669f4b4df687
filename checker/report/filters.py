"""What templates do to a value before it is printed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from re import compile as pattern
from typing import Any, Final

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from checker.model.outcome import Outcome, Reason
from checker.model.problem import Place, column_letters
from checker.model.result import Measured, Points, RowRef
from checker.report import quantities, words
from checker.report.visible import visible

_LOOSE_SPACE: Final = pattern(
    r"(?<=[≥≤=≈～]) (?=[\d(])|(?<=[\d%]) (?=[^\s\x00-\x7f])|(?<=[A-Z]) (?=\d)"
)
"""Spaces inside a quantity or a number of a document: ≥ 5, 30 分钟, GB 32100."""


def shown(value: Any) -> Any:
    """Return what is printed for any value.

    Nothing in it is invisible, and no quantity is torn apart at the end of a line.
    """
    if isinstance(value, Markup):
        return Markup(_held(visible(value)))  # noqa: S704 - was markup; no tag or entity is touched
    return _held(visible(value)) if isinstance(value, str) else value


def _css_string(text: str) -> Markup:
    """Return a text as a CSS string; whatever it holds, it ends neither string nor style."""
    plain = text.unescape() if isinstance(text, Markup) else text
    inner = "".join(c if c.isalnum() else f"\\{ord(c):06x}" for c in visible(plain))
    return Markup(f'"{inner}"')  # noqa: S704 - letters, digits and escapes


def _held(text: str) -> str:
    return _LOOSE_SPACE.sub(quantities.NBSP, text)


def _date(day: date) -> Markup:
    return Markup('<span class="q">{}</span>').format(quantities.date_text(day))


@pass_context
def _points(context: Context, number: Fraction) -> str:
    return quantities.points_text(number, context["r"].scheme.decimals)


@pass_context
def _span(context: Context, points: Points) -> str:
    return quantities.span_text(points, context["r"].scheme.decimals)


def _places(rows: Sequence[RowRef]) -> str:
    """Return where rows stand, the name of a file or sheet said once for all its cells."""
    together: dict[tuple[str, str], list[Place]] = {}
    for row in rows:
        together.setdefault((row.place.file, row.place.sheet), []).append(row.place)
    return "；".join(_together(places) for places in together.values())


def _together(places: Sequence[Place]) -> str:
    first, *others = places
    if not first.sheet:
        lines = "、".join(dict.fromkeys(str(p.line) for p in places if p.line))
        return words.in_lines(first.file, lines) if lines else first.file
    cells = (f"{column_letters(p.column)}{p.line or ''}" for p in others)
    return "、".join([str(first), *cells])


def _place(place: Place) -> str:
    """Return a place as people say it: a file with its line, or a cell of a sheet."""
    return _together([place])


def _rows_asked(measured: Measured) -> str:
    return words.rows_asked(*measured.population, measured.offending_count)


def _lacking(measured: Measured) -> list[str]:
    """Return what of handed-in tables was left open, one line each."""
    return [
        words.lacking_calendar(gap.table_label, gap.unknown, gap.year)
        if gap.year
        else words.lacking_cells(gap.column_label, gap.unknown)
        if gap.column
        else words.lacking_rows(gap.table_label)
        for gap in measured.missing
        if gap.reason is not Reason.NOT_SUBMITTED
    ]


def _sentence(text: str) -> str:
    """Return a text that ends as a sentence, once."""
    return text if text.endswith(("。", "！", "？")) else text + words.full_stop()


def _opening(text: str, most: int = 400) -> str:
    """Return the first paragraph of a text, or as many whole sentences of it as have room."""
    first = text.strip().partition("\n\n")[0]
    if len(first) <= most:
        return first
    end = max(first.rfind(mark, 0, most) for mark in (words.full_stop(), "\n")) + 1
    return first[:end].rstrip() or first[:most] + "……"


def _percent_of(part: int, whole: int) -> str:
    return quantities.percent(Fraction(part), Fraction(whole))


def _share(part: Fraction) -> str:
    return quantities.percent(part, Fraction(1))


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "coordinate": "{:.2f}".format,
    "css_string": _css_string,
    "date": _date,
    "lacking": _lacking,
    "number": quantities.measured_text,
    "opening": _opening,
    "origin": words.origin,
    "outcome": Outcome,
    "percent": lambda part: quantities.with_unit(part, "1"),
    "percent_of": _percent_of,
    "place": _place,
    "places": _places,
    "points": _points,
    "rows_asked": _rows_asked,
    "sentence": _sentence,
    "share": _share,
    "span": _span,
    "value": quantities.value_text,
    "verification": words.verification,
}
