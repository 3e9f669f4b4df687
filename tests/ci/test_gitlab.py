"""docs/ci/gitlab.yml: its lines, run as a GitLab runner would, in a stranger's repository."""

import json
import xml.etree.ElementTree as ET
from importlib.util import find_spec

import pytest
import yaml

from tests.ci.conftest import ROOT, bash, git

# 5 s a run
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("ci")]

JOB = yaml.safe_load((ROOT / "docs" / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["rules"]


@pytest.fixture
def pipeline(stranger, ready_program):
    """Runs the job; as its repository has no environment yet, it borrows that of the tests."""

    def run():
        variables = {
            name: str(value).replace("$CI_PROJECT_DIR", str(stranger.root))
            for name, value in JOB["variables"].items()
        } | {
            "CHECKER_REPOSITORY": ready_program.as_uri(),
            "CHECKER_VERSION": git(ready_program, "rev-parse", "--abbrev-ref", "HEAD"),
            "RULES": "their/rules",
            "PROFILE": "everyday",
        }
        lines = [*JOB["before_script"], f"ln -s '{ROOT}/.venv' .checker/.venv", *JOB["script"]]
        if not find_spec("checker.cli.rules.prove"):  # not written yet
            lines = [line for line in lines if "rules prove" not in line]
        return bash("\n".join(lines), stranger.root, variables)

    return run


def test_good_rules_pass_with_their_reports(pipeline, stranger):
    done = pipeline()
    assert done.returncode == 0, done.stdout + done.stderr
    reports = JOB["artifacts"]["reports"]
    assert (
        json.loads((stranger.root / reports["codequality"]).read_text(encoding="utf-8")) is not None
    )
    assert list(ET.parse(stranger.root / reports["junit"]).iter("testcase"))


def test_a_fault_fails_the_job_when_all_reports_are_written(pipeline, stranger):
    stranger.spoil("lint")
    stranger.spoil("test")
    done = pipeline()
    assert done.returncode == 1, done.stdout + done.stderr
    reports = JOB["artifacts"]["reports"]
    issues = json.loads((stranger.root / reports["codequality"]).read_text(encoding="utf-8"))
    assert {"path": "their/rules/1-water/1.1-clean/rules.yaml", "lines": {"begin": 11}} in [
        issue["location"] for issue in issues
    ]
    assert list(ET.parse(stranger.root / reports["junit"]).iter("failure"))
