"""The locks say what pyproject.toml asks for, and name no place to fetch it from."""

from __future__ import annotations

import json
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
RULES = [Requirement(line) for line in PROJECT["optional-dependencies"]["workbench"]]
DEVELOPMENT = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]

LOCKS = ["requirements.lock", "requirements-rules.lock", "requirements-dev.lock"]
TOOLS = ROOT / "tests" / "tools"

# Wherever packages come from is the machine's own affair.
REGISTRIES = re.compile(
    r"(?:pypi|pythonhosted|npmjs|npmmirror|yarnpkg|debian|tuna\.tsinghua|aliyun)\.(?:org|com|edu|net|cn)",
    re.IGNORECASE,
)


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", text, flags=re.MULTILINE))


@pytest.mark.parametrize("requirement", RUNTIME + RULES + DEVELOPMENT, ids=str)
def test_every_dependency_has_two_bounds(requirement):
    operators = {specifier.operator for specifier in requirement.specifier}
    assert operators == {">=", "<"}


@pytest.mark.parametrize("requirement", RUNTIME, ids=str)
def test_the_lock_satisfies_what_is_asked(requirement):
    locked = pins("requirements.lock")[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(locked)


@pytest.mark.parametrize("requirement", RUNTIME + RULES, ids=str)
def test_the_lock_of_rule_keepers_satisfies_what_is_asked(requirement):
    locked = pins("requirements-rules.lock")[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(locked)


@pytest.mark.parametrize("requirement", RUNTIME + RULES + DEVELOPMENT, ids=str)
def test_the_development_lock_satisfies_what_is_asked(requirement):
    locked = pins("requirements-dev.lock")[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(locked)


def test_each_lock_holds_the_one_before():
    run, rules, test = (pins(name).items() for name in LOCKS)
    assert run < rules < test


@pytest.mark.parametrize("name", LOCKS)
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


def test_the_npm_lock_is_hashed_and_names_no_place_to_fetch_from():
    lock = json.loads((TOOLS / "package-lock.json").read_text(encoding="utf-8"))
    asked = json.loads((TOOLS / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert lock["packages"].pop("")["devDependencies"] == asked
    assert all(version[0].isdigit() for version in asked.values()), "exact versions only"
    for name, package in lock["packages"].items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_no_file_names_a_package_registry():
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = done.stdout.split("\0")[:-1] or [
        str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if not ignored(path)
    ]
    found = {}
    for name in names:
        path = ROOT / name
        text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        if (host := REGISTRIES.search(text)) and path != Path(__file__):
            found[name] = host[0]
    assert found == {}


def ignored(path: Path) -> bool:
    """Tell what a checkout without git, such as an unpacked archive, does not hold."""
    parts = path.relative_to(ROOT).parts
    return bool({".git", "__pycache__"} & set(parts)) or parts[0].startswith(".venv")
