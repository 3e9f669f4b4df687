"""`checker rules doc`: writes a catalogue, tells a stale one, leaves other folders alone."""

import json
import shutil

import pytest

from checker.cli import exits
from tests.cli.command import POOL_RULES, run, run_alone


@pytest.fixture
def rules(tmp_path):
    return shutil.copytree(POOL_RULES, tmp_path / "rules")


def doc(rules, out, *more):
    return run("rules", "doc", "--rules", rules, "--profile", "contest", "-o", out, *more)


def test_it_writes_a_catalogue_and_says_where_to_begin(rules, tmp_path):
    done = doc(rules, tmp_path / "out")
    assert done.code == exits.CONFORMS
    assert str(tmp_path / "out" / "index.html") in done.out
    assert (tmp_path / "out" / "item-1.1.html").is_file()


def test_a_catalogue_just_written_is_up_to_date(rules, tmp_path):
    doc(rules, tmp_path / "out")
    assert doc(rules, tmp_path / "out", "--check").code == exits.CONFORMS


def test_a_stale_catalogue_is_told_file_by_file_and_nothing_is_written(rules, tmp_path):
    doc(rules, tmp_path / "out")
    page = tmp_path / "out" / "glossary.html"
    page.write_text("old", encoding="utf-8")
    done = doc(rules, tmp_path / "out", "--check", "-f", "json")
    assert done.code == exits.DOES_NOT_CONFORM
    found = json.loads(done.out)["diagnostics"]
    assert [d["check"] for d in found] == ["stale-catalogue"]
    assert page.read_text(encoding="utf-8") == "old"


def test_a_folder_of_other_files_is_refused(rules, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("mine", encoding="utf-8")
    done = doc(rules, tmp_path / "site")
    assert done.code == exits.USAGE
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "mine"


def test_a_faulty_rule_set_gives_no_catalogue(rules, tmp_path):
    (rules / "profiles" / "everyday.yaml").write_text("name: everyday\n", encoding="utf-8")
    done = doc(rules, tmp_path / "out")
    assert done.code == exits.RULES_INVALID
    assert not (tmp_path / "out").exists()


def test_bytes_do_not_depend_on_the_process(rules, tmp_path):
    for seed in ("1", "2"):
        done = run_alone(
            "rules", "doc", "--rules", "rules", "-o", seed, "--profile", "contest",
            folder=tmp_path, environment={"PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": f"UTC+{seed}"},
        )  # fmt: skip
        assert done.code == exits.CONFORMS, done.error
    one, two = (
        {p.name: p.read_bytes() for p in (tmp_path / seed).iterdir()} for seed in ("1", "2")
    )
    assert one == two
