"""`checker rules new`: writes, says what it wrote and what to do; refuses nicely."""

import shutil

import pytest

from checker.cli import exits
from tests.cli.command import POOL_RULES, run


@pytest.fixture
def rules(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(POOL_RULES, tmp_path / "rules")
    return "rules"


def everyday(*arguments):
    return run("rules", "new", *arguments, "--rules", "rules")


def test_a_new_rule_is_written_and_what_to_do_next_is_said(rules):
    done = everyday("rule", "1.1", "--title", "水深", "--of", "pools", "--measure", "count",
                    "--profile", "everyday")  # fmt: skip
    assert done.code == exits.CONFORMS, done.error
    assert "YYC-0101-03" in done.out
    assert "checker rules test -k YYC-0101-03 --rules rules" in done.out
    tested = run("rules", "test", "--rules", "rules", "--profile", "everyday", "-k", "YYC-0101-03")
    assert tested.code == exits.CONFORMS, tested.out


def test_an_item_that_is_not_there_is_refused_and_nothing_is_written(rules, tmp_path):
    before = {p: p.read_bytes() for p in tmp_path.rglob("*.yaml")}
    done = everyday("rule", "1.11", "--of", "pools", "--profile", "everyday")
    assert done.code == exits.USAGE
    assert "“1.1”" in done.error
    assert {p: p.read_bytes() for p in tmp_path.rglob("*.yaml")} == before


def test_without_a_terminal_nothing_is_asked(rules):
    done = everyday("rule", "--of", "pools", "--profile", "everyday")
    assert done.code == exits.USAGE
    assert "检查项编号" in done.error


def test_a_new_case_and_a_new_profile_are_written(rules):
    assert everyday("case", "yyc-0101-01", "--profile", "everyday").code == exits.CONFORMS
    assert everyday("profile", "winter", "--extends", "contest").code == exits.CONFORMS
    done = run("rules", "lint", "--rules", "rules", "--profile", "winter")
    assert done.code in (exits.CONFORMS, exits.DOES_NOT_CONFORM)  # read, not refused


def test_a_new_standard_lints_tests_and_can_be_browsed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("rules", "new", "standard", "mine", "--id", "ABC", "--title", "示例规范")
    assert done.code == exits.CONFORMS, done.error
    for command in (["lint"], ["test"], ["doc", "-o", "out"]):
        done = run("rules", *command, "--rules", "mine")
        assert done.code == exits.CONFORMS, (command, done.out, done.error)
    again = run("rules", "new", "standard", "mine", "--id", "ABC", "--title", "x")
    assert again.code == exits.USAGE
