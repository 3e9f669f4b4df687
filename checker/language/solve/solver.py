"""Asking the solver: formulas of outcomes in, a submission as plain cells out, or none."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from fractions import Fraction
from typing import Any, Final

import z3

from checker.language.solve.conditions import holds
from checker.language.solve.demands import closure, demands
from checker.language.solve.frame import Reads, Spot, Vocabulary
from checker.language.solve.measures import quantity
from checker.language.solve.outcomes import Results, combined, outcomes
from checker.language.solve.space import Space, remembered
from checker.language.solve.terms import Formula, Term, Voice, all_of, any_of
from checker.model.check import Check, CheckAll, CheckAny, Condition
from checker.model.dictionary import Column, Kind
from checker.model.outcome import Possible
from checker.model.value import NOTHING, Cell, Scalar

LIMITS: Final = (400, 20_000)
"""Rows that a table of a submission has at most: the second where the first is not enough."""

CAPS: Final = (2, 12, 60)
"""Rows that a table of a witness should have at most, tried one after the other."""

EFFORT: Final = 40_000_000
"""What z3 may spend on one question, in its own units: the same on every machine."""

EFFORT_TO_SHRINK: Final = 1_000_000
"""What it may spend on each attempt to find a smaller witness."""

Rows = Mapping[str, Sequence[Mapping[str, Cell]]]
"""Rows by table; a cell of the key column "id" is the name of the row."""


@dataclass(frozen=True)
class Wanted:
    """A check with the outcomes of which any one will do."""

    name: str
    check: Check
    applies_when: Condition | None
    voice: Voice
    outcomes: frozenset[Possible]


class State(Enum):
    """What z3 said."""

    FOUND = "found"
    NONE = "none"
    GAVE_UP = "gave up"


@dataclass(frozen=True)
class Solution:
    """What came of a question: rows if found, else the names that cannot go together."""

    state: State
    rows: Rows
    core: frozenset[str] = frozenset()


def results(
    space: Space, voice: Voice, check: Check, applies_when: Condition | None = None
) -> Results:
    """Return the outcomes of a check over the symbolic tables."""
    key = ("results", id(voice), check, applies_when)
    found: Results = remembered(space, key, lambda: _results(space, voice, check, applies_when))
    return found


def _results(space: Space, voice: Voice, check: Check, applies_when: Condition | None) -> Results:
    found = _judged(space, voice, check)
    if applies_when is None:
        return found
    applies = holds(space, voice, voice.dictionary.subject, 0, applies_when)
    met, near, missed = (z3.And(applies, o) for o in (found.met, found.near, found.missed))
    return Results(met, near, missed, z3.Or(z3.Not(applies), found.empty))


def _judged(space: Space, voice: Voice, check: Check) -> Results:
    if isinstance(check, CheckAll | CheckAny):
        members = [_judged(space, voice, m) for m in check.members]
        return combined(members, best=isinstance(check, CheckAny))
    key = ("quantity", id(voice), check.measure)
    found = remembered(space, key, lambda: quantity(space, voice, check.measure))
    return outcomes(voice, check, found)


def solve(
    space: Space,
    wanted: Sequence[Wanted],
    reads: Sequence[Reads],
    some_rows: Iterable[str] = (),
    effort: int = EFFORT,
    *,
    shrink: bool = True,
) -> Solution:
    """Look for a submission in which every check has an outcome that is wanted.

    Args:
        reads: what the checks read, one for each.
        some_rows: tables that must not be empty.
        effort: what z3 may spend.
        shrink: whether it is worth a further effort to have few rows.
    """
    asked = _Question(space, wanted, reads, some_rows)
    limits = LIMITS if shrink else (CAPS[1], *LIMITS)
    model, solution = asked.put(effort, shrink=shrink, limits=limits)
    return Solution(State.FOUND, asked.read(model)) if solution is None else solution


def solve_in_stages(
    space: Space, wanted: Sequence[Wanted], reads: Sequence[Reads], some_rows: Iterable[str] = ()
) -> Solution:
    """Look for the same table after table: quicker for many checks, and not always successful.

    At the stage of a table all checks that read it are asked together, with what earlier stages
    have found; then its rows are settled. Tables come before those that refer to them.
    """
    settled: list[Formula] = []
    done: set[str] = set()
    model = None
    for table in _order(space, reads):
        chosen = [i for i, r in enumerate(reads) if table in r.tables]
        part = [wanted[i] for i in chosen], [reads[i] for i in chosen]
        asked = _Question(space, *part, [t for t in some_rows if t == table])
        asked.solver.add(*settled)
        model, solution = asked.put(EFFORT, limits=(30, *LIMITS))
        if solution is not None:
            return Solution(State.GAVE_UP, {}, frozenset(w.name for w in part[0]))
        done.add(table)
        settled += _values(model, table)
    whole = _Question(space, wanted, reads, some_rows)
    whole.solver.add(*settled)
    model, solution = whole.put(EFFORT, shrink=False)
    return Solution(State.FOUND, whole.read(model)) if solution is None else solution


def _values(model: Any, table: str) -> Iterator[Formula]:
    """Yield what a model says of a table, as formulas."""
    for name in model.decls():
        if name.name().startswith(f"{table}#"):
            yield name() == model[name]


def _order(space: Space, reads: Iterable[Reads]) -> list[str]:
    """Return the tables, those referred to first; among these the most read ones.

    What stands in a single row is settled last: mostly numbers that other tables must live up to.
    """
    tables = Counter(t for r in reads for t in r.tables)
    one_row = {t: space.frame.dictionary.tables[t].one_row for t in tables}
    left = dict.fromkeys(sorted(tables, key=lambda t: (one_row[t], -tables[t], t)))
    refers = {
        t: {c.to for c in space.frame.dictionary.tables[t].columns.values()} & set(left) - {t}
        for t in left
    }
    order: list[str] = []
    while left:
        free = next((t for t in left if not refers[t] & set(left)), next(iter(left)))
        order.append(free)
        del left[free]
    return order


class _Question:
    """Checks with wanted outcomes, put to z3."""

    def __init__(
        self,
        space: Space,
        wanted: Sequence[Wanted],
        reads: Iterable[Reads],
        some_rows: Iterable[str],
    ) -> None:
        self.space = space
        self.spots = closure(space, {spot for read in reads for spot in read.spots})
        self.solver = z3.Solver()
        self.claims = {}
        for one in wanted:
            claim = z3.Bool(f"wanted {one.name}")
            self.claims[claim.get_id()] = (claim, one.name)
            found = results(space, one.voice, one.check, one.applies_when)
            met = any_of(getattr(found, o.value) for o in sorted(one.outcomes))
            self.solver.add(z3.Implies(claim, met))
        self.solver.add(*demands(space, self.spots))
        self.solver.add(*(space.rows(t) > 0 for t in some_rows))

    def put(
        self, effort: int, *, shrink: bool = True, limits: Sequence[int] = LIMITS
    ) -> tuple[Any, Solution | None]:
        """Return a model, or else what is known without one."""
        asked = [claim for claim, _ in self.claims.values()]
        names: frozenset[str] = frozenset()
        for cap in limits:
            small = z3.Bool(f"at most {cap} rows")
            self.solver.add(z3.Implies(small, _small(self.space, self.spots, cap)))
            cautious = cap < LIMITS[0]  # that few rows will do is worth a try, no more
            self.solver.set("rlimit", min(effort, EFFORT_TO_SHRINK) if cautious else effort)
            said = self.solver.check(small, *asked)
            if said == z3.unknown and cautious:
                continue
            if said == z3.sat:
                found = self.solver.model()
                self.solver.add(small, *asked)
                return (shrink and _smaller(self.solver, self.space, self.spots)) or found, None
            if said != z3.unsat:
                return None, Solution(State.GAVE_UP, {})
            core = self.solver.unsat_core()
            names = frozenset(self.claims[c.get_id()][1] for c in core if c.get_id() in self.claims)
            if small.get_id() not in {c.get_id() for c in core}:
                break  # the number of rows has nothing to do with it
        return None, Solution(State.NONE, {}, names)

    def read(self, model: Any) -> Rows:
        """Return a model as rows."""
        return Reader(self.space, model).rows(self.spots)


def _smaller(solver: Any, space: Space, spots: Iterable[Spot]) -> Any:
    """Return a model with few rows that little effort finds, or None."""
    solver.set("rlimit", EFFORT_TO_SHRINK)
    for cap in CAPS:
        solver.push()
        solver.add(_small(space, spots, cap))
        if solver.check() == z3.sat:
            return solver.model()
        solver.pop()
    return None


def _small(space: Space, spots: Iterable[Spot], cap: int) -> Formula:
    tables = sorted({t for t, _ in spots if not space.frame.dictionary.tables[t].one_row})
    return all_of(space.rows(t) <= cap for t in tables)


class Reader:
    """Reads a model as rows."""

    def __init__(self, space: Space, model: Any) -> None:
        self.space = space
        self.model = model
        self.names = {code: text for text, code in space.vocabulary.texts.items()}
        self._counts: dict[tuple[str, int], int] = {}

    def rows(self, spots: Iterable[Spot]) -> Rows:
        """Return the rows of every table that was read, with the columns that were read."""
        columns: dict[str, list[str]] = {}
        for table, name in sorted(spots):
            columns.setdefault(table, []).extend([name] if name else [])
        return {table: list(self._table(table, names)) for table, names in columns.items()}

    def _table(self, table: str, columns: Sequence[str]) -> Iterable[Mapping[str, Cell]]:
        order = [c for c in self.space.frame.dictionary.tables[table].columns if c in columns]
        for kind in self.space.kinds(table):
            for number in range(self._count(table, kind)):
                row: dict[str, Cell] = {"id": self.key(table, kind, number)}
                for name in order:
                    term = self.space.term(table, kind, (name,))
                    row[name] = self._cell(table, kind, number, term)
                yield row

    def key(self, table: str, kind: int, number: int) -> str:
        """Return the key of a row: the rows of a table are numbered from 1."""
        before = sum(self._count(table, k) for k in range(kind))
        return f"{table}-{before + number + 1}"

    def _count(self, table: str, kind: int) -> int:
        if (table, kind) not in self._counts:
            found = self._whole(self.space.multiplicity(table, kind))
            self._counts[table, kind] = max(0, found)
        return self._counts[table, kind]

    def _whole(self, term: Formula) -> int:
        return int(self.model.eval(term, model_completion=True).as_long())

    def _is(self, term: Formula) -> bool:
        return term is not False and z3.is_true(self.model.eval(term, model_completion=True))

    def _cell(self, table: str, kind: int, number: int, term: Term) -> Cell:
        if not self._is(term.there):
            return NOTHING
        column = term.column
        if column.kind is Kind.REF:
            return self._reference(table, number, term)
        if column.many:
            return self._list(table, kind, term)
        if column.kind is Kind.BOOL:
            return self._is(term.value)
        return self._single(column, term, kind, number)

    def _single(self, column: Column, term: Term, kind: int, number: int) -> Scalar:
        value = self._whole(term.value)
        match column.kind:
            case Kind.ENUM | Kind.ORDERED:
                return column.values[value]
            case Kind.INT | Kind.DEC:
                found = Fraction(value, term.scale)
                return found.numerator if found.denominator == 1 else found
            case Kind.DATE | Kind.DATETIME:
                if term.lag is not None and self._whole(term.lag) > 0:
                    value += number
                if column.kind is Kind.DATE:
                    return date.fromordinal(value)
                start = datetime.combine(date.fromordinal(value), time())
                return start + timedelta(minutes=self._whole(term.minute))
            case _:
                if self._is(term.each):
                    return f"{column.label}{kind + 1}-{number + 1}"
                return self.names.get(value, f"文字{value + 1}")

    def _list(self, table: str, kind: int, term: Term) -> tuple[Scalar, ...]:
        held = [v for v, m in zip(term.universe, term.members, strict=True) if self._is(m)]
        if term.others is not None:
            # where different texts are counted, those of one kind are not those of another
            counted = (table, term.column.name) in self.space.vocabulary.counted
            called = f"{term.column.label}{kind + 1}-" if counted else term.column.label
            held += [f"{called}{i + 1}" for i in range(self._whole(term.others))]
        return tuple(held)

    def _reference(self, table: str, number: int, term: Term) -> Cell:
        column = term.column
        target, space = column.to, self.space
        if (table, column.name) in space.opaque or target not in space.sizes:
            key = f"{target}-1"
            return (key,) if column.many else key
        keys = []
        for k, member in enumerate(term.members):
            if self._is(member):
                keys += [self.key(target, k, i) for i in range(self._count(target, k))]
        one = self._whole(term.value)
        if one >= 0:
            keys.append(self.key(target, one, number % max(1, self._count(target, one))))
        return tuple(keys) if column.many else keys[0]


__all__ = [
    "Reads", "Results", "Solution", "Space", "State", "Vocabulary", "Wanted", "results", "solve",
]  # fmt: skip
