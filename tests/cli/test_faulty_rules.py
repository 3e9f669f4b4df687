"""A faulty rule set, through the real command: code 4, every fault at once, each with its line."""

import shutil

import pytest

from tests.cli.command import POOL, ROOT, RULES, run

ITEM = {
    "4.1": "4-basic-requirements/4.1-party-organisation/rules.yaml",
    "5.2": "5-community-building/5.2-organisation-and-staff/rules.yaml",
    "5.3": "5-community-building/5.3-digitalisation/rules.yaml",
    "6.5": "6-community-governance/6.5-emergency-management/rules.yaml",
    "7.8": "7-enterprise-services/7.8-technical-renovation/rules.yaml",
    "9.3": "9-evaluation-and-improvement/9.3-four-dimension-appraisal/rules.yaml",
}

# file, what stands there (its first place), what is planted, words that must be said
PLANTED = {
    "unknown measure": (
        ITEM["6.5"], "measure: time_covered", "measure: time_coverd", "没有叫“time_coverd”的度量"
    ),
    "unknown column": (
        ITEM["5.3"], "{closed_at: {present: true}}", "{closd_at: {present: true}}",
        "《诉求工单》没有“closd_at”这一列",
    ),
    "wrong unit": (
        ITEM["5.2"], "at_least: $grid_size_pass_ratio", "at_least: $grid_review_months",
        "参数“$grid_review_months”的单位是“月”",
    ),
    "duplicate rule id": (ITEM["5.3"], "id: QYSQ-0503-02", "id: QYSQ-0503-01", "已经用过"),
    "unknown parameter": (
        ITEM["7.8"], "at_least: $device_file_cover_min", "at_least: $device_file_covr_min",
        "没有定义参数“$device_file_covr_min”",
    ),
    "unknown key": (ITEM["4.1"], "  remedy: ", "  remdy: ", "这里没有“remdy”这一项"),
    "bad enum literal": (
        ITEM["9.3"], "[评价准备, 指标体系", "[评价准备工作, 指标体系", "没有这个取值"
    ),
    "dangling reference id": (
        ITEM["9.3"], "references: [gbt-36733]", "references: [gbt-36773]",
        "references.yaml 里没有“gbt-36773”",
    ),
    "item points not adding up": (
        "standard.yaml", "title: 组织建设, points: 45", "title: 组织建设, points: 44",
        "各检查项分值合计 999 分，不等于总分 1000 分",
    ),
}  # fmt: skip


@pytest.fixture
def rules(tmp_path):
    """A copy of the rules that come along, with the dictionary beside them."""
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    return shutil.copytree(RULES, tmp_path / "rules")


def plant(rules, name):
    """Plant a fault and return its file and line."""
    file, old, new, _ = PLANTED[name]
    path = rules / file
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return f"{path}:{text[: text.index(old)].count(chr(10)) + 1}:"


def check(rules):
    return run("check", POOL / "clear", "--rules", rules, "--profile", "longyou_practice")


@pytest.mark.parametrize("name", PLANTED)
def test_a_fault_is_told_with_its_line(rules, name):
    place = plant(rules, name)

    found = check(rules)

    assert found.code == 4
    assert found.bytes == b""
    if name == "item points not adding up":  # all of them together do not; told at their head
        assert found.problems[0].startswith(f"{rules / 'standard.yaml'}:")
    else:
        assert any(p.startswith(place) for p in found.problems), found.error
    assert PLANTED[name][3] in found.error
    assert "Traceback" not in found.error


def test_all_faults_are_told_at_once(rules):
    # an unknown key makes a file's other rules unreadable, so it comes alone
    names = [n for n in PLANTED if n != "unknown key"]
    places = [plant(rules, name) for name in names]

    found = check(rules)

    assert found.code == 4
    assert found.error.startswith(f"规则集有 {len(names)} 处错误，没有评价\n")
    assert len(found.problems) == len(names)
    for name in names:
        assert PLANTED[name][3] in found.error
    for place in places[:-1]:
        assert any(p.startswith(place) for p in found.problems)
    files = [p.split(":")[0] for p in found.problems]
    assert files == sorted(files)


def test_the_copy_itself_has_no_fault(rules):
    assert run("explain", "4.1", "--rules", rules).code == 0
