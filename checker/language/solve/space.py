"""Symbolic tables: row kinds and their cells."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import z3

from checker.language.solve.frame import Frame, Sizes, Spot, Vocabulary
from checker.language.solve.terms import (
    NOBODY,
    Formula,
    Term,
    any_of,
    false,
    total,
    true,
)
from checker.model.check import Path
from checker.model.dictionary import Column, Kind
from checker.model.value import Scalar

MULTIPLICITIES: Final = (0, 1, 2, 3, 4, 5, 8, 10, 19, 20, 40, 100)
"""What a multiplicity may be where it is multiplied with another number: a case each."""

_MOST: Final = 10**9
"""Greatest number in a cell whose column has no bound."""

_ITEMS: Final = 12
"""Most texts of a list that no check names."""


class Unsupported(Exception):  # noqa: N818 - it says what the solver cannot be asked
    """A check asks what this interpreter has no form for: of the keys of rows themselves."""


class Space:
    """Symbolic tables of given sizes; everything is made when first asked for.

    Args:
        sizes: number of row kinds by table; a table that is not among them is not there.
        opaque: ref columns of which only matters whether they say anything.
    """

    def __init__(
        self, frame: Frame, vocabulary: Vocabulary, sizes: Sizes, opaque: frozenset[Spot]
    ) -> None:
        self.frame = frame
        self.vocabulary = vocabulary
        self.sizes = sizes
        self.opaque = opaque
        self.built: dict[Any, Any] = {}
        self._conditions: dict[Spot, dict[int, Formula]] = {}
        self._numbers: dict[tuple[str, int], Formula] = {}
        self._rows: dict[str, Formula] = {}
        self._terms: dict[tuple[str, int, Path], Term] = {}
        self._demands: dict[tuple[str, int, str], list[Formula]] = {}

    # --- rows ---

    def kinds(self, table: str) -> range:
        """Return the numbers of the row kinds of a table."""
        return range(self.sizes.get(table, 0))

    def multiplicity(self, table: str, kind: int) -> Formula:
        """Return how many rows of a kind there are."""
        if (table, kind) not in self._numbers:
            one = self.frame.dictionary.tables[table].one_row
            self._numbers[table, kind] = z3.IntVal(1) if one else z3.Int(f"{table}#{kind}")
        return self._numbers[table, kind]

    def rows(self, table: str) -> Formula:
        """Return how many rows a table has."""
        if table not in self._rows:
            self._rows[table] = total(self.multiplicity(table, k) for k in self.kinds(table))
        return self._rows[table]

    def product(self, times: Formula, amount: Formula) -> Formula:
        """Return a multiplicity times an amount: a case for each multiplicity that may be."""
        if z3.is_int_value(times):
            return times.as_long() * amount
        found = z3.IntVal(0)
        for n in MULTIPLICITIES[1:]:
            found = z3.If(times == n, n * amount, found)
        return found

    def require(self, spot: Spot, condition: Formula) -> None:
        """Note what must hold wherever a column is read, so that formulas about it are right."""
        self._conditions.setdefault(spot, {})[condition.get_id()] = condition

    def last_day(self, table: str, kind: int) -> Formula | None:
        """Return how many days the last row of a kind lies behind the first; None: none.

        The rows of a kind are alike, but where spans of time are added up they may follow each
        other day by day, as `every: {days: 1}` has it in a case.
        """
        if table not in self.vocabulary.rostered:
            return None
        daily = z3.Bool(f"{table}#{kind}+1d")
        return z3.If(daily, self.multiplicity(table, kind) - 1, z3.IntVal(0))

    def countable(self, times: Formula) -> Formula:
        """Tell whether a multiplicity is one of those that may be multiplied."""
        if z3.is_int_value(times):
            return true()
        return any_of(times == n for n in MULTIPLICITIES)

    # --- cells ---

    def term(self, table: str, kind: int, path: Path) -> Term:
        """Return what a path reaches from a row of a kind."""
        key = (table, kind, path)
        if key not in self._terms:
            self._terms[key] = (
                self._cell(table, kind, path[0])
                if len(path) == 1
                else self._through(self.term(table, kind, path[:1]), path[1])
            )
        return self._terms[key]

    def _through(self, ref: Term, column: str) -> Term:
        target = ref.column.to
        reached = [self.term(target, k, (column,)) for k in self.kinds(target)]
        if not reached:
            return self._missing(target, column)
        there = [r.there for r in reached]
        first = reached[0]

        def choose(parts: list[Formula]) -> Formula:
            if parts[0] is None or all(p is parts[0] for p in parts):
                return parts[0]
            found = parts[-1]
            for kind in reversed(range(len(parts) - 1)):
                found = z3.If(ref.value == kind, parts[kind], found)
            return found

        return Term(
            first.column,
            z3.And(ref.there, choose(there)),
            choose([r.value for r in reached]),
            choose([r.minute for r in reached]),
            tuple(choose(list(parts)) for parts in zip(*(r.members for r in reached), strict=True)),
            first.universe,
            choose([r.others for r in reached]),
            false() if first.each is False else choose([r.each for r in reached]),
            first.scale,
        )

    def _missing(self, table: str, column: str) -> Term:
        found = self.frame.dictionary.tables[table].columns[column]
        zero = z3.BoolVal(val=False) if found.kind is Kind.BOOL else z3.IntVal(0)
        minute = z3.IntVal(0) if found.kind is Kind.DATETIME else None
        return Term(found, false(), zero, minute)

    def _cell(self, table: str, kind: int, name: str) -> Term:
        if name == "id":
            raise Unsupported(table, name)
        column = self.frame.dictionary.tables[table].columns[name]
        called = f"{table}#{kind}.{name}"
        there = z3.Bool(f"{called}?") if column.may_be_nothing else true()
        demands: list[Formula] = []
        self._demands[table, kind, name] = demands
        if column.many:
            term = self._list(table, column, called, there, demands)
        else:
            term = self._single(table, kind, column, called, there, demands)
        if column.kind is Kind.REF:
            self._reference(table, kind, term, demands)
        return term

    def _single(
        self,
        table: str,
        kind: int,
        column: Column,
        called: str,
        there: Formula,
        demands: list[Formula],
    ) -> Term:
        if column.kind is Kind.BOOL:
            return Term(column, there, z3.Bool(called))
        value = z3.Int(called)
        term = Term(column, there, value)
        match column.kind:
            case Kind.ENUM | Kind.ORDERED:
                demands += [value >= 0, value < len(column.values)]
            case Kind.INT | Kind.DEC:
                term.scale = self.vocabulary.scales.get((table, column.name), 1)
                low = -_MOST if column.minimum is None else column.minimum
                high = _MOST if column.maximum is None else column.maximum
                demands += [value >= int(low * term.scale), value <= int(high * term.scale)]
            case Kind.DATE | Kind.DATETIME:
                term.lag = self.last_day(table, kind)
                self._time(column, term, called, demands)
            case Kind.TEXT:
                if (table, column.name) in self.vocabulary.counted:
                    term.each = z3.Bool(f"{called}*")
                    # codes that no other kind has: rows of one kind that all differ
                    demands.append(z3.Implies(term.each, value == 10**6 + kind))
                demands.append(value >= -len(self.vocabulary.texts))
                demands.append(z3.Implies(value >= 10**6, term.each is not False and term.each))
            case Kind.REF:
                demands += [value >= 0, value < max(1, len(self.kinds(column.to)))]
        return term

    def _time(self, column: Column, term: Term, called: str, demands: list[Formula]) -> None:
        last = self.frame.last if column.future else self.frame.on
        final = term.value if term.lag is None else term.value + term.lag
        demands += [term.value >= self.frame.first.toordinal(), final <= last.toordinal()]
        if column.kind is Kind.DATETIME:
            term.minute = z3.Int(f"{called}'")
            demands += [term.minute >= 0, term.minute < 24 * 60]

    def _list(
        self, table: str, column: Column, called: str, there: Formula, demands: list[Formula]
    ) -> Term:
        universe: tuple[Scalar, ...] = column.values
        if column.kind is Kind.TEXT:
            universe = self.vocabulary.named.get((table, column.name), ())
        if column.kind is Kind.REF:
            if (table, column.name) in self.opaque:
                return Term(column, there)
            universe = tuple(str(k) for k in self.kinds(column.to))
        members = tuple(z3.Bool(f"{called}={v}") for v in universe)
        term = Term(column, there, members=members, universe=universe)
        holds_any = list(members)
        if column.kind is Kind.TEXT:
            term.others = z3.Int(f"{called}+")
            demands += [term.others >= 0, term.others <= _ITEMS]
            holds_any.append(term.others >= 1)
        if column.kind is Kind.REF:
            term.value = z3.Int(f"{called}@")
            demands += [term.value >= NOBODY, term.value < len(universe)]
            demands += [z3.Not(z3.And(m, term.value == k)) for k, m in enumerate(members)]
            holds_any.append(term.value >= 0)
        demands.append(z3.Implies(there, any_of(holds_any)))
        return term

    # --- references ---

    def named(self, table: str, kind: int, column: str) -> Formula:
        """Return how many rows of the kind name one and the same row of the kind referred to."""
        return z3.Int(f"{table}#{kind}.{column}/")

    def _reference(self, table: str, kind: int, term: Term, demands: list[Formula]) -> None:
        """Demand that the rows named are there, and that the naming rows are dealt out evenly."""
        column, n = term.column, self.multiplicity(table, kind)
        exists = z3.And(n > 0, term.there)
        if (table, column.name) in self.opaque or column.to not in self.sizes:
            if column.to in self.sizes:
                demands.append(z3.Implies(exists, self.rows(column.to) > 0))
            return
        share, size = self.named(table, kind, column.name), self.width(table, kind, column.name)
        one = z3.And(exists, term.value >= 0)
        for k in self.kinds(column.to):
            there = self.multiplicity(column.to, k)
            demands.append(z3.Implies(z3.And(one, term.value == k), size == there))
            if term.members:
                demands.append(z3.Implies(z3.And(exists, term.members[k]), there >= 1))
        demands.append(z3.Implies(z3.Not(one), z3.And(size == 1, share == n)))
        demands += [size >= 1, share >= 0, z3.Implies(one, share >= 1), self.countable(size)]
        demands += [z3.Implies(size == v, n == v * share) for v in MULTIPLICITIES[1:]]

    def width(self, table: str, kind: int, column: str) -> Formula:
        """Return among how many rows the rows of a kind are dealt out by a ref column."""
        return z3.Int(f"{table}#{kind}.{column}|")

    def seen(self, table: str, kind: int, by: str, parent: int) -> Formula:
        """Return how many rows of a kind name one row of a parent kind."""
        term = self.term(table, kind, (by,))
        share = self.named(table, kind, by)
        one = z3.And(term.there, term.value == parent)
        if not term.column.many:
            return z3.If(one, share, 0)
        every = z3.And(term.there, term.members[parent])
        return z3.If(every, self.multiplicity(table, kind), z3.If(one, share, 0))

    def demanded_of(self, table: str, kind: int, name: str) -> Sequence[Formula]:
        """Return what must hold of a cell for it to be one of its column."""
        self.term(table, kind, (name,))
        return self._demands[table, kind, name]

    def required(self, table: str, name: str) -> Sequence[Formula]:
        """Return what was noted by `require` of a column."""
        return tuple(self._conditions.get((table, name), {}).values())


Remember = Callable[[], Any]


def remembered(space: Space, key: Any, make: Remember) -> Any:
    """Return what was made for a key in this space, making it the first time."""
    if key not in space.built:
        space.built[key] = make()
    return space.built[key]
