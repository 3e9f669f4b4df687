"""A check asked of the solver's symbolic tables once, and then of many concrete submissions.

A submission is drawn as the solver has it: kinds of rows, so many rows of each. For the engine it
is written out row by row; for the solver every variable of the symbolic tables gets the value that
it has in the submission, and the formulas, made by the same calls that the proof makes, must then
simplify to plain truths.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import z3

from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.language.solve.demands import demands
from checker.language.solve.frame import Frame, Reads, Vocabulary
from checker.language.solve.solver import results
from checker.language.solve.space import Space
from checker.language.solve.terms import Term, all_of, total
from checker.model.check import Check, Condition
from checker.model.dictionary import Column, Dictionary, Kind
from checker.model.outcome import Possible
from checker.model.submission import Period, TableData
from checker.model.value import NOTHING, Cell
from tests.properties.world import DICTIONARY, ON, PARAMETERS, values_of

TABLES = DICTIONARY.tables
EARLIEST, LATEST = date(2023, 12, 1), date(2026, 12, 1)
"""Between these days all times of the submissions lie: the calendar is published for them."""


@dataclass(frozen=True)
class Named:
    """A cell of a list of references: all rows of some kinds, and one row of another (-1: none)."""

    every: tuple[int, ...]
    one: int


@dataclass(frozen=True)
class Own:
    """A text cell that is another one in every row."""


Filled = Cell | Named | Own
"""A cell of a kind of rows; a reference is the number of the kind that it names."""


@dataclass(frozen=True)
class Row:
    """A kind of rows.

    Attributes:
        number: so many rows.
        daily: all its times lie a day later from row to row.
    """

    number: int
    cells: Mapping[str, Filled]
    daily: bool = False


Submission = Mapping[str, Sequence[Row]]


@cache
def _anytime() -> Dictionary:
    """The dictionary of the world, with facts that may lie ahead as its rows have them."""
    return replace(
        DICTIONARY,
        tables={
            name: replace(of, columns={n: replace(c, future=True) for n, c in of.columns.items()})
            for name, of in TABLES.items()
        },
    )


# --- for the engine: row by row ---


def written_out(submission: Submission) -> dict[str, TableData]:
    """The rows of a submission, one by one; only the columns that were drawn."""
    ids: dict[str, list[list[str]]] = {}
    for table, kinds in submission.items():
        first, ids[table] = 0, []
        for kind in kinds:
            ids[table].append([f"{table}{first + i}" for i in range(kind.number)])
            first += kind.number
    found = {name: TableData(0, {}, (), closed=True) for name in TABLES}
    for table, kinds in submission.items():
        names = kinds[0].cells if kinds else [c for c in TABLES[table].columns if c != "id"]
        columns = {
            name: tuple(
                _written(TABLES[table].columns[name], kind, (k, i), ids)
                for k, kind in enumerate(kinds)
                for i in range(kind.number)
            )
            for name in names
        }
        keys = tuple(key for of_kind in ids[table] for key in of_kind)
        found[table] = TableData(len(keys), columns, keys, closed=True)
    return found


def _written(
    column: Column, kind: Row, at: tuple[int, int], ids: Mapping[str, Sequence[Sequence[str]]]
) -> Cell:
    cell = kind.cells[column.name]
    number, i = at
    match cell:
        case Own():
            return f"own {number} {i}"
        case Named((), -1):
            return ("somebody",)  # it only matters that it says something
        case Named(every, one):
            keys = [key for k in every for key in ids[column.to][k]]
            dealt = ids[column.to][one] if one >= 0 else []
            return tuple([*keys, dealt[i % len(dealt)]] if dealt else keys)
        case int() if column.to:
            there = ids.get(column.to)  # a table that the check does not look into is not drawn
            return there[cell][i % len(there[cell])] if there and there[cell] else "somebody"
        case date() if kind.daily:
            return cell + timedelta(days=i)
        case _:
            return cell


# --- for the solver: values of its variables ---

_ORDER = (Possible.MET, Possible.NEAR, Possible.MISSED, Possible.EMPTY)
_DEMANDED = 16


class Asked:
    """A check over symbolic tables with so many kinds of rows each."""

    def __init__(
        self,
        check: Check,
        applies: Condition | None,
        period: Period,
        sizes: Callable[[Reads, Facts], Mapping[str, int]],
    ) -> None:
        self.check, self.applies, self.period = check, applies, period
        self.voice = self.facts({})
        vocabulary = Vocabulary()
        self.reads = vocabulary.learn(check, applies, self.voice)
        for spot in sorted(self.reads.spots):
            column = TABLES[spot[0]].columns[spot[1]] if spot[1] else None
            counted = column and (not column.many or spot in vocabulary.counted)
            if column and counted and column.kind in (Kind.TEXT, Kind.DEC):
                vocabulary.note(spot, values_of(column), DICTIONARY)
        opaque = frozenset(
            (t, c)
            for t, c in self.reads.spots - self.reads.followed
            if c and TABLES[t].columns[c].to
        )
        days = (date(2023, 1, 1), date(2026, 12, 31), EARLIEST, LATEST)
        frame = Frame(_anytime(), period, ON, *days)
        self.sizes = sizes(self.reads, self.voice)
        self.space = Space(frame, vocabulary, self.sizes, opaque)
        self._verdict = self._asked()
        self._constants: dict[Any, Any] = {}

    def facts(self, tables: Mapping[str, TableData]) -> Facts:
        values = {name: p.default for name, p in PARAMETERS.items()}
        return Facts(DICTIONARY, tables, PARAMETERS, values, self.period, ON)

    def _asked(self) -> Any:
        """One number that says which of the outcomes hold, and whether the demands do."""
        found = results(self.space, self.voice, self.check, self.applies)
        parts = [z3.If(getattr(found, o.value), 1 << i, 0) for i, o in enumerate(_ORDER)]
        demanded = all_of(demands(self.space, self.reads.spots, reading=False))
        return total([*parts, z3.If(demanded, _DEMANDED, 0)])

    def by_engine(self, submission: Submission) -> frozenset[Possible]:
        """What the engine says."""
        return evaluate(self.check, self.facts(written_out(submission)), self.applies).possible

    def by_solver(self, submission: Submission) -> frozenset[Possible] | None:
        """What the solver says; None if the submission is not among the symbolic ones."""
        said = z3.simplify(z3.substitute(self._verdict, *self._pins(submission)))
        assert z3.is_int_value(said), f"not settled by the submission: {said}"
        number = said.as_long()
        if not number & _DEMANDED:
            return None
        return frozenset(o for i, o in enumerate(_ORDER) if number >> i & 1)

    def model(self, submission: Submission) -> "Model":
        """The submission as z3 would give it."""
        return Model(self._pins(submission))

    def _pins(self, submission: Submission) -> list[tuple[Any, Any]]:
        """Every variable of the tables with its value."""
        pairs: list[tuple[Any, Any]] = []
        for table, kinds in submission.items():
            for k, kind in enumerate(kinds):
                if not TABLES[table].one_row:
                    pairs.append((self.space.multiplicity(table, k), kind.number))
                if table in self.space.vocabulary.rostered:
                    pairs.append((z3.Bool(f"{table}#{k}+1d"), kind.daily))
                for name, cell in kind.cells.items():
                    pairs += self._cell(table, k, name, cell)
                    if TABLES[table].columns[name].to:
                        pairs += self._dealt(submission, table, k, name)
        return [(a, self._constant(b)) for a, b in pairs if z3.is_const(a) and _is_free(a)]

    def _constant(self, value: Any) -> Any:
        key = (type(value), value)
        if key not in self._constants:
            self._constants[key] = (
                z3.BoolVal(val=value) if isinstance(value, bool) else z3.IntVal(value)
            )
        return self._constants[key]

    def _dealt(
        self, submission: Submission, table: str, k: int, name: str
    ) -> Iterator[tuple[Any, Any]]:
        """Among how many rows a kind is dealt out, and how many name one and the same."""
        column, kind = TABLES[table].columns[name], submission[table][k]
        one = kind.cells[name]
        one = one.one if isinstance(one, Named) else one
        width = 1
        if kind.number and isinstance(one, int) and one >= 0 and column.to in submission:
            width = submission[column.to][one].number
        yield self.space.width(table, k, name), width
        yield self.space.named(table, k, name), kind.number // max(1, width)

    def _cell(self, table: str, k: int, name: str, cell: Any) -> Iterator[tuple[Any, Any]]:
        term = self.space.term(table, k, (name,))
        yield term.there, cell is not NOTHING
        if cell is NOTHING:
            cell = self._anything(term)
        if term.each is not False:
            yield term.each, isinstance(cell, Own)
        if isinstance(cell, Named):
            yield from ((m, i in cell.every) for i, m in enumerate(term.members))
            if term.value is not None:
                yield term.value, cell.one
        elif term.column.many:
            yield from ((m, v in cell) for m, v in zip(term.members, term.universe, strict=True))
            if term.others is not None:
                yield term.others, len(set(cell) - set(term.universe))
        elif term.value is not None:
            yield term.value, self._coded(term, cell, k)
            if term.minute is not None:
                yield term.minute, cell.hour * 60 + cell.minute

    def _anything(self, term: Term) -> Any:
        """What stands behind a cell that says nothing."""
        if term.column.kind is Kind.REF:
            return Named((), -1) if term.column.many else 0
        value = values_of(term.column)[0]
        return () if term.column.many else value

    def _coded(self, term: Term, cell: Any, k: int) -> Any:
        """A single value as the solver has it."""
        match term.column.kind:
            case Kind.ENUM | Kind.ORDERED:
                return term.column.values.index(cell)
            case Kind.INT | Kind.DEC:
                return int(cell * term.scale)
            case Kind.DATE | Kind.DATETIME:
                return cell.toordinal()
            case Kind.TEXT:
                return 10**6 + k if isinstance(cell, Own) else self.space.vocabulary.code(cell)
            case _:
                return cell


class Model:
    """Stands for a model of z3 that holds these values."""

    def __init__(self, pins: list[tuple[Any, Any]]) -> None:
        self.pins = pins

    def eval(self, term: Any, *, model_completion: bool) -> Any:
        assert model_completion
        return z3.simplify(z3.substitute(term, *self.pins))


def _is_free(term: Any) -> bool:
    return bool(term.decl().kind() == z3.Z3_OP_UNINTERPRETED)
