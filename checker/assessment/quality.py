"""Data quality: what was handed in looked at apart from the score."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from checker.assessment import words
from checker.assessment.cells import cell_text, row_ref
from checker.assessment.findings import outcome_of
from checker.assessment.identifiers import holds_personal_number, is_credit_code
from checker.assessment.look_alikes import look_alikes
from checker.assessment.measured import measured
from checker.language.evaluate import evaluate
from checker.language.explain import Speaker
from checker.language.facts import Facts
from checker.language.timing import day
from checker.language.wording import leaf_wording
from checker.model.dictionary import Kind
from checker.model.outcome import Outcome
from checker.model.quality import (
    AtReading,
    FilesMatch,
    Inside,
    LookAlikes,
    NoDuplicates,
    NoPersonalData,
    OverlapsPeriod,
    QualityCheck,
    WellFormed,
)
from checker.model.result import QualityFinding, RowRef, ShownCell
from checker.model.submission import Attachment
from checker.model.value import NOTHING, UNKNOWN, Cell

MOST_SHOWN: Final = 50
"""Rows that one check names; the rest is counted."""


def quality(
    checks: Iterable[QualityCheck],
    facts: Facts,
    speaker: Speaker,
    attachments: Sequence[Attachment],
) -> tuple[QualityFinding, ...]:
    """Return what every data-quality check found.

    Args:
        attachments: the files that tables list, as they were found.
    """
    found = {a.path: a.sha256 for a in attachments}
    return tuple(_finding(check, facts, speaker, found) for check in checks)


def _finding(
    check: QualityCheck, facts: Facts, speaker: Speaker, files: Mapping[str, str]
) -> QualityFinding:
    match check.asked:
        case AtReading():
            return _made(check, Outcome.PASSED, words.refused_at_reading(), ())
        case NoPersonalData():
            rows, looked = _personal_data(facts), any(t.size for t in facts.tables.values())
        case LookAlikes():
            rows, looked = look_alikes(facts), any(t.size for t in facts.tables.values())
        case Inside() as asked:
            rows, looked = _not_inside(asked, facts), facts.tables[asked.table].size > 0
        case OverlapsPeriod() as asked:
            rows, looked = _no_overlap(asked, facts), facts.tables[asked.table].size > 0
        case NoDuplicates() as asked:
            rows, looked = _duplicates(asked, facts), facts.tables[asked.table].size > 0
        case WellFormed() as asked:
            rows, looked = _ill_formed(asked, facts), _says(facts, asked.table, asked.column)
        case FilesMatch() as asked:
            rows, looked = _mismatched(asked, facts, files), _says(facts, asked.table, asked.path)
        case asked:
            return _by_language(check, asked, facts, speaker)
    if not looked:
        return _made(check, Outcome.CANT_TELL, words.nothing_to_look_at(), ())
    outcome = Outcome.FAILED if rows else Outcome.PASSED
    return _made(check, outcome, words.places_found(len(rows)) if rows else "", tuple(rows))


def _says(facts: Facts, table: str, column: str) -> bool:
    cells = facts.cells(table, (column,))
    return any(cell is not UNKNOWN and cell is not NOTHING for cell in cells)


def _made(
    check: QualityCheck, outcome: Outcome, explanation: str, rows: tuple[RowRef, ...]
) -> QualityFinding:
    return QualityFinding(
        check.id, check.title, check.meaning, outcome, explanation, rows[:MOST_SHOWN], len(rows),
        check.advice if outcome is Outcome.FAILED else "",
    )  # fmt: skip


def _by_language(
    check: QualityCheck, asked: object, facts: Facts, speaker: Speaker
) -> QualityFinding:
    judgement = evaluate(asked, facts)  # type: ignore[arg-type] # what is left is a check
    outcome = outcome_of(judgement.possible)
    if outcome is Outcome.INAPPLICABLE:
        return _made(check, Outcome.CANT_TELL, words.nothing_to_look_at(), ())
    if outcome is Outcome.CANT_TELL:
        return _made(check, Outcome.CANT_TELL, words.not_enough(), ())
    leaves = [
        measured(one, facts, speaker, leaf_wording(one.leaf, speaker)) for one in judgement.leaves
    ]
    rows = tuple(r for leaf in leaves for r in leaf.offending if r.certain)
    said = "；".join(leaf.sentence for leaf in leaves) if outcome is Outcome.FAILED else ""
    return _made(check, outcome, said, rows)


def _ill_formed(asked: WellFormed, facts: Facts) -> list[RowRef]:
    return [
        row_ref(
            facts, asked.table, row, [_shown(facts, asked.table, asked.column, cell)], certain=True
        )
        for row, cell in enumerate(facts.cells(asked.table, (asked.column,)))
        if isinstance(cell, str) and not is_credit_code(cell)
    ]


def _personal_data(facts: Facts) -> list[RowRef]:
    """Return the rows whose texts hold a number of a person; the number is never repeated."""
    found = []
    for name, table in facts.dictionary.tables.items():
        for column in table.columns.values():
            if column.kind is not Kind.TEXT or column.format or column.name == "id":
                continue
            for row, cell in enumerate(facts.cells(name, (column.name,))):
                texts = cell if isinstance(cell, tuple) else (cell,)
                if any(isinstance(t, str) and holds_personal_number(t) for t in texts):
                    hidden = ShownCell(column.label, words.hidden())
                    found.append(row_ref(facts, name, row, [hidden], certain=True))
    return found


def _mismatched(asked: FilesMatch, facts: Facts, files: Mapping[str, str]) -> list[RowRef]:
    found = []
    paths = facts.cells(asked.table, (asked.path,))
    digests = facts.cells(asked.table, (asked.sha256,))
    for row, (path, digest) in enumerate(zip(paths, digests, strict=True)):
        if not isinstance(path, str):
            continue
        there = files.get(path, "")
        differs = isinstance(digest, str) and digest.lower() != there
        if there and not differs:
            continue
        label = facts.column(asked.table, (asked.path,)).label
        said = words.file_differs(path) if there else words.file_lacks(path)
        found.append(row_ref(facts, asked.table, row, [ShownCell(label, said)], certain=True))
    return found


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
