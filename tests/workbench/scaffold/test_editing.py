"""A block is put behind the last member; every other byte stays, or nothing is done."""

import pytest

from checker.document.strict_yaml import parse
from checker.workbench.scaffold.editing import CannotEditError, appended, scalar


def after(text, path, block):
    return appended(text.encode(), "x.yaml", path, block).decode()


def test_a_list_grows_at_its_own_indentation_before_what_follows():
    text = "a:\n  - 1\n  - 2   # two\n\n# about b\nb: 3\n"
    assert after(text, ("a",), "- 9") == "a:\n  - 1\n  - 2   # two\n  - 9\n\n# about b\nb: 3\n"


def test_a_list_at_the_end_of_a_file_without_a_last_newline_grows():
    assert after("a:\n- 1", ("a",), "- 9") == "a:\n- 1\n- 9\n"


def test_a_mapping_grows_behind_its_last_key():
    text = "tables:\n  t:\n    columns:\n      x: {type: int}\n\n  u: 1\nrest: 2\n"
    made = after(text, ("tables", "t", "columns"), "y: {type: bool}")
    assert made == text.replace("{type: int}\n", "{type: int}\n      y: {type: bool}\n")


@pytest.mark.parametrize("empty", [" {}", "", " {}   # none yet", " null"])
def test_an_empty_mapping_is_opened(empty):
    made = after(f"p:{empty}\nq: 1\n", ("p",), "x: 1")
    assert parse(made.encode(), "x").data == {"p": {"x": 1}, "q": 1}


@pytest.mark.parametrize("empty", [" []", ""])
def test_an_empty_list_is_opened(empty):
    made = after(f"p:{empty}\nq: 1\n", ("p",), "\n# said\n- x: 1")
    assert parse(made.encode(), "x").data == {"p": [{"x": 1}], "q": 1}


def test_line_ends_of_windows_stay():
    assert after("a:\r\n- 1\r\nb: 2\r\n", ("a",), "- 9") == "a:\r\n- 1\r\n- 9\r\nb: 2\r\n"


@pytest.mark.parametrize("text", ["a: [1, 2]\n", "a: {x: 1}\n", "b: {a: [1]}\n"])
def test_what_is_written_on_one_line_is_refused(text):
    path = ("b", "a") if text.startswith("b") else ("a",)
    with pytest.raises(CannotEditError):
        after(text, path, "- 9")


def test_a_block_text_with_signs_of_comments_is_not_torn():
    text = "a:\n- note: |\n    one\n    # two\n\n    three\nb: 1\n"
    made = after(text, ("a",), "- note: x")
    assert parse(made.encode(), "x").data["a"][0] == {"note": "one\n# two\n\nthree\n"}
    assert parse(made.encode(), "x").data["b"] == 1


@pytest.mark.parametrize(
    "text",
    ["网格", "a: b", "x #y", "- z", "true", "12", "1.5", "", " a", 'say "so"', "“引号”", "a\\b",
     "{x}", "[x]", "*a", "&a", "!a", "|", ">", "'", "%", "@", "`", "null", "a, b", "行一\n行二",
     "「待填写」说明。", "~"],
)  # fmt: skip
def test_every_text_is_read_back_as_it_was(text):
    line = f"k: {{v: {scalar(text)}, w: 1}}\n".encode()
    assert parse(line, "x").data == {"k": {"v": text, "w": 1}}
