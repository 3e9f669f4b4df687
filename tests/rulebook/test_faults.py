"""A faulty rule set is refused as a whole: every fault at once, each with its file and line."""

import re
import shutil

import pytest

from tests.rulebook.copies import GUARDED, RENEWED, TESTED, WATER


def test_the_untouched_copy_has_no_fault(rules):
    assert rules.problems() == ()
    assert [r.id for r in rules.load().rules] == [
        "YYC-0101-01", "YYC-0101-02", "YYC-0102-01", "YYC-0201-01", "YYC-0202-01",
    ]  # fmt: skip


# file, what stands there, what is planted, code, words that the problem must say
FAULTS = {
    "unknown measure": (
        WATER, "measure: mean,", "measure: avarage,", "unknown_measure", "没有叫“avarage”的度量"
    ),
    "unknown column": (
        WATER, "value: turbidity,", "value: turbidty,", "unknown_column", "是不是想写“turbidity”？"
    ),
    "unknown table": (
        GUARDED, "    of: pools", "    of: pool", "unknown_table", "是不是想写“pools”？"
    ),
    "unknown parameter": (
        WATER, "at_most: $turbidity_max", "at_most: $turbidity_mx", "unknown_parameter",
        "是不是想写“turbidity_max”？",
    ),
    "wrong unit": (
        GUARDED, "at_least: $guards_per_pool", "at_least: $tolerance", "wrong_unit",
        "单位是“1”，这里要的是“count”或“人”",
    ),
    "yearly parameter without over_period": (
        TESTED, "times: {over_period: $times_per_item}", "times: $times_per_item", "wrong_unit",
        "over_period",
    ),
    "unknown key in a check": (
        WATER, "    that: {chlorine", "    taht: {chlorine", "unknown_key", "是不是想写“that”？"
    ),
    "unknown key in a rule": (
        WATER, "  remedy: 反冲", "  remady: 反冲", "shape_extra_forbidden", "是不是想写“remedy”？"
    ),
    "a value that the enumeration does not have": (
        TESTED, "required: [余氯, 浊度, 尿素, 菌落总数]", "required: [余氯, 浊渡]", "not_a_value",
        "没有这个取值",
    ),
    "another level than there are": (
        RENEWED, "level: recommendation", "level: maybe", "shape_enum", "可用的取值：requirement"
    ),
    "a reference that is not listed": (
        WATER, "references: [water-norm]", "references: [water-norms]", "unknown_reference",
        "是不是想写“water-norm”？",
    ),
    "an item that the standard does not have": (
        RENEWED, 'item: "2.2"', 'item: "2.3"', "unknown_item", "没有检查项“2.3”"
    ),
    "an id of another item": (
        RENEWED, "id: YYC-0202-01", "id: YYC-0201-02", "wrong_folder", "对不上"
    ),
    "an id used before": (
        WATER, "id: YYC-0101-02", "id: YYC-0101-01", "duplicate_rule", "已经用过"
    ),
    "an id of no known form": (
        WATER, "id: YYC-0101-02", "id: YYC-1-2", "shape_string_pattern_mismatch", "写法不对"
    ),
    "a parameter defined before": (
        GUARDED, "  guards_per_pool: {", "  tolerance: {", "duplicate_parameter", "已经用过"
    ),
    "a default outside its own range": (
        GUARDED, "default: 2,", "default: 9,", "parameter_value", "min 和 max 之间的值，即 1 到 6"
    ),
    "a key given twice": (
        WATER, "weight: 1", "weight: 1\n  weight: 2", "duplicate_key", "weight"
    ),
    "a tolerance on a number that is no share": (
        WATER, "at_most: $turbidity_max}", "at_most: $turbidity_max, tolerance: $tolerance}",
        "tolerance_misplaced", "容差",
    ),
    "a share without a percent sign": (
        GUARDED, "at_least: 100%", "at_least: 1", "share_without_percent", "百分号"
    ),
    "an item number used before": (
        "standard.yaml", 'no: "1.2"', 'no: "1.1"', "duplicate_item", "已经用过"
    ),
    "a chapter number used before": (
        "standard.yaml", '- no: "2"', '- no: "1"', "duplicate_chapter", "已经用过"
    ),
    "a veto on a rule that does not exist": (
        "acceptance.yaml", "enabled_vetoes: []", "enabled_vetoes: [YYC-0201-02]", "unknown_rule",
        "没有编号为“YYC-0201-02”的规则",
    ),
    "a systemic table that does not exist": (
        "acceptance.yaml", "systemic_tables: [pools]", "systemic_tables: [pool]", "unknown_table",
        "是不是想写“pools”？",
    ),
    "no conclusion for the rest": (
        "acceptance.yaml", "requires: {}", "requires: {vetoes: 0}", "no_last_conclusion", "没有结论"
    ),
    "a clause for a rule that does not exist": (
        "crosswalk.yaml", "YYC-0102-01:", "YYC-0102-09:", "unknown_rule",
        "是不是想写“YYC-0102-01”？",
    ),
    "a ref column that points nowhere": (
        "dictionary.yaml", "type: ref, to: pools, owner", "type: ref, to: pool, owner",
        "unknown_table", "是不是想写“pools”？",
    ),
    "a population over no table": (
        "dictionary.yaml", "of: lifeguards", "of: lifegards", "unknown_table", "lifeguards"
    ),
    "a subject that is no table": (
        "dictionary.yaml", "{table: venue,", "{table: venu,", "unknown_table", "venu"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_told_with_its_line(rules, name):
    file, old, new, code, words = FAULTS[name]
    line = rules.edit(file, old, new) + new.count("\n")

    # what hangs on the fault may follow from it, but the fault itself is there, in its place
    path = str(rules.folder / file)
    told = [p for p in rules.problems() if p.code == code and p.place.file == path]

    assert [p.place.line for p in told] == [line], [str(p.place) for p in rules.problems()]
    assert words in f"{told[0].message} {told[0].advice}"


# file, what stands there, what is planted, the line it is told at, code, words
ELSEWHERE = {
    "items whose points do not make the total": (
        "standard.yaml", "title: 水质, points: 40", "title: 水质, points: 41", "chapters:", "points",
        "合计 101 分，不等于总分 100 分",
    ),
    "grades out of order": (
        "acceptance.yaml", 'at_least: "90"', 'at_least: "50"', "title: 尚可", "grades_order",
        "这一等的 60 分不在次序里",
    ),
    "a grade missing at the bottom": (
        "acceptance.yaml", 'at_least: "0"', 'at_least: "1"', "title: 浑浊", "no_last_grade",
        "从 0 分起",
    ),
    "a permission with weight": (
        RENEWED, "level: recommendation", "level: permission", "  weight: 1",
        "permission_with_weight", "不计分",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_fault_of_several_lines_is_told_at_one_of_them(rules, name):
    file, old, new, told_at, code, words = ELSEWHERE[name]
    rules.edit(file, old, new)
    line = rules.edit(file, told_at, told_at)

    (problem,) = rules.problems()

    assert (problem.code, problem.place.line) == (code, line)
    assert words in f"{problem.message} {problem.advice}"


def test_faults_of_all_files_are_told_at_once_in_the_order_of_files_and_lines(rules):
    planted = [
        ("1-water/1.1-clean/rules.yaml", rules.edit(WATER, "measure: mean,", "measure: meen,")),
        ("1-water/1.2-tested/rules.yaml", rules.edit(TESTED, "value: items", "value: itemz")),
        ("2-safety/2.1-guarded/rules.yaml", rules.edit(GUARDED, "of: pools", "of: pol")),
        ("2-safety/2.2-renewed/rules.yaml", rules.edit(RENEWED, "fresh_water_min}", "nothing}")),
        ("standard.yaml", rules.edit("standard.yaml", 'no: "1.2"', 'no: "1.1"')),
    ]

    told = [(file, line) for file, line, _ in rules.codes()]

    assert set(planted) <= set(told)
    assert told == sorted(told)


def test_two_faults_of_one_file_are_both_told(rules):
    first = rules.edit(WATER, "{chlorine: {", "{clorine: {")
    second = rules.edit(WATER, "value: turbidity", "value: turbidty")

    assert [(line, code) for _, line, code in rules.codes()] == [
        (first, "unknown_column"),
        (second, "unknown_column"),
    ]


def test_broken_yaml_in_one_file_hides_no_fault_of_another(rules):
    rules.edit(GUARDED, "rules:\n", "rules: [\n")
    line = rules.edit(WATER, "measure: mean,", "measure: meen,")

    codes = rules.codes()

    assert (WATER, line, "unknown_measure") in codes
    assert any(file == GUARDED and code == "broken_yaml" for file, _, code in codes)


def test_rules_of_a_broken_file_are_not_called_unknown(rules):
    rules.edit("acceptance.yaml", "enabled_vetoes: []", "enabled_vetoes: [YYC-0201-01]")
    rules.edit(GUARDED, "weight: 1", "weight: 9")

    assert [code for _, _, code in rules.codes()] == ["shape_less_than_equal"]


@pytest.mark.parametrize(
    "file",
    ["standard.yaml", "parameters.yaml", "references.yaml", "crosswalk.yaml", "acceptance.yaml"],
)
def test_a_missing_file_is_named(rules, file):
    (rules.folder / file).unlink()

    assert [(p.code, p.place.file) for p in rules.problems()] == [("missing_file", file)]


def test_a_missing_dictionary_is_named_and_no_table_called_unknown(rules):
    (rules.folder / "dictionary.yaml").unlink()

    assert [p.code for p in rules.problems()] == ["missing_file"]


@pytest.mark.parametrize("file", [WATER, "dictionary.yaml", "parameters.yaml", "references.yaml"])
def test_what_a_broken_file_may_declare_is_not_called_unknown(rules, file):
    """Only that it is broken is told, and what stands nowhere in it."""
    text = (rules.folder / file).read_text(encoding="utf-8")
    rules.write(file, text + "\n[\n")
    line = rules.edit(RENEWED, "$fresh_water_min}", "$fresher_water}")

    told = [(f, at) for f, at, code in rules.codes() if code != "broken_yaml"]

    assert told == [(RENEWED, line)]
    assert len(rules.problems()) == 2


def test_a_misspelt_file_is_told_because_its_rules_would_be_lost_unseen(rules):
    path = rules.folder / GUARDED
    path.rename(path.with_name("rule.yaml"))

    (problem,) = rules.problems()

    assert problem.code == "stray_file"
    assert problem.advice == "是不是应当叫“rules.yaml”？"


def test_a_folder_that_is_not_there_is_told(rules, tmp_path):
    (problem,) = type(rules)(tmp_path / "nowhere").problems()

    assert problem.code == "missing_file"
    assert "--rules" in problem.advice


def test_a_file_in_another_encoding_is_told_with_its_line(rules):
    path = rules.folder / WATER
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))

    (problem,) = rules.problems()

    assert problem.code == "not_utf8"
    assert problem.place.line == 3  # the first line with Chinese in it
    assert "GBK" in problem.advice


def test_an_unknown_profile_is_told_with_those_there_are(rules):
    (problem,) = rules.problems("everyday_")
    (other,) = rules.problems("something_else")

    assert problem.advice == "是不是想写“everyday”？"
    assert other.advice == "有这些方案：contest、everyday；请用 --profile 指明一个"


def test_an_unknown_profile_that_another_extends_is_told_without_an_option(rules):
    rules.edit(
        "profiles/contest.yaml", "name: contest\n", "name: contest\nextends: something_else\n"
    )
    (problem,) = rules.problems("contest")

    assert problem.advice == "有这些方案：contest、everyday"


def test_a_rule_set_without_any_profile_is_told_to_write_one(rules):
    shutil.rmtree(rules.folder / "profiles")
    (problem,) = rules.problems("generic")

    assert problem.advice == "规则集里还没有方案，请在 profiles 目录里写一个"


def test_a_name_of_another_form_is_told_once_however_often_it_is_used(rules):
    line = rules.edit("dictionary.yaml", "      swimmers: {label", "      Swimmers: {label")

    assert rules.codes() == [("dictionary.yaml", line, "shape_string_pattern_mismatch")]


def test_a_misspelt_key_is_not_also_called_missing(rules):
    line = rules.edit(WATER, "    that: {chlorine", "    taht: {chlorine")
    other = rules.edit(WATER, "  requirement: 水样", "  requirment: 水样")

    assert rules.codes() == [
        (WATER, other, "shape_extra_forbidden"),
        (WATER, line, "unknown_key"),
    ]


@pytest.mark.parametrize(
    ("share", "code"), [("100%", ""), ("101%", "shape_share"), ("-1%", "shape_share")]
)
@pytest.mark.parametrize("key", ["score", "every_chapter", "missing_requirements"])
def test_a_conclusion_asks_for_no_share_beyond_the_whole(rules, key, share, code):
    text = (rules.folder / "acceptance.yaml").read_text(encoding="utf-8")
    rules.write("acceptance.yaml", re.sub(f'{key}: "[0-9]+%"', f'{key}: "{share}"', text))

    assert [c for _, _, c in rules.codes()] == ([code] if code else [])


GRADES = {
    "one too high": (["90", "95", "60", "0"], [1]),
    "the first too low": (["10", "80", "60", "0"], [0]),
    "two alike": (["90", "90", "60", "0"], [1]),
    "upside down": (["0", "60", "80", "90"], [1, 2, 3]),
}


@pytest.mark.parametrize("name", GRADES)
def test_a_grade_out_of_order_is_told_at_its_own_line(rules, name):
    points, culprits = GRADES[name]
    text = (rules.folder / "acceptance.yaml").read_text(encoding="utf-8")
    start, end = text.index("- {id: fine"), text.index("conclusions:")
    grades = [f'- {{id: g{i}, title: 甲, at_least: "{p}"}}\n' for i, p in enumerate(points)]
    rules.write("acceptance.yaml", text[:start] + "".join(grades) + text[end:])
    first = text[:start].count("\n") + 1

    told = [line - first for _, line, code in rules.codes() if code == "grades_order"]

    assert told == culprits


def test_what_strict_yaml_refuses_is_told_once_and_hides_nothing_else(rules):
    line = rules.edit(
        GUARDED, "  check:\n    measure: share", "  check: *other\n  note:\n    measure: share"
    )
    level = rules.edit(GUARDED, "level: requirement", "level: must")
    other = rules.edit(WATER, "measure: mean", "measure: *other")
    beside = rules.edit(WATER, "that: {chlorine:", "that: {clorine:")

    told = [(file, at, code) for file, at, code in rules.codes() if code != "shape_string_type"]

    assert told == [
        (WATER, beside, "unknown_column"),
        (WATER, other, "not_plain"),
        (GUARDED, level, "shape_enum"),
        (GUARDED, line, "not_plain"),
    ]


def test_a_parameter_given_twice_is_known_by_name_only(rules):
    """Which of the two is meant cannot be told, so neither is held against what uses it."""
    text = (rules.folder / "parameters.yaml").read_text(encoding="utf-8")
    twice = "  turbidity_max: {title: 又一个, default: 3, unit: 月, origin: own, source: 测试}\n"
    rules.write("parameters.yaml", text.rstrip("\n") + "\n" + twice)
    line = rules.edit(WATER, "  turbidity_max: {", "  turbidity_max: {")

    assert rules.codes("contest") == [(WATER, line, "duplicate_parameter")]
