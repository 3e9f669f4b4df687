"""What the cases of a rule notice, and what a weak set of cases lets pass."""

from checker.workbench.choice import Choice
from checker.workbench.mutation import running
from checker.workbench.mutation.inspection import inspect
from checker.workbench.mutation.kept import Kept
from tests.workbench.pool_rules import (
    GUARDED,
    NO_POOL,
    NOTHING_SAID,
    ONE_GUARD,
    RENEWED,
    TWO_GUARDS,
    copied,
    declared,
    read,
    with_cases,
)

GUARDS = Choice(rules=("YYC-0201-01",))
HUNDRED_POOLS = """\
- rule: YYC-0201-01
  name: 一百池里一池没有人
  tables:
    pools: [{times: 100, id: "P{n}"}]
    lifeguards: [{times: 99, id: "L{n}", pool_ids: ["P{n}"], certified_until: 2025-12-31}, {times: 99, id: "M{n}", pool_ids: ["P{n}"], certified_until: 2025-12-31}]
  expect: {outcome: failed, measured: "99/100", offending: [P100]}
"""
EXPIRED = """\
- rule: YYC-0201-01
  name: 一个证过期
  tables:
    pools: [{id: P1}]
    lifeguards: [{id: L1, pool_ids: [P1], certified_until: 2025-12-31}, {id: L2, pool_ids: [P1], certified_until: 2025-07-04}]
  expect: {outcome: failed, measured: "0", offending: [P1]}
"""
OTHER_VALUE = """\
- rule: YYC-0201-01
  name: 要三人，只有两人
  parameters: {guards_per_pool: 3}
  tables:
    pools: [{id: P1}]
    lifeguards: [{times: 2, id: "L{n}", pool_ids: [P1], certified_until: 2025-12-31}]
  expect: {outcome: failed, measured: "0", offending: [P1]}
"""
WORTH = """\
worth:
  YYC-0201-01: {level: requirement, points: "25"}
"""


def survivors(rules, choice=GUARDS, jobs=1):
    found = inspect(read(rules), choice, jobs=jobs, kept=None)
    return {d.found for d in found.diagnostics if d.check == "mutant-survived"}


def test_a_weak_set_of_cases_lets_pass_what_it_never_shows(tmp_path):
    """Only that two guards are enough: nothing that asks for less, nor another way to be counted."""
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS)

    assert survivors(rules) == {
        "check.that:drop", "check.that.related.of:of=lifeguards",
        "check.that.related.expect.at_least:at_most",  # two are also at most two
        "check.expect.at_least:at_most",  # the whole is also at most the whole
        "check.expect.at_least:-1%", "check.when_empty:inapplicable", "$guards_per_pool:-1",
        "level:value=recommendation",
    }  # fmt: skip


def test_a_case_that_fails_by_one_kills_what_asks_for_less(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS + ONE_GUARD)

    assert survivors(rules) == {
        "check.that.related.of:of=lifeguards", "check.expect.at_least:-1%",
        "check.when_empty:inapplicable", "level:value=recommendation",
    }  # fmt: skip


def test_a_full_set_of_cases_lets_nothing_pass(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS + ONE_GUARD + NO_POOL + HUNDRED_POOLS + EXPIRED, WORTH)

    assert survivors(rules) == set()


def test_a_case_that_sets_a_parameter_says_nothing_of_its_value(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, OTHER_VALUE)

    assert {"$guards_per_pool:-1", "$guards_per_pool:+1"} <= survivors(rules)


def test_a_measured_value_kills_where_the_outcome_stays_the_same(tmp_path):
    rules = copied(tmp_path)
    without = HUNDRED_POOLS.replace(', measured: "99/100", offending: [P100]', "")
    with_cases(rules, GUARDED, without)
    assert "$guards_per_pool:+1" in survivors(rules)

    with_cases(rules, GUARDED, HUNDRED_POOLS)
    assert "$guards_per_pool:+1" not in survivors(rules)


def test_level_and_weight_are_held_against_what_is_stated(tmp_path):
    rules = copied(tmp_path)
    cases = "1-water/1.1-clean"
    case = """\
- rule: YYC-0101-02
  name: 清
  tables: {water_samples: [{id: W1, pool_id: P1, taken_at: 2025-03-01T09:00, turbidity: "0.5"}], pools: [{id: P1}]}
  expect: {outcome: passed, measured: "0.5"}
"""
    with_cases(rules, cases, case)
    both = Choice(rules=("YYC-0101-02",))
    assert {"level:value=recommendation", "weight:+1"} <= survivors(rules, both)

    # 40 points, weights 3 and 1: 30 and 10
    with_cases(rules, cases, case, 'worth:\n  YYC-0101-02: {level: requirement, points: "10"}\n')
    assert not {"level:value=recommendation", "weight:+1"} & survivors(rules, both)


def test_rules_whose_cases_fail_are_told_and_not_tried(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS.replace("outcome: passed", "outcome: failed"))
    found = inspect(read(rules), GUARDS, jobs=1, kept=None)

    assert [d.check for d in found.diagnostics] == ["cases-fail"]
    assert found.figures["mutants"] == 0


def test_more_processes_give_the_same_answer(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS + ONE_GUARD)
    with_cases(rules, RENEWED, "- rule: YYC-0202-01\n  name: 无\n  expect: {outcome: cantTell, reason: not_submitted}\n")  # fmt: skip
    one, two = (inspect(read(rules), Choice(), jobs=jobs, kept=None) for jobs in (1, 2))

    assert one == two


class TestDeclared:
    TEXT = """\
survivors:
- {{rule: YYC-0201-01, mutant: "{mutant}", reason: 写在这里的理由}}
"""

    def of(self, tmp_path, mutant, choice=GUARDS):
        rules = copied(tmp_path)
        with_cases(rules, GUARDED, TWO_GUARDS + ONE_GUARD)
        declared(rules, self.TEXT.format(mutant=mutant))
        return inspect(read(rules), choice, jobs=1, kept=None)

    def test_a_declared_survivor_does_not_count(self, tmp_path):
        found = self.of(tmp_path, "check.expect.at_least:-1%")

        told = {d.found: d.ignored for d in found.diagnostics if d.ignored}
        assert told == {"check.expect.at_least:-1%": "写在这里的理由"}
        assert found.figures["declared"] == 1

    def test_a_declared_survivor_that_is_killed_is_an_error(self, tmp_path):
        found = self.of(tmp_path, "$guards_per_pool:-1")

        (told,) = [d for d in found.counting if d.check == "survivor-killed"]
        assert told.place.file.endswith("workbench.yaml")
        assert told.place.line == 2

    def test_a_declared_survivor_that_is_no_mutant_is_an_error(self, tmp_path):
        found = self.of(tmp_path, "check.expect.at_least:-7%")

        assert [d.found for d in found.counting if d.check == "survivor-unknown"] == [
            "check.expect.at_least:-7%"
        ]

    def test_declarations_of_other_rules_are_left_alone(self, tmp_path):
        found = self.of(tmp_path, "no such", Choice(rules=("YYC-0202-01",)))

        assert not [d for d in found.diagnostics if d.check.startswith("survivor")]


def test_too_low_a_score_is_an_error_of_the_whole_only(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS)

    whole = inspect(read(rules), Choice(), jobs=1, kept=None)
    part = inspect(read(rules), GUARDS, jobs=1, kept=None)
    assert [d.check for d in whole.diagnostics].count("mutation-score") == 1
    assert "mutation-score" not in [d.check for d in part.diagnostics]


class TestKept:
    def run(self, rules, folder):
        return inspect(read(rules), GUARDS, jobs=1, kept=Kept(folder))

    def refuse(self, monkeypatch):
        def refused(*_):
            raise AssertionError

        monkeypatch.setattr(running, "one", refused)

    def test_what_has_not_changed_is_not_tried_again(self, tmp_path, monkeypatch):
        rules = copied(tmp_path)
        with_cases(rules, GUARDED, TWO_GUARDS)
        first = self.run(rules, tmp_path / "kept")
        self.refuse(monkeypatch)

        assert self.run(rules, tmp_path / "kept") == first

    def test_other_cases_are_tried_anew(self, tmp_path):
        rules = copied(tmp_path)
        with_cases(rules, GUARDED, TWO_GUARDS)
        first = self.run(rules, tmp_path / "kept")
        with_cases(rules, GUARDED, TWO_GUARDS + ONE_GUARD)

        assert self.run(rules, tmp_path / "kept").figures["killed"] > first.figures["killed"]

    def test_another_value_of_a_parameter_is_tried_anew(self, tmp_path):
        rules = copied(tmp_path)
        with_cases(rules, GUARDED, TWO_GUARDS)
        self.run(rules, tmp_path / "kept")
        file = rules / GUARDED / "rules.yaml"
        file.write_text(file.read_text().replace("default: 2", "default: 3"))

        assert [d.check for d in self.run(rules, tmp_path / "kept").diagnostics] == ["cases-fail"]

    def test_a_spoilt_file_is_tried_anew(self, tmp_path):
        rules = copied(tmp_path)
        with_cases(rules, GUARDED, TWO_GUARDS)
        first = self.run(rules, tmp_path / "kept")
        (tmp_path / "kept" / "YYC-0201-01.json").write_text("{")

        assert self.run(rules, tmp_path / "kept") == first


def test_a_case_of_which_nothing_is_known_notices_nothing(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, NOTHING_SAID)
    found = inspect(read(rules), GUARDS, jobs=1, kept=None)

    assert found.figures["mutants"] == 9
    assert found.figures["killed"] == 0


class TestBlind:
    """A case that no slip can change tests nothing; some cases have another use."""

    NONE = """\
- rule: YYC-0102-01
  name: 一份也没有
  tables: {lab_reports: none}
  expect: {outcome: failed, measured: {1: "0"}}
"""
    THREE = """\
- rule: YYC-0102-01
  name: 隔月一份
  tables:
    lab_reports: [{times: 3, every: {months: 2}, id: "R{n}", issued_on: 2025-01-31, items: [余氯, 浊度, 尿素, 菌落总数]}]
  expect: {outcome: failed, measured: {1: "0", 2: "1"}}
"""
    REPORTS = Choice(rules=("YYC-0102-01",))

    def blind(self, tmp_path, text):
        rules = copied(tmp_path)
        with_cases(rules, "1-water/1.2-tested", text)
        found = inspect(read(rules), self.REPORTS, jobs=1, kept=None)
        return [d.place.line for d in found.counting if d.check == "case-blind"]

    def test_a_case_that_fails_on_every_side_at_once_is_blind(self, tmp_path):
        """No month and no item: whatever is dropped, turned or moved, none is too few."""
        assert self.blind(tmp_path, self.THREE + self.NONE) == [10]

    def test_with_both_numbers_it_sees_which_member_is_lost(self, tmp_path):
        told = self.NONE.replace('{1: "0"}', '{1: "0", 2: "0"}')

        assert self.blind(tmp_path, self.THREE + told) == []

    def test_the_only_case_of_an_outcome_is_wanted_in_any_event(self, tmp_path):
        assert self.blind(tmp_path, self.NONE) == []

    def test_a_case_that_sets_a_parameter_shows_that_it_is_read(self, tmp_path):
        told = self.NONE.replace("  tables", "  parameters: {reports_per_month: 2}\n  tables")

        assert self.blind(tmp_path, self.THREE + told) == []
