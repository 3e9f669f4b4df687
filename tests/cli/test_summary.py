"""What the summary on the terminal tells beside the figures."""

import shutil

from tests.cli.command import POOL, POOL_RULES, run

RENEWED = "2-safety/2.2-renewed"


def summary(submission, rules=POOL_RULES):
    return run("check", submission, "--rules", rules, "--profile", "everyday").out


def test_an_item_without_rules_is_said_to_be_left_out(tmp_path):
    rules = shutil.copytree(POOL_RULES, tmp_path / "rules")
    shutil.rmtree(rules / RENEWED)

    (line,) = [li for li in summary(POOL / "clear", rules).splitlines() if "没有规则" in li]

    assert line.split() == ["未评价", "2.2", "共", "1", "项没有规则，没有评价；得分按其余各项折算"]


def test_nothing_is_said_of_items_left_out_where_every_item_has_rules():
    assert "未评价" not in summary(POOL / "clear")
