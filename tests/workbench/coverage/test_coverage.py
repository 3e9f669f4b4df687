"""What a few cases of the rules for swimming pools reach, counted by hand."""

import pytest

from checker.workbench.choice import Choice
from checker.workbench.coverage.branches import Mark
from checker.workbench.coverage.counting import Kind
from checker.workbench.coverage.inspection import inspection, measure
from checker.workbench.coverage.page import page
from tests.workbench.pool_rules import (
    CLEAN,
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


def covered(rules, choice=GUARDS):
    return measure(read(rules), choice)


def points(coverage, kind):
    return {(p.at, p.name): p.covered for p in coverage.points if p.kind is kind}


def missing(coverage, kind):
    return {name for (_, name), there in points(coverage, kind).items() if not there}


def test_the_branches_of_a_rule_are_its_leaf_and_each_condition(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS)
    (rule,) = covered(rules).rules
    (leaf,) = rule.tree

    assert [(b.at, b.wanted) for b in leaf.walk()] == [
        (("check",), (Mark.MET, Mark.MISSED, Mark.OPEN, Mark.EMPTY)),
        (("check", "that", "related"), (Mark.TRUE, Mark.FALSE)),
        (("check", "that", "related", "of"), (Mark.TRUE, Mark.FALSE)),  # certified_lifeguards
    ]


def test_one_case_reaches_one_side(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS)
    found = covered(rules)

    assert points(found, Kind.OUTCOMES) == {
        ((), "passed"): True, ((), "failed"): False, ((), "cantTell"): False,
    }  # fmt: skip
    assert missing(found, Kind.LEAVES) == {"missed", "open", "empty"}
    assert points(found, Kind.CONDITIONS) == {
        (("check", "that", "related"), "true"): True,
        (("check", "that", "related"), "false"): False,
        (("check", "that", "related", "of"), "true"): True,
        (("check", "that", "related", "of"), "false"): False,  # nobody whose certificate ran out
    }
    assert missing(found, Kind.REASONS) == {"not_submitted", "table_partial", "value_missing"}
    # two guards: three would be too many to ask; nobody shows that one is too few
    assert points(found, Kind.LIMITS) == {
        ((), "$guards_per_pool:-1"): False, ((), "$guards_per_pool:+1"): True,
    }  # fmt: skip


def test_more_cases_reach_the_rest(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS + ONE_GUARD + NO_POOL + NOTHING_SAID)
    found = covered(rules)

    assert missing(found, Kind.OUTCOMES) == set()
    assert missing(found, Kind.LEAVES) == set()
    assert missing(found, Kind.REASONS) == {"table_partial", "value_missing"}
    assert missing(found, Kind.LIMITS) == set()


def test_a_column_counts_when_a_case_gives_it_a_value(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS.replace(", pool_ids: [P1]", "").replace("passed, measured: \"1\"", "cantTell, reason: value_missing"))  # fmt: skip

    assert missing(covered(rules), Kind.COLUMNS) == {"lifeguards.pool_ids"}


def test_where_a_tolerance_holds_near_is_a_branch(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, CLEAN, "- rule: YYC-0101-01\n  name: 无\n  expect: {outcome: cantTell, reason: not_submitted}\n")  # fmt: skip
    found = covered(rules, Choice(rules=("YYC-0101-01",)))

    assert {n for _, n in points(found, Kind.LEAVES)} == {"met", "near", "missed", "open", "empty"}


def test_a_condition_is_seen_only_in_rows_that_are_asked(tmp_path):
    """The sample of another year meets no limit, but nobody asks it."""
    rules = copied(tmp_path)
    case = """\
- rule: YYC-0101-01
  name: 上一年的水样不问
  tables:
    pools: [{id: P1}]
    water_samples:
    - {id: W1, pool_id: P1, taken_at: 2025-03-01T09:00, chlorine: "0.5"}
    - {id: W2, pool_id: P1, taken_at: 2024-03-01T09:00, chlorine: "9"}
  expect: {outcome: passed, measured: "1"}
"""
    with_cases(rules, CLEAN, case)
    found = covered(rules, Choice(rules=("YYC-0101-01",)))
    seen = points(found, Kind.CONDITIONS)

    assert seen[("check", "that", "chlorine"), "true"]
    assert not seen[("check", "that", "chlorine"), "false"]
    assert seen[("check", "of"), "false"]  # W2 lies outside the population


def test_the_condition_of_a_rule_is_a_branch_too(tmp_path):
    rules = copied(tmp_path)
    case = """\
- rule: YYC-0202-01
  name: 不循环
  tables: {venue: {circulating: false}, daily_log: none}
  expect: {outcome: inapplicable, reason: condition_not_met}
"""
    with_cases(rules, RENEWED, case)
    found = covered(rules, Choice(rules=("YYC-0202-01",)))

    assert points(found, Kind.CONDITIONS)[("applies_when", "circulating"), "false"]
    assert missing(found, Kind.OUTCOMES) == {"passed", "failed", "cantTell"}


def test_items_and_columns_are_counted_of_the_whole_only(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS)

    assert not any(p.kind in (Kind.ITEMS, Kind.DICTIONARY) for p in covered(rules).points)
    whole = covered(rules, Choice())
    assert sum(p.kind is Kind.ITEMS for p in whole.points) == 4
    unread = {p.rule for p in whole.points if p.kind is Kind.DICTIONARY and not p.covered}
    assert unread == {
        "venue.name", "pools.name", "pools.depth", "water_samples.pool_id", "proofs.title",
        "proofs.type", "proofs.rule_ids", "proofs.sha256",
    }  # fmt: skip


class TestFloors:
    def told(self, tmp_path, text, choice=None):
        rules = copied(tmp_path)
        with_cases(rules, GUARDED, TWO_GUARDS)
        declared(rules, text)
        known = read(rules)
        return inspection(known, measure(known, choice or Choice()))

    def test_below_a_floor_is_an_error_at_the_floor(self, tmp_path):
        found = self.told(tmp_path, 'coverage:\n  items: "100%"\n  rules: "21%"\n')

        (told,) = found.counting  # one rule of five has a case: 20 %
        assert told.check == "coverage-below"
        assert told.place.line == 3
        assert "1/5" in told.message

    def test_a_floor_that_is_reached_is_none(self, tmp_path):
        assert self.told(tmp_path, 'coverage: {rules: "20%"}\n').counting == ()

    def test_a_part_of_the_rules_is_held_against_no_floor(self, tmp_path):
        assert self.told(tmp_path, 'coverage: {outcomes: "100%"}\n', GUARDS).counting == ()

    def test_a_floor_of_nothing_known_is_an_error(self, tmp_path):
        found = self.told(tmp_path, 'coverage: {outcome: "1%", mutation: "1%"}\n')

        assert [(d.check, d.found) for d in found.counting] == [("coverage-kind", "outcome")]

    def test_gaps_are_notes_at_their_places(self, tmp_path):
        found = self.told(tmp_path, "coverage: {}\n", GUARDS)

        assert found.counting == ()
        assert len(found.diagnostics) == 2 + 3 + 3 + 2 + 1  # outcomes, reasons, leaf, rows, limit
        assert all(d.place.line for d in found.diagnostics)


def test_a_rule_whose_cases_fail_is_told_and_not_measured(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS.replace("outcome: passed", "outcome: failed"))
    known = read(rules)

    assert [d.check for d in inspection(known, measure(known, GUARDS)).counting] == ["cases-fail"]


@pytest.fixture
def shown(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, TWO_GUARDS.replace("一池两人", "<b>一池</b>") + ONE_GUARD)
    known = read(rules)
    found = measure(known, Choice())
    return page(known, found, inspection(known, found))


class TestPage:
    def test_it_stands_alone(self, shown):
        assert "http" not in shown.replace("http-equiv", "")
        assert "<link" not in shown
        assert "<script" not in shown

    def test_every_rule_that_was_measured_has_its_place(self, shown):
        for rule in ("YYC-0101-01", "YYC-0102-01", "YYC-0201-01", "YYC-0202-01"):
            assert f'id="{rule}"' in shown

    def test_what_is_reached_and_what_is_not_is_told_in_words_too(self, shown):
        guarded = shown[shown.index('id="YYC-0201-01"') : shown.index('id="2.2"')]

        assert "√" in guarded
        assert "没有走到" in guarded
        assert 'class="branch part' in guarded
        assert "每池持证救生员下限 +1" in guarded

    def test_a_rule_without_cases_is_red_throughout(self, shown):
        tested = shown[shown.index('id="YYC-0102-01"') : shown.index('id="2.1"')]

        assert 'class="branch none' in tested
        assert 'class="branch full' not in tested

    def test_equal_rule_sets_give_equal_pages(self, tmp_path, shown):
        known = read(tmp_path / "rules")
        found = measure(known, Choice())

        assert page(known, found, inspection(known, found)) == shown
