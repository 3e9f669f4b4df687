"""Which words of two texts differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.workbench.comparison.marking import marked, side


def told(old, new):
    return "".join(
        {"same": "{}", "old": "-{}-", "new": "+{}+"}[s.kind].format(s.text)
        for s in marked(old, new)
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("不少于 95%", "不少于 96%", "不少于 -95%-+96%+"),
        ("不少于 30 分钟", "不少于 3 分钟", "不少于 -30-+3+ 分钟"),
        ("每季开一次会", "每月开一次会", "每-季-+月+开一次会"),
        ("有记录", "有签字的记录", "有+签字的+记录"),
        ("同样", "同样", "同样"),
        ("", "新的", "+新的+"),
        ("旧的", "", "-旧的-"),
        ("列 turbidity_max 超限", "列 turbidity_min 超限", "列 -turbidity_max-+turbidity_min+ 超限"),
    ],
)  # fmt: skip
def test_numbers_and_names_are_whole_and_chinese_goes_by_characters(old, new, said):
    assert told(old, new) == said


def test_a_single_character_between_two_differences_is_not_left_standing_alone():
    assert told("池水余氯检测结果", "游水浊度检测结果") == "-池水余氯-+游水浊度+检测结果"


texts = st.text(alphabet="池水余氯 0123.%ab", max_size=30)


@given(texts, texts)
def test_each_side_reads_as_the_text_it_comes_from(old, new):
    spans = marked(old, new)
    assert "".join(s.text for s in side(spans, "old")) == old
    assert "".join(s.text for s in side(spans, "new")) == new


@given(texts)
def test_equal_texts_have_nothing_marked(text):
    assert all(s.kind == "same" for s in marked(text, text))
