"""How grave a failure is, and how many grave ones there are and may be."""

from dataclasses import replace

import pytest

from checker.assessment.findings import Assessed, counted, outcome_of
from checker.assessment.severity import severity, tally_major, tally_vetoes, vetoed
from checker.language.evaluate import Judgement
from checker.model.outcome import (
    AssessmentKind,
    Confirmation,
    Level,
    Outcome,
    Possible,
    Reason,
    Severity,
)
from checker.model.problem import NOWHERE
from checker.model.result import Measured, MissingData, RowRef
from tests.assessment.pools import book

MET, MISSED, EMPTY = Possible.MET, Possible.MISSED, Possible.EMPTY
BOOK = book()
PLAIN = replace(BOOK.acceptance, systemic_rows=0)
SYSTEMIC = BOOK.acceptance  # two rows of pools
GUARDED = next(r for r in BOOK.rules if r.id == "YYC-0201-01")  # a share of pools
MAJOR, MINOR, OBSERVATION = Severity.MAJOR, Severity.MINOR, Severity.OBSERVATION


def one(
    possible=(MISSED,),
    rows=1,
    maybe=0,
    open_table=False,
    outcome=None,
    confirmation=Confirmation.NOT_NEEDED,
    kind=AssessmentKind.ASSOCIATION,
    **rule,
):
    """A finding on the rule that asks for lifeguards at every pool."""
    offending = [
        RowRef("pools", "泳池", f"P{n}", NOWHERE, certain=n < rows) for n in range(rows + maybe)
    ]
    missing = (MissingData("pools", "泳池", Reason.TABLE_PARTIAL),) if open_table else ()
    measured = Measured(
        "", "share", "1", None, False, "", (9, 9), tuple(possible), tuple(offending), rows, missing,
        table="pools",
    )  # fmt: skip
    known = frozenset(possible)
    return Assessed(
        replace(GUARDED, **rule), Judgement(known, ()), outcome_of(known),
        outcome or outcome_of(known), None, "", confirmation, counted(known, confirmation, kind),
        (measured,),
    )  # fmt: skip


def passed(**rule):
    return one((MET,), rows=0, **rule)


def graded(finding, *others, scheme=PLAIN):
    return severity(finding, [finding, *others], scheme)


@pytest.mark.parametrize("possible", [(MET,), (MET, MISSED), (EMPTY,)])
def test_only_a_failure_has_a_severity(possible):
    assert graded(one(possible), passed()) is None


def test_an_isolated_failure_is_minor():
    assert graded(one(), passed()) is MINOR


def test_what_is_only_recommended_is_an_observation_however_grave():
    found = one(level=Level.RECOMMENDATION, severity=MAJOR)

    assert graded(found, scheme=SYSTEMIC) is OBSERVATION


def test_what_is_only_permitted_is_recorded_and_not_graded():
    assert graded(one(level=Level.PERMISSION, severity=MAJOR), scheme=SYSTEMIC) is None


def test_a_rule_may_be_grave_by_itself():
    assert graded(one(severity=MAJOR), passed()) is MAJOR


def test_a_veto_that_is_switched_on_is_major():
    scheme = replace(PLAIN, enabled_vetoes=(GUARDED.id,))

    assert vetoed(one(), scheme)
    assert graded(one(), passed(), scheme=scheme) is MAJOR
    assert not vetoed(one(veto_candidate=True), PLAIN)
    assert not vetoed(passed(), scheme)


@pytest.mark.parametrize(("rows", "expected"), [(1, MINOR), (2, MAJOR), (3, MAJOR)])
def test_the_same_failure_in_many_rows_is_major(rows, expected):
    assert graded(one(rows=rows), passed(), scheme=SYSTEMIC) is expected


def test_rows_that_only_may_fail_do_not_make_it_certain():
    assert graded(one(rows=1, maybe=5), passed(), scheme=SYSTEMIC) is MINOR


def test_rows_of_another_table_do_not_count():
    scheme = replace(SYSTEMIC, systemic_tables=("lifeguards",))

    assert graded(one(rows=9), passed(), scheme=scheme) is MINOR


def test_an_item_that_fails_as_a_whole_is_major():
    assert graded(one(), one()) is MAJOR
    assert graded(one()) is MAJOR


def test_an_item_of_one_rule_is_no_whole_item_where_the_scheme_asks_for_two():
    scheme = replace(PLAIN, whole_item_from=2)

    assert graded(one(), scheme=scheme) is MINOR
    assert graded(one(), one(), scheme=scheme) is MAJOR


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (one((EMPTY,)), MAJOR),  # does not apply: it is not asked
        (one((MET,), level=Level.RECOMMENDATION), MAJOR),  # only 应 rules are asked
        (one((MET, MISSED)), MINOR),  # may still be met
        (one((MET,), outcome=Outcome.UNTESTED), MINOR),
    ],
)
def test_what_belongs_to_the_whole_item(other, expected):
    assert graded(one(), other) is expected


class TestTally:
    def tally(self, *items, scheme=PLAIN):
        found = tally_major(items, scheme)
        return found.certain, found.possible

    def test_an_item_that_may_fail_as_a_whole_may_be_major(self):
        # the failed one is minor as long as the other may be met, and both are major if it is not
        assert self.tally([one(), one((MET, MISSED))]) == (0, 2)

    def test_what_may_turn_out_not_to_apply_does_not_rule_it_out(self):
        # two have failed; if the third does not apply, that is the whole item
        assert self.tally([one(), one(), one((MET, EMPTY))]) == (0, 2)
        # and alone one failure is no whole item where two are asked for
        scheme = replace(PLAIN, whole_item_from=2)
        assert self.tally([one(), one((MET, EMPTY))], scheme=scheme) == (0, 0)

    def test_what_waits_for_confirmation_in_a_review_may_be_rejected(self):
        pending = {"outcome": Outcome.UNTESTED, "confirmation": Confirmation.PENDING}

        assert self.tally([one((MET,), severity=MAJOR, **pending), passed()]) == (0, 1)
        counted_as_met = one((MET,), severity=MAJOR, kind=AssessmentKind.SELF, **pending)
        assert self.tally([counted_as_met, passed()]) == (0, 0)

    def test_what_is_met_rules_it_out(self):
        assert self.tally([one(), passed()]) == (0, 0)
        assert self.tally([one(), passed(), one((MET, MISSED))]) == (0, 0)

    def test_a_grave_rule_that_may_fail(self):
        assert self.tally([one((MET, MISSED), severity=MAJOR), passed()]) == (0, 1)

    def test_certain_ones_are_possible_ones_too(self):
        assert self.tally([one(severity=MAJOR), passed()], [one()]) == (2, 2)

    def test_rows_that_may_fail_may_make_it_systemic(self):
        assert self.tally([one(rows=1, maybe=1), passed()], scheme=SYSTEMIC) == (0, 1)
        assert self.tally([one(rows=1, maybe=0), passed()], scheme=SYSTEMIC) == (0, 0)

    def test_an_open_table_may_hold_any_number_of_rows(self):
        assert self.tally([one(rows=1, open_table=True), passed()], scheme=SYSTEMIC) == (0, 1)

    def test_vetoes(self):
        scheme = replace(PLAIN, enabled_vetoes=(GUARDED.id,))
        found = tally_vetoes([one(), one((MET, MISSED)), passed(), one((EMPTY,))], scheme)

        assert (found.certain, found.possible) == (1, 2)
        waits = one((MET,), outcome=Outcome.UNTESTED, confirmation=Confirmation.PENDING)
        assert tally_vetoes([waits], scheme).possible == 1
        assert tally_vetoes([one()], PLAIN).possible == 0
