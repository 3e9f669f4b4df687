"""Faults planted in the scheme of the small standard are found at their place; the clean one has none."""

from dataclasses import replace
from fractions import Fraction

import pytest

from checker.workbench.diagnostic import Gravity
from checker.workbench.proof.score_claims import possible_outcomes, score_claims
from tests.workbench.proof.pools_oracle import (
    CLEAN,
    CLEAR,
    EMPTY,
    GUARDED,
    MET,
    OPTIONS,
    RENEWED,
    TESTED,
    PoolsOracle,
)

DECLARED = f"""\
redistribution:
- {{subject: "1.1", reason: 没有水样就谈不上水质}}
- {{subject: {RENEWED}, reason: 不循环供水的不用补水}}
"""


UNSCORED = f"""\
unscored:
- {{rule: {RENEWED}, reason: 试行, decided_by: 示例}}
"""


def claims(rule_set, oracle=None):
    """What the claims on the score say, with the oracle written by hand."""
    return score_claims(rule_set, oracle or PoolsOracle(rule_set.book), lambda _: None)


def found(rule_set, oracle=None):
    """Check and place of every diagnostic that counts."""
    diagnostics, _, _ = claims(rule_set, oracle)
    return [
        (d.check, f"{d.place.file.split('/')[-1]}:{d.place.line}")
        for d in diagnostics
        if d.gravity is not Gravity.NOTE
    ]


def line_of(rule_set, file, text):
    """Where a text stands, as found by reading the file."""
    lines = (rule_set.folder / file).read_text(encoding="utf-8").splitlines()
    (number,) = [n for n, line in enumerate(lines, 1) if text in line]
    return f"{file.split('/')[-1]}:{number}"


@pytest.mark.parametrize("profile", ["everyday", "contest"])
def test_nothing_is_found_in_the_clean_rule_set(pools, profile):
    assert found(pools(profile=profile, workbench=DECLARED)) == []


def test_the_outcomes_that_rules_can_have_are_asked_of_the_oracle(pools):
    rule_set = pools()
    known = possible_outcomes(rule_set, PoolsOracle(rule_set.book))
    assert known == {rule: frozenset(options) for rule, options in OPTIONS.items()}


def test_a_condition_that_never_decides_is_only_a_note(pools):
    # nothing major and 75 points leave no chapter under 60 %: tried by hand in test_score_by_hand
    rule_set = pools(workbench=DECLARED)
    notes = [d for d in claims(rule_set)[0] if d.gravity is Gravity.NOTE]
    assert [(n.check, n.subject) for n in notes] == [
        ("condition-idle", "deciding/fit/every_chapter")
    ]
    assert notes[0].place.line == 20


def test_every_grade_and_conclusion_has_a_witness_that_the_engine_judged(pools):
    _, _, figures = claims(pools(workbench=DECLARED))
    came = {f["goal"]: f for f in figures["reach"]}
    assert came["grade/fine"]["grade"] == "清澈"
    assert came["grade/fair"]["grade"] == "尚可"
    assert came["grade/poor"]["grade"] == "浑浊"
    assert came["conclusion/fit"]["conclusion"] == "自查可以开放"
    assert came["conclusion/unfit"]["conclusion"] == "自查应当暂停开放"
    assert came["line/90"]["points"] == "90.0"
    assert came["line/60"]["points"] == "60.0"
    assert came["line/75"]["points"] == "75.0"
    assert all(f["rows"] > 0 for f in came.values() if f["came"] == "reached")


def test_a_grade_above_the_total_is_unreachable(pools):
    rule_set = pools(
        {"acceptance.yaml": [('title: 清澈, at_least: "90"', 'title: 清澈, at_least: "101"')]},
        workbench=DECLARED,
    )
    assert found(rule_set) == [("grade-unreachable", line_of(rule_set, "acceptance.yaml", "清澈"))]


def test_a_conclusion_that_an_earlier_one_always_forestalls_is_unreachable(pools):
    stricter = """\
- id: splendid
  title: 示范
  self_title: 自查示范
  conforms: true
  requires: {vetoes: 0, major: 0, score: "90%", every_chapter: "60%"}
- id: unfit
"""
    rule_set = pools({"acceptance.yaml": [("- id: unfit\n", stricter)]}, workbench=DECLARED)
    assert found(rule_set) == [
        ("conclusion-unreachable", line_of(rule_set, "acceptance.yaml", "id: splendid"))
    ]


def test_a_veto_that_does_not_keep_from_conforming_is_found_at_the_conclusion(pools):
    # whoever has no guards keeps 75 points; without the conditions on vetoes and major he is fit
    rule_set = pools(
        {"acceptance.yaml": [('{vetoes: 0, major: 0, score: "75%", every_chapter: "60%", ',
                              '{score: "75%", ')]},
        workbench=DECLARED,
    )  # fmt: skip
    assert found(rule_set) == [
        ("veto-without-effect", line_of(rule_set, "acceptance.yaml", 'score: "75%"'))
    ]


def test_a_veto_that_no_one_can_meet_together_with_another_requirement_is_found(pools):
    # guarded and tested exclude each other: with the veto on, nobody is without a major one
    rule_set = pools(workbench=DECLARED)
    oracle = PoolsOracle(rule_set.book, exclude=({GUARDED: MET, TESTED: MET},))
    diagnostics, _, _ = claims(rule_set, oracle)
    (blocks,) = [d for d in diagnostics if d.check == "veto-blocks"]
    assert blocks.subject == GUARDED
    assert TESTED in blocks.message
    assert f"{blocks.place.file.split('/')[-1]}:{blocks.place.line}" == line_of(
        rule_set, "2-safety/2.1-guarded/rules.yaml", "veto_candidate"
    )
    assert "conclusion-unreachable" in {d.check for d in diagnostics}


def with_scheme(rule_set, **changes):
    """The rule set under a scheme that no file could state: reading would refuse it."""
    book = rule_set.book
    return replace(rule_set, book=replace(book, acceptance=replace(book.acceptance, **changes)))


@pytest.mark.parametrize("share", [Fraction(3, 2), Fraction(-1, 10)])
def test_a_near_miss_outside_its_neighbours_is_not_monotone(pools, share):
    rule_set = with_scheme(pools(workbench=DECLARED), near_miss=share)
    assert ("score-not-monotone", "acceptance.yaml:2") in found(rule_set)


def test_conclusions_in_the_wrong_order_are_not_monotone(pools):
    before = """\
- id: doubtful
  title: 暂缓
  self_title: 自查暂缓
  conforms: false
  requires: {score: "95%"}
- id: fit
"""
    rule_set = pools({"acceptance.yaml": [("- id: fit\n", before)]}, workbench=DECLARED)
    at = line_of(rule_set, "acceptance.yaml", "conforms: true")
    assert ("score-not-monotone", at) in found(rule_set)


def test_a_lift_that_nobody_declared_is_found_at_its_rule(pools):
    rule_set = pools(workbench=DECLARED.splitlines()[0] + "\n" + DECLARED.splitlines()[1] + "\n")
    at = line_of(rule_set, "2-safety/2.2-renewed/rules.yaml", RENEWED)
    assert found(rule_set) == [("redistribution-undeclared", at)]


def test_a_declaration_of_what_always_applies_is_stale(pools):
    rule_set = pools(workbench=DECLARED + '- {subject: "2.1", reason: 从来都适用的项}\n')
    assert found(rule_set) == [("redistribution-stale", "workbench.yaml:4")]


@pytest.mark.parametrize("profile", ["everyday", "contest"])
def test_a_declaration_that_only_another_profile_needs_is_not_stale(pools, profile):
    # nothing of 2.2 is scored here; under the other profiles it is
    rule_set = pools(
        {f"profiles/{profile}.yaml": [(f"name: {profile}\n", f"name: {profile}\n" + UNSCORED)]},
        profile=profile, workbench=DECLARED,
    )  # fmt: skip
    assert found(rule_set) == []


def test_lifts_are_those_computed_by_hand(pools):
    _, _, figures = claims(pools(workbench=DECLARED))
    lifts = {f["rule"]: f for f in figures["redistribution"]}
    # renewed alone in 2.2: 85 points if it fails, 100 if it does not apply
    assert (lifts[RENEWED]["points"], lifts[RENEWED]["most"]) == (15.0, 15.0)
    assert lifts[RENEWED]["turn"]["others"] == []
    assert lifts[RENEWED]["turn"]["failed"]["grade"] == "尚可"
    assert lifts[RENEWED]["turn"]["away"]["grade"] == "清澈"
    # clean and clear are about the same samples, so neither applies; then the item drops out
    assert lifts[CLEAN]["with"] == [CLEAR]
    assert (lifts[CLEAN]["points"], lifts[CLEAN]["most"]) == (40.0, 40.0)
    assert lifts[CLEAR]["with"] == [CLEAN]
    assert all(f["rows"] > 0 for f in lifts.values())


def test_no_combination_lifts_more_than_the_greatest_lift(pools):
    from checker.workbench.proof.lifts import Totals, greatest_lift, lift, worst
    from checker.workbench.proof.supposition import field
    from tests.workbench.proof.pools_oracle import every_vector

    rule_set = pools()
    known = field(rule_set.book, {r: frozenset(o) for r, o in OPTIONS.items()})
    totals = Totals(known)
    for stake in known.stakes:
        if EMPTY in stake.options:
            lifts = [lift(totals, stake, v) for v in every_vector()]
            assert worst(stake) is not None
            assert max(lifts) == greatest_lift(totals, stake), stake.rule
            assert min(lifts) >= Fraction(0)


def test_a_conclusion_that_no_review_can_come_to_is_found(pools):
    # more confirmations would have to be open than there can be: -1
    rule_set = pools(workbench=DECLARED)
    first, *others = rule_set.book.acceptance.conclusions
    never = replace(first, requires=replace(first.requires, untested=-1))
    rule_set = with_scheme(rule_set, conclusions=(never, *others))
    assert found(rule_set) == [
        ("conclusion-unreachable", line_of(rule_set, "acceptance.yaml", "id: fit"))
    ]
