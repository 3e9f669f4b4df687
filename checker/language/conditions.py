"""Evaluating conditions: the truth of a condition in every row of a table (LANGUAGE 3.2)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from checker.language import columns
from checker.language.cells import Bound, Domain, code
from checker.language.expectations import accepts, possible
from checker.language.facts import Children, Facts
from checker.language.kleene import (
    EITHER,
    FALSE,
    NO_ROWS,
    TRUE,
    Truth,
    all_of,
    always,
    any_of,
    from_codes,
    rows_of,
)
from checker.language.measures import Rows, measure_rows
from checker.language.timing import deadline, not_after, span
from checker.model.check import (
    AllOf,
    AnyOf,
    CellTest,
    Condition,
    Count,
    Duration,
    Elapsed,
    Expect,
    Field,
    Operand,
    Param,
    Path,
    Predicate,
    Related,
)
from checker.model.dictionary import Kind
from checker.model.frozen import dataclass
from checker.model.outcome import Possible
from checker.model.value import NOTHING, UNKNOWN, Blank, Cell, Scalar


def truth(facts: Facts, table: str, condition: Condition, among: int | None = None) -> Truth:
    """Return the truth of a condition in every row of a table.

    Args:
        among: mask of the rows that matter; of the others nothing is promised.
    """
    if not facts.tables[table].size:  # most tables of a first submission; nothing to work out
        return NO_ROWS
    key = (table, condition)
    known = facts.truths.get(key)
    if isinstance(known, Truth):
        return known
    found = _truth(facts, table, condition, among)
    if among is None or isinstance(condition, CellTest):
        facts.truths[key] = found
    return found


def population(facts: Facts, of: str, where: Condition) -> Truth:
    """Return which rows of its table a table or population name, narrowed by `where`, holds."""
    name = facts.table_name(of)
    size = facts.tables[name].size
    if not size:
        return NO_ROWS
    found = always(size)
    if of in facts.dictionary.populations:
        found = truth(facts, name, facts.dictionary.populations[of].where)
    return found & truth(facts, name, where)


def _truth(facts: Facts, table: str, condition: Condition, among: int | None) -> Truth:
    size = facts.tables[table].size
    match condition:
        case AllOf(members):
            return _narrowing(facts, table, members, among)
        case AnyOf(members):
            return any_of((truth(facts, table, m, among) for m in members), size)
        case CellTest():
            return _cell_test(facts, table, condition)
        case Elapsed():
            return _elapsed(facts, table, condition, among)
        case Related():
            return _related(facts, table, condition, among)


def _narrowing(facts: Facts, table: str, members: Sequence[Condition], among: int | None) -> Truth:
    """Conjunction that asks the costly members only of rows the cheap ones leave open."""
    size = facts.tables[table].size
    cheap = [m for m in members if isinstance(m, CellTest)]
    found = all_of((truth(facts, table, m) for m in cheap), size)
    for member in members:
        if not isinstance(member, CellTest):
            left = found.can_be_true if among is None else found.can_be_true & among
            found = found & truth(facts, table, member, left)
    return found


def _cell_test(facts: Facts, table: str, test: CellTest) -> Truth:
    cells = facts.cells(table, test.path)
    fields = _fields(test.predicate)
    if fields:
        return _against_fields(facts, table, test, fields)
    bound, domain = _bound(facts, test.predicate), _domain(facts, table, test.path)
    return from_codes(columns.codes(cells, bound, domain))


def _domain(facts: Facts, table: str, path: Path) -> Domain:
    nothing = facts.may_be_nothing(table, path)
    return Domain(facts.column(table, path), nothing, facts.domain_size(table, path))


def _fields(predicate: Predicate) -> list[tuple[str, Field]]:
    named = ("equals", "at_least", "at_most")
    return [(n, f) for n in named if isinstance(f := getattr(predicate, n), Field)]


def _bound(facts: Facts, predicate: Predicate) -> Bound:
    return Bound(
        equals=_plain(facts, predicate.equals),
        one_of=_listed(facts, predicate.one_of),
        at_least=_plain(facts, predicate.at_least),
        at_most=_plain(facts, predicate.at_most),
        includes_all=_listed(facts, predicate.includes_all),
        includes_any=_listed(facts, predicate.includes_any),
        present=predicate.present,
        within=facts.days(predicate.within) if predicate.within else None,
        size=_size(facts, predicate.size) if predicate.size else None,
    )


def _plain(facts: Facts, operand: Operand | None) -> Scalar | None:
    return None if operand is None or isinstance(operand, Field) else facts.operand(operand)


def _listed(facts: Facts, values: tuple[Scalar, ...] | Param | None) -> tuple[Scalar, ...] | None:
    return None if values is None else facts.listed(values)


def _size(facts: Facts, expect: Expect) -> tuple[Callable[[int], bool], tuple[int | Fraction, ...]]:
    sides = (expect.equals, expect.at_least, expect.at_most)
    limits = tuple(facts.limit(side) for side in sides if side is not None)
    return lambda elements: accepts(facts, expect, elements), limits


def _against_fields(
    facts: Facts, table: str, test: CellTest, fields: Sequence[tuple[str, Field]]
) -> Truth:
    domain = _domain(facts, table, test.path)
    fixed = _bound(facts, test.predicate)
    names = [name for name, _ in fields]
    cells, *others = (facts.cells(table, p) for p in (test.path, *(f.path for _, f in fields)))

    def judge(row: tuple[Cell, ...]) -> int:
        return _field_code(row, names, fixed, domain)

    other = facts.column(table, fields[0][1].path)
    if len(fields) == 1 and fixed == Bound() and columns.comparable(domain.column, other):
        return from_codes(columns.compared(names[0], cells, others[0], judge))
    return from_codes(judge(row) for row in zip(cells, *others, strict=True))


def _field_code(row: tuple[Cell, ...], names: Sequence[str], fixed: Bound, domain: Domain) -> int:
    cell, operands = row[0], row[1:]
    if NOTHING in operands or cell is NOTHING:
        return FALSE  # nothing compared with anything is false
    given = {n: o for n, o in zip(names, operands, strict=True) if o is not UNKNOWN}
    bound = replace(fixed, **given)  # type: ignore[arg-type] # scalars: typed at reading
    found = code(cell, bound, domain)
    # an operand that is itself unknown can always go the wrong way
    return found if len(given) == len(names) else found | FALSE


def _elapsed(facts: Facts, table: str, test: Elapsed, among: int | None) -> Truth:
    limit = facts.duration(test.at_most)
    end = end_of(facts, test)
    starts, ends = facts.cells(table, test.start), facts.cells(table, end)
    size = facts.tables[table].size
    asked = range(size) if among is None else rows_of(among, size)
    length = span(limit) if _both_moments(facts, table, test.start, end) else None
    codes = bytearray([EITHER]) * size
    for row in asked:
        start, finish = starts[row], ends[row]
        if length is None or type(start) is Blank or type(finish) is Blank:
            codes[row] = _elapsed_code(start, finish, limit, facts.on)
        else:
            codes[row] = TRUE if start <= finish <= start + length else FALSE  # type: ignore[operator]
    return from_codes(codes)


def _both_moments(facts: Facts, table: str, start: Path, end: Path) -> bool:
    return all(facts.column(table, path).kind is Kind.DATETIME for path in (start, end))


def unpublished(facts: Facts, table: str, test: Elapsed) -> dict[int, int]:
    """Return the rows that cannot be told for want of a calendar, and the first year it lacks for."""
    limit = facts.duration(test.at_most)
    ends = facts.cells(table, end_of(facts, test))
    found = {}
    for row, start in enumerate(facts.cells(table, test.start)):
        if type(start) is not Blank and _elapsed_code(start, ends[row], limit, facts.on) == EITHER:
            year = deadline(start, limit).unpublished  # type: ignore[arg-type] # typed at reading
            if ends[row] is not UNKNOWN and year:
                found[row] = year
    return found


def end_of(facts: Facts, test: Elapsed) -> Path:
    """Return the path of the time that ends it: written, or chosen by a parameter."""
    return test.end if isinstance(test.end, tuple) else (str(facts.operand(test.end)),)


def _elapsed_code(start: Any, end: Any, limit: Duration, on: date) -> int:
    if start is NOTHING:
        return FALSE
    if start is UNKNOWN or end is UNKNOWN:
        return EITHER
    if end is not NOTHING and not not_after(start, end):
        return FALSE
    last = deadline(start, limit)
    # what has not ended is in time while its time has not run out
    if not_after(on if end is NOTHING else end, last.moment):
        return TRUE
    return FALSE if last.certain else EITHER


@dataclass(frozen=True, slots=True)
class Linked:
    """The rows that a related leaf asks about, ready to be looked up by parent."""

    links: Children
    sure: bytes
    maybe: bytes
    of_anyone: list[int]

    def rows(self, key: str) -> Rows:
        """Return the rows that name a parent: certainly, and only possibly."""
        own = self.links.of.get(key, ())
        certain = [r for r in own if self.sure[r]]
        return Rows(certain, [r for r in own if self.maybe[r]] + self.of_anyone)


def linked(facts: Facts, related: Related) -> Linked:
    """Return the rows of the other table that a related leaf asks about."""
    measure = related.measure
    asked = population(facts, measure.of, measure.where)
    size = facts.table(measure.of).size
    sure = asked.surely.to_bytes(size, "little")
    maybe = (asked.can_be_true & asked.can_be_false).to_bytes(size, "little")
    links = facts.children(facts.table_name(measure.of), related.by)
    anyones = [r for r in links.of_anyone if sure[r] or maybe[r]]
    return Linked(links, sure, maybe, anyones)


def _related(facts: Facts, table: str, related: Related, among: int | None) -> Truth:
    measure = related.measure
    found = linked(facts, related)
    parents = facts.tables[table]
    codes = bytearray([EITHER]) * parents.size
    by_counts: dict[tuple[int, int], int] = {}
    for parent in range(parents.size) if among is None else rows_of(among, parents.size):
        rows = found.rows(parents.ids[parent])
        counts = (len(rows.sure), len(rows.maybe))
        # a count depends on the numbers of rows alone, so parents share its verdict
        if not isinstance(measure, Count) or counts not in by_counts:
            measured = measure_rows(facts, measure, rows)
            by_counts[counts] = _code_of(possible(facts, related.leaf, measured))
        codes[parent] = by_counts[counts]
    return from_codes(codes)


def _code_of(found: frozenset[Possible]) -> int:
    met = TRUE if Possible.MET in found else 0
    return met | (FALSE if found - {Possible.MET} else 0)
