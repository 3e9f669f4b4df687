"""`checker rules diff` as it is called: versions by name, forms, exit codes."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import POOL, POOL_RULES, ROOT, run, run_alone
from tests.rulebook.copies import GUARDED, RENEWED, TESTED, WATER

EVERYDAY = ("--profile", "everyday")


def git(folder, *arguments):
    done = subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false",
         "-c", "commit.gpgsign=false", *arguments],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    return done.stdout.decode()


def edit(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def copy(tmp_path):
    """A copy of the rules for swimming pools."""
    return Path(shutil.copytree(POOL_RULES, tmp_path / "pools"))


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """Two commits of the rules: v1, then four reports a year became three; its folder is worked in."""
    top = tmp_path / "repository"
    shutil.copytree(POOL_RULES, top / "rules")
    (top / "schemas").mkdir()
    (top / "rules" / "dictionary.yaml").rename(top / "schemas" / "submission.yaml")
    (top / ".gitattributes").write_text("*.yaml export-ignore\n", encoding="utf-8")
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "one")
    git(top, "tag", "v1")
    edit(top, f"rules/{TESTED}", "default: 4, unit: count/年", "default: 3, unit: count/年")
    git(top, "commit", "-q", "-a", "-m", "two")
    monkeypatch.chdir(top)
    return top


def diff(*arguments):
    return run("rules", "diff", *arguments)


class TestFolders:
    def test_a_version_and_itself_differ_in_nothing(self):
        found = diff(POOL_RULES, POOL_RULES, *EVERYDAY, "--impact", POOL)
        assert found.code == 0
        assert "两个版本没有差别" in found.out
        assert "2 份不变" in found.out

    def test_words_alone_are_told_and_make_no_difference(self, copy):
        edit(copy, WATER, "平均浊度应不高于限值。", "平均浊度应低于限值。")
        found = diff(POOL_RULES, copy, *EVERYDAY, "--impact", POOL)
        assert found.code == 0
        assert "只改了文字，共 1 处" in found.out

    def test_a_higher_threshold_is_stronger_and_hits_who_stands_on_it(self, copy):
        edit(copy, WATER, 'default: "95%"', 'default: "96%"')
        found = diff(POOL_RULES, copy, *EVERYDAY, "--impact", POOL)
        assert found.code == 1
        assert "规则：收紧 1 条。" in found.out
        assert "没能排除" not in found.out
        assert "总分 100.0 → 85.0；等级 清澈 → 尚可" in found.out
        assert "例证" in found.out

    @pytest.mark.parametrize(
        ("fail_on", "code"), [("any", 1), ("stronger", 0), ("impact", 0), ("none", 0)]
    )
    def test_what_fails_is_for_the_caller_to_say(self, copy, fail_on, code):
        edit(copy, TESTED, "default: 4, unit: count/年", "default: 3, unit: count/年")  # weaker
        found = diff(POOL_RULES, copy, *EVERYDAY, "--impact", POOL, "--fail-on", fail_on)
        assert "放宽 1 条" in found.out
        assert found.code == code

    def test_witnesses_are_submissions_that_come_out_otherwise(self, copy, tmp_path):
        edit(copy, GUARDED, "default: 2, unit: count", "default: 3, unit: count")
        found = diff(POOL_RULES, copy, *EVERYDAY, "--witness", tmp_path / "w")
        assert "写了 1 份例证" in found.error
        file = tmp_path / "w" / "YYC-0201-01-worse.yaml"
        outcomes = []
        for rules in (POOL_RULES, copy):
            judged = run("check", file, "--rules", rules, *EVERYDAY, "-f", "json")
            (one,) = [f for f in json.loads(judged.out)["findings"] if f["rule"] == "YYC-0201-01"]
            outcomes.append(one["data_outcome"])
        assert outcomes == ["passed", "failed"]

    def test_what_the_new_version_refuses_is_an_impact(self, copy):
        edit(copy, "dictionary.yaml", "菌落总数, 其他]", "菌落总数]")
        found = diff(POOL_RULES, copy, *EVERYDAY, "--impact", POOL, "--fail-on", "impact")
        assert found.code == 1
        assert "新版读不了，有 2 处问题" in found.out

    def test_many_submissions_are_judged_side_by_side_and_told_in_order(self, copy, tmp_path):
        for number in range(20):
            shutil.copytree(POOL / "clear", tmp_path / "many" / f"s{number:02}")
        edit(copy, WATER, "weight: 3", "weight: 2")
        edit(copy, RENEWED, 'default: "0.04"', 'default: "0.05"')
        found = run_alone(
            "rules",
            "diff",
            POOL_RULES,
            copy,
            *EVERYDAY,
            "--impact",
            tmp_path / "many",
            "-f",
            "json",
        )
        impact = json.loads(found.out)["figures"]["impact"]
        assert [Path(r["submission"]).name for r in impact] == [f"s{n:02}" for n in range(20)]
        assert {r["new"]["points"][0] for r in impact} == {"85.0"}


class TestRevisions:
    def test_a_revision_is_compared_with_the_folder_that_is_worked_in(self, repository):
        found = diff("v1", "--rules", "rules", *EVERYDAY)
        assert found.code == 1
        assert "规则集比较：v1 → rules" in found.out
        assert "times_per_item 每项检验次数下限，取值：4/年 → 3/年" in found.out

    @pytest.mark.parametrize("old", ["HEAD~1", "v1", "main~1", "v1:rules", "v1:./rules"])
    @pytest.mark.parametrize("new", ["HEAD", "main:rules", "rules"])
    def test_versions_have_many_names(self, repository, old, new):
        found = diff(old, new, "--rules", "rules", *EVERYDAY, "-f", "json")
        data = json.loads(found.out)["figures"]
        assert (data["old"]["name"], data["new"]["name"]) == (old, new)
        assert data["summary"]["rules"]["weaker"] == 1
        (change,) = data["changes"]
        assert change["old_place"] == f"{old.partition(':')[0]}:rules/{TESTED}:4:46"

    def test_equal_revisions_differ_in_nothing(self, repository):
        assert diff("HEAD", "main", "--rules", "rules", *EVERYDAY).code == 0

    def test_what_is_not_committed_counts_in_the_folder_and_not_in_the_revision(self, repository):
        edit(repository, f"rules/{WATER}", "weight: 3", "weight: 2")
        assert "权重：3 → 2" in diff("HEAD", "--rules", "rules", *EVERYDAY).out
        assert diff("HEAD", "HEAD", "--rules", "rules", *EVERYDAY).code == 0

    def test_the_working_tree_is_left_alone(self, repository):
        edit(repository, f"rules/{WATER}", "weight: 3", "weight: 2")
        (repository / "new.txt").write_text("x", encoding="utf-8")
        before = git(repository, "status", "--porcelain"), git(repository, "stash", "list")
        diff("v1", "HEAD", "--rules", "rules", *EVERYDAY)
        assert (
            git(repository, "status", "--porcelain"),
            git(repository, "stash", "list"),
        ) == before

    def test_the_dictionary_beside_the_rules_comes_from_the_same_revision(self, repository):
        edit(repository, "schemas/submission.yaml", "label: 池名", "label: 泳池名")
        found = diff("HEAD", "--rules", "rules", *EVERYDAY)
        assert "池名 → 泳池名" in found.out
        assert found.code == 0

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("v2", "是不是 v1？"),
            ("mian", "是不是 main？"),
            ("v1:rulse", "版本“v1”里没有“rulse”目录"),
            ("rulse", "没有“rulse”这个目录"),
        ],
    )
    def test_an_unknown_version_is_a_fault_of_the_call_and_the_nearest_are_named(
        self, repository, name, said
    ):
        found = diff(name, "--rules", "rules", *EVERYDAY)
        assert found.code == 2
        assert said in found.error

    def test_outside_of_a_repository_a_revision_has_no_meaning(self, copy, monkeypatch):
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(copy.parent))
        found = diff("v1", "--rules", copy, *EVERYDAY)
        assert found.code == 2
        assert "不在 git 版本库里" in found.error

    def test_options_of_git_are_no_versions(self, repository):
        found = diff("--", "--all", "--rules")
        assert found.code == 2

    @pytest.mark.parametrize("form", ["json", "html"])
    def test_the_same_call_gives_the_same_bytes(self, repository, form):
        arguments = ("v1", "--rules", "rules", *EVERYDAY, "--impact", POOL, "-f", form)
        first, second = (
            run_alone(
                "rules", "diff", *arguments, folder=repository, environment={"PYTHONHASHSEED": seed}
            )
            for seed in "12"
        )
        assert first.code == second.code == 1
        assert first.bytes == second.bytes

    @pytest.mark.parametrize("form", ["sarif", "junit", "github", "markdown", "html", "text"])
    def test_no_form_names_the_folder_into_which_a_revision_was_read(self, repository, form):
        found = diff("v1", "HEAD", "--rules", "rules", *EVERYDAY, "-f", form)
        assert found.code == 1
        assert "/tmp" not in found.out


class TestFaults:
    def test_all_faults_of_both_versions_are_told_with_whose_they_are(self, copy, tmp_path):
        other = Path(shutil.copytree(copy, tmp_path / "other"))
        edit(copy, WATER, "$turbidity_max}}", "$turbidity_mix}}")
        edit(other, GUARDED, "of: certified_lifeguards", "of: certified_lifegards")
        edit(other, RENEWED, "weight: 1", "weight: 9")
        found = diff(copy, other, *EVERYDAY)
        assert found.code == 4
        assert found.out.count("旧版（") == 1
        assert found.out.count("新版（") == 2
        assert "turbidity_mix" in found.out

    def test_a_fault_in_a_revision_stands_in_that_revision(self, repository):
        edit(repository, f"rules/{WATER}", "$turbidity_max}}", "$turbidity_mix}}")
        git(repository, "commit", "-q", "-a", "-m", "three")
        git(repository, "checkout", "-q", "v1")
        found = diff("main", "--rules", "rules", *EVERYDAY)
        assert found.code == 4
        assert f"main:rules/{WATER}:" in found.out

    @pytest.mark.parametrize("form", ["json", "sarif", "markdown", "html"])
    def test_a_faulty_version_is_told_in_every_form(self, copy, form):
        edit(copy, WATER, "weight: 3", "weight: 9")
        assert diff(POOL_RULES, copy, *EVERYDAY, "-f", form).code == 4

    def test_submissions_that_are_not_there_are_a_fault_of_the_call(self, copy, tmp_path):
        (tmp_path / "empty").mkdir()
        for folder, said in (
            (tmp_path / "nowhere", "没法回放"),
            (tmp_path / "empty", "没有申报资料"),
        ):
            found = diff(POOL_RULES, copy, *EVERYDAY, "--impact", folder)
            assert found.code == 2
            assert said in found.error

    def test_to_fail_on_impact_needs_submissions(self, copy):
        found = diff(POOL_RULES, copy, *EVERYDAY, "--fail-on", "impact")
        assert found.code == 2
        assert "--impact" in found.error


def test_the_page_goes_to_a_file(copy, tmp_path):
    edit(copy, WATER, 'default: "95%"', 'default: "96%"')
    found = diff(POOL_RULES, copy, *EVERYDAY, "-f", "html", "-o", tmp_path / "diff.html")
    assert found.code == 1
    assert (tmp_path / "diff.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_rules_that_come_with_the_program_are_the_new_version_by_default(monkeypatch):
    monkeypatch.chdir(ROOT)
    found = diff("rules")
    assert found.code == 0
    assert "规则集比较：rules → rules（评价方案 generic）" in found.out
