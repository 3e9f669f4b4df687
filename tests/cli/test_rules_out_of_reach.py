"""Rules that the system withholds: code 4 and the place, never a verdict by the rules that are left."""

import os
import shutil
from pathlib import Path

import pytest

from checker.cli import exits
from tests.cli.command import POOL, POOL_RULES, ROOT, run, run_alone
from tests.tools.humble import HUMBLE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes are POSIX's")

GUARDED = "2-safety/2.1-guarded"
BESIDE = "schemas/submission.yaml"


@pytest.fixture
def rules(tmp_path):
    """A copy of the pool's rules, within reach again when the test is over."""
    yield shutil.copytree(POOL_RULES, tmp_path / "rules")
    for top, folders, _ in os.walk(tmp_path):
        for name in folders:
            Path(top, name).chmod(0o700)


def check(rules, *, keep=None):
    kept = {"XDG_CACHE_HOME": str(keep or rules.parent / "cache")}
    call = ("check", POOL / "clear", "--rules", rules, "--profile", "everyday", "-f", "json")
    return run_alone(*call, before=HUMBLE, environment=kept)


def refused(found, place, words):
    assert found.code == exits.RULES_INVALID == 4, found.error
    assert found.bytes == b""
    assert any(str(place) in line and words in line for line in found.problems), found.error


@pytest.mark.parametrize("withheld", [GUARDED, "2-safety", "profiles", "."])
def test_a_folder_that_may_not_be_listed_is_told(rules, withheld):
    (rules / withheld).chmod(0)

    refused(check(rules), (rules / withheld).resolve(), "没有权限")


def test_what_is_left_of_a_rule_set_is_not_taken_from_the_cache(rules, tmp_path):
    renewed = "2-safety/2.2-renewed"
    without = shutil.copytree(rules, tmp_path / "without")
    shutil.rmtree(without / renewed)
    assert check(without, keep=tmp_path / "kept").code == 0
    (rules / renewed).chmod(0)

    refused(check(rules, keep=tmp_path / "kept"), rules / renewed, "没有权限")


def test_a_file_that_may_not_be_read_is_told(rules):
    (rules / GUARDED / "rules.yaml").chmod(0)

    refused(check(rules), rules / GUARDED / "rules.yaml", "没有权限")


@pytest.mark.parametrize("withheld", ["schemas", BESIDE])
def test_a_dictionary_beside_the_rules_that_may_not_be_read_is_told(rules, withheld):
    (rules.parent / "schemas").mkdir()
    shutil.move(rules / "dictionary.yaml", rules.parent / BESIDE)
    assert check(rules).code == 0
    (rules.parent / withheld).chmod(0)

    refused(check(rules), rules.parent / BESIDE, "没有权限")


@pytest.mark.parametrize("file", ["standard.yaml", f"{GUARDED}/rules.yaml", "more.yaml"])
def test_a_pipe_is_not_waited_for(rules, file):
    (rules / file).unlink(missing_ok=True)
    os.mkfifo(rules / file)

    refused(check(rules), rules / file, "不是普通文件")


def test_a_link_that_leads_round_in_a_circle_is_told(rules):
    (rules / "standard.yaml").unlink()
    (rules / "standard.yaml").symlink_to("standard.yaml")

    refused(check(rules), rules / "standard.yaml", "链接绕成了圈")


def test_a_linked_folder_is_told_for_nobody_follows_it(rules, tmp_path):
    shutil.move(rules / GUARDED, tmp_path / "elsewhere")
    (rules / GUARDED).symlink_to(tmp_path / "elsewhere")
    (rules / "round").symlink_to(rules)

    found = check(rules)

    refused(found, rules / GUARDED, "文件夹链接")
    refused(found, rules / "round", "文件夹链接")


@pytest.mark.parametrize("name", ["规则.yaml", "规则/rules.yaml"])
def test_a_name_that_is_no_utf_8_is_told_as_it_was_meant(rules, name):
    path = rules / os.fsdecode(name.encode("gbk"))
    path.parent.mkdir(exist_ok=True)
    path.write_text("rules: []\n")

    refused(check(rules), rules / name, "不是 UTF-8")


def test_a_rules_folder_whose_own_name_is_no_utf_8_is_told(rules):
    other = os.fsdecode(os.fsencode(rules.parent) + b"/" + "规则".encode("gbk"))
    shutil.copytree(rules, other)

    refused(run("check", POOL / "clear", "--rules", other), rules.parent / "规则", "不是 UTF-8")


COMMANDS = ("lint", "fmt", "test", "coverage", "prove", "doc", "mutate")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("withheld", ["2-safety", "1-water/1.2-tested/cases.yaml"])
def test_the_commands_for_keepers_tell_it_too(rules, command, withheld):
    (rules / withheld).chmod(0)
    more = ("-o", rules.parent / "pages") if command == "doc" else ()

    found = run_alone("rules", command, "--rules", rules, *more, before=HUMBLE)

    assert found.code == exits.RULES_INVALID, found.error
    assert withheld in found.out + found.error
    assert "没有权限" in found.out + found.error


def test_our_own_rules_are_read_as_ever():
    assert run("explain", "4.1", "--rules", ROOT / "rules").code == 0
