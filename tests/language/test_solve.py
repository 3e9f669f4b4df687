"""What the solver says of a complete submission is what the engine says of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
import z3
from hypothesis import Phase, given

from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.language.solve import conditions, measures, solver, times
from checker.language.solve.frame import Frame, Vocabulary
from checker.language.solve.solver import results
from checker.language.solve.space import Space
from checker.language.solve.terms import Term, any_of, total
from checker.model.dictionary import Column, Dictionary, Kind
from checker.model.outcome import Possible
from checker.model.submission import TableData
from checker.model.value import NOTHING, UNKNOWN, Cell
from tests.properties.cases import FOCI, MEASURES, Case, cases
from tests.properties.settings import fixed
from tests.properties.world import DICTIONARY, ON, values_of

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]


def complete(case: Case) -> dict[str, TableData]:
    """The submission of a case with every blank filled and every table closed."""
    keys = {name: data.ids for name, data in case.tables.items()}
    return {
        name: replace(
            data,
            closed=True,
            columns={
                c: tuple(filled(DICTIONARY.tables[name].columns[c], cell, keys) for cell in cells)
                for c, cells in data.columns.items()
            },
        )
        for name, data in case.tables.items()
    }


def filled(column: Column, cell: Cell, keys: Mapping[str, tuple[str, ...]]) -> Cell:
    """A cell without its blank, naming rows that are there."""
    if column.kind is Kind.REF:
        there = keys[column.to]
        if isinstance(cell, tuple):
            return tuple(k for k in cell if k in there) or filled(column, UNKNOWN, keys)
        if cell is not NOTHING and cell not in there:
            cell = UNKNOWN
    if cell is not UNKNOWN:
        return cell
    if column.may_be_nothing:
        return NOTHING
    options = keys[column.to] if column.kind is Kind.REF else values_of(column)
    if not options:
        return NOTHING
    value = options[len(options) // 2]
    return (value,) if column.many else value


@cache
def anytime() -> Dictionary:
    """The dictionary of the world, with facts that may lie ahead as its rows have them."""
    return replace(
        DICTIONARY,
        tables={
            name: replace(of, columns={n: replace(c, future=True) for n, c in of.columns.items()})
            for name, of in DICTIONARY.tables.items()
        },
    )


class Pinned:
    """Symbolic tables that must be a submission; equal rows that none refers to are one kind."""

    def __init__(self, case: Case, tables: Mapping[str, TableData]) -> None:
        self.check, self.applies = case.read()
        values = case.facts().values
        self.voice = Facts(DICTIONARY, {}, case.facts().parameters, values, case.period, ON)
        self.vocabulary = Vocabulary()
        self.reads = self.vocabulary.learn(self.check, self.applies, self.voice)
        self.tables = tables
        referred = {c.to for t in DICTIONARY.tables.values() for c in t.columns.values() if c.to}
        self.kinds = {name: self._kinds(name, merge=name not in referred) for name in tables}
        for table, column in self.reads.spots:
            if column:
                cells = tables[table].columns[column]
                known = [v for c in cells if c is not NOTHING for v in scalars(c)]
                self.vocabulary.note((table, column), known, DICTIONARY)
        days = (date(2023, 1, 1), date(2026, 12, 31))
        short = (date(2023, 12, 1), date(2026, 12, 1))
        frame = Frame(anytime(), case.period, ON, *days, *short)
        sizes = {name: len(kinds) for name, kinds in self.kinds.items()}
        self.space = Space(frame, self.vocabulary, sizes, frozenset())

    def _kinds(self, name: str, *, merge: bool) -> list[tuple[int, int]]:
        """First row and number of rows of each kind."""
        data = self.tables[name]
        columns = sorted(c for t, c in self.reads.spots if t == name and c)
        found: dict[Any, tuple[int, int]] = {}
        for row in range(data.size):
            key = (tuple(data.columns[c][row] for c in columns), None if merge else row)
            first, number = found.get(key, (row, 0))
            found[key] = (first, number + 1)
        return list(found.values())

    def outcome(self) -> frozenset[Possible]:
        """What the solver says."""
        found = results(self.space, self.voice, self.check, self.applies)
        asked = z3.Solver()
        asked.add(*self.space.demands(self.reads.spots, reading=False))
        asked.add(*self.pins())
        assert asked.check() == z3.sat, "the submission itself is not among the symbolic ones"
        model = asked.model()
        return frozenset(
            o for o in Possible
            if z3.is_true(model.eval(getattr(found, o.value), model_completion=True))
        )  # fmt: skip

    def pins(self) -> list[Any]:
        """Formulas that hold of this submission only."""
        found = []
        for table, kinds in self.kinds.items():
            for kind, (row, number) in enumerate(kinds):
                if not DICTIONARY.tables[table].one_row:
                    found.append(self.space.multiplicity(table, kind) == number)
                for column in sorted(c for t, c in self.reads.spots if t == table and c):
                    cell = self.tables[table].columns[column][row]
                    found += self.pin(table, kind, column, cell)
        return found

    def pin(self, table: str, kind: int, column: str, cell: Any) -> list[Any]:
        term = self.space.term(table, kind, (column,))
        of = term.column
        if cell is NOTHING:
            return [z3.Not(term.there)]
        found = [term.there]
        if term.lag is not None:
            found.append(term.lag <= 0)
        if of.kind is Kind.REF:
            rows = {k: i for i, k in enumerate(self.tables[of.to].ids)}
            if of.many:
                members = term.members
                found += [m == (i in [rows[k] for k in cell]) for i, m in enumerate(members)]
                return [*found, term.value == -1]
            return [*found, term.value == rows[cell]]
        if of.many:
            held = set(cell)
            named = zip(term.members, term.universe, strict=True)
            found += [m == (v in held) for m, v in named]
            if term.others is not None:
                found.append(term.others == len(held - set(term.universe)))
            return found
        if of.kind is Kind.DATETIME:
            found.append(term.minute == cell.hour * 60 + cell.minute)
        if term.each is not False:
            found.append(z3.Not(term.each))
        return [*found, term.value == self.coded(term, cell)]

    def coded(self, term: Term, cell: Any) -> Any:
        """A single value as the solver has it."""
        match term.column.kind:
            case Kind.ENUM | Kind.ORDERED:
                return term.column.values.index(cell)
            case Kind.INT | Kind.DEC:
                return int(cell * term.scale)
            case Kind.DATE | Kind.DATETIME:
                return cell.toordinal()
            case Kind.TEXT:
                return self.vocabulary.code(cell)
            case _:
                return cell


def scalars(cell: Any) -> tuple[Any, ...]:
    return cell if isinstance(cell, tuple) else (cell,)


def agrees(case: Case) -> None:
    """Solver and engine say the same of the completed submission."""
    tables = complete(case)
    check, applies = case.read()
    engine = evaluate(check, case.facts(tables), applies).possible
    if len(engine) == 1:  # but for working days of a year that has no calendar yet
        assert Pinned(case, tables).outcome() == engine


@pytest.mark.parametrize("measure", MEASURES)
def test_solver_and_engine_agree_on_every_measure(measure):
    """T, A, F or N of a leaf over a submission without blanks."""

    @fixed(500)
    @given(cases(measure))
    def holds(case: Case) -> None:
        agrees(case)

    holds()


@pytest.mark.parametrize("focus", FOCI)
def test_solver_and_engine_agree_whatever_a_check_has_most_of(focus):
    """The same with more paths, comparisons of cells, lists, times, related rows and so on."""

    @fixed(300)
    @given(cases("share", focus=focus))
    def holds(case: Case) -> None:
        agrees(case)

    holds()


@pytest.mark.parametrize("depth", [1, 2])
def test_solver_and_engine_agree_on_composed_checks(depth):
    """The same for all and any, and for rules that may not apply."""

    @fixed(1200)
    @given(cases(depth=depth))
    def holds(case: Case) -> None:
        agrees(case)

    holds()


# --- the tests are tested: plausible wrong encodings, each of which must be caught ---


def once_each(kinds, also=None):
    """Every kind counted as one row."""
    return total(
        z3.If(z3.And(c, n > 0, *([also[k]] if also else [])), 1, 0)
        for k, (c, n) in enumerate(zip(kinds.inside, kinds.rows, strict=True))
    )


def always_defined(right):
    """A share that has a value over no rows."""
    return lambda *given: replace(right(*given), defined=z3.BoolVal(val=True))


def there_or_not(cell, predicate):
    """A cell that says nothing compared by whatever the solver makes of it."""
    return (
        z3.And(*cell._compared(predicate)) if cell._compared(predicate) else RIGHT(cell, predicate)
    )


def open_ended(right):
    """A time that keeps within a limit without having started before."""
    return lambda left, other: z3.BoolVal(val=True)


def a_day_late(right):
    """A deadline in months or working days that lies a day too late."""
    return lambda length, first, last: tuple((d, n + 1) for d, n in right(length, first, last))


RIGHT = conditions._Cell.meets

PLANTS = {
    "multiplicity is ignored": ("count", "", measures._Kinds, "count", lambda _: once_each),
    "over no rows there is a value": ("share", "", measures, "_share", always_defined),
    "nothing is compared": ("count", "plain", conditions._Cell, "meets", lambda _: there_or_not),
    "the tolerance is left out": (
        "share", "tolerance", measures, "tolerance_in_force", lambda _: lambda *_: False,
    ),
    "what ends before it begins is in time": (
        "share", "elapsed", conditions, "not_after", open_ended,
    ),
    "a deadline is a day late": ("share", "elapsed", times, "steps", a_day_late),
    "all members are as good as any": (
        "", "", solver, "combined", lambda right: lambda m, best: right(m, best=True),
    ),
    "every row is a row of every parent": (
        "share", "related", Space, "seen", lambda _: lambda s, t, k, by, p: s.multiplicity(t, k),
    ),
    "a mean counts what says nothing": (
        "mean", "", measures._Kinds, "count",
        lambda right: lambda kinds, also=None: right(kinds),
    ),
    "a required value need occur only once": ("covered", "", measures, "ceil", lambda _: lambda _n: 1),
    "spans that overlap are added up": (
        "time_covered", "", measures, "_uncovered",
        lambda _: lambda spans, k: z3.If(
            z3.And(spans[k][0], spans[k][2] > spans[k][1]), spans[k][2] - spans[k][1], 0
        ),
    ),
    "the fullest window counts": ("fewest_per", "", measures, "all_of", lambda _: any_of),
}  # fmt: skip


@pytest.mark.parametrize("plant", PLANTS)
def test_a_wrong_encoding_is_caught(plant, monkeypatch):
    measure, focus, home, name, wrong = PLANTS[plant]
    monkeypatch.setattr(home, name, wrong(getattr(home, name)))

    @fixed(4000, (Phase.generate,))
    @given(cases(measure, focus=focus, depth=0 if measure else 2))
    def holds(case: Case) -> None:
        agrees(case)

    with pytest.raises(AssertionError):
        holds()
