"""What a scaffolded rule measures: its check, its parameter, and rows on either side of its limit."""

from collections.abc import Mapping
from fractions import Fraction

from checker.model.dictionary import Column, Kind, Table
from checker.model.frozen import dataclass
from checker.model.numerals import decimal
from checker.workbench.scaffold import words
from checker.workbench.scaffold.editing import scalar
from checker.workbench.scaffold.plan import RefusedError

MEASURES = ("share", "count", "sum", "mean")
"""The measures that can be sketched; the others are written by hand."""


@dataclass(frozen=True, slots=True)
class Sides:
    """A condition on one column in YAML, and a cell that meets it, and one that does not."""

    condition: str
    good: str
    bad: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """The parts of a rule that hang together.

    Attributes:
        check: lines of the check, without indentation.
        limits: default, min, max of the parameter, as YAML; unit: its unit.
        cases: (name, tables in YAML or "", expect in YAML) of each case.
    """

    check: tuple[str, ...]
    unit: str
    limits: tuple[str, str, str]
    cases: tuple[tuple[str, str, str], ...]


def draw(measure: str, table: Table, column: Column | None, parameter: str, start: str) -> Drawn:
    """Return the parts of a rule.

    Args:
        column: what is asked of a row (share, count) or added up (sum, mean); None picks one.
        start: first day of the cases' period, as 2025-01-01.

    Raises:
        RefusedError: the table or column cannot be measured so.
    """
    if table.one_row and measure != "sum":
        raise RefusedError(words.refused("one_row", table.name))
    if measure in ("sum", "mean"):
        return _number(measure, table, _numeric(table, column), parameter)
    if measure == "count":
        return _count(table, column, parameter, start)
    return _share(table, column or _askable(table), parameter, start)


def sides(column: Column, start: str) -> Sides:
    """Return a condition on a column with a cell on either side of it.

    Raises:
        RefusedError: no plain condition suits the column.
    """
    name, values = column.name, [v for v in column.values if v not in column.means_unknown]
    if column.kind is Kind.BOOL and not column.many:
        return Sides(f"{name}: true", "true", "false")
    if column.kind in (Kind.ENUM, Kind.ORDERED) and len(values) > 1:
        good, bad = (scalar(v) for v in values[:2])
        if column.many:
            return Sides(f"{name}: {{includes_any: [{good}]}}", f"[{good}]", f"[{bad}]")
        return Sides(f"{name}: {good}", good, bad)
    if column.kind in (Kind.INT, Kind.DEC) and not column.many:
        low = Fraction(column.minimum or 0)
        good = decimal(low + 1)
        return Sides(f"{name}: {{at_least: {_number_text(good)}}}", good, decimal(low))
    if column.kind in (Kind.DATE, Kind.DATETIME) and not column.many:
        hour = "T09:00" if column.kind is Kind.DATETIME else ""
        return Sides(f"{name}: {{within: period}}", f"{start}{hour}", f"2000-01-01{hour}")
    raise RefusedError(words.refused("kind", name))


def _share(table: Table, column: Column, parameter: str, start: str) -> Drawn:
    side, name = sides(column, start), column.name

    def rows(good: int, bad: int) -> str:
        groups = (("A", good, side.good), ("B", bad, side.bad))
        shown = [f'{{times: {n}, id: "{g}{{n}}", {name}: {cell}}}' for g, n, cell in groups if n]
        return f"{table.name}: [{', '.join(shown)}]"

    cases = [
        (words.case_name("whole"), rows(10, 0), '{outcome: passed, measured: "1"}'),
        (words.case_name("at_limit"), rows(9, 1), '{outcome: passed, measured: "9/10"}'),
        (words.case_name("below_limit"), rows(89, 11), '{outcome: failed, measured: "89/100"}'),
        (
            words.case_name("none"), f"{table.name}: none",
            "{outcome: inapplicable, reason: empty_population}",
        ),
        (words.case_name("not_submitted"), "", "{outcome: cantTell, reason: not_submitted}"),
    ]  # fmt: skip
    if not column.may_be_nothing:
        blank = f'{table.name}: [{{times: 8, id: "A{{n}}", {name}: {side.good}}}, {{id: B1}}, {{id: B2}}]'
        open_ = '{outcome: cantTell, reason: value_missing, measured: ["8/10", "1"]}'
        cases.append((words.case_name("blank"), blank, open_))
    check = (
        "measure: share", f"of: {table.name}", f"that: {{{side.condition}}}",
        f"expect: {{at_least: ${parameter}}}",
    )  # fmt: skip
    return Drawn(check, '"1"', ('"90%"', '"50%"', '"100%"'), tuple(cases))


def _count(table: Table, column: Column | None, parameter: str, start: str) -> Drawn:
    side = sides(column, start) if column else None
    cell = f", {column.name}: {side.good}" if column and side else ""

    def rows(number: int) -> str:
        return f'{table.name}: [{{times: {number}, id: "A{{n}}"{cell}}}]'

    cases = (
        (words.case_name("more"), rows(3), '{outcome: passed, measured: "3"}'),
        (words.case_name("at_limit"), rows(2), '{outcome: passed, measured: "2"}'),
        (words.case_name("below_limit"), rows(1), '{outcome: failed, measured: "1"}'),
        (words.case_name("none"), f"{table.name}: none", '{outcome: failed, measured: "0"}'),
        (words.case_name("not_submitted"), "", "{outcome: cantTell, reason: not_submitted}"),
    )
    where = (f"where: {{{side.condition}}}",) if side else ()
    check = ("measure: count", f"of: {table.name}", *where, f"expect: {{at_least: ${parameter}}}")
    return Drawn(check, "count", ("2", "1", "100"), cases)


def _number(measure: str, table: Table, column: Column, parameter: str) -> Drawn:
    low = Fraction(column.minimum or 0)
    high = column.maximum
    at = low + 10 if high is None or low + 10 < high else (low + Fraction(high)) / 2
    step = Fraction(1) if at - low >= 1 else (at - low) / 2
    name = column.name

    def rows(value: Fraction) -> str:
        cell = f"{name}: {_number_text(decimal(value))}"
        if table.one_row:
            return f"{table.name}: {{{cell}}}"
        return f"{table.name}: [{{id: A1, {cell}}}]"

    def expect(outcome: str, value: Fraction) -> str:
        return f'{{outcome: {outcome}, measured: "{decimal(value)}"}}'

    cases = [
        (words.case_name("more"), rows(at + step), expect("passed", at + step)),
        (words.case_name("at_limit"), rows(at), expect("passed", at)),
        (words.case_name("below_limit"), rows(at - step), expect("failed", at - step)),
        (words.case_name("not_submitted"), "", "{outcome: cantTell, reason: not_submitted}"),
    ]
    if measure == "mean":
        nothing = "{outcome: inapplicable, reason: empty_population}"
        cases.insert(3, (words.case_name("none"), f"{table.name}: none", nothing))
    check = (
        f"measure: {measure}", f"of: {table.name}", f"value: {name}",
        f"expect: {{at_least: ${parameter}}}",
    )  # fmt: skip
    unit = scalar(column.unit or "1")
    ends = tuple(f'"{decimal(v)}"' for v in (at, low, high if high is not None else at * 10))
    return Drawn(check, unit, (ends[0], ends[1], ends[2]), tuple(cases))


def _number_text(text: str) -> str:
    """Return a number as YAML: whole ones plain, others as text."""
    return f'"{text}"' if "." in text else text


def _numeric(table: Table, column: Column | None) -> Column:
    known = [c for c in table.columns.values() if c.kind in (Kind.INT, Kind.DEC) and not c.many]
    if column is None:
        if not known:
            raise RefusedError(words.refused("no_column", table.name))
        return known[0]
    if column not in known:
        raise RefusedError(words.refused("number", column.name))
    return column


def _askable(table: Table) -> Column:
    """Return the column that is asked most naturally: yes or no first, then a choice, then others."""
    kinds = (Kind.BOOL, Kind.ENUM, Kind.ORDERED, Kind.DATE, Kind.DATETIME, Kind.INT, Kind.DEC)
    for kind in kinds:
        for column in table.columns.values():
            if column.kind is kind and _suits(column):
                return column
    raise RefusedError(words.refused("no_column", table.name))


def _suits(column: Column) -> bool:
    try:
        sides(column, "2025-01-01")
    except RefusedError:
        return False
    return True


def cells(columns: Mapping[str, Column], start: str) -> str:
    """Return a row in YAML with a plain value in each of the columns."""
    shown = []
    for name, column in columns.items():
        if column.kind is Kind.REF:
            one = f"{column.to[:1].upper()}1"
        elif _suits(column):
            one = sides(column, start).good
        else:
            one = "A"
        listed = column.many and not one.startswith("[")
        shown.append(f"{name}: {f'[{one}]' if listed else one}")
    return ", ".join(shown)
