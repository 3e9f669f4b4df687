"""Every sample comes out as was worked out by hand."""

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path

import pytest

from checker.assessment.assess import assess_submission
from checker.assessment.consistency import contradictions
from checker.cli.main import main
from checker.model.outcome import Possible
from checker.model.problem import Problem, Rejected
from checker.model.result import Result
from checker.model.value import Blank
from checker.rulebook.files import load
from checker.submission.reading import read
from tests.samples.expectations import SAMPLES, differences, expected

ROOT = SAMPLES.parent
RULES = ROOT / "rules"
FOLDERS = sorted(p.parent for p in SAMPLES.glob("*/*/expected.yaml"))
REFUSED = [f for f in FOLDERS if "problems" in expected(f)]
ASSESSED = [f for f in FOLDERS if f not in REFUSED]


def name(folder: Path) -> str:
    return folder.relative_to(SAMPLES).as_posix()


@cache
def result(folder: Path, profile: str) -> Result:
    book = load(RULES, profile)
    return assess_submission(book, read(folder, book.dictionary))


@cache
def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(Rejected) as refused:
        read(folder, load(RULES, "generic").dictionary)
    return refused.value.problems


def command(*arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the real command."""
    with (
        redirect_stdout(io.StringIO()) as out,
        redirect_stderr(io.StringIO()) as err,
        pytest.raises(SystemExit) as stopped,
    ):
        main(list(arguments))
    assert isinstance(stopped.value.code, int)
    return stopped.value.code, out.getvalue(), err.getvalue()


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


@pytest.mark.parametrize("folder", ASSESSED, ids=name)
def test_the_result_of_a_sample_contradicts_itself_nowhere(folder: Path) -> None:
    assert contradictions(result(folder, expected(folder)["profile"])) == ()


@pytest.mark.parametrize("folder", ASSESSED, ids=name)
def test_the_command_ends_with_the_code_of_the_conclusion(folder: Path) -> None:
    wanted = expected(folder)
    runs = {wanted["profile"]: wanted, **wanted.get("other_profiles", {})}
    for profile, run in runs.items():
        code, out, _ = command("check", str(folder), "--profile", profile)
        assert code == run["exit"], (profile, out)
        assert run.get("conclusion", wanted["conclusion"])["title"] in out


@pytest.mark.parametrize("folder", REFUSED, ids=name)
def test_the_planted_problems_and_nothing_else_are_told_with_file_and_line(folder: Path) -> None:
    """All in one run: file, line and kind of fault, as often as it stands there."""
    found = sorted((p.place.file, p.place.line, p.code) for p in problems(folder))
    wanted = [(p["file"], p["line"], p["code"]) for p in expected(folder)["problems"]]
    assert found == sorted(wanted)


@pytest.mark.parametrize("folder", REFUSED, ids=name)
def test_the_command_tells_every_problem_and_writes_nothing(folder: Path, tmp_path: Path) -> None:
    code, out, err = command("check", str(folder), "-o", str(tmp_path / "out"))
    assert code == expected(folder)["exit"]
    assert not out
    assert not (tmp_path / "out").exists()
    for problem in problems(folder):
        assert f"{problem.place}" in err
        assert problem.message in err


def test_the_synthetic_samples_are_what_their_generator_makes() -> None:
    made = subprocess.run(
        [sys.executable, "samples/generator", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr


@pytest.mark.parametrize("folder", ASSESSED, ids=name)
def test_real_and_synthetic_samples_are_never_mixed(folder: Path) -> None:
    found = result(folder, "generic")
    assert found.synthetic == (folder.parent.name == "synthetic")
    assert found.subject.startswith("示例") == found.synthetic


@pytest.mark.parametrize("folder", sorted((SAMPLES / "real").iterdir()), ids=name)
def test_every_value_of_a_real_sample_has_its_source(folder: Path) -> None:
    submission = read(folder, load(RULES, "generic").dictionary)
    said = {
        (table, row, column)
        for table, data in submission.tables.items()
        for column, cells in data.columns.items()
        for row, cell in enumerate(cells)
        if column != "id" and not isinstance(cell, Blank)
    }
    assert said == set(submission.sources)
    assert all(submission.sources.values())


@pytest.mark.parametrize("folder", ASSESSED, ids=name)
def test_the_summary_shows_where_the_first_offending_rows_stand(folder: Path) -> None:
    found = result(folder, expected(folder)["profile"])
    failed = [f for f in found.findings if f.severity]
    _, out, _ = command("check", str(folder), "--profile", expected(folder)["profile"])
    text = "".join(out.split())
    told = [f for f in failed if f.rule in text]
    assert len(told) == min(12, len(failed))  # the rest is counted
    for finding in told:
        for leaf in finding.measured:
            shown = [row for row in leaf.offending if row.certain][:3]
            if leaf.possible != (Possible.MET,):
                assert all(f"{row.id}{row.place}" in text for row in shown), finding.rule


def test_evidence_is_listed_for_every_rule_and_for_no_other() -> None:
    folder = SAMPLES / "synthetic" / "full-pass"
    book = load(RULES, "longyou_practice")
    cells = read(folder, book.dictionary).tables["evidence_files"].columns["rule_ids"]
    named = {rule for cell in cells if isinstance(cell, tuple) for rule in cell}
    assert named == {rule.id for rule in book.rules}
