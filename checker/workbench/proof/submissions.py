"""Rows that the solver found, as a submission would hold them; and the engine's word on it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.language.solve.demands import blank_only
from checker.language.solve.solver import Rows
from checker.model.dictionary import Column, Dictionary
from checker.model.problem import NOWHERE
from checker.model.rule import Rulebook
from checker.model.submission import Submission
from checker.model.value import NOTHING, Cell
from checker.submission.settling import from_data
from checker.workbench.proof.questions import Circumstances, Outcomes, Subject

NONE = "无"


def submission_data(rows: Rows, dictionary: Dictionary, at: Circumstances) -> dict[str, Any]:
    """Return what submission.yaml would hold; every table is complete."""
    return {
        "form": 1,
        "kind": "self",
        "synthetic": True,
        "period": {"from": at.period.start.isoformat(), "to": at.period.end.isoformat()},
        "assessed_on": at.on.isoformat(),
        "tables": tables_data(rows, dictionary),
    }


def tables_data(rows: Rows, dictionary: Dictionary) -> dict[str, Any]:
    """Return tables as a submission holds them; what the dictionary lacks is left out."""
    found: dict[str, Any] = {}
    for name, table in dictionary.tables.items():
        if name not in rows:
            continue
        written = [
            {
                column: cell if column == "id" else _written(cell, table.columns[column])
                for column, cell in row.items()
                if column in table.columns or column == "id"
            }
            for row in rows[name]
        ]
        if table.one_row:
            found[name] = {c: v for c, v in written[0].items() if c != "id"}
        else:
            found[name] = written or "none"
    return {name: content for name, content in found.items() if content != {}}


def _written(cell: Cell, column: Column) -> Any:
    if cell is NOTHING:
        return [] if column.many else None if blank_only(column) else NONE
    if isinstance(cell, tuple):
        return [_written(one, column) for one in cell]
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Fraction):
        return format(Decimal(cell.numerator) / cell.denominator, "f")  # scales are tens
    return cell


def read(data: Mapping[str, Any], dictionary: Dictionary) -> Submission:
    """Return the submission, as any other is read.

    Raises:
        Rejected: the reader does not take it.
    """
    return from_data(data, dictionary, place=lambda _: NOWHERE)


def judged(
    subjects: Mapping[str, Subject], submission: Mapping[str, Submission], names: Iterable[str]
) -> dict[str, Outcomes]:
    """Return what the engine says of subjects.

    Args:
        submission: by name of a subject, the submission as its dictionary reads it.
    """
    facts: dict[tuple[int, int], Facts] = {}
    found = {}
    for name in names:
        one, read_as = subjects[name], submission[name]
        key = (id(one.book), id(read_as))
        if key not in facts:
            facts[key] = _facts(one.book, read_as)
        found[name] = evaluate(one.check, facts[key], one.applies_when).possible
    return found


def _facts(book: Rulebook, submission: Submission) -> Facts:
    return Facts(
        book.dictionary, submission.tables, book.parameters, book.values,
        submission.period, submission.assessed_on,
    )  # fmt: skip
