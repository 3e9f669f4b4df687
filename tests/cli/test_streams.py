"""What cannot be written: the result's loss is told by code 2, a message's loss changes nothing."""

import os
from pathlib import Path

import pytest

from checker.cli import exits
from tests.cli.command import POOL, POOL_RULES, run_alone

FULL = Path("/dev/full")
UNDER = ("--rules", POOL_RULES, "--profile", "everyday")

pytestmark = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")


def shell(redirection):
    """Put before a command: it runs with its streams redirected."""
    return ("sh", "-c", f'exec "$@" {redirection}', "sh")


WRITING = {
    "a summary": ("check", POOL / "murky", *UNDER),
    "JSON": ("check", POOL / "murky", *UNDER, "-f", "json"),
    "HTML": ("check", POOL / "murky", *UNDER, "-f", "html"),
    "an explanation": ("explain", "1.1", *UNDER),
    "a lint": ("rules", "lint", *UNDER),
    "a lint as JSON": ("rules", "lint", *UNDER, "-f", "json"),
    "a list": ("rules", "lint", "--list"),
    "help": ("check", "--help"),
    "the version": ("--version",),
}


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-", "<&- >&-"])
def test_a_result_that_cannot_be_written_is_told_and_is_no_verdict(name, redirection):
    found = run_alone(*WRITING[name], before=shell(redirection))

    why = "磁盘满了" if "full" in redirection else "它已经关闭"
    assert found.error == f"写不进 标准输出：{why}\n"
    assert found.code == exits.USAGE == 2


def test_a_report_from_a_result_is_told_like_any_other(tmp_path):
    run_alone("check", POOL / "murky", *UNDER, "-o", tmp_path, "-f", "json")

    for form in ((), ("-f", "html")):
        found = run_alone("report", tmp_path / "result.json", *form, before=shell(">/dev/full"))

        assert found.error == "写不进 标准输出：磁盘满了\n"
        assert found.code == 2


TELLING = {
    "no submission": (("check", "nowhere", *UNDER), exits.INPUT_UNUSABLE),
    "no rules": (("check", POOL / "clear", "--rules", "nowhere"), exits.RULES_INVALID),
    "no argument": (("check",), exits.USAGE),
    "a verdict": (("check", POOL / "murky", *UNDER), exits.DOES_NOT_CONFORM),
    "good news": (("check", POOL / "clear", *UNDER), exits.CONFORMS),
}


@pytest.mark.parametrize("name", TELLING)
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-", "<&- 2>&-"])
def test_a_message_that_cannot_be_written_changes_no_exit_code(name, redirection):
    call, code = TELLING[name]
    plain = run_alone(*call)
    found = run_alone(*call, before=shell(redirection))

    assert plain.code == found.code == code
    assert found.bytes == plain.bytes
    assert found.error == ""


def test_nothing_can_be_written_at_all_and_the_code_says_so():
    assert run_alone(*WRITING["JSON"], before=shell(">/dev/full 2>&1")).code == 2
    assert run_alone("check", "nowhere", *UNDER, before=shell(">&- 2>&-")).code == 5


def test_a_reader_of_the_messages_who_leaves_early_changes_no_exit_code():
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        found = run_alone("check", "nowhere", *UNDER, before=shell("2>&1"), output=closed)

    assert found.code == exits.INPUT_UNUSABLE
