"""Whoever calls wrongly is told so in Chinese, by click and by the parsers too."""

import re

import pytest

from tests.cli.command import POOL, POOL_RULES, check_pool, run

ENGLISH = re.compile(
    r"(?<![-\w./])(?!(?:checker|rules|check|yaml|json|csv|html|pdf|kind|self)\b)[a-z]{3,} [a-z]{2,}"
)

# the call, what must be said
CALLS = {
    "no argument": (("check",), "缺少参数 '资料'"),
    "no command": (("chekc",), "没有命令 chekc"),
    "no option": (("check", "x", "--ruels", "y"), "没有选项 --ruels"),
    "no such format": (("check", "x", "-f", "docx"), "docx 不行，可以写：'pdf', 'html', 'json'"),
    "no day": (("check", "x", "--as-of", "2025-02-30"), "'--as-of' 的值不对：日期请写成"),
    "no value": (("check", "x", "--profile"), "选项 --profile 后面要写一个值"),
    "one too many": (("explain", "1.1", "2.2"), "多出了参数（2.2）"),
    "no result": (("report", "nowhere.json"), "没有文件 nowhere.json"),
    "a folder for a result": (("report", POOL), "是目录，这里要文件"),
    "a file for a folder": (("check", "x", "-o", __file__), "是文件，这里要目录"),
    "a command of keepers": (("rules", "lnt"), "没有命令 lnt"),
    "a flag with a value": (("rules", "lint", "--list=3"), "选项 --list 后面不能写值"),
}  # fmt: skip


@pytest.mark.parametrize("name", CALLS)
def test_a_wrong_call_is_answered_in_chinese(name):
    call, words = CALLS[name]
    found = run(*call)

    assert found.code == 2
    assert words in found.error
    assert found.error.startswith(("用法: checker", "出错："))
    assert not ENGLISH.search(found.error), found.error


@pytest.mark.parametrize(
    "call", [(), ("check",), ("explain",), ("report",), ("rules",), ("rules", "lint")]
)
def test_help_is_in_chinese(call):
    help_ = run(*call, "--help").out

    assert help_.startswith("用法: checker")
    assert "选项:" in help_
    assert "显示这段说明" in help_
    assert not re.search("Usage|Options|Show|default|COMMAND|ARGS|PATH|NAME|RESULT", help_), help_


def test_a_folder_that_cannot_be_made_is_told_why(tmp_path):
    (tmp_path / "file").write_text("")
    found = check_pool(POOL / "clear", "-o", tmp_path / "file" / "out", "-f", "json")

    assert found.code == 2
    assert found.error == f"出错：写不进 {tmp_path}/file/out：路径中间有一段是文件，不是文件夹\n"


BROKEN = [
    "tables: {grids: [", "a: {b", "a: [1, 2", "a: 'x", 'a: "x\n---\n', "a: b: c", "- a\nb: c", "a:\n\t- b",
    "a: @b", "a: `b", 'a: "\\q"', 'a: "\\u12"', "a: &", "a: *", "a: !<x", "a: |9x\n", "a: |0\n", "%YAML 9\n",
    "%YAML 2.0\n---\na", "%FOO\n---\na: 1\n%", "? a\n? - b\n  c", "a: - b", "{a: b}}", "a: %b", "]", "a: b\n c",
    "%TAG x\n---\na", "a: !x!y z", "--- a\n... b", "[a: {b: ]", "a: 'b' c", "a: \x07",
]  # fmt: skip


@pytest.mark.parametrize("text", BROKEN)
def test_broken_yaml_is_told_in_chinese(tmp_path, text):
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    found = run("check", tmp_path / "x.yaml", "--rules", POOL_RULES, "--profile", "everyday")

    assert found.code == 5
    assert not ENGLISH.search(found.error), found.error
    assert not re.search("did not|expected|found|could not", found.error), found.error


def test_advice_names_nothing_that_is_not_there(tmp_path):
    (tmp_path / "x.yaml").write_text("tables: {poools: [], pools: [{id: P, deppth: 1}]}\nform: 9\n")
    error = run("check", tmp_path / "x.yaml", "--rules", POOL_RULES, "--profile", "everyday").error

    assert "填报说明" not in error
    assert "应当是：场馆概况、泳池、水样、检验报告、救生员、运行日志、证明清单" in error
    assert "应当是：编号、池名、最大水深" in error
