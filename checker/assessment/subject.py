"""Who is assessed and what was handed in, as the report's profile shows it."""

from collections.abc import Container

from checker.assessment.cells import cell_text
from checker.model.result import EvidenceFile, Fact, SourcedValue, TableState
from checker.model.rule import Rulebook
from checker.model.submission import Submission
from checker.model.value import NOTHING, UNKNOWN, Cell


def name(submission: Submission, rulebook: Rulebook) -> str:
    """Return the name to print; "" if it was not given."""
    dictionary = rulebook.dictionary
    data = submission.tables[dictionary.subject]
    column = dictionary.tables[dictionary.subject].columns[dictionary.subject_name]
    cell = data.columns[dictionary.subject_name][0]
    return "" if cell is UNKNOWN else cell_text(cell, column)


def facts(submission: Submission, rulebook: Rulebook) -> tuple[Fact, ...]:
    """Return the one-row table of the subject, line by line."""
    table = rulebook.dictionary.tables[rulebook.dictionary.subject]
    data = submission.tables[table.name]
    return tuple(
        Fact(
            column.label,
            "" if data.columns[key][0] is UNKNOWN else cell_text(data.columns[key][0], column),
            submission.sources.get((table.name, 0, key), ""),
            data.place(0, key),
        )
        for key, column in table.columns.items()
    )


def sources(submission: Submission, rulebook: Rulebook) -> tuple[SourcedValue, ...]:
    """Return the values outside the subject's own table that say where they come from."""
    found = []
    for (name, row, key), source in sorted(submission.sources.items()):
        table, data = rulebook.dictionary.tables[name], submission.tables[name]
        if table.one_row:
            continue
        column = table.columns[key]
        text = data.ids[row] if key == "id" else cell_text(data.columns[key][row], column)
        found.append(
            SourcedValue(
                table.label, data.ids[row], column.label, text, source, data.place(row, key)
            )
        )
    return tuple(found)


def table_states(
    submission: Submission, rulebook: Rulebook, read: Container[str]
) -> tuple[TableState, ...]:
    """Return what was handed in of every table that the rules read, in dictionary order."""
    found = []
    for key, table in rulebook.dictionary.tables.items():
        if key not in read or table.one_row:
            continue
        data = submission.tables[key]
        unknown = sum(cells.count(UNKNOWN) for cells in data.columns.values())
        found.append(
            TableState(
                key, table.label, table.unit, data.size, data.closed, data.submitted, unknown
            )
        )
    return tuple(found)


def evidence(submission: Submission, rulebook: Rulebook) -> tuple[EvidenceFile, ...]:
    """Return the evidence files that were listed."""
    key = rulebook.dictionary.evidence
    if not key:
        return ()
    data = submission.tables[key]

    def text(column: str, row: int) -> str:
        cell: Cell = data.columns.get(column, (UNKNOWN,) * data.size)[row]
        return str(cell) if cell is not UNKNOWN and cell is not NOTHING else ""

    def listed(column: str, row: int) -> tuple[str, ...]:
        cell = data.columns.get(column, (UNKNOWN,) * data.size)[row]
        return tuple(str(c) for c in cell) if isinstance(cell, tuple) else ()

    return tuple(
        EvidenceFile(
            data.ids[row], text("title", row), text("type", row), text("sha256", row),
            listed("rule_ids", row), data.place(row),
        )
        for row in range(data.size)
    )  # fmt: skip
