"""What to do next: tables in the order to hand them in, what they bring, and the rest."""

from dataclasses import replace
from fractions import Fraction

from checker.cli import next_steps, next_words
from checker.model.outcome import Confirmation, Outcome, Reason
from checker.model.problem import Place
from checker.model.result import MissingData, RowRef, TableState, TableStep
from checker.report import html
from checker.report.gaps import (
    blanks,
    first_tables,
    next_tables,
    other_steps,
    reaches,
    unexplained,
)
from tests.report.results import failing, full_pass, mostly_missing


def step(table, points, on_site=0, rules=(), **more):
    given = {
        "label": table, "guidance": "", "reason": Reason.NOT_SUBMITTED, "columns": (),
        "uncounted": (), "later": 0,
    }  # fmt: skip
    numbers = {"points": Fraction(points), "on_site": Fraction(on_site)}
    return TableStep(table, rules=tuple(rules), **{**given, **more, **numbers})


def waiting(*steps, confirmed=(), cant_tell=34):
    """A result in which the rules of the steps wait for data, from 500 points on."""
    result = full_pass()
    rules = {rule for s in steps for rule in (*s.rules, *s.uncounted)}
    found = tuple(
        replace(
            f,
            outcome=Outcome.CANT_TELL,
            confirmation=Confirmation.CONFIRMED if f.rule in confirmed else Confirmation.PENDING,
        )
        if f.rule in rules
        else f
        for f in result.findings
    )
    counts = replace(result.counts, cant_tell=cant_tell)
    points = replace(result.points, worst=Fraction(500))
    return replace(result, findings=found, to_hand_in=steps, counts=counts, points=points)


A, B, C, D = (f.rule for f in full_pass().findings[:4])


def test_each_table_shows_what_it_adds_to_those_before_it():
    result = waiting(step("甲", 10, 4, [A, B]), step("乙", "12.5", "4", [C]), confirmed=[B, C])

    first, second = next_tables(result)

    assert [first.number, second.number] == [1, 2]
    assert [first.gain, second.gain] == [10, Fraction("2.5")]
    assert [first.visits, second.visits] == [1, 0]
    assert [first.on_site, second.on_site] == [4, 0]
    assert second.points == Fraction("12.5")


def test_where_every_rule_wants_a_visit_all_that_a_table_adds_does():
    # 4.4 rounded up to .5 and 4.4 down to .4 would say that less or more than all of it does
    result = waiting(step("甲", "4.4", "4.5", [A]), step("乙", "8.9", "8.9", [B]))

    assert [t.on_site == t.gain for t in next_tables(result)] == [True, True]


def test_of_many_tables_the_first_ten_are_shown_where_most_is_missing_and_five_elsewhere():
    rules = [f.rule for f in full_pass().findings[:14]]
    steps = [step(str(n), n + 1, 0, [rule]) for n, rule in enumerate(rules)]

    most, few = waiting(*steps, cant_tell=30), waiting(*steps, cant_tell=14)

    assert len(first_tables(most, next_tables(most))) == 10
    assert len(first_tables(few, next_tables(few))) == 5


def test_tables_that_only_bring_something_together_are_not_torn_apart():
    steps = [step(str(n), n + 1, 0, [f.rule]) for n, f in enumerate(full_pass().findings[:4])]
    fifth, sixth = step("戊", 4, later=1), step("己", 9, 0, [full_pass().findings[5].rule])
    result = waiting(*steps, fifth, sixth, step("庚", 9), cant_tell=5)

    assert [t.step.label for t in first_tables(result, next_tables(result))][4:] == ["戊", "己"]


def test_tables_that_add_nothing_are_not_among_the_first():
    result = waiting(step("甲", 5, 0, [A]), step("乙", 5, uncounted=(B,)))

    assert [t.step.label for t in first_tables(result, next_tables(result))] == ["甲"]


def test_grades_come_within_reach_with_the_table_that_passes_their_line():
    # from 500 points on; lines at 700, 800 and 900
    result = waiting(step("甲", 150, 0, [A]), step("乙", 300, 0, [B]), step("丙", 399, 0, [C]))

    found = [(r.grade, r.table.step.label) for r in reaches(result, next_tables(result))]

    assert found == [("合格", "乙"), ("良好", "乙")]


def test_a_grade_that_is_reached_already_is_not_promised_again():
    result = waiting(step("甲", 450, 0, [A]))
    high = replace(result, points=replace(result.points, worst=Fraction(750)))

    assert [r.grade for r in reaches(high, next_tables(high))] == ["良好", "优秀"]


def test_columns_that_are_blank_in_the_same_rows_are_told_together():
    row = RowRef("firms", "企业", "E1", Place("firms.csv", 2))
    other = RowRef("firms", "企业", "E2", Place("firms.csv", 3))

    def blank(column, *rows):
        return MissingData("firms", "企业", Reason.VALUE_MISSING, column, column, len(rows), rows)

    found = (blank("层级", row), blank("日期", row, other), blank("状态", row))
    result = waiting(step("firms", 5, 0, [A], blanks=found))
    result = replace(result, tables=(TableState("firms", "企业", "家", 2, True, True, 4),))

    assert [(b.columns, b.unknown, b.whole) for b in blanks(result)] == [
        (("层级", "状态"), 1, False),
        (("日期",), 2, True),
    ]


def test_every_open_rule_is_found_at_some_table_or_named_apart():
    result = waiting(step("甲", 5, 0, [A]), step("乙", 5, uncounted=(B,)))
    assert unexplained(result) == ()
    without = replace(result, to_hand_in=result.to_hand_in[:1])
    assert [f.rule for f in unexplained(without)] == [B]
    for built in (mostly_missing(), failing()):
        assert unexplained(built) == ()


def test_remedies_and_visits_come_by_their_worth():
    steps = other_steps(failing())

    assert {s.kind for s in steps} == {"remedy", "confirm"}
    assert [s.gain for s in steps] == sorted((s.gain for s in steps), reverse=True)


def test_a_visit_never_promises_more_than_is_open_beside_the_data():
    result = failing()
    open_ = result.points.best - result.points.worst - result.to_hand_in[-1].points

    (confirm,) = [s for s in other_steps(result) if s.kind == "confirm"]

    assert 0 < confirm.gain <= open_


def test_a_full_pass_has_nothing_left_to_do():
    assert next_tables(full_pass()) == ()
    assert other_steps(full_pass()) == ()
    assert list(next_steps.shown(full_pass())) == []


def test_terminal_and_report_tell_the_same_order():
    result = mostly_missing()
    made = html.render(result)
    tables = first_tables(result, next_tables(result))
    part = made[made.index("先交哪些表") : made.index('id="overview-chapters"')]

    places = [part.index(f"{t.number}《{t.step.label}》") for t in tables]
    heading, _ = next(iter(next_steps.shown(result)))

    assert len(tables) == 10
    assert places == sorted(places)
    assert heading == next_words.tables_heading()


def test_a_table_says_whether_it_is_missing_or_only_has_blanks():
    said = [
        next_words.hand_in(1, step("甲", 5, reason=reason), 3)
        for reason in (Reason.NOT_SUBMITTED, Reason.TABLE_PARTIAL, Reason.VALUE_MISSING)
    ]

    assert said == [
        "1 补交《甲》，可判定 3 条",
        "1 补全《甲》，可判定 3 条",
        "1 填《甲》的空格，可判定 3 条",
    ]
