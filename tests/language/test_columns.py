"""What a whole column is told at once is what its cells are told one by one."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language import columns
from checker.language.cells import Bound, Domain, at_most, code
from checker.language.conditions import truth
from checker.language.kleene import FALSE, TRUE, from_codes
from checker.language.timing import deadline, not_after
from checker.model.check import Duration, Param
from checker.model.value import NOTHING, UNKNOWN
from tests.builders import (
    all_tables,
    column,
    condition,
    dictionary,
    facts,
    moment,
    parameter,
    table,
)

FIXED = settings(max_examples=200, deadline=None, derandomize=True, database=None)

MOMENTS = [moment(f"2025-01-0{d}T{t}") for d in (1, 2) for t in ("00:00", "00:01", "23:59")]
DAYS = [date(2025, 1, 1), date(2025, 1, 2), date(2024, 12, 31)]
BLANKS = [NOTHING, UNKNOWN]

moments = st.sampled_from([*MOMENTS, *BLANKS])
limits = st.sampled_from([None, *MOMENTS, *DAYS])
spans = st.none() | st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS))


@given(st.lists(moments), limits, limits, spans, st.sampled_from(["unknown", "nothing"]))
@FIXED
def test_moments_in_a_span(cells, at_least, at_most, within, blank):
    bound = Bound(at_least=at_least, at_most=at_most, within=within)
    domain = Domain(column("t", "datetime", blank=blank), blank == "nothing", None)

    found = columns.codes(cells, bound, domain)

    assert list(found) == [code(cell, bound, domain) for cell in cells]


@given(st.lists(moments), st.booleans())
@FIXED
def test_cells_that_are_there(cells, present):
    bound = Bound(present=present)
    domain = Domain(column("t", "datetime", blank="nothing"), may_be_nothing=True, size=None)

    found = columns.codes(cells, bound, domain)

    assert list(found) == [code(cell, bound, domain) for cell in cells]


@given(st.lists(st.sampled_from([*DAYS, *BLANKS])), limits, limits, spans)
@FIXED
def test_days_go_cell_by_cell(cells, at_least, at_most, within):
    bound = Bound(at_least=at_least, at_most=at_most, within=within)
    domain = Domain(column("d", "date", blank="nothing"), may_be_nothing=True, size=None)

    assert list(columns.codes(cells, bound, domain)) == [code(c, bound, domain) for c in cells]


KINDS: dict[str, list[Any]] = {
    "datetime": MOMENTS,
    "date": DAYS,
    "int": [-1, 0, 3],
    "text": ["", "a", "b"],
    "ordered": ["小", "中", "大"],
}


def cells_of(kind):
    return st.sampled_from([*KINDS[kind], *BLANKS])


pairs = st.sampled_from(list(KINDS)).flatmap(
    lambda kind: st.tuples(
        st.just(kind),
        st.lists(st.tuples(cells_of(kind), cells_of(kind)), min_size=1),
    )
)


@given(pairs, st.sampled_from(["equals", "at_least", "at_most"]))
@FIXED
def test_two_columns_of_the_same_kind(drawn, name):
    kind, rows = drawn
    if kind == "text" and name != "equals":
        return
    values = {"values": ("小", "中", "大")} if kind == "ordered" else {}
    own = [column(n, kind, blank="nothing", **values) for n in ("a", "b")]
    words = dictionary(table("t", *own), table("community", one_row=True))
    known = facts(words, all_tables(words, t=[{"a": a, "b": b} for a, b in rows]))

    found = truth(known, "t", condition({"a": {name: {"field": "b"}}}, "t", words))

    for row, (a, b) in enumerate(rows):
        if NOTHING in (a, b):
            assert found.code(row) == FALSE
        elif UNKNOWN not in (a, b):
            holds = a == b if name == "equals" else (
                at_most(b, a, own[0]) if name == "at_least" else at_most(a, b, own[0])
            )  # fmt: skip
            assert found.code(row) == (TRUE if holds else FALSE)
        else:
            assert found.code(row) & FALSE  # what is not known may always go the wrong way


@given(
    st.lists(st.tuples(moments, moments), min_size=1), st.sampled_from(["0", "1", "1439", "0.5"])
)
@FIXED
def test_time_elapsed_between_moments(rows, minutes):
    own = [column(n, "datetime", blank="nothing") for n in ("a", "b")]
    words = dictionary(table("t", *own), table("community", one_row=True))
    known = {"limit": parameter("limit", minutes, "分钟")}
    judged = facts(words, all_tables(words, t=[{"a": a, "b": b} for a, b in rows]), known)

    asked = {"elapsed": {"from": "a", "to": "b", "at_most": "$limit"}}
    found = truth(judged, "t", condition(asked, "t", words, known))

    length = judged.duration(Param("limit"))
    for row, (a, b) in enumerate(rows):
        if isinstance(a, datetime) and isinstance(b, datetime):
            in_time = a <= b and not_after(b, deadline(a, length).moment)
            assert found.code(row) == (TRUE if in_time else FALSE)


def test_a_time_in_days_is_measured_by_days():
    own = [column(n, "datetime") for n in ("a", "b")]
    words = dictionary(table("t", *own), table("community", one_row=True))
    rows = [{"a": moment("2025-01-01T08:00"), "b": moment("2025-01-02T23:00")}]
    judged = facts(words, all_tables(words, t=rows))

    asked = {"elapsed": {"from": "a", "to": "b", "at_most": {"days": 1}}}

    assert truth(judged, "t", condition(asked, "t", words)) == from_codes([TRUE])
    assert judged.duration(Duration(1, "日")) == Duration(1, "日")


@pytest.mark.parametrize("many", [True, False])
def test_lists_are_never_compared_as_plain_values(many):
    assert columns.comparable(column("a", "int", many=many), column("b", "int")) is not many
