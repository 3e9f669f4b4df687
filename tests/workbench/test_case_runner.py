"""A case goes the way every submission goes, and says where and how it came out otherwise."""

import pytest

from checker.model.problem import Rejected
from checker.workbench.cases import read_cases, run

GOOD = """\
- rule: YYC-0201-01
  name: 一池两人
  tables:
    pools: [{id: P1}]
    lifeguards: [{times: 2, id: "L{n}", pool_ids: [P1], certified_until: 2025-12-31}]
  expect: {outcome: passed, measured: "100%"}
"""
SHORT = """\
- rule: YYC-0201-01
  name: 三池缺一
  tables:
    pools: [{times: 3, id: "P{n}"}]
    lifeguards:
    - {times: 2, id: "L{n}", pool_ids: [P1, P2], certified_until: 2025-12-31}
  expect: {outcome: failed, near: false, measured: "2/3", offending: [P3]}
"""


def faults(write, book, text):
    (case,) = read_cases(write(text))
    return run(case, book).faults


@pytest.mark.parametrize("text", [GOOD, SHORT])
def test_a_case_that_comes_out_as_it_says_has_no_fault(write, book, text):
    assert faults(write, book, text) == ()


# what the case says instead, the fault
WRONG = {
    "outcome": (
        "outcome: failed",
        "outcome: passed",
        "结果：预期 passed（符合），得到 failed（不符合）",
    ),
    "near": ("near: false", "near: true", "基本符合：预期 是，得到 否"),
    "measured": ('"2/3"', '"1/3"', "实测值：预期 1: 1/3，得到 2/3"),
    "measured as a range": ('"2/3"', '["1/3", "2/3"]', "实测值：预期 1: ['1/3', '2/3']，得到 2/3"),
    "offending": ("[P3]", "[P2, P3]", "问题行：预期 P2、P3，得到 P3"),
    "none offending": ("[P3]", "[]", "问题行：预期 -，得到 P3"),
    "reason": (
        "near: false",
        "reason: value_missing",
        "原因：预期 value_missing（有空白），得到 -",
    ),
    "unknown rule": ("YYC-0201-01", "YYC-0201-09", "规则：预期 YYC-0201-09，得到 -"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_comes_out_otherwise_is_told(write, book, name):
    old, new, fault = WRONG[name]

    assert faults(write, book, SHORT.replace(old, new)) == (fault,)


def test_a_wrong_outcome_is_told_alone(write, book):
    text = SHORT.replace("outcome: failed", "outcome: passed").replace("[P3]", "[P1]")

    assert len(faults(write, book, text)) == 1


def test_several_differences_are_all_told(write, book):
    text = SHORT.replace('"2/3"', '"1/3"').replace("[P3]", "[P1]")

    assert len(faults(write, book, text)) == 2


@pytest.mark.parametrize(
    "said", ['"0.7"', '"0.67"', '"0.6667"', '"66.67%"', '"67%"', '"2/3"', '"4/6"']
)
def test_a_decimal_that_was_cut_agrees_half_up(write, book, said):
    if said == '"67%"':  # whole percent are exact
        assert faults(write, book, SHORT.replace('"2/3"', said))
    else:
        assert not faults(write, book, SHORT.replace('"2/3"', said))


@pytest.mark.parametrize("said", ['"0.66"', '"0.6"', '"66.66%"', '"0.666"', '"1"'])
def test_a_decimal_cut_otherwise_does_not_agree(write, book, said):
    assert faults(write, book, SHORT.replace('"2/3"', said))


def test_an_open_end_is_written_as_null(write, book):
    text = """\
- rule: YYC-0202-01
  name: 日志只交了一部分
  tables:
    venue: {circulating: true}
    daily_log: {state: partial, rows: [{id: D1, date: 2025-05-01, swimmers: 10, fresh_water: 1}]}
  expect: {outcome: cantTell, reason: table_partial, measured: ["0", null]}
"""

    assert faults(write, book, text) == ()
    assert faults(write, book, text.replace("null", '"1"'))


def test_the_leaves_of_a_check_are_counted_from_one(write, book):
    text = """\
- rule: YYC-0102-01
  name: 只有一月
  tables: {lab_reports: [{id: R1, issued_on: 2025-01-20, items: [余氯]}]}
  expect: {outcome: failed, measured: {1: "0", 2: "0"}}
"""

    assert faults(write, book, text) == ()
    assert faults(write, book, text.replace('2: "0"', '2: "1"')) == ("实测值：预期 2: 1，得到 0",)


def test_a_leaf_that_does_not_exist_is_told(write, book):
    (fault,) = faults(write, book, GOOD.replace('measured: "100%"', 'measured: {2: "100%"}'))

    assert "2: 100%" in fault


def test_a_parameter_may_have_another_value(write, book):
    text = GOOD.replace("  name: 一池两人", "  name: 要三人\n  parameters: {guards_per_pool: 3}")

    assert faults(write, book, text) == ("结果：预期 passed（符合），得到 failed（不符合）",)


@pytest.mark.parametrize(
    ("parameters", "fault"),
    [
        ("{guards: 3}", "参数：预期 guards，得到 3"),
        ("{guards_per_pool: many}", "参数：预期 guards_per_pool，得到 many"),
        ("{guards_per_pool: 7}", "参数：预期 guards_per_pool，得到 7"),  # 1 to 6
    ],
)
def test_a_parameter_value_that_cannot_be_is_told_with_its_place(write, book, parameters, fault):
    text = GOOD.replace("  name: 一池两人", f"  name: 别的值\n  parameters: {parameters}")

    (told,) = faults(write, book, text)

    assert told.startswith("cases.yaml:7:")
    assert told.endswith(f" {fault}")


def test_period_and_day_may_be_those_of_one_case(write, book):
    day_after = GOOD.replace("2025-12-31", "2025-07-05").replace(
        "  name: 一池两人", "  name: 次日过期\n  assessed_on: 2025-07-06"
    )

    assert faults(write, book, GOOD.replace("2025-12-31", "2025-07-05")) == ()
    assert faults(write, book, day_after) == ("结果：预期 passed（符合），得到 failed（不符合）",)


def test_confirmation_on_site_is_no_part_of_a_case(write, book):
    (case,) = read_cases(write(GOOD))
    result = run(case, book)

    assert result.assessed is not None
    assert result.assessed.data_outcome == "passed"
    assert result.assessed.outcome == "untested"


def test_a_case_that_cannot_be_read_as_a_submission_is_told_with_its_place(write, book):
    text = GOOD.replace("certified_until: 2025-12-31", "certified_untill: 2025-12-31")
    (fault,) = faults(write, book, text)

    assert fault.startswith("cases.yaml:9:")
    assert "没有这一列" in fault


@pytest.mark.parametrize(
    "row",
    [
        "{times: 0, id: P}", "{times: two, id: P}", "{times: 2, every: {hours: 1}, id: P}",
        "{times: 2, every: 3, id: P}", "{every: {days: 1}, id: P}",
    ],
)  # fmt: skip
def test_a_repetition_that_cannot_be_understood_is_told_with_its_place(write, book, row):
    (fault,) = faults(write, book, SHORT.replace('{times: 3, id: "P{n}"}', row))

    assert fault.startswith("cases.yaml:8:5 重复的行：")


class TestFiles:
    def test_cases_of_all_folders_are_read_in_order(self, write):
        write(GOOD, file="2/cases.yaml")
        folder = write(SHORT, file="1/cases.yaml")

        assert [c.shape.name for c in read_cases(folder)] == ["三池缺一", "一池两人"]
        assert str(read_cases(folder)[0].place) == "1/cases.yaml:5:3"

    def test_other_files_are_no_cases(self, write):
        assert read_cases(write("", file="rules.yaml")) == []

    def test_faults_of_all_files_are_told_at_once(self, write):
        write(GOOD.replace("outcome: passed", "outcome: fine"), file="1/cases.yaml")
        folder = write(GOOD.replace("  name:", "  title:"), file="2/cases.yaml")
        with pytest.raises(Rejected) as rejected:
            read_cases(folder)

        codes = [(p.place.file, p.code) for p in rejected.value.problems]
        assert codes == [
            ("1/cases.yaml", "shape_enum"),
            ("2/cases.yaml", "shape_missing"),
            ("2/cases.yaml", "shape_extra_forbidden"),
        ]

    def test_a_file_without_cases_is_refused(self, write):
        with pytest.raises(Rejected):
            read_cases(write("", head="given: {}\ncases: []\n"))
