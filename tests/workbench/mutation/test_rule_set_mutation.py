"""The whole rule set: every slip is noticed by a case, or declared with a reason that holds."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random

import pytest

from checker.assessment.findings import outcome_of
from checker.language import mentions
from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.model.dictionary import Kind
from checker.model.submission import Period
from checker.model.value import NOTHING
from checker.workbench.as_written import as_written, rule_data
from checker.workbench.choice import Choice
from checker.workbench.mutation.inspection import inspect
from checker.workbench.mutation.mutants import mutants
from checker.workbench.rule_set import read_rule_set
from tests.builders import all_tables, table_data

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

RULES = Path(__file__).resolve().parents[3] / "rules"
PERIOD = Period(date(2025, 1, 1), date(2025, 12, 31))
ON = date(2026, 1, 10)
DAYS = [
    PERIOD.start, PERIOD.end, ON, *(ON - timedelta(days=d) for d in (1, 20, 31, 100, 366, 800)),
    ON + timedelta(days=40), *(date(2025, m, 20) for m in range(1, 13)),
]  # fmt: skip


@cache
def rules():
    return read_rule_set(RULES, "longyou_practice")


@cache
def inspection():
    return inspect(rules(), Choice(), jobs=1, kept=None)


def test_every_mutant_is_killed_or_declared():
    assert [(d.check, d.subject, d.found) for d in inspection().counting] == []


def test_every_parameter_in_use_has_its_value_moved():
    """By one unit, one point, one member less or to another column: whatever a number can be."""
    used = {
        (rule.id, name)
        for rule in rules().book.rules
        for name in mentions.parameters((rule.check, rule.applies_when))
    }
    book, data = as_written(rules()), rule_data(rules())
    moved = {(m.rule, m.parameter) for r in book.rules for m in mutants(r, data[r.id], book)}

    assert used <= moved


def declared():
    found = defaultdict(set)
    for survivor in rules().declared.shape.survivors:
        found[survivor.rule].add(survivor.mutant)
    return found


def drawn(table, book, chance, counts):
    """Some rows with a value, or nothing, in every cell."""
    rows = []
    for n in range(counts[table.name]):
        row = {"id": f"{table.name}{n}"} if not table.one_row else {}
        for column in table.columns.values():
            if column.name != "id":
                row[column.name] = cell(column, book, chance, counts)
        rows.append(row)
    return table_data(table, rows)


def cell(column, book, chance, counts):
    if column.may_be_nothing and chance.random() < 0.25:
        return NOTHING
    if not column.many:
        return one(column, book, chance, counts)
    values = {one(column, book, chance, counts) for _ in range(chance.choice((1, 1, 2, 4)))}
    values.discard(NOTHING)
    return tuple(sorted(values)) or NOTHING


def one(column, book, chance, counts):
    match column.kind:
        case Kind.ENUM | Kind.ORDERED:
            return chance.choice(column.values)
        case Kind.BOOL:
            return chance.random() < 0.6
        case Kind.DATE:
            return chance.choice(DAYS)
        case Kind.DATETIME:
            moment = datetime.combine(chance.choice(DAYS), datetime.min.time())
            return moment + timedelta(minutes=chance.choice((0, 10, 30, 600)))
        case Kind.REF:
            number = counts[column.to]
            return f"{column.to}{chance.randrange(number)}" if number else NOTHING
        case Kind.TEXT:
            return f"文{chance.randrange(4)}"
    return number_of(column, chance)


def number_of(column, chance):
    wanted = [0, 1, 2, 3, 4, 5, 12, 30, 100, Fraction(1, 4), column.minimum, column.maximum]
    fitting = [
        n
        for n in wanted
        if n is not None
        and (column.minimum is None or n >= column.minimum)
        and (column.maximum is None or n <= column.maximum)
        and (column.kind is Kind.DEC or isinstance(n, int))
    ]
    return chance.choice(fitting)


def outcomes_differ(rule, mutant, chance, tries):
    """Whether a complete submission drawn by chance tells a mutant from its rule."""
    book = as_written(rules())
    for _ in range(tries):
        counts = {
            name: 1 if table.one_row else chance.choice((0, 1, 1, 2, 3, 5))
            for name, table in book.dictionary.tables.items()
        }
        read = mentions.tables(rule.check, book.dictionary)
        near = read | {
            c.to for t in read for c in book.dictionary.tables[t].columns.values() if c.to
        }
        tables = all_tables(
            book.dictionary,
            **{t: drawn(book.dictionary.tables[t], book, chance, counts) for t in sorted(near)},
        )
        asked = [
            Facts(book.dictionary, tables, book.parameters, values, PERIOD, ON)
            for values in (book.values, mutant.values(book.values))
        ]
        before = evaluate(rule.check, asked[0], rule.applies_when)
        after = evaluate(mutant.changed.check, asked[1], mutant.changed.applies_when)
        if outcome_of(before.possible) is not outcome_of(after.possible):
            return True
    return False


@pytest.mark.parametrize("name", sorted(declared()))
def test_a_declared_survivor_is_the_same_of_every_submission_drawn(name):
    """The reasons say that no data tell it apart; no complete data drawn by chance do."""
    book = as_written(rules())
    rule = next(r for r in book.rules if r.id == name)
    chance = Random(name)
    made = {m.id: m for m in mutants(rule, rule_data(rules())[name], book)}

    for mutant in sorted(declared()[name]):
        assert not outcomes_differ(rule, made[mutant], chance, 150), mutant


def test_the_same_draw_tells_most_other_mutants_apart():
    """Of the same rules: else the test above would say nothing."""
    book = as_written(rules())
    told = []
    for name in sorted(declared()):
        rule = next(r for r in book.rules if r.id == name)
        made = [m for m in mutants(rule, rule_data(rules())[name], book) if not m.parameter]
        others = [m for m in made if m.id not in declared()[name]]
        chance = Random(name)
        some = chance.sample(others, min(3, len(others)))
        told += [outcomes_differ(rule, mutant, chance, 150) for mutant in some]

    assert sum(told) >= len(told) * 2 / 3
