"""The mutants of the rules for swimming pools, all of them, worked out by hand."""

import pytest

from checker.language.mentions import leaves
from checker.workbench.as_written import as_written, rule_data
from checker.workbench.mutation.envelope import envelope_mutants
from checker.workbench.mutation.inspection import mutant_place
from checker.workbench.mutation.mutants import mutants, sentence
from tests.workbench.pool_rules import SWIMMING, read

RULES = read(SWIMMING)
BOOK = as_written(RULES)
DATA = rule_data(RULES)

EXPECTED = {
    "YYC-0101-01": [
        "check.of:of=water_samples", "check.that:drop", "check.that.chlorine.at_least:drop",
        "check.that.chlorine.at_most:drop", "check.that.chlorine.at_least:param=chlorine_high",
        "check.that.chlorine.at_most:param=chlorine_low", "check.expect.at_least:at_most",
        "check.expect.at_least:param=tolerance", "check.expect.tolerance:drop",
        "check.when_empty:failed", "$chlorine_low:-0.01", "$chlorine_low:+0.01",
        "$chlorine_high:-0.01", "$chlorine_high:+0.01", "$chlorine_share_min:-1%",
        "$chlorine_share_min:+1%", "$tolerance:-1%", "$tolerance:+1%",
    ],
    "YYC-0101-02": [
        "check.of:of=water_samples", "check.expect.at_most:at_least", "check.when_empty:failed",
        "$turbidity_max:-0.01", "$turbidity_max:+0.01",
    ],
    "YYC-0102-01": [
        "check.all:any", "check.all.0:drop", "check.all.1:drop",
        "check.all.0.expect.at_least:at_most", "check.all.1.where:drop",
        "check.all.1.where.issued_on.within:last=12月", "check.all.1.required.0:drop=余氯",
        "check.all.1.required.1:drop=浊度", "check.all.1.required.2:drop=尿素",
        "check.all.1.required.3:drop=菌落总数", "check.all.1.required:add=其他", "check.all.1.expect.at_least:at_most",
        "check.all.1.expect.at_least:-25%",
        "$reports_per_month:+1",  # none a month is below its range
        "$times_per_item:-1", "$times_per_item:+1",
    ],
    "YYC-0201-01": [
        "check.that:drop", "check.that.related.of:of=lifeguards",
        "check.that.related.expect.at_least:at_most", "check.expect.at_least:at_most",
        "check.expect.at_least:-1%", "check.when_empty:inapplicable", "$guards_per_pool:-1",
        "$guards_per_pool:+1",
    ],
    "YYC-0202-01": [
        "applies_when:drop", "applies_when:invert", "check.numerator.where:drop",
        "check.numerator.where.date.within:last=12月", "check.denominator.where:drop",
        "check.denominator.where.date.within:last=12月", "check.expect.at_least:at_most",
        "check.when_empty:failed", "$fresh_water_min:-0.01", "$fresh_water_min:+0.01",
    ],
}  # fmt: skip

FRAMES = {
    "YYC-0101-01": ["level:value=recommendation", "weight:-1", "weight:+1"],
    "YYC-0101-02": ["level:value=recommendation", "weight:+1"],  # weight 1: none is no weight
    "YYC-0102-01": ["level:value=recommendation"],  # alone in its item: its weight shares nothing
    "YYC-0201-01": ["level:value=recommendation"],
    "YYC-0202-01": ["level:value=requirement"],
}


def rule_of(name):
    return next(rule for rule in BOOK.rules if rule.id == name)


def made(name):
    return mutants(rule_of(name), DATA[name], BOOK)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_mutants_of_a_rule_are_those_worked_out_by_hand(name):
    assert sorted(m.id for m in made(name)) == sorted(EXPECTED[name])


@pytest.mark.parametrize("name", FRAMES)
def test_the_mutants_of_level_and_weight_are_those_worked_out_by_hand(name):
    rule = rule_of(name)
    siblings = [r for r in BOOK.rules if r.item == rule.item]

    assert [m.id for m in envelope_mutants(rule, siblings)] == FRAMES[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_no_mutant_is_the_rule_itself_or_another_mutant(name):
    said = [(m.changed.check, m.changed.applies_when, m.parameter, m.value) for m in made(name)]

    assert len(set(said)) == len(said)
    assert (rule_of(name).check, rule_of(name).applies_when, "", None) not in said


@pytest.mark.parametrize("name", EXPECTED)
def test_only_one_thing_changes(name):
    """A mutant of a check leaves the values alone, one of a value the check."""
    for mutant in made(name):
        if mutant.parameter:
            assert mutant.changed == rule_of(name)
            assert mutant.values({"x": 1}) == {"x": 1, mutant.parameter: mutant.value}
        else:
            assert mutant.values({"x": 1}) == {"x": 1}


SENTENCES = {
    "check.all:any": "“且”“或”换了：“同时满足”变成“满足其一”",
    "check.all.1.where.issued_on.within:last=12月": (
        "时间范围换了：“签发日期在评价期内”变成“签发日期在评价日前 12 个月内”"
    ),
    "$times_per_item:+1": "参数值差一步：“每项不少于 4 份/年”变成“每项不少于 5 份/年”",
    "check.all.1.expect.at_least:-25%": "数值差一步：多出“，覆盖比例不少于 75%”",
}


@pytest.mark.parametrize("mutant", SENTENCES)
def test_a_mutant_says_what_it_changes(mutant):
    found = next(m for m in made("YYC-0102-01") if m.id == mutant)

    assert sentence(found, rule_of("YYC-0102-01"), BOOK) == SENTENCES[mutant]


def line_at(place):
    with open(place.file, encoding="utf-8") as file:  # noqa: PTH123 - the place is a plain name
        return file.read().split("\n")[place.line - 1][place.column - 1 :]


PLACES = {
    ("YYC-0102-01", "check.all.1.required.2:drop=尿素"): "尿素",
    ("YYC-0101-01", "check.expect.tolerance:drop"): "$tolerance",
    ("YYC-0101-01", "$chlorine_low:-0.01"): '"0.3"',
    ("YYC-0202-01", "applies_when:invert"): "{circulating: true}",
}


@pytest.mark.parametrize(("name", "mutant"), PLACES)
def test_a_mutant_stands_where_the_file_would_be_changed(name, mutant):
    found = next(m for m in made(name) if m.id == mutant)

    assert line_at(mutant_place(found, RULES)).startswith(PLACES[name, mutant])


def test_dropping_a_member_keeps_the_others_as_they_are():
    rule = rule_of("YYC-0102-01")
    first, second = leaves(rule.check)
    dropped = {m.id: list(leaves(m.changed.check)) for m in made(rule.id) if m.id.endswith("drop")}

    assert dropped["check.all.0:drop"] == [second]
    assert dropped["check.all.1:drop"] == [first]
