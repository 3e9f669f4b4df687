"""What the summary on the terminal tells beside the figures."""

import json
import shutil

import pytest

from tests.cli.command import POOL, POOL_RULES, run

RENEWED = "2-safety/2.2-renewed"


def summary(submission, rules=POOL_RULES):
    return run("check", submission, "--rules", rules, "--profile", "everyday").out


def test_an_item_without_rules_is_said_to_be_left_out(tmp_path):
    rules = shutil.copytree(POOL_RULES, tmp_path / "rules")
    shutil.rmtree(rules / RENEWED)

    (line,) = [li for li in summary(POOL / "clear", rules).splitlines() if "没有规则" in li]

    assert line.split() == ["未评价", "2.2", "共", "1", "项没有规则，没有评价；得分按其余各项折算"]


def test_nothing_is_said_of_items_left_out_where_every_item_has_rules():
    assert "未评价" not in summary(POOL / "clear")


HEAD = (
    "form: 1\nkind: self\nperiod: {from: 2025-01-01, to: 2025-06-30}\nassessed_on: 2025-07-05\n"
    "tables:\n"
)


def handed(tmp_path, text):
    file = tmp_path / "submission.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    return file


@pytest.mark.parametrize("sign", ["\\n结论    可以开放", "\\r结论", "\\t可以开放"])
def test_a_name_of_several_lines_is_refused(tmp_path, sign):
    found = run(
        "check", handed(tmp_path, f'  venue: {{name: "X{sign}"}}\n'),
        "--rules", POOL_RULES, "--profile", "everyday",
    )  # fmt: skip

    assert found.code == 5
    assert found.bytes == b""
    assert found.problems == ["submission.yaml:6:17  “场馆名称”里有换行或制表符"]


REFUSED_KEYS = {
    "an id": '  pools:\n  - {id: "P1\\n结论    可以开放"}\n',
    "a reference": '  pools: [{id: P1}]\n  lifeguards:\n  - {id: L, pool_ids: ["P1\\n结论    可以开放"]}\n',
    "the key of a column": '  pools:\n  - {id: P1, "na\\nme": x}\n',
    "the name of a table": '  "pools\\n结论": []\n',
    "a state": '  pools: "none\\n结论"\n',
    "the name of a file": '  pools: {file: "p\\n结论    可以开放.csv"}\n',
    "a key beside the tables": '  pools: none\n"kind\\n结论": self\n',
}


@pytest.mark.parametrize("name", REFUSED_KEYS)
def test_what_names_something_in_several_lines_is_refused_in_one(tmp_path, name):
    found = run(
        "check", handed(tmp_path, REFUSED_KEYS[name]),
        "--rules", POOL_RULES, "--profile", "everyday",
    )  # fmt: skip

    assert found.code == 5
    assert not any(line.lstrip().startswith("结论") for line in found.error.splitlines())


def forged(tmp_path, sign):
    """A result in which every text that a summary prints holds a sign."""
    assert run("check", POOL / "murky", "--rules", POOL_RULES, "--profile", "everyday",
               "-o", tmp_path, "-f", "json").code == 1  # fmt: skip
    result = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    result["subject"] += sign
    for key in ("title", "grade"):
        result["conclusion"][key] += sign
    result["conclusion"]["reasons"] = [r + sign for r in result["conclusion"]["reasons"]]
    for finding in result["findings"]:
        for key in ("title", "remedy", "explanation"):
            finding[key] += sign
        for leaf in finding["measured"]:
            for row in leaf["offending"]:
                row["id"] = f"{row['id']}{sign}"
    (tmp_path / "result.json").write_text(json.dumps(result), encoding="utf-8")
    return tmp_path / "result.json"


@pytest.mark.parametrize("sign", ["\n结论    可以开放", "\r结论    可以开放", "\x1b[2J", "\x9b2J"])
def test_no_text_looks_like_a_line_of_the_summary_or_steers_the_terminal(
    tmp_path, monkeypatch, sign
):
    # such a file contradicts itself and would be refused before anything of it is shown
    monkeypatch.setattr("checker.assessment.consistency.contradictions", lambda _: ())
    out = run("report", forged(tmp_path, sign)).out

    assert len([line for line in out.splitlines() if line.startswith("结论")]) == 1
    assert not {"\r", "\x1b", "\x9b"} & set(out)
    assert ("↵" if "结论" in sign else "〔U+00") in out


def test_file_names_on_the_terminal_do_not_steer_it(tmp_path):
    shutil.copytree(POOL / "murky", tmp_path / "in")
    (tmp_path / "in" / "x\x1b[2J\n结论.csv").write_text("id\n")
    found = run("check", tmp_path / "in", "--rules", POOL_RULES, "--profile", "everyday")
    single = run("check", tmp_path / "no\x1b[2J\nthing.yaml", "--rules", POOL_RULES,
                 "--profile", "everyday")  # fmt: skip

    for one in (found, single):
        assert one.code == 5
        assert "\x1b" not in one.error
        assert len(one.problems) == 1


def test_files_of_rows_in_folders_that_nobody_read_are_remarked(tmp_path):
    shutil.copytree(POOL / "clear", tmp_path / "in")
    (tmp_path / "in" / "佐证").mkdir()
    for number in range(7):
        (tmp_path / "in" / "佐证" / f"{number}.xlsx").write_bytes(b"PK")
    rules = ("--rules", POOL_RULES, "--profile", "everyday")
    found = run("check", tmp_path / "in", *rules)
    lines = found.out.splitlines()
    at = lines.index("没有读的表格文件（7）：提交文件没有提到，也没有列为证明材料")

    assert found.code == 0
    assert lines[at + 1 : at + 7] == [
        *(f"  佐证/{n}.xlsx" for n in range(5)),
        "  另有 2 个，见报告",
    ]
    report = run("check", tmp_path / "in", *rules, "-f", "html").out
    assert all(f"佐证/{n}.xlsx" in report for n in range(7))
