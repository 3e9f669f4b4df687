"""The wheel is the whole program: rules, schemas, templates and pages come with it."""

import subprocess
import sys

import pytest

from tests.ci.conftest import PROFILE, ROOT, environment

# builds and installs a wheel: 10 s
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("ci")]


def checker(installed, folder, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "checker", *map(str, arguments)],
        cwd=folder,
        env=environment(PYTHONPATH=str(installed), XDG_CACHE_HOME=str(folder / ".cache")),
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_the_wheel_that_is_tried(installed, tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", "import checker; print(checker.HOME)"],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(installed)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == str(installed / "checker" / "share")


def test_site_packages_gets_the_package_and_nothing_beside_it(installed):
    names = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert names - {"bin"} == {"checker"}


@pytest.mark.parametrize("folder", ["rules", "schemas", "docs", "reports/templates"])
def test_it_has_every_file_of_what_stands_beside_the_sources(installed, program, folder):
    def files(root):
        found = (path for path in (root / folder).rglob("*") if path.is_file())
        return {path.relative_to(root): path.read_bytes() for path in found}

    assert files(installed / "checker" / "share") == files(program)


def test_a_submission_is_judged_by_the_rules_that_come_along(installed, tmp_path):
    submission = ROOT / "samples" / "real" / "longyou"
    done = checker(installed, tmp_path, "check", submission, "-o", "out")
    assert done.returncode == 3, done.stderr
    assert {file.name for file in (tmp_path / "out").iterdir()} == {
        "report.html",
        "report.pdf",
        "result.json",
    }


@pytest.mark.parametrize("command", ["fmt --check", "lint", "test"])
def test_a_stranger_checks_his_own_rules(installed, stranger, command):
    name = command.split()[0]
    asked = ("rules", *command.split(), "--rules", "their/rules", *PROFILE[name])
    done = checker(installed, stranger.root, *asked)
    assert done.returncode == 0, done.stdout + done.stderr
    stranger.spoil(name)
    done = checker(installed, stranger.root, *asked)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "their/rules/1-water/1.1-clean" in done.stdout


def test_the_page_of_a_lint_is_there_to_read(installed, tmp_path):
    done = checker(installed, tmp_path, "rules", "lint", "--explain", "wording-must")
    assert done.returncode == 0, done.stderr
    assert "wording-must" in done.stdout


def test_only_one_place_looks_for_what_stands_beside_the_sources():
    """Anything else would find nothing in a wheel; `generated` writes into the sources."""
    looking = {
        str(file.relative_to(ROOT))
        for file in (ROOT / "checker").rglob("*.py")
        if "__file__" in file.read_text(encoding="utf-8")
    }
    own_sources = {
        "checker/rulebook/cache.py",
        "checker/workbench/mutation/kept.py",
        "checker/workbench/scaffold/standard.py",  # a folder of its own, within the package
    }
    assert looking - own_sources == {"checker/__init__.py", "checker/generated.py"}
