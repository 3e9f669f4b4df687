"""The oracle written by hand is right: the engine confirms every one of its submissions."""

from tests.assessment.pools import book
from tests.workbench.proof.pools_oracle import every_vector, judge


def test_the_engine_finds_the_outcomes_that_every_submission_was_built_for():
    vectors = every_vector()
    # 3 x 2 with samples and 1 without, times 2 x 2 x 3
    assert len(vectors) == (3 * 2 + 1) * 12
    for outcomes in vectors:
        result = judge(outcomes, book())
        assert {f.rule: set(f.possible) for f in result.findings} == {
            rule: {outcome} for rule, outcome in outcomes.items()
        }
