"""A checkout with the real `run`, no dependencies, and a program that tells what reached it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """\
import json, os, sys
told = {"arguments": sys.argv[1:], "folder": os.getcwd(), "path": sys.path, "here": __file__}
print(json.dumps(told))
sys.exit(7 if "fail" in sys.argv else 0)
"""


@dataclass(frozen=True)
class Call:
    """What one call of ./run came to."""

    code: int
    stdout: str
    stderr: str

    @property
    def told(self) -> dict[str, object]:
        """What the stand-in program printed."""
        told: dict[str, object] = json.loads(self.stdout)
        return told


@dataclass(frozen=True)
class Checkout:
    """A folder that looks to ./run like the project."""

    root: Path
    first: Call | None = None

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        return self.venv / ".ready-run"

    @property
    def stamps(self) -> set[str]:
        """The sets that are said to be there."""
        return {file.name.removeprefix(".ready-") for file in self.venv.glob(".ready-*")}

    def start(
        self,
        *arguments: str,
        cwd: Path | None = None,
        door: Path | None = None,
        before: Sequence[str] = (),
        **variables: str,
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*before, str(door or self.root / "run"), *arguments],
            cwd=cwd or self.root,
            env=clean_environment() | variables,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(
        self,
        *arguments: str,
        cwd: Path | None = None,
        door: Path | None = None,
        before: Sequence[str] = (),
        **variables: str,
    ) -> Call:
        process = self.start(*arguments, cwd=cwd, door=door, before=before, **variables)
        stdout, stderr = process.communicate(timeout=120)
        return Call(process.returncode, stdout, stderr)


def clean_environment() -> dict[str, str]:
    """The caller's, with nothing in it that ./run or Python listens to."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "RUN_", "COV_", "COVERAGE_"))
    }
    return kept | {"PYTHON": sys.executable, "RUN_SKIP_SYSTEM": "1"}


def make_checkout(root: Path) -> Checkout:
    """Copies ./run to `root`, beside locks that ask for nothing and the stand-in program."""
    (root / "checker").mkdir(parents=True)
    shutil.copy(ROOT / "run", root / "run")
    (root / "requirements.lock").write_text("# nothing\n")
    (root / "requirements-rules.lock").write_text("# nothing for rule keepers\n")
    (root / "requirements-dev.lock").write_text("# nothing either\n")
    (root / "tests" / "tools").mkdir(parents=True)
    (root / "tests" / "tools" / "package.json").write_text("{}")
    (root / "tests" / "tools" / "package-lock.json").write_text("{}")
    (root / "checker" / "__init__.py").write_text("")
    (root / "checker" / "__main__.py").write_text(PROGRAM)
    return Checkout(root)


@pytest.fixture
def bare(tmp_path: Path) -> Checkout:
    """A checkout never run before, in a folder whose name needs care."""
    return make_checkout(tmp_path / "有 空格 & 'quotes'" / "checkout")


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout after its first call. Tests that share it must not change it."""
    checkout = make_checkout(tmp_path_factory.mktemp("ready") / "有 空格" / "checkout")
    first = checkout.run("hello")
    assert first.code == 0, first.stderr
    return Checkout(checkout.root, first)


@pytest.fixture
def used(ready: Checkout, tmp_path: Path) -> Checkout:
    """A ready checkout to change at will; quicker than building another."""
    return Checkout(shutil.copytree(ready.root, tmp_path / "used", symlinks=True))


@pytest.fixture
def stub(tmp_path: Path):
    """Puts small scripts before the system's commands; gives the PATH that has them."""
    folder = tmp_path / "stubs"
    folder.mkdir()

    def put(**scripts: str) -> str:
        for name, script in scripts.items():
            file = folder / name.replace("_", "-")
            file.write_text(f"#!/bin/sh\n{script}\n")
            file.chmod(0o755)
        return f"{folder}:{os.environ['PATH']}"

    return put


@pytest.fixture
def system_without(tmp_path: Path):
    """Gives a PATH that has everything of the system's but the commands named."""

    def without(*names: str) -> str:
        folder = tmp_path / "system"
        folder.mkdir()
        for place in ("/usr/bin", "/bin", "/usr/sbin", "/sbin"):
            for file in Path(place).iterdir():
                link = folder / file.name
                if file.name not in names and not link.is_symlink():
                    link.symlink_to(file)
        return str(folder)

    return without
