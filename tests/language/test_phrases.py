"""Sentences that are put together from members."""

from checker.language.explain import explain_joined
from checker.language.phrases import CIRCLED, limit, mark, numbered
from checker.model.check import CheckAll, CheckAny, Count, Expect, Leaf


def test_a_list_in_a_list_is_bracketed_so_that_its_end_shows():
    inner = numbered(["①甲", "②乙"], every=False, inner=True)

    assert numbered([inner, "③丙"], every=True) == "同时满足：（满足其一：①甲；②乙）；③丙"


def test_there_is_a_mark_for_any_number_of_members():
    assert [mark(0), mark(19), mark(20)] == ["①", "⑳", "（21）"]
    assert len(CIRCLED) == 20


def test_a_number_stands_apart_from_the_words_before_it_and_a_word_does_not():
    assert limit("2 人", "", "") == "不少于 2 人"
    assert limit("", "5%", "") == "不超过 5%"
    assert limit("应备数量", "", "") == "不少于应备数量"


def test_a_limit_on_both_sides_names_both_ends():
    assert limit("20 家", "50 家", "") == "在 20 家 ～ 50 家（含两端）"


ONE, TWO, THREE = (
    Leaf(Count(table), Expect(at_least=1)) for table in ("pools", "lifeguards", "lab_reports")
)


def test_leaves_of_which_one_is_enough_say_how_they_are_joined():
    assert explain_joined(CheckAny((ONE, TWO))) == "①或②"
    assert explain_joined(CheckAll((ONE, CheckAny((TWO, THREE))))) == "①且（②或③）"


def test_leaves_that_must_all_hold_need_no_such_words():
    assert explain_joined(ONE) == ""
    assert explain_joined(CheckAll((ONE, CheckAll((TWO, THREE))))) == ""
