"""A result that was touched contradicts itself, and one that was not never does."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from checker.assessment.consistency import contradictions
from checker.model.problem import Problem
from checker.model.result import Result
from checker.report.result_json import dumps, loads
from tests.assessment.pools import assessed, site

Document = dict[str, Any]
Edit = Callable[[Document], object]


@cache
def result() -> Result:
    """A review: one rule fails everywhere and is rejected on site, one lacks its table."""
    pools = [{"id": f"P{n}", "name": f"{n}号池"} for n in (1, 2, 3)]
    guards = [{"id": "L1", "pool_ids": ["P1"], "certified_until": "2026-01-01"}]
    return assessed(
        kind="association", lab_reports=None, lifeguards=guards, pools=pools,
        site_findings=[site("rejected")],
    )  # fmt: skip


@cache
def own() -> Result:
    """A self-assessment in which one rule waits for a visit."""
    return assessed()


def edited(edit: Edit, of: Result) -> tuple[Problem, ...]:
    document = json.loads(dumps(of))
    edit(document)
    return contradictions(loads(json.dumps(document)))


def put(path: str, value: object) -> Edit:
    """Set what stands at a path."""
    *outer, last = path.split(".")

    def edit(document: Document) -> None:
        inside: Any = document
        for step in outer:
            inside = inside[int(step) if step.isdigit() else step]
        inside[int(last) if last.isdigit() else last] = value

    return edit


@pytest.mark.parametrize("build", [result, own])
def test_what_was_just_judged_contradicts_itself_nowhere(build):
    assert contradictions(build()) == ()


GUARDS, LAB, CHLORINE = 3, 2, 0
"""Positions of the findings on lifeguards (failed), laboratory reports (missing), chlorine."""

EDITS: list[tuple[str, object, str]] = [
    # path, what is written there, what follows from the rest
    ("report_no", "YYC-20250705-00000000", ""),
    ("points.worst", "1000", "55"),
    ("points.best", "-5", "75"),
    ("points.maximum", "999", "100"),
    ("points_without_declared.worst", "56", "55"),
    ("counts.passed", 999, "3"),
    ("counts.failed", 0, "1"),
    ("counts.total", 6, "5"),
    ("declared_away", ["YYC-0101-01"], "（没有）"),
    ("gaps", ["YYC-0102-01", "YYC-0201-01"], "YYC-0201-01"),
    ("gaps", [], "YYC-0201-01、YYC-0102-01"),
    ("conclusion.id", "fit", "unfit"),
    ("conclusion.title", "可以开放", "暂停开放"),
    ("conclusion.conforms", True, "false"),
    ("conclusion.possible", ["可以开放"], "暂停开放"),
    ("conclusion.grade", "清澈", "（空）"),
    ("conclusion.possible_grades", ["清澈"], "尚可、浑浊"),
    ("conclusion.reasons.0", "可以开放：没有严重不符合", "可以开放：严重不符合 1 ～ 2 项，要求不超过 0 项"),
    ("chapters.0.outcome", "passed", "cantTell"),
    ("chapters.0.points.worst", "60", "40"),
    ("chapters.1.points.maximum", "15", "40"),
    ("chapters.1.counts.failed", 0, "1"),
    ("chapters.0.items.1.outcome", "passed", "cantTell"),
    ("chapters.0.items.0.points.best", "41", "40"),
    ("chapters.0.items.1.evaluated", False, "true"),
    ("chapters.1.items.0.counts.total", 2, "1"),
    (f"findings.{GUARDS}.outcome", "passed", "failed"),
    (f"findings.{GUARDS}.data_outcome", "passed", "failed"),
    (f"findings.{GUARDS}.severity", "minor", "major"),
    (f"findings.{GUARDS}.severity", None, "major"),
    (f"findings.{GUARDS}.vetoed", True, "false"),
    (f"findings.{GUARDS}.confirmation", "confirmed", "rejected"),
    (f"findings.{GUARDS}.near", True, "false"),
    (f"findings.{GUARDS}.reason", "rejected_on_site", "null"),
    (f"findings.{GUARDS}.points.worst", "25", "0"),
    (f"findings.{GUARDS}.gain", "0", "25"),
    (f"findings.{GUARDS}.measured.0.offending_count", 1, "3"),
    (f"findings.{LAB}.outcome", "passed", "cantTell"),
    (f"findings.{LAB}.reason", "value_missing", "not_submitted"),
    (f"findings.{LAB}.explanation", "", "检验报告"),
    (f"findings.{LAB}.possible", ["missed", "met"], "met"),
    (f"findings.{LAB}.measured.0.missing.0.unknown", 7, "0"),
    (f"findings.{CHLORINE}.points.maximum", "40", "30"),
    ("to_hand_in.0.points", "60", "20"),
    ("to_hand_in.0.later", 3, "0"),
    ("to_hand_in.0.rules", [], "YYC-0102-01"),
    ("to_hand_in", [], "1 个"),
    ("subject", "别的游泳池", "概况里写的名称"),
    ("parameters.0.value", "9", "1 mg/L"),
    (f"findings.{GUARDS}.measured.0.population.1", 2, "≤ 2"),
    (f"findings.{GUARDS}.measured.0.offending.0.table", "lifeguards", "pools"),
    (f"findings.{CHLORINE}.measured.0.value.low", "2", "≤ 1"),
    ("parameters.0.rules", ["YYC-9999-01"], ""),
    ("scheme.conclusions.0.0", "自查可以开放", "可以开放"),
    ("site_findings.0.rule", "YYC-9999-01", ""),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "wanted"), EDITS)
def test_an_edit_is_told_at_its_place_with_what_follows_from_the_rest(path, value, wanted):
    found = edited(put(path, value), result())

    told = {problem.place.field: problem for problem in found}
    where = next((f for f in told if path.startswith(f) or f.startswith(path)), "")
    assert where, told
    assert {p.code for p in found} == {"contradiction"}
    assert wanted in told[where].wanted
    assert told[where].message.endswith("与这份结果里的其他内容对不上")


DERIVED = [e for e in EDITS if not e[0].startswith(("parameters", "site_findings"))]


@pytest.mark.parametrize(("path", "value", "wanted"), DERIVED)
def test_an_edit_of_what_follows_from_the_rest_is_the_only_thing_told(path, value, wanted):
    del wanted
    fields = {p.place.field for p in edited(put(path, value), result())}

    assert fields
    assert all(path.startswith(f) or f.startswith(f"{path}.") for f in fields), fields


def test_the_whole_story_that_was_edited_is_told():
    def edit(document: Document) -> None:
        document["conclusion"] |= {
            "title": "可以开放", "conforms": True, "possible": ["可以开放"], "grade": "清澈",
        }  # fmt: skip

    found = edited(edit, result())

    assert [(p.place.field, p.found) for p in found] == [
        ("conclusion.conforms", "true"),
        ("conclusion.grade", "清澈"),
        ("conclusion.possible.0", "可以开放"),
        ("conclusion.title", "可以开放"),
    ]
    # what to do is the same for all, and told once
    assert [bool(p.advice) for p in found] == [False, False, False, True]


class TestFindings:
    """Each rule once, in the order of the items and then of the ids."""

    def test_one_that_is_listed_twice(self):
        (problem,) = edited(lambda d: d["findings"].insert(4, d["findings"][3]), result())

        assert (problem.place.field, problem.wanted) == ("findings.4.rule", "只列一次")

    def test_two_that_changed_places(self):
        (problem,) = edited(lambda d: d["findings"][:2].reverse() or d.update(
            findings=[d["findings"][1], d["findings"][0], *d["findings"][2:]]
        ), result())  # fmt: skip

        assert problem.place.field == "findings.0.rule"
        assert (problem.found, problem.wanted) == ("YYC-0101-02", "YYC-0101-01")

    def test_none_at_all(self):
        found = {p.place.field for p in edited(lambda d: d.update(findings=[]), result())}

        assert {"points.worst", "counts.total", "chapters.0.outcome", "conclusion.reasons"} <= found

    def test_one_that_was_left_out(self):
        found = {p.place.field for p in edited(lambda d: d["findings"].pop(GUARDS), result())}

        assert {"chapters.1.items.0.evaluated", "counts.failed", "gaps"} <= found

    def test_one_of_an_item_that_is_not_there(self):
        fields = [p.place.field for p in edited(put("findings.4.item", "9.9"), result())]

        assert "findings.4.item" in fields


class TestWhatTheSumsRestOn:
    """A change here is not told by itself, but by all that no longer follows from it."""

    @pytest.mark.parametrize(
        ("path", "value", "told"),
        [
            (f"findings.{GUARDS}.possible", ["met"], f"findings.{GUARDS}.possible"),
            (f"findings.{LAB}.possible", ["met"], "points.worst"),
            (f"findings.{CHLORINE}.weight", 9, f"findings.{CHLORINE}.points.maximum"),
            (f"findings.{GUARDS}.scored", False, "points.worst"),
            (f"findings.{GUARDS}.level", "permission", f"findings.{GUARDS}.severity"),
            (f"findings.{LAB}.measured.0.missing.0.reason", "table_partial",
             f"findings.{LAB}.measured.0.missing.0.reason"),
            ("chapters.1.items.0.worth", 1, "chapters.1.points.maximum"),
            ("scheme.total", 1000, "points.maximum"),
            ("scheme.grades.0.1", "50", "conclusion.possible_grades.0"),
            ("scheme.enabled_vetoes", ["YYC-0201-01"], f"findings.{GUARDS}.vetoed"),
            ("scheme.choices.0.title", "开放", "scheme.conclusions.0.0"),
            ("kind", "self", "scheme.conclusions.0.0"),
            ("assessed_on", "2025-07-06", "report_no"),
            ("rulebook.digest", "0" * 64, "report_no"),
            ("files", [{"path": "x", "sha256": "0" * 64}], "report_no"),
        ],
    )  # fmt: skip
    def test_it_is_told(self, path, value, told):
        assert told in {p.place.field for p in edited(put(path, value), result())}

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            ("scheme.decimals", 10**9),
            ("scheme.decimals", -1),
            ("scheme.total", 0),
            ("scheme.near_miss", "2"),
            ("chapters.0.items.0.worth", -1),
            ("chapters.0.items.1.no", "1.1"),
            ("chapters.1.no", "1"),
            ("findings.0.weight", -1),
            ("findings.0.possible", []),
        ],
    )
    def test_from_nonsense_nothing_is_drawn(self, path, value):
        (problem,) = edited(put(path, value), result())

        assert path.startswith(problem.place.field)


class TestProfile:
    """What the profile is said to change, and what stands in the findings."""

    def contest(self) -> Result:
        return assessed("contest")

    def test_it_is_borne_out(self):
        assert contradictions(self.contest()) == ()

    @pytest.mark.parametrize(
        ("kind", "told"),
        [
            ("off", "findings.3.rule"),
            ("unscored", "findings.3.scored"),
            ("weight", "findings.3.weight"),
        ],
    )
    def test_a_difference_that_is_only_told(self, kind, told):
        def edit(document: Document) -> None:
            (veto,) = (d for d in document["rulebook"]["differences"] if d["kind"] == "veto")
            document["rulebook"]["differences"].append({**veto, "kind": kind, "chosen": "77"})

        assert told in {p.place.field for p in edited(edit, self.contest())}

    def test_a_veto_that_was_taken_back(self):
        fields = {p.place.field for p in edited(put("scheme.enabled_vetoes", []), self.contest())}

        assert "scheme.enabled_vetoes" in fields

    def test_a_value_that_the_profile_does_not_say(self):
        names = [p.name for p in self.contest().parameters]
        at = names.index("turbidity_max")

        found = edited(put(f"parameters.{at}.value", "5"), self.contest())

        assert [p.place.field for p in found] == [f"parameters.{at}.value"]


def test_tables_and_findings_say_the_same_of_what_was_handed_in():
    of_lab = [t.name for t in result().tables].index("lab_reports")

    found = edited(put(f"tables.{of_lab}.submitted", True), result())

    fields = {p.place.field for p in found}
    assert fields == {f"findings.{LAB}.measured.{n}.missing.0.reason" for n in (0, 1)}


def test_a_contradiction_in_a_result_of_another_version_says_which_version_wrote_it():
    other = replace(result(), program="0.0.9")

    (problem,) = contradictions(other)

    assert problem.place.field == "report_no"
    assert "由 0.0.9 版程序写出" in problem.advice


def test_a_condition_that_does_not_hold_leaves_nothing_possible():
    def edit(document: Document) -> None:
        document["findings"][GUARDS]["reason"] = "condition_not_met"

    found = {p.place.field: p.wanted for p in edited(edit, result())}

    assert found[f"findings.{GUARDS}.possible"] == "empty"
