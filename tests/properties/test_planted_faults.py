"""Tests of the tests: each plausible wrong formula, planted, is caught by the same claims."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from tests.properties.cases import Case, cases
from tests.properties.claims import RefutedError, decided_when_complete, exact, monotone, sound
from tests.properties.faults import FAULTS, Fault, plant
from tests.properties.settings import fixed

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]


def as_completions_say(case: Case) -> None:
    sound(case)
    decided_when_complete(case)


def as_far_as_completions_go(case: Case) -> None:
    sound(case)
    exact(case)


def hunts(
    measure: str, focus: str
) -> list[tuple[str, Callable[[Any], None], st.SearchStrategy[Any]]]:
    """What is tried to catch a fault, one after the other."""
    wild = cases(measure, wild=True, depth=2, focus=focus)
    walks = st.tuples(wild, st.randoms(use_true_random=False))
    found: list[tuple[str, Callable[[Any], None], st.SearchStrategy[Any]]] = [
        ("sound", as_completions_say, cases(measure, depth=2, most=60, focus=focus)),
        ("monotone", lambda drawn: _walk(*drawn), walks),
    ]
    if measure and focus in ("plain", ""):
        once = cases(measure, once=True, most=100, focus=focus)
        found.insert(0, ("exact", as_far_as_completions_go, once))
    return found


def _walk(case: Case, chance: Any) -> None:
    monotone(case, chance.randrange)


def refuted(claim: Callable[[Any], None], drawn: st.SearchStrategy[Any], examples: int) -> int:
    """The number of examples until a claim is refuted; 0 if it never is."""
    tried = 0

    @fixed(examples, (Phase.generate,))
    @given(drawn)
    def holds(case: Any) -> None:
        nonlocal tried
        tried += 1
        claim(case)

    try:
        holds()
    except RefutedError:
        return tried
    return 0


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_caught(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch, fault)
    for name, claim, drawn in hunts(fault.hunt, fault.focus):
        after = refuted(claim, drawn, 400)
        if after:
            print(f"caught by “{name}” at example {after}: {fault.name}")
            return
    pytest.fail(f"nobody noticed: {fault.name}")
