"""Folders and files: what is read, and what is refused before it is."""

import errno
import hashlib
import os
import socket
import sys
from datetime import date
from pathlib import Path

import pytest

from checker.model.submission import InputFile
from checker.submission import files
from checker.submission.problems import Report
from checker.submission.reading import read
from tests.submission.handed import (
    HEAD_YAML,
    SMALL,
    folder,
    read_tables,
    refusal,
    refusal_of,
)

EMPTY = HEAD_YAML + "tables: {grids: none}\n"


def codes(problems):
    return [p.code for p in problems]


@pytest.mark.parametrize("name", ["submission_yaml", "submission_yml", "Submission_YAML"])
def test_a_folder_with_a_yaml_file_is_read(tmp_path, name):
    assert read(folder(tmp_path, **{name: EMPTY}), SMALL).tables["grids"].closed


def test_a_yaml_file_is_read_wherever_it_lies_and_whatever_its_name(tmp_path):
    folder(tmp_path, report_yaml=HEAD_YAML + "tables: {grids: {file: g.csv}}\n", g_csv="id\nG1\n")

    submission = read(tmp_path / "report.yaml", SMALL)

    assert submission.tables["grids"].ids == ("G1",)
    assert [file.path for file in submission.files] == ["g.csv", "report.yaml"]


def test_a_json_file_is_read(tmp_path):
    text = (
        '{"kind": "self", "assessed_on": "2026-01-10", "synthetic": true,\n'
        ' "period": {"from": "2025-01-01", "to": "2025-12-31"},\n'
        ' "tables": {"grids": [{"id": "G1", "weight": 0.1}]}}'
    )

    submission = read(folder(tmp_path, submission_json=text), SMALL)

    data = submission.tables["grids"]
    assert str(data.columns["weight"]) == "(Fraction(1, 10),)"
    assert str(data.place(0, "weight")) == "submission.json:3:46"
    assert str(data.place(0)) == "submission.json:3:23"


def test_every_file_read_is_told_with_its_digest(tmp_path):
    submission = read_tables(tmp_path, "grids: {file: g.csv}", g_csv="id\nG1\n", other_txt="x")

    content = (tmp_path / "submission.yaml").read_bytes()
    assert submission.files == (
        InputFile("g.csv", hashlib.sha256(b"id\nG1\n").hexdigest()),
        InputFile("submission.yaml", hashlib.sha256(content).hexdigest()),
    )


def test_the_day_may_be_given_by_the_caller(tmp_path):
    root = folder(tmp_path, submission_yaml=EMPTY)

    assert read(root, SMALL, assessed_on=date(2026, 2, 1)).assessed_on == date(2026, 2, 1)
    assert codes(refusal_of(root, assessed_on=date(2025, 2, 1))) == ["assessed_too_early"]


def test_what_is_not_there_is_said_to_be_missing(tmp_path):
    (problem,) = refusal_of(tmp_path / "nirgends")

    assert problem.code == "no_such_path"
    assert problem.place.file == "nirgends"


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "a\nb"])
def test_what_can_be_no_path_is_said_to_be_missing(name):
    assert codes(refusal_of(Path(name))) == ["no_such_path"]


def test_an_empty_folder_is_told_what_a_submission_needs(tmp_path):
    (problem,) = refusal_of(tmp_path)

    assert problem.code == "empty_folder"
    assert problem.place.file == tmp_path.name
    assert "submission.yaml" in problem.wanted
    assert "submission.csv" in problem.wanted


def test_two_submissions_in_one_folder_would_have_to_be_chosen_from(tmp_path):
    folder(tmp_path, submission_yaml=EMPTY, submission_json="{}")

    (problem,) = refusal_of(tmp_path)

    assert problem.code == "several_submissions"
    assert problem.found == "submission.json、submission.yaml"


@pytest.mark.parametrize("name", ["form_xlsx", "form_xls", "form_et", "form_docx", "form_XLSX"])
def test_office_files_are_told_to_become_csv(tmp_path, name):
    folder(tmp_path, **{name: b"PK\x03\x04"})
    name = ".".join(name.rsplit("_", 1))

    for path in (tmp_path, tmp_path / name):
        (problem,) = refusal_of(path)
        assert problem.code == "workbook"
        assert problem.place.file == name
        assert "CSV UTF-8" in problem.advice


def test_another_kind_of_file_is_refused(tmp_path):
    folder(tmp_path, grids_csv="id\nG1\n")

    assert codes(refusal_of(tmp_path / "grids.csv")) == ["unknown_format"]


def test_a_table_that_the_submission_forgot_is_not_dropped_in_silence(tmp_path):
    problems = refusal(tmp_path, "grids: none", grids_csv="id\nG1\n")

    assert [(p.code, p.place.file) for p in problems] == [("unused_file", "grids.csv")]
    assert "grids: {file: grids.csv}" in problems[0].advice


def test_a_broken_submission_and_the_tables_beside_it_are_told_together(tmp_path):
    folder(tmp_path, submission_yaml="kind: [self\n", requests_csv="id,calls\nR1,许多\n")

    assert codes(refusal_of(tmp_path)) == ["not_number", "broken_yaml"]


def test_the_problems_of_all_files_are_told_together(tmp_path):
    tables = "grids: {file: grids.csv}\nrequests: {file: requests.csv}\nposts: {file: x.csv}"

    problems = refusal(
        tmp_path,
        tables,
        grids_csv="编号,名称\n一,二\n".encode("gbk"),
        requests_csv="id,grid_id,calls\nR1,G9,许多\n",
    )

    assert codes(problems) == ["not_utf8", "not_number", "missing_file"]


def test_a_missing_file_is_told_where_it_is_named_with_the_nearest(tmp_path):
    (problem,) = refusal(tmp_path, "grids: {file: grid.csv}", grid1_csv="id\nG1\n")

    assert problem.code == "missing_file"
    assert str(problem.place) == "submission.yaml:6:17"
    assert problem.advice == "是不是“grid1.csv”？"


@pytest.mark.parametrize(
    "name",
    [
        "../grids.csv",
        "sub/../../grids.csv",
        "/etc/passwd.csv",
        "C:grids.csv",
        "C:/grids.csv",
        "sub\\grids.csv",
        "//server/grids.csv",
        '"a\\0b.csv"',
        '"a\\nb.csv"',
        "link.csv",
        "linked/grids.csv",
    ],
)
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    outside = tmp_path / "outside"
    inside = tmp_path / "inside"
    for path in (outside, inside, inside / "sub"):
        path.mkdir()
    folder(outside, grids_csv="id\nG1\n")
    (inside / "link.csv").symlink_to(outside / "grids.csv")
    (inside / "linked").symlink_to(outside)
    (tmp_path / "grids.csv").write_text("id\nG1\n")

    (problem,) = refusal(inside, f"grids: {{file: {name}}}")

    assert problem.code == "outside_folder"
    assert problem.place.line == 6


def test_a_submission_that_is_a_link_out_of_the_folder_is_refused(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    folder(tmp_path, real_yaml=EMPTY)
    (inside / "submission.yaml").symlink_to(tmp_path / "real.yaml")

    assert codes(refusal_of(inside)) == ["outside_folder"]


@pytest.mark.parametrize("name", ["sub/g.csv", "./g.csv", "sub/../g.csv"])
def test_names_that_stay_inside_are_followed_but_never_upwards(tmp_path, name):
    (tmp_path / "sub").mkdir()
    (tmp_path / name).write_text("id\nG1\n")

    if ".." in name:
        assert codes(refusal(tmp_path, f"grids: {{file: {name}}}")) == ["outside_folder"]
    else:
        assert read_tables(tmp_path, f"grids: {{file: {name}}}").tables["grids"].size == 1


@pytest.mark.parametrize(("name", "code"), [("g.xlsx", "workbook"), ("g.txt", "not_csv")])
def test_only_csv_files_hold_tables(tmp_path, name, code):
    (tmp_path / name).write_bytes(b"x")

    assert codes(refusal(tmp_path, f"grids: {{file: {name}}}")) == [code]


def test_a_folder_is_no_table(tmp_path):
    (tmp_path / "g.csv").mkdir()

    assert codes(refusal(tmp_path, "grids: {file: g.csv}")) == ["not_regular"]


def test_a_name_too_long_for_the_system_is_a_problem(tmp_path):
    assert codes(refusal(tmp_path, f"grids: {{file: {'g' * 300}.csv}}")) == ["unreadable"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_what_is_no_file_is_never_opened(tmp_path):
    os.mkfifo(tmp_path / "g.csv")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.csv"))

        problems = refusal(tmp_path, "grids: {file: g.csv}\nposts: {file: s.csv}")

    assert codes(problems) == ["not_regular", "not_regular"]
    assert codes(refusal_of(tmp_path / "g.csv")) == ["unknown_format"]


def test_what_the_system_will_not_give_is_a_problem(tmp_path, monkeypatch):
    folder(tmp_path, submission_yaml=EMPTY)
    monkeypatch.setattr(type(tmp_path), "open", refuse)

    (problem,) = refusal_of(tmp_path)

    assert problem.code == "unreadable"
    assert problem.message == "文件读不了：没有权限"
    assert problem.place.file == "submission.yaml"


def test_a_folder_that_the_system_will_not_list_is_a_problem(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "scandir", refuse)

    (problem,) = refusal_of(tmp_path)

    assert problem.code == "unreadable"
    assert problem.place.file == tmp_path.name


def refuse(*_args, **_more):
    raise PermissionError(errno.EACCES, "no")


def test_a_file_is_refused_by_its_size_without_being_read(tmp_path, monkeypatch):
    with (tmp_path / "g.csv").open("wb") as file:
        file.truncate(50 * 2**20)
    folder(tmp_path, submission_yaml=HEAD_YAML + "tables: {grids: {file: g.csv}}\n")
    opened = []
    really_open = type(tmp_path).open

    def open_and_note(path, *args):
        opened.append(path.name)
        return really_open(path, *args)

    monkeypatch.setattr(type(tmp_path), "open", open_and_note)

    (problem,) = refusal_of(tmp_path)

    assert problem.code == "too_large"
    assert problem.message == "文件有 50 MB，超过上限 20 MB，没有读取"
    assert opened == ["submission.yaml"]


def test_a_file_that_does_not_tell_its_size_is_read_up_to_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "FILE_LIMIT", 2**20)
    root = folder(tmp_path, submission_yaml=EMPTY)
    reader = files.Folder(root, report := Report())
    monkeypatch.setattr(type(root), "stat", lambda *_, **__: os.stat_result((0o100644, *[0] * 9)))
    (root / "g.csv").write_bytes(b"x" * (2**20 + 1))

    assert reader.read("g.csv") is None
    assert codes(report.problems) == ["too_large"]


def test_all_files_together_have_a_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "TOTAL_LIMIT", 2**20)
    half = "id\n" + "\n" * 2**19

    problems = refusal(
        tmp_path,
        "grids: {file: g.csv}\nposts: {file: p.csv}\nrequests: {file: g.csv}",
        g_csv=half,
        p_csv=half,
    )

    assert [(p.code, p.place.file) for p in problems] == [("too_large_total", "p.csv")]
