"""The JSON Schema that editors use."""

import copy
from typing import Any

import jsonschema
import pytest

from checker.document import strict_yaml
from checker.submission.schema import submission_schema
from checker.submission.settling import from_data
from tests.submission.handed import HEAD, HEAD_YAML, SMALL, at

SCHEMA = submission_schema(SMALL)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

FULL: dict[str, Any] = {
    **HEAD,
    "form": 1,
    "kind": "association",
    "synthetic": True,
    "notes": "甲\n乙",
    "tables": {
        "community": {"name": {"value": "示例", "source": "第 1 行"}, "面积": "1,234", "promise": "否"},
        "基础网格": {
            "state": "partial",
            "rows": [{"编号": 7, "weight": "３５％", "zones": "窗口、调解"}, {"编号": "7b", "zones": ["窗口"]}],
        },
        "requests": [
            {
                "id": "R1",
                "grid_id": "7",
                "also_ids": "无",
                "level": "未定级",
                "urgent": False,
                "calls": 3,
                "submitted_at": "2025/3/5 8:30",
                "closed_at": "无",
                "left_on": 20250305,
                "due_on": "2027年3月5日",
                "note": 1,
                "tags": [],
            },
            {"id": "R2", "calls": "", "level": None, "left_on": " ", "tags": ["甲"], "urgent": "是"},
        ],
        "posts": "none",
    },
    "site_findings": [
        {"rule": "Q1", "method": "X", "result": "属实", "reviewer": "甲", "on": "2026-01-12"}
    ],
}  # fmt: skip


def faults(data: object) -> list[str]:
    return [error.json_path for error in VALIDATOR.iter_errors(data)]


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_what_is_read_is_valid():
    assert from_data(FULL, SMALL, place=at).tables["requests"].size == 2
    assert faults(FULL) == []


@pytest.mark.parametrize(
    "tables",
    [
        "{}",
        "{grids: none}",
        "{grids: 未提供, posts: null}",
        "{grids: []}",
        "{grids: {state: none}}",
        "{grids: {file: grids.csv}}",
        "{grids: {state: complete, file: sub/grids.CSV}}",
        "{community: null}",
        "{community: {rows: [{name: 示例}]}}",
        "{community: {file: community.csv}}",
        "{posts: [{}]}",
        "{posts: [{title: 1.10}]}",
        "{grids: [{id: G1, weight: 0.1}]}",
        "{grids: [{id: G1, weight: 35%}]}",
        "{requests: [{id: R1, urgent: yes it is, note: x}]}",
    ],
)
def test_every_shape_that_is_read_is_valid(tables):
    data = strict_yaml.parse(f"{HEAD_YAML}tables: {tables}".encode(), "x").data

    assert faults(data) == (["$.tables.requests[0].urgent"] if "yes it is" in tables else [])


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("kinds",), 1, "$"),
        (("kind",), "自查", "$.kind"),
        (("period", "till"), 1, "$.period"),
        (("period", "from"), "昨天", "$.period.from"),
        (("tables", "grid"), [], "$.tables"),
        (("tables", "posts"), "complete", "$.tables.posts"),
        (("tables", "posts"), 5, "$.tables.posts"),
        (("tables", "posts"), {"states": 1}, "$.tables.posts"),
        (("tables", "posts"), {"state": "全部"}, "$.tables.posts.state"),
        (("tables", "posts"), {"file": "p.xlsx"}, "$.tables.posts.file"),
        (("tables", "posts"), {"file": "p.csv", "rows": []}, "$.tables.posts"),
        (("tables", "posts"), [{"titel": 1}], "$.tables.posts[0]"),
        (("tables", "posts"), ["甲"], "$.tables.posts[0]"),
        (("tables", "posts"), [{"title": {"value": 1, "src": 2}}], "$.tables.posts[0].title"),
        (("tables", "posts"), [{"title": True}], "$.tables.posts[0].title"),
        (("tables", "community"), "none", "$.tables.community"),
        (("tables", "community", "nmae"), 1, "$.tables.community"),
        (("tables", "requests", 0, "level"), "严重", "$.tables.requests[0].level"),
        (("tables", "requests", 0, "level"), "无", "$.tables.requests[0].level"),
        (("tables", "requests", 0, "urgent"), "急", "$.tables.requests[0].urgent"),
        (("tables", "requests", 0, "calls"), -1, "$.tables.requests[0].calls"),
        (("tables", "requests", 0, "calls"), "约3", "$.tables.requests[0].calls"),
        (("tables", "requests", 0, "calls"), 3.5, "$.tables.requests[0].calls"),
        (("tables", "requests", 0, "left_on"), "三月", "$.tables.requests[0].left_on"),
        (("tables", "requests", 0, "tags"), ["甲", "甲"], "$.tables.requests[0].tags"),
        (("tables", "基础网格", "rows", 0, "zones"), "大厅", "$.tables['基础网格'].rows[0].zones"),
        (("tables", "基础网格", "rows", 0, "zones"), [], "$.tables['基础网格'].rows[0].zones"),
        (("site_findings", 0, "method"), "S", "$.site_findings[0].method"),
    ],
)
def test_what_is_unknown_or_of_another_shape_is_named(path, value, fault):
    data = copy.deepcopy(FULL)
    inner: Any = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value

    assert faults(data) == [fault]


def test_editors_show_what_the_dictionary_says():
    value = SCHEMA["$defs"]["values"]["requests.left_on"]

    assert value["title"] == "离任日期"
    assert value["description"] == "留空＝无。"
    assert SCHEMA["$defs"]["tables"]["grids"]["title"] == "基础网格"
    assert SCHEMA["$defs"]["values"]["requests.calls"]["description"] == "不知道就留空。 单位：次。"


def test_a_value_that_is_a_number_may_be_written_without_quotes():
    from checker.model.dictionary import Dictionary
    from tests.builders import column, table

    chapters = column("chapter", "enum", values=("4", "5", "其他"))
    dictionary = Dictionary({"x": table("x", chapters)})
    data = {**HEAD, "tables": {"x": [{"chapter": 4}, {"chapter": "5"}]}}

    settled = from_data(data, dictionary, place=at).tables["x"]

    assert settled.columns["chapter"] == ("4", "5")
    jsonschema.validate(data, submission_schema(dictionary))
