"""Every case beside the rules comes out as it says, and none says too little."""

from pathlib import Path

import pytest

from checker.workbench.choice import Choice
from checker.workbench.rule_set import read_rule_set
from checker.workbench.testing.inspection import inspect

RULES = Path(__file__).resolve().parents[3] / "rules"


@pytest.mark.parametrize("profile", ["generic", "longyou_practice"])
def test_every_case_comes_out_as_it_says(profile):
    found = inspect(read_rule_set(RULES, profile), Choice())

    assert [(str(d.place), d.check, d.message) for d in found.counting] == []
    assert found.figures["held"] == found.figures["cases"] > 2000


def test_every_rule_has_its_worth_stated():
    rules = read_rule_set(RULES)
    documents = {case.document.file: case.document for case in rules.cases}
    said = {rule for document in documents.values() for rule in document.data["worth"]}

    assert said == {rule.id for rule in rules.book.rules}
