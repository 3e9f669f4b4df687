"""Cases as tables that a person can read: what is given, what comes out."""

from collections.abc import Callable, Mapping
from typing import Any

from checker.model import terms
from checker.model.dictionary import Dictionary
from checker.model.problem import Place
from checker.workbench.cases import Case
from checker.workbench.catalogue import words
from checker.workbench.catalogue.views import CaseTable, CaseView


def case_view(case: Case, dictionary: Dictionary, source: Callable[[Place], Place]) -> CaseView:
    """Return a case as the catalogue shows it."""
    expect = case.shape.expect
    said = [terms.reason(expect.reason)] if expect.reason else []
    if expect.offending:
        said.append(words.offending(expect.offending))
    tables = (_table(name, t, dictionary) for name, t in case.shape.tables.items())
    return CaseView(
        case.shape.name, expect.outcome, bool(expect.near), _measured(expect.measured),
        words.listed(said), tuple(_settings(case)), tuple(tables), source(case.place),
    )  # fmt: skip


def _settings(case: Case) -> list[str]:
    shape = case.shape
    found = []
    if shape.period:
        found.append(words.period(shape.period.start, shape.period.end))
    if shape.assessed_on:
        found.append(words.assessed_on(shape.assessed_on))
    return found + [words.setting(name, _text(v)) for name, v in shape.parameters.items()]


def _measured(expected: Any) -> str:
    if expected is None:
        return ""
    if isinstance(expected, Mapping):
        parts = [words.numbered(str(n), _value(v)) for n, v in expected.items()]
        return words.listed(parts)
    return _value(expected)


def _value(value: Any) -> str:
    if isinstance(value, list):
        low, high = (words.open_end() if end is None else str(end) for end in value)
        return words.from_to(low, high)
    return words.no_value() if value is None else str(value)


def _table(name: str, content: Any, dictionary: Dictionary) -> CaseTable:
    table = dictionary.tables.get(name)
    label = table.label if table else name
    state, rows = "", content
    if isinstance(content, Mapping) and ("rows" in content or "state" in content):
        state, rows = words.state(str(content.get("state", ""))), content.get("rows", [])
    elif isinstance(content, str):
        return CaseTable(label, words.state(content), (), ())
    elif isinstance(content, Mapping):
        rows = [content]
    plain = [row for row in rows if isinstance(row, Mapping)]
    keys = list(dict.fromkeys(key for row in plain for key in row))
    heads = tuple(_head(key, table.columns if table else {}) for key in keys)
    cells = tuple(tuple(_text(row[k]) if k in row else "" for k in keys) for row in plain)
    return CaseTable(label, state, heads, cells)


def _head(key: str, columns: Mapping[str, Any]) -> str:
    column = columns.get(key)
    return column.label if column else words.repetition(key)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return words.yes_no(yes=value)
    if isinstance(value, list):
        return words.listed([_text(v) for v in value])
    if isinstance(value, Mapping):
        return words.listed([words.setting(str(k), _text(v)) for k, v in value.items()])
    return words.blank() if value is None else str(value)
