"""The locks say what pyproject.toml asks for, and name no place to fetch it from."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
DEVELOPMENT = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", text, flags=re.MULTILINE))


@pytest.mark.parametrize("requirement", RUNTIME + DEVELOPMENT, ids=str)
def test_every_dependency_has_two_bounds(requirement):
    operators = {specifier.operator for specifier in requirement.specifier}
    assert operators == {">=", "<"}


@pytest.mark.parametrize("requirement", RUNTIME, ids=str)
def test_the_lock_satisfies_what_is_asked(requirement):
    locked = pins("requirements.lock")[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(locked)


@pytest.mark.parametrize("requirement", DEVELOPMENT, ids=str)
def test_the_development_lock_satisfies_what_is_asked(requirement):
    locked = pins("requirements-dev.lock")[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(locked)


def test_the_development_lock_holds_the_runtime_lock():
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_is_hashed_and_names_no_place(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    for block in re.split(r"\n(?=[a-z0-9])", text)[1:]:
        assert "--hash=sha256:" in block, block.splitlines()[0]
    assert not re.search(r"://|--index|--find-links|--extra-index|file:", text)


@pytest.mark.parametrize("script", ["run", ".ci/run"])
def test_scripts_can_be_started_and_parsed(script):
    path = ROOT / script
    assert path.stat().st_mode & 0o111
    shell = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("#!")
    subprocess.run([shell, "-n", str(path)], check=True)
