"""What the solver proves of two versions: every witness is judged by the engine under both."""

import pytest

from checker.model.outcome import Possible
from checker.workbench.comparison.meaning import Relation, Turn, flip
from checker.workbench.comparison.meanings import meaning, to_compare
from checker.workbench.comparison.proving import asking
from tests.rulebook.copies import GUARDED, RENEWED, TESTED, WATER
from tests.workbench.comparison.pools import DICTIONARY, PARAMETERS

MET, NEAR, MISSED, EMPTY = Possible.MET, Possible.NEAR, Possible.MISSED, Possible.EMPTY

RANGE = "that: {chlorine: {at_least: $chlorine_low, at_most: $chlorine_high}}"
LINKED = "related: {measure: count, of: certified_lifeguards, by: pool_ids, expect: {at_least: $guards_per_pool}}"
WHERE = "      where: {issued_on: {within: period}}\n"

CHANGES = {
    "a share that rises": ([(WATER, 'default: "95%"', 'default: "96%"')], "YYC-0101-01", Relation.STRONGER),
    "a wider range": ([(WATER, 'default: "0.3"', 'default: "0.2"')], "YYC-0101-01", Relation.WEAKER),
    "a range that moves": (
        [(WATER, 'default: "0.3"', 'default: "0.4"'), (WATER, 'default: "1.0"', 'default: "1.2"')],
        "YYC-0101-01", Relation.DIFFERENT,
    ),
    "a smaller tolerance": ([(PARAMETERS, 'default: "5%"', 'default: "4%"')], "YYC-0101-01", Relation.STRONGER),
    "a side of the range that is dropped": (
        [(WATER, RANGE, "that: {chlorine: {at_most: $chlorine_high}}"), (WATER, "  chlorine_low: {title: 余氯下限, default: \"0.3\", unit: mg/L, min: \"0.1\", max: \"1\", origin: referenced, source: 示例水质限值表}\n", "")],
        "YYC-0101-01", Relation.WEAKER,
    ),
    "any for all": ([(TESTED, "    all:\n", "    any:\n")], "YYC-0102-01", Relation.WEAKER),
    "a where that is dropped": ([(TESTED, WHERE, "")], "YYC-0102-01", Relation.WEAKER),
    "quarters for months": (
        [(TESTED, "each: month", "each: quarter"), (TESTED, "unit: count/月", "unit: count/季")],
        "YYC-0102-01", Relation.WEAKER,
    ),
    "four times a year for three": (
        [(TESTED, "default: 4, unit: count/年", "default: 3, unit: count/年")],
        "YYC-0102-01", Relation.WEAKER,
    ),
    "one more guard": ([(GUARDED, "default: 2, unit: count", "default: 3, unit: count")], "YYC-0201-01", Relation.STRONGER),
    "no pool at all is fine": ([(GUARDED, "    when_empty: failed\n", "")], "YYC-0201-01", Relation.WEAKER),
    "everybody is asked": ([(RENEWED, "  applies_when: {circulating: true}\n", "")], "YYC-0202-01", Relation.STRONGER),
    "others are asked": ([(RENEWED, "{circulating: true}", "{circulating: false}")], "YYC-0202-01", Relation.DIFFERENT),
    "uncertified guards count": (
        [(GUARDED, "of: certified_lifeguards", "of: lifeguards")], "YYC-0201-01", Relation.WEAKER,
    ),
    "a population of its own that is the same": (
        [(WATER, "measure: mean, of: samples_of_period, value", "measure: mean, of: water_samples, where: {taken_at: {within: period}}, value")],
        "YYC-0101-02", Relation.EQUAL,
    ),
    "one in a list of one": (
        [(WATER, RANGE, "that: {all: [{chlorine: {at_least: $chlorine_low}}, {chlorine: {at_most: $chlorine_high}}]}")],
        "YYC-0101-01", Relation.EQUAL,
    ),
    "fewer bounds of a column": ([(DICTIONARY, 'max: "100", unit: NTU', 'max: "90", unit: NTU')], "YYC-0101-02", Relation.EQUAL),
}  # fmt: skip

MIRROR = {Relation.STRONGER: Relation.WEAKER, Relation.WEAKER: Relation.STRONGER}


def compared(old, new, changed):
    return {
        m.rule: m
        for was, now in to_compare(old, new, changed)
        if (m := meaning(was, now, old, new, asking))
    }


@pytest.mark.parametrize(("edits", "rule", "relation"), CHANGES.values(), ids=CHANGES.keys())
def test_a_change_of_a_rule_is_what_it_is_by_thought_and_the_mirror_of_going_back(
    pools, edits, rule, relation
):
    for edit in edits:
        pools.edit(*edit)
    old, new = pools.old, pools.new
    there = compared(old, new, pools.changes())
    back = compared(new, old, pools.backwards())
    assert there.keys() == back.keys() == {rule}
    assert (there[rule].relation, there[rule].open) == (relation, ())
    assert (back[rule].relation, back[rule].open) == (MIRROR.get(relation, relation), ())
    pair = (old.rules.rule(rule), old.book), (new.rules.rule(rule), new.book)
    for one in there[rule].flips:
        shown = flip(one.data, *pair)
        assert shown
        assert (shown.turn, shown.old, shown.new) == (one.turn, one.old, one.new)


def test_a_threshold_is_shown_by_a_submission_that_stands_between_old_and_new(pools):
    """Nothing smaller than 20 samples can be 95 % right: 19 of 20."""
    pools.edit(WATER, 'default: "95%"', 'default: "96%"')
    (one,) = compared(pools.old, pools.new, pools.changes()).values()
    shown = {f.turn: f for f in one.flips}
    assert set(shown) == {Turn.WORSE}
    assert (shown[Turn.WORSE].old, shown[Turn.WORSE].new) in {(MET, NEAR), (NEAR, MISSED)}


def test_a_value_that_the_profile_sets_makes_a_rule_stronger(contest):
    contest.edit("profiles/contest.yaml", 'value: "0.5"', 'value: "0.4"')
    (one,) = compared(contest.old, contest.new, contest.changes()).values()
    assert (one.rule, one.relation) == ("YYC-0101-02", Relation.STRONGER)
    assert one.flips[0].rows <= 2  # a sample between 0.4 and 0.5, or two around it


def test_a_limit_that_grows_with_the_period_is_asked_of_a_whole_year_too(pools):
    """Once a year or twice: over half a year both are one time at most, over a year they differ."""
    pools.edit(TESTED, "default: 4, unit: count/年", "default: 2, unit: count/年")
    pools.copy.edit(TESTED, "fewest_per, of: lab_reports", "fewest_per, of: lab_reports")
    old = pools.new
    pools.copy.edit(TESTED, "default: 2, unit: count/年", "default: 1, unit: count/年")
    new = pools.new
    from checker.workbench.comparison.compare import changes

    (one,) = compared(old, new, changes(old, new)).values()
    assert (one.relation, one.open) == (Relation.WEAKER, ())
    assert one.flips[0].data["period"]["to"] == "2025-12-31"


def test_a_value_that_is_gone_from_the_dictionary_leaves_what_both_can_read(pools):
    pools.edit(DICTIONARY, "[余氯, 浊度, 尿素, 菌落总数, 其他]", "[余氯, 浊度, 尿素, 菌落总数]")
    (one,) = compared(pools.old, pools.new, pools.changes()).values()
    assert (one.rule, one.relation) == ("YYC-0102-01", Relation.EQUAL)


def test_a_witness_has_no_row_too_many(pools):
    pools.edit(GUARDED, "default: 2, unit: count", "default: 3, unit: count")
    (one,) = compared(pools.old, pools.new, pools.changes()).values()
    assert one.flips[0].rows == 3  # a pool and two guards
