"""
Whatever is handed in, it is either read or refused with its place, what stands there and what to
do; never guessed, never half-used.
"""

import os
import shutil

import pytest

from tests.cli.command import POOL, POOL_RULES, check_pool, run, run_alone
from tests.tools.humble import HUMBLE

HEAD = """\
form: 1
kind: self
synthetic: true
period: {from: 2025-01-01, to: 2025-06-30}
assessed_on: 2025-07-05
tables:
  venue: {name: 示例游泳池, circulating: true}
  pools:
  - {id: P1, name: 大池, depth: "2"}
"""


def refused(tmp_path, text, *arguments):
    """What the command says of a submission of this text."""
    file = tmp_path / "submission.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return check_pool(file, *arguments, "-o", tmp_path / "out")


def assert_one_problem(found, tmp_path, place, *words):
    assert found.code == 5, found.error
    assert found.bytes == b""
    assert found.error.startswith("申报资料有 1 处问题，没有评价，也没有写任何文件\n")
    (problem,) = found.problems
    assert problem.startswith(f"{place}  "), found.error
    for word in words:
        assert word in found.error
    assert "Traceback" not in found.error
    assert not (tmp_path / "out").exists()


SEEN = (
    HEAD.replace("kind: self", "kind: association")
    + "site_findings:\n- {rule: YYC-0201-10, method: X, result: confirmed, reviewer: 甲,"
    " on: 2025-07-01}\n"
)

# what is handed in, the text where it is told, words that must be said
FAULTS = {
    "something seen on site for a rule that does not exist": (
        SEEN, "YYC-0201-10", "规则集里没有这条规则", "是不是“YYC-0201-01”"
    ),
    "broken YAML": (HEAD + "  lifeguards: [{id: L1\n", "", "YAML 写法有误"),
    "a tab for indentation": (HEAD + "\tlifeguards: none\n", "", "YAML 写法有误"),
    "a number that is none": (
        HEAD.replace('depth: "2"', "depth: 约两米"), "约两米", "“最大水深”不是数字"
    ),
    "a number out of bounds": (
        HEAD.replace('depth: "2"', "depth: 20"), "20}", "“最大水深”超出范围", "0 至 6"
    ),
    "a list where one value belongs": (
        HEAD.replace('depth: "2"', "depth: [1, 2]"), "[1, 2]", "“最大水深”只能填一个"
    ),
    "a mapping where one value belongs": (
        HEAD.replace('depth: "2"', "depth: {metres: 2}"), "{metres", "“最大水深”的写法不对"
    ),
    "a yes-or-no that is neither": (
        HEAD.replace("circulating: true", "circulating: 大概"), "大概", "“循环供水”要填是或否"
    ),
    "an unknown field, with the nearest there is": (
        HEAD.replace("depth:", "dephth:"), "dephth", "没有这一列", "是不是“depth”？"
    ),
    "an unknown table, with the nearest there is": (
        HEAD + "  lifegards: none\n", "lifegards", "没有这张表", "是不是“lifeguards”？"
    ),
    "an unknown key, with the nearest there is": (
        "note: 无\n" + HEAD, "note", "没有这一项", "是不是“notes”？"
    ),
    "a key written twice": (HEAD + "kind: association\n", "kind: a", "“kind”"),
    "an id used twice": (
        HEAD + '  - {id: P1, name: 小池, depth: "1"}\n', "P1, name: 小池", "编号写了两次", "第 9 行"
    ),
    "a reference to no row": (
        HEAD + "  lifeguards:\n  - {id: L1, pool_ids: [P1, P7]}\n",
        "[P1, P7]", "“负责泳池”所指的编号不在“泳池”里", "P7",
    ),
    "a date after the data date": (
        HEAD + "  lab_reports:\n  - {id: R1, issued_on: 2025-07-06, items: [余氯]}\n",
        "2025-07-06", "“签发日期”晚于评价日 2025-07-05",
    ),
    "a day that does not exist": (
        HEAD + "  lab_reports:\n  - {id: R1, issued_on: 2025-02-30, items: [余氯]}\n",
        "2025-02-30", "没有这一天",
    ),
    "a time without an hour": (
        HEAD + "  water_samples:\n  - {id: W1, taken_at: 2025-02-03}\n",
        "2025-02-03", "只有日期，缺少时间",
    ),
    "a value out of the enumeration": (
        HEAD + "  lab_reports:\n  - {id: R1, items: [余氯, 菌落数]}\n",
        "[余氯", "只能从规定的内容里选", "菌落数", "是不是“菌落总数”？",
    ),
    "a placeholder": (HEAD.replace("name: 大池", "name: '-'"), "'-'", "占位符号"),
    "a formula": (HEAD.replace("name: 大池", "name: =A1+1"), "=A1+1", "公式"),
    "a none where there always is one": (
        HEAD.replace('depth: "2"', "depth: 无"), "无}", "“最大水深”不能填“无”"
    ),
    "a period of no whole months": (
        HEAD.replace("to: 2025-06-30", "to: 2025-06-29"), "2025-06-29", "整月"
    ),
    "a period too short": (
        HEAD.replace("from: 2025-01-01", "from: 2025-02-01"), "2025-06-30", "6 至 12 个月"
    ),
    "an assessment before the period ends": (
        HEAD.replace("assessed_on: 2025-07-05", "assessed_on: 2025-06-01"),
        "2025-06-01", "早于评价期结束",
    ),
    "a kind that there is not": (
        HEAD.replace("kind: self", "kind: selv"), "selv", "是不是“self”？"
    ),
    "a form of another version": (HEAD.replace("form: 1", "form: 99"), "99", "表单版本"),
    "site findings in a self-assessment": (
        HEAD + "site_findings:\n- {rule: YYC-0201-01, method: X, result: 属实, reviewer: 甲,"
        " on: 2025-07-01}\n",
        "- {rule", "自评不能带现场核查结论",
    ),
    "rows in a table declared empty": (
        HEAD + "  lifeguards: {state: none, rows: [{id: L1}]}\n", "[{id: L1", "却有内容"
    ),
    "a complete table without rows": (
        HEAD + "  lifeguards: {state: complete, rows: []}\n", "[]", "一行也没有"
    ),
    "an alias": (
        HEAD.replace("name: 大池", "name: &a 大池"), "&a", "&"
    ),
    "a file that is not there": (
        HEAD + "  lifeguards: {file: guards.csv}\n", "guards.csv", "不在提交文件夹里"
    ),
    "a file outside the folder": (
        HEAD + "  lifeguards: {file: ../guards.csv}\n", "../guards", "提交文件夹外面"
    ),
    "a list": ("- 1\n- 2\n", "- 1", "写法不对"),
}  # fmt: skip


def spot(text, token):
    """Line and column, counted from 1, of the one place where a text stands."""
    assert text.count(token) == 1, token
    before = text[: text.index(token)]
    return f"submission.yaml:{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_one_clear_problem_with_its_place(tmp_path, name):
    text, token, *words = FAULTS[name]

    found = refused(tmp_path, text)

    place = spot(text, token) if token else found.problems[0].partition("  ")[0]
    assert_one_problem(found, tmp_path, place, *words)


def test_an_empty_file_lacks_everything(tmp_path):
    found = refused(tmp_path, "")

    assert found.code == 5
    assert all(p.startswith("submission.yaml") for p in found.problems)


TICKETS = """\
form: 1
kind: self
synthetic: true
period: {from: 2025-01-01, to: 2025-06-30}
assessed_on: 2025-07-05
tables:
  community: {name: 示例小企业社区}
  service_requests:
  - {id: T1, submitted_at: 2025-03-01T09:00, first_response_at: 2025-03-01T09:20}
  - {id: T2, submitted_at: 2025-03-01T09:00, first_response_at: 2025-03-01T08:20}
"""


def test_a_ticket_whose_times_run_backwards(tmp_path):
    file = tmp_path / "submission.yaml"
    file.write_text(TICKETS, encoding="utf-8")

    found = run("check", file, "-o", tmp_path / "out")

    place = spot(TICKETS, "2025-03-01T08:20")
    assert_one_problem(
        found, tmp_path, place, "“首次响应时间”早于“提交时间”", "不早于 2025-03-01 09:00"
    )


def test_gbk_instead_of_utf_8(tmp_path):
    found = refused(tmp_path, HEAD.encode("gbk"))

    assert_one_problem(found, tmp_path, "submission.yaml:7", "不是 UTF-8 编码", "GBK", "另存为")


def test_utf_16_instead_of_utf_8(tmp_path):
    assert_one_problem(
        refused(tmp_path, HEAD.encode("utf-16")), tmp_path, "submission.yaml:1", "UTF-16"
    )


def test_a_byte_order_mark_is_no_fault(tmp_path):
    assert refused(tmp_path, b"\xef\xbb\xbf" + HEAD.encode(), "-f", "json").code == 3


def test_a_file_of_50_megabytes(tmp_path):
    found = refused(tmp_path, HEAD.encode() + b"# padding\n" * (5 * 2**20 - 99))

    assert_one_problem(found, tmp_path, "submission.yaml", "50 MB，超过上限 20 MB，没有读取")


def test_an_empty_folder(tmp_path):
    folder = tmp_path / "资料"
    folder.mkdir()

    found = check_pool(folder, "-o", tmp_path / "out")

    assert_one_problem(found, tmp_path, "资料", "文件夹里没有提交材料", "submission.yaml")


def test_a_path_that_is_not_there(tmp_path):
    found = check_pool(tmp_path / "没有.yaml", "-o", tmp_path / "out")

    assert_one_problem(found, tmp_path, "没有.yaml", "没有这个文件或文件夹")


def test_two_submissions_in_one_folder(tmp_path):
    for name in ("submission.yaml", "submission.json"):
        (tmp_path / name).write_text(HEAD, encoding="utf-8")

    found = check_pool(tmp_path, "-o", tmp_path / "out")

    assert_one_problem(found, tmp_path, tmp_path.name, "不止一个提交文件", "不猜")


@pytest.mark.parametrize("name", ["资料.xlsx", "资料.et", "资料.docx"])
def test_a_workbook_is_told_as_such(tmp_path, name):
    (tmp_path / name).write_bytes(b"PK\x03\x04")

    found = check_pool(tmp_path / name, "-o", tmp_path / "out")

    assert_one_problem(found, tmp_path, name, "Excel 或 WPS", "CSV UTF-8")


@pytest.mark.parametrize("name", ["资料.txt", "资料.pdf", "资料"])
def test_a_format_that_nobody_knows(tmp_path, name):
    (tmp_path / name).write_text("?")

    assert_one_problem(
        check_pool(tmp_path / name, "-o", tmp_path / "out"), tmp_path, name, "认不出"
    )


def test_a_device_is_no_submission(tmp_path):
    os.mkfifo(tmp_path / "submission.yaml")

    found = check_pool(tmp_path / "submission.yaml", "-o", tmp_path / "out")

    assert_one_problem(found, tmp_path, "submission.yaml", "普通文件")


def test_a_file_without_permission(tmp_path):
    file = tmp_path / "submission.yaml"
    file.write_text(HEAD, encoding="utf-8")
    file.chmod(0)

    found = run_alone(
        "check", file, "--rules", POOL_RULES, "--profile", "everyday", before=HUMBLE
    )  # fmt: skip

    assert_one_problem(found, tmp_path, "submission.yaml", "读不了")


@pytest.fixture
def csv(tmp_path):
    """A copy of the submission in CSV files."""
    return shutil.copytree(POOL / "murky", tmp_path / "murky")


# file, what stands there, what is planted, where it is told, words that must be said
CSV_FAULTS = {
    "a row with a cell too many": (
        "pools.csv", "P1,大池,2", "P1,大池,2,3", "pools.csv:2", "4 格，列名却有 3 个"
    ),
    "an unknown column": (
        "pools.csv", "最大水深", "最大深度", "pools.csv:1:3", "没有这一列", "是不是“最大水深”？"
    ),
    "a column twice": ("pools.csv", "池名,最大水深", "池名,池名", "pools.csv:1:3", "写了两次"),
    "quotes without end": ("pools.csv", "大池", '"大池', "pools.csv:2", "引号没有配对"),
    "semicolons": (
        "pools.csv", "编号,池名,最大水深\nP1,大池,2", "编号;池名;最大水深\nP1;大池;2",
        "pools.csv:1", "逗号",
    ),
    "a number that Excel mangled": (
        "pools.csv", "P1,", "1.2E+17,", "pools.csv:2:1", "科学计数法"
    ),
    "an empty file": ("pools.csv", "编号,池名,最大水深\nP1,大池,2\n", "", "pools.csv", "文件是空的"),
    "a wrong first line": (
        "submission.csv", "项目,内容", "名称,值", "submission.csv:1", "项目,内容"
    ),
    "a kind that nobody knows": (
        "submission.csv", "评价类型,自评", "评价类型,自己评", "submission.csv:3", "自评"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CSV_FAULTS)
def test_a_fault_in_csv_is_told_with_line_and_column(csv, tmp_path, name):
    file, old, new, place, *words = CSV_FAULTS[name]
    path = csv / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    found = check_pool(csv, "-o", tmp_path / "out")

    assert found.code == 5, found.error
    told = [p for p in found.problems if p.startswith(place)]
    assert told, found.error
    for word in words:
        assert word in found.error
    assert not (tmp_path / "out").exists()


def test_a_gbk_csv_is_told_and_the_others_are_read_all_the_same(csv, tmp_path):
    path = csv / "water_samples.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))
    (csv / "pools.csv").write_text("编号,池名,最大水深\nP1,大池,20\n", encoding="utf-8")

    found = check_pool(csv, "-o", tmp_path / "out")

    assert [p.partition("  ")[0] for p in found.problems] == [
        "pools.csv:2:3",
        "water_samples.csv:1",
    ]
    assert "GBK" in found.error


def test_all_problems_come_at_once_in_the_order_of_files_and_lines(tmp_path):
    text = (
        HEAD.replace('depth: "2"', "depth: 20").replace("kind: self", "kind: selv")
        + "  lifegards: none\n  lab_reports:\n  - {id: R1, issued_on: 2025-02-30}\n"
    )

    found = refused(tmp_path, text)

    assert found.error.startswith("申报资料有 4 处问题")
    places = [p.partition("  ")[0] for p in found.problems]
    assert [p.split(":")[1] for p in places] == ["2", "9", "10", "12"]


def test_the_same_fault_in_many_rows_is_told_once_with_its_number(tmp_path):
    rows = "".join(f"  - {{id: P{n}, naem: 池}}\n" for n in range(2, 40))

    found = refused(tmp_path, HEAD + rows)

    assert_one_problem(found, tmp_path, found.problems[0].partition("  ")[0], "涉及 38 行")
