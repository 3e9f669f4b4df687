"""Strict JSON: duplicate keys and NaN refused, decimals kept, places on demand."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import strict_json, strict_yaml
from checker.model.problem import Rejected


def parse(text):
    return strict_json.parse(text if isinstance(text, bytes) else text.encode(), "a.json")


def faults(text):
    with pytest.raises(Rejected) as caught:
        parse(text)
    return [(p.code, str(p.place)) for p in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("12", 12),
        ("0.1", "0.1"),
        ("1.50", "1.50"),
        ("1e3", "1e3"),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, "9" * 19),
        ("9" * 5000, "9" * 5000),
        ('"\\ud83d\\ude00"', "😀"),
        ('"a\\/b"', "a/b"),
        ('{"a":\t1}', {"a": 1}),
        ("\ufeff[]", []),
        ("[true, false, null]", [True, False, None]),
    ],
)
def test_json_is_read_and_decimals_stay_text(text, data):
    built = parse(text).data

    assert built == data
    assert type(built) is type(data)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{"a": 1,\n "a": 2}', ("duplicate_key", "a.json:2:2")),
        ('{"a": 1, "\\u0061": 2}', ("duplicate_key", "a.json:1:10")),
        ('[{"b": [{"a": 1, "a": 2}]}]', ("duplicate_key", "a.json:1:18")),
        ("[1,\n NaN]", ("no_number", "a.json:2:2")),
        ("-Infinity", ("no_number", "a.json:1:1")),
        ('{"a": 1,}', ("broken_json", "a.json:1:9")),
        ("{a: 1}", ("broken_json", "a.json:1:2")),
        ("{'a': 1}", ("broken_json", "a.json:1:2")),
        ('{"a" 1}', ("broken_json", "a.json:1:6")),
        ("[1 2]", ("broken_json", "a.json:1:4")),
        ("[1", ("broken_json", "a.json:1:3")),
        ("[1]\n[2]", ("broken_json", "a.json:2:1")),
        ('"a\nb"', ("broken_json", "a.json:1:3")),
        ('"a', ("broken_json", "a.json:1:1")),
        ('"\\x"', ("broken_json", "a.json:1:2")),
        ("", ("broken_json", "a.json:1:1")),
        ("# a\n1", ("broken_json", "a.json:1:1")),
        (b'["\xff"]', ("not_utf8", "a.json:1")),
        ("[" * 100_000, ("not_plain", "a.json:1:42")),
        ("[" * 42 + "]" * 42, ("not_plain", "a.json:1:42")),
        ("[" * 41 + "]" * 41 + "}", ("broken_json", "a.json:1:83")),
        ("[1,\n{}," + "[" * 20 + "\n" + "[" * 30 + "]" * 51, ("not_plain", "a.json:3:21")),
        ('{"a":' * 50 + "1" + "}" * 50, ("not_plain", "a.json:1:206")),
    ],
)
def test_what_is_no_strict_json_is_refused_with_its_place(text, fault):
    assert faults(text) == [fault]


def test_every_repeated_key_is_told_with_the_first():
    with pytest.raises(Rejected) as caught:
        parse('{"a": 1,\n "b": {"c": 1, "c": NaN},\n "a": 3}')

    assert [(p.code, p.place.line) for p in caught.value.problems] == [
        ("duplicate_key", 2),
        ("no_number", 2),
        ("duplicate_key", 3),
    ]
    assert "第一次在第 1 行" in caught.value.problems[2].message


def test_values_are_counted(monkeypatch):
    monkeypatch.setattr(strict_json, "COMMA_LIMIT", 3)

    assert parse("[1, 2, 3, 4]").data == [1, 2, 3, 4]
    assert faults("[1, 2, 3, 4, 5]") == [("too_large", "a.json")]


def test_faults_are_told_up_to_a_limit(monkeypatch):
    monkeypatch.setattr(strict_json, "FAULT_LIMIT", 2)

    assert len(faults("[" + "NaN, " * 5 + "1]")) == 2


def test_a_file_has_a_size():
    with pytest.raises(Rejected) as caught:
        strict_json.parse(b'"aaaaaaaaaa"', "a.json", size_limit=10)

    assert caught.value.problems[0].code == "too_large"


def test_every_node_has_its_place():
    document = parse('{"a": 1,\r\n "b": ["x", {"c, \\" d": {}}, []]}')

    assert str(document.place()) == "a.json:1:1"
    assert str(document.place(("a",))) == "a.json:1:7"
    assert str(document.key_place(("a",))) == "a.json:1:2"
    assert str(document.place(("b", 1, 'c, " d'))) == "a.json:2:25"
    assert str(document.key_place(("b", 1, 'c, " d'))) == "a.json:2:14"
    assert str(document.place(("b", 2))) == "a.json:2:30"
    assert str(document.place(("b", 9))) == "a.json:2:7"
    assert len(document.marks) == 7
    assert list(document.key_marks) == [("a",), ("b",), ("b", 1, 'c, " d')]


def test_places_are_not_sought_before_one_is_asked_for():
    document = parse('{"a": [1, 2]}')
    walk = document.marks._walk

    assert walk.values == {}
    document.place(("a", 0))
    assert len(walk.values) == 4


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(PLAIN, st.sampled_from([None, 1]), st.booleans())
def test_what_another_program_writes_is_read_back_and_every_place_is_right(data, indent, escaped):
    text = json.dumps(data, indent=indent, ensure_ascii=escaped)

    document = parse(text)

    assert document.data == data
    lines = text.split("\n")
    for path, (line, column) in document.marks.items():
        value = data
        for key in path:
            value = value[key]
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        found, _ = json.JSONDecoder().raw_decode(rest)
        assert found == value
    for path, (line, column) in document.key_marks.items():
        found, _ = json.JSONDecoder().raw_decode(lines[line - 1][column - 1 :])
        assert found == path[-1]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=40), st.text(st.sampled_from('{}[],:"\\u0d8 \n1.eE-NaIfinty'))))
def test_no_bytes_end_in_anything_but_problems(data):
    raw = data if isinstance(data, bytes) else data.encode()
    try:
        places = len(parse(raw).marks)
    except Rejected as rejected:
        places = len(rejected.problems)

    assert places >= 1


@settings(max_examples=100, deadline=None)
@given(PLAIN)
def test_yaml_and_json_of_the_same_text_agree_where_both_read_it(data):
    text = json.dumps(data, ensure_ascii=True)
    try:
        by_yaml = strict_yaml.parse(text.encode(), "a.yaml")
    except Rejected:
        return  # e.g. surrogate pairs, which YAML has no escapes for
    by_json = parse(text)

    assert by_yaml.data == by_json.data
    assert dict(by_yaml.marks) == dict(by_json.marks)
    assert dict(by_yaml.key_marks) == dict(by_json.key_marks)
