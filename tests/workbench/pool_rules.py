"""The rules for swimming pools in a folder of their own, with cases written for a test."""

from pathlib import Path
from shutil import copytree

from checker.workbench.rule_set import RuleSet, read_rule_set

SWIMMING = Path(__file__).resolve().parents[1] / "second_standard" / "rules"

HEAD = """\
given:
  period: {from: 2025-01-01, to: 2025-06-30}
  assessed_on: 2025-07-05
"""

GUARDED = "2-safety/2.1-guarded"
RENEWED = "2-safety/2.2-renewed"
CLEAN = "1-water/1.1-clean"
TESTED = "1-water/1.2-tested"

TWO_GUARDS = """\
- rule: YYC-0201-01
  name: 一池两人
  tables:
    pools: [{id: P1}]
    lifeguards: [{times: 2, id: "L{n}", pool_ids: [P1], certified_until: 2025-12-31}]
  expect: {outcome: passed, measured: "1"}
"""
ONE_GUARD = """\
- rule: YYC-0201-01
  name: 一池一人
  tables:
    pools: [{id: P1}]
    lifeguards: [{id: L1, pool_ids: [P1], certified_until: 2025-12-31}]
  expect: {outcome: failed, measured: "0", offending: [P1]}
"""
NO_POOL = """\
- rule: YYC-0201-01
  name: 一个池子也没有
  tables: {pools: none, lifeguards: none}
  expect: {outcome: failed}
"""
NOTHING_SAID = """\
- rule: YYC-0201-01
  name: 什么都没交
  expect: {outcome: cantTell, reason: not_submitted}
"""


def copied(folder: Path) -> Path:
    """The rules in a folder, without any case."""
    rules = copytree(SWIMMING, folder / "rules")
    for cases in rules.rglob("cases.yaml"):
        cases.unlink()
    return rules


def with_cases(rules: Path, item: str, text: str, worth: str = "") -> None:
    """Write the cases of one item."""
    (rules / item / "cases.yaml").write_text(f"{HEAD}{worth}cases:\n{text}", encoding="utf-8")


def declared(rules: Path, text: str) -> None:
    """Write what the keepers declare."""
    (rules / "workbench.yaml").write_text(text, encoding="utf-8")


def read(rules: Path, profile: str = "everyday") -> RuleSet:
    """The rules, read."""
    return read_rule_set(rules, profile)
