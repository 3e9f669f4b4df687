"""The pure CSV form: submission.csv and one CSV file for each table."""

from datetime import date

import pytest

from checker.model.outcome import AssessmentKind
from checker.model.submission import Period
from checker.submission.reading import read
from tests.submission.handed import SMALL, folder, refusal_of

ITEMS = """\
项目,内容
评价类型,自评
评价期起,2025-01-01
评价期止,2025-12-31
评价日,2026-01-10
"""


def faults(root, **more):
    folder(root, **{"submission_csv": ITEMS, **more})
    return [(p.code, str(p.place)) for p in refusal_of(root)]


def test_a_folder_of_csv_files_is_read(tmp_path):
    items = ITEMS + "示例数据,是\n备注,只有两张表\n工单,部分填报\n岗位,确无\n"
    folder(
        tmp_path,
        submission_csv=items,
        基础网格_csv="编号,网格名称\nG1,一格\n",
        requests_csv="id,grid_id\nR1,G1\n",
        community_CSV="社区名称\n示例\n",
    )

    submission = read(tmp_path, SMALL)

    assert submission.kind is AssessmentKind.SELF
    assert submission.period == Period(date(2025, 1, 1), date(2025, 12, 31))
    assert submission.assessed_on == date(2026, 1, 10)
    assert submission.synthetic is True
    assert submission.notes == "只有两张表"
    assert submission.tables["grids"].ids == ("G1",)
    assert submission.tables["grids"].closed
    assert not submission.tables["requests"].closed
    assert submission.tables["posts"].closed
    assert submission.tables["community"].columns["name"] == ("示例",)
    assert [file.path for file in submission.files] == [
        "community.CSV",
        "requests.csv",
        "submission.csv",
        "基础网格.csv",
    ]


def test_items_may_be_written_in_english(tmp_path):
    items = "item,content\nkind,self\nperiod.from,2025-01-01\nperiod to,2025-06-30\n"

    submission = read(folder(tmp_path, submission_csv=items + "assessed_on,2025-07-01\n"), SMALL)

    assert submission.period.months == 6


def test_site_findings_have_a_file(tmp_path):
    folder(
        tmp_path,
        submission_csv=ITEMS.replace("自评", "复核"),
        现场核查_csv="规则,核查方式,结论,现场情况,评审员,日期\nQ1,X,属实,,甲,2026-01-12\n",
    )

    (finding,) = read(tmp_path, SMALL).site_findings

    assert (finding.rule, finding.method, finding.observation) == ("Q1", "X", "")


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"submission_csv": "kind,self\n"}, ("items_header", "submission.csv:1:1")),
        ({"submission_csv": "项目\nkind\n"}, ("items_header", "submission.csv:1:1")),
        ({"submission_csv": ""}, ("empty_file", "submission.csv")),
        ({"submission_csv": ITEMS + "评价人,甲\n"}, ("unknown_key", "submission.csv:6:1")),
        ({"submission_csv": ITEMS + "kind,self\n"}, ("repeated_key", "submission.csv:6:1")),
        ({"submission_csv": ITEMS.replace("自评", "自查")}, ("not_in_choices", "submission.csv:2:2")),
        ({"submission_csv": ITEMS.replace("12-31", "12-30")}, ("period_not_whole_months", "submission.csv:4:2")),
        ({"submission_csv": ITEMS.replace("2026-01-10", "")}, ("missing_key", "submission.csv")),
        ({"submission_csv": ITEMS + "岗位,有\n"}, ("table_shape", "submission.csv:6:2")),
        ({"submission_csv": ITEMS + "岗位,确无\n", "posts_csv": "标题\n甲\n"}, ("rows_but_none", "posts.csv")),
        ({"grid_csv": "id\nG1\n"}, ("unknown_table", "grid.csv")),
        ({"grids_csv": "id\nG1\n", "基础网格_csv": "id\nG1\n"}, ("repeated_table", "基础网格.csv")),
        ({"grids_csv": "id,nmae\nG1,x\n"}, ("unknown_field", "grids.csv:1:2")),
        ({"grids_csv": ""}, ("empty_file", "grids.csv")),
        ({"现场核查_csv": "规则\nQ1\n"}, ("site_findings_in_self", "现场核查.csv:1:1")),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_one_problem(tmp_path, more, fault):
    assert faults(tmp_path, **more) == [fault]


def test_a_strange_name_of_a_file_is_told_without_what_could_not_be_seen(tmp_path):
    (tmp_path / "a\x1b[31m.csv").write_text("id\n1\n")

    assert faults(tmp_path) == [("unknown_table", "a\\u001b[31m.csv")]


def test_a_finding_is_told_with_its_place(tmp_path):
    found = "规则,核查方式,结论,现场情况,评审员,日期\nQ1,X,属实,,甲,2026-01-12\nQ2,Z,属实,,,昨天\n"

    problems = faults(tmp_path, submission_csv=ITEMS.replace("自评", "评审"), 现场核查_csv=found)

    assert problems == [
        ("missing_key", "现场核查.csv:3"),
        ("not_in_choices", "现场核查.csv:3:2"),
        ("not_date", "现场核查.csv:3:6"),
    ]


def test_a_broken_head_and_the_tables_are_told_together(tmp_path):
    problems = faults(tmp_path, submission_csv="甲,乙\n", requests_csv="id,calls\nR1,许多\n")

    assert problems == [("not_number", "requests.csv:2:2"), ("items_header", "submission.csv:1:1")]
