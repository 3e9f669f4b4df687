"""What `prove` says of rules: planted faults are found where they stand, and nothing else is."""

import json

import pytest

from checker.workbench.cases import read_cases, run
from checker.workbench.proof.claims import rule_claims
from checker.workbench.proof.oracle import Oracle, rules_of
from checker.workbench.proof.questions import APPLIES, FAILS, PASSES, SPARED, Verdict
from tests.cli import command
from tests.cli.command import POOL_RULES

WATER = "1-water/1.1-clean/rules.yaml"
GUARDED = "2-safety/2.1-guarded/rules.yaml"

RULE = """
- id: YYC-0201-{no}
  title: 添的一条
  requirement: 添的一条应做到。
  level: requirement
  source:
    topic_basis: stated
    content_basis: stated
    seed: [{{section: 第三节, line: 9, sentence: 1}}]
  check: {check}
  verification: [S]
  evidence: [{{type: 照片, title: 照片, number: 1}}]
  weight: 1
  remedy: 照着做。
"""


@pytest.fixture
def proven(pools):
    """Prove the pool rules with further rules in item 2.1, given by their checks."""

    def proofs(*checks: str, workbench: str = "", applies: str = "", veto: bool = False):
        added = "".join(RULE.format(no=f"{i:02}", check=check) for i, check in enumerate(checks, 2))
        if applies:
            added = added.replace("  check:", f"  applies_when: {applies}\n  check:", 1)
        if veto:
            added = added.rstrip("\n") + "\n  veto_candidate: true\n"
        rule_set = pools({}, workbench=workbench)
        file = rule_set.folder / GUARDED
        file.write_text(file.read_text("utf-8").rstrip("\n") + added, "utf-8")
        from checker.workbench.rule_set import read_rule_set

        rule_set = read_rule_set(rule_set.folder, "everyday")
        rules = [r.id for r in rule_set.book.rules]
        oracle = Oracle(rules_of(rule_set.book))
        return rule_set, rule_claims(rule_set, oracle, rules, lambda _: None)

    return proofs


def told(proofs):
    """Check and subject of every diagnostic."""
    return [(d.check, d.subject) for d in proofs.diagnostics]


def test_nothing_is_wrong_with_the_pool_rules(proven):
    _, proofs = proven()
    assert proofs.diagnostics == ()
    assert proofs.figures["impossible"] == proofs.figures["unconfirmed"] == 0


def test_a_check_that_no_row_can_meet_never_passes(proven):
    rules, proofs = proven("{measure: count, of: pools, where: {depth: {at_least: 3, at_most: 2}}, expect: {at_least: 1}}")  # fmt: skip
    assert told(proofs) == [("prove-never-passes", "YYC-0201-02")]
    assert proofs.diagnostics[0].place == rules.rule_place("YYC-0201-02")


def test_a_limit_beyond_the_bounds_of_its_column_never_passes(proven):
    _, proofs = proven("{measure: mean, of: pools, value: depth, expect: {at_least: '6.01'}}")
    assert told(proofs) == [("prove-never-passes", "YYC-0201-02")]


def test_a_limit_at_the_bound_of_its_column_can_pass(proven):
    _, proofs = proven("{measure: mean, of: pools, value: depth, expect: {at_least: 6}}")
    assert told(proofs) == []


def test_a_check_that_every_submission_meets_never_fails(proven):
    _, proofs = proven("{measure: share, of: pools, that: {depth: {at_most: 6}}, expect: {at_least: 100%}}")  # fmt: skip
    assert told(proofs) == [("prove-never-fails", "YYC-0201-02")]


def test_a_condition_that_no_subject_meets_applies_to_nobody(proven):
    _, proofs = proven(
        "{measure: count, of: pools, expect: {at_least: 1}}",
        applies="{all: [{circulating: true}, {circulating: false}]}",
    )
    assert told(proofs) == [("prove-never-applies", "YYC-0201-02")]


def test_two_rules_that_cannot_both_pass_contradict_each_other(proven):
    rules, proofs = proven(
        "{measure: count, of: pools, where: {depth: {at_least: 2}}, expect: {at_least: 2}}",
        "{measure: count, of: pools, expect: {at_most: 1}}",
    )
    assert told(proofs) == [("prove-contradiction", "YYC-0201-02")]
    other = rules.rule_place("YYC-0201-03")
    assert [place for place, _ in proofs.diagnostics[0].related] == [other]


def test_a_veto_candidate_that_another_rule_rules_out_is_told_as_such(proven):
    _, proofs = proven(
        "{measure: count, of: pools, expect: {at_least: 2}}",
        "{measure: count, of: pools, expect: {at_most: 1}}",
        veto=True,
    )
    assert told(proofs) == [("prove-veto-contradiction", "YYC-0201-03")]


def test_a_weaker_rule_is_implied_by_a_stronger_one(proven):
    _, proofs = proven(
        "{measure: count, of: pools, where: {depth: {at_least: 2}}, expect: {at_least: 3}}",
        "{measure: count, of: pools, expect: {at_least: 2}}",
    )
    assert told(proofs) == [("prove-implied", "YYC-0201-03")]


def test_two_rules_that_say_the_same_otherwise_are_duplicates(proven):
    _, proofs = proven(
        "{measure: count, of: pools, where: {depth: {at_least: 2}}, expect: {at_least: 1}}",
        "{any: [{measure: count, of: pools, where: {depth: {at_least: 2, at_most: 3}}, expect:"
        " {at_least: 1}},"
        " {measure: count, of: pools, where: {depth: {at_least: 3}}, expect: {at_least: 1}}]}",
    )
    assert told(proofs) == [("prove-duplicate", "YYC-0201-02")]


RELATION = """
relations:
- {{rule: YYC-0201-02, relation: {relation}, other: {other}, reason: 有意这样写的，先严后宽}}
"""
STRONG = "{measure: count, of: pools, expect: {at_least: 3}}"
WEAK = "{measure: count, of: pools, expect: {at_least: 2}}"


def test_a_declared_relation_is_not_told(proven):
    declared = RELATION.format(relation="implies", other="YYC-0201-03")
    _, proofs = proven(STRONG, WEAK, workbench=declared)
    assert told(proofs) == []


@pytest.mark.parametrize("relation", ["same", "excludes"])
def test_a_declared_relation_that_does_not_hold_is_an_error_where_it_stands(proven, relation):
    declared = RELATION.format(relation=relation, other="YYC-0201-03")
    _, proofs = proven(STRONG, WEAK, workbench=declared)
    assert ("prove-relation-declared-wrongly", "YYC-0201-02") in told(proofs)
    wrong = next(d for d in proofs.diagnostics if d.check == "prove-relation-declared-wrongly")
    assert (wrong.place.file, wrong.place.line) == ("rules/workbench.yaml", 3)


def test_an_implication_declared_the_wrong_way_round_does_not_hold(proven):
    declared = RELATION.format(relation="implies", other="YYC-0201-03")
    _, proofs = proven(WEAK, STRONG, workbench=declared)
    assert told(proofs) == [
        ("prove-implied", "YYC-0201-02"), ("prove-relation-declared-wrongly", "YYC-0201-02")
    ]  # fmt: skip


def test_a_relation_to_a_rule_that_is_not_there_is_an_error(proven):
    declared = RELATION.format(relation="implies", other="YYC-0201-99")
    _, proofs = proven(STRONG, workbench=declared)
    assert told(proofs) == [("prove-relation-declared-wrongly", "")]


def test_rules_on_tables_of_their_own_can_have_any_outcomes_together(pools):
    book = pools().book
    oracle = Oracle(rules_of(book))
    wanted = {r.id: FAILS if i % 2 else PASSES for i, r in enumerate(book.rules)}
    answer = oracle.joint(wanted)
    assert answer.verdict is Verdict.REACHED
    assert answer.witness is not None
    assert all(answer.witness.outcomes[name] <= outcomes for name, outcomes in wanted.items())


def test_what_cannot_go_together_is_named_by_the_core(pools):
    book = pools().book
    subjects = rules_of(book)
    subjects |= {f"again/{name}": one for name, one in rules_of(book).items()}
    oracle = Oracle(subjects)
    wanted = dict.fromkeys(rules_of(book), PASSES) | {"again/YYC-0101-02": FAILS}
    answer = oracle.joint(wanted)
    assert answer.verdict is Verdict.IMPOSSIBLE
    assert answer.core == {"YYC-0101-02", "again/YYC-0101-02"}
    assert len(answer.kinds) == 2  # asked again with more kinds of rows


def test_every_outcome_of_every_pool_rule_is_as_worked_out_by_hand(pools):
    """2.1 has `when_empty: failed`, 1.2 counts: neither is ever spared."""
    oracle = Oracle(rules_of(pools().book))
    spared = {n for n in oracle.subjects if oracle.ask({n: SPARED}).reached}
    assert spared == {"YYC-0101-01", "YYC-0101-02", "YYC-0202-01"}
    assert all(oracle.ask({n: APPLIES}).reached for n in oracle.subjects)


def test_witnesses_are_cases_that_come_out_as_they_say(tmp_path, pools):
    rules = pools()
    called = command.run(
        "rules", "prove", "--rules", POOL_RULES, "--profile", "everyday", "--no-score",
        "-f", "json", "--witness", tmp_path / "w",
    )  # fmt: skip
    assert called.code == 0, called.error
    assert json.loads(called.out)["command"] == "prove"
    written = sorted((tmp_path / "w").glob("*.yaml"))
    assert len(written) == 13  # two for each of five rules, three for the one pair
    for number, path in enumerate(written):
        home = tmp_path / "cases" / str(number)
        home.mkdir(parents=True)
        (home / "cases.yaml").write_text(path.read_text("utf-8"), "utf-8")
    cases = read_cases(tmp_path / "cases")
    assert [run(case, rules.book).faults for case in cases] == [()] * len(cases)
