"""Every word goes through gettext, in Python and in templates; every enumeration has its words."""

import ast
import re
from pathlib import Path

import pytest
from jinja2 import nodes

from checker.model.outcome import (
    AssessmentKind,
    Basis,
    Confirmation,
    Level,
    Origin,
    Outcome,
    Possible,
    Reason,
    Severity,
    Verification,
)
from checker.report import html, words

IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
MODULES = sorted(Path(words.__file__).parent.glob("*.py"))
TEMPLATES = sorted(path.relative_to(html.FOLDER).as_posix() for path in html.FOLDER.rglob("*.j2"))
STYLES = sorted((html.FOLDER / "style").glob("*.css"))


def untranslated(tree: ast.AST) -> list[str]:
    """Return texts with Chinese in them that are neither docstrings nor arguments of _()."""
    excused = {
        id(argument)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_"
        for argument in node.args
    }
    excused |= {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and IDEOGRAPH.search(node.value)
        and id(node) not in excused
    ]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_no_word_in_python_bypasses_gettext(module):
    assert untranslated(ast.parse(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_word_in_a_template_bypasses_gettext(name):
    source = (html.FOLDER / name).read_text(encoding="utf-8")
    tree = html._environment().parse(source)

    plain = [data.data for data in tree.find_all(nodes.TemplateData)]

    assert [text for text in plain if IDEOGRAPH.search(text)] == []


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_styles_hold_no_words(style):
    assert not IDEOGRAPH.search(style.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("word", "enumeration"),
    [
        (words.outcome, Outcome),
        (words.level, Level),
        (words.severity, Severity),
        (lambda value: words.basis(value, "草案"), Basis),
        (lambda value: words.basis_meaning(value, "草案"), Basis),
        (lambda value: words.origin(value, "草案"), Origin),
        (words.verification, Verification),
        (lambda value: words.kind(value, "某会"), AssessmentKind),
        (words.report_name, AssessmentKind),
        (words.team, AssessmentKind),
        (words.reason, Reason),
        (words.confirmation, Confirmation),
        (lambda value: words.possible([value]), Possible),
    ],
)
def test_every_value_has_its_own_word(word, enumeration):
    said = [word(value) for value in enumeration]

    assert all(IDEOGRAPH.search(text) for text in said)
    assert len(set(said)) == len(said)


def test_outcomes_are_told_apart_by_their_mark_too():
    marks = [*words.MARKS.values(), words.NEAR_MARK]

    assert set(words.MARKS) == set(Outcome)
    assert len(set(marks)) == len(marks)
