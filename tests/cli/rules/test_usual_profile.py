"""A rule set without a profile called generic: whoever keeps it need not name one, whoever judges must."""

import shutil

import pytest

from checker.cli import exits
from tests.cli.command import POOL, POOL_RULES, run

RULE = "YYC-0101-01"
READING = {
    "lint": (),
    "test": ("--rule", RULE),
    "coverage": ("--rule", RULE),
    "mutate": ("--rule", RULE, "--jobs", "1", "--fresh"),
    "prove": ("--rule", RULE),
    "doc": ("-o", "out"),
}
WRITING = {
    "rule": ("1.1", "--title", "水深", "--of", "pools", "--measure", "count"),
    "case": (RULE,),
    "profile": ("winter",),
}


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """A copy of the rules for swimming pools, which have the profiles contest and everyday."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(POOL_RULES, tmp_path / "rules")
    return "rules"


@pytest.mark.parametrize(("command", "more"), READING.items(), ids=READING)
def test_every_command_for_keepers_does_as_if_the_first_profile_had_been_named(
    rules, command, more
):
    without = run("rules", command, "--rules", rules, *more)
    named = run("rules", command, "--rules", rules, *more, "--profile", "contest")

    assert without.code == named.code != exits.RULES_INVALID, without.out
    assert _timeless(without.out) == _timeless(named.out)


def _timeless(said):
    return [line for line in said.splitlines() if "秒" not in line]


@pytest.mark.parametrize(("what", "more"), WRITING.items(), ids=WRITING)
def test_what_is_new_is_written_without_naming_a_profile(rules, what, more):
    done = run("rules", "new", what, *more, "--rules", rules)

    assert done.code == exits.CONFORMS, done.error


def test_versions_are_compared_with_a_profile_that_both_have(rules, tmp_path):
    shutil.copytree(POOL_RULES, tmp_path / "old")
    (tmp_path / "old" / "profiles" / "contest.yaml").unlink()

    found = run("rules", "diff", "old", rules, "-f", "json")

    assert found.code == exits.CONFORMS, found.out


@pytest.mark.parametrize(
    "command", [("check", POOL / "clear"), ("explain", RULE)], ids=["check", "explain"]
)
def test_who_judges_is_told_which_profiles_there_are(command):
    found = run(*command, "--rules", POOL_RULES)

    assert found.code == exits.RULES_INVALID
    assert "没有名为“generic”的评价方案" in found.error
    assert "有这些方案：contest、everyday；请用 --profile 指明一个" in found.error
