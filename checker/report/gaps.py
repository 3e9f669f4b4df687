"""What to do next: the tables to hand in, in order, and what they bring; then remedies and visits."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from checker.model.frozen import dataclass
from checker.model.outcome import Confirmation, Outcome
from checker.model.result import Finding, Result, RowRef, TableStep
from checker.report.quantities import total
from checker.report.view import is_counted


@dataclass(frozen=True, slots=True)
class NextTable:
    """One table to hand in or to complete.

    Attributes:
        number: its place in the order, from 1.
        rules: findings that count and can be told with this table and those before it.
        uncounted: likewise those that add nothing: 可, or only shown.
        visits: how many of the rules want a visit or a talk even then.
        gain: points that come within reach with this table; 0 if only together with a later one.
        on_site: points of these that are confirmed only on site.
        points: points within reach with all tables up to this one.
        confirmed_later: points of these that are confirmed only on site.
    """

    number: int
    step: TableStep
    rules: tuple[Finding, ...]
    uncounted: tuple[Finding, ...]
    visits: int
    gain: Fraction
    on_site: Fraction
    points: Fraction
    confirmed_later: Fraction


@dataclass(frozen=True, slots=True)
class Step:
    """Something else to do next.

    Attributes:
        kind: "remedy" for a failed rule, "confirm" for a visit.
        rules: findings that it mends or closes.
        gain: points that it can add.
    """

    kind: str
    rules: tuple[Finding, ...]
    gain: Fraction


@dataclass(frozen=True, slots=True)
class Reach:
    """A grade that comes within reach with some of the tables, all those before it included."""

    grade: str
    line: Fraction
    table: NextTable


@dataclass(frozen=True, slots=True)
class Blanks:
    """Columns of a table that are blank in the same rows.

    Attributes:
        unknown: in how many rows.
        whole: whether these are all rows of the table.
        rows: the first of them.
    """

    table: str
    columns: tuple[str, ...]
    unknown: int
    whole: bool
    rows: tuple[RowRef, ...]


MOST_TABLES: Final = 10
"""Tables shown first where most of the rules wait for data."""

MOST_STEPS: Final = 5


def next_tables(result: Result) -> tuple[NextTable, ...]:
    """Return all tables that findings wait for, in the order in which to hand them in."""
    by_rule = {f.rule: f for f in result.findings}
    found: list[NextTable] = []
    before, before_on_site = Fraction(0), Fraction(0)
    for number, step in enumerate(result.to_hand_in, start=1):
        rules = tuple(by_rule[rule] for rule in step.rules)
        visits = sum(f.confirmation is Confirmation.PENDING for f in rules)
        gain = step.points - before
        more = step.on_site - before_on_site  # two rounded sums: it may miss by a last place
        on_site = gain if visits == len(rules) else max(Fraction(0), min(gain, more))
        found.append(
            NextTable(
                number=number,
                step=step,
                rules=rules,
                uncounted=tuple(by_rule[rule] for rule in step.uncounted),
                visits=visits,
                gain=gain,
                on_site=on_site,
                points=step.points,
                confirmed_later=step.on_site,
            )
        )
        before, before_on_site = step.points, step.on_site
    return tuple(found)


def first_tables(result: Result, tables: Sequence[NextTable]) -> tuple[NextTable, ...]:
    """Return the first few that add points; a group that only adds together is not torn apart."""
    most = MOST_TABLES if 2 * result.counts.cant_tell > result.counts.total else MOST_STEPS
    adding = max((t.number for t in tables if t.gain), default=0)
    end = next((t.number for t in tables[most - 1 : adding] if t.gain), adding)
    return tuple(tables[:end])


def reaches(result: Result, tables: Sequence[NextTable]) -> tuple[Reach, ...]:
    """Return the grades above the worst case that the tables bring within reach, lowest first."""
    worst = result.points.worst
    found = []
    for grade, line in sorted(result.scheme.grades, key=lambda g: g[1]):
        table = next((t for t in tables if worst + t.points >= line), None)
        if table and line > worst:
            found.append(Reach(grade, line, table))
    return tuple(found)


def other_steps(result: Result) -> tuple[Step, ...]:
    """Return the few most valuable things to do beside handing in data."""
    counted = [f for f in result.findings if is_counted(f)]
    steps = [Step("remedy", (f,), f.gain) for f in counted if f.outcome is Outcome.FAILED]
    waiting = tuple(f for f in counted if f.outcome is Outcome.UNTESTED)
    steps.append(Step("confirm", waiting, min(_gain(waiting), _left(result))))
    worth = sorted((s for s in steps if s.gain), key=lambda s: -s.gain)
    return tuple(worth[:MOST_STEPS])


def blanks(result: Result) -> tuple[Blanks, ...]:
    """Return the blanks that keep rules undecided, columns blank in the same rows together."""
    rows = {t.name: t.rows for t in result.tables}
    together: dict[tuple[str, int, tuple[RowRef, ...]], list[str]] = {}
    labels = {step.table: step.label for step in result.to_hand_in}
    for step in result.to_hand_in:
        for blank in step.blanks:
            alike = (step.table, blank.unknown, blank.rows)
            together.setdefault(alike, []).append(blank.column_label)
    return tuple(
        Blanks(labels[table], tuple(columns), unknown, unknown == rows.get(table), places)
        for (table, unknown, places), columns in together.items()
    )


def tables_lead(first: Sequence[NextTable], steps: Sequence[Step]) -> bool:
    """Tell whether handing in tables comes before all else: whether they can add more."""
    return bool(first) and (not steps or steps[0].gain <= first[-1].points)


def unexplained(result: Result) -> tuple[Finding, ...]:
    """Return undecided findings that name no table; the list must lose none of them."""
    named = {rule for step in result.to_hand_in for rule in (*step.rules, *step.uncounted)}
    return tuple(
        f for f in result.findings if f.outcome is Outcome.CANT_TELL and f.rule not in named
    )


def _left(result: Result) -> Fraction:
    """Return the points that are open though all data were there."""
    by_data = result.to_hand_in[-1].points if result.to_hand_in else Fraction(0)
    return result.points.best - result.points.worst - by_data


def _gain(findings: Iterable[Finding]) -> Fraction:
    return total(f.gain for f in findings)
