"""Promise 1 for the rules that are there, forwards and backwards.

Forwards: random walks from nothing handed in, filling blanks, adding rows and closing tables, until
nothing is left to say. On the way no rule gains an outcome; at the end every rule has the one that
the reference evaluator gives it, which reads the rule files itself.

Backwards: the samples, as they are and with ever more forgotten. What a rule comes to with all data
is among what it may come to with fewer.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from checker.document.strict_yaml import parse
from checker.language.completions import Tables, step
from checker.language.evaluate import Judgement, evaluate
from checker.language.facts import Facts
from checker.language.sample import Sample, single_values
from checker.model.dictionary import Kind, Table
from checker.model.rule import Rulebook
from checker.model.submission import Period, Submission, TableData
from checker.model.value import NOTHING, UNKNOWN, Scalar
from checker.rulebook.files import read_files
from checker.rulebook.loading import build
from checker.submission.lookup import absent
from checker.submission.reading import read
from tests.builders import moment
from tests.language.reference import Judge, World, plain
from tests.properties.claims import contains, letters

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

ROOT = Path(__file__).resolve().parents[2]
PERIOD = Period(date(2025, 1, 1), date(2025, 12, 31))
ON = date(2026, 1, 10)
DAYS = tuple(date(2025, 1, 6) + timedelta(days=n) for n in range(0, 365, 7))
"""A day in every week of the period."""

OTHER_DAYS = (date(2024, 6, 1), date(2025, 12, 31), ON, date(2026, 6, 1))
TIMES = tuple(
    moment(f"{day}T{clock}") for day in DAYS[::4] for clock in ("08:00", "08:20", "09:30")
)


@cache
def book() -> Rulebook:
    return build(read_files(ROOT / "rules"), "generic")


@cache
def raw_rules() -> dict[str, dict[str, Any]]:
    """The rules as their files hold them."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((ROOT / "rules").glob("*/*/rules.yaml")):
        document = parse(path.read_bytes(), path.name)
        found |= {rule["id"]: rule for rule in document.data["rules"]}
    return found


@cache
def raw_populations() -> dict[str, tuple[str, Mapping[str, Any]]]:
    path = ROOT / "schemas" / "submission.yaml"
    document = parse(path.read_bytes(), path.name)
    return {name: (p["of"], p["where"]) for name, p in document.data["populations"].items()}


def sample() -> Sample:
    """Values around the period, and numbers around the parameters."""
    numbers = [v for v in book().values.values() if isinstance(v, int | Fraction)]
    interesting: dict[Kind, list[Scalar]] = {
        Kind.DATE: [*DAYS, *OTHER_DAYS],
        Kind.DATETIME: [*TIMES],
        Kind.INT: [0, 1, 2, 3, 20, 50, *numbers],
        Kind.DEC: [0, 1, 80, Fraction(1, 2), *numbers],
        Kind.TEXT: [],
    }
    values = {}
    for table in book().dictionary.tables.values():
        for column in table.columns.values():
            if column.kind is not Kind.REF:
                known = interesting.get(column.kind, [])
                values[table.name, column.name] = single_values(column, known, spare_texts=3)
    return Sample(values)


def judged(tables: Tables, period: Period = PERIOD, on: date = ON) -> dict[str, Judgement]:
    facts = Facts(book().dictionary, tables, book().parameters, book().values, period, on)
    return {r.id: evaluate(r.check, facts, r.applies_when) for r in book().rules}


@pytest.mark.parametrize("seed", range(4))
def test_a_walk_from_nothing_to_everything(seed):
    chance, drawn = Random(seed), sample()
    tables: Tables = {name: absent(table) for name, table in book().dictionary.tables.items()}
    before = judged(tables)
    assert all(len(found.possible) > 1 for found in before.values()), "decided by silence"

    steps = 0
    while (following := step(tables, book().dictionary, drawn, chance.randrange)) is not None:
        tables, steps = following, steps + 1
        if steps % 10:
            continue
        after = judged(tables)
        for name, found in after.items():
            assert found.possible <= before[name].possible, (name, before[name], found)
        before = after

    _as_the_reference_says(tables, PERIOD, ON)


def _as_the_reference_says(tables: Tables, period: Period, on: date) -> None:
    assert not any(UNKNOWN in cells for data in tables.values() for cells in data.columns.values())
    world = World(
        book().dictionary,
        {name: (book().values[name], p.unit) for name, p in book().parameters.items()},
        raw_populations(),
        period.start,
        period.end,
        on,
    )
    for name, found in judged(tables, period, on).items():
        rule = raw_rules()[name]
        judge = Judge(world, plain(tables))
        outcome, leaves = judge.judge(rule["check"], rule.get("applies_when"))
        assert letters(found.possible) == {outcome}, (name, found, outcome)
        for leaf, (value, _) in zip(found.leaves, leaves, strict=True):
            reached = leaf.measurement.range
            got = None if reached is None else (reached.low, reached.high)
            assert got == (None if value is None else (value, value)), (name, leaf, value)


COMPLETE = ("boundary", "full-pass", "pass-after-rectification", "small-park", "vetoed")
"""Samples in which nothing is missing that a rule reads."""


@cache
def handed_in(name: str) -> Submission:
    return read(ROOT / "samples" / "synthetic" / name, book().dictionary)


@pytest.mark.parametrize("name", COMPLETE)
def test_complete_samples_come_out_as_the_reference_says(name):
    given = handed_in(name)
    columns = book().dictionary.tables
    tables = {n: _unread_cells_filled(d, columns[n]) for n, d in given.tables.items()}
    _as_the_reference_says(tables, given.period, given.assessed_on)


def _unread_cells_filled(data: TableData, table: Table) -> TableData:
    """Say nothing where a cell is unknown: no rule asks for it, or its outcome would be open."""
    columns = {
        name: tuple(NOTHING if cell is UNKNOWN else cell for cell in cells)
        for name, cells in data.columns.items()
    }
    return replace(data, columns=columns, closed=True)


@pytest.mark.parametrize("name", [*COMPLETE, "self-assessment"])
def test_what_is_forgotten_never_decides(name):
    given, chance = handed_in(name), Random(name)
    tables: Tables = given.tables
    before = judged(tables, given.period, given.assessed_on)
    for _ in range(12):
        tables = forgotten(tables, chance)
        after = judged(tables, given.period, given.assessed_on)
        for rule, found in after.items():
            assert found.possible >= before[rule].possible, (rule, before[rule], found)
            for old, new in zip(before[rule].leaves, found.leaves, strict=True):
                assert contains(new.measurement, old.measurement), (rule, old, new)
        before = after


def forgotten(tables: Tables, chance: Random) -> Tables:
    """The same with some cells blank, some rows gone, and the tables they went from open."""
    found = dict(tables)
    filled = sorted(name for name, data in tables.items() if data.size)
    for name in chance.sample(filled, min(4, len(filled))):
        data = found[name]
        columns = {c: list(cells) for c, cells in data.columns.items()}
        names = sorted(c for c in columns if c != "id")
        for _ in range(chance.choice((1, 3, data.size))):
            columns[chance.choice(names)][chance.randrange(data.size)] = UNKNOWN
        found[name] = replace(data, columns={c: tuple(cells) for c, cells in columns.items()})
    name = chance.choice(sorted(tables))
    if not book().dictionary.tables[name].one_row:
        found[name] = _some_rows(found[name], chance)
    return found


def _some_rows(data: TableData, chance: Random) -> TableData:
    kept = [row for row in range(data.size) if chance.random() < 0.9]
    return TableData(
        len(kept),
        {c: tuple(cells[row] for row in kept) for c, cells in data.columns.items()},
        tuple(data.ids[row] for row in kept),
        closed=False,
    )
