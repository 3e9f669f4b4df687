"""From the interval of a measure to the set of outcomes still possible (LANGUAGE 3.3)."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor, inf

from checker.language.facts import Facts
from checker.language.measures import Empty, Measurement, Number, Range
from checker.language.typecheck import integral
from checker.model.check import Covered, Expect, Leaf
from checker.model.frozen import dataclass
from checker.model.outcome import Possible

MERIT = {Possible.MISSED: 0, Possible.NEAR: 1, Possible.MET: 2}


@dataclass(frozen=True, slots=True)
class Regions:
    """The values that meet an expectation, come near it, and miss it."""

    met: tuple[Range, ...]
    near: tuple[Range, ...]
    missed: tuple[Range, ...]


def regions(facts: Facts, expect: Expect, *, tolerant: bool) -> Regions:
    """Return how an expectation divides the numbers.

    Args:
        tolerant: whether the tolerance counts (see `tolerance_in_force`).
    """
    if expect.equals is not None:
        value = facts.limit(expect.equals)
        around = (Range(-inf, value, high_open=True), Range(value, inf, low_open=True))
        return Regions((Range(value, value),), (), around)
    low = -inf if expect.at_least is None else facts.limit(expect.at_least)
    high = inf if expect.at_most is None else facts.limit(expect.at_most)
    band = _band(facts, expect) if tolerant else 0
    near, missed = [], []
    if expect.at_least is not None:
        near += [Range(low - band, low, high_open=True)] if band else []
        missed.append(Range(-inf, low - band, high_open=True))
    if expect.at_most is not None:
        near += [Range(high, high + band, low_open=True)] if band else []
        missed.append(Range(high + band, inf, low_open=True))
    return Regions((Range(low, high),), tuple(near), tuple(missed))


def _band(facts: Facts, expect: Expect) -> int | Fraction:
    return facts.limit(expect.tolerance) if expect.tolerance else 0


def tolerance_in_force(facts: Facts, leaf: Leaf) -> bool:
    """Tell whether a leaf has 基本符合.

    A share that must be whole has none: 95 % of "all" is not nearly all. For `covered` the
    tolerance says how many of the named things may lack, so there it holds.
    """
    expect = leaf.expect
    if expect.tolerance is None:
        return False
    limit = expect.at_least if expect.at_least is not None else expect.at_most
    return isinstance(leaf.measure, Covered) or (limit is not None and facts.limit(limit) < 1)


def accepts(facts: Facts, expect: Expect, value: int) -> bool:
    """Tell whether a plain number meets an expectation without tolerance."""
    point = Range(value, value)
    return any(_meet(point, r, whole=False) for r in regions(facts, expect, tolerant=False).met)


def possible(facts: Facts, leaf: Leaf, measurement: Measurement) -> frozenset[Possible]:
    """Return the outcomes that a leaf may still have."""
    if_empty = Possible.MISSED if leaf.when_empty == "failed" else Possible.EMPTY
    if measurement.range is None:
        return frozenset({if_empty})
    found = set(_reachable(facts, leaf, measurement.range))
    if measurement.empty is not Empty.NEVER:
        found.add(if_empty)
    return frozenset(found)


def _reachable(facts: Facts, leaf: Leaf, range_: Range) -> Iterator[Possible]:
    whole = integral(leaf.measure)
    found = regions(facts, leaf.expect, tolerant=tolerance_in_force(facts, leaf))
    for outcome, parts in (
        (Possible.MET, found.met),
        (Possible.NEAR, found.near),
        (Possible.MISSED, found.missed),
    ):
        if any(_meet(range_, part, whole=whole) for part in parts):
            yield outcome


def _meet(a: Range, b: Range, *, whole: bool) -> bool:
    """Tell whether two ranges share a value (a whole number, if asked)."""
    if not whole:  # they do if no range begins behind where one ends
        return _reaches(a, b) and _reaches(b, a) and _reaches(a, a) and _reaches(b, b)
    low, low_open = max((a.low, a.low_open), (b.low, b.low_open))
    high, high_closed = min((a.high, not a.high_open), (b.high, not b.high_open))
    return _whole_between(low, high, low_open=low_open, high_open=not high_closed)


def _reaches(first: Range, last: Range) -> bool:
    """Tell whether the low end of a range lies before the high end of another, or on it."""
    low, high = first.low, last.high
    if isinstance(low, float) or isinstance(high, float):  # an infinity; exact numbers are slow
        return low == -inf or high == inf
    return low < high or (low == high and not (first.low_open or last.high_open))


def _whole_between(low: Number, high: Number, *, low_open: bool, high_open: bool) -> bool:
    if low == -inf or high == inf:
        return low < high
    first = floor(low) + 1 if low_open else ceil(low)
    last = ceil(high) - 1 if high_open else floor(high)
    return first <= last


def combine(members: Iterable[frozenset[Possible]], *, best: bool) -> frozenset[Possible]:
    """Return the outcomes of `all` (worst member counts) or `any` (best member counts).

    Taken over every combination of what the members may be; one without a value does not count.
    """
    found: frozenset[Possible] = frozenset({Possible.EMPTY})
    for member in members:
        found = frozenset(_pair(a, b, best=best) for a in found for b in member)
    return found


def _pair(a: Possible, b: Possible, *, best: bool) -> Possible:
    if a is Possible.EMPTY:
        return b
    if b is Possible.EMPTY:
        return a
    return max(a, b, key=MERIT.__getitem__) if best else min(a, b, key=MERIT.__getitem__)
