"""What to hand in next: the missing data put together by table, the most valuable table first."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from checker.model.frozen import dataclass
from checker.model.outcome import Outcome, Reason
from checker.model.result import Finding, MissingData, Result
from checker.report import words
from checker.report.quantities import total
from checker.report.view import is_counted


@dataclass(frozen=True, slots=True)
class TableGap:
    """One table that is missing, partly filled in or has blanks.

    Attributes:
        reason: the gravest of what is said of it.
        alone: findings that this table alone decides, the most valuable first.
        alone_gain: points that those can still add.
        together: findings that need other tables as well, each with the labels of those.
        uncounted: findings that it helps to decide, and that add nothing: 可, or only shown.
        columns: columns with blanks, where the table itself was handed in.
    """

    label: str
    reason: Reason
    alone: tuple[Finding, ...]
    alone_gain: Fraction
    together: tuple[tuple[Finding, tuple[str, ...]], ...]
    uncounted: tuple[Finding, ...]
    columns: tuple[MissingData, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One of the next things to do.

    Attributes:
        kind: "table" to hand in, "remedy" for a failed rule, "confirm" for a visit.
        label: name of the table, or title of the rule.
        rules: findings that it decides, mends or closes.
        gain: points that it can add.
    """

    kind: str
    label: str
    rules: tuple[Finding, ...]
    gain: Fraction


MOST_STEPS = 5

GRAVEST = (Reason.NOT_SUBMITTED, Reason.TABLE_PARTIAL, Reason.VALUE_MISSING)


def table_gaps(result: Result) -> tuple[TableGap, ...]:
    """Return the tables that findings wait for, the most valuable first."""
    open_findings = sorted(
        (f for f in result.findings if f.outcome is Outcome.CANT_TELL),
        key=lambda f: (-f.gain, f.rule),
    )
    waiting: dict[str, list[Finding]] = {}
    for finding in open_findings:
        for label in _labels(finding):
            waiting.setdefault(label, []).append(finding)
    made = [_table_gap(label, findings) for label, findings in waiting.items()]
    return tuple(sorted(made, key=_worth))


def next_steps(result: Result) -> tuple[Step, ...]:
    """Return the few things to do next, the most valuable first."""
    steps = [Step("table", g.label, g.alone, g.alone_gain) for g in table_gaps(result)]
    counted = [f for f in result.findings if is_counted(f)]
    failed = [f for f in counted if f.outcome is Outcome.FAILED]
    steps += [Step("remedy", f.title, (f,), f.gain) for f in failed]
    waiting = tuple(f for f in counted if f.outcome is Outcome.UNTESTED)
    steps.append(Step("confirm", "", waiting, _gain(waiting)))
    worth = sorted((s for s in steps if s.gain), key=lambda s: -s.gain)
    return tuple(worth[:MOST_STEPS])


def empty_columns(result: Result) -> tuple[str, ...]:
    """Return the columns that are blank in every row of a table of several, in words."""
    rows = {t.label: t.rows for t in result.tables}
    return tuple(
        words.column_of(gap.label, column.column_label)
        for gap in table_gaps(result)
        for column in gap.columns
        if rows.get(gap.label, 0) > 1 and column.unknown == rows[gap.label]
    )


def unexplained(result: Result) -> tuple[Finding, ...]:
    """Return undecided findings that name no table; the list must lose none of them."""
    return tuple(f for f in result.findings if f.outcome is Outcome.CANT_TELL and not _labels(f))


def _missing(finding: Finding) -> Iterable[MissingData]:
    """Yield what its submitter can hand in: a calendar that is not published is not among it."""
    found = (missing for leaf in finding.measured for missing in leaf.missing)
    return (m for m in found if m.reason is not Reason.CALENDAR_UNPUBLISHED)


def _labels(finding: Finding) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.table_label for m in _missing(finding)))


def _table_gap(label: str, findings: Sequence[Finding]) -> TableGap:
    said = [m for f in findings for m in _missing(f) if m.table_label == label]
    counted = [f for f in findings if is_counted(f)]
    alone = tuple(f for f in counted if len(_labels(f)) == 1)
    others = [(f, tuple(x for x in _labels(f) if x != label)) for f in counted]
    return TableGap(
        label=label,
        reason=next((r for r in GRAVEST if any(m.reason is r for m in said)), said[0].reason),
        alone=alone,
        alone_gain=_gain(alone),
        together=tuple((f, rest) for f, rest in others if rest),
        uncounted=tuple(f for f in findings if not is_counted(f)),
        columns=_columns(said),
    )


def _columns(said: Sequence[MissingData]) -> tuple[MissingData, ...]:
    """Return one entry per column: the one that knows of most blanks."""
    by_column: dict[str, MissingData] = {}
    for missing in said:
        known = by_column.get(missing.column)
        if missing.column and (known is None or missing.unknown > known.unknown):
            by_column[missing.column] = missing
    return tuple(by_column[name] for name in sorted(by_column))


def _worth(gap: TableGap) -> tuple[Fraction, Fraction, str]:
    return -gap.alone_gain, -_gain(f for f, _ in gap.together), gap.label


def _gain(findings: Iterable[Finding]) -> Fraction:
    return total(f.gain for f in findings)
