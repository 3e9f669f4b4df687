"""A rule set as it is written, before a profile lowers or moves anything: what cases speak of."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from checker.model.outcome import Level
from checker.model.rule import Rule, Rulebook
from checker.workbench.rule_set import RuleSet

Plain = Mapping[str, Any]


def rule_data(rules: RuleSet) -> dict[str, Plain]:
    """Return every rule as its file has it, by id."""
    files = (rules.documents[file] for file in rules.files.rule_files)
    return {rule["id"]: rule for document in files for rule in document.data["rules"]}


def as_written(rules: RuleSet) -> Rulebook:
    """Return the rulebook with levels, weights, points and parameter values as the files say.

    Rules that the profile switches off are absent.
    """
    data = rule_data(rules)
    return replace(
        rules.book,
        rules=tuple(_rule(rule, data[rule.id]) for rule in rules.book.rules),
        values={name: p.default for name, p in rules.book.parameters.items()},
    )


def item_points(rules: RuleSet) -> dict[str, int]:
    """Return the points of every item, by number."""
    chapters = rules.documents["standard.yaml"].data["chapters"]
    return {i["no"]: i["points"] for c in chapters for i in c.get("items", ())}


def _rule(rule: Rule, data: Plain) -> Rule:
    return replace(rule, level=Level(data["level"]), weight=data["weight"])
