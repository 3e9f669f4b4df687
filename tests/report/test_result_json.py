"""result.json: canonical, complete, and refused when it was touched."""

import json
from dataclasses import replace
from fractions import Fraction

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.model.problem import Problem, Rejected
from checker.model.result import Finding, Points
from checker.report.result_json import dumps, loads
from checker.report.result_schema import result_schema
from tests.report.results import failing, full_pass, mostly_missing

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
st.register_type_strategy(str, TEXT)

BUILT = [full_pass, mostly_missing, failing]


@pytest.mark.parametrize("build", BUILT)
def test_reading_back_gives_the_same_result(build):
    result = build()

    assert loads(dumps(result)) == result


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.from_type(Finding), max_size=2), st.from_type(Points))
def test_any_finding_survives_the_round_trip(findings, points):
    result = replace(full_pass(), findings=tuple(findings), points=points)

    text = dumps(result)

    assert loads(text) == result
    assert dumps(loads(text)) == text
    jsonschema.validate(json.loads(text), json.loads(result_schema()))


@pytest.mark.parametrize("build", BUILT)
def test_what_is_written_is_valid_under_the_schema(build):
    jsonschema.validate(json.loads(dumps(build())), json.loads(result_schema()))


def test_the_schema_refuses_more_and_less():
    schema = json.loads(result_schema())
    document = json.loads(dumps(full_pass()))

    for broken in ({**document, "more": 1}, {k: v for k, v in document.items() if k != "gaps"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, schema)


def test_the_form_is_canonical():
    result = replace(full_pass(), points=Points(Fraction(19, 20), Fraction(3), Fraction(1000)))

    text = dumps(result)

    assert text.startswith('{\n  "aspects": [],\n  "assessed_on": "2026-01-10",\n  "chapters": [\n')
    assert (
        '"points": {\n    "best": "3",\n    "maximum": "1000",\n    "worst": "19/20"\n  }' in text
    )
    assert text.endswith("}\n")
    assert "示例甲企业社区" in text


def refused_problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(Rejected) as refusal:
        loads(text)
    return refusal.value.problems


def refused(text: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.field) for problem in refused_problems(text)]


def changed(**values: object) -> str:
    return json.dumps({**json.loads(dumps(full_pass())), **values})


@pytest.mark.parametrize("text", ["", "{", "[1]]", "NaN", "[" * 100_000, '{"a": 1}, {"b": 2}'])
def test_what_is_no_json_is_said_to_be_none(text):
    assert {code for code, _ in refused(text)} == {"not_json"}


def test_every_fault_is_named_with_its_place():
    text = changed(extra=1, kind="friend", period=["2025-01-01"], counts={"passed": True})

    found = refused(text)

    assert ("unknown_field", "extra") in found
    assert ("not_a_result", "kind") in found
    assert ("missing", "period.1") in found
    assert ("not_a_result", "counts.passed") in found
    assert ("missing", "counts.failed") in found


@pytest.mark.parametrize("stray", ["1.50", "3/2 ", "6/4", 1.5])
def test_a_number_that_is_not_written_canonically_is_refused(stray):
    points = {"best": "3/2", "maximum": "1000", "worst": stray}

    assert refused(changed(points=points)) == [("not_canonical", "points.worst")]


def test_a_left_out_field_with_a_default_is_missed_too():
    document = json.loads(dumps(full_pass()))
    del document["findings"][0]["gain"]

    assert refused(json.dumps(document)) == [("not_canonical", "findings.0.gain")]


def test_a_list_of_results_is_no_result():
    assert refused("[]") == [("not_a_result", "")]


@pytest.mark.parametrize("version", [0, 1, 99])
def test_another_form_is_one_problem_and_not_many(version):
    text = json.dumps({"schema_version": version, "program": "0.0.1", "strange": 1})

    (problem,) = refused_problems(text)

    assert (problem.code, problem.place.field) == ("other_version", "schema_version")
    assert "由 0.0.1 版程序" in problem.message


def test_a_key_that_stands_twice_is_refused_at_its_place():
    text = dumps(full_pass())
    twice = text.replace('"counts": {', '"counts": {"failed": 0, ', 1).replace(
        '"kind": ', '"kind": "self", "kind": ', 1
    )

    found = refused(twice)

    assert {code for code, _ in found} == {"repeated_key"}
    assert {field.split(".")[-1] for _, field in found} == {"failed", "kind"}


def test_a_key_that_stands_twice_deep_inside_is_found_without_a_stack():
    deep = "[" * 900 + '{"a": 1, "a": 2}' + "]" * 900

    assert refused(deep)[0][0] == "repeated_key"
