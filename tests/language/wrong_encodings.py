"""Plausible wrong encodings of the check language for the solver, each to be caught.

A plant has a measure and a focus in whose checks it shows, the place of what it replaces, and a
function from the right thing to the wrong one.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from math import inf
from typing import Any

import z3

from checker.language.measures import Range
from checker.language.solve import conditions, measures, outcomes, row_kinds, solver, terms
from checker.language.solve.space import Space
from checker.language.solve.terms import any_of, total

Plant = tuple[str, str, Any, str, Callable[[Any], Any]]


def once_each(kinds, also=None):
    """Every kind counted as one row."""
    return total(
        z3.If(z3.And(c, n > 0, *([also[k]] if also else [])), 1, 0)
        for k, (c, n) in enumerate(zip(kinds.inside, kinds.rows, strict=True))
    )


def added_once(_space, kinds, path):
    """A sum to which every kind adds its number once."""
    terms = kinds.terms(path)
    parts = [
        z3.If(z3.And(c, n > 0, t.there), t.value, 0)
        for c, n, t in zip(kinds.inside, kinds.rows, terms, strict=True)
    ]
    return total(parts), terms[0].scale if terms else 1


def always_defined(right):
    """A share that has a value over no rows."""
    return lambda *given: replace(right(*given), defined=z3.BoolVal(val=True))


def ratio_of_nothing(right):
    """A ratio whose denominator may be zero."""

    def wrong(space, voice, measure):
        found = right(space, voice, measure)
        return replace(found, defined=z3.BoolVal(val=True))

    return wrong


def there_or_not(right):
    """A cell that says nothing compared by whatever the solver makes of it."""

    def wrong(cell, predicate):
        compared = cell._compared(predicate)
        return z3.And(*compared) if compared else right(cell, predicate)

    return wrong


def a_day_late(right):
    """A deadline that lies a day too late."""
    return lambda start, end, *rest: right(start, replace(end, value=end.value - 1), *rest)


def today_is_over(right):
    """A time that may run out on the day of the assessment itself, but is then over."""
    return lambda start, end, on, *rest: right(start, end, on + timedelta(days=1), *rest)


def added_up(spans, k):
    """Spans of time that count as often as they overlap."""
    used, start, end = spans[k]
    return z3.If(z3.And(used, end > start), end - start, 0)


def window_moved(first_moves, last_moves):
    """A window of days whose first or last day is another one."""

    def plant(right):
        def wrong(cell, predicate):
            within = predicate.within
            if within is None:
                return right(cell, predicate)
            parts = right(cell, replace(predicate, within=None))
            first, last = (d.toordinal() for d in cell.voice.days(within))
            day = cell.term.value
            return [*parts, z3.And(day >= first + first_moves, day <= last + last_moves)]

        return wrong

    return plant


def never_open(right):
    """Ranges whose ends belong to them."""
    return lambda amount, r, scale=1: right(amount, Range(r.low, r.high), scale)


def always_open(right):
    """Ranges to which neither end belongs."""
    return lambda amount, r, scale=1: right(
        amount,
        Range(r.low, r.high, low_open=r.low != -inf, high_open=r.high != inf),
        scale,
    )


def wider_band(right):
    """A tolerance of five hundredths more."""

    def wrong(voice, expect, *, tolerant):
        found = right(voice, expect, tolerant=tolerant)
        near = tuple(replace(r, low=r.low - Fraction(1, 20)) for r in found.near)
        return replace(found, near=near)

    return wrong


PLANTS: dict[str, Plant] = {
    "multiplicity is ignored": ("count", "", row_kinds.Kinds, "count", lambda _: once_each),
    "a sum adds every kind once": ("sum", "", measures, "_added", lambda _: added_once),
    "over no rows a share has a value": ("share", "", measures, "_share", always_defined),
    "a denominator may be zero": ("ratio", "", solver, "quantity", ratio_of_nothing),
    "nothing is compared": ("count", "plain", conditions._Cell, "meets", there_or_not),
    "the tolerance is left out": (
        "share", "tolerance", outcomes, "tolerance_in_force", lambda _: lambda *_: False,
    ),
    "the tolerance is wider": ("time_covered", "", outcomes, "regions", wider_band),
    "what ends before it begins is in time": (
        "share", "elapsed", conditions, "not_after", lambda _: lambda *_: z3.BoolVal(val=True),
    ),
    "a deadline is a day late": ("share", "elapsed", conditions, "in_time", a_day_late),
    "what is running has no time left on its last day": (
        "share", "elapsed", conditions, "in_time", today_is_over,
    ),
    "a date is its first minute where it meets a time": (
        "share", "times", terms, "not_after",
        lambda _: lambda left, right: terms.moment(left) <= terms.moment(right),
    ),
    "equal values count again": (
        "distinct", "", measures, "equal", lambda _: lambda *_: z3.BoolVal(val=False),
    ),
    "every rule applies": (
        "share", "applies", solver, "_results", lambda _: lambda *given: solver._judged(*given[:3]),
    ),
    "a window begins a day late": (
        "count", "within", conditions._Cell, "_compared", window_moved(1, 0),
    ),
    "a window begins a day early": (
        "count", "within", conditions._Cell, "_compared", window_moved(-1, 0),
    ),
    "a window ends a day late": (
        "count", "within", conditions._Cell, "_compared", window_moved(0, 1),
    ),
    "all members are as good as any": (
        "", "", solver, "combined", lambda right: lambda m, best: right(m, best=True),
    ),
    "any members are as bad as all": (
        "", "", solver, "combined", lambda right: lambda m, best: right(m, best=False),
    ),
    "every row is a row of every parent": (
        "share", "related", Space, "seen", lambda _: lambda s, t, k, by, p: s.multiplicity(t, k),
    ),
    "a mean counts what says nothing": (
        "mean", "", row_kinds.Kinds, "count",
        lambda right: lambda kinds, also=None: right(kinds),
    ),
    "a required value need occur only once": ("covered", "", measures, "ceil", lambda _: lambda _n: 1),
    "spans that overlap are added up": (
        "time_covered", "", measures, "_uncovered", lambda _: added_up,
    ),
    "the fullest window counts": ("fewest_per", "", measures, "all_of", lambda _: any_of),
    "open ends belong to a range": ("covered", "", measures, "between", never_open),
    "closed ends do not belong to a range": ("mean", "", measures, "between", always_open),
}  # fmt: skip
