"""Cases that hold and say too little; rules that their cases leave open on a side."""

import pytest

from checker.model.outcome import Outcome
from checker.workbench.choice import Choice
from checker.workbench.emptiness import may_be_empty
from checker.workbench.testing.inspection import inspect
from checker.workbench.testing.weakness import outcomes_of
from tests.workbench.pool_rules import (
    CLEAN,
    GUARDED,
    NO_POOL,
    NOTHING_SAID,
    ONE_GUARD,
    RENEWED,
    SWIMMING,
    TESTED,
    TWO_GUARDS,
    copied,
    declared,
    read,
    with_cases,
)

GUARDS = Choice(rules=("YYC-0201-01",))
GOOD = TWO_GUARDS + ONE_GUARD + NO_POOL + NOTHING_SAID


def told(rules, choice=GUARDS):
    found = inspect(read(rules), choice)
    return [(d.check, d.place.line) for d in found.counting]


def test_a_good_set_of_cases_is_clean(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, GOOD)

    assert told(rules) == []


@pytest.mark.parametrize("lost", [', measured: "1"', ', measured: "0", offending: [P1]'])
def test_a_verdict_without_a_number_or_a_row_says_too_little(tmp_path, lost):
    rules = copied(tmp_path)
    assert lost in GOOD
    with_cases(rules, GUARDED, GOOD.replace(lost, ""))

    assert [check for check, _ in told(rules)] == ["case-says-little"]


def test_a_row_is_enough_where_no_number_is_given(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, GOOD.replace('measured: "0", ', ""))

    assert told(rules) == []


def test_where_nothing_can_be_measured_nothing_is_asked(tmp_path):
    """The case without a pool says only that it fails: there is no share of no pools."""
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, GOOD)

    assert "measured" not in NO_POOL
    assert told(rules) == []


def test_what_cannot_be_told_needs_its_reason(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, GOOD.replace(", reason: not_submitted", ""))

    assert [check for check, _ in told(rules)] == ["case-says-little"]


WATER = """\
- rule: YYC-0202-01
  name: 一个池子用循环水，{name}
  tables: {{venue: {{circulating: {circulating}}}, daily_log: {log}}}
  expect: {{outcome: inapplicable{reason}}}
"""


def water(circulating, log, reason=""):
    name = "写了原因" if reason else "没写原因"
    return WATER.format(name=name, circulating=circulating, log=log, reason=reason)


def test_of_two_reasons_not_to_apply_the_case_names_one(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, RENEWED, water("false", "none"))
    assert told(rules, Choice(text="没写原因")) == [("case-says-little", 5)]

    with_cases(rules, RENEWED, water("false", "none", ", reason: condition_not_met"))
    assert told(rules, Choice(text="写了原因")) == []


def test_a_case_that_shows_the_rule_nothing_new_is_repeated(tmp_path):
    """Tables that a rule does not read, and remarks, make no difference to it."""
    rules = copied(tmp_path)
    again = NOTHING_SAID.replace("什么都没交", "只交了水样").replace(
        "  expect", "  tables: {water_samples: none}\n  expect"
    )
    with_cases(rules, GUARDED, GOOD + again)

    found = inspect(read(rules), GUARDS)
    (diagnostic,) = found.counting
    assert diagnostic.check == "case-repeated"
    assert "什么都没交" in diagnostic.message
    assert [place.line for place, _ in diagnostic.related] == [21]


@pytest.mark.parametrize(
    "change",
    [
        ("pool_ids: [P1], certified_until: 2025-12-31}]", "pool_ids: [P1], certified_until: 2025-12-30}]"),
        ("  tables:", "  assessed_on: 2025-07-06\n  tables:"),
        ("  tables:", "  parameters: {guards_per_pool: 1}\n  tables:"),
        ("pools: [{id: P1}]", "pools: [{id: P1, name: 大池}]"),
    ],
)  # fmt: skip
def test_a_case_that_differs_in_what_the_rule_reads_is_none(tmp_path, change):
    rules = copied(tmp_path)
    other = TWO_GUARDS.replace("一池两人", "另一个").replace(*change)
    with_cases(rules, GUARDED, GOOD + other)

    assert told(rules) == []


def test_a_name_given_twice_is_told(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, GOOD + ONE_GUARD.replace("{id: P1}", "{id: P1, name: 甲}"))

    assert [check for check, _ in told(rules)] == ["case-name-twice"]


SIDES = {
    "rule-untripped": TWO_GUARDS + NOTHING_SAID,
    "rule-one-sided": ONE_GUARD + NOTHING_SAID,
    "rule-without-cases": "",
}


@pytest.mark.parametrize("check", SIDES)
def test_a_rule_that_its_cases_leave_open_is_told(tmp_path, check):
    rules = copied(tmp_path)
    if SIDES[check]:
        with_cases(rules, GUARDED, SIDES[check])

    assert [found for found, _ in told(rules)] == [check]


def test_a_rule_that_may_not_apply_needs_such_a_case(tmp_path):
    rules = copied(tmp_path)
    case = (
        "- rule: YYC-0202-01\n  name: 没交\n  expect: {outcome: cantTell, reason: not_submitted}\n"
    )
    with_cases(rules, RENEWED, case)
    found = inspect(read(rules), Choice(rules=("YYC-0202-01",)))

    lacking = [d.message for d in found.counting]
    assert len(lacking) == 3
    assert any("不适用" in message for message in lacking)


def test_the_outcomes_that_a_rule_can_have():
    book = read(SWIMMING).book
    may_drop = {r.id: Outcome.INAPPLICABLE in outcomes_of(r, book.dictionary) for r in book.rules}

    assert may_drop == {
        "YYC-0101-01": True,  # a share of no samples
        "YYC-0101-02": True,  # the mean of none
        "YYC-0102-01": False,  # how few a month, and what is covered, can always be told
        "YYC-0201-01": False,  # having no pool is itself a failure
        "YYC-0202-01": True,
    }
    assert [may_be_empty(r.check, book.dictionary) for r in book.rules][-1] is True


def test_a_suppressed_weakness_does_not_count(tmp_path):
    rules = copied(tmp_path)
    with_cases(rules, GUARDED, ONE_GUARD + NOTHING_SAID)
    declared(
        rules,
        "suppressions:\n- {check: rule-one-sided, subject: YYC-0201-01, reason: 示例里不写符合的用例}\n",
    )
    found = inspect(read(rules), GUARDS)

    assert [d.ignored for d in found.diagnostics] == ["示例里不写符合的用例"]
    assert found.counting == ()


class TestWorth:
    RIGHT = 'worth:\n  YYC-0201-01: {level: requirement, points: "25"}\n'

    @pytest.mark.parametrize(("old", "new"), [("requirement", "permission"), ('"25"', '"24.9"')])
    def test_a_level_or_points_stated_otherwise_are_told(self, tmp_path, old, new):
        rules = copied(tmp_path)
        with_cases(rules, GUARDED, GOOD, self.RIGHT.replace(old, new))

        assert told(rules) == [("worth-differs", 5)]

    def test_what_agrees_is_clean(self, tmp_path):
        rules = copied(tmp_path)
        with_cases(rules, GUARDED, GOOD, self.RIGHT)

        assert told(rules) == []

    def test_points_are_shared_by_weight_and_rounded_as_the_scheme_says(self, tmp_path):
        """40 points in the proportion 3 to 4 are 17.14 and 22.86; the scheme has one decimal."""
        rules = copied(tmp_path)
        file = rules / CLEAN / "rules.yaml"
        file.write_text(file.read_text().replace("weight: 1\n", "weight: 4\n"))
        case = "- rule: YYC-0101-01\n  name: 无\n  expect: {outcome: cantTell, reason: not_submitted}\n"
        with_cases(
            rules, CLEAN, case,
            'worth:\n  YYC-0101-01: {level: requirement, points: "17.1"}\n'
            '  YYC-0101-02: {level: requirement, points: "22.9"}\n',
        )  # fmt: skip
        found = inspect(read(rules), Choice(items=("1.1",)))

        assert "worth-differs" not in [d.check for d in found.diagnostics]

    def test_a_profile_that_lowers_levels_changes_nothing(self, tmp_path):
        """Cases and what is stated beside them speak of the rules as they are written."""
        rules = copied(tmp_path)
        case = "- rule: YYC-0102-01\n  name: 无\n  expect: {outcome: cantTell, reason: not_submitted}\n"
        text = 'worth:\n  YYC-0102-01: {level: requirement, points: "20"}\n'
        with_cases(rules, TESTED, case, text)

        for profile in ("everyday", "contest"):
            found = inspect(read(rules, profile), Choice(rules=("YYC-0102-01",)))
            assert "worth-differs" not in [d.check for d in found.diagnostics]
