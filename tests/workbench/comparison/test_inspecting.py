"""A comparison as an inspection, and in every form in which it is handed over."""

import json
from html.parser import HTMLParser

import junitparser
import pytest

from checker.workbench.comparison import html, markdown, text
from checker.workbench.comparison.archive import judged, submissions
from checker.workbench.comparison.compare import changes, renames
from checker.workbench.comparison.impact import pair
from checker.workbench.comparison.inspecting import FailOn, inspection
from checker.workbench.comparison.levers import levers
from checker.workbench.comparison.meanings import meaning, to_compare
from checker.workbench.comparison.result import Comparison
from checker.workbench.diagnostic import Gravity
from checker.workbench.outputs import json_form, junit, sarif
from tests.rulebook.copies import GUARDED, POOL_RULES, RENEWED, TESTED, WATER
from tests.workbench.comparison.pools import DICTIONARY

POOL = POOL_RULES.parent / "submissions"


def comparison(pools, *, impact=True):
    old, new = pools.old, pools.new
    found = changes(old, new)
    meant = [meaning(a, b, old, new, None) for a, b in to_compare(old, new, found)]
    replays = None
    if impact:
        renamed = {n: o for o, n in renames(found).items()}
        both = pair(old.book, new.book, levers(found), renamed)
        replays = tuple(judged(p, p.name, both) for p in submissions(POOL))
    return Comparison(old, new, found, tuple(m for m in meant if m), replays, solver=False)


@pytest.fixture
def much(pools):
    """Many kinds of change at once."""
    pools.edit(WATER, 'default: "95%"', 'default: "96%"').edit(
        WATER, "title: 水清", "title: 池<水>清|净"
    )
    pools.edit(TESTED, "default: 1, unit: count/月", "default: 2, unit: count/月")
    pools.edit(GUARDED, "level: requirement", "level: recommendation")
    pools.edit(RENEWED, "YYC-0202-01", "YYC-0202-02")
    return comparison(pools)


def kinds(found, fail_on=FailOn.ANY):
    return {(d.check, d.subject): d.gravity for d in inspection(found, fail_on).diagnostics}


def test_nothing_changed_is_nothing_to_tell(pools):
    found = inspection(comparison(pools), FailOn.ANY)
    assert found.diagnostics == ()
    assert len(found.examined) == 5 + 2  # rules and submissions


def test_every_kind_of_change_has_its_check(much):
    assert set(kinds(much)) == {
        ("diff-stronger", "YYC-0102-01"), ("diff-undecided", "YYC-0101-01"),
        ("diff-value", "chlorine_share_min"), ("diff-value", "reports_per_month"),
        ("diff-words", "YYC-0101-02"), ("diff-score", "YYC-0201-01"),
        ("diff-renamed", "YYC-0202-02"), ("diff-impact", "clear"), ("diff-impact", "murky"),
    }  # fmt: skip
    known = {k.id for k in inspection(much, FailOn.ANY).kinds}
    assert {check for check, _ in kinds(much)} <= known


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        (FailOn.ANY, {"diff-stronger", "diff-undecided", "diff-score", "diff-impact"}),
        (FailOn.STRONGER, {"diff-stronger", "diff-undecided"}),
        (FailOn.IMPACT, {"diff-impact"}),
        (FailOn.NONE, set()),
    ],
)
def test_only_what_the_caller_fears_makes_it_fail(much, fail_on, failing):
    found = kinds(much, fail_on)
    assert {check for (check, _), weight in found.items() if weight is Gravity.WARNING} == failing
    assert bool(inspection(much, fail_on).counting) == bool(failing)


def test_a_level_that_rises_is_stricter_and_one_that_falls_is_not(pools):
    pools.edit(RENEWED, "level: recommendation", "level: requirement")
    assert inspection(comparison(pools), FailOn.STRONGER).counting
    pools.copy.edit(RENEWED, "level: requirement", "level: recommendation")
    pools.edit(GUARDED, "level: requirement", "level: recommendation")
    assert not inspection(comparison(pools), FailOn.STRONGER).counting


def test_words_alone_never_make_it_fail(pools):
    pools.edit(WATER, "title: 水清", "title: 池水清")
    (found,) = inspection(comparison(pools), FailOn.ANY).diagnostics
    assert (found.check, found.gravity) == ("diff-words", Gravity.NOTE)


def test_a_submission_that_is_refused_now_is_told_problem_by_problem(pools):
    pools.edit(DICTIONARY, "[余氯, 浊度, 尿素, 菌落总数, 其他]", "[余氯, 浊度, 尿素, 菌落总数]")
    found = [
        d
        for d in inspection(comparison(pools), FailOn.ANY).diagnostics
        if d.check == "diff-refused"
    ]
    assert [(d.subject, d.place.file) for d in found[:2]] == [
        ("clear", "clear/submission.yaml")
    ] * 2
    assert all(d.place.line for d in found)


def test_a_diagnostic_stands_in_the_new_version_and_points_to_the_old_one(much):
    (one,) = [d for d in inspection(much, FailOn.ANY).diagnostics if d.check == "diff-stronger"]
    assert one.place.file.endswith(f"new/{TESTED}")
    assert one.place.line == 3
    assert [p.file.endswith(f"second_standard/rules/{TESTED}") for p, _ in one.related] == [True]
    assert "每月一份四项都检" in one.message


def test_what_was_removed_stands_only_in_the_old_version(pools):
    (pools.copy.folder / RENEWED).unlink()
    (one,) = [
        d
        for d in inspection(comparison(pools, impact=False), FailOn.ANY).diagnostics
        if d.check == "diff-removed"
    ]
    assert one.place.file.endswith("standard.yaml")
    assert one.related[0][0].file.endswith(f"second_standard/rules/{RENEWED}")


def test_machines_can_read_it(much):
    found = inspection(much, FailOn.ANY)
    data = json.loads(json_form.render(found))["figures"]
    assert data["summary"]["submissions"]["moved"] == 2
    assert data["summary"]["rules"]["stronger"] == 1
    witness = next(r for r in data["rules"] if r["rule"] == "YYC-0102-01")["witnesses"][0]
    assert (witness["old"], witness["new"], witness["rows"]) == ("met", "missed", 6)
    clear = next(r for r in data["impact"] if r["submission"] == "clear")
    assert clear["old"]["points"] == ["100.0", "100.0"]
    # 余氯 keeps half of 30; 按月送检 loses all 20
    assert clear["new"]["points"] == ["65.0", "65.0"]
    assert [(c["worst"], c["best"]) for c in clear["contributions"]] == [
        ("-15.0", "-15.0"),
        ("-20.0", "-20.0"),
    ]
    assert json.loads(sarif.render(found))["runs"][0]["results"]
    suites = junitparser.JUnitXml.fromstring(junit.render(found).encode())
    assert sum(s.tests for s in suites) == 5 + 2 + 1  # rules, submissions, what belongs to neither


def test_the_text_begins_with_the_verdict(much):
    lines = text.render(much, lambda said, _: said).split("\n")
    assert lines[1].strip().startswith("规则：收紧 1 条")
    assert any("回放申报 2 份" in line for line in lines[:6])
    assert any("〔95%〕" in line for line in lines)
    assert any("〔96%〕" in line for line in lines)


def test_markdown_takes_nothing_from_the_rules_for_marks_of_its_own(much):
    said = markdown.render(much)
    assert "池\\<水\\>清\\|净" in said
    assert "<del>95%</del><ins>96%</ins>" in said
    assert said.count("<details>") == said.count("</details>")
    rows = [line for line in said.split("\n") if line.startswith("| ")]
    assert {line.count(" | ") for line in rows} == {4}


class Tags(HTMLParser):
    """Counts open elements, and keeps what would load another file."""

    VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.loads, self.targets = [], [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name == "src" or (tag == "link" and name == "href"):
                self.loads.append(value)
            if name == "href" and value.startswith("#"):
                self.targets.append(value[1:])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_whole_and_needs_no_other_file(much):
    page = html.render(much)
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert tags.loads == []
    assert len(tags.ids) == len(set(tags.ids))
    assert set(tags.targets) <= set(tags.ids)
    assert "池&lt;水&gt;清|净" in page
    assert "<del>95%</del>" in page
    assert "<ins>96%</ins>" in page


@pytest.mark.parametrize("form", [text, markdown, html])
def test_the_same_comparison_gives_the_same_bytes(pools, form):
    pools.edit(WATER, 'default: "95%"', 'default: "96%"')
    arguments = (lambda said, _: said,) if form is text else ()
    assert form.render(comparison(pools), *arguments) == form.render(comparison(pools), *arguments)
