"""The exact solver: proves that a linear model has no solution, over rational numbers (z3)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final

from checker.workbench.proof.linear import Exact, Model

MILLISECONDS: Final = 10_000


def refuted(model: Model, milliseconds: int = MILLISECONDS) -> bool | None:
    """Tell whether a model certainly has no solution; None if time did not suffice."""
    import z3

    solver = z3.SolverFor("QF_LRA")
    solver.set("timeout", milliseconds)
    variables = [_variable(z3, model, i, solver) for i in range(len(model.ranges))]
    for constraint in model.constraints:
        term = z3.Sum([
            *(variables[v] * _number(z3, f) for v, f in constraint.term.factors.items()),
            _number(z3, constraint.term.constant),
        ])  # fmt: skip
        solver.add(term > 0 if constraint.strict else term >= 0)
    found = solver.check()
    return None if found == z3.unknown else bool(found == z3.unsat)


def lowers(weights: Sequence[int]) -> bool:
    """Tell whether a weighted mean can fall though no member's value does.

    What applies is the same before and after, and free; so are the values, from 0 to 1. Both means
    have the same weights below the line, and something applies: the numerators tell.
    """
    import z3

    solver = z3.SolverFor("QF_LRA")
    before, after = [], []
    for i, weight in enumerate(weights):
        applies, low, high = z3.Bool(f"a{i}"), z3.Real(f"l{i}"), z3.Real(f"h{i}")
        solver.add(low >= 0, low <= high, high <= 1)
        before.append(z3.If(applies, weight * low, 0))
        after.append(z3.If(applies, weight * high, 0))
    solver.add(z3.Sum(before) > z3.Sum(after))
    return bool(solver.check() != z3.unsat)


def _variable(z3: Any, model: Model, number: int, solver: Any) -> Any:
    low, high = model.ranges[number]
    variable = z3.Real(f"v{number}")
    solver.add(variable >= _number(z3, low), variable <= _number(z3, high))
    if model.whole[number]:
        solver.add(z3.Or(*(variable == k for k in range(int(low), int(high) + 1))))
    return variable


def _number(z3: Any, value: Exact) -> Any:
    exact = Fraction(value)
    return z3.Q(exact.numerator, exact.denominator)
