"""What to hand in next, for drawn rules over drawn submissions: the figures are those of the score."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.assessment.assess import assess_submission
from checker.model.submission import Submission, TableData
from tests.assessment.handing import claims
from tests.properties.settings import fixed
from tests.properties.test_whole_assessment import MORE, Whole, plain_wholes, rulebook, wholes
from tests.properties.world import ON

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]


def submission(whole: Whole, tables: dict[str, TableData]) -> Submission:
    return Submission(whole.kind, whole.period, ON, tables, site_findings=whole.site)


def absent(table: TableData) -> TableData:
    nothing = dict.fromkeys(table.columns, ())
    return replace(table, size=0, columns=nothing, ids=(), closed=False, submitted=False)


def test_whatever_is_drawn_the_claims_hold():
    @fixed(80 * MORE)
    @given(st.one_of(wholes(), wholes(wild=True), plain_wholes()))
    def holds(whole: Whole) -> None:
        book, own = rulebook(whole), submission(whole, whole.tables)
        claims(book, own, assess_submission(book, own))

    holds()


def test_the_claims_hold_whichever_tables_are_not_handed_in():
    @fixed(80 * MORE)
    @given(wholes(), st.data())
    def holds(whole: Whole, data: st.DataObject) -> None:
        names = sorted(set(whole.tables) - {"community"})
        gone = data.draw(st.sets(st.sampled_from(names)))
        tables = {n: absent(t) if n in gone else t for n, t in whole.tables.items()}
        book, own = rulebook(whole), submission(whole, tables)
        result = assess_submission(book, own)
        claims(book, own, result)
        assert assess_submission(book, own).to_hand_in == result.to_hand_in

    holds()
