"""A small dictionary, and short ways to hand things in under it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checker.document import strict_yaml
from checker.model.dictionary import Dictionary
from checker.model.problem import Place, Problem, Rejected
from checker.model.submission import Submission, TableData
from checker.submission.reading import read
from checker.submission.settling import from_data
from tests.builders import column, table

KEY = column("id", "text", label="编号")

SMALL = Dictionary(
    {
        "community": table(
            "community",
            column("name", "text", label="社区名称"),
            column("area", "dec", label="面积", minimum="0", unit="平方公里"),
            column("promise", "bool", label="作过承诺"),
            column("closed_on", "date", label="撤销日期", blank="nothing"),
            column("merged_on", "date", label="合并日期", blank="nothing_once_used"),
            label="社区概况",
            one_row=True,
        ),
        "grids": table(
            "grids",
            KEY,
            column("name", "text", label="网格名称"),
            column("weight", "dec", label="权重", minimum="0", maximum="1", unit="1"),
            column(
                "zones",
                "enum",
                label="功能区",
                many=True,
                values=("窗口", "调解", "培训"),
                means_unknown=("未分",),
            ),
            column("parent_id", "ref", label="上级", to="grids", blank="nothing"),
            label="基础网格",
        ),
        "requests": table(
            "requests",
            KEY,
            column("grid_id", "ref", label="网格", to="grids"),
            column(
                "also_ids",
                "ref",
                label="涉及网格",
                to="grids",
                many=True,
                blank="nothing_once_used",
            ),
            column(
                "level",
                "ordered",
                label="级别",
                values=("一般", "较大", "重大"),
                means_unknown=("未定级",),
            ),
            column("urgent", "bool", label="紧急"),
            column("calls", "int", label="来电数", minimum="0", maximum="100", unit="次"),
            column("submitted_at", "datetime", label="提交时间"),
            column("closed_at", "datetime", label="办结时间", blank="nothing_once_used"),
            column("left_on", "date", label="离任日期", blank="nothing"),
            column("due_on", "date", label="期限", future=True),
            column("note", "text", label="说明", blank="nothing_once_used"),
            column("tags", "text", label="标签", many=True, blank="nothing"),
            label="工单",
            order=(("submitted_at", "closed_at"),),
        ),
        "posts": table("posts", KEY, column("title", "text", label="标题"), label="岗位"),
    },
    subject="community",
    subject_name="name",
)

HEAD: dict[str, Any] = {
    "kind": "self",
    "period": {"from": "2025-01-01", "to": "2025-12-31"},
    "assessed_on": "2026-01-10",
}

HEAD_YAML = """\
form: 1
kind: self
period: {from: 2025-01-01, to: 2025-12-31}
assessed_on: 2026-01-10
"""


def at(path: tuple[str | int, ...]) -> Place:
    """A place that tells the path, for data that stand in no file."""
    return Place("case.yaml", 1, 1, field=".".join(map(str, path)))


def hand_in(tables: object = None, **head: object) -> Submission:
    """The submission of these tables, under a sound head unless told otherwise."""
    return from_data({**HEAD, "tables": tables or {}, **head}, SMALL, place=at)


def one(name: str, value: object) -> TableData:
    """The settled table that a value stands for."""
    return hand_in({name: value}).tables[name]


def cells(column: str, *raws: object, table: str = "requests") -> list[object]:
    """The settled cells of a column whose rows say these things."""
    rows = [{"id": f"R{n}", column: raw} for n, raw in enumerate(raws)]
    return list(one(table, rows).columns[column])


def refused(tables: object = None, **head: object) -> tuple[Problem, ...]:
    """The problems for which a submission is refused."""
    with pytest.raises(Rejected) as caught:
        hand_in(tables, **head)
    return caught.value.problems


def refused_cell(column: str, raw: object, table: str = "requests") -> Problem:
    """The one problem for which a cell is refused."""
    (problem,) = refused({table: [{"id": "R1", column: raw}]})
    assert problem.place.field == f"{table}.{column}"
    return problem


def folder(root: Path, **files: str | bytes) -> Path:
    """A folder with these files; `grids_csv` is grids.csv."""
    for name, content in files.items():
        path = root / ".".join(name.rsplit("_", 1))
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def read_tables(root: Path, tables_yaml: str, **files: str | bytes) -> Submission:
    """The submission of a folder whose submission.yaml says these tables."""
    indented = "".join(f"  {line}\n" for line in tables_yaml.splitlines())
    text = f"{HEAD_YAML}tables:\n{indented}"
    return read(folder(root, submission_yaml=text, **files), SMALL)


def refusal(root: Path, tables_yaml: str = "grids: none", **files: str | bytes) -> list[Problem]:
    """The problems of a folder whose submission.yaml says these tables."""
    with pytest.raises(Rejected) as caught:
        read_tables(root, tables_yaml, **files)
    return list(caught.value.problems)


def refusal_of(path: Path, assessed_on: date | None = None) -> list[Problem]:
    """The problems for which a path is refused."""
    with pytest.raises(Rejected) as caught:
        read(path, SMALL, assessed_on=assessed_on)
    return list(caught.value.problems)


def from_yaml(text: str) -> Submission:
    """The submission that a YAML text holds."""
    document = strict_yaml.parse(text.encode(), "submission.yaml")
    return from_data(document.data, SMALL, place=document.place, key_place=document.key_place)
