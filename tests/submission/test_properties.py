"""What holds for every submission, not only for those that somebody thought of."""

import csv
import io
import json
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model.problem import Problem, Rejected
from checker.model.submission import Submission, TableData
from checker.model.value import UNKNOWN
from checker.submission.reading import read
from tests.submission.handed import HEAD, SMALL, folder, one

YEAR = datetime(2025, 1, 1)  # noqa: DTZ001 - times of Shanghai carry no zone

GOOD = {
    "level": st.sampled_from(["一般", "较大", "未定级"]),
    "urgent": st.sampled_from(["是", "否", "true"]),
    "calls": st.integers(0, 100).map(str),
    "submitted_at": st.datetimes(YEAR, YEAR.replace(month=12)).map("{:%Y-%m-%d %H:%M}".format),
    "closed_at": st.sampled_from(["无", "2025-12-31 23:59", "2026/1/1 0:00"]),
    "left_on": st.sampled_from(["无", "2025-03-05", "2025年3月5日"]),
    "also_ids": st.lists(st.sampled_from(["G1", "G2", "G3"]), min_size=1, unique=True).map("、".join),
    "note": st.sampled_from(["无", "甲", "a,b", '"', "甲\n乙", "1.10", "true", "2025-01-01", "null x"]),
    "tags": st.sampled_from(["无", "急", "急;难"]),
}  # fmt: skip
"""What cells of a request may say."""

BAD = st.sampled_from(
    ["许多", "2026-02-30", "-", "急、", "=1", "甲\u202e", "2099-01-01 08:00", "9" * 60]
)


def rows(cells: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows with keys, in which any cell may be left out."""
    row = st.fixed_dictionaries({}, optional=cells)
    numbered = st.lists(row, min_size=1, max_size=6)
    return numbered.map(lambda found: [{"id": f"R{n}", **row} for n, row in enumerate(found)])


SOUND_ROWS = rows({name: st.one_of(cell, st.just("")) for name, cell in GOOD.items()})
ANY_ROWS = rows({name: st.one_of(cell, BAD, st.just("无")) for name, cell in GOOD.items()})


def in_order(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without the one pair of times that may not run backwards."""
    return [{k: v for k, v in row.items() if k != "submitted_at"} for row in found]


def as_yaml(data: object) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_style='"')


def as_csv(found: list[dict[str, Any]]) -> str:
    headers = list(dict.fromkeys(key for row in found for key in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, headers, restval="")
    writer.writeheader()
    writer.writerows(found)
    return text.getvalue()


def handed_in(**files: str | bytes) -> Submission | tuple[Problem, ...]:
    """What comes of a folder of files: a submission, or the problems."""
    with tempfile.TemporaryDirectory() as root:
        try:
            return read(folder(Path(root), **files), SMALL)
        except Rejected as rejected:
            return rejected.problems


def said(data: TableData) -> tuple[Any, ...]:
    return (data.size, dict(data.columns), data.ids, data.closed, data.submitted)


@settings(max_examples=150, deadline=None)
@given(SOUND_ROWS.map(in_order), st.data())
def test_filling_a_blank_read_as_unknown_changes_nothing_that_was_said(found, data):
    before = one("requests", found)
    gaps = [
        (row, name)
        for name in GOOD
        if name != "submitted_at"
        for row, cell in enumerate(before.columns[name])
        if cell is UNKNOWN and not found[row].get(name)
    ]
    if not gaps:
        return
    row, name = data.draw(st.sampled_from(gaps))
    found[row][name] = data.draw(GOOD[name])

    after = one("requests", found)

    for column, cells in before.columns.items():
        for old, new in zip(cells, after.columns[column], strict=True):
            assert old is UNKNOWN or old == new


@settings(max_examples=60, deadline=None)
@given(SOUND_ROWS.map(in_order))
def test_yaml_json_and_csv_of_one_table_say_the_same(found):
    tables = {"requests": found}
    by_yaml = handed_in(submission_yaml=as_yaml({**HEAD, "tables": tables}))
    by_json = handed_in(submission_json=json.dumps({**HEAD, "tables": tables}))
    by_file = handed_in(
        submission_yaml=as_yaml({**HEAD, "tables": {"requests": {"file": "r.csv"}}}),
        r_csv=as_csv(found),
    )
    items = "项目,内容\nkind,self\nperiod.from,2025-01-01\nperiod.to,2025-12-31\nassessed_on,2026-01-10\n"
    by_csv = handed_in(submission_csv=items, requests_csv=as_csv(found))

    tables_read = []
    for submission in (by_yaml, by_json, by_file, by_csv):
        assert isinstance(submission, Submission), submission
        tables_read.append(said(submission.tables["requests"]))
    assert all(table == tables_read[0] for table in tables_read)


def stands_inside(problem: Problem, name: str, text: str) -> bool:
    place = problem.place
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if place.file != name or place.line > len(lines):
        return False
    if name.endswith(".csv"):
        return place.column <= max(line.count(",") + 1 for line in lines)
    return place.column <= len(lines[place.line - 1]) + 1


@settings(max_examples=100, deadline=None)
@given(ANY_ROWS)
def test_every_problem_stands_inside_its_file(found):
    in_yaml = as_yaml({**HEAD, "tables": {"requests": found}})
    in_json = json.dumps({**HEAD, "tables": {"requests": found}}, ensure_ascii=False, indent=1)
    in_csv = as_csv(found)
    by_file = handed_in(
        submission_yaml=as_yaml({**HEAD, "tables": {"requests": {"file": "r.csv"}}}), r_csv=in_csv
    )
    outcomes = {
        ("submission.yaml", in_yaml): handed_in(submission_yaml=in_yaml),
        ("submission.json", in_json): handed_in(submission_json=in_json),
        ("r.csv", in_csv): by_file,
    }

    faults = []
    for (name, text), problems in outcomes.items():
        if not isinstance(problems, Submission):
            assert all(stands_inside(problem, name, text) for problem in problems), problems
            faults.append(sorted((p.code, p.found, p.place.field) for p in problems))
    assert all(fault == faults[0] for fault in faults)


WORDS = st.sampled_from(
    (
        *("kind", "self", "period", "from", "to", "assessed_on", "tables", "grids", "requests"),
        *(
            "基础网格",
            "none",
            "state",
            "rows",
            "file",
            "r.csv",
            "../x",
            "编号",
            "id",
            "level",
            "无",
        ),
        *("null", "true", "2025-01-01", "1e9", "NaN", "-0", "0x1", "9" * 30, "项目,内容\n"),
        *("{", "}", "[", "]", ":", "-", ",", '"', "'", "#", "&", "*", "!", "|", ">", "%", "@", "?"),
        *("<<", "---", "...", "\\", "\\u", "\\ud800", "\t", "\r", "\n", "\n  ", "\n- ", ": ", ", "),
        *("\x00", "\x85", "\u2028", "\ufeff", "\ue000", "kind: self\n", '{"tables":'),
    )
)
SNIPPETS = st.lists(WORDS, max_size=60).map("".join)
SOUND = as_yaml({**HEAD, "tables": {"grids": [{"id": "G1", "name": "一格"}], "posts": "none"}})


@st.composite
def damaged(draw: st.DrawFn, text: str) -> bytes:
    """A sound text with a few bytes replaced, put in or taken out."""
    data = bytearray(text.encode())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 3))
        data[start : start + length] = draw(st.one_of(st.binary(max_size=3), WORDS.map(str.encode)))
    return bytes(data)


JSON_TEXT = json.dumps({**HEAD, "tables": {"grids": [{"id": "G1", "weight": 0.5}]}})
CSV_TEXT = "编号,级别,涉及网格,说明\nR1,较大,G1、G2,甲\nR2,一般,,\n"
ITEMS_TEXT = (
    "项目,内容\nkind,self\nperiod.from,2025-01-01\nperiod.to,2025-12-31\n评价日,2026-01-10\n"
)
ANYTHING = st.one_of(st.binary(max_size=80), SNIPPETS.map(lambda text: text.encode()))


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(ANYTHING, damaged(SOUND)),
    st.one_of(ANYTHING, damaged(JSON_TEXT)),
    st.one_of(ANYTHING, damaged(CSV_TEXT)),
    st.one_of(ANYTHING, damaged(ITEMS_TEXT)),
)
def test_no_bytes_end_in_anything_but_problems(in_yaml, in_json, in_csv, items):
    named = as_yaml({**HEAD, "tables": {"requests": {"file": "r.csv"}}})
    outcomes = [
        handed_in(submission_yaml=in_yaml),
        handed_in(submission_json=in_json),
        handed_in(submission_yaml=named, r_csv=in_csv),
        handed_in(submission_csv=items, requests_csv=in_csv),
    ]

    for outcome in outcomes:
        if not isinstance(outcome, Submission):
            assert outcome
            assert all(p.message and p.place.file for p in outcome)


@settings(max_examples=50, deadline=None)
@given(ANY_ROWS)
def test_the_same_files_give_the_same_answer(found):
    text = as_yaml({**HEAD, "tables": {"requests": found, "grids": "none"}})

    first, second = handed_in(submission_yaml=text), handed_in(submission_yaml=text)

    if isinstance(first, Submission) and isinstance(second, Submission):
        assert said(first.tables["requests"]) == said(second.tables["requests"])
    else:
        assert first == second
