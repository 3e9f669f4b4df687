"""Nothing that looks like data is left unread in silence; evidence, and folders of it, are free."""

import os
import sys

import pytest

from checker.model.dictionary import Dictionary
from checker.model.problem import Rejected
from checker.submission import files
from checker.submission.reading import read
from tests.builders import column, table
from tests.submission.handed import HEAD_YAML, KEY, SMALL, folder, read_tables, refusal_of

PROOFS = Dictionary(
    dict(SMALL.tables)
    | {"proofs": table("proofs", KEY, column("path", "text", label="文件", format="file"),
                       label="证明清单")},
    subject="community",
    subject_name="name",
)  # fmt: skip
SHEET = b"PK\x03\x04"


def beside(tmp_path, name, tables="tables: {grids: none}\n", data=b"id\nG1\n", dictionary=SMALL):
    """The code and message of every problem of a submission with one more file beside it."""
    folder(tmp_path, submission_yaml=HEAD_YAML + tables)
    (tmp_path / name).write_bytes(data)
    try:
        read(tmp_path, dictionary)
    except Rejected as rejected:
        return [(p.code, p.place.file, p.message) for p in rejected.problems]
    return []


# name, code, table that is guessed
BESIDE = {
    "grids.csv": ("unused_file", "基础网格"),
    "基础网格.csv": ("unused_file", "基础网格"),
    "Grids.csv": ("unread_table", "基础网格"),
    "工单台账.csv": ("unread_table", "工单"),
    "2025年基础网格一览.csv": ("unread_table", "基础网格"),
    "request.csv": ("unread_table", "工单"),
    "工单.xlsx": ("unread_workbook", "工单"),
    "工单明细.et": ("unread_workbook", "工单"),
    "grids.ods": ("unread_workbook", "基础网格"),
    "grids.json": ("unread_workbook", "基础网格"),
    "岗位.yaml": ("unread_workbook", "岗位"),
    "abc123.csv": ("unread_file", ""),
    "通讯录.XLS": ("unread_file", ""),
}


@pytest.mark.parametrize("name", BESIDE)
def test_a_file_of_rows_beside_the_submission_is_told_with_the_nearest_table(tmp_path, name):
    code, label = BESIDE[name]

    ((found, place, message),) = beside(tmp_path, name)

    assert (found, place) == (code, name)
    assert not label or f"“{label}”" in message


@pytest.mark.parametrize(
    "name", ["expected.yaml", "result.json", "report.pdf", "说明.docx", "照片.jpg", ".x.csv", "~$工单.xlsx"]
)  # fmt: skip
def test_what_holds_no_rows_may_lie_beside_a_submission(tmp_path, name):
    assert beside(tmp_path, name) == []


def test_a_table_that_is_named_is_free(tmp_path):
    assert beside(tmp_path, "g.csv", "tables: {grids: {file: g.csv}}\n") == []


@pytest.mark.parametrize("name", ["满意度.xlsx", "grids.csv", "abc.csv"])
def test_a_file_that_is_listed_as_evidence_is_free(tmp_path, name):
    tables = f"tables:\n  proofs: [{{id: F1, path: {name}}}]\n"

    assert beside(tmp_path, name, tables, dictionary=PROOFS) == []


def test_a_workbook_beside_a_form_in_csv_is_told_too(tmp_path):
    folder(
        tmp_path,
        submission_csv="项目,内容\n评价类型,自评\n评价期起,2025-01-01\n评价期止,2025-12-31\n"
        "评价日,2026-01-10\n",
        grids_csv="id\nG1\n",
    )
    (tmp_path / "工单.xlsx").write_bytes(SHEET)

    (problem,) = refusal_of(tmp_path)

    assert (problem.code, problem.place.file) == ("unread_workbook", "工单.xlsx")


def test_a_mistyped_name_is_told_once(tmp_path):
    found = beside(tmp_path, "visits_2025.csv", "tables: {grids: {file: visit_2025.csv}}\n")

    assert [code for code, _, _ in found] == ["missing_file"]


def test_a_table_is_told_beside_other_faults(tmp_path):
    folder(tmp_path, submission_yaml="kind: self\ntables: {posts: none}\n", grids_csv="id\nG1\n",
           abc_csv="id\nG1\n")  # fmt: skip

    codes = [p.code for p in refusal_of(tmp_path)]

    assert "unused_file" in codes
    assert "unread_file" not in codes  # it may be evidence, of which nothing can be known here


def test_files_of_rows_in_folders_are_only_remarked(tmp_path):
    for name in ("佐证/乙/问卷.csv", "佐证/甲.xlsx", "佐证/照片.jpg", "佐证/.x.csv", ".git/x.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")

    submission = read_tables(tmp_path, "grids: none")

    assert submission.unread == ("佐证/甲.xlsx", "佐证/乙/问卷.csv")


def test_evidence_in_folders_is_not_remarked_if_it_is_listed(tmp_path):
    (tmp_path / "佐证").mkdir()
    (tmp_path / "佐证" / "问卷.csv").write_bytes(b"x")
    text = HEAD_YAML + "tables:\n  proofs: [{id: F1, path: 佐证/问卷.csv}]\n"

    assert read(folder(tmp_path, submission_yaml=text), PROOFS).unread == ()


def test_a_submission_that_is_one_file_looks_at_no_other(tmp_path):
    folder(tmp_path, report_yaml=HEAD_YAML + "tables: {grids: none}\n", requests_csv="id\nR\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "x.csv").write_text("x")

    assert read(tmp_path / "report.yaml", SMALL).unread == ()


def test_a_folder_without_end_is_not_walked_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "BELOW_LIMIT", 3)
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        for number in range(2):
            (tmp_path / place / f"{number}.csv").write_text("x")
    (tmp_path / "a" / "round").symlink_to(tmp_path)

    found = read_tables(tmp_path, "grids: none").unread

    assert found == ("a/0.csv", "a/1.csv", "b/0.csv")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
@pytest.mark.parametrize("name", ["走访.csv", "走访.xlsx", "submission.yaml"])
def test_a_name_that_is_no_utf_8_is_told_as_it_was_meant(tmp_path, name):
    text = HEAD_YAML + "tables: {grids: none}\n"
    folder(tmp_path, submission_yaml=text)
    path = tmp_path / os.fsdecode(name.replace("submission", "资料").encode("gbk"))
    path.write_text(text)

    for handed in (tmp_path, path) if name.endswith("yaml") else (tmp_path,):
        (problem,) = refusal_of(handed)

        assert problem.code == "name_not_utf8"
        assert problem.place.file == name.replace("submission", "资料")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_other_files_may_be_called_as_they_like(tmp_path):
    (tmp_path / "佐证").mkdir()
    for place in (tmp_path, tmp_path / "佐证"):
        (place / os.fsdecode("照片.jpg".encode("gbk"))).write_bytes(b"x")
    (tmp_path / "佐证" / os.fsdecode("问卷.csv".encode("gbk"))).write_bytes(b"x")

    assert read_tables(tmp_path, "grids: none").unread == ("佐证/问卷.csv",)
