"""`verify` judges the submission again and says whether the result is what comes of it."""

import json
import shutil

import pytest

from tests.cli.command import POOL, POOL_RULES, run

RULES = ("--rules", POOL_RULES)


@pytest.fixture
def made(tmp_path):
    """A submission and the result that was made of it, with another day and profile."""
    shutil.copytree(POOL / "murky", tmp_path / "in")
    run(
        "check", tmp_path / "in", *RULES, "--profile", "contest", "--as-of", "2026-03-01",
        "-o", tmp_path, "-f", "json",
    )  # fmt: skip
    return tmp_path / "in", tmp_path / "result.json"


def change(result, **values):
    document = json.loads(result.read_text(encoding="utf-8"))
    result.write_text(json.dumps({**document, **values}), encoding="utf-8")


def test_what_was_made_of_the_submission_is_the_same_without_a_word_on_profile_or_day(made):
    submission, result = made

    found = run("verify", result, submission, *RULES)

    assert (found.code, found.error) == (0, "")
    assert found.out.startswith("一致")
    assert json.loads(result.read_text(encoding="utf-8"))["report_no"] in found.out


def test_a_change_that_contradicts_nothing_is_found_too(made):
    submission, result = made
    document = json.loads(result.read_text(encoding="utf-8"))
    facts = [{**f, "text": "别的游泳池"} if f["text"] == document["subject"] else f
             for f in document["facts"]]  # fmt: skip
    change(result, subject="别的游泳池", facts=facts, notes="改过的说明")

    told = run("report", result, "-f", "json")
    found = run("verify", result, submission, *RULES)

    assert told.code != 5  # a result is no seal
    assert found.code == 6
    assert "不一致：有 3 处" in found.error
    assert "result.json subject" in found.error
    assert "别的游泳池" in found.error
    assert "result.json notes" in found.error


@pytest.mark.parametrize("how", ["changed", "added", "removed"])
def test_another_submission_is_told_by_its_files(made, how):
    submission, result = made
    known = sorted(p.name for p in submission.iterdir())
    if how == "changed":
        path = next(p for p in submission.iterdir() if p.name.startswith("submission"))
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        said = f"{path.name} 的内容不同"
    elif how == "added":
        document = json.loads(result.read_text(encoding="utf-8"))
        change(result, files=document["files"][1:])
        said = f"多了 {document['files'][0]['path']}"
    else:
        document = json.loads(result.read_text(encoding="utf-8"))
        change(result, files=[*document["files"], {"path": "zz.csv", "sha256": "0" * 64}])
        said = "少了 zz.csv"

    found = run("verify", result, submission, *RULES)

    assert known
    assert found.code == 6
    assert said in found.error


def test_another_rule_set_or_program_is_told_as_such_and_nothing_else(made):
    submission, result = made
    document = json.loads(result.read_text(encoding="utf-8"))
    change(result, program="0.0.1", rulebook={**document["rulebook"], "digest": "0" * 64})

    found = run("verify", result, submission, *RULES)

    assert found.code == 6
    assert "结果由 0.0.1 版写出" in found.error
    assert "摘要 000000000000" in found.error
    assert "应当是" not in found.error


def test_what_is_no_result_is_refused(made):
    submission, result = made
    result.write_text("{}", encoding="utf-8")

    assert run("verify", result, submission, *RULES).code == 5


class TestReport:
    """No report is drawn from a result that contradicts itself."""

    def test_nothing_is_written_and_every_contradiction_is_told(self, made, tmp_path):
        _, result = made
        document = json.loads(result.read_text(encoding="utf-8"))
        conclusion = {**document["conclusion"], "conforms": True, "grade": "清澈"}
        change(result, conclusion=conclusion, report_no="YYC-1")

        found = run("report", result, "-o", tmp_path / "out", "-f", "html", "-f", "json")

        assert found.code == 5
        assert not (tmp_path / "out").exists()
        for place in ("conclusion.conforms", "conclusion.grade", "report_no"):
            assert f"result.json {place}" in found.error

    def test_another_form_is_one_problem(self, made):
        _, result = made
        change(result, schema_version=1, program="0.0.1")

        found = run("report", result)

        assert found.code == 5
        assert "有 1 处问题" in found.error
        assert "由 0.0.1 版程序按第 1 版格式写出" in found.error
        assert "重新评价" in found.error
