"""Every sample comes out as was worked out by hand."""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from checker.assessment.assess import assess_submission
from checker.cli.main import main
from checker.model.result import Result
from checker.rulebook.files import load
from checker.submission.reading import read

from tests.samples.expectations import SAMPLES, differences, expected

ROOT = SAMPLES.parent
RULES = ROOT / "rules"
FOLDERS = sorted(p.parent for p in SAMPLES.glob("*/*/expected.yaml"))
ASSESSED = [f for f in FOLDERS if "problems" not in expected(f)]


def name(folder: Path) -> str:
    return folder.relative_to(SAMPLES).as_posix()


@cache
def result(folder: Path, profile: str) -> Result:
    book = load(RULES, profile)
    return assess_submission(book, read(folder, book.dictionary))


def exit_code(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def test_every_sample_has_an_expectation() -> None:
    folders = {p.parent for p in SAMPLES.glob("*/*/submission.*")}
    assert folders == set(FOLDERS)


@pytest.mark.parametrize("folder", ASSESSED, ids=name)
def test_a_sample_comes_out_as_worked_out_by_hand(folder: Path) -> None:
    wanted = expected(folder)
    unlike = differences(result(folder, wanted["profile"]), wanted)
    assert not unlike, "\n" + "\n".join(unlike)


@pytest.mark.parametrize("folder", ASSESSED, ids=name)
def test_another_profile_changes_what_it_says_it_changes(folder: Path) -> None:
    for profile, wanted in expected(folder).get("other_profiles", {}).items():
        told = {"rules": {}, "other_rules": {}, **wanted}
        unlike = differences(result(folder, profile), told)
        assert not unlike, f"\n{profile}\n" + "\n".join(unlike)
