"""The sentences: every one can be said, and says what to do."""

import ast
import string
from pathlib import Path

import pytest

import checker.submission
from checker.model import words as model_words
from checker.model.problem import Place
from checker.submission.problems import Report, shown
from checker.submission.sentences import SENTENCES
from checker.submission.words import listed, number, say
from tests.submission.handed import refused, refused_cell

ROOM = Path(checker.submission.__file__).parent


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_sentence_can_be_said_and_tells_what_to_do(code):
    facts: dict[str, object] = {n: "甲" for text in SENTENCES[code] for n in holes(text)}

    plain, near = say(code, facts), say(code, {**facts, "nearest": "乙"})

    assert plain.message
    assert plain.advice or plain.wanted
    assert "{" not in plain.message + plain.advice or "{" in SENTENCES[code].advice.replace(
        "{{", ""
    )
    assert near.advice == plain.advice or "乙" in near.advice


def test_every_code_that_is_reported_has_its_sentence_and_no_sentence_is_idle():
    used = set()
    for path in ROOM.glob("*.py"):
        if path.name != "sentences.py":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            used |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}

    assert set(SENTENCES) - used == set()
    reported = {value for value in used if isinstance(value, str) and value in SENTENCES}
    assert reported == set(SENTENCES)


def test_sentences_can_be_translated():
    english = {"“{column}”要填是或否": "“{column}” must be yes or no"}
    model_words.install(lambda text: english.get(text, text))
    try:
        problem = refused_cell("urgent", "急")
    finally:
        model_words.install(None)

    assert problem.message == "“紧急” must be yes or no"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("甲\n乙", "甲\\u000a乙"),
        ("字" * 41, "字" * 40 + "…"),
        (True, "true"),
        ([1, "a", ["b"]], "1、a、b"),
        ({"a": 1}, "{…}"),
        (list("abcdefg"), "a、b、c、d…"),
    ],
)
def test_what_stands_there_is_shown_short_and_visible(raw, text):
    assert shown(raw) == text


def test_long_lists_are_cut():
    assert listed(tuple("abc"), most=2) == "a、b 等 3 项"


def test_bounds_are_told_in_words():
    assert number(0, None, "次", whole=True) == "不小于 0 的整数（单位：次）"
    assert number(None, 5, "", whole=False) == "不大于 5 的数字"
    assert number(0, 1, "1", whole=False) == "0 至 1 的数字，也可以写百分数"


def test_guesses_are_not_made_without_end():
    report = Report()

    guesses = [report.nearest("网各", ["网格"]) for _ in range(300)]

    assert guesses[0] == "网格"
    assert guesses[-1] == ""


def test_problems_are_kept_up_to_a_limit_and_the_rest_is_counted(monkeypatch):
    monkeypatch.setattr("checker.submission.problems.PROBLEM_LIMIT", 2)
    rows = [{"id": f"R{n}", "urgent": "急"} for n in range(5)]

    problems = refused({"requests": rows})

    assert [p.code for p in problems] == ["more_problems", "not_bool", "not_bool"]
    assert problems[0].message == "另有 3 处问题没有列出"


def test_a_guess_ignores_width_case_and_signs():
    report = Report()

    assert report.nearest("ＮＡＭＥ ", ["name"]) == "name"
    assert report.nearest_key("g-01", ["G01", "G02"]) == "G01"
    assert report.nearest_key("G7", ["G1", "G2"]) == ""
    assert report.nearest("", ["name"]) == ""


def test_a_place_is_spoken_of_by_file_and_line():
    from checker.submission.words import spot

    assert spot(Place("a.csv", 3, 2)) == "a.csv 第 3 行"
    assert spot(Place("a.csv")) == "a.csv"
