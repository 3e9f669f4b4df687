"""Cases answer what they can, and the solver is asked only for the rest."""

import json
import os
import subprocess
import sys

import pytest

from checker.model.outcome import Possible
from checker.workbench.proof.beside import lifts, lifts_beside, witnesses_for
from checker.workbench.proof.cheapest import Witnesses
from checker.workbench.proof.claims import rule_claims
from checker.workbench.proof.oracle import Oracle, rules_of
from checker.workbench.proof.questions import FAILS, PASSES, Answer, Verdict
from checker.workbench.rule_set import read_rule_set
from tests.cli import command
from tests.cli.command import POOL_RULES
from tests.workbench.proof.test_prove import GUARDED, RULE

MANNED, DEEP = "YYC-0201-01", "YYC-0201-02"
DEEP_CHECK = "{measure: count, of: pools, where: {depth: {at_least: 2}}, expect: {at_least: 1}}"

HEAD = "given: {period: {from: 2025-01-01, to: 2025-06-30}, assessed_on: 2025-07-05}\ncases:\n"
CASE = "- {{rule: {rule}, name: {name}, {more}tables: {tables}, expect: {{outcome: {outcome}}}}}\n"
GUARDS = "lifeguards: [{times: %d, id: 'L{n}', pool_ids: [P1], certified_until: 2025-12-31}]"


def case(rule, outcome, tables, more=""):
    return CASE.format(rule=rule, name=f"例{outcome}", outcome=outcome, tables=tables, more=more)


GUARDED_CASES = (
    case(MANNED, "passed", "{pools: [{id: P1}], " + GUARDS % 2 + "}"),
    case(MANNED, "failed", "{pools: [{id: P1}], " + GUARDS % 1 + "}"),
)
DEEP_CASES = (
    case(DEEP, "passed", "{pools: [{id: P1, depth: '3'}]}"),
    case(DEEP, "failed", "{pools: [{id: P1, depth: '1'}]}"),
)


class Watched:
    """A solver that only notes what it is asked."""

    def __init__(self, oracle):
        self.subjects, self.dictionary = oracle.subjects, oracle.dictionary
        self.reads, self.tables = oracle.reads, oracle.tables
        self.asked = []

    def ask(self, wanted):
        self.asked.append(dict(wanted))
        return Answer(Verdict.UNDECIDED)

    joint = ask


@pytest.fixture
def guarded(pools):
    """Return the pool rules with one more rule about depths, and some cases."""

    def rules(*cases, checks=(DEEP_CHECK,)):
        folder = pools().folder
        file = folder / GUARDED
        added = "".join(RULE.format(no=f"{i:02}", check=check) for i, check in enumerate(checks, 2))
        file.write_text(file.read_text("utf-8").rstrip("\n") + added, "utf-8")
        (file.parent / "cases.yaml").write_text(HEAD + "".join(cases), "utf-8")
        return read_rule_set(folder, "everyday")

    return rules


def watched(rule_set):
    """Witnesses before a solver that is watched."""
    solver = Watched(Oracle(rules_of(rule_set.book)))
    return Witnesses(rule_set, solver), solver


@pytest.mark.parametrize("manned", [PASSES, FAILS])
@pytest.mark.parametrize("deep", [PASSES, FAILS])
def test_two_rules_with_cases_of_their_own_need_no_solver(guarded, manned, deep):
    witnesses, solver = watched(guarded(*GUARDED_CASES, *DEEP_CASES))
    answer = witnesses.ask({MANNED: manned, DEEP: deep})
    assert solver.asked == []
    assert answer.reached
    assert answer.witness is not None
    assert answer.witness.outcomes[MANNED] <= manned
    assert answer.witness.outcomes[DEEP] <= deep
    assert answer.witness.submission.tables["pools"].closed


def test_what_no_case_shows_is_asked_of_the_solver(guarded):
    witnesses, solver = watched(guarded(*GUARDED_CASES, DEEP_CASES[0]))
    wanted = {DEEP: FAILS}
    assert witnesses.ask(wanted).verdict is Verdict.UNDECIDED
    assert solver.asked == [wanted]
    assert witnesses.by == {"solver": 1}


def test_the_same_question_is_answered_once(guarded):
    witnesses, solver = watched(guarded(*GUARDED_CASES))
    for _ in range(2):
        witnesses.ask({DEEP: PASSES})
    assert len(solver.asked) == 1


def test_a_case_with_an_unknown_cell_is_no_witness_though_its_outcome_is_certain(guarded):
    unknown = case(DEEP, "passed", "{pools: [{id: P1, depth: '3'}, {id: P2}]}")
    witnesses, solver = watched(guarded(*GUARDED_CASES, unknown))
    witnesses.ask({DEEP: PASSES})
    assert solver.asked == [{DEEP: PASSES}]


def test_a_case_under_other_parameter_values_counts_for_what_it_comes_to_under_those_in_force(
    guarded,
):
    lenient = case(
        MANNED, "passed", "{pools: [{id: P1}], " + GUARDS % 1 + "}",
        "parameters: {guards_per_pool: 1}, ",
    )  # fmt: skip
    witnesses, _ = watched(guarded(lenient))
    assert witnesses.pool.samples(MANNED, PASSES) == []
    assert len(witnesses.pool.samples(MANNED, FAILS)) == 1


def test_a_case_of_another_period_is_not_taken(guarded):
    other = case(
        DEEP, "failed", "{pools: [{id: P1, depth: '1'}]}",
        "period: {from: 2024-07-01, to: 2025-06-30}, ",
    )  # fmt: skip
    witnesses, solver = watched(guarded(*GUARDED_CASES, other))
    witnesses.ask({DEEP: FAILS})
    assert len(solver.asked) == 1


def test_a_row_that_a_case_only_refers_to_stands_in_the_witness(guarded):
    witnesses, solver = watched(guarded(case(MANNED, "passed", "{" + GUARDS % 2 + "}")))
    answer = witnesses.ask({MANNED: PASSES})
    assert solver.asked == []
    assert answer.witness is not None
    assert answer.witness.submission.tables["pools"].ids == ("P1",)


def test_the_smallest_case_is_the_witness(guarded):
    large = case(DEEP, "passed", "{pools: [{times: 9, id: 'P{n}', depth: '3'}]}")
    witnesses, _ = watched(guarded(large, DEEP_CASES[0]))
    witness = witnesses.ask({DEEP: PASSES}).witness
    assert witness is not None
    assert witness.rows == 1


def test_what_the_reader_refuses_is_no_witness(guarded, monkeypatch):
    witnesses, solver = watched(guarded(*DEEP_CASES))
    refused = Answer(Verdict.UNCONFIRMED)
    monkeypatch.setattr("checker.workbench.proof.cheapest.confirmed", lambda *_: refused)
    witnesses.ask({DEEP: PASSES})
    assert solver.asked == [{DEEP: PASSES}]


def test_an_implication_is_left_to_the_solver_and_found(guarded):
    three, two = (f"{{measure: count, of: pools, expect: {{at_least: {n}}}}}" for n in (3, 2))
    pools_of = "{{pools: [{{times: {n}, id: 'P{{n}}'}}]}}".format
    cases = [
        case(rule, outcome, pools_of(n=n))
        for rule, outcome, n in (
            (DEEP, "passed", 3), (DEEP, "failed", 2),
            ("YYC-0201-03", "passed", 2), ("YYC-0201-03", "failed", 1),
        )
    ]  # fmt: skip
    rules = guarded(*cases, checks=(three, two))
    witnesses = witnesses_for(rules)
    proofs = rule_claims(rules, witnesses, [DEEP, "YYC-0201-03"], lambda _: None)
    assert ("prove-implied", "YYC-0201-03") in [(d.check, d.subject) for d in proofs.diagnostics]
    impossible = witnesses.ask({DEEP: PASSES, "YYC-0201-03": FAILS})
    assert impossible.verdict is Verdict.IMPOSSIBLE
    assert impossible.kinds


def test_the_outcome_of_a_sample_is_the_engines(guarded):
    witnesses, _ = watched(guarded(*GUARDED_CASES, *DEEP_CASES))
    (deep,) = witnesses.pool.samples(DEEP, PASSES)
    assert witnesses.pool.outcome(DEEP, deep) is Possible.MET
    assert witnesses.pool.outcome(MANNED, deep) is Possible.MISSED  # nobody guards it


def test_lifts_worked_out_in_another_process_are_the_same(pools):
    rules = pools()
    here = lifts(rules)
    with lifts_beside(rules) as result:
        there = result()
    assert there.claimed.diagnostics == here.claimed.diagnostics != ()
    assert there.claimed.examined == here.claimed.examined
    assert there.by == here.by


def test_prove_says_the_same_twice():
    """In processes of their own, whose sets of text are in different orders."""
    arguments = ["rules", "prove", "--rules", POOL_RULES, "--profile", "everyday", "-f", "json"]
    said = [
        subprocess.run(
            [sys.executable, "-m", "checker", *map(str, arguments)],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert said[0] == said[1]
    assert json.loads(said[0])["figures"]["by"].keys() == {"cases", "solver"}


def test_every_check_of_the_score_is_one_of_the_kinds():
    called = command.run(
        "rules", "prove", "--rules", POOL_RULES, "--profile", "everyday", "-f", "sarif"
    )
    (one,) = json.loads(called.out)["runs"]
    kinds = {rule["id"] for rule in one["tool"]["driver"]["rules"]}
    assert {found["ruleId"] for found in one["results"]} <= kinds
    assert "redistribution-undeclared" in kinds


def test_a_submission_that_cannot_be_read_gives_its_problems_and_code_5(tmp_path):
    file = tmp_path / "submission.yaml"
    file.write_text("form: 1\nkind: self\ntables: {nonsense: 3}\n", "utf-8")
    called = command.run(
        "rules", "prove", "--rules", POOL_RULES, "--profile", "everyday", "--specimen", file
    )
    assert called.code == 5
    assert "nonsense" in called.error
    assert "Traceback" not in called.error
