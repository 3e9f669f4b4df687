"""Sentences that are put together from members."""

from checker.language.phrases import numbered


def test_a_list_in_a_list_has_marks_of_its_own():
    inner = numbered(["甲", "乙"], every=False, inner=True)

    assert numbered([inner, "丙"], every=True) == "同时满足：①满足其一：a）甲；b）乙；②丙"
