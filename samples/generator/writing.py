"""Tables to the bytes of files: submission.yaml with CSV files beside it, or CSV files alone."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from samples.generator.world import Cell, Row, Tables

_PLAIN = re.compile(r"[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff（）、，。；.+/ \-]*")
_WORDS = frozenset({"true", "false", "null"})


def yaml_submission(
    head: Sequence[tuple[str, str]],
    notes: str,
    subject: Row,
    tables: Tables,
    *,
    in_csv: Iterable[str],
    states: Mapping[str, str],
    findings: Sequence[Mapping[str, str]] = (),
) -> dict[str, bytes]:
    """Return the files of a submission written as YAML.

    Args:
        head: the lines before the notes, as they are.
        notes: printed in the report.
        subject: the row of community.
        tables: all others.
        in_csv: tables that go into a CSV file.
        states: tables that are not complete, with their state.
        findings: what auditors found on site.
    """
    large = set(in_csv)
    files: dict[str, bytes] = {}
    lines = [f"{key}: {value}" for key, value in head]
    lines += ["notes: |", *(f"  {line}" for line in notes.strip().splitlines()), "tables:"]
    lines += ["  community:", *(f"    {key}: {_scalar(cell)}" for key, cell in subject.items())]
    for name, rows in tables.items():
        state = states.get(name, "complete")
        if state == "none":
            lines.append(f"  {name}: none")
        elif name in large:
            files[f"{name}.csv"] = csv_file(rows)
            lines.append(f"  {name}: {{state: {state}, file: {name}.csv}}")
        else:
            lines += [f"  {name}:", f"    state: {state}", "    rows:"]
            lines += [f"    - {_flow(row, all_of_it=not n)}" for n, row in enumerate(rows)]
    if findings:
        lines += ["site_findings:", *(f"- {_flow(dict(finding))}" for finding in findings)]
    files["submission.yaml"] = ("\n".join(lines) + "\n").encode()
    return files


def csv_submission(
    items: Sequence[tuple[str, str]], tables: Tables, labels: Mapping[str, Mapping[str, str]]
) -> dict[str, bytes]:
    """Return the files of a submission as a spreadsheet program writes them.

    That is: a byte order mark, lines that end in CR LF, Chinese names, dates as 2025/3/5.

    Args:
        items: the lines of submission.csv.
        tables: one file each.
        labels: for every table, its own name ("") and those of its columns.
    """
    rows: list[Row] = [{"项目": key, "内容": value} for key, value in items]
    files = {"submission.csv": csv_file(rows, excel=True)}
    for name, given in tables.items():
        known = labels[name]
        named: list[Row] = [{known[k]: _as_typed(c) for k, c in row.items()} for row in given]
        files[f"{known['']}.csv"] = csv_file(named, excel=True)
    return files


def csv_file(rows: Sequence[Row], *, excel: bool = False) -> bytes:
    """Return a CSV file; its columns are those of the first row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n" if excel else "\n")
    writer.writerow(rows[0])
    writer.writerows([_joined(cell) for cell in row.values()] for row in rows)
    return text.getvalue().encode("utf-8-sig" if excel else "utf-8")


def _joined(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "、".join(cell)


def _flow(row: Row, *, all_of_it: bool = False) -> str:
    """Return a row in braces; the first of a table names blank columns too, as a header would."""
    said = {key: cell or "" for key, cell in row.items() if cell or all_of_it}
    return "{" + ", ".join(f"{key}: {_cell(cell)}" for key, cell in said.items()) + "}"


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return _scalar(cell)
    return "[" + ", ".join(_scalar(item) for item in cell) + "]"


def _scalar(cell: Cell) -> str:
    text = _joined(cell)
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)


def _as_typed(cell: Cell) -> Cell:
    """Return a date or time as a spreadsheet shows it: 2025/3/5, 2025/3/5 8:30:00."""
    if not isinstance(cell, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}( [\d:]+)?", cell):
        return cell
    day, _, clock = cell.partition(" ")
    on = date.fromisoformat(day)
    shown = f"{on.year}/{on.month}/{on.day}"
    return f"{shown} {clock.removeprefix('0')}" if clock else shown
