"""Promise 1: missing data never passes and never lies. Drawn checks, drawn submissions.

Every completion is tried and judged by a second evaluator (tests/language/reference.py), written
from the specification alone. MORE_EXAMPLES=20 in the
environment tries twenty times as many of them as CI does.
"""

import os
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.cases import FOCI, MEASURES, Case, cases
from tests.properties.claims import decided_when_complete, exact, monotone, sound
from tests.properties.settings import fixed

MORE = int(os.environ.get("MORE_EXAMPLES", "1"))
"""How many times as many examples as CI tries."""

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]


@pytest.mark.parametrize("measure", MEASURES)
def test_no_completion_falls_outside(measure):
    """A decided outcome holds, and a value lies in the interval, however the blanks are filled."""

    @fixed(160 * MORE)
    @given(cases(measure))
    def holds(case: Case) -> None:
        sound(case)
        decided_when_complete(case)

    holds()


def test_no_completion_of_a_composed_check_falls_outside():
    """The same for all and any, and for rules that may not apply."""

    @fixed(400 * MORE)
    @given(cases(depth=2))
    def holds(case: Case) -> None:
        sound(case)
        decided_when_complete(case)

    holds()


@pytest.mark.parametrize("focus", FOCI)
def test_no_completion_falls_outside_whatever_a_check_has_most_of(focus):
    """The same with more paths, comparisons of cells, lists, times, related rows and so on."""

    @fixed(80 * MORE)
    @given(cases("share", focus=focus))
    def holds(case: Case) -> None:
        sound(case)
        decided_when_complete(case)

    holds()


@pytest.mark.parametrize("measure", MEASURES)
def test_both_ends_are_reached_where_no_blank_is_read_twice(measure):
    """The interval is not wider than what completions come to (LANGUAGE 3.1 and 4)."""

    @fixed(160 * MORE)
    @given(cases(measure, once=True, most=400))
    def holds(case: Case) -> None:
        sound(case)
        exact(case)

    holds()


@pytest.mark.parametrize("measure", [*MEASURES, ""], ids=lambda m: m or "composed")
def test_saying_more_never_adds_an_outcome(measure):
    """Filling a blank, adding a row or closing a table only ever narrows; at the end there is
    one outcome, and it is the reference's."""

    @fixed(100 * MORE)
    @given(cases(measure, wild=True, depth=2), st.randoms(use_true_random=False))
    def holds(case: Case, chance: Random) -> None:
        monotone(case, chance.randrange)

    holds()
