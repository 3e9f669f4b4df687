"""What rules say by themselves is kept with their rulebook, and never outlives what it was made of."""

import pickle
from dataclasses import replace

import pytest

from checker.language import wording
from checker.language.explain import explain, explain_leaf, explain_limit
from checker.language.mentions import leaves
from checker.language.wording import rule_wording, speaker_of
from tests.assessment.pools import assessed, book, finding

TESTED = "YYC-0101-02"
LIMIT = "turbidity_max"


def rule(of, name=TESTED):
    return next(r for r in of.rules if r.id == name)


@pytest.fixture
def none_worked_out(monkeypatch):
    """Whoever works out words instead of taking those kept fails."""

    def refused(*_):
        pytest.fail("worked out again")

    book()
    monkeypatch.setattr(wording, "_worked_out", refused)


@pytest.mark.parametrize("profile", ["everyday", "contest"])
def test_what_is_kept_is_what_the_rules_say_under_their_profile(profile):
    of = book(profile)
    for one in of.rules:
        said, speaker = rule_wording(one, of), speaker_of(of)

        assert said.sentence == explain(one.check, speaker, one.applies_when)
        assert [leaf.sentence for leaf in said.leaves] == [
            explain_leaf(leaf, speaker) for leaf in leaves(one.check)
        ]
        assert [leaf.limit for leaf in said.leaves] == [
            explain_limit(leaf, speaker) for leaf in leaves(one.check)
        ]


def test_a_book_that_was_read_speaks_without_working_anything_out(none_worked_out):
    for one in book().rules:
        rule_wording(one, book())


def test_nor_does_one_that_comes_back_from_the_cache(none_worked_out):
    back = pickle.loads(pickle.dumps(book()))

    for one in back.rules:
        rule_wording(one, back)


def test_another_value_is_spoken_at_once():
    changed = replace(book(), values={**book().values, LIMIT: 7})

    before = rule_wording(rule(book()), book()).sentence
    after = rule_wording(rule(changed), changed).sentence

    assert "7 " in after
    assert "7 " not in before


def test_another_unit_is_spoken_at_once():
    parameters = book().parameters
    changed = replace(
        book(), parameters={**parameters, LIMIT: replace(parameters[LIMIT], unit="mg/L")}
    )

    assert parameters[LIMIT].unit == "NTU"
    assert rule_wording(rule(changed), changed) is not rule_wording(rule(book()), book())


def test_another_check_is_spoken_at_once():
    other = rule(book(), "YYC-0201-01")
    one = replace(rule(book()), check=other.check)
    changed = replace(book(), rules=(one,))

    assert rule_wording(one, changed).sentence == rule_wording(other, book()).sentence


def test_another_condition_is_spoken_at_once():
    conditional = next(r for r in book().rules if r.applies_when)
    always = replace(conditional, applies_when=None)
    changed = replace(book(), rules=(always,))

    said = rule_wording(always, changed).sentence

    assert said != rule_wording(conditional, book()).sentence
    assert said == explain(always.check, speaker_of(changed))


def test_another_dictionary_is_spoken_at_once():
    dictionary = book().dictionary
    samples = replace(dictionary.populations["samples_of_period"], label="水样单")
    populations = {**dictionary.populations, "samples_of_period": samples}
    changed = replace(book(), dictionary=replace(dictionary, populations=populations))

    assert "水样单" in rule_wording(rule(changed), changed).sentence


def test_a_finding_says_what_its_rule_says():
    found = finding(assessed(), TESTED)

    assert found.sentence == explain(rule(book()).check, speaker_of(book()))
