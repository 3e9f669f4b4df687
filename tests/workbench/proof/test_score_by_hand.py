"""What the solvers say of the small standard is what trying every combination of outcomes says.

The score is computed here by hand: points 40, 20 | 25, 15 and, in 1.1, weights 3 and 1.
"""

from fractions import Fraction

import pytest

from checker.workbench.proof.goals import conclusion_goal, deciding_goal, grade_goal, line_goal
from checker.workbench.proof.linear import Term
from checker.workbench.proof.milp import Nothing, propose
from checker.workbench.proof.outcome_model import outcome_model
from checker.workbench.proof.reach import Came, Search
from checker.workbench.proof.refute import refuted
from checker.workbench.proof.supposition import field, points, suppose, sure
from tests.assessment.pools import book
from tests.workbench.proof.pools_oracle import (
    CLEAN,
    CLEAR,
    EMPTY,
    GUARDED,
    MET,
    MISSED,
    NEAR,
    OPTIONS,
    RENEWED,
    TESTED,
    PoolsOracle,
    every_vector,
)

WORTH = {MET: Fraction(1), NEAR: Fraction(1, 2), MISSED: Fraction(0)}


def mean_by_hand(members):
    """The mean of (weight, value) pairs; None if no member has a value."""
    staying = [(w, v) for w, v in members if v is not None]
    weights = sum(w for w, _ in staying)
    return Fraction(sum(w * v for w, v in staying), weights) if weights else None


def chapters_by_hand(outcomes):
    """The shares of the two chapters."""
    worth = {rule: WORTH.get(outcome) for rule, outcome in outcomes.items()}
    clean = mean_by_hand([(3, worth[CLEAN]), (1, worth[CLEAR])])
    one = mean_by_hand([(40, clean), (20, worth[TESTED])])
    return one, mean_by_hand([(25, worth[GUARDED]), (15, worth[RENEWED])])


def half_up(value):
    """Rounded half up to one place."""
    return Fraction(int(value * 10 + Fraction(1, 2)), 10)


def total_by_hand(outcomes):
    """The total, rounded: chapter 1 has 60 points and chapter 2 has 40."""
    one, two = chapters_by_hand(outcomes)
    return half_up(one * 60 + two * 40)


def grade_by_hand(outcomes):
    """The grade: 90 and 60."""
    total = total_by_hand(outcomes)
    return "清澈" if total >= 90 else "尚可" if total >= 60 else "浑浊"


def major_by_hand(outcomes):
    """Whether anything is a major nonconformity: tested is major by itself, guarded is alone in
    its item, and the two of 1.1 are if no one that applies is met."""
    failed = {rule for rule, outcome in outcomes.items() if outcome in (NEAR, MISSED)}
    asked = {rule for rule in (CLEAN, CLEAR) if outcomes[rule] is not EMPTY}
    return bool(failed & {TESTED, GUARDED}) or (bool(asked) and asked <= failed)


def fit_by_hand(outcomes):
    """Whether it may open: 75 points, each chapter 60 %, nothing major."""
    one, two = chapters_by_hand(outcomes)
    floors = half_up(one * 60) >= 36 and half_up(two * 40) >= 24
    return total_by_hand(outcomes) >= 75 and floors and not major_by_hand(outcomes)


@pytest.fixture(scope="module")
def known():
    """The score of the small standard."""
    return field(book(), {rule: frozenset(options) for rule, options in OPTIONS.items()})


@pytest.fixture
def search(known):
    """A search that asks the oracle written by hand."""
    return Search(known, PoolsOracle(book()))


def test_supposed_outcomes_score_as_by_hand(known):
    for outcomes in every_vector():
        verdict = suppose(known.book, sure(outcomes))
        assert verdict.points.worst == verdict.points.best == total_by_hand(outcomes)
        assert verdict.conclusion.grade == grade_by_hand(outcomes)
        assert verdict.conclusion.conforms is fit_by_hand(outcomes)


@pytest.mark.parametrize("sign", [1, -1])
def test_the_least_and_the_greatest_score_are_those_of_all_combinations(known, sign):
    found = outcome_model(known)
    values = propose(found.model, found.score * sign, gap=0)
    assert not isinstance(values, Nothing)
    outcomes = {r: o for (r, o), t in found.outcomes.items() if values[next(iter(t.factors))] > 0.5}
    end = max if sign < 0 else min
    assert points(book(), sure(outcomes)) == end(total_by_hand(v) for v in every_vector())


def test_every_total_is_reached_just_if_some_combination_has_it(search):
    totals = {total_by_hand(v) for v in every_vector()}
    for n in (*range(0, 102, 5), 87, 88, 101):
        reached = search.reach(line_goal(search.field.scheme, n))
        assert reached.came is (Came.REACHED if n in totals else Came.UNREACHABLE), n


def test_grades_and_conclusions_are_reached_by_submissions_that_come_to_them_by_hand(search):
    scheme = search.field.scheme
    for i, grade in enumerate(scheme.grades):
        attained = search.reach(grade_goal(scheme, i)).attained
        assert attained is not None
        assert grade_by_hand(attained.outcomes) == grade.title
    for i, fit in enumerate((True, False)):
        attained = search.reach(conclusion_goal(scheme, i)).attained
        assert attained is not None
        assert fit_by_hand(attained.outcomes) is fit


def test_a_condition_decides_alone_just_if_some_combination_fails_it_alone(search):
    alone = {"major": False, "score": False, "every_chapter": False}
    for outcomes in every_vector():
        one, two = chapters_by_hand(outcomes)
        holds = {
            "major": not major_by_hand(outcomes),
            "score": total_by_hand(outcomes) >= 75,
            "every_chapter": half_up(one * 60) >= 36 and half_up(two * 40) >= 24,
        }
        failing = [name for name, answer in holds.items() if not answer]
        if len(failing) == 1:
            alone[failing[0]] = True
    for name, some in alone.items():
        came = search.reach(deciding_goal(search.field.scheme, 0, name)).came
        assert came is (Came.REACHED if some else Came.UNREACHABLE), name


def test_what_data_cannot_bring_about_together_is_cut_away(known):
    # 40 + 20 + 25 + 15 with chlorine near the limit: 3 x 0.5 + 1 of 4, 25 of 40 points: 85
    def missing(oracle):
        return Search(known, oracle).reach(line_goal(known.scheme, 85))

    assert missing(PoolsOracle(book())).came is Came.REACHED
    eighty_five = [v for v in every_vector() if total_by_hand(v) == 85]
    clash = tuple({r: v[r] for r in v} for v in eighty_five)
    found = missing(PoolsOracle(book(), exclude=clash))
    assert found.came is Came.UNREACHABLE
    assert found.rounds == len(found.cut) > 0


def test_an_answer_that_nobody_could_confirm_proves_nothing(known):
    class Doubtful(PoolsOracle):
        def joint(self, wanted):
            from dataclasses import replace

            from checker.workbench.proof.questions import Verdict

            found = super().joint(wanted)
            return replace(found, verdict=Verdict.UNDECIDED, witness=None)

    found = Search(known, Doubtful(book())).reach(line_goal(known.scheme, 100))
    assert found.came is Came.UNDECIDED
    assert found.attained is None


def test_the_exact_solver_tells_a_line_from_the_number_below_it(known):
    found = outcome_model(known)
    model = found.model.copy()
    model.at_least(found.score * 100, Fraction(10**12 + 1, 10**10))
    assert refuted(model) is True
    model = found.model.copy()
    model.at_least(found.score * 100, 100)
    assert refuted(model) is False


def test_terms_add_up_as_they_are_written():
    x, y = Term({0: 1}), Term({1: 1})
    term = (x * 3 + y - 2) * Fraction(1, 2) - x
    assert term == Term({0: Fraction(1, 2), 1: Fraction(1, 2)}, -1)
