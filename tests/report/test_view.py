"""Groups and orders that the pages show."""

from dataclasses import replace
from datetime import date

from checker.model.outcome import AssessmentKind, Confirmation, Level, Severity
from checker.report.view import view
from tests.report.results import build, failing, full_pass, mostly_missing


def one(state, **changes):
    result = build({"QYSQ-0502-02": state}, "passed", kind=AssessmentKind.SELF, subject="甲")
    findings = [replace(f, **changes) if f.rule == "QYSQ-0502-02" else f for f in result.findings]
    return view(replace(result, findings=tuple(findings)))


def test_vetoes_come_before_major_before_minor():
    found = view(failing()).nonconformities

    assert [(n.number, n.finding.rule) for n in found] == [
        ("BF-01", "QYSQ-0401-01"),
        ("BF-02", "QYSQ-0502-01"),
        ("BF-03", "QYSQ-0502-05"),
        ("BF-04", "QYSQ-0605-03"),
        ("BF-05", "QYSQ-0708-03"),
    ]


def test_near_misses_and_recommendations_are_observations():
    rules = [o.finding.rule for o in view(failing()).observations]

    assert rules == ["QYSQ-0401-04", "QYSQ-0401-06", "QYSQ-0502-02", "QYSQ-0502-07"]


def test_a_near_miss_that_is_a_veto_stays_a_nonconformity():
    assert one("near").observations
    assert not one("near", vetoed=True).observations


def test_a_failed_permission_is_only_recorded():
    found = one("failed", level=Level.PERMISSION, severity=None)

    assert not found.nonconformities
    assert not found.observations


def test_a_major_failure_is_never_an_observation():
    found = one("failed", near=True, severity=Severity.MAJOR)

    assert len(found.nonconformities) == 1


def test_only_what_waits_for_a_visit_is_on_the_checklist():
    to_confirm = view(mostly_missing()).to_confirm

    assert [f.rule for f in to_confirm] == ["QYSQ-0401-01", "QYSQ-0605-02", "QYSQ-0708-03"]
    assert all(f.confirmation is Confirmation.PENDING for f in to_confirm)


def test_what_was_declared_away_comes_before_what_the_data_say():
    rules = [f.rule for f in view(failing()).inapplicable]

    assert rules == ["QYSQ-0801-02", "QYSQ-0801-04", "QYSQ-0605-06"]


def test_the_time_to_put_right_counts_from_the_assessment_date():
    assert view(full_pass()).due == date(2026, 2, 9)


def test_deviations_that_say_the_same_stand_together():
    result = full_pass()
    first, second = result.rulebook.differences
    twin = replace(first, subject="QYSQ-0502-03")
    result = replace(result, rulebook=replace(result.rulebook, differences=(first, second, twin)))

    assert [d.names for d in view(result).differences] == [
        ("QYSQ-0502-02", "QYSQ-0502-03"),
        ("grid_size_pass_ratio",),
    ]
