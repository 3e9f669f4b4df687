"""What a measure comes to, and the outcomes of leaves and checks that follow from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import z3

from checker.language.expectations import regions, tolerance_in_force
from checker.language.measures import Range
from checker.language.solve.terms import Formula, Voice, all_of, any_of, false
from checker.model.check import Leaf


@dataclass(frozen=True)
class Quantity:
    """What a measure comes to.

    Attributes:
        lies_in: tells whether its value, if it has one, lies in a range.
        defined: whether it has a value.
    """

    lies_in: Callable[[Range], Formula]
    defined: Formula


@dataclass(frozen=True)
class Results:
    """Formulas of which exactly one holds: met (T), near (A), missed (F), empty (N)."""

    met: Formula
    near: Formula
    missed: Formula
    empty: Formula


def outcomes(voice: Voice, leaf: Leaf, found: Quantity) -> Results:
    """Return the outcomes of a leaf whose measure came to a quantity."""
    parts = regions(voice, leaf.expect, tolerant=tolerance_in_force(voice, leaf))
    met, near = (any_of(found.lies_in(r) for r in rs) for rs in (parts.met, parts.near))
    missed = z3.And(found.defined, z3.Not(met), z3.Not(near))
    empty = z3.Not(found.defined)
    if leaf.when_empty == "failed":
        missed, empty = z3.Or(missed, empty), false()
    # an expectation may be met and nearly met by no number at all, never by the same one
    return Results(z3.And(found.defined, met), z3.And(found.defined, near), missed, empty)


def combined(members: Iterable[Results], *, best: bool) -> Results:
    """Return the outcomes of `all` (worst member counts) or `any` (best member counts)."""
    members = list(members)
    met, near, missed, empty = (
        [getattr(m, name) for m in members] for name in ("met", "near", "missed", "empty")
    )
    first, last = (met, missed) if best else (missed, met)
    a, b, c = any_of(first), any_of(near), any_of(last)
    second = z3.And(z3.Not(a), b)
    third = z3.And(z3.Not(a), z3.Not(b), c)
    none = all_of(empty)
    return Results(a, second, third, none) if best else Results(third, second, a, none)
