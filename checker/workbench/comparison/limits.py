"""Two leaves over one and the same measure: what their limits alone make of each of its values.

No solver is needed where only limits or tolerance changed: the outcome hangs on one number, and it
only changes where one of the limits lies.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor, inf
from typing import Final

from checker.language.expectations import possible, regions, tolerance_in_force
from checker.language.facts import Facts
from checker.language.measures import Measurement, Range
from checker.language.timing import add_months
from checker.model.check import Leaf
from checker.model.outcome import Possible
from checker.model.rule import Rulebook
from checker.model.submission import Period

START: Final = date(2025, 1, 1)
MONTHS: Final = range(6, 13)
"""Lengths that an assessment period may have, for limits that grow with it."""

Outcomes = tuple[Possible, Possible]


def outcomes(old: tuple[Leaf, Rulebook], new: tuple[Leaf, Rulebook]) -> frozenset[Outcomes]:
    """Return what two leaves can say of one value of their measure: old and new, together.

    Every pair that some submission shows is among them; not every one of them must have one.
    """
    found: set[Outcomes] = set()
    for months in MONTHS:
        facts = _facts(old[1], months), _facts(new[1], months)
        for value in _points([*_ends(old[0], facts[0]), *_ends(new[0], facts[1])]):
            was, now = (
                possible(f, leaf, Measurement(Range(value, value)))
                for f, leaf in zip(facts, (old[0], new[0]), strict=True)
            )
            found |= {(a, b) for a in was for b in now}
    if_empty = Possible.MISSED if old[0].when_empty == "failed" else Possible.EMPTY
    return frozenset(found | {(if_empty, if_empty)})


def _facts(book: Rulebook, months: int) -> Facts:
    end = add_months(START, months) - timedelta(days=1)
    return Facts(book.dictionary, {}, book.parameters, book.values, Period(START, end), end)


def _ends(leaf: Leaf, facts: Facts) -> Iterator[Fraction]:
    found = regions(facts, leaf.expect, tolerant=tolerance_in_force(facts, leaf))
    for part in (*found.met, *found.near, *found.missed):
        yield from (Fraction(end) for end in (part.low, part.high) if end not in (-inf, inf))


def _points(ends: list[Fraction]) -> Iterator[Fraction]:
    """Yield a value of every stretch between the ends, and the whole numbers around each."""
    ordered = sorted(set(ends))
    for end in ordered:
        around = (floor(end) - 1, floor(end), end, ceil(end), ceil(end) + 1)
        yield from (Fraction(value) for value in around)
    for low, high in pairwise(ordered):
        yield (low + high) / 2
