"""What cannot be seen is shown by its number; everything else is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.report.visible import visible


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\x00", "〔U+0000〕"),
        ("\x1b", "〔U+001B〕"),
        ("\r", "〔U+000D〕"),
        ("\x85", "〔U+0085〕"),
        ("\u00ad", "〔U+00AD〕"),
        ("\u200b", "〔U+200B〕"),
        ("\u202e", "〔U+202E〕"),
        ("\u2028", "〔U+2028〕"),
        ("\u2066", "〔U+2066〕"),
        ("\ue000", "〔U+E000〕"),
        ("\ufeff", "〔U+FEFF〕"),
        ("\uffff", "〔U+FFFF〕"),
        ("\ud800", "〔U+D800〕"),
        ("\U000f0000", "〔U+F0000〕"),
        ("\U00050000", "〔U+50000〕"),
    ],
)
def test_a_character_that_cannot_be_seen_is_shown_by_its_number(hidden, shown):
    assert visible(f"甲{hidden}乙") == f"甲{shown}乙"


@pytest.mark.parametrize(
    "text", ["示例甲企业社区", "堃喆龘𠮷", "ABC 12.5% ≥ 3", "第一行\n第二行\t", "é ü ½", "é", "𰻞"]
)
def test_what_can_be_seen_stays_as_it_is(text):
    assert visible(text) == text


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Mn", "Zs"])))
def test_letters_digits_and_signs_of_any_script_stay(text):
    assert visible(text) == text
