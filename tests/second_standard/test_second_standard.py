"""
A standard of another domain, rules for swimming pools, is judged without any Python of its own.

Everything expected here was worked out by hand from the files in `rules/` and `submissions/`.
"""

import json
import re
import subprocess

import pytest

from checker.rulebook.files import load
from checker.workbench.cases import read_cases
from checker.workbench.cases import run as run_case
from tests.cli.command import POOL, POOL_RULES, check_pool, run, run_alone
from tests.properties.test_no_domain_words import FOREIGN

CASES = read_cases(POOL_RULES)


def result(submission, *arguments, profile="everyday"):
    found = check_pool(POOL / submission, "-f", "json", *arguments, profile=profile)
    return found.code, json.loads(found.out)


def outcomes(made):
    return {f["rule"]: f["outcome"] for f in made["findings"]}


def finding(made, rule):
    return next(f for f in made["findings"] if f["rule"] == rule)


def values(made, rule):
    return [(m["value"]["low"], m["value"]["high"]) for m in finding(made, rule)["measured"]]


def test_the_standard_brings_no_python():
    assert not list(POOL_RULES.rglob("*.py"))


def test_a_submission_on_its_limits_conforms():
    code, made = result("clear")

    assert code == 0
    assert set(outcomes(made).values()) == {"passed"}
    assert values(made, "YYC-0101-01") == [("19/20", "19/20")]  # W7 alone is over 1.0
    assert values(made, "YYC-0101-02") == [("3/5", "3/5")]  # ten times 0.5, ten times 0.7
    assert values(made, "YYC-0102-01") == [("1", "1"), ("1", "1")]
    assert values(made, "YYC-0201-01") == [("1", "1")]  # L1 on its last day counts, L4 does not
    assert values(made, "YYC-0202-01") == [("1/25", "1/25")]  # 400 m3 for 10 000 swimmers
    assert made["points"] == {"worst": "100", "best": "100", "maximum": "100"}
    assert made["conclusion"]["title"] == "可以开放"
    assert made["conclusion"]["grade"] == "清澈"


def test_what_lacks_leaves_an_interval_and_the_conclusion_is_drawn_all_the_same():
    code, made = result("murky")

    assert code == 1
    assert outcomes(made) == {
        "YYC-0101-01": "failed",  # 9 of 10: inside the tolerance of 5 %
        "YYC-0101-02": "cantTell",  # one blank turbidity
        "YYC-0102-01": "failed",  # no report in March
        "YYC-0201-01": "cantTell",  # no list of lifeguards
        "YYC-0202-01": "inapplicable",  # the water does not circulate
    }
    assert finding(made, "YYC-0101-01")["near"]
    assert [r["id"] for r in finding(made, "YYC-0101-01")["measured"][0]["offending"]] == ["W4"]
    assert values(made, "YYC-0101-02") == [("9/20", "209/20")]  # (4.5 + 0 … 100) / 10
    assert values(made, "YYC-0102-01") == [("0", "0"), ("1", "1")]
    assert finding(made, "YYC-0102-01")["severity"] == "major"
    # of six months only the one that is short is named
    assert finding(made, "YYC-0102-01")["measured"][0]["details"] == ["2025 年 3 月 0 份"]
    assert finding(made, "YYC-0201-01")["reason"] == "not_submitted"
    assert finding(made, "YYC-0202-01")["reason"] == "condition_not_met"
    # 1.1: 30 halved, and 0 … 10; 1.2: 0 of 20; 2.1 alone carries the 40 of its chapter
    assert made["points"] == {"worst": "15", "best": "65", "maximum": "100"}
    # 2.2 failed: chapter 2 is 0 … 25
    assert made["points_without_declared"] == {"worst": "15", "best": "50", "maximum": "100"}
    assert made["conclusion"]["title"] == "自查应当暂停开放"
    assert made["conclusion"]["possible_grades"] == ["尚可", "浑浊"]
    assert made["gaps"] == ["YYC-0201-01", "YYC-0102-01", "YYC-0101-01", "YYC-0101-02"]


def test_a_profile_changes_levels_parameters_and_vetoes():
    code, made = result("clear", profile="contest")

    assert code == 0
    assert outcomes(made)["YYC-0101-02"] == "failed"  # 0.6 against 0.5
    assert finding(made, "YYC-0102-01")["level"] == "recommendation"
    assert made["scheme"]["enabled_vetoes"] == ["YYC-0201-01"]
    assert made["points"] == {"worst": "90", "best": "90", "maximum": "100"}
    kinds = [d["kind"] for d in made["rulebook"]["differences"]]
    assert sorted(kinds) == ["level", "parameter", "veto"]


def test_the_crosswalk_gives_a_rule_its_clause():
    _, made = result("clear")

    assert finding(made, "YYC-0102-01")["clause_no"] == "5.2"
    assert finding(made, "YYC-0102-01")["full_text_verified"]
    assert not finding(made, "YYC-0101-01")["full_text_verified"]


@pytest.mark.parametrize("case", CASES, ids=[c.shape.name for c in CASES])
def test_its_cases_run(case):
    assert not run_case(case, load(POOL_RULES, "everyday")).faults


def test_a_rule_is_explained_in_its_own_words():
    found = run("explain", "YYC-0202-01", "--rules", POOL_RULES, "--profile", "everyday")

    assert found.code == 0
    assert "补充新水合计" in found.out
    assert "0.04 m3/人次" in found.out


def test_the_html_report_speaks_of_pools_only(tmp_path):
    found = check_pool(POOL / "murky", "-o", tmp_path, "-f", "html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    text = re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL)

    assert found.code == 1
    assert "示例浑水游泳池" in text
    assert "游离余氯" in text
    assert not FOREIGN.findall(text)


@pytest.mark.slow
def test_the_pdf_report_speaks_of_pools_only(tmp_path):
    rules = ("--rules", POOL_RULES, "--profile", "everyday")
    found = run_alone("check", POOL / "clear", *rules, "-o", tmp_path, "-f", "pdf")
    told = ["pdftotext", "-layout", str(tmp_path / "report.pdf"), "-"]
    text = subprocess.run(told, check=True, capture_output=True, text=True).stdout

    assert found.code == 0
    assert "示例清泉游泳馆" in text
    assert "可以开放" in text
    assert not FOREIGN.findall(text)
