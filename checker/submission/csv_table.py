"""The bytes of a CSV file to a table of raw cells."""

import csv
import io
import re
from typing import Final

from checker.document.text import decode
from checker.model.problem import Place, Rejected
from checker.submission.problems import Report
from checker.submission.sources import CsvPlaces, RawTable

SIZE_LIMIT: Final = 20 * 2**20
"""Most bytes of one CSV file."""

ROW_LIMIT: Final = 200_000
"""Most rows of one CSV file."""

COLUMN_LIMIT: Final = 500
"""Most columns of one CSV file."""

_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_OTHER_DELIMITERS: Final = (";", "\t", "，", "；", "|")
_BLANK_REMARK: Final = re.compile(r"\s*[（(]\s*留空\s*[=＝]\s*无\s*[)）]$")


def parse(data: bytes, file: str, report: Report) -> RawTable | None:
    """Return the table that a CSV file holds; None if it cannot be read, which is reported.

    The first line that is not blank holds the headers; the remark 留空＝无, which forms print into
    them, is not part of a name. A row whose cells are all blank is none. A
    row of another length than the headers is reported and left out.
    """
    text = _text(data, file, report)
    if text is None:
        return None
    rows = _rows(text, file, report)
    if rows is None:
        return None
    (top, headers), *rest = rows
    if len(headers) == 1 and any(sign in headers[0] for sign in _OTHER_DELIMITERS):
        report.add("wrong_delimiter", Place(file, top), headers[0])
        return None
    if len(headers) > COLUMN_LIMIT:
        report.add("too_many_columns", Place(file, top), limit=COLUMN_LIMIT)
        return None
    width = len(headers)
    fitting = [(line, row) for line, row in rest if len(row) == width]
    sound = len(fitting) == len(rest)
    if not sound:
        fitting, sound = _cut(rest, width, file, report)
    cells = [row for _, row in fitting]
    columns = tuple(zip(*cells, strict=True)) if cells else ((),) * width
    places = CsvPlaces(file, [line for line, _ in fitting], top)
    names = tuple(_BLANK_REMARK.sub("", header.strip()) for header in headers)
    return RawTable(len(cells), names, columns, places, sound)


def _text(data: bytes, file: str, report: Report) -> str | None:
    if data.startswith(_WORKBOOKS):
        report.add("workbook", Place(file))
        return None
    try:
        text = decode(data, file, size_limit=SIZE_LIMIT)
    except Rejected as rejected:
        report.include(rejected.problems)
        return None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        report.add("control_character", Place(file, line))
        return None
    if not text.strip():
        report.add("empty_file", Place(file))
        return None
    return text


def _rows(text: str, file: str, report: Report) -> list[tuple[int, list[str]]] | None:
    """Return the rows that are not blank, each with the line on which it begins."""
    rows: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for row in reader:
            if "".join(row).strip():
                rows.append((line, row))
            line = reader.line_num + 1
            if len(rows) > ROW_LIMIT:
                report.add("too_many_rows", Place(file, line - 1), limit=ROW_LIMIT)
                return None
    except csv.Error:
        report.add("broken_quotes", Place(file, line))
        return None
    if not rows:
        report.add("empty_file", Place(file))
    return rows or None


def _cut(
    rows: list[tuple[int, list[str]]], width: int, file: str, report: Report
) -> tuple[list[tuple[int, list[str]]], bool]:
    """Return the rows of the right width, and whether these are all; blank cells too many go."""
    kept: list[tuple[int, list[str]]] = []
    for line, row in rows:
        cut = row[:width] if not "".join(row[width:]).strip() else row
        if len(cut) == width:
            kept.append((line, cut))
        else:
            report.add("ragged_row", Place(file, line), cells=len(row), columns=width)
    return kept, len(kept) == len(rows)
