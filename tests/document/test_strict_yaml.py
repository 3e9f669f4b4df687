"""Strict YAML: nothing guessed, nothing lost, every node with its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import strict_yaml
from checker.model.problem import Rejected


def parse(text):
    return strict_yaml.parse(text if isinstance(text, bytes) else text.encode(), "a.yaml")


def problems(text):
    with pytest.raises(Rejected) as caught:
        parse(text)
    return caught.value.problems


def faults(text):
    return [(p.code, str(p.place)) for p in problems(text)]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("# nothing", None),
        ("True", "True"),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("0.95", "0.95"),
        ("6.10", "6.10"),
        ("007", "007"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("+1", "+1"),
        ("12:30:00", "12:30:00"),
        ("2025-01-01", "2025-01-01"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("１２", "１２"),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, "9" * 19),
        ("9" * 5000, "9" * 5000),
        ('"12"', "12"),
        ("'true'", "true"),
        ("|\n  12\n", "12\n"),
        ("{a: , b: ~}", {"a": None, "b": None}),
        ("[a, [b], {c: 1}]", ["a", ["b"], {"c": 1}]),
        ("1: a\ntrue: b", {"1": "a", "true": "b"}),
        ("\ufeffa: 1", {"a": 1}),
        ("'<<': 1", {"<<": 1}),
    ],
)
def test_only_what_is_plain_is_resolved(text, data):
    built = parse(text).data

    assert built == data
    assert type(built) is type(data)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\nb: 2\na: 3", ("duplicate_key", "a.yaml:3:1")),
        ("a: {b: 1, b: 2}", ("duplicate_key", "a.yaml:1:11")),
        ("a: 1\n'a': 2", ("duplicate_key", "a.yaml:2:1")),
        ("&x a", ("not_plain", "a.yaml:1:1")),
        ("a: &x [1]", ("not_plain", "a.yaml:1:4")),
        ("&x a: 1", ("not_plain", "a.yaml:1:1")),
        ("!!str 5", ("not_plain", "a.yaml:1:1")),
        ("! 5", ("not_plain", "a.yaml:1:1")),
        ("a: !!python/object:os.system {}", ("not_plain", "a.yaml:1:4")),
        ("<<: {a: 1}", ("not_plain", "a.yaml:1:1")),
        ("? [a, b]\n: 1", ("not_plain", "a.yaml:1:3")),
        ("? {a: 1}\n: [1, 2]\nb: 1", ("not_plain", "a.yaml:1:3")),
        ("--- 1\n--- 2", ("not_plain", "a.yaml:2:1")),
        ("a: [1, 2", ("broken_yaml", "a.yaml:1:9")),
        ("a: 1\n b: 2", ("broken_yaml", "a.yaml:2:3")),
        ('a: "1', ("broken_yaml", "a.yaml:1:6")),
        ("a:\n\t- 1", ("broken_yaml", "a.yaml:2:1")),
        ("a: b: c", ("broken_yaml", "a.yaml:1:5")),
        ("a: 1\nb: \x07", ("broken_yaml", "a.yaml:2:4")),
        ("a: \x00", ("broken_yaml", "a.yaml:1:4")),
        ("a: 1\n\x07", ("broken_yaml", "a.yaml:2:1")),
        ("\x07", ("broken_yaml", "a.yaml:1:1")),
        (b"a: 1\nb: \xff\n", ("not_utf8", "a.yaml:2")),
        ("名: 值".encode("gbk"), ("not_utf8", "a.yaml:1")),
    ],
)
def test_what_is_no_strict_yaml_is_refused_with_its_place(text, fault):
    assert faults(text) == [fault]


def test_every_fault_up_to_the_one_that_ends_reading_is_told():
    text = "a: &x 1\nb: *x\na: 2\nc: !t 3\nd: [\n"

    assert [fault[0] for fault in faults(text)] == [
        "not_plain",
        "not_plain",
        "duplicate_key",
        "not_plain",
        "broken_yaml",
    ]


def test_a_key_is_told_without_what_could_not_be_seen():
    (problem,) = problems('"a\\e[31m": 1\n"a\\e[31m": 2')

    assert problem.message == "“a\\u001b[31m”写了两次（第一次在第 1 行）"


def test_an_alias_bomb_is_refused_before_it_grows():
    lines = ["a0: &a0 x"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]

    found = problems("\n".join(lines))

    assert {p.code for p in found} == {"not_plain"}


@pytest.mark.parametrize("sign", ["[", "- ", "? ", "{a: ", "? [", "- ? "])
def test_deep_nesting_is_refused_and_does_not_end_the_process(sign):
    assert faults(sign * 100_000)[-1][0] in ("not_plain", "broken_yaml")


def test_nesting_is_allowed_up_to_a_limit():
    limit = strict_yaml.DEPTH_LIMIT

    assert parse("[" * limit + "]" * limit).data is not None
    assert [f[0] for f in faults("[" * (limit + 1) + "]" * (limit + 1))] == ["not_plain"]


def test_values_are_counted(monkeypatch):
    monkeypatch.setattr(strict_yaml, "NODE_LIMIT", 5)

    assert parse("[1, 2, 3, 4]").data == [1, 2, 3, 4]
    assert faults("[1, 2, 3, 4, 5]") == [("too_large", "a.yaml:1:14")]


def test_values_that_are_skipped_are_counted_too(monkeypatch):
    monkeypatch.setattr(strict_yaml, "NODE_LIMIT", 5)

    assert [f[0] for f in faults("a: 1\na: [1, 2, 3, 4, 5, 6]")] == ["duplicate_key", "too_large"]


def test_faults_are_told_up_to_a_limit(monkeypatch):
    monkeypatch.setattr(strict_yaml, "FAULT_LIMIT", 2)

    found = [f[0] for f in faults("- *a\n" * 5)]

    assert found == ["not_plain", "not_plain", "too_many_faults"]


def test_a_file_has_a_size():
    with pytest.raises(Rejected) as caught:
        strict_yaml.parse(b"a" * 11, "a.yaml", size_limit=10)

    (problem,) = caught.value.problems
    assert problem.code == "too_large"


def test_every_node_has_its_place():
    document = parse("a: 1\nb:\n- x\n- {c: y}\n")

    assert str(document.place(("a",))) == "a.yaml:1:4"
    assert str(document.place(("a",), key=True)) == "a.yaml:1:1"
    assert str(document.place(("b", 1, "c"))) == "a.yaml:4:7"
    assert str(document.key_place(("b", 1, "c"))) == "a.yaml:4:4"
    assert document.place(("b", 1, "c")).field == "b.1.c"


@pytest.mark.parametrize("text", ["", "---", "---\n", "# nothing\n"])
def test_an_empty_document_stands_on_the_first_line(text):
    assert str(parse(text).place(("a",))) == "a.yaml:1:1"


def test_what_is_not_there_has_the_place_of_what_it_is_missing_from():
    document = parse("a: 1\nb:\n- x\n- {c: y}\n")

    assert str(document.place(("b", 1, "d"))) == "a.yaml:4:3"
    assert str(document.place(("z", "y"))) == "a.yaml:1:1"


def test_a_guess_at_the_encoding_is_given_where_there_is_one():
    (gbk,) = problems("网格: 值".encode("gbk"))
    (wide,) = problems("网格: 值".encode("utf-16"))
    (none,) = problems(b"\xff\xff\xff")

    assert "GBK" in gbk.advice
    assert "UTF-16" in wide.advice
    assert none.advice == "请用“另存为”，编码选 UTF-8，再交一次"


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(PLAIN)
def test_what_another_program_writes_is_read_back(data):
    import yaml

    try:
        text = yaml.safe_dump(data, allow_unicode=True, default_style='"')
        again = yaml.safe_load(text)
    except yaml.YAMLError:
        return  # not even PyYAML reads its own output, e.g. some characters in keys
    quoted = _as_text(data)
    if "!!" in text or quoted != _as_text(again):
        return  # written with a tag, which strict YAML refuses

    assert _as_text(parse(text).data) == quoted


def _as_text(data):
    if isinstance(data, dict):
        return {str(key): _as_text(value) for key, value in data.items()}
    return [_as_text(item) for item in data] if isinstance(data, list) else str(data)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=40), st.text(st.sampled_from("ab:-?[]{}&*!|>'\"#,% \n\t<\x00\ufeff"))
    )
)
def test_no_bytes_end_in_anything_but_problems(data):
    raw = data if isinstance(data, bytes) else data.encode()
    try:
        places = [parse(raw).place()]
    except Rejected as rejected:
        places = [problem.place for problem in rejected.problems]

    lines = raw.decode("utf-8-sig", "replace").splitlines() or [""]
    assert places
    assert all(place.line <= len(lines) for place in places)
