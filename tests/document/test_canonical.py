"""The canonical form loses nothing, changes nothing, and is its own canonical form."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document.canonical import LossError, canonical, comments
from checker.document.layout import read_layout
from checker.document.strict_yaml import parse
from checker.model.problem import Rejected

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    [*(ROOT / "tests/second_standard/rules").rglob("*.yaml"), *(ROOT / "rules").glob("*.yaml")]
)


def made(text, order=(), apart=()):
    result = canonical(
        text.encode(), "x.yaml", lambda at, _: order if at == () else (), lambda at: at in apart
    )
    return result.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:    1\n", "a: 1\n"),
        ("a: 1   \nb: 2\n\n\n", "a: 1\nb: 2\n"),
        ("a: 1\n\n\n\nb: 2", "a: 1\n\nb: 2\n"),
        ("a:\n    b: 1\n", "a:\n  b: 1\n"),
        ("a:\n  - 1\n  -   2\n", "a:\n- 1\n- 2\n"),
        ("a: { b : 1,c: [ 1,2 ] }\n", "a: {b: 1, c: [1, 2]}\n"),
        ("a: {b: 1,\n    c: 2}\n", "a: {b: 1, c: 2}\n"),
        ("a: 'x'\n", 'a: "x"\n'),
        ("a: 'say \"x\"'\n", "a: 'say \"x\"'\n"),
        ("a: x\r\nb: y\r\n", "a: x\nb: y\n"),
        ("\ufeffa: 1\n", "a: 1\n"),
        ("---\na: 1\n", "a: 1\n"),
        ("a: one\n  two\n", "a: one two\n"),
        ("a: |\n      x\n        y\n", "a: |\n  x\n    y\n"),
        ("- a: 1\n  b: 2\n-   c: 3\n", "- a: 1\n  b: 2\n- c: 3\n"),
        ("- - 1\n  - 2\n", "- - 1\n  - 2\n"),
        ("a:\n", "a:\n"),
        ("# only\n", "# only\n"),
        ("", "\n"),
    ],
)
def test_spaces_quotes_and_lines_have_one_form(before, after):
    assert made(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "# head\na: 1  # beside\n\n# above b\nb:  # beside the key\n  c: 2\n# below\n",
        "a:\n# above the first\n- 1  # one\n- x: 1  # of x\n  # above y\n  y: 2\n",
        "a: [1, 2]  # beside a list\nb: {c: 1}    # four spaces stay\n",
        "a: [1,  # inside brackets\n    2]\n",
        'a: "no # comment"  # a comment\nb: x#y\n',
        "a: |\n  # text, no comment\nb: 1\n",
        'a: [x#1, "# 2"]  # beside # twice\n',
    ],
)
def test_comments_stay_where_they_are(text):
    assert made(text) == text


def test_known_keys_come_in_their_order_with_their_comments():
    before = "# head\nc: 3  # of c\n# above a\na: 1\nz: 9\nb: 2\n"

    assert (
        made(before, order=("a", "b", "c")) == "# head\n# above a\na: 1\nb: 2\nc: 3  # of c\nz: 9\n"
    )


def test_members_of_some_lists_stand_apart():
    assert made("r:\n- 1\n# about 2\n- 2\n", apart={("r",)}) == "r:\n- 1\n\n# about 2\n- 2\n"


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_what_the_keepers_wrote_keeps_its_data_and_comments(file):
    text = file.read_text(encoding="utf-8")
    result = made(text)

    assert parse(result.encode(), "x").data == parse(text.encode(), "x").data
    assert comments(result, read_layout(result)) == comments(text, read_layout(text))
    assert made(result) == result


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_a_mangled_file_comes_out_as_the_file_itself(file):
    text = made(file.read_text(encoding="utf-8"))
    mangled = re.sub(r"^( *- )", r"\1  ", text, flags=re.MULTILINE) if "|" in text else text
    mangled = re.sub(r"\n(?=\n)", "\n \t\n\n".replace("\t", ""), mangled)
    mangled = re.sub(r"(?m)$", "  ", mangled)

    if parse(mangled.encode(), "x").data == parse(text.encode(), "x").data:
        assert made(mangled) == text


def test_a_file_that_is_no_strict_yaml_is_refused():
    with pytest.raises(Rejected):
        made("a: &x 1\nb: *x\n")


def test_a_result_that_says_something_else_is_never_handed_out(monkeypatch):
    monkeypatch.setattr("checker.document.canonical._scalar", lambda _: "x")

    with pytest.raises(LossError):
        made("a:  1\n")


WORDS = st.text(st.sampled_from("ab 水1%:#-\"',。[]{}"), max_size=8)
DATA = st.recursive(
    WORDS | st.integers(0, 99) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=12,
)


@settings(deadline=None, max_examples=300)
@given(
    data=DATA,
    flow=st.sampled_from([True, False, None]),
    indent=st.integers(2, 6),
    notes=st.lists(st.booleans(), max_size=12),
)
def test_any_data_in_any_style_keeps_its_values_and_comments(data, flow, indent, notes):
    said = yaml.safe_dump(
        data, allow_unicode=True, default_flow_style=flow, indent=indent, width=10**6
    )
    lines = said.split("\n")
    if flow is not True:
        plain = [n for n, t in enumerate(lines) if t and not re.search("[\"'|>]|\\?|^\\.\\.\\.", t)]
        for n, wanted in zip(plain, notes, strict=False):
            lines[n] += "  # 注" if wanted else ""
    text = "\n".join(lines)
    try:
        before = parse(text.encode(), "x").data
    except Rejected:
        return  # keys that are lists, and the like
    result = made(text)

    assert parse(result.encode(), "x").data == before
    assert comments(result, read_layout(result)) == comments(text, read_layout(text))
    assert made(result) == result
