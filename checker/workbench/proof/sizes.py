"""How many kinds of rows a question needs: too few, and what is possible would seem impossible."""

from collections import Counter
from collections.abc import Iterator
from math import ceil

from checker.language.facts import Facts
from checker.language.mentions import leaves
from checker.language.solve.frame import end_of
from checker.language.timing import windows
from checker.model.check import (
    AllOf,
    AnyOf,
    CellTest,
    Check,
    Condition,
    Count,
    Covered,
    Distinct,
    Elapsed,
    Expect,
    FewestPer,
    Field,
    Leaf,
    Path,
    Ratio,
    Related,
    Share,
    SimpleMeasure,
    TimeCovered,
)
from checker.model.dictionary import Kind

PER_PARENT = 2
"""Kinds of rows named differently that one test of related rows may need: with, and without."""


def needed(check: Check, applies_when: Condition | None, voice: Facts) -> Counter[str]:
    """Return by table how many kinds tell all outcomes of a check apart."""
    found: Counter[str] = Counter()
    for leaf in leaves(check):
        found += _leaf(leaf, voice)
    if applies_when is not None:
        found += _condition(applies_when, voice.dictionary.subject, voice)
    return found


def _leaf(leaf: Leaf, voice: Facts) -> Counter[str]:
    measure = leaf.measure
    if isinstance(measure, Ratio):
        return _measure(measure.numerator, leaf.expect, voice) + _measure(
            measure.denominator, leaf.expect, voice
        )
    return _measure(measure, leaf.expect, voice)


def _measure(measure: SimpleMeasure, expect: Expect, voice: Facts) -> Counter[str]:
    table = voice.table_name(measure.of)
    found = Counter({table: _kinds(measure, expect, voice)})
    conditions = [measure.where]
    if measure.of in voice.dictionary.populations:
        conditions.append(voice.dictionary.populations[measure.of].where)
    if isinstance(measure, Share):
        conditions.append(measure.that)
    for condition in conditions:
        found += _condition(condition, table, voice)
    if isinstance(measure, Distinct | Covered):
        found += _path(measure.value, table, voice)
        column = voice.column(table, measure.value)
        if column.kind is Kind.REF:
            found[column.to] += 2
    return found


def _kinds(measure: SimpleMeasure, expect: Expect, voice: Facts) -> int:
    match measure:
        case Count():
            return 1
        case TimeCovered():
            return 3
        case FewestPer():
            return len(windows(voice.period, measure.each)) + 1
        case Covered():
            many = voice.column(voice.table_name(measure.of), measure.value).many
            return 2 if many else len(voice.listed(measure.required)) + 1
        case Distinct():
            return _different(measure, expect, voice)
        case _:
            return 2


def _different(measure: Distinct, expect: Expect, voice: Facts) -> int:
    column = voice.column(voice.table_name(measure.of), measure.value)
    if column.many or column.kind in (Kind.TEXT, Kind.REF):
        return 2  # one kind may hold many values
    sides = (expect.equals, expect.at_least, expect.at_most)
    most = max(ceil(voice.limit(s)) for s in sides if s is not None) + 1
    return min(most, len(column.values)) if column.values else most


def _condition(condition: Condition, table: str, voice: Facts) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in _parts(condition):
        match part:
            case Related():
                inner = _leaf(part.leaf, voice)
                found += Counter({t: PER_PARENT * n for t, n in inner.items()})
                found[table] += 1
            case CellTest(path, predicate):
                operands = (predicate.equals, predicate.at_least, predicate.at_most)
                for one in (path, *(o.path for o in operands if isinstance(o, Field))):
                    found += _path(one, table, voice)
                column = voice.column(table, path)
                if predicate.size is not None and column.kind is Kind.REF:
                    found[column.to] += 2
            case Elapsed():
                found += _path(part.start, table, voice)
    return found


def _path(path: Path, table: str, voice: Facts) -> Counter[str]:
    return Counter({end_of(voice.dictionary, table, path)[0]: 1}) if len(path) == 2 else Counter()


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AllOf | AnyOf):
        for member in condition.members:
            yield from _parts(member)
    else:
        yield condition
