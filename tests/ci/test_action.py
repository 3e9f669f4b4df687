"""action.yml: its steps, run as a runner of GitHub Actions would, in a stranger's repository."""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.conftest import POOLS, ROOT, Repository, bash
from tests.tools.sarif import sarif_multitool

# 2 to 5 s a run
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("ci")]

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Job:
    """What a run of the action left behind."""

    failed: bool
    log: str
    outputs: dict[str, str]
    summary: str


class Runner:
    """Does with the steps of a composite action what GitHub's documentation says."""

    def __init__(self, workspace: Path, action: Path, inputs: dict[str, str]) -> None:
        known: dict[str, str] = {
            name: one.get("default", "") for name, one in ACTION["inputs"].items()
        }
        assert inputs.keys() <= known.keys()
        self.workspace, self.action, self.inputs = workspace, action, known | inputs
        self.steps: dict[str, dict[str, str]] = {}
        self.temporary = workspace.parent / "runner"
        self.temporary.mkdir()

    def run(self) -> Job:
        log, failed = "", False
        for step in ACTION["runs"]["steps"]:
            if not failed and self.wanted(step) and "run" in step:
                done = self.start(step)
                log += f"== {step['name']}\n{done.stdout}{done.stderr}"
                failed = done.returncode != 0
        outputs = {name: self.meant(one["value"]) for name, one in ACTION["outputs"].items()}
        summary = self.temporary / "summary"
        summary.touch()
        return Job(failed, log, outputs, summary.read_text(encoding="utf-8"))

    def start(self, step: dict[str, Any]) -> Any:
        assert step["shell"] == "bash"
        told = self.temporary / "output"
        told.write_text("")
        variables = {name: self.meant(text) for name, text in step.get("env", {}).items()}
        variables |= {
            "GITHUB_OUTPUT": str(told),
            "GITHUB_STEP_SUMMARY": str(self.temporary / "summary"),
            "RUNNER_TEMP": str(self.temporary),
        }
        done = bash(step["run"], self.workspace, variables)
        lines = told.read_text(encoding="utf-8").splitlines()
        self.steps[step.get("id", "")] = dict(line.split("=", 1) for line in lines)
        return done

    def wanted(self, step: dict[str, Any]) -> bool:
        condition = re.fullmatch(r"\$\{\{ (\S+) == '(\w+)' \}\}", step.get("if", ""))
        return "if" not in step or bool(condition and self.value(condition[1]) == condition[2])

    def meant(self, text: str) -> str:
        return re.sub(r"\$\{\{ (\S+) \}\}", lambda found: self.value(found[1]), text)

    def value(self, name: str) -> str:
        first, *rest = name.split(".")
        if first == "inputs":
            return self.inputs[rest[0]]
        if first == "steps":
            assert rest[0] in [step.get("id") for step in ACTION["runs"]["steps"]], name
            return self.steps.get(rest[0], {}).get(rest[2], "")
        assert name == "github.action_path", name
        return str(self.action)


@pytest.fixture
def act(stranger: Repository, ready_program: Path):
    def run(**inputs: str) -> Job:
        usual = {"rules": "their/rules", "profile": "everyday", "prove": "false"}
        return Runner(stranger.root, ready_program, usual | inputs).run()

    return run


def test_good_rules_pass_with_all_reports_written(act, stranger):
    job = act()
    assert not job.failed, job.log
    assert job.outputs == {
        "sarif": "rule-reports/lint.sarif",
        "junit": "rule-reports/test.xml",
        "failed": "",
    }
    faults = sarif_multitool(stranger.root / job.outputs["sarif"])
    assert [f for f in faults if "informationUri" not in f] == []  # it has no address of its own
    cases = list(ET.parse(stranger.root / job.outputs["junit"]).iter("testcase"))
    written = sum(file.read_text().count("\n- rule:") for file in POOLS.rglob("cases.yaml"))
    assert len(cases) == written
    assert job.summary.count("没有问题") == 3
    assert "| prove | 没有运行 |" in job.summary


@pytest.mark.parametrize(
    ("command", "annotation"),
    [
        ("lint", "::warning file=their/rules/1-water/1.1-clean/rules.yaml,line=11,"),
        ("test", "::error file=their/rules/1-water/1.1-clean/cases.yaml,line="),
        ("fmt", ""),
    ],
)
def test_a_fault_fails_the_job_and_shows_beside_its_line(act, stranger, command, annotation):
    stranger.spoil(command)
    job = act()
    assert job.failed
    assert job.outputs["failed"] == command
    assert f"| {command} | 有问题 |" in job.summary
    assert annotation in job.log


def test_all_steps_run_whatever_one_of_them_finds(act, stranger):
    for command in ("fmt", "lint", "test"):
        stranger.spoil(command)
    assert act().outputs["failed"] == "fmt lint test"


def test_rules_that_cannot_be_read_are_told_apart(act, stranger):
    stranger.spoil("nothing")
    job = act()
    assert job.failed
    assert "| lint | 规则集读不了 |" in job.summary
    assert "Traceback" not in job.log


def test_what_comes_from_outside_is_never_part_of_a_script():
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), step["name"]


def test_an_input_that_looks_like_a_command_is_a_name_of_a_folder(act, stranger):
    job = act(rules="$(touch stolen); touch stolen; 'x", profile='"; touch stolen; "')
    assert job.failed
    assert not (stranger.root / "stolen").exists()


@pytest.mark.skipif(not find_spec("checker.cli.rules.prove"), reason="not written yet")
def test_rules_are_proved_where_it_is_asked_for(act):
    job = act(prove="true")
    assert "| prove | 没有问题 |" in job.summary, job.log
