"""A fix changes the text of one value, and nothing else of the file may move."""

from pathlib import Path

import pytest

from checker.document.canonical import LossError
from checker.document.strict_yaml import parse
from checker.model.problem import Rejected
from checker.workbench.lint.fixing import fixed
from checker.workbench.lint.kinds import Edit


@pytest.fixture
def change(tmp_path, monkeypatch):
    """Applies edits of (key, old, new) to a file and returns its text; nothing is written."""
    monkeypatch.chdir(tmp_path)

    def changed(text, *edits):
        Path("x.yaml").write_text(text, encoding="utf-8")
        document = parse(text.encode(), "x.yaml")
        made = list(fixed(Edit(document.place((key,)), old, new) for key, old, new in edits))
        assert Path("x.yaml").read_text(encoding="utf-8") == text
        return made[0].after.decode() if made else text

    return changed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 必须  # 必须\nb: 必须\n", "a: 应  # 必须\nb: 必须\n"),
        ('a: "必须"\n', 'a: "应"\n'),
        ("a: 'x 必须 y'\nb: 1\n", "a: 'x 应 y'\nb: 1\n"),
        ("{a: 必须, b: 必须}\n", "{a: 应, b: 必须}\n"),
        ("a: |\n  必须\n  末行\nb: 必须\n", "a: |\n  应\n  末行\nb: 必须\n"),
    ],
)
def test_only_the_value_meant_is_changed(change, before, after):
    assert change(before, ("a", "必须", "应")) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [("a: 完\nb: 1\n", "a: 完。\nb: 1\n"), ('a: "完"  # x\n', 'a: "完。"  # x\n')],
)
def test_an_empty_old_text_is_the_end_of_the_value(change, before, after):
    assert change(before, ("a", "", "。")) == after


def test_several_edits_of_a_file_are_made_together(change):
    text = "a: 必须,\nb: 必须\n"

    assert (
        change(text, ("a", "必须", "应"), ("a", ",", "，"), ("b", "必须", "应"))
        == "a: 应，\nb: 应\n"
    )


@pytest.mark.parametrize("new", ["y  # z", "y\nc: 1", "{x: 1}", "&x y"])
def test_an_edit_that_would_touch_anything_else_is_refused(change, new):
    with pytest.raises((LossError, Rejected)):
        change("a: x\nb: 2\n", ("a", "x", new))
