"""The hooks of .pre-commit-hooks.yaml, run by pre-commit itself in a stranger's repository."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci.conftest import PROFILE, ROOT, environment, git

# pre-commit installs the program from its repository, once: 20 to 40 s, from the package index.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("ci")]


@pytest.fixture(scope="module")
def pre_commit(tmp_path_factory: pytest.TempPathFactory, program: Path):
    """Runs one hook over all files of a repository, and gives what came of it."""
    home = tmp_path_factory.mktemp("pre-commit")
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    tried = home / "constraints.txt"  # the versions that everything else was tried with
    tried.write_text("\n".join(re.findall(r"^[a-z0-9-]+==[^\\\n]+", lock, flags=re.MULTILINE)))

    def run(repository: Path, hook: str) -> subprocess.CompletedProcess[str]:
        arguments = ["--rules", "their/rules", *PROFILE[hook.removeprefix("rules-")]]
        (repository / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {program}\n  rev: {git(program, 'rev-parse', 'HEAD')}\n  hooks:\n"
            f"  - id: {hook}\n    args: [{', '.join(arguments)}]\n",
            encoding="utf-8",
        )
        git(repository, "add", "--all")
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose", hook],
            cwd=repository,
            env=environment(PRE_COMMIT_HOME=str(home / "cache"), PIP_CONSTRAINT=str(tried)),
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.parametrize("command", ["fmt", "lint", "test"])
def test_a_hook_lets_good_rules_pass_and_stops_bad_ones(pre_commit, stranger, command):
    done = pre_commit(stranger.root, f"rules-{command}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
    stranger.spoil(command)
    done = pre_commit(stranger.root, f"rules-{command}")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Failed" in done.stdout


def test_the_hook_of_the_form_mends_what_it_finds(pre_commit, stranger):
    before = git(stranger.root, "rev-parse", "HEAD:their/rules")
    stranger.spoil("fmt")
    assert "files were modified by this hook" in pre_commit(stranger.root, "rules-fmt").stdout
    assert pre_commit(stranger.root, "rules-fmt").returncode == 0
    assert git(stranger.root, "write-tree", "--prefix=their/rules/") == before


def test_rules_that_cannot_be_read_stop_a_commit(pre_commit, stranger):
    stranger.spoil("nothing")
    done = pre_commit(stranger.root, "rules-lint")
    assert done.returncode == 1
    assert "exit code: 4" in done.stdout
    assert "Traceback" not in done.stdout
