"""Exact linear terms and constraints: one model for two solvers, a fast one and an exact one."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from checker.model.frozen import dataclass

Exact = int | Fraction


@dataclass(frozen=True, slots=True)
class Term:
    """A linear term: a constant and a factor for each variable, by number."""

    factors: Mapping[int, Exact]
    constant: Exact = 0

    def __add__(self, other: "Term | Exact") -> "Term":
        if not isinstance(other, Term):
            return Term(self.factors, self.constant + other)
        factors = dict(self.factors)
        for variable, factor in other.factors.items():
            factors[variable] = factors.get(variable, 0) + factor
        return Term(factors, self.constant + other.constant)

    def __sub__(self, other: "Term | Exact") -> "Term":
        return self + other * -1 if isinstance(other, Term) else self + -other

    def __mul__(self, factor: Exact) -> "Term":
        return Term({v: f * factor for v, f in self.factors.items()}, self.constant * factor)


NOTHING: Final = Term({})


def total(terms: Iterable[Term]) -> Term:
    """Return the sum of terms."""
    factors: dict[int, Exact] = {}
    constant: Exact = 0
    for term in terms:
        constant += term.constant
        for variable, factor in term.factors.items():
            factors[variable] = factors.get(variable, 0) + factor
    return Term(factors, constant)


@dataclass(frozen=True, slots=True)
class Constraint:
    """A term is at least 0; above 0 if strict."""

    term: Term
    strict: bool = False


class Model:
    """Variables, each with its range, and what must hold of them.

    Attributes:
        ranges: least and greatest value of every variable.
        whole: whether a variable takes only whole values.
    """

    def __init__(self) -> None:
        self.ranges: list[tuple[Exact, Exact]] = []
        self.whole: list[bool] = []
        self.constraints: list[Constraint] = []

    def switch(self) -> Term:
        """Return a new variable that is 0 or 1."""
        return self._new(0, 1, whole=True)

    def amount(self, low: Exact, high: Exact) -> Term:
        """Return a new variable of any value in a range."""
        return self._new(low, high, whole=False)

    def at_least(self, term: Term, least: Exact) -> None:
        """Ask that a term is so much or more."""
        self.constraints.append(Constraint(term - least))

    def below(self, term: Term, bound: Exact) -> None:
        """Ask that a term stays below a bound."""
        self.constraints.append(Constraint(term * -1 + bound, strict=True))

    def equal(self, term: Term, value: Exact) -> None:
        """Ask that a term is just so much."""
        self.at_least(term, value)
        self.at_least(term * -1, -value)

    def copy(self) -> "Model":
        """Return a model to which more can be added without touching this one."""
        other = Model()
        other.ranges, other.whole = list(self.ranges), list(self.whole)
        other.constraints = list(self.constraints)
        return other

    def reach(self, term: Term) -> tuple[Exact, Exact]:
        """Return bounds of a term, from the ranges of its variables alone."""
        low = high = term.constant
        for variable, factor in term.factors.items():
            least, most = self.ranges[variable]
            low += min(factor * least, factor * most)
            high += max(factor * least, factor * most)
        return low, high

    def _new(self, low: Exact, high: Exact, *, whole: bool) -> Term:
        self.ranges.append((low, high))
        self.whole.append(whole)
        return Term({len(self.ranges) - 1: 1})
