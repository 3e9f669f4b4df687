"""The row kinds that a measure is about, and how many rows they come to."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, inf

import z3

from checker.language.measures import Range
from checker.language.solve.space import Space
from checker.language.solve.terms import Formula, Term, all_of, any_of, false, total
from checker.model.check import Path


@dataclass(frozen=True)
class Kinds:
    """The row kinds of a table that a measure is about.

    Attributes:
        rows: how many rows of each kind there are.
        inside: whether the measure is about a kind, of each.
    """

    space: Space
    table: str
    rows: Sequence[Formula]
    inside: Sequence[Formula]

    def count(self, also: Sequence[Formula] | None = None) -> Formula:
        """Return how many rows are inside, and meet a further formula each."""
        return total(
            z3.If(all_of([c, *([also[k]] if also else [])]), n, 0)
            for k, (c, n) in enumerate(zip(self.inside, self.rows, strict=True))
        )

    def some(self, also: Sequence[Formula] | None = None) -> Formula:
        """Tell whether any row is inside, and meets a further formula."""
        return any_of(
            all_of([c, n > 0, *([also[k]] if also else [])])
            for k, (c, n) in enumerate(zip(self.inside, self.rows, strict=True))
        )

    def terms(self, path: Path) -> list[Term]:
        """Return what a path reaches from each kind."""
        return [self.space.term(self.table, k, path) for k in self.space.kinds(self.table)]

    def number(self, range_: Range, also: Sequence[Formula] | None = None) -> Formula:
        """Tell whether the rows that `count` counts are so many; none and some need no adding up."""
        low = (
            -inf
            if range_.low == -inf
            else floor(range_.low) + 1
            if range_.low_open
            else ceil(range_.low)
        )
        high = (
            inf
            if range_.high == inf
            else ceil(range_.high) - 1
            if range_.high_open
            else floor(range_.high)
        )
        parts = []
        if low == 1:
            parts.append(self.some(also))
        elif low > 1:
            parts.append(self.count(also) >= int(low))
        if high <= 0:
            parts.append(z3.Not(self.some(also)) if high == 0 else false())
        elif high != inf:
            parts.append(self.count(also) <= int(high))
        return all_of(parts)
