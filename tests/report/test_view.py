"""Groups and orders that the pages show."""

from dataclasses import replace
from datetime import date

from checker.model.outcome import AssessmentKind, Confirmation, Level, Outcome, Severity
from checker.report.quantities import total
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

    assert rules == ["QYSQ-0401-04", "QYSQ-0502-02"]


def test_a_near_miss_that_is_a_veto_stays_a_nonconformity():
    assert one("near").observations
    assert not one("near", vetoed=True).observations


def test_a_failed_permission_is_only_recorded():
    found = one("failed", level=Level.PERMISSION, severity=None)

    assert not found.nonconformities
    assert not found.observations


def test_what_is_only_shown_is_listed_apart():
    found = one("failed", scored=False, severity=Severity.OBSERVATION)

    assert not found.nonconformities
    assert not found.observations
    assert [f.rule for f, _ in found.unscored_failed] == ["QYSQ-0502-02"]
    assert found.unscored == 1


def test_tallies_add_up_over_levels_and_what_is_not_scored():
    result = failing()
    tallies = view(result).tallies

    assert sum(t.all for t in tallies) == result.counts.total
    assert all(t.all == sum(t.levels.values()) + t.unscored for t in tallies)
    assert sum(t.unscored for t in tallies) == 3
    assert sum(t.levels[Level.PERMISSION] for t in tallies) == 2


def test_a_program_fault_is_tallied_only_where_there_is_one():
    assert Outcome.ERROR not in [t.outcome for t in view(failing()).tallies]
    assert one("error").tallies[-1].outcome is Outcome.ERROR


def test_many_items_without_any_data_are_put_together():
    few = view(mostly_missing())
    result = build({}, "missing", kind=AssessmentKind.SELF, subject="甲")
    many = view(result)

    assert not [i for block in few.evaluated for i in block.folded]
    assert not [i for block in many.evaluated for i in block.told]
    assert sum(block.folded_rules for block in many.evaluated) == result.counts.total
    assert total(b.folded_points.maximum for b in many.evaluated) == result.points.maximum


def test_data_quality_is_parted_by_what_was_found():
    found = view(failing())

    assert [q.id for q in found.faulty] == ["DQ-01", "DQ-03"]
    assert [q.id for q in found.faultless] == ["DQ-02"]


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

    assert [(kind, [d.names for d in group]) for kind, group in view(result).differences] == [
        ("level", [("QYSQ-0502-02", "QYSQ-0502-03")]),
        ("parameter", [("grid_size_pass_ratio",)]),
    ]


def test_what_is_not_evaluated_comes_first_among_the_deviations():
    found = view(failing())

    assert [kind for kind, _ in found.differences] == ["off", "unscored", "level", "parameter"]
    assert [d.subject for d in found.off] == ["QYSQ-0502-09"]


def test_parameters_come_in_the_order_of_the_rules_that_use_them():
    names = [p.name for p in view(full_pass()).parameters]

    assert names == [
        "grid_min", "grid_size_pass_ratio", "urgent_response_minutes", "hotline_answer_min",
    ]  # fmt: skip
