"""Files in the folder of a submission that hold data, by their looks, and that nobody read."""

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from typing import Final

from checker.model.problem import Place
from checker.submission.lookup import Lookup
from checker.submission.problems import Report

WORKBOOKS: Final = frozenset(
    (".xlsx", ".xls", ".xlsm", ".xlsb", ".et", ".ett", ".ods", ".numbers", ".docx", ".doc", ".wps")
)
"""Endings of what Excel, WPS and their like write."""

DOCUMENTS: Final = frozenset((".yaml", ".yml", ".json"))
"""Endings of what may be a submission."""

SHEETS: Final = WORKBOOKS - {".docx", ".doc", ".wps"} | {".csv", ".tsv"}
"""Endings of what holds rows."""


NAMING: Final = frozenset(("missing_file", "outside_folder", "not_csv", "workbook", "unreadable"))
"""Codes of problems with the naming of a file."""


def suffix(name: str) -> str:
    """Return the ending of a name, in small letters."""
    return PurePosixPath(name).suffix.lower()


def holds_data(name: str) -> bool:
    """Return whether a file is one that may hold a submission or a table of it."""
    return suffix(name) in SHEETS | DOCUMENTS


def report_unread(
    names: Iterable[str], asked: Collection[str], known: Lookup, report: Report, *, sure: bool
) -> None:
    """Report the files beside a submission that hold rows, but that it does not name.

    A document is taken for a table only if it is called like one: results and notes lie there too.
    Where a file could not be found, one that is not called like a table is likely meant.

    Args:
        sure: whether to report only what is called like a table; what is evidence is not known.
    """
    sure = sure or not NAMING.isdisjoint(problem.code for problem in report.problems)
    for name in names:
        ending = suffix(name)
        stem = PurePosixPath(name).stem
        table = known.table(stem)
        if name in asked or not (ending in SHEETS or (table and ending in DOCUMENTS)):
            continue
        if sure and table is None:
            continue
        near = table or known.table(_nearest(stem, known, report))
        if near is None:
            report.add("unread_file", Place(name))
            continue
        code = "unread_workbook" if ending != ".csv" else "unused_file" if table else "unread_table"
        report.add(code, Place(name), table=near.label, name=near.name, file=name)


def _nearest(stem: str, known: Lookup, report: Report) -> str:
    within = [label for label in known.tables if not label.isascii() and label in stem]
    return max(within, key=len) if within else report.nearest(stem, known.tables)
