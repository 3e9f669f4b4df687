"""Measures over symbolic rows (LANGUAGE 3.1, for complete tables)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from math import ceil, inf

import z3

from checker.language.measures import Range
from checker.language.solve import conditions
from checker.language.solve.outcomes import Quantity
from checker.language.solve.row_kinds import Kinds
from checker.language.solve.space import Space
from checker.language.solve.terms import (
    DAY,
    Formula,
    Term,
    Voice,
    all_of,
    any_of,
    between,
    equal,
    holds_value,
    moment,
    total,
    true,
)
from checker.language.timing import windows
from checker.model.check import (
    Count,
    Covered,
    Distinct,
    FewestPer,
    Mean,
    Measure,
    Path,
    Ratio,
    Share,
    SimpleMeasure,
    Sum,
    TimeCovered,
)
from checker.model.dictionary import Kind


def quantity(space: Space, voice: Voice, measure: Measure) -> Quantity:
    """Return what a measure over whole tables comes to."""
    if isinstance(measure, Ratio):
        (over, by), (under, to) = (
            _amount(space, voice, m, _rows(space, voice, m))
            for m in (measure.numerator, measure.denominator)
        )
        return Quantity(lambda r: between(over * to, r, under * by), under > 0)
    return over_rows(space, voice, measure, _rows(space, voice, measure))


def _rows(space: Space, voice: Voice, measure: SimpleMeasure) -> list[Formula]:
    table = voice.table_name(measure.of)
    return [space.multiplicity(table, k) for k in space.kinds(table)]


def over_rows(
    space: Space, voice: Voice, measure: SimpleMeasure, rows: Sequence[Formula]
) -> Quantity:
    """Return what a measure comes to if there are so many rows of each kind."""
    match measure:
        case Count():
            kinds = _kinds(space, voice, measure, rows)
            return Quantity(kinds.number, true())
        case Sum():
            amount, scale = _amount(space, voice, measure, rows)
            return Quantity(lambda r: between(amount, r, scale), true())
        case Share():
            return _share(space, voice, measure, rows)
        case Mean():
            return _mean(space, voice, measure, rows)
        case Distinct():
            return _whole(_distinct(space, voice, measure, rows))
        case Covered():
            return _covered(space, voice, measure, rows)
        case TimeCovered():
            return _time_covered(space, voice, measure, rows)
        case FewestPer():
            return _fewest_per(space, voice, measure, rows)


def _whole(amount: Formula) -> Quantity:
    return Quantity(lambda r: between(amount, r), true())


def _kinds(space: Space, voice: Voice, measure: SimpleMeasure, rows: Sequence[Formula]) -> Kinds:
    """Return the row kinds that a measure is about, if there are so many rows of each."""
    table = voice.table_name(measure.of)
    inside = [
        conditions.counts(space, voice, measure.of, k, measure.where) for k in space.kinds(table)
    ]
    return Kinds(space, table, rows, inside)


def _amount(
    space: Space, voice: Voice, measure: Count | Sum, rows: Sequence[Formula]
) -> tuple[Formula, int]:
    """Return a whole number, and what it is to be divided by."""
    kinds = _kinds(space, voice, measure, rows)
    if isinstance(measure, Count):
        return kinds.count(), 1
    return _added(space, kinds, measure.value)


def _added(space: Space, kinds: Kinds, path: Path) -> tuple[Formula, int]:
    terms = kinds.terms(path)
    spot = (kinds.table, path[0])
    parts = []
    for inside, t, n in zip(kinds.inside, terms, kinds.rows, strict=True):
        product = space.product(n, t.value)
        space.require(spot, space.countable(n))
        # true of any product, but not seen from its cases one by one
        for bound, sign in ((t.column.minimum, 1), (t.column.maximum, -1)):
            if bound is not None:
                within = sign * product >= sign * int(bound * t.scale) * n
                space.require(spot, z3.Implies(t.there, within))
        parts.append(z3.If(z3.And(inside, t.there), product, 0))
    return total(parts), terms[0].scale if terms else 1


def _share(space: Space, voice: Voice, measure: Share, rows: Sequence[Formula]) -> Quantity:
    kinds = _kinds(space, voice, measure, rows)
    table = kinds.table
    that = [conditions.holds(space, voice, table, k, measure.that) for k in space.kinds(table)]
    fails = [z3.Not(t) for t in that]

    def lies_in(range_: Range) -> Formula:
        low, high = range_.low, range_.high
        parts = []
        if low == 1 and not range_.low_open:
            parts.append(z3.Not(kinds.some(fails)))
        elif low == 0 and range_.low_open:
            parts.append(kinds.some(that))
        elif low > 0 or range_.low_open:
            parts.append(between(kinds.count(that), replace(range_, high=inf), kinds.count()))
        if high == 0 and not range_.high_open:
            parts.append(z3.Not(kinds.some(that)))
        elif high == 1 and range_.high_open:
            parts.append(kinds.some(fails))
        elif high < 1 or range_.high_open:
            parts.append(between(kinds.count(that), replace(range_, low=-inf), kinds.count()))
        return all_of(parts)

    return Quantity(lies_in, kinds.some())


def _mean(space: Space, voice: Voice, measure: Mean, rows: Sequence[Formula]) -> Quantity:
    kinds = _kinds(space, voice, measure, rows)
    there = [t.there for t in kinds.terms(measure.value)]
    number = kinds.count(there)
    amount, scale = _added(space, kinds, measure.value)
    return Quantity(lambda r: between(amount, r, number * scale), kinds.some(there))


def _distinct(space: Space, voice: Voice, measure: Distinct, rows: Sequence[Formula]) -> Formula:
    kinds = _kinds(space, voice, measure, rows)
    inside = [z3.And(c, n > 0) for c, n in zip(kinds.inside, rows, strict=True)]
    if len(measure.value) == 2:
        terms, inside, rows = _reached(space, kinds, inside, measure.value)
    else:
        terms = kinds.terms(measure.value)
    used = [z3.And(c, t.there) for c, t in zip(inside, terms, strict=True)]
    if not terms:
        return z3.IntVal(0)
    column = terms[0].column
    if column.kind is Kind.REF:
        target = column.to
        return total(
            z3.If(
                any_of(z3.And(u, _names(t, k)) for u, t in zip(used, terms, strict=True)),
                space.multiplicity(target, k),
                0,
            )
            for k in space.kinds(target)
        )
    if column.many:
        named = [
            z3.If(any_of(z3.And(u, t.members[i]) for u, t in zip(used, terms, strict=True)), 1, 0)
            for i in range(len(terms[0].universe))
        ]
        if terms[0].others is not None:
            named += [z3.If(u, t.others, 0) for u, t in zip(used, terms, strict=True)]
        return total(named)
    _all_on_one_day(space, kinds, terms, measure.value)
    parts = []
    for k, term in enumerate(terms):
        before = [z3.And(used[i], equal(terms[i], term)) for i in range(k)]
        once = z3.If(z3.And(used[k], z3.Not(any_of(before))), 1, 0)
        parts.append(
            once if term.each is False else z3.If(z3.And(used[k], term.each), rows[k], once)
        )
    return total(parts)


def _reached(
    space: Space, kinds: Kinds, inside: Sequence[Formula], path: Path
) -> tuple[list[Term], list[Formula], Sequence[Formula]]:
    """Return the kinds that a path may end in: their cells, whether it does, their rows.

    Several rows may lead to one: what stands there is to be counted once. A kind of rows that
    names one row of another kind each names all of its rows (Space.width).
    """
    refs = kinds.terms(path[:1])
    target = refs[0].column.to if refs else ""
    ends = space.kinds(target)
    named = [z3.And(c, ref.there) for c, ref in zip(inside, refs, strict=True)]
    reached = [
        any_of(z3.And(u, ref.value == k) for u, ref in zip(named, refs, strict=True)) for k in ends
    ]
    terms = [space.term(target, k, path[1:]) for k in ends]
    return terms, reached, [space.multiplicity(target, k) for k in ends]


def _all_on_one_day(space: Space, kinds: Kinds, terms: Sequence[Term], path: Path) -> None:
    """Require of times that are counted by value that all rows of a kind have the same."""
    for term in terms:
        if term.lag is not None:
            space.require((kinds.table, path[0]), term.lag <= 0)


def _names(term: Term, kind: int) -> Formula:
    if term.column.many:
        return z3.Or(term.members[kind], term.value == kind)
    return term.value == kind


def _covered(space: Space, voice: Voice, measure: Covered, rows: Sequence[Formula]) -> Quantity:
    kinds = _kinds(space, voice, measure, rows)
    terms = kinds.terms(measure.value)
    required = list(dict.fromkeys(voice.listed(measure.required)))
    times = max(1, ceil(voice.limit(measure.times)))
    reached = []
    for value in required:
        has = [z3.And(t.there, holds_value(t, value, space.vocabulary.code)) for t in terms]
        reached.append(kinds.some(has) if times == 1 else kinds.count(has) >= times)
    number = total(z3.If(r, 1, 0) for r in reached)

    def lies_in(range_: Range) -> Formula:
        if range_ == Range(1, inf):
            return all_of(reached)
        return between(number, range_, len(required))

    return Quantity(lies_in, true())


def _fewest_per(
    space: Space, voice: Voice, measure: FewestPer, rows: Sequence[Formula]
) -> Quantity:
    kinds = _kinds(space, voice, measure, rows)
    terms = kinds.terms(measure.date)
    dated_in = []
    for first, last in windows(voice.period, measure.each):
        days = Range(first.toordinal(), last.toordinal())
        dated_in.append([z3.And(t.there, between(t.value, days)) for t in terms])
    _all_on_one_day(space, kinds, terms, measure.date)

    def lies_in(range_: Range) -> Formula:
        low = Range(range_.low, inf, low_open=range_.low_open)
        high = Range(-inf, range_.high, high_open=range_.high_open)
        parts = [kinds.number(low, dated) for dated in dated_in]
        if range_.high != inf:
            parts.append(any_of(kinds.number(high, dated) for dated in dated_in))
        return all_of(parts)

    return Quantity(lies_in, true()) if dated_in else _whole(z3.IntVal(0))


def _time_covered(
    space: Space, voice: Voice, measure: TimeCovered, rows: Sequence[Formula]
) -> Quantity:
    kinds = _kinds(space, voice, measure, rows)
    first = voice.period.start.toordinal() * DAY
    after = (voice.period.end + timedelta(days=1)).toordinal() * DAY
    spans = []
    for inside, n, start, end in zip(
        kinds.inside, rows, kinds.terms(measure.start), kinds.terms(measure.end), strict=True
    ):
        used = z3.And(inside, n > 0, start.there, end.there)
        finish = moment(end)
        if start.lag is not None and end.lag is not None:
            # day after day without a gap: one span
            spot = (kinds.table, measure.start[0])
            space.require(spot, z3.Or(start.lag <= 0, finish - moment(start) >= DAY))
            finish += DAY * end.lag
        spans.append((used, _later(moment(start), first), _earlier(finish, after)))
    lengths = [_uncovered(spans, k) for k in range(len(spans))]
    covered = total(lengths)
    return Quantity(lambda r: between(covered, r, after - first), true())


def _uncovered(spans: Sequence[tuple[Formula, Formula, Formula]], k: int) -> Formula:
    """Return the length of a span behind all spans that start before it."""
    used, start, end = spans[k]
    reached = start
    for j, (other, its_start, its_end) in enumerate(spans):
        if j != k:
            before = its_start <= start if j < k else its_start < start
            reached = z3.If(z3.And(other, before, its_end > reached), its_end, reached)
    return z3.If(z3.And(used, end > reached), end - reached, 0)


def _later(a: Formula, b: int) -> Formula:
    return z3.If(a >= b, a, z3.IntVal(b))


def _earlier(a: Formula, b: int) -> Formula:
    return z3.If(a <= b, a, z3.IntVal(b))
