"""A second evaluator, for complete submissions only, written from LANGUAGE.md and nothing else.

It reads checks as a rule file holds them and rows as plain mappings in which None stands for
nothing. It is naive on purpose: loops over rows, one truth value, one number, one letter, and no
code in common with checker.language.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import Any

import chinese_calendar

from checker.model.dictionary import Column, Dictionary, Kind
from checker.model.submission import TableData
from checker.model.value import NOTHING, UNKNOWN

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]

T, A, F, N = "T", "A", "F", "N"
"""符合, 基本符合, 不符合, no value."""


@dataclass(frozen=True)
class World:
    """What a check is judged in, besides the rows.

    Attributes:
        parameters: value and unit by name; numbers as Fraction or int.
        populations: table and condition by name, as the dictionary file writes them.
    """

    dictionary: Dictionary
    parameters: Mapping[str, tuple[Any, str]]
    populations: Mapping[str, tuple[str, Mapping[str, Any]]]
    start: date
    end: date
    on: date


def plain(tables: Mapping[str, TableData]) -> dict[str, list[Row]]:
    """Return complete tables as plain rows."""
    return {name: _plain_rows(data) for name, data in tables.items()}


def _plain_rows(data: TableData) -> list[Row]:
    assert data.closed
    rows: list[Row] = []
    for i in range(data.size):
        row: dict[str, Any] = {"id": data.ids[i]}
        for name, cells in data.columns.items():
            assert cells[i] is not UNKNOWN
            row[name] = None if cells[i] is NOTHING else cells[i]
        rows.append(row)
    return rows


@dataclass
class Judge:
    """Judges checks over complete rows; keeps value and outcome of every leaf in writing order."""

    world: World
    rows: Rows

    def judge(
        self, check: Mapping[str, Any], applies_when: Mapping[str, Any] | None = None
    ) -> tuple[str, list[tuple[Fraction | None, str]]]:
        leaves: list[tuple[Fraction | None, str]] = []
        outcome = self.check(check, leaves)
        if applies_when is not None:
            subject = self.world.dictionary.subject
            if not self.holds(applies_when, self.rows[subject][0], subject):
                outcome = N
        return outcome, leaves

    def check(self, check: Mapping[str, Any], leaves: list[tuple[Fraction | None, str]]) -> str:
        if "all" in check or "any" in check:
            members = check["all"] if "all" in check else check["any"]
            outcomes = [self.check(member, leaves) for member in members]
            order = [F, A, T] if "all" in check else [T, A, F]
            return next((o for o in order if o in outcomes), N)
        value = self.measure(check)
        if value is None:
            outcome = F if check.get("when_empty") == "failed" else N
        else:
            outcome = self.grade(value, check)
        leaves.append((value, outcome))
        return outcome

    # --- expectations ---

    def grade(self, value: Fraction, leaf: Mapping[str, Any]) -> str:
        expect = leaf["expect"]
        if self.accepts(value, expect):
            return T
        if "tolerance" in expect:
            side = "at_least" if "at_least" in expect else "at_most"
            limit, band = self.limit(expect[side]), self.limit(expect["tolerance"])
            if leaf["measure"] == "covered" or limit < 1:
                if side == "at_least" and limit - band <= value:
                    return A
                if side == "at_most" and value <= limit + band:
                    return A
        return F

    def accepts(self, value: Fraction, expect: Mapping[str, Any]) -> bool:
        if "equals" in expect:
            return value == self.limit(expect["equals"])
        above = "at_least" not in expect or value >= self.limit(expect["at_least"])
        return above and ("at_most" not in expect or value <= self.limit(expect["at_most"]))

    def limit(self, raw: Any) -> Fraction:
        if isinstance(raw, Mapping):
            value, unit = self.world.parameters[raw["over_period"][1:]]
            months = 0
            month = self.world.start.replace(day=1)
            while month <= self.world.end:
                months += 1
                month = (month + timedelta(days=31)).replace(day=1)
            return Fraction(value) * (Fraction(months, 12) if unit.endswith("年") else months)
        if isinstance(raw, str) and raw.startswith("$"):
            return Fraction(self.world.parameters[raw[1:]][0])
        if isinstance(raw, str) and raw.endswith("%"):
            return Fraction(raw[:-1]) / 100
        return Fraction(raw)

    # --- measures ---

    def measure(self, m: Mapping[str, Any]) -> Fraction | None:
        if m["measure"] == "ratio":
            over, under = self.measure(m["numerator"]), self.measure(m["denominator"])
            assert over is not None
            assert under is not None
            return None if under <= 0 else over / under
        table, rows = self.population(m)
        return self.over(m, table, rows)

    def population(self, m: Mapping[str, Any]) -> tuple[str, list[Row]]:
        table = m["of"]
        narrowed: Mapping[str, Any] = {}
        if table in self.world.populations:
            table, narrowed = self.world.populations[table]
        where = m.get("where", {})
        rows = [row for row in self.rows[table] if self.holds(narrowed, row, table)]
        return table, [row for row in rows if self.holds(where, row, table)]

    def over(self, m: Mapping[str, Any], table: str, rows: list[Row]) -> Fraction | None:
        name = m["measure"]
        if name == "count":
            return Fraction(len(rows))
        if name == "share":
            if not rows:
                return None
            return Fraction(len([r for r in rows if self.holds(m["that"], r, table)]), len(rows))
        if name == "time_covered":
            return self.time_covered(m, table, rows)
        if name == "fewest_per":
            return self.fewest_per(m, table, rows)
        cells = [self.reach(m["value"], row, table)[0] for row in rows]
        cells = [cell for cell in cells if cell is not None]
        if name == "sum":
            return Fraction(sum(cells))
        if name == "mean":
            return Fraction(sum(cells)) / len(cells) if cells else None
        lists = [list(cell) if isinstance(cell, tuple) else [cell] for cell in cells]
        if name == "distinct":
            seen: list[Any] = []
            for value in [v for one in lists for v in one]:
                if value not in seen:
                    seen.append(value)
            return Fraction(len(seen))
        assert name == "covered"
        column = self.reach_column(m["value"], table)
        required = self.values(m["required"], column)
        times = ceil(self.limit(m.get("times", 1)))
        reached = [v for v in required if len([one for one in lists if v in one]) >= times]
        return Fraction(len(reached), len(required))

    def time_covered(self, m: Mapping[str, Any], table: str, rows: list[Row]) -> Fraction:
        first, last = _midnight(self.world.start), _midnight(self.world.end + timedelta(days=1))
        shifts = []
        for row in rows:
            a, b = self.reach(m["from"], row, table)[0], self.reach(m["to"], row, table)[0]
            if a is not None and b is not None:
                shifts.append((_at_midnight(a), _at_midnight(b)))
        edges = {first, last}
        edges |= {edge for shift in shifts for edge in shift if first < edge < last}
        ordered = sorted(edges)
        covered = timedelta()
        for a, b in pairwise(ordered):
            if any(x <= a and b <= y for x, y in shifts):
                covered += b - a
        tick = timedelta(microseconds=1)
        return Fraction(covered // tick, (last - first) // tick)

    def fewest_per(self, m: Mapping[str, Any], table: str, rows: list[Row]) -> Fraction:
        months = []
        month = (self.world.start.year, self.world.start.month)
        while month <= (self.world.end.year, self.world.end.month):
            months.append(month)
            month = (month[0], month[1] + 1) if month[1] < 12 else (month[0] + 1, 1)
        if m["each"] == "month":
            windows = [[one] for one in months]
        else:
            quarters = [[(y, q), (y, q + 1), (y, q + 2)] for y, q in months if q in (1, 4, 7, 10)]
            windows = [quarter for quarter in quarters if all(one in months for one in quarter)]
        dates = [self.reach(m["date"], row, table)[0] for row in rows]
        counts = [
            len([d for d in dates if d is not None and (d.year, d.month) in window])
            for window in windows
        ]
        return Fraction(min(counts))

    # --- rows ---

    def holds(self, condition: Mapping[str, Any], row: Row, table: str) -> bool:
        for key, said in condition.items():
            if key == "all":
                good = all(self.holds(one, row, table) for one in said)
            elif key == "any":
                good = any(self.holds(one, row, table) for one in said)
            elif key == "elapsed":
                good = self.elapsed(said, row, table)
            elif key == "related":
                good = self.related(said, row)
            else:
                cell, column = self.reach(key, row, table)
                good = self.predicate(said, cell, column, row, table)
            if not good:
                return False
        return True

    def reach_column(self, path: str, table: str) -> Column:
        first, _, second = path.partition(".")
        column = self.world.dictionary.tables[table].columns[first]
        if second:
            return self.world.dictionary.tables[column.to].columns[second]
        return column

    def reach(self, path: str, row: Row, table: str) -> tuple[Any, Column]:
        first, _, second = path.partition(".")
        if not second:
            return row[first], self.reach_column(path, table)
        target = self.world.dictionary.tables[table].columns[first].to
        named = [other for other in self.rows[target] if other["id"] == row[first]]
        return (named[0][second] if named else None), self.reach_column(path, table)

    def related(self, m: Mapping[str, Any], row: Row) -> bool:
        table, rows = self.population(m)
        linked = [
            r
            for r in rows
            if (
                row["id"] in r[m["by"]]
                if isinstance(r[m["by"]], tuple)
                else r[m["by"]] == row["id"]
            )
        ]
        value = self.over(m, table, linked)
        assert value is not None
        return self.accepts(value, m["expect"])

    def elapsed(self, said: Mapping[str, Any], row: Row, table: str) -> bool:
        to = said["to"]
        if to.startswith("$"):
            to = self.world.parameters[to[1:]][0]
        start, end = self.reach(said["from"], row, table)[0], self.reach(to, row, table)[0]
        if start is None:
            return False
        length, unit = self.duration(said["at_most"])
        latest = _later(start, length, unit)
        if end is None:
            return _le(self.world.on, latest)
        return _le(start, end) and _le(end, latest)

    def duration(self, raw: Any) -> tuple[Fraction, str]:
        if isinstance(raw, str):
            value, unit = self.world.parameters[raw[1:]]
            return Fraction(value), unit
        ((key, amount),) = raw.items()
        words = {"minutes": "分钟", "hours": "小时", "days": "日", "workdays": "工作日"}
        return Fraction(amount), words.get(key, "月")

    # --- predicates ---

    def predicate(self, said: Any, cell: Any, column: Column, row: Row, table: str) -> bool:
        if not isinstance(said, Mapping):
            said = {"equals": said}
        return all(self.one(key, raw, cell, column, row, table) for key, raw in said.items())

    def one(self, key: str, raw: Any, cell: Any, column: Column, row: Row, table: str) -> bool:
        if key == "present":
            return (cell is not None) is bool(raw)
        if key == "size":
            return self.accepts(Fraction(0 if cell is None else len(cell)), raw)
        if cell is None:
            return False
        if key == "one_of":
            return any(_eq(cell, value) for value in self.values(raw, column))
        if key == "includes_all":
            return all(value in cell for value in self.values(raw, column))
        if key == "includes_any":
            return any(value in cell for value in self.values(raw, column))
        if key == "within":
            return self.within(raw, cell)
        other = self.operand(raw, column, row, table)
        if other is None:
            return False
        rank: Callable[[Any], Any] = (
            column.values.index if column.kind is Kind.ORDERED else lambda value: value
        )
        if key == "equals":
            return _eq(cell, other)
        if key == "at_least":
            return _le(rank(other), rank(cell))
        assert key == "at_most"
        return _le(rank(cell), rank(other))

    def within(self, raw: Any, cell: Any) -> bool:
        the_day = _day(cell)
        if raw == "period":
            return self.world.start <= the_day <= self.world.end
        length, unit = self.duration(raw["last"])
        first = _months_on(self.world.on, -int(length)) if unit == "月" else None
        first = first or self.world.on - timedelta(days=int(length))
        return first <= the_day <= self.world.on

    def operand(self, raw: Any, column: Column, row: Row, table: str) -> Any:
        if isinstance(raw, Mapping):
            return self.reach(raw["field"], row, table)[0]
        if raw == "assessment_date":
            return self.world.on
        if isinstance(raw, str) and raw.startswith("$"):
            return self.world.parameters[raw[1:]][0]
        return _literal(raw, column)

    def values(self, raw: Any, column: Column) -> list[Any]:
        if isinstance(raw, str):
            return list(self.world.parameters[raw[1:]][0])
        return [_literal(one, column) for one in raw]


def _literal(raw: Any, column: Column) -> Any:
    if column.kind in (Kind.INT, Kind.DEC):
        return Fraction(raw)
    if column.kind in (Kind.DATE, Kind.DATETIME):
        return datetime.fromisoformat(raw) if "T" in raw else date.fromisoformat(raw)
    return raw


def _day(moment: date) -> date:
    return date(moment.year, moment.month, moment.day)


def _midnight(the_day: date) -> datetime:
    return datetime.fromisoformat(f"{the_day.isoformat()}T00:00")


def _at_midnight(moment: date) -> datetime:
    return moment if isinstance(moment, datetime) else _midnight(moment)


def _le(left: Any, right: Any) -> bool:
    if isinstance(left, date) and isinstance(right, date):
        both = isinstance(left, datetime) and isinstance(right, datetime)
        return left <= right if both else _day(left) <= _day(right)
    return bool(left <= right)


def _eq(left: Any, right: Any) -> bool:
    if isinstance(left, date):
        return _le(left, right) and _le(right, left)
    return bool(left == right)


def _later(start: Any, length: Fraction, unit: str) -> Any:
    """The last moment or day that is still in time."""
    if unit in ("分钟", "小时"):
        seconds = length * (60 if unit == "分钟" else 3600)
        return _at_midnight(start) + timedelta(microseconds=int(seconds * 1_000_000))
    if unit == "月":
        return _months_on(_day(start), int(length))
    latest, left = _day(start), int(length)
    while left:
        latest += timedelta(days=1)
        if unit == "日" or _is_workday(latest):
            left -= 1
    return latest


def _is_workday(the_day: date) -> bool:
    if 2004 <= the_day.year <= 2026:
        return bool(chinese_calendar.is_workday(the_day))
    return the_day.isoweekday() <= 5


def _months_on(start: date, months: int) -> date:
    year, month = start.year, start.month + months
    while month > 12:
        year, month = year + 1, month - 12
    while month < 1:
        year, month = year - 1, month + 12
    number = start.day
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1
