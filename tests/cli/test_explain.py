"""`explain` tells what a rule or an item asks, where it comes from and whose numbers it uses."""

import shutil

import pytest

from tests.cli.command import POOL_RULES, run


def explain(name, profile="everyday"):
    return run("explain", name, "--rules", POOL_RULES, "--profile", profile)


def test_a_rule():
    found = explain("YYC-0101-01")

    assert found.code == 0
    assert found.error == ""
    *head, check, source, resting = found.out.splitlines()[:7]
    assert head == [
        "YYC-0101-01  余氯合格",
        "  检查项    1.1 水质",
        "  能愿动词  应（规则集拟定）",
        "  要求      水样余氯应在限值之内。",
    ]
    assert check.startswith("  判据      本期水样中")
    assert "0.3 mg/L" in check
    assert "（差距在 5% 以内为基本符合）" in check
    assert source.startswith("  来源      条目来自 ")
    assert "（第二节 第 4 行第 1 句）" in source
    assert "依据是《示例泳池水质规范》草案，标准正文未取得" in resting
    first, *more = found.out.splitlines()[7:11]
    assert first == "  参数      余氯下限 0.3 mg/L，引用文件：示例水质限值表"
    assert [line.split()[0] for line in more] == ["余氯上限", "余氯合格水样占比下限", "容差"]
    assert found.out.splitlines()[11:] == [
        "  核验      数据核验",
        "  佐证      报告：水样记录 × 1（覆盖评价期）",
        "  权重      3（所在检查项共 40 分）",
        "  怎么改    超限的池子当天补加或稀释，再取一次样。",
    ]


def test_a_rule_in_small_letters():
    assert explain("yyc-0101-01") == explain("YYC-0101-01")


def test_an_item_with_all_its_rules():
    found = explain("1.1")

    assert found.code == 0
    assert found.out == f"{explain('YYC-0101-01').out}\n{explain('YYC-0101-02').out}"


def test_a_rule_that_was_compared_with_the_full_text_has_no_warning():
    assert "未核对" not in explain("YYC-0102-01").out


def test_a_profile_shows_in_level_and_value():
    assert "宜" in explain("YYC-0102-01", "contest").out
    assert "平均浊度上限 0.5 NTU" in explain("YYC-0101-02", "contest").out


@pytest.mark.parametrize(
    ("name", "near"),
    [("YYC-0101-11", "YYC-0101-01"), ("yyc-0201-1", "YYC-0201-01"), ("2.11", "2.1")],
)
def test_an_unknown_name_is_told_with_the_nearest(name, near):
    found = explain(name)

    assert found.code == 2
    assert found.bytes == b""
    assert f"没有规则或检查项“{name}”。是不是想查“{near}”？" in found.error


def test_an_unknown_name_like_no_other_is_told_plainly():
    assert explain("什么").error.endswith("没有规则或检查项“什么”。\n")


def test_an_item_that_does_not_exist_is_unknown():
    assert run("explain", "5.9").code == 2


def test_faulty_rules_are_told(tmp_path):
    assert run("explain", "1.1", "--rules", tmp_path).code == 4


def test_a_column_that_a_parameter_names_is_shown_by_its_label(tmp_path):
    rules = tmp_path / "rules"
    shutil.copytree(POOL_RULES, rules)
    file = rules / "1-water" / "1.1-clean" / "rules.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace(
        "parameters:\n",
        "parameters:\n  end: {title: 止点, default: taken_at, unit: column, choices: [taken_at], "
        "origin: own, source: 测试}\n",
    ).replace(
        "that: {chlorine:",
        "that: {elapsed: {from: taken_at, to: $end, at_most: {days: 1}}, chlorine:",
    )
    file.write_text(text, encoding="utf-8")

    found = run("explain", "YYC-0101-01", "--rules", rules, "--profile", "everyday")

    assert "止点 取样时间，" in found.out
    assert "taken_at" not in found.out
