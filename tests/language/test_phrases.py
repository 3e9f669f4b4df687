"""Sentences that are put together from members."""

from checker.language.phrases import CIRCLED, mark, numbered


def test_a_list_in_a_list_is_bracketed_so_that_its_end_shows():
    inner = numbered(["①甲", "②乙"], every=False, inner=True)

    assert numbered([inner, "③丙"], every=True) == "同时满足：（满足其一：①甲；②乙）；③丙"


def test_there_is_a_mark_for_any_number_of_members():
    assert [mark(0), mark(19), mark(20)] == ["①", "⑳", "（21）"]
    assert len(CIRCLED) == 20
