"""Reading a rules folder whole: every part has its place, every fault is told at once."""

from pathlib import Path

import pytest

from checker.model.problem import NOWHERE, Rejected
from checker.workbench.rule_set import read_rule_set, usual_profile

SWIMMING = Path("tests/second_standard/rules")


@pytest.fixture(scope="module")
def rules():
    return read_rule_set(SWIMMING, "contest")


def line_at(place):
    return Path(place.file).read_text(encoding="utf-8").split("\n")[place.line - 1]


def test_every_rule_stands_where_its_id_stands(rules):
    for rule in rules.book.rules:
        assert rule.id in line_at(rules.rule_place(rule.id))


def test_every_parameter_stands_where_its_name_stands(rules):
    for name in rules.book.parameters:
        assert line_at(rules.parameter_place(name)).strip().startswith(f"{name}:")


def test_every_column_stands_where_its_name_stands(rules):
    for table in rules.book.dictionary.tables.values():
        for column in set(table.columns) - {"id"}:  # the key column needs no entry of its own
            assert line_at(rules.column_place(table.name, column)).strip().startswith(f"{column}:")


def test_every_item_stands_where_its_number_stands(rules):
    for chapter in rules.book.standard.chapters:
        for item in chapter.items:
            assert item.no in line_at(rules.item_place(item.no))


def test_what_is_not_there_stands_nowhere(rules):
    assert rules.rule_place("YYC-9999-99") == NOWHERE
    assert rules.parameter_place("nobody") == NOWHERE


def folder_with(top, *profiles):
    (top / "profiles").mkdir(parents=True)
    for name in profiles:
        (top / "profiles" / f"{name}.yaml").touch()
    return top


@pytest.mark.parametrize(
    ("there", "usual"),
    [
        (("generic",), "generic"),
        (("contest", "generic"), "generic"),  # whatever comes before it by name
        (("everyday", "contest"), "contest"),
        ((), "generic"),
    ],
)
def test_without_a_choice_the_profile_is_generic_or_the_first_by_name(tmp_path, there, usual):
    assert usual_profile(folder_with(tmp_path, *there)) == usual


def test_two_versions_are_read_with_a_profile_that_both_have(tmp_path):
    old, new = folder_with(tmp_path / "old", "b", "c"), folder_with(tmp_path / "new", "a", "b")
    assert usual_profile(old, new) == "b"


def test_two_versions_without_a_common_profile_are_read_with_one_of_the_newer(tmp_path):
    old, new = folder_with(tmp_path / "old", "a"), folder_with(tmp_path / "new", "b", "c")
    assert usual_profile(old, new) == "b"


def test_a_rule_set_says_which_profile_was_taken_where_nobody_chose():
    assert read_rule_set(SWIMMING).profile == "contest"
    assert read_rule_set(SWIMMING).book.profile.name == "contest"


def test_a_folder_that_is_not_there_is_refused():
    with pytest.raises(Rejected):
        read_rule_set(Path("tests/nowhere"))
