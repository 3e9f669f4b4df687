"""A new rule loads, its cases come out as they say, and nothing else in its files has changed."""

import difflib
from pathlib import Path

import pytest

from checker.model.dictionary import Kind
from checker.model.outcome import Level, Outcome
from checker.workbench.cases import run
from checker.workbench.lint.running import inspect
from checker.workbench.scaffold.case import new_case
from checker.workbench.scaffold.plan import RefusedError
from checker.workbench.scaffold.profile import new_profile
from checker.workbench.scaffold.rule import NewRule, new_rule
from checker.workbench.scaffold.words import PLACEHOLDER


def added(copy, asked):
    """Write a new rule; return its id and the rule set read anew."""
    rule_id, plan = new_rule(copy.read(), asked)
    before = copy.write(plan)
    for path, data in before.items():
        assert only_added(data.decode(), path.read_text(encoding="utf-8")), path
    return rule_id, copy.read()


def only_added(before, now):
    lines = difflib.ndiff(before.splitlines(), now.splitlines())
    return not [line for line in lines if line.startswith("- ")]


def outcomes(rules, rule_id):
    for case in rules.cases_of(rule_id):
        assert run(case, rules.book).faults == (), case.shape.name
    return [case.shape.expect.outcome for case in rules.cases_of(rule_id)]


@pytest.mark.parametrize(
    ("asked", "rule_id"),
    [
        (NewRule("1.1", "甲", table="water_samples"), "YYC-0101-03"),
        (NewRule("1.1", "乙", table="pools", measure="count"), "YYC-0101-03"),
        (NewRule("1.1", "丙", table="pools", measure="mean", column="depth"), "YYC-0101-03"),
        (NewRule("2.1", "丁", table="water_samples", measure="sum", column="turbidity"),
         "YYC-0201-02"),
        (NewRule("2.2", "戊", table="lab_reports", column="items"), "YYC-0202-02"),
        (NewRule("1.2", "己", table="lab_reports", column="issued_on", measure="count"),
         "YYC-0102-02"),
        (NewRule("1.2", "庚", table="alarms", table_label="警报", column="heard"), "YYC-0102-02"),
        (NewRule("1.2", "辛", table="alarms", table_label="警报", measure="mean"), "YYC-0102-02"),
        (NewRule("1.2", "壬", table="pools", column="kind", column_label="类别",
                 column_kind=Kind.ENUM), "YYC-0102-02"),
        (NewRule("1.2", "a: b #c", table="pools", column="seen", column_label="见过: 的",
                 column_kind=Kind.DATETIME), "YYC-0102-02"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.measure,
)  # fmt: skip
def test_a_new_rule_loads_and_its_cases_come_out_as_they_say(pool, asked, rule_id):
    made, rules = added(pool, asked)
    assert made == rule_id
    assert rules.rule(made).title == asked.title
    expected = set(outcomes(rules, made))
    assert {Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL} <= expected
    empty = asked.measure in ("share", "mean")  # a count or a sum always has a value
    assert (Outcome.INAPPLICABLE in expected) is empty


def test_the_four_kinds_and_both_sides_of_the_threshold_stand_in_the_cases(pool):
    made, rules = added(pool, NewRule("1.1", "甲", table="water_samples"))
    cases = rules.cases_of(made)
    assert {c.shape.expect.outcome for c in cases} == {
        Outcome.PASSED, Outcome.FAILED, Outcome.INAPPLICABLE, Outcome.CANT_TELL,
    }  # fmt: skip
    assert {"9/10", "89/100"} <= {c.shape.expect.measured for c in cases if c.shape.expect.measured
                                  and isinstance(c.shape.expect.measured, str)}  # fmt: skip


def test_every_other_rule_keeps_its_points(real):
    before = {r.id: r.weight for r in real.read().book.rules}
    made, rules = added(real, NewRule("5.2", "甲", table="grids"))
    assert made == "QYSQ-0502-10"
    assert {r.id: r.weight for r in rules.book.rules} == {**before, made: 0}
    outcomes(rules, made)


def test_rules_are_added_one_after_another(real):
    first, _ = added(real, NewRule("6.1", "甲", table="patrols", measure="count"))
    second, rules = added(real, NewRule("6.1", "乙", table="patrols", measure="count"))
    assert (first, second) == ("QYSQ-0601-06", "QYSQ-0601-07")
    assert len(set(rules.book.parameters)) == len(rules.book.parameters)


def test_an_item_without_a_folder_gets_one_beside_the_others_of_its_chapter(pool):
    standard = pool.folder / "standard.yaml"
    text = standard.read_text(encoding="utf-8")
    old = '  - {no: "1.2", title: 送检, points: 20,'
    assert old in text
    new = '  - {no: "1.3", title: 新项, points: 5, seed: {section: 第二节, line: 6}}\n'
    standard.write_text(text.replace(old, new + old.replace("20", "15")), encoding="utf-8")
    made, rules = added(pool, NewRule("1.3", "甲", table="pools", measure="count"))
    assert made == "YYC-0103-01"
    assert (pool.folder / "1-water" / "1.3" / "rules.yaml").is_file()
    outcomes(rules, made)


def test_what_is_to_be_filled_in_is_told_with_its_line(pool):
    _, plan = new_rule(pool.read(), NewRule("1.1", table="pools", measure="count"))
    pool.write(plan)
    places = plan.to_fill()
    assert len(places) >= 8
    for place in places:
        lines = Path(place.file).read_text(encoding="utf-8").splitlines()
        assert PLACEHOLDER in lines[place.line - 1]


def test_lint_refuses_every_text_that_is_still_to_be_filled_in(pool):
    _, plan = new_rule(pool.read(), NewRule("1.1", table="pools", measure="count"))
    pool.write(plan)
    found = {
        (d.place.file, d.place.line)
        for d in inspect(pool.folder, "everyday").counting
        if d.check == "placeholder"
    }
    told = set()
    for place in plan.to_fill():
        line = Path(place.file).read_text(encoding="utf-8").splitlines()[place.line - 1]
        if "#" not in line:  # a remark goes with what it is about
            told.add((place.file, place.line))
    assert found == told
    assert len(found) >= 7


def test_what_an_earlier_scaffold_left_open_is_not_told_again(pool):
    _, first = new_rule(pool.read(), NewRule("1.1", "甲", table="pools", measure="count"))
    pool.write(first)
    _, second = new_rule(pool.read(), NewRule("1.1", "乙", table="pools", measure="count"))
    assert len(second.to_fill()) == len(first.to_fill())


def test_a_rule_that_may_has_the_level_asked_for(pool):
    made, rules = added(
        pool, NewRule("1.1", "甲", level=Level.PERMISSION, table="pools", measure="count")
    )
    assert rules.rule(made).level is Level.PERMISSION


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (NewRule("1.11", table="pools"), "“1.1”"),
        (NewRule("1.1", table="pool"), "pools"),
        (NewRule("1.1", table="pools", column="dept"), "depth"),
        (NewRule("1.1", table="certified_lifeguards"), "人群"),
        (NewRule("1.1", table="venue"), "sum"),
        (NewRule("1.1", table="pools", column="name"), "name"),
        (NewRule("1.1", table="pools", measure="sum", column="name"), "数值列"),
        (NewRule("1.1", table="Bad Name", table_label="x"), "小写"),
        (NewRule("1.1", table="pools", measure="count", parameter="tolerance"), "已经有了"),
    ],
)
def test_what_cannot_be_is_refused_with_what_would_do(pool, asked, said):
    with pytest.raises(RefusedError, match=said):
        new_rule(pool.read(), asked)


def test_a_new_case_can_be_run_and_lays_out_what_its_rule_reads(real):
    plan = new_case(real.read(), "QYSQ-0502-02", "甲", Outcome.FAILED)
    before = real.write(plan)
    for path, data in before.items():
        assert only_added(data.decode(), path.read_text(encoding="utf-8"))
    rules = real.read()
    case = rules.cases_of("QYSQ-0502-02")[-1]
    assert case.shape.name == "甲"
    assert set(case.shape.tables) == {"community", "enterprises", "grids"}
    result = run(case, rules.book)
    assert result.assessed is not None  # it was judged; what comes out is for a person to say


def test_a_new_case_can_be_laid_out_for_every_rule(pool):
    ids = [rule.id for rule in pool.read().book.rules]
    for rule_id in ids:
        pool.write(new_case(pool.read(), rule_id))
    rules = pool.read()
    for rule_id in ids:
        assert run(rules.cases_of(rule_id)[-1], rules.book).assessed is not None


def test_a_case_of_a_rule_that_is_not_there_names_the_nearest(pool):
    with pytest.raises(RefusedError, match="YYC-0201-01"):
        new_case(pool.read(), "YYC-201-01")


def test_a_new_profile_loads_and_changes_nothing_yet(pool):
    pool.write(new_profile(pool.read(), "winter", "contest", "冬季"))
    pool.profile = "contest"
    contest = pool.read().book
    pool.profile = "winter"
    winter = pool.read().book
    assert winter.profile.title == "冬季"
    assert (winter.values, winter.rules) == (contest.values, contest.rules)


@pytest.mark.parametrize(
    ("name", "extends", "said"),
    [("contest", "", "已经有了"), ("Winter", "", "小写"), ("winter", "contst", "contest")],
)
def test_a_profile_that_cannot_be_is_refused(pool, name, extends, said):
    with pytest.raises(RefusedError, match=said):
        new_profile(pool.read(), name, extends)
