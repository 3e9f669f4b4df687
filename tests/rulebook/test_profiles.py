"""A profile changes levels, values and vetoes, and every difference is kept with its reason."""

from fractions import Fraction

import pytest

from checker.model.outcome import Level
from checker.model.rule import Difference
from tests.rulebook.copies import GUARDED, TESTED


def level(book, rule):
    return next(r.level for r in book.rules if r.id == rule)


def test_the_plain_profile_differs_in_nothing(rules):
    book = rules.load("everyday")

    assert book.profile.differences == ()
    assert book.values["turbidity_max"] == 1
    assert book.acceptance.enabled_vetoes == ()


def test_what_rests_on_practice_alone_is_lowered_and_nothing_else(rules):
    book = rules.load("contest")

    assert level(book, "YYC-0102-01") is Level.RECOMMENDATION  # practice
    assert level(book, "YYC-0101-01") is Level.REQUIREMENT  # referenced
    assert level(book, "YYC-0101-02") is Level.REQUIREMENT  # stated
    assert level(book, "YYC-0202-01") is Level.RECOMMENDATION  # derived, and 宜 all along


def test_every_difference_is_kept_with_reason_and_who_decided(rules):
    book = rules.load("contest")

    lowered, *others = book.profile.differences
    assert lowered == Difference("level", "YYC-0102-01", "应", "宜", lowered.reason, "示例赛事组")
    assert "做法" in lowered.reason
    assert others == [
        Difference(
            "parameter", "turbidity_max", "1 NTU", "0.5 NTU", "水下转播要看得清", "示例转播组"
        ),
        Difference(
            "veto", "YYC-0201-01", "否决项未启用", "否决项启用", "没有救生员不开赛", "示例赛事组"
        ),
    ]
    assert book.values["turbidity_max"] == Fraction(1, 2)
    assert book.parameters["turbidity_max"].default == 1
    assert book.acceptance.enabled_vetoes == ("YYC-0201-01",)


def test_a_level_chosen_by_name_wins_over_the_lowering(rules):
    rules.edit(
        "profiles/contest.yaml", "decided_by: 示例赛事组\nparameters:",
        "levels: [{rule: YYC-0102-01, level: requirement, reason: 比赛照样送检, decided_by: 甲}]\n"
        "parameters:",
    )  # fmt: skip
    book = rules.load("contest")

    assert level(book, "YYC-0102-01") is Level.REQUIREMENT
    assert not [d for d in book.profile.differences if d.subject == "YYC-0102-01"]


def test_a_value_equal_to_the_default_is_no_difference(rules):
    rules.edit("profiles/contest.yaml", 'value: "0.5"', 'value: "1"')

    assert not [d for d in rules.load("contest").profile.differences if d.kind == "parameter"]


FAULTS = {
    "a value out of range": ('value: "0.5"', 'value: "6"', "parameter_value"),
    "a value of another sort": ('value: "0.5"', "value: [a]", "parameter_value"),
    "a parameter that is not there": ("name: turbidity_max", "name: turbidty", "unknown_parameter"),
    "a rule that is not there": ("{rule: YYC-0201-01,", "{rule: YYC-0201-07,", "unknown_rule"),
    "a difference without a reason": ("reason: 没有救生员不开赛, ", "", "shape_missing"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_profile_is_refused_with_its_line(rules, name):
    old, new, code = FAULTS[name]
    line = rules.edit("profiles/contest.yaml", old, new)

    assert rules.codes("contest") == [("profiles/contest.yaml", line, code)]
    assert rules.problems("everyday") == ()


def test_a_list_whose_values_the_column_does_not_have_is_refused(rules):
    rules.edit(TESTED, "required: [余氯, 浊度, 尿素, 菌落总数]", "required: $items_asked")
    rules.edit(
        TESTED, "parameters:\n",
        "parameters:\n  items_asked: {title: 项目, default: [余氯], unit: list, origin: own,"
        " source: 测试}\n",
    )  # fmt: skip
    rules.edit("profiles/contest.yaml", "name: turbidity_max", "name: items_asked")
    line = rules.edit("profiles/contest.yaml", 'value: "0.5"', "value: [余氯, 浑浊度]")

    assert rules.codes("contest") == [("profiles/contest.yaml", line, "wrong_parameter")]
    rules.edit("profiles/contest.yaml", "浑浊度", "浊度")
    assert rules.load("contest").values["items_asked"] == ("余氯", "浊度")


def test_a_column_that_a_profile_chooses_is_shown_by_its_label(rules):
    rules.edit(
        GUARDED, "parameters:\n",
        "parameters:\n  end: {title: 止点, default: taken_at, unit: column, choices: [taken_at, "
        "issued_on], origin: own, source: 测试}\n",
    )  # fmt: skip
    rules.edit("profiles/contest.yaml", "name: turbidity_max", "name: end")
    rules.edit("profiles/contest.yaml", 'value: "0.5"', "value: issued_on")

    (found,) = [d for d in rules.load("contest").profile.differences if d.kind == "parameter"]

    assert (found.base, found.chosen) == ("取样时间", "签发日期")


def test_a_rule_that_a_base_profile_switched_off_cannot_be_changed_any_more(rules):
    rules.edit(
        "profiles/everyday.yaml", "summary: 平日开放。",
        "summary: 平日开放。\noff: [{rule: YYC-0201-01, reason: 没有深水, decided_by: 甲}]",
    )  # fmt: skip
    rules.edit("profiles/contest.yaml", "name: contest", "name: contest\nextends: everyday")
    line = rules.edit("profiles/contest.yaml", "{rule: YYC-0201-01", "{rule: YYC-0201-01")

    assert rules.codes("contest") == [("profiles/contest.yaml", line, "unknown_rule")]
