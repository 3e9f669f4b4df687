"""Data quality: what was handed in looked at apart from the score."""

from collections.abc import Iterable, Sequence
from datetime import date

from checker.assessment import words
from checker.assessment.cells import cell_text, row_ref
from checker.assessment.findings import outcome_of
from checker.assessment.measured import measured
from checker.language.evaluate import evaluate
from checker.language.explain import Speaker
from checker.language.facts import Facts
from checker.language.timing import day
from checker.model.outcome import Outcome
from checker.model.quality import (
    AtReading,
    Inside,
    NoDuplicates,
    OverlapsPeriod,
    QualityCheck,
    Remarked,
)
from checker.model.result import QualityFinding, RowRef, ShownCell
from checker.model.submission import Remark
from checker.model.value import NOTHING, UNKNOWN, Cell


def quality(
    checks: Iterable[QualityCheck], facts: Facts, speaker: Speaker, remarks: Sequence[Remark]
) -> tuple[QualityFinding, ...]:
    """Return what every data-quality check found."""
    return tuple(_finding(check, facts, speaker, remarks) for check in checks)


def _finding(
    check: QualityCheck, facts: Facts, speaker: Speaker, remarks: Sequence[Remark]
) -> QualityFinding:
    rows: list[RowRef]
    match check.asked:
        case AtReading():
            return _made(check, Outcome.PASSED, words.refused_at_reading(), ())
        case Remarked(kind):
            rows = [_remarked(r, facts) for r in remarks if r.kind == kind]
            asked = any(t.submitted for t in facts.tables.values())
        case Inside(table) as inside:
            rows, asked = _not_inside(inside, facts), facts.tables[table].submitted
        case OverlapsPeriod(table) as overlaps:
            rows, asked = _no_overlap(overlaps, facts), facts.tables[table].submitted
        case NoDuplicates(table) as duplicates:
            rows, asked = _duplicates(duplicates, facts), facts.tables[table].submitted
        case check_:
            return _by_language(check, check_, facts, speaker)
    if not asked:
        return _made(check, Outcome.CANT_TELL, words.nothing_to_look_at(), ())
    outcome = Outcome.FAILED if rows else Outcome.PASSED
    return _made(check, outcome, words.places_found(len(rows)) if rows else "", tuple(rows))


def _made(
    check: QualityCheck, outcome: Outcome, explanation: str, rows: tuple[RowRef, ...]
) -> QualityFinding:
    return QualityFinding(
        check.id, check.title, check.meaning, outcome, explanation, rows[:50], len(rows),
        check.advice if outcome is Outcome.FAILED else "",
    )  # fmt: skip


def _by_language(
    check: QualityCheck, asked: object, facts: Facts, speaker: Speaker
) -> QualityFinding:
    judgement = evaluate(asked, facts)  # type: ignore[arg-type] # what is left is a check
    outcome = outcome_of(judgement.possible)
    leaves = [measured(leaf, facts, speaker) for leaf in judgement.leaves]
    rows = tuple(r for leaf in leaves for r in leaf.offending if r.certain)
    if outcome is Outcome.INAPPLICABLE or outcome is Outcome.CANT_TELL:
        return _made(check, Outcome.CANT_TELL, words.nothing_to_look_at(), ())
    said = "；".join(leaf.sentence for leaf in leaves) if outcome is Outcome.FAILED else ""
    return _made(check, outcome, said, rows)


def _remarked(remark: Remark, facts: Facts) -> RowRef:
    table = facts.dictionary.tables[remark.table]
    label = table.columns[remark.column].label
    shown = (ShownCell(label, remark.shown),) if remark.shown else (ShownCell(label, "…"),)
    return RowRef(remark.table, table.label, remark.row_id, remark.place, shown)


def _not_inside(asked: Inside, facts: Facts) -> list[RowRef]:
    found = []
    cells = facts.cells(asked.table, asked.path)
    among = facts.cells(asked.table, (asked.among,))
    column = facts.column(asked.table, asked.path)
    for row, (one, many) in enumerate(zip(cells, among, strict=True)):
        held = many if isinstance(many, tuple) else (many,)
        if one in (UNKNOWN, NOTHING) or many is UNKNOWN or one in held:
            continue
        shown = [
            ShownCell(column.label, cell_text(one, column)),
            ShownCell(
                facts.column(asked.table, (asked.among,)).label,
                cell_text(many, facts.column(asked.table, (asked.among,))),
            ),
        ]
        found.append(row_ref(facts, asked.table, row, shown, certain=True))
    return found


def _no_overlap(asked: OverlapsPeriod, facts: Facts) -> list[RowRef]:
    starts = facts.cells(asked.table, (asked.start,))
    ends = facts.cells(asked.table, (asked.end,))
    found = []
    for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
        late = isinstance(start, date) and day(start) > facts.period.end
        early = isinstance(end, date) and day(end) < facts.period.start
        if late or early:
            shown = [
                _shown(facts, asked.table, asked.start, start),
                _shown(facts, asked.table, asked.end, end),
            ]
            found.append(row_ref(facts, asked.table, row, shown, certain=True))
    return found


def _duplicates(asked: NoDuplicates, facts: Facts) -> list[RowRef]:
    columns = [facts.cells(asked.table, (name,)) for name in asked.columns]
    first: dict[tuple[Cell, ...], int] = {}
    found = []
    for row, key in enumerate(zip(*columns, strict=True)):
        if UNKNOWN in key or NOTHING in key:
            continue
        if key in first:
            shown = [
                _shown(facts, asked.table, name, cell)
                for name, cell in zip(asked.columns, key, strict=True)
            ]
            found.append(row_ref(facts, asked.table, row, shown, certain=True))
        first.setdefault(key, row)
    return found


def _shown(facts: Facts, table: str, name: str, cell: Cell) -> ShownCell:
    column = facts.column(table, (name,))
    return ShownCell(column.label, cell_text(cell, column))
