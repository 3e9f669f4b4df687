"""Where the parts of the charts lie. Templates draw; here is only arithmetic, in fixed decimals."""

from collections.abc import Sequence
from fractions import Fraction
from math import cos, pi, sin
from typing import Final

from checker.model.frozen import dataclass
from checker.model.numerals import decimal
from checker.model.result import ChapterResult, ItemResult, Points, Scheme
from checker.report import words
from checker.report.quantities import span_text

BAR_WIDTH: Final = 560
_LABEL_GAP: Final = 84
"""Two labels nearer than this would touch."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A grade's threshold on the scale of points; row 1 is the upper row of labels."""

    title: str
    value: Fraction
    x: str
    row: int


@dataclass(frozen=True, slots=True)
class Label:
    """A text under the bar, and the side on which it stands of its place."""

    x: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The bar of the total: its sure part, its possible part, and the thresholds."""

    worst: str
    best: str
    possible_width: str
    maximum: Fraction
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    hatches: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """One chapter in the radar: the end of its axis and where its label stands."""

    title: str
    worst: Fraction
    best: Fraction
    x: str
    y: str
    label_x: str
    label_y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Radar:
    """Rings and the two polygons, as lists of points for SVG."""

    axes: tuple[Axis, ...]
    rings: tuple[str, ...]
    worst: str
    best: str

    @property
    def tells(self) -> bool:
        """Whether anything is known of any chapter; an empty and a full hexagon tell nothing."""
        return any(axis.worst or axis.best != 1 for axis in self.axes)


@dataclass(frozen=True, slots=True)
class Bar:
    """Widths of the sure and the possible part of a small bar of 100."""

    worst: str
    possible: str
    text_worst: Fraction
    text_best: Fraction


def scale(points: Points, scheme: Scheme) -> Scale:
    """Return the geometry of the bar of the total points."""
    maximum = max(points.maximum, Fraction(scheme.total))
    worst, best = (end / maximum * BAR_WIDTH for end in (points.worst, points.best))
    lines = sorted(((value, title) for title, value in scheme.grades if value), reverse=True)
    marks: list[Mark] = []
    for value, title in reversed(lines):
        x = value / maximum * BAR_WIDTH
        near = bool(marks) and x - Fraction(marks[-1].x) < _LABEL_GAP
        marks.append(Mark(title, value, _n(x), 1 - marks[-1].row if near else 0))
    return Scale(
        worst=_n(worst),
        best=_n(best),
        possible_width=_n(best - worst),
        maximum=maximum,
        marks=tuple(marks),
        labels=_labels(points, worst, best, scheme.decimals),
        hatches=_hatch(worst, best),
    )


def radar(chapters: Sequence[ChapterResult], radius: int = 100) -> Radar:
    """Return the geometry of the radar over chapters that carry points."""
    shown = [chapter for chapter in chapters if chapter.points.maximum]
    count = len(shown)
    turns = [_direction(number, count) for number in range(count)]
    axes = tuple(_axis(c, t, radius) for c, t in zip(shown, turns, strict=True))
    rings = tuple(_polygon(turns, [ring * radius / 5] * count) for ring in range(1, 6))
    return Radar(
        axes,
        rings,
        _polygon(turns, [float(axis.worst) * radius for axis in axes]),
        _polygon(turns, [float(axis.best) * radius for axis in axes]),
    )


def bar(part: ChapterResult | ItemResult) -> Bar:
    """Return the small bar of one chapter or item."""
    points = part.points
    whole = points.maximum or Fraction(1)
    worst, best = points.worst / whole, points.best / whole
    return Bar(_n(worst * 100), _n((best - worst) * 100), worst, best)


def _labels(points: Points, worst: Fraction, best: Fraction, decimals: int) -> tuple[Label, ...]:
    """Return one label for each end of the possible part, or one for both where they are near."""
    if best - worst < 2 * _LABEL_GAP:
        text = words.in_points(span_text(points, decimals))
        return (_label((worst + best) / 2, text),)
    return (
        _label(worst, words.worst_points(decimal(points.worst, decimals))),
        _label(best, words.best_points(decimal(points.best, decimals))),
    )


def _label(x: Fraction, text: str) -> Label:
    """Return a label that does not stick out of the chart."""
    anchor = "start" if x < _LABEL_GAP else "end" if x > BAR_WIDTH - _LABEL_GAP else "middle"
    return Label(_n(x), anchor, text)


def _n(number: Fraction | float) -> str:
    """Return a coordinate with two decimals."""
    return f"{float(number):.2f}"


def _hatch(worst: Fraction, best: Fraction) -> tuple[tuple[str, str, str, str], ...]:
    """Return slanted lines inside the possible part: solid and hatched differ without colour."""
    height, step = 22, 7
    lines = []
    for start in range(-height, int(best - worst) + 1, step):
        left, right = max(Fraction(start), Fraction(0)), min(Fraction(start + height), best - worst)
        if right > left:
            low, high = height - (left - start), height - (right - start)
            lines.append((_n(worst + left), _n(low), _n(worst + right), _n(high)))
    return tuple(lines)


def _direction(number: int, count: int) -> tuple[float, float]:
    angle = -pi / 2 + 2 * pi * number / count
    return cos(angle), sin(angle)


def _axis(chapter: ChapterResult, turn: tuple[float, float], radius: int) -> Axis:
    x, y = turn
    points = chapter.points
    return Axis(
        title=f"{chapter.no} {chapter.title}",
        worst=points.worst / points.maximum,
        best=points.best / points.maximum,
        x=_n(x * radius),
        y=_n(y * radius),
        label_x=_n(x * (radius + 14)),
        label_y=_n(y * (radius + 20)),
        anchor="middle" if abs(x) < 0.2 else "start" if x > 0 else "end",
    )


def _polygon(turns: Sequence[tuple[float, float]], lengths: Sequence[float]) -> str:
    ends = zip(turns, lengths, strict=True)
    return " ".join(f"{_n(x * length)},{_n(y * length)}" for (x, y), length in ends)
