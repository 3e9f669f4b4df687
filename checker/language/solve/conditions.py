"""Conditions on a row kind (LANGUAGE 3.2): a formula each."""

from dataclasses import replace

import z3

from checker.language.expectations import regions
from checker.language.measures import Range
from checker.language.solve import measures
from checker.language.solve.frame import end_of, end_path
from checker.language.solve.outcomes import outcomes
from checker.language.solve.space import Space, remembered
from checker.language.solve.terms import (
    Formula,
    Term,
    Voice,
    all_of,
    any_of,
    at_most,
    constant,
    equal,
    false,
    holds_value,
    not_after,
    ranges_hold,
    total,
    true,
)
from checker.language.solve.times import in_time
from checker.model.check import (
    AllOf,
    AnyOf,
    CellTest,
    Condition,
    Elapsed,
    Expect,
    Field,
    Operand,
    Predicate,
    Related,
)
from checker.model.dictionary import Kind
from checker.model.value import Scalar


def holds(space: Space, voice: Voice, table: str, kind: int, condition: Condition) -> Formula:
    """Tell whether the rows of a kind meet a condition."""
    key = ("holds", id(voice), table, kind, condition)
    return remembered(space, key, lambda: _holds(space, voice, table, kind, condition))


def counts(space: Space, voice: Voice, of: str, kind: int, where: Condition) -> Formula:
    """Tell whether the rows of a kind belong to a table or population, narrowed by `where`."""
    table = voice.table_name(of)
    inside = holds(space, voice, table, kind, where)
    population = voice.dictionary.populations.get(of)
    if population is None:
        return inside
    return all_of([holds(space, voice, table, kind, population.where), inside])


def _holds(space: Space, voice: Voice, table: str, kind: int, condition: Condition) -> Formula:
    match condition:
        case AllOf(members):
            return all_of(holds(space, voice, table, kind, m) for m in members)
        case AnyOf(members):
            return any_of(holds(space, voice, table, kind, m) for m in members)
        case CellTest(path, predicate):
            term = space.term(table, kind, path)
            return _Cell(space, voice, table, kind, term).meets(predicate)
        case Elapsed():
            return _elapsed(space, voice, table, kind, condition)
        case Related():
            return _related(space, voice, kind, condition)


class _Cell:
    """One cell of a row kind, to be put to a predicate."""

    def __init__(self, space: Space, voice: Voice, table: str, kind: int, term: Term) -> None:
        self.space = space
        self.voice = voice
        self.table = table
        self.kind = kind
        self.term = term
        self.code = space.vocabulary.code

    def meets(self, predicate: Predicate) -> Formula:
        parts = []
        if predicate.present is not None:
            parts.append(self.term.there if predicate.present else z3.Not(self.term.there))
        if predicate.size is not None:
            parts.append(self._size(predicate.size))
        compared = self._compared(predicate)
        if compared:
            parts += [self.term.there, *compared]
        return all_of(parts)

    def _size(self, expect: Expect) -> Formula:
        term = self.term
        if term.column.kind is Kind.REF:
            target = term.column.to
            every = [
                z3.If(m, self.space.multiplicity(target, k), 0) for k, m in enumerate(term.members)
            ]
            elements = total([*every, z3.If(term.value >= 0, 1, 0)])
        else:
            elements = total(z3.If(m, 1, 0) for m in term.members)
            if term.others is not None:
                elements += term.others
        accepted = regions(self.voice, expect, tolerant=False).met
        return ranges_hold(z3.If(term.there, elements, 0), accepted)

    def _compared(self, predicate: Predicate) -> list[Formula]:
        parts = []
        for name in ("equals", "at_least", "at_most"):
            operand = getattr(predicate, name)
            if operand is not None:
                parts.append(self._against(name, operand))
        if predicate.one_of is not None:
            values = self.voice.listed(predicate.one_of)
            parts.append(any_of(self._is(v) for v in values))
        if predicate.includes_all is not None:
            parts += [self._is(v) for v in self.voice.listed(predicate.includes_all)]
        if predicate.includes_any is not None:
            values = self.voice.listed(predicate.includes_any)
            parts.append(any_of(self._is(v) for v in values))
        if predicate.within is not None:
            first, last = (d.toordinal() for d in self.voice.days(predicate.within))
            day = self.term.value
            parts.append(z3.And(day >= first, day <= last))
            if self.term.lag is not None:
                for limit in (first, last + 1):
                    self._alike(day < limit, day + self.term.lag < limit)
        return parts

    def _alike(self, first: Formula, last: Formula) -> None:
        """Require that a formula holds of the last row of the kind as it does of the first."""
        self.space.require((self.table, self.term.column.name), first == last)

    def _is(self, value: Scalar) -> Formula:
        return holds_value(self.term, value, self.code)

    def _against(self, name: str, operand: Operand) -> Formula:
        there = true()
        if isinstance(operand, Field):
            other = self.space.term(self.table, self.kind, operand.path)
            there = other.there
        else:
            found = constant(self.term.column, self.voice.operand(operand), self.code)
            if found is None:
                return false()
            other = found
            if self.term.lag is not None:
                last = replace(self.term, value=self.term.value + self.term.lag)
                self._alike(at_most(other, self.term), at_most(other, last))
                self._alike(at_most(self.term, other), at_most(last, other))
        match name:
            case "equals":
                held = equal(self.term, other)
            case "at_least":
                held = at_most(other, self.term)
            case _:
                held = at_most(self.term, other)
        return all_of([there, held])


def _elapsed(space: Space, voice: Voice, table: str, kind: int, test: Elapsed) -> Formula:
    finish = end_path(test, voice)
    start, end = space.term(table, kind, test.start), space.term(table, kind, finish)
    length = voice.duration(test.at_most)
    frame = space.frame
    days = (frame.first, frame.last)
    spot = end_of(voice.dictionary, table, test.start)
    if length.unit == "工作日":
        days = (frame.first_workday, frame.last_workday)
        within = Range(days[0].toordinal(), days[1].toordinal())
        for k in [kind] if len(test.start) == 1 else space.kinds(spot[0]):
            own = space.term(spot[0], k, (spot[1],))
            space.require(spot, z3.Implies(own.there, ranges_hold(own.value, [within])))
    ended, running = in_time(start, end, frame.on, length, days)
    if start.lag is not None:
        if length.unit in ("月", "工作日"):  # their number of days is not the same for every row
            space.require(spot, start.lag == 0)
        later = replace(start, value=start.value + start.lag)
        space.require(spot, running == in_time(later, end, frame.on, length, days)[1])
    return all_of([start.there, z3.If(end.there, z3.And(not_after(start, end), ended), running)])


def _related(space: Space, voice: Voice, parent: int, related: Related) -> Formula:
    measure = related.measure
    table = voice.table_name(measure.of)
    rows = [space.seen(table, k, related.by, parent) for k in space.kinds(table)]
    found = measures.over_rows(space, voice, measure, rows)
    return outcomes(voice, related.leaf, found).met
