"""A result edited at random is refused, contradicts itself or stands; the program never fails on it."""

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.assessment.consistency import contradictions
from checker.model.outcome import Confirmation, Outcome, Possible, Reason, Severity
from checker.model.problem import Rejected
from checker.report.result_json import dumps, loads
from tests.assessment.pools import assessed, site
from tests.properties.settings import fixed

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

Step = str | int

WORDS = [str(word) for kind in (Outcome, Possible, Reason, Severity, Confirmation) for word in kind]
VALUES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from([*WORDS, "", "0", "1", "-1", "1/3", "1000000000000000000000", "1.1", "9.9"]),
    st.integers(-2, 10**12),
    st.booleans(),
    st.none(),
    st.just([]),
)


@cache
def documents() -> tuple[Any, ...]:
    reviews = (
        assessed(kind="association", lab_reports=None, site_findings=[site("rejected")]),
        assessed("contest", pools=None, venue={"name": "示例游泳池", "circulating": None}),
    )
    return tuple(json.loads(dumps(one)) for one in reviews)


def places(value: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    members: Any = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        members = enumerate(value)
    for step, member in members:
        yield (*path, step)
        yield from places(member, (*path, step))


@cache
def known(number: int) -> list[tuple[Step, ...]]:
    """Places in a document; most of them are not in long texts that nothing is drawn from."""
    return [p for p in places(documents()[number]) if p[0] not in ("standard", "references")]


def change(document: Any, path: tuple[Step, ...], how: str, value: Any) -> None:
    inside: Any = document
    last: Any = path[-1]
    try:
        for step in path[:-1]:
            inside = inside[step]
        if how == "put":
            inside[last] = value
        elif how == "again" and isinstance(inside, list):
            inside.append(deepcopy(inside[last]))
        elif how == "turn" and isinstance(inside, list):
            inside.reverse()
        elif how == "out" and isinstance(inside, list):
            inside.pop(last)
    except (IndexError, KeyError, TypeError):  # an edit before took the place away
        return


@st.composite
def edited(draw: Any) -> str:
    number = draw(st.integers(0, len(documents()) - 1))
    document = deepcopy(documents()[number])
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(known(number)))
        how = draw(st.sampled_from(("put", "put", "again", "turn", "out")))
        change(document, path, how, draw(VALUES))
    return json.dumps(document)


def test_an_answer_comes_whatever_is_edited():
    told = {"refused": 0, "contradicts": 0, "stands": 0}

    @fixed(500)
    @given(edited())
    def holds(text: str) -> None:
        try:
            result = loads(text)
        except Rejected:
            told["refused"] += 1
            return
        found = contradictions(result)
        told["contradicts" if found else "stands"] += 1
        assert all(p.place.field and p.message for p in found)

    holds()
    assert min(told.values()) > 10, told
