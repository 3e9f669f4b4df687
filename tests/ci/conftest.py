"""A stranger's repository with a rule set of its own, and the program as such a stranger gets it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tools import needed

ROOT = Path(__file__).resolve().parents[2]
POOLS = ROOT / "tests" / "workbench" / "lint" / "pools"

# What a rule keeper may get wrong, one fault for each command: file, what stands there, what then
# does.
FAULTS = {
    "fmt": ("1-water/1.1-clean/cases.yaml", "period: {from:", "period:   {from:"),
    "lint": ("1-water/1.1-clean/rules.yaml", "水样余氯应在", "水样余氯必须在"),
    "test": ("1-water/1.1-clean/cases.yaml", 'measured: "1.2"', 'measured: "1.3"'),
    "nothing": ("standard.yaml", "chapters:", "chapter:"),
}

# `fmt` looks at the files as they are written, the others at what a profile makes of them.
PROFILE = {"fmt": [], "lint": ["--profile", "everyday"], "test": ["--profile", "everyday"]}


def environment(**more: str) -> dict[str, str]:
    """The caller's, without what a git hook or a coverage run leaves in it."""
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("GIT_DIR", "GIT_INDEX", "COV"))
    }
    names = {f"GIT_{who}_{what}": "tests@example.org" for who in ("AUTHOR", "COMMITTER")
             for what in ("NAME", "EMAIL")}  # fmt: skip
    return {**kept, **names, "GIT_CONFIG_GLOBAL": "/dev/null", **more}


def git(folder: Path, *arguments: str) -> str:
    command = [needed.command("git"), *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@dataclass(frozen=True)
class Repository:
    """A git repository that has a rule set in `their/rules`."""

    root: Path

    @property
    def rules(self) -> Path:
        return self.root / "their" / "rules"

    def spoil(self, command: str) -> None:
        """Plant what a command must find."""
        name, right, wrong = FAULTS[command]
        file = self.rules / name
        text = file.read_text(encoding="utf-8")
        assert right in text
        file.write_text(text.replace(right, wrong, 1), encoding="utf-8")

    def commit(self) -> None:
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--message", "rules")


@pytest.fixture
def stranger(tmp_path: Path) -> Repository:
    """A repository with the rules for swimming pools, in good order."""
    repository = Repository(tmp_path / "a stranger's 仓库")
    shutil.copytree(POOLS, repository.rules)
    git(repository.root, "init", "--quiet")
    repository.commit()
    return repository


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as its repository holds it, committed: what others clone."""
    folder = tmp_path_factory.mktemp("program") / "checker"
    left = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis", "out")
    shutil.copytree(ROOT, folder, ignore=left)  # .gitignore leaves out what else was made here
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")
    return folder


@pytest.fixture(scope="session")
def ready_program(program: Path) -> Path:
    """The same where `./run` has nothing to install, for it has the environment of the tests."""
    shutil.copytree(program, folder := program.with_name("ready"))
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


@pytest.fixture(scope="session")
def installed(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel installs, and nothing else of the project."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([*pip, *build, str(program)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    subprocess.run(
        [*pip, "install", "--no-deps", "--no-index", "--target", str(site), str(wheel)],
        check=True,
        capture_output=True,
    )
    return site


def bash(
    script: str, folder: Path, variables: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a script as a CI runner does: it ends at the first command that fails."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )
