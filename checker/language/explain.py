"""The second interpreter: a check → one Chinese sentence (LANGUAGE 7)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from itertools import count

from checker.language import phrases
from checker.language.typecheck import reached_column, unit_of
from checker.model.check import (
    EVERY_ROW,
    AllOf,
    AnyOf,
    AssessmentDate,
    CellTest,
    Check,
    CheckAll,
    CheckAny,
    Condition,
    Count,
    Covered,
    Distinct,
    Duration,
    Elapsed,
    Expect,
    FewestPer,
    Field,
    Leaf,
    Limit,
    Mean,
    Measure,
    Operand,
    OverPeriod,
    Param,
    Path,
    Predicate,
    Ratio,
    Related,
    Share,
    SimpleMeasure,
    Sum,
    TimeCovered,
)
from checker.model.dictionary import Column, Dictionary, Kind
from checker.model.frozen import dataclass
from checker.model.numerals import decimal, percent
from checker.model.rule import Parameter
from checker.model.value import Scalar

ParameterValue = int | Fraction | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """What the sentences need to know: names, and the parameter values in force."""

    dictionary: Dictionary
    parameters: Mapping[str, Parameter]
    values: Mapping[str, ParameterValue]


def explain(check: Check, speaker: Speaker, applies_when: Condition | None = None) -> str:
    """Return the sentence that says what a check asks."""
    said = _check(check, speaker)
    if applies_when is None:
        return said
    subject = speaker.dictionary.subject
    label = speaker.dictionary.tables[subject].label
    return phrases.applies(phrases.of(label, _condition(applies_when, subject, speaker)), said)


def explain_joined(check: Check) -> str:
    """Return how the leaves are joined, by their marks, if one of several is enough; else ""."""
    said, alternatives = _joined(check, count(), inner=False)
    return said if alternatives else ""


def explain_leaf(leaf: Leaf, speaker: Speaker) -> str:
    """Return the sentence for one leaf."""
    return _leaf(leaf, speaker, owner="")


def explain_limit(leaf: Leaf, speaker: Speaker) -> str:
    """Return only what a leaf must reach, e.g. 不少于 90%."""
    least = leaf.expect.at_least
    whole = least is not None and _value(least, speaker) == 1
    if whole and isinstance(leaf.measure, Share):
        return phrases.all_of_them()
    if whole and isinstance(leaf.measure, Covered):
        return phrases.each_of_them()
    return _expect(leaf.expect, leaf.measure, speaker)


def explain_condition(condition: Condition, table: str, speaker: Speaker) -> str:
    """Return what a condition asks of a row of the table."""
    return _condition(condition, table, speaker)


def explain_rows(measure: SimpleMeasure, speaker: Speaker) -> str:
    """Return which rows a measure is about, e.g. 在用车辆（类型为“货车”）."""
    return _rows(measure, speaker, "")


def value_text(value: ParameterValue, unit: str) -> str:
    """Return a parameter value with its unit, e.g. "90%", "30 分钟", "综合、火灾"."""
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, str):
        return value
    if unit == "1":
        return percent(value)
    base, _, each = unit.partition("/")
    shown = "" if base == "count" else phrases.time_unit(base)
    text = f"{decimal(value)} {shown}".rstrip()
    return f"{text}/{each}" if each else text


def spoken(value: ParameterValue, unit: str, dictionary: Dictionary) -> str:
    """Return a parameter value as value_text does, and a column by the name people know it by."""
    if unit != "column":
        return value_text(value, unit)
    tables, name = dictionary.tables.values(), str(value)
    labels = {table.columns[name].label for table in tables if name in table.columns}
    return "、".join(sorted(labels)) or name


def _check(check: Check, speaker: Speaker) -> str:
    if isinstance(check, CheckAll | CheckAny):
        return _group(check, speaker, count(), inner=False)
    return _leaf(check, speaker, owner="")


def _group(
    check: CheckAll | CheckAny, speaker: Speaker, leaves: Iterator[int], *, inner: bool
) -> str:
    """Return a group; leaves are counted through all groups, as where they are shown measured."""
    members = [
        _group(m, speaker, leaves, inner=True)
        if isinstance(m, CheckAll | CheckAny)
        else phrases.mark(next(leaves)) + _leaf(m, speaker, owner="")
        for m in check.members
    ]
    return phrases.numbered(members, every=isinstance(check, CheckAll), inner=inner)


def _joined(check: Check, leaves: Iterator[int], *, inner: bool) -> tuple[str, bool]:
    if not isinstance(check, CheckAll | CheckAny):
        return phrases.mark(next(leaves)), False
    every = isinstance(check, CheckAll)
    members = [_joined(m, leaves, inner=True) for m in check.members]
    said = phrases.joined([text for text, _ in members], every=every)
    return (
        phrases.bracketed(said) if inner else said,
        not every or any(alternatives for _, alternatives in members),
    )


def _leaf(leaf: Leaf, speaker: Speaker, *, owner: str) -> str:
    measure = leaf.measure
    expect = _expect(leaf.expect, measure, speaker)
    if isinstance(measure, Ratio):
        over, under = _side(measure.numerator, speaker), _side(measure.denominator, speaker)
        return phrases.ratio(over, under, expect)
    rows = _rows(measure, speaker, owner)
    said = _measure(leaf, measure, rows, expect, speaker)
    if leaf.when_empty == "failed":
        unit = speaker.dictionary.table_of(measure.of).unit
        said += phrases.empty_fails(unit)
    return said


def _measure(leaf: Leaf, measure: SimpleMeasure, rows: str, expect: str, speaker: Speaker) -> str:
    table = _table_name(measure.of, speaker)
    match measure:
        case Count():
            return phrases.count(rows, expect)
        case Share():
            return _share(leaf, measure, rows, expect, speaker)
        case Sum():
            return phrases.total(_sum(measure, rows, speaker), expect)
        case Mean(_, value):
            return phrases.average(rows, _label(table, value, speaker), expect)
        case Distinct(_, value):
            return phrases.kinds(rows, _label(table, value, speaker), expect)
        case Covered():
            return _covered(leaf, measure, rows, expect, speaker)
        case TimeCovered(_, start, end):
            ends = (_label(table, start, speaker), _label(table, end, speaker))
            return phrases.time_covered(rows, *ends, expect)
        case FewestPer(_, moment, each):
            return phrases.fewest(rows, _label(table, moment, speaker), each, expect)


def _share(leaf: Leaf, measure: Share, rows: str, expect: str, speaker: Speaker) -> str:
    table = _table_name(measure.of, speaker)
    clause = _condition(measure.that, table, speaker)
    if leaf.expect.at_least is not None and _value(leaf.expect.at_least, speaker) == 1:
        return phrases.everyone(rows, clause)
    if isinstance(measure.that, AnyOf):  # else the words behind it would seem to belong to the last
        clause = phrases.bracketed(clause)
    return phrases.part(rows, clause, expect)


def _covered(leaf: Leaf, measure: Covered, rows: str, expect: str, speaker: Speaker) -> str:
    column = reached_column(measure, measure.value, speaker.dictionary)
    required = phrases.quoted([str(v) for v in _listed(measure.required, speaker)])
    times = ""
    if measure.times != 1:
        times = _limit(measure.times, Count(measure.of), speaker)
    whole = leaf.expect.at_least is not None and _value(leaf.expect.at_least, speaker) == 1
    if whole and leaf.expect.tolerance:
        expect = phrases.near(percent(_value(leaf.expect.tolerance, speaker)))
        return phrases.covers(rows, column.label, required, times, "") + expect
    return phrases.covers(rows, column.label, required, times, "" if whole else expect)


def _side(measure: Count | Sum, speaker: Speaker) -> str:
    rows = _rows(measure, speaker, "")
    if isinstance(measure, Count):
        return phrases.number_of(rows)
    return _sum(measure, rows, speaker)


def _sum(measure: Sum, rows: str, speaker: Speaker) -> str:
    label = _label(_table_name(measure.of, speaker), measure.value, speaker)
    one_row = speaker.dictionary.table_of(measure.of).one_row
    return phrases.of(rows, label) if one_row else phrases.sum_of(rows, label)


def _table_name(of: str, speaker: Speaker) -> str:
    population = speaker.dictionary.populations.get(of)
    return population.of if population else of


def _rows(measure: SimpleMeasure, speaker: Speaker, owner: str) -> str:
    population = speaker.dictionary.populations.get(measure.of)
    label = population.label if population else speaker.dictionary.tables[measure.of].label
    rows = owner.format(rows=label) if owner else label
    if measure.where == EVERY_ROW:
        return rows
    table = _table_name(measure.of, speaker)
    return phrases.narrowed(rows, _condition(measure.where, table, speaker))


def _label(table: str, path: Path, speaker: Speaker) -> str:
    first = speaker.dictionary.tables[table].columns[path[0]]
    if len(path) == 1:
        return first.label
    reached = speaker.dictionary.tables[first.to].columns[path[1]]
    return phrases.of(first.label, reached.label)


def _column(table: str, path: Path, speaker: Speaker) -> Column:
    first = speaker.dictionary.tables[table].columns[path[0]]
    return first if len(path) == 1 else speaker.dictionary.tables[first.to].columns[path[1]]


def _condition(condition: Condition, table: str, speaker: Speaker) -> str:
    match condition:
        case AllOf(members):
            return phrases.both([_inside(m, table, speaker) for m in members])
        case AnyOf(members):
            return phrases.either([_inside(m, table, speaker) for m in members])
        case Elapsed(start, end, at_most):
            path = (str(speaker.values[end.name]),) if isinstance(end, Param) else end
            ends = (_label(table, start, speaker), _label(table, path, speaker))
            return phrases.elapsed(*ends, _length(at_most, speaker))
        case Related():
            return _related(condition, speaker)
        case CellTest(path, predicate):
            return _predicate(path, predicate, table, speaker)


def _inside(member: Condition, table: str, speaker: Speaker) -> str:
    said = _condition(member, table, speaker)
    compound = isinstance(member, AllOf | AnyOf) and len(member.members) > 1
    return phrases.bracketed(said) if compound else said


def _related(related: Related, speaker: Speaker) -> str:
    column = speaker.dictionary.table_of(related.measure.of).columns[related.by]
    owner = (
        phrases.of(column.owner, "{rows}")
        if column.owner
        else phrases.naming(column.label, "{rows}")
    )
    return _leaf(related.leaf, speaker, owner=owner)


def _predicate(path: Path, predicate: Predicate, table: str, speaker: Speaker) -> str:
    label, column = _label(table, path, speaker), _column(table, path, speaker)
    said: list[str] = []
    if predicate.present is not None:
        said.append(phrases.present(label, there=predicate.present))
    if predicate.equals is not None:
        said.append(_equals(label, predicate.equals, column, table, speaker))
    if predicate.one_of is not None:
        values = [_scalar(v, column) for v in _listed(predicate.one_of, speaker)]
        said.append(phrases.among(label, phrases.quoted(values)))
    if predicate.at_least is not None or predicate.at_most is not None:
        said.append(label + _bounds(predicate, column, table, speaker))
    for members, every in ((predicate.includes_all, True), (predicate.includes_any, False)):
        if members is not None:
            listed = phrases.quoted([str(v) for v in _listed(members, speaker)])
            said.append(phrases.includes(label, listed, every=every))
    if predicate.within is not None:
        last = predicate.within.last
        said.append(
            phrases.in_last(label, _length(last, speaker)) if last else phrases.in_period(label)
        )
    if predicate.size is not None:
        said.append(label + _size(predicate.size, column, speaker))
    return phrases.both(said)


def _equals(label: str, operand: Operand, column: Column, table: str, speaker: Speaker) -> str:
    if isinstance(operand, bool):
        return label if operand else phrases.is_not(label)
    if isinstance(operand, Field):
        return phrases.same_as(label, _label(table, operand.path, speaker))
    text = _operand(operand, column, table, speaker)
    plain = column.kind in (Kind.INT, Kind.DEC, Kind.DATE, Kind.DATETIME)
    return phrases.is_number(label, text) if plain else phrases.is_value(label, text)


def _bounds(predicate: Predicate, column: Column, table: str, speaker: Speaker) -> str:
    low, high = (
        "" if side is None else _operand(side, column, table, speaker)
        for side in (predicate.at_least, predicate.at_most)
    )
    verb = "time" if column.kind in (Kind.DATE, Kind.DATETIME) else ""
    verb = "rank" if column.kind is Kind.ORDERED else verb
    return phrases.limit(low, high, "", verb=verb)


def _operand(operand: Operand, column: Column, table: str, speaker: Speaker) -> str:
    match operand:
        case Field(path):
            return _label(table, path, speaker)
        case AssessmentDate():
            return phrases.assessment_date()
        case Param(name):
            unit = speaker.parameters[name].unit
            return value_text(speaker.values[name], column.unit if unit == "count" else unit)
        case _:
            return _scalar(operand, column)


def _scalar(value: Scalar, column: Column) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Fraction):
        if column.unit == "1":
            return percent(value)
        return f"{decimal(value)} {column.unit}".rstrip()
    return value


def _size(expect: Expect, column: Column, speaker: Speaker) -> str:
    unit = speaker.dictionary.tables[column.to].unit if column.to else "个"
    sides = [
        "" if side is None else f"{decimal(_value(side, speaker))} {unit}"
        for side in (expect.at_least, expect.at_most, expect.equals)
    ]
    return phrases.limit(*sides)


def _expect(expect: Expect, measure: Measure, speaker: Speaker) -> str:
    sides = [
        "" if side is None else _limit(side, measure, speaker)
        for side in (expect.at_least, expect.at_most, expect.equals)
    ]
    said = phrases.limit(*sides)
    if expect.tolerance is None or _whole(expect, speaker):
        return said
    return said + phrases.near(percent(_value(expect.tolerance, speaker)))


def _whole(expect: Expect, speaker: Speaker) -> bool:
    side = expect.at_least if expect.at_least is not None else expect.at_most
    return side is not None and _value(side, speaker) >= 1


def _value(limit: Limit, speaker: Speaker) -> int | Fraction:
    name = limit.parameter if isinstance(limit, OverPeriod) else limit
    if not isinstance(name, Param):
        return name
    value = speaker.values[name.name]
    assert not isinstance(value, str | tuple)  # units were checked at reading
    return value


def _limit(limit: Limit, measure: Measure, speaker: Speaker) -> str:
    unit = _unit(measure, speaker)
    value = _value(limit, speaker)
    text = percent(value) if unit == "1" else f"{decimal(value)} {unit}".rstrip()
    if isinstance(limit, OverPeriod):
        yearly = speaker.parameters[limit.parameter.name].unit.endswith("/年")
        return phrases.per_year(text, yearly=yearly)
    return text


def _unit(measure: Measure, speaker: Speaker) -> str:
    """Return the unit of a measure as printed; the window of fewest_per is said elsewhere."""
    if isinstance(measure, Distinct):
        return reached_column(measure, measure.value, speaker.dictionary).counted or "种"
    if isinstance(measure, Count | FewestPer):
        return speaker.dictionary.table_of(measure.of).unit
    return unit_of(measure, speaker.dictionary)


def measure_unit(measure: Measure, speaker: Speaker) -> str:
    """Return the unit that a report prints behind the value of a measure; "1" for shares."""
    return _unit(measure, speaker)


def _length(length: Param | Duration, speaker: Speaker) -> str:
    if isinstance(length, Duration):
        return f"{decimal(length.amount)} {phrases.time_unit(length.unit)}"
    return value_text(speaker.values[length.name], speaker.parameters[length.name].unit)


def _listed(values: tuple[Scalar, ...] | Param, speaker: Speaker) -> Sequence[Scalar]:
    if isinstance(values, Param):
        found = speaker.values[values.name]
        assert isinstance(found, tuple)
        return found
    return values
