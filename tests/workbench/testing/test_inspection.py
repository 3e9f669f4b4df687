"""What a run of the cases hands over: each case examined, each difference with its evidence."""

from checker.workbench.choice import Choice
from checker.workbench.testing.changes import touched
from checker.workbench.testing.inspection import inspect
from tests.workbench.pool_rules import (
    GUARDED,
    NO_POOL,
    NOTHING_SAID,
    ONE_GUARD,
    RENEWED,
    TESTED,
    TWO_GUARDS,
    copied,
    read,
    with_cases,
)

GUARDS = Choice(rules=("YYC-0201-01",))
GOOD = TWO_GUARDS + ONE_GUARD + NO_POOL + NOTHING_SAID
WRONG = GOOD.replace("outcome: failed, measured", "outcome: passed, measured")
REPORTS = "- rule: YYC-0102-01\n  name: 没有报告\n  tables: {lab_reports: none}\n  expect: {outcome: failed, measured: {1: \"0\", 2: \"0\"}}\n"  # fmt: skip


def test_every_case_is_examined_under_its_rule(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, GOOD)
    found = inspect(read(rules), GUARDS)

    assert [(e.group, e.name) for e in found.examined] == [
        ("YYC-0201-01", name) for name in ("一池两人", "一池一人", "一个池子也没有", "什么都没交")
    ]
    assert found.figures["outcomes"] == {
        "passed": 1, "failed": 2, "inapplicable": 0, "cantTell": 1,
    }  # fmt: skip


def test_a_difference_shows_what_was_asked_what_was_found_and_the_row(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, WRONG)
    (diagnostic,) = inspect(read(rules), GUARDS).counting

    assert diagnostic.check == "case-differs"
    assert diagnostic.message == "“一池一人”——结果：预期 passed（符合），得到 failed（不符合）"
    asked, row = diagnostic.related
    assert asked[0].file.endswith("2.1-guarded/rules.yaml")
    assert "该池的持证救生员不少于 2 人" in asked[1]
    assert "实测 0%" in asked[1]
    assert row[0].file.endswith("2.1-guarded/cases.yaml")
    assert row[0].line == 14  # where P1 stands in the case
    assert "泳池 P1" in row[1]


def test_a_case_that_cannot_be_read_is_told_where_it_cannot(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, GOOD.replace("certified_until: 2025-12-31}]", "certified: yes}]", 1))
    told = inspect(read(rules), GUARDS).counting

    assert {d.check for d in told} == {"case-unreadable"}
    assert told[0].place.line == 9


def test_a_case_of_no_rule_is_told(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, GOOD + NOTHING_SAID.replace("0201-01", "0201-09"))
    told = [d for d in inspect(read(rules), Choice()).counting if d.check == "rule-unknown"]

    assert [d.found for d in told] == ["YYC-0201-09"]


def test_after_the_first_failure_the_rest_is_not_run_if_so_asked(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, WRONG)
    found = inspect(read(rules), GUARDS, fail_fast=True)

    assert [bool(e.skipped) for e in found.examined] == [False, False, True, True]
    assert [d.check for d in found.counting] == ["case-differs"]


def test_cases_are_chosen_by_words_item_and_rule(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, GOOD)
    with_cases(rules, TESTED, REPORTS)

    def names(choice):
        return [e.name for e in inspect(read(rules), choice).examined]

    assert names(Choice(text="池")) == ["一池两人", "一池一人", "一个池子也没有"]
    assert names(Choice(items=("1.2",))) == names(Choice(items=("1",))) == ["没有报告"]
    assert names(Choice(rules=("YYC-0102-01",))) == ["没有报告"]
    assert len(names(Choice())) == 5


def test_what_does_not_exist_cannot_be_chosen(tmp_path):
    rules = read(copied(tmp_path))

    assert Choice(("YYC-0201-01",), ("2.1", "2")).unknown(rules) == ()
    assert Choice(("YYC-0209-01",), ("2.9",)).unknown(rules) == ("YYC-0209-01", "2.9")


class TestTouched:
    def after(self, tmp_path, change):
        rules = copied(tmp_path)
        with_cases(rules, GUARDED, GOOD)
        with_cases(rules, TESTED, REPORTS)
        before = read(rules)
        change(rules)
        return [c.shape.name for c in touched(before, read(rules))]

    def edited(self, file, old, new):
        def change(rules):
            path = rules / file
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8")

        return change

    def test_a_case_that_changed_is_run_alone(self, tmp_path):
        change = self.edited(f"{GUARDED}/cases.yaml", 'measured: "1"', 'measured: "100%"')

        assert self.after(tmp_path, change) == ["一池两人"]

    def test_a_check_that_changed_brings_all_cases_of_its_rule(self, tmp_path):
        change = self.edited(f"{TESTED}/rules.yaml", "at_least: 100%", "at_least: 75%")

        assert self.after(tmp_path, change) == ["没有报告"]

    def test_so_does_a_parameter_that_it_names(self, tmp_path):
        change = self.edited(f"{GUARDED}/rules.yaml", "default: 2,", "default: 3,")

        assert len(self.after(tmp_path, change)) == 4

    def test_words_about_a_rule_touch_nothing(self, tmp_path):
        change = self.edited(f"{GUARDED}/rules.yaml", "title: 救生员配备", "title: 救生员")

        assert self.after(tmp_path, change) == []

    def test_the_dictionary_touches_everything(self, tmp_path):
        change = self.edited("dictionary.yaml", "label: 最大水深", "label: 水深")

        assert len(self.after(tmp_path, change)) == 5


def test_a_rule_that_the_profile_switches_off_is_skipped(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, GOOD)
    with_cases(rules, RENEWED, NOTHING_SAID.replace("0201", "0202"))
    profile = rules / "profiles" / "everyday.yaml"
    profile.write_text(
        profile.read_text(encoding="utf-8")
        + "off: [{rule: YYC-0202-01, reason: 试, decided_by: 试}]\n",
        encoding="utf-8",
    )
    found = inspect(read(rules), Choice())

    assert [e.name for e in found.examined if e.skipped] == ["什么都没交"]
    assert "rule-unknown" not in [d.check for d in found.diagnostics]
