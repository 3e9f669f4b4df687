"""What holds of the rule set as a whole, whatever the single rules say."""

from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from checker.language import mentions
from checker.model.outcome import Basis
from checker.model.rule import Item, Rule, Rulebook
from checker.rulebook.files import load
from checker.workbench.cases import read_cases

RULES = Path(__file__).resolve().parents[2] / "rules"
BOOK = load(RULES, "longyou_practice")
CASES = read_cases(RULES)
ITEMS = [item for chapter in BOOK.standard.chapters for item in chapter.items]
RESERVED = [chapter for chapter in BOOK.standard.chapters if chapter.reserved]

LAST_LINE = 155
"""The line of the 编制说明 on which its date stands; there is nothing behind it."""

OUTCOMES = frozenset({"passed", "failed", "cantTell"})
"""What every rule must be seen to say."""


def used(book: Rulebook) -> set[str]:
    """The parameters that a rule, a population or a check of the data's quality mentions."""
    checks = (rule.check for rule in book.rules)
    conditions = (rule.applies_when for rule in book.rules)
    populations = book.dictionary.populations.values()
    nodes = chain(checks, conditions, populations, book.quality)
    return {name for node in nodes for name in mentions.parameters(node)}


def number(item: Item) -> str:
    """The digits with which the ids of an item's rules begin: 0710 of 7.10."""
    chapter, place = item.no.split(".")
    return f"{int(chapter):02}{int(place):02}"


def test_there_are_38_items_of_1000_points() -> None:
    """The content list of the 编制说明 is complete, and its points are the whole."""
    assert len(ITEMS) == 38
    assert sum(item.points for item in ITEMS) == BOOK.acceptance.total == 1000


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.no)
def test_an_item_has_at_least_three_rules(item: Item) -> None:
    """No item of the content list is passed over."""
    assert sum(rule.item == item.no for rule in BOOK.rules) >= 3


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.no)
def test_the_rules_of_an_item_are_numbered_without_gaps(item: Item) -> None:
    """An id tells the item, and a missing number would be a rule that was lost."""
    ids = sorted(rule.id for rule in BOOK.rules if rule.item == item.no)
    wanted = [f"{BOOK.standard.id}-{number(item)}-{n:02}" for n in range(1, len(ids) + 1)]
    assert ids == wanted


def test_ids_are_unique() -> None:
    """An id names one rule."""
    ids = Counter(rule.id for rule in BOOK.rules)
    assert [name for name, times in ids.items() if times > 1] == []


def test_the_reserved_chapter_has_no_rule() -> None:
    """Nothing is invented for a chapter of which only the name is known."""
    assert [chapter.no for chapter in RESERVED] == ["econ"]
    assert all(not chapter.items for chapter in RESERVED)
    assert {rule.item for rule in BOOK.rules} <= {item.no for item in ITEMS}


def test_every_parameter_is_used() -> None:
    """A parameter that no check reads promises a choice that is none."""
    assert set(BOOK.parameters) - used(BOOK) == set()


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_a_rule_shows_where_it_comes_from(rule: Rule) -> None:
    """What the 编制说明 is said to state or to tell stands in a line that it has."""
    source = rule.source
    if {source.topic_basis, source.content_basis} & {Basis.STATED, Basis.PRACTICE}:
        assert source.seed
    assert all(1 <= place.line <= LAST_LINE for place in source.seed)
    if source.content_basis is Basis.REFERENCED:
        assert source.references


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_a_rule_claims_no_clause_of_the_standard(rule: Rule) -> None:
    """The full text has not been seen."""
    assert rule.source.clause_no is None
    assert rule.source.full_text_verified is False


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_a_rule_has_cases_on_every_side(rule: Rule) -> None:
    """At least eight, and among them one that passes, one that fails, one that cannot be told."""
    outcomes = [c.shape.expect.outcome for c in CASES if c.shape.rule == rule.id]
    assert len(outcomes) >= 8
    assert set(outcomes) >= OUTCOMES


def test_every_case_belongs_to_a_rule() -> None:
    """A case of a rule that is gone tests nothing."""
    assert {c.shape.rule for c in CASES} <= {rule.id for rule in BOOK.rules}


@pytest.mark.parametrize("choice", BOOK.acceptance.conclusions, ids=lambda choice: choice.id)
def test_what_a_conclusion_means_names_the_shares_it_requires(choice):
    wanted = choice.requires
    shares = (wanted.score, wanted.every_chapter, wanted.missing_requirements)

    for share in shares:
        assert share is None or f"{float(share):.0%}" in choice.meaning
