"""A rule set is read once and kept by its digest; the cache can only ever cost time."""

from pathlib import Path

import pytest

from checker.assessment.assess import assess_submission
from checker.rulebook import cache, loading
from tests.assessment.pools import submission
from tests.rulebook.copies import WATER


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "rule-checker"


@pytest.fixture
def readings(monkeypatch):
    """Counts how often rule files are read through."""
    count = []
    build = loading.build

    def counted(*arguments):
        count.append(arguments)
        return build(*arguments)

    monkeypatch.setattr(loading, "build", counted)
    return count


def test_the_second_time_comes_from_the_cache_and_is_equal(rules, kept, readings):
    first, second = rules.load(), rules.load()

    assert first == second
    assert len(readings) == 1
    assert len(list(kept.iterdir())) == 1


def test_a_changed_rule_file_is_read_anew(rules, kept, readings):
    rules.load()
    rules.edit(WATER, "title: 水清", "title: 水很清")

    assert next(r for r in rules.load().rules if r.id == "YYC-0101-02").title == "水很清"
    assert len(readings) == 2


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("dictionary.yaml", "label: 场馆名称", "label: 馆名"),
        ("parameters.yaml", 'default: "5%"', 'default: "4%"'),
        ("acceptance.yaml", "rectify_days: 15", "rectify_days: 16"),
        ("profiles/everyday.yaml", "summary: 平日开放。", "summary: 平日。"),
        ("crosswalk.yaml", '"5.2"', '"5.3"'),
    ],
)
def test_a_change_of_any_other_file_counts_too(rules, kept, readings, file, old, new):
    before = rules.load()
    rules.edit(file, old, new)

    assert rules.load().digest != before.digest
    assert len(readings) == 2


def test_cases_change_neither_digest_nor_cache(rules, kept, readings):
    before = rules.load()
    rules.edit("1-water/1.2-tested/cases.yaml", "name: 二月空着", "name: 三月空着")

    assert rules.load().digest == before.digest
    assert len(readings) == 1


def test_the_digest_does_not_depend_on_where_the_folder_lies(rules, kept, tmp_path):
    before = rules.load().digest
    moved = type(rules)(rules.folder.rename(tmp_path / "elsewhere"))

    assert moved.load().digest == before


def test_profiles_are_kept_apart(rules, kept, readings):
    assert rules.load("everyday").values["turbidity_max"] == 1
    assert rules.load("contest").values["turbidity_max"] != 1
    assert rules.load("everyday").values["turbidity_max"] == 1
    assert len(readings) == 2


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"\x80\x05N.", b"\x80\x05\x95\xff"])
def test_a_corrupt_cache_is_ignored_and_replaced(rules, kept, readings, rubbish):
    first = rules.load()
    (file,) = kept.iterdir()
    file.write_bytes(rubbish)

    assert rules.load() == first
    assert rules.load() == first
    assert len(readings) == 2


def test_a_faulty_rule_set_is_never_kept(rules, kept):
    rules.edit(WATER, "measure: mean,", "measure: meen,")

    assert rules.problems()
    assert not kept.exists()


def test_another_program_reads_its_own_cache(rules, kept, readings, monkeypatch):
    rules.load()
    monkeypatch.setattr(cache, "__version__", "another")
    rules.load()

    assert len(readings) == 2


def test_a_cache_that_cannot_be_written_is_done_without(rules, tmp_path, monkeypatch, readings):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert rules.load() == rules.load()
    assert len(readings) == 2


def test_a_user_without_a_home_has_no_cache(rules, monkeypatch, readings):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)

    assert rules.load() == rules.load()
    assert len(readings) == 2


def test_the_name_of_a_profile_is_no_path_into_the_cache(rules, kept):
    assert [p.code for p in rules.problems("../../everyday")] == ["unknown_profile"]


def test_what_a_rule_says_is_kept_and_follows_every_edit(rules, kept, readings):
    """Title, parameter and profile each show in the result of the very next assessment."""

    def said(profile="everyday"):
        found = assess_submission(rules.load(profile), submission()).findings
        one = next(f for f in found if f.rule == "YYC-0101-02")
        return one.title, one.sentence

    title, sentence = said()
    assert said() == (title, sentence)
    assert len(readings) == 1
    rules.edit(WATER, "title: 水清", "title: 水很清")
    assert said() == ("水很清", sentence)
    rules.edit(WATER, "title: 平均浊度上限, default: 1,", "title: 平均浊度上限, default: 2,")
    assert said() == ("水很清", sentence.replace("1 NTU", "2 NTU"))
    assert said("contest") == ("水很清", sentence.replace("1 NTU", "0.5 NTU"))
    rules.edit(
        "profiles/contest.yaml",
        'name: turbidity_max, value: "0.5"',
        'name: turbidity_max, value: "0.4"',
    )
    assert said("contest") == ("水很清", sentence.replace("1 NTU", "0.4 NTU"))
    rules.edit(WATER, "value: turbidity, expect: {at_most:", "value: turbidity, expect: {at_least:")
    assert "不少于" in said()[1] or "不低于" in said()[1]
