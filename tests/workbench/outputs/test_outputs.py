"""One inspection in every form: nothing is lost, nothing is read as something else."""

import json
from dataclasses import replace

import pytest
from junitparser import Failure, JUnitXml, Skipped

from checker.model.problem import Place, Problem
from checker.workbench.diagnostic import (
    CheckKind,
    Diagnostic,
    Examined,
    Gravity,
    Inspection,
    rejected,
)
from checker.workbench.outputs import github, gitlab, json_form, junit, sarif, text

HERE = Place("rules/1 水/rules.yaml", 4, 7, field="rules.0.requirement")
BAD = Diagnostic(
    HERE, "wording-must", Gravity.ERROR, "要求里写了“必须”", found="必须", wanted="应",
    advice="改为“应”。", subject="YYC-0101-01", related=((Place("rules/b.yaml", 2, 3), "同一句"),),
)  # fmt: skip
HINT = Diagnostic(
    Place("rules/b.yaml", 9), "cell-read-twice", Gravity.NOTE, "100% 会偏宽: a, b\n第二行"
)
SPARED = Diagnostic(
    Place("rules/b.yaml", 12, 1), "wording-must", Gravity.ERROR, "又一处", ignored="引用原文"
)
WRONG = Diagnostic(Place(), "no-place", Gravity.WARNING, "没有地方 <&> \x07")
INSPECTION = Inspection(
    "lint", "0.1", "abc",
    kinds=(CheckKind("wording-must", "不写“必须”", Gravity.ERROR, "docs/lints/wording-must.md"),),
    diagnostics=(WRONG, BAD, HINT, SPARED),
    examined=(
        Examined("YYC-0101-01", "水深", HERE, (BAD, HINT)),
        Examined("YYC-0101-01", "水温"),
        Examined("YYC-0201-01", "救生员", skipped="没有装 z3"),
    ),
    figures={"rules": 2},
)  # fmt: skip


class TestJson:
    data = json.loads(json_form.render(INSPECTION))

    def test_it_counts_every_diagnostic_once(self):
        assert self.data["counts"] == {"error": 1, "warning": 1, "note": 1, "ignored": 1}

    def test_it_says_all_that_a_diagnostic_says(self):
        assert self.data["diagnostics"][1] == {
            "check": "wording-must",
            "gravity": "error",
            "subject": "YYC-0101-01",
            "file": "rules/1 水/rules.yaml",
            "line": 4,
            "column": 7,
            "field": "rules.0.requirement",
            "message": "要求里写了“必须”",
            "found": "必须",
            "wanted": "应",
            "advice": "改为“应”。",
            "related": [{"file": "rules/b.yaml", "line": 2, "column": 3, "shows": "同一句"}],
        }

    def test_a_rule_set_that_cannot_be_read_is_not_valid(self):
        place = Place("rules/rules.yaml", 3)
        problem = Problem(place, "unknown_field", "没有这一列", "deep", "depth", "改成 depth")
        data = json.loads(json_form.render(rejected("lint", [problem])))

        assert data["valid"] is False
        assert data["diagnostics"][0]["check"] == "unknown-field"


class TestSarif:
    run = json.loads(sarif.render(INSPECTION))["runs"][0]

    def test_every_result_names_a_rule_of_the_tool(self):
        rules = [r["id"] for r in self.run["tool"]["driver"]["rules"]]

        assert [rules[r["ruleIndex"]] for r in self.run["results"]] == [
            "no-place", "wording-must", "cell-read-twice", "wording-must",
        ]  # fmt: skip

    def test_a_check_has_a_friendly_name_unless_that_says_its_id_again(self):
        said = {r["id"]: r.get("name") for r in self.run["tool"]["driver"]["rules"]}

        assert said["wording-must"] == "WordingMust"
        one = Inspection("lint", "", "", kinds=(CheckKind("placeholder", "待填", Gravity.ERROR),))
        (rule,) = json.loads(sarif.render(one))["runs"][0]["tool"]["driver"]["rules"]
        assert "name" not in rule

    def test_paths_are_uris(self):
        location = self.run["results"][1]["locations"][0]["physicalLocation"]

        assert location["artifactLocation"]["uri"] == "rules/1%20%E6%B0%B4/rules.yaml"
        assert location["region"] == {"startLine": 4, "startColumn": 7}

    def test_what_stands_nowhere_has_no_file(self):
        assert self.run["results"][0]["locations"] == [{}]

    def test_what_is_declared_away_carries_its_reason(self):
        (spared,) = [r for r in self.run["results"] if "suppressions" in r]

        assert spared["suppressions"][0]["justification"] == "引用原文"

    def test_a_fingerprint_stays_when_lines_move(self):
        moved = json.loads(sarif.render(inspection_with(line=40)))["runs"][0]["results"][0]

        assert moved["partialFingerprints"] == self.run["results"][1]["partialFingerprints"]

    def test_a_rule_set_that_cannot_be_read_is_a_run_that_failed(self):
        problem = Problem(Place("rules/rules.yaml", 3), "unknown_field", "没有这一列")
        run = json.loads(sarif.render(rejected("lint", [problem])))["runs"][0]

        assert run["invocations"] == [{"executionSuccessful": False}]
        assert run["results"][0]["level"] == "error"


def inspection_with(line):
    place = Place(HERE.file, line, 2, field=HERE.field)
    return Inspection("lint", "", "", diagnostics=(Diagnostic(
        place, BAD.check, BAD.gravity, BAD.message, BAD.found, subject=BAD.subject
    ),))  # fmt: skip


class TestJunit:
    @pytest.fixture
    def suites(self, tmp_path):
        path = tmp_path / "rules.xml"
        path.write_text(junit.render(INSPECTION), encoding="utf-8")
        return JUnitXml.fromfile(str(path))

    def test_another_program_reads_what_was_examined(self, suites):
        found = {(s.name, c.name): [type(r) for r in c.result] for s in suites for c in s}

        assert found == {
            ("YYC-0101-01", "水深"): [Failure],
            ("YYC-0101-01", "水温"): [],
            ("YYC-0201-01", "救生员"): [Skipped],
            ("no-place", "no-place"): [Failure],
            ("wording-must", "wording-must"): [],  # declared away
        }

    def test_totals_are_those_of_the_suites(self, suites):
        assert (suites.tests, suites.failures, suites.skipped) == (5, 2, 1)

    def test_a_failure_says_where_and_what_to_do(self, suites):
        failure = next(c for s in suites for c in s if c.name == "水深").result[0]

        assert failure.type == "wording-must"
        assert failure.text.split("\n") == [
            "rules/1 水/rules.yaml:4:7  wording-must",
            "要求里写了“必须”",
            "查到：必须",
            "应当是：应",
            "怎么办：改为“应”。",
        ]

    def test_characters_that_xml_refuses_are_replaced(self, suites):
        (failure,) = next(c for s in suites for c in s if c.name == "no-place").result

        assert failure.message == "没有地方 <&> �"


class TestGithub:
    lines = github.render(INSPECTION).splitlines()

    def test_each_that_counts_or_is_worth_knowing_is_one_line(self):
        assert [line.partition(" ")[0] for line in self.lines] == [
            "::warning",
            "::error",
            "::notice",
        ]

    def test_properties_and_text_are_escaped_apart(self):
        assert self.lines[2] == (
            "::notice file=rules/b.yaml,line=9,title=cell-read-twice::100%25 会偏宽: a, b%0A第二行"
        )

    def test_a_comma_or_colon_in_a_file_name_ends_no_property(self):
        odd = Diagnostic(Place("a,b:c.yaml", 1), "x", Gravity.ERROR, "坏")

        assert github.render(Inspection("lint", "", "", diagnostics=(odd,))) == (
            "::error file=a%2Cb%3Ac.yaml,line=1,title=x::坏\n"
        )


class TestText:
    def test_it_shows_the_line_and_marks_the_column(self):
        lines = {4: "      必须有人"}
        said = text.render(inspection_with(line=4), lambda place: lines.get(place.line, ""))

        assert said.split("\n")[:5] == [
            "rules/1 水/rules.yaml:4:2  错误  wording-must  YYC-0101-01",
            "    要求里写了“必须”",
            "    4 │       必须有人",
            "      │  ^",
            "",
        ]

    def test_the_mark_stands_below_wide_characters(self):
        place = Place("a.yaml", 1, 3)
        one = Inspection("lint", "", "", diagnostics=(Diagnostic(place, "x", Gravity.ERROR, "坏"),))

        assert text.render(one, lambda _: "名称x").split("\n")[3] == "      │ 　　^"

    def test_what_is_declared_away_is_only_counted(self):
        said = text.render(INSPECTION)

        assert "又一处" not in said
        assert said.endswith("有问题：错误 1，警告 1，提示 1，已声明不计 1。共看了 3 项。\n")

    def test_a_clean_rule_set_is_said_to_be_clean(self):
        assert text.render(Inspection("lint", "", "")) == "没有问题。\n"

    def test_a_rule_set_that_cannot_be_read_says_so(self):
        said = text.render(rejected("lint", [Problem(Place("a.yaml", 1), "x", "坏")]))

        assert said.endswith("规则集有 1 处错误，读不进来；改好以后再检查其他方面。\n")


@pytest.mark.parametrize("form", [json_form, sarif, junit, github])
def test_every_form_ends_with_a_line_break(form):
    assert form.render(INSPECTION).endswith("\n")


def test_notes_and_what_is_declared_away_make_no_run_fail():
    assert INSPECTION.counting == (WRONG, BAD)


class TestGitlab:
    data = json.loads(gitlab.render(INSPECTION))

    def test_what_counts_and_has_a_file_becomes_an_issue(self):
        assert [(i["check_name"], i["severity"], i["location"]) for i in self.data] == [
            ("wording-must", "major", {"path": "rules/1 水/rules.yaml", "lines": {"begin": 4}}),
            ("cell-read-twice", "info", {"path": "rules/b.yaml", "lines": {"begin": 9}}),
        ]

    def test_an_issue_is_known_again_when_its_line_has_moved(self):
        moved = replace(BAD, place=replace(BAD.place, line=40))
        again = json.loads(gitlab.render(Inspection("lint", "", "", diagnostics=(moved,))))
        assert again[0]["fingerprint"] == self.data[0]["fingerprint"]
        assert again[0]["fingerprint"] != self.data[1]["fingerprint"]
