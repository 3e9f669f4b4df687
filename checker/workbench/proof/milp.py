"""The fast solver: proposes values for a linear model with switches (scipy, HiGHS).

It computes with floats, so it proposes and never decides: what it finds is scored again exactly,
and what it says cannot be is proven by the exact solver.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any, Final

from checker.workbench.proof.linear import Model, Term

STRICT: Final = 1e-5
"""By how much a strict constraint is kept away from its bound."""

SECONDS: Final = 5.0
"""Most time for one proposal."""

GAP: Final = 0.05
"""How far from the cheapest a proposal may be: it need not be the best."""


class Nothing(Enum):
    """Why there is no proposal."""

    INFEASIBLE = "infeasible"
    OUT_OF_TIME = "out of time"


def propose(
    model: Model, cost: Term, *, margin: float = STRICT, gap: float = GAP
) -> dict[int, float] | Nothing:
    """Return values of the variables that are cheap and meet the model, as far as floats can tell.

    Args:
        cost: what is to be kept small.
        margin: by how much strict constraints are kept away from their bounds.
    """
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    size = len(model.ranges)
    data, rows, columns, least = [], [], [], []
    for number, constraint in enumerate(model.constraints):
        for variable, factor in constraint.term.factors.items():
            data.append(float(factor))
            rows.append(number)
            columns.append(variable)
        away = margin if constraint.strict else 0.0
        least.append(away - float(constraint.term.constant))
    objective = np.zeros(size)
    for variable, factor in cost.factors.items():
        objective[variable] = float(factor)
    matrix = csr_array((data, (rows, columns)), shape=(len(least), size))
    low, high = zip(*((float(a), float(b)) for a, b in model.ranges), strict=True)
    with _silence():
        found: Any = milp(
            objective,
            integrality=np.array(model.whole, dtype=int),
            bounds=Bounds(np.array(low), np.array(high)),
            constraints=LinearConstraint(matrix, np.array(least), np.inf),
            options={"time_limit": SECONDS, "mip_rel_gap": gap},
        )
    if found.x is None:
        return Nothing.INFEASIBLE if found.status == 2 else Nothing.OUT_OF_TIME
    return {i: float(v) for i, v in enumerate(found.x)}


@contextmanager
def _silence() -> Iterator[None]:
    """Keep what the solver prints from the screen: it writes past Python, to the process's output."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
