"""test, coverage and mutate at the command line: what they print, and the code they end with."""

import json
import subprocess
import sys
import time

import pytest

from tests.cli.command import ROOT, run
from tests.workbench.pool_rules import (
    GUARDED,
    NO_POOL,
    NOTHING_SAID,
    ONE_GUARD,
    TWO_GUARDS,
    copied,
    declared,
    with_cases,
)

GOOD = TWO_GUARDS + ONE_GUARD + NO_POOL + NOTHING_SAID
COMMANDS = ("test", "coverage", "mutate")


@pytest.fixture
def rules(tmp_path):
    folder = copied(tmp_path)
    with_cases(folder, GUARDED, GOOD)
    return folder


def asked(command, rules, *arguments):
    where = ("--rules", rules, "--profile", "everyday")
    return run("rules", command, *where, "--rule", "YYC-0201-01", *arguments)


def test_cases_that_hold_end_well(rules):
    found = asked("test", rules)

    assert found.code == 0
    assert "跑了 1 条规则的 4 个用例：4 个与所写的相同，0 个不同" in found.out


def test_a_case_that_differs_shows_rule_and_row(rules):
    with_cases(
        rules, GUARDED, GOOD.replace("outcome: failed, measured", "outcome: passed, measured")
    )
    found = asked("test", rules)

    assert found.code == 1
    for part in (
        "“一池一人”",
        "预期 passed（符合），得到 failed（不符合）",
        "不少于 2 人",
        "泳池 P1",
        "cases.yaml:14:",
    ):
        assert part in found.out


def test_a_survivor_ends_badly(rules):
    found = asked("mutate", rules, "-j", "1")

    assert found.code == 1
    assert "check.that.related.of:of=lifeguards" in found.out
    assert "看不出的" in found.out


def test_declared_survivors_end_well(rules):
    left = [
        "check.that.related.of:of=lifeguards", "check.expect.at_least:-1%",
        "level:value=recommendation",
    ]  # fmt: skip
    text = "".join(f'- {{rule: YYC-0201-01, mutant: "{m}", reason: 示例里的理由}}\n' for m in left)
    declared(rules, "survivors:\n" + text)

    assert asked("mutate", rules, "-j", "1").code == 0


def test_gaps_alone_do_not_end_badly(rules):
    found = asked("coverage", rules)

    assert found.code == 0
    assert "没有因“有空白”的用例" in found.out
    assert "规则的各种结果" in found.out


@pytest.mark.parametrize("command", COMMANDS)
def test_a_faulty_rule_set_gives_all_faults_and_nothing_else(rules, command):
    file = rules / GUARDED / "rules.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("measure: share", "measure: sharp"))
    with_cases(rules, GUARDED, GOOD.replace("outcome: passed", "outcome: fine"))
    found = asked(command, rules)

    assert found.code == 4
    assert "sharp" in found.out
    assert "cases.yaml" in found.out
    assert "Traceback" not in found.out + found.error


@pytest.mark.parametrize("command", COMMANDS)
def test_a_rule_that_is_not_there_is_a_slip_of_the_caller(rules, command):
    found = run(
        "rules", command, "--rules", rules, "--profile", "everyday", "--rule", "YYC-0209-01"
    )

    assert found.code == 2
    assert "YYC-0209-01" in found.error


@pytest.mark.parametrize("command", COMMANDS)
def test_json_holds_the_figures(rules, command):
    found = asked(command, rules, "-f", "json")
    data = json.loads(found.out)

    assert data["command"] == command
    assert data["figures"]


def test_junit_has_one_case_a_case(rules):
    from junitparser import JUnitXml

    found = JUnitXml.fromstring(asked("test", rules, "-f", "junit").out.encode())

    assert sum(len(list(suite)) for suite in found) == 4


def test_the_page_is_written_beside_the_figures(rules, tmp_path):
    found = asked("coverage", rules, "--html", tmp_path / "made" / "coverage.html")

    assert found.code == 0
    assert "救生员配备" in (tmp_path / "made" / "coverage.html").read_text(encoding="utf-8")


def test_fail_fast_stops_at_the_first(rules):
    with_cases(rules, GUARDED, GOOD.replace("outcome: passed", "outcome: failed"))
    found = asked("test", rules, "--fail-fast")

    assert found.code == 1
    assert "的 1 个用例：0 个与所写的相同，1 个不同" in found.out


def test_the_second_run_knows_what_the_first_found(rules):
    first, second = (asked("mutate", rules, "-j", "1", "-f", "json") for _ in range(2))

    assert first.out == second.out
    assert asked("mutate", rules, "-j", "1", "--fresh", "-f", "json").out == first.out


@pytest.mark.slow
def test_watching_reruns_what_a_change_touches(rules):
    command = [
        sys.executable, "-m", "checker", "rules", "test", "--watch", "--rules", str(rules),
        "--profile", "everyday", "--rule", "YYC-0201-01",
    ]  # fmt: skip
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8", env={"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if "在看着" in line:
                time.sleep(0.1)
                with_cases(rules, GUARDED, GOOD.replace('measured: "1"', 'measured: "1/2"'))
            if "个不同" in line and len(said) > 4:
                break
        process.kill()

    told = "".join(said)
    assert "cases.yaml 改了，涉及 1 个用例" in told
    assert "的 1 个用例：0 个与所写的相同，1 个不同" in told
