"""Chinese on the terminal is folded as print would fold it."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from checker.cli.folding import folded

CLOSING = "。，、；：？！）》”’】…"
OPENING = "（《“‘【"


def test_a_stop_goes_with_the_word_before_it():
    assert folded("没装的列进采购。", 14) == "没装的列进采\n购。"


def test_an_opening_mark_goes_with_the_word_after_it():
    assert folded("见下面（附录）", 8) == "见下面\n（附录）"


def test_words_and_numbers_stay_whole():
    assert folded("安排一次 30 分钟的演练", 10) == "安排一次\n30 分钟的\n演练"
    assert folded("见 HY-02 submission.yaml:39:7", 12) == "见 HY-02\nsubmission.yaml:39:7"


def test_breaks_that_stand_in_the_text_are_kept():
    assert folded("一\n二", 10) == "一\n二"


PLAIN = st.text(alphabet="甲乙丙a1。，（）“” ", max_size=60)


@given(PLAIN, st.integers(8, 40))
def test_nothing_is_lost_but_spaces_at_the_folds(text, width):
    assert folded(text, width).replace("\n", "").replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="甲乙丙a，。（）", max_size=60), st.integers(8, 40))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text, width):
    first, *others = folded("始" + text, width).split("\n")
    assert not any(line.startswith(tuple(CLOSING)) for line in others)
    for before in [first, *others][:-1]:
        assert not before.endswith(tuple(OPENING))


@given(st.text(alphabet="甲乙丙 ", max_size=80), st.integers(8, 40))
def test_no_line_is_wider_than_the_terminal(text, width):
    assert all(cell_len(line) <= width for line in folded(text, width).split("\n"))
