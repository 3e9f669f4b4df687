"""What to hand in next: by table, the most valuable first, and no open rule is lost."""

from dataclasses import replace
from fractions import Fraction

from checker.model.outcome import Outcome, Reason
from checker.model.result import MissingData
from checker.report.gaps import empty_columns, next_steps, table_gaps, unexplained
from tests.report.results import failing, full_pass, mostly_missing


def open_rule(result, number, gain, *labels):
    finding = result.findings[number]
    missing = tuple(MissingData(x, x, Reason.NOT_SUBMITTED) for x in labels)
    leaf = replace(finding.measured[0], missing=missing)
    return replace(finding, outcome=Outcome.CANT_TELL, gain=Fraction(gain), measured=(leaf,))


def with_open(*rules):
    result = full_pass()
    return replace(result, findings=tuple(open_rule(result, n, *r) for n, r in enumerate(rules)))


def test_tables_are_ordered_by_what_they_alone_can_add():
    result = with_open((5, "甲"), (7, "乙"), (4, "甲"), (100, "甲", "丙"))

    gaps = table_gaps(result)

    assert [(g.label, len(g.alone), g.alone_gain) for g in gaps] == [
        ("甲", 2, Fraction(9)),
        ("乙", 1, Fraction(7)),
        ("丙", 0, Fraction(0)),
    ]


def test_a_rule_that_needs_two_tables_is_named_at_both():
    result = with_open((5, "甲", "乙"))

    assert [(g.label, [rest for _, rest in g.together]) for g in table_gaps(result)] == [
        ("乙", [("甲",)]),
        ("甲", [("乙",)]),
    ]


def test_what_adds_nothing_is_named_apart_and_makes_no_step():
    result = with_open((5, "甲"))
    findings = tuple(replace(f, scored=False) for f in result.findings)

    (gap,) = table_gaps(replace(result, findings=findings))

    assert not gap.alone
    assert gap.alone_gain == 0
    assert len(gap.uncounted) == 1
    assert next_steps(replace(result, findings=findings)) == ()


def test_within_a_table_the_most_valuable_rule_comes_first():
    result = with_open((3, "甲"), (8, "甲"))

    (gap,) = table_gaps(result)

    assert [f.gain for f in gap.alone] == [8, 3]


def test_blanks_are_listed_by_column_with_the_largest_count():
    (gap,) = [g for g in table_gaps(mostly_missing()) if g.columns]

    assert gap.label == "企业"
    assert [(c.column_label, c.unknown) for c in gap.columns] == [("所属网格", 3)]


def test_a_column_that_is_blank_in_every_row_of_several_is_named():
    result = mostly_missing()
    gap = next(g for g in table_gaps(result) if g.columns)
    column = gap.columns[0]

    def with_rows(rows):
        tables = [replace(t, rows=rows if t.label == gap.label else 0) for t in result.tables]
        return empty_columns(replace(result, tables=tuple(tables)))

    assert column.unknown > 1
    assert f"《{gap.label}》的“{column.column_label}”" in with_rows(column.unknown)
    assert with_rows(column.unknown + 99) == ()  # elsewhere something stands in it


def test_every_open_rule_is_found_at_some_table_or_named_apart():
    for result in (mostly_missing(), failing(), with_open((1, "甲"), (2,))):
        gaps = table_gaps(result)
        at_tables = {
            f.rule for g in gaps for f in (*g.alone, *(f for f, _ in g.together), *g.uncounted)
        }

        still_open = {f.rule for f in result.findings if f.outcome is Outcome.CANT_TELL}

        assert at_tables | {f.rule for f in unexplained(result)} == still_open


def test_next_steps_mix_tables_remedies_and_visits_by_their_worth():
    steps = next_steps(failing())

    assert {s.kind for s in steps} == {"table", "remedy", "confirm"}
    assert [s.gain for s in steps] == sorted((s.gain for s in steps), reverse=True)


def test_a_full_pass_has_nothing_left_to_do():
    assert next_steps(full_pass()) == ()
    assert table_gaps(full_pass()) == ()
