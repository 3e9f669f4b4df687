"""Submissions made from a complete one come to what the engine says of them."""

from fractions import Fraction

import pytest

from checker.assessment.assess import assess_submission
from checker.workbench.proof.goals import conclusion_goal, deciding_goal, grade_goal, line_goal
from checker.workbench.proof.questions import Answer, Verdict
from checker.workbench.proof.reach import Came, Search
from checker.workbench.proof.score_claims import declared_specimen, score_claims
from checker.workbench.proof.score_view import score_lines
from checker.workbench.proof.supposition import field
from checker.workbench.proof.variants import Variants, summing
from tests.assessment.pools import book, submission
from tests.workbench.proof.pools_oracle import OPTIONS, PoolsOracle


class Silent:
    """An oracle that must not be needed."""

    def ask(self, wanted):
        return Answer(Verdict.UNDECIDED)

    joint = ask


@pytest.fixture
def search():
    """A search that has only a complete submission to go by."""
    known = field(book(), {rule: frozenset(options) for rule, options in OPTIONS.items()})
    return Search(known, Silent(), submission())


def test_a_variant_has_the_outcomes_that_the_engine_finds():
    variants = Variants(book(), submission())
    for table in variants.tables:
        taken = frozenset({table})
        result = assess_submission(book(), variants.submission(taken))
        outcomes = variants.outcomes(taken)
        assert outcomes == {f.rule: p for f in result.findings for p in f.possible}, table


def test_grades_and_conclusions_are_found_without_an_oracle(search):
    scheme = search.field.scheme
    for goal in (grade_goal(scheme, 1), conclusion_goal(scheme, 1)):
        found = search.reach(goal)
        assert found.came is Came.REACHED
        assert found.attained.result.conclusion.id == "unfit"


def test_a_line_is_met_by_tables_whose_losses_add_up(search):
    # without reports 20 points lack
    found = search.reach(line_goal(search.field.scheme, 80))
    assert found.attained.result.points.best == 80
    assert found.attained.witness.data == {"without": ["lab_reports"]}


def test_what_cannot_be_is_proven_also_where_no_variant_comes_to_it(search):
    scheme = search.field.scheme
    assert search.reach(line_goal(scheme, 101)).came is Came.UNREACHABLE
    assert search.reach(deciding_goal(scheme, 0, "every_chapter")).came is Came.UNREACHABLE
    assert search.reach(line_goal(scheme, 85)).came is Came.UNDECIDED


def test_losses_are_combined_until_they_make_up_what_is_wanted():
    losses = {"a": Fraction(5), "b": Fraction(3), "c": Fraction(2), "d": Fraction(0)}
    found = list(summing(losses, Fraction(5), Fraction(1, 10)))
    assert frozenset({"a"}) in found
    assert frozenset({"b", "c"}) in found
    assert all(sum(losses[t] for t in taken) == 5 for taken in found)


def test_a_submission_that_cannot_be_read_is_found_where_it_is_declared(pools):
    rule_set = pools(workbench="specimen: ../nowhere\n")
    found, (diagnostic,) = declared_specimen(rule_set)
    assert found is None
    assert (diagnostic.check, diagnostic.place.line) == ("score-undecided", 1)


def test_the_view_names_every_goal_and_the_greatest_lift(pools):
    rule_set = pools()
    _, _, figures = score_claims(rule_set, PoolsOracle(rule_set.book), lambda _: None)
    text = "\n".join(score_lines(figures))
    assert "有：等级“清澈”有申报能达到——100.0 分，清澈，自查可以开放" in text
    assert "YYC-0101-01：抬高 40.0 分，最多 40.0 分；单凭这一条就会改变等级或结论" in text
    assert "YYC-0201-01（候选）不符合时：自查应当暂停开放；证明拦得住" in text
