"""Strategies: checks of every form over the small world, with submissions that leave things open.

A check is drawn as a rule file would hold it, so that reading is tested along with judging. While
it is drawn, the columns that it reads are noted: only they vary and only they are left blank, or
the completions would be too many to try one by one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from hypothesis import strategies as st

from checker.language.completions import count_completions
from checker.language.facts import Facts
from checker.language.parse import read_check, read_row_condition
from checker.language.sample import Sample
from checker.model.check import Check, Condition
from checker.model.dictionary import Column, Kind, Table
from checker.model.submission import Period, TableData
from checker.model.value import NOTHING, UNKNOWN, Cell, Scalar
from tests.builders import scope
from tests.properties.world import (
    DATE_LIMITS,
    DICTIONARY,
    NUMBER_LIMITS,
    ON,
    PARAMETERS,
    PERIODS,
    POPULATIONS,
    TIME_LIMITS,
    values_of,
    values_to_try,
)

Raw = dict[str, Any]

TABLES = DICTIONARY.tables
TIME_KINDS = (Kind.DATE, Kind.DATETIME)
NUMBER_KINDS = (Kind.INT, Kind.DEC)

FOCI = (
    "plain", "field", "path", "list", "elapsed", "related",
    "moments", "tolerance", "over_period", "applies", "open",
)  # fmt: skip
"""What a strategy can be made to draw more of; plain: one test of one short column."""

MEASURES = (
    "count",
    "share",
    "sum",
    "mean",
    "distinct",
    "covered",
    "ratio",
    "time_covered",
    "fewest_per",
)


@dataclass(frozen=True)
class Case:
    """A check and a submission that leaves something open."""

    check: Raw
    applies_when: Raw | None
    tables: dict[str, TableData]
    sample: Sample
    period: Period

    def read(self) -> tuple[Check, Condition | None]:
        """Read the check; the drawn ones have no fault."""
        reader = scope(DICTIONARY, PARAMETERS)
        check = read_check(self.check, ("check",), reader)
        applies = None
        if self.applies_when is not None:
            at = ("applies_when",)
            applies = read_row_condition(self.applies_when, at, TABLES["community"], reader)
        assert check is not None, reader.problems
        assert not reader.problems, reader.problems
        return check, applies

    def facts(self, tables: Mapping[str, TableData] | None = None) -> Facts:
        """The facts of this submission, or of other tables in its place."""
        values = {name: p.default for name, p in PARAMETERS.items()}
        return Facts(DICTIONARY, tables or self.tables, PARAMETERS, values, self.period, ON)


@dataclass
class Author:
    """Draws one check.

    Attributes:
        draw: of hypothesis.
        once: write only what reads no unknown cell twice (LANGUAGE 4), so that the interval is
            exact.
        read: the columns that the check reads, by table and name.
        paths: go through references.
        focus: one of FOCI, or "" for a bit of everything.
        known: columns of these whose cells must not be unknown.
    """

    draw: Callable[[Any], Any]
    once: bool = False
    paths: bool = True
    focus: str = ""
    read: set[tuple[str, str]] = field(default_factory=set)
    known: set[tuple[str, str]] = field(default_factory=set)

    def pick(self, options: Sequence[Any]) -> Any:
        return options[self.draw(_sampled(len(options)))] if len(options) > 1 else options[0]

    def chance(self, percent: int) -> bool:
        return bool(self.draw(_PERCENT) < percent)

    # --- rows ---

    def of(self, table: str) -> str:
        """The table, or a population over it."""
        named = [name for name, (of, _) in POPULATIONS.items() if of == table]
        reads = {"working_staff": "left_on", "leaders": "role", "due_events": "due_on"}
        if self.once:
            named = [name for name in named if (table, reads[name]) not in self.read]
        if not named or not self.chance(20):
            return table
        name = str(self.pick(named))
        self.read.add((table, reads[name]))
        return name

    def column(self, table: str, wanted: Callable[[Column], bool]) -> Column | None:
        """A column of a table to read; None if there is none left."""
        fitting = [
            c
            for c in TABLES[table].columns.values()
            if c.name != "id" and wanted(c) and not (self.once and (table, c.name) in self.read)
        ]
        if not fitting:
            return None
        found: Column = self.pick(fitting)
        self.read.add((table, found.name))
        return found

    def path(self, table: str, wanted: Callable[[Column], bool]) -> tuple[str, Column, bool] | None:
        """A path, the column it ends in, and whether it may reach nothing."""
        refs = [c for c in TABLES[table].columns.values() if c.kind is Kind.REF and not c.many]
        often = 100 if self.focus == "path" else 25
        if refs and self.paths and not self.once and self.chance(often):
            ref: Column = self.pick(refs)
            end = self.column(ref.to, wanted)
            if end is not None:
                self.read.add((table, ref.name))
                return f"{ref.name}.{end.name}", end, ref.may_be_nothing or end.may_be_nothing
        own = self.column(table, wanted)
        return None if own is None else (own.name, own, own.may_be_nothing)

    def where(self, table: str, *, related: bool = True) -> Raw:
        """A condition on the rows of a table, often none."""
        often = 0 if self.focus == "tolerance" else 90 if self.focus else 60
        return self.condition(table, 1, related=related) if self.chance(often) else {}

    def condition(self, table: str, depth: int, *, related: bool) -> Raw:
        """A condition on the rows of a table."""
        found: Raw = {}
        forms: tuple[str, ...] = ("cell", "cell", "cell", "any", "all", "elapsed", "related")
        if self.focus in ("elapsed", "related"):
            forms = (self.focus,)
        elif self.focus in ("plain", "field", "list", "path", "moments", "tolerance"):
            forms = ("cell",)
        for _ in range(1 if self.focus else self.pick((1, 1, 2))):
            form = self.pick(forms)
            if form in ("any", "all") and depth:
                members = [self.condition(table, depth - 1, related=related) for _ in "12"]
                found.setdefault(form, members)
            elif form == "elapsed" and "elapsed" not in found:
                found |= self.elapsed(table)
            elif form == "related" and related and "related" not in found:
                found |= self.related(table)
            else:
                self.cell_test(table, found)
        return found

    def cell_test(self, table: str, found: Raw) -> None:
        """Add a test of one cell to a condition."""
        reach = self.path(table, self.testable)
        if reach is not None:
            path, column, nothing = reach
            found[path] = self.predicate(column, table, may_be_nothing=nothing)

    def testable(self, column: Column) -> bool:
        match self.focus:
            case "plain" | "tolerance":
                return column.kind in (Kind.BOOL, Kind.ENUM) and not column.many
            case "moments":
                return column.kind is Kind.DATETIME
            case "list":
                return column.many and column.kind is not Kind.REF
            case "field":
                return column.kind in (*NUMBER_KINDS, *TIME_KINDS)
            case _:
                return column.kind is not Kind.REF or column.many

    def elapsed(self, table: str) -> Raw:
        """The time between two cells; in minutes only between times of day, if exact."""
        lengths: tuple[Any, ...] = (
            "$days30", "$days0", "$months3", "$workdays2", {"days": 1}, {"workdays": 1},
            {"months": 1},
        )  # fmt: skip
        short = ("$minutes30", "$hours2", {"minutes": 31}, {"hours": "0.5"})
        start = self.path(table, lambda c: c.kind in TIME_KINDS)
        if start is None:
            return {}
        end: str | None = None
        kinds = [start[1].kind]
        if table == "events" and not self.once and self.chance(20):
            end = "$response"
            self.read |= {("events", "seen_at"), ("events", "closed_at")}
        elif reached := self.path(table, lambda c: c.kind in TIME_KINDS):
            end = reached[0]
            kinds.append(reached[1].kind)
        if end is None:
            return {}
        if not self.once or kinds == [Kind.DATETIME, Kind.DATETIME]:
            lengths = (*lengths, *short)
        return {"elapsed": {"from": start[0], "to": end, "at_most": self.pick(lengths)}}

    def related(self, table: str) -> Raw:
        """A leaf over the rows that name this one."""
        links = [
            (name, c.name)
            for name, inner in TABLES.items()
            for c in inner.columns.values()
            if c.kind is Kind.REF and c.to == table
            and not (self.once and ((name, c.name) in self.read or c.many))
        ]  # fmt: skip
        if not links:
            return {}
        inner, by = self.pick(links)
        if self.once and any(name == inner for name, _ in self.read):
            return {}  # a row that two measures read
        self.read.add((inner, by))
        if self.once:
            self.known.add((inner, by))
        forms = ("count", "count", "sum", "distinct", "covered", "fewest_per")
        leaf = self.leaf(self.pick(forms), inner, inside=True)
        return {"related": {**leaf, "by": by}} if leaf else {}

    # --- predicates ---

    def predicate(self, column: Column, table: str, *, may_be_nothing: bool) -> Any:
        """What a cell of the column must satisfy."""
        if column.many:
            return self.list_predicate(column, may_be_nothing=may_be_nothing)
        if may_be_nothing and self.chance(0 if self.focus == "field" else 30):
            found: Raw = {"present": self.pick((True, False))}
            return found | (self.compared(column, table) if self.chance(30) else {})
        if column.kind not in (*NUMBER_KINDS, *TIME_KINDS) and self.chance(60):
            return self.literal(column)
        return self.compared(column, table)

    def literal(self, column: Column) -> Any:
        match column.kind:
            case Kind.DATE:
                return self.pick(DATE_LIMITS)
            case Kind.DATETIME:
                return self.pick(TIME_LIMITS)
            case Kind.INT | Kind.DEC:
                limits = NUMBER_LIMITS[column.name]
                return self.pick([n for n in limits if not isinstance(n, str) or n[0] != "$"])
            case _:
                return self.pick(values_of(column))

    def compared(self, column: Column, table: str) -> Raw:
        """A comparison of a single cell."""
        forms = ["equals", "one_of"]
        if column.kind in (*NUMBER_KINDS, *TIME_KINDS, Kind.ORDERED):
            forms = ["equals", "one_of", "at_least", "at_most", "between"]
        if column.kind in TIME_KINDS:
            forms += ["within", "within"]
        form = self.pick(forms)
        if form == "one_of":
            return {"one_of": [self.literal(column) for _ in range(self.pick((1, 2)))]}
        if form == "within":
            windows = ("period", {"last": "$days30"}, {"last": "$months3"}, {"last": {"days": 1}})
            return {"within": self.pick(windows)}
        if form == "between":
            return {side: self.operand(column, table) for side in ("at_least", "at_most")}
        return {form: self.operand(column, table)}

    def operand(self, column: Column, table: str) -> Any:
        if self.focus == "field":
            other = self.path(table, lambda c: _alike(column, c))
            if other is not None:
                return {"field": other[0]}
        if column.kind in TIME_KINDS and self.chance(25):
            return "assessment_date"
        if column.kind in NUMBER_KINDS and self.chance(25):
            limits = NUMBER_LIMITS[column.name]
            return self.pick(limits)
        if not self.once and self.chance(25):
            other = self.path(table, lambda c: _alike(column, c))
            if other is not None:
                return {"field": other[0]}
        return self.literal(column)

    def list_predicate(self, column: Column, *, may_be_nothing: bool) -> Raw:
        forms = ["size", "present"] if may_be_nothing else ["size"]
        if column.kind is not Kind.REF:
            forms += ["includes_all", "includes_any", "both", "includes_all", "includes_any"]
        form = self.pick(forms)
        if form == "present":
            return {"present": self.pick((True, False))}
        if form == "size":
            found: Raw = {"size": self.sides((1, 2, 3), both=True)}
            if not self.once and column.kind is not Kind.REF and self.chance(20):
                found["includes_all"] = [self.pick(values_of(column))]
            return found
        keys = ("includes_all", "includes_any") if form == "both" else (form,)
        return {key: self.some(values_of(column)) for key in keys}

    def some(self, values: Sequence[Any]) -> list[Any]:
        first = self.pick(values)
        rest = [v for v in values if v != first and self.chance(50)]
        return [first, *rest]

    # --- measures ---

    def leaf(self, name: str, table: str = "", *, inside: bool = False) -> Raw | None:
        """A measure with what it must reach; None if the table has nothing left to ask."""
        if name == "ratio":
            return self.ratio()
        found = self.measure(name, table, inside=inside)
        if found is None:
            return None
        found["expect"] = self.expect(found)
        if name in ("share", "mean") and self.chance(30):
            found["when_empty"] = self.pick(("failed", "inapplicable"))
        return found

    def measure(self, name: str, table: str = "", *, inside: bool = False) -> Raw | None:
        """A measure over a table, any fitting one if none is named."""
        homes = {
            "sum": ("staff", "events", "community"),
            "mean": ("staff", "events"),
            "covered": ("grids", "staff", "events"),
            "time_covered": ("shifts", "shifts", "shifts", "events"),
            "fewest_per": ("events", "staff", "shifts"),
        }
        table = table or self.pick(homes.get(name, ("grids", "staff", "events", "community")))
        extra = self.extra_keys(name, table, inside=inside)
        if extra is None:
            return None
        found: Raw = {"measure": name, "of": self.of(table), **extra}
        where = self.where(table, related=not inside)
        return found | ({"where": where} if where else {})

    def extra_keys(self, name: str, table: str, *, inside: bool) -> Raw | None:
        wanted: Callable[[Column], bool]
        if name == "share":
            return {"that": self.condition(table, 1, related=not inside)}
        if name in ("sum", "mean"):
            wanted = lambda c: c.kind in NUMBER_KINDS and not c.many  # noqa: E731
            reach = self.path(table, wanted)
            return {"value": reach[0]} if reach else None
        if name == "distinct":
            reach = self.path(table, lambda c: c.kind is not Kind.TEXT or not self.once)
            return {"value": reach[0]} if reach else None
        if name == "covered":
            return self.covered(table)
        if name == "time_covered":
            keys = [self.path(table, lambda c: c.kind in TIME_KINDS) for _ in "12"]
            if None in keys:
                return None
            return {"from": keys[0][0], "to": keys[1][0]}  # type: ignore[index]
        if name == "fewest_per":
            reach = self.path(table, lambda c: c.kind in TIME_KINDS)
            each = self.pick(("month", "quarter", "quarter"))
            return {"date": reach[0], "each": each} if reach else None
        return {}

    def covered(self, table: str) -> Raw | None:
        kinds = (Kind.ENUM, Kind.ORDERED, Kind.TEXT)
        reach = self.path(table, lambda c: c.kind in kinds)
        if reach is None:
            return None
        path, column, _ = reach
        required: Any = self.some(values_of(column))
        if column.name == "topic" and self.chance(20):
            required = "$topics"
        times = self.pick((None, None, 1, 2, "$two", {"over_period": "$three_a_year"}))
        found = {"value": path, "required": required}
        return found | ({} if times is None else {"times": times})

    def ratio(self) -> Raw | None:
        over, under = self.pick((("staff", "events"), ("events", "staff"), ("grids", "staff")))
        if not self.once and self.chance(50):
            over = under
        top = self.measure(self.pick(("count", "sum")) if over != "grids" else "count", over)
        if self.once:
            under_measure = self.exact_denominator(under)
        else:
            under_measure = self.measure(self.pick(("count", "sum")), under)
        if top is None or under_measure is None:
            return None
        whole: Raw = {"measure": "ratio", "numerator": top, "denominator": under_measure}
        whole["expect"] = self.expect(whole)
        if self.chance(30):
            whole["when_empty"] = self.pick(("failed", "inapplicable"))
        return whole

    def exact_denominator(self, table: str) -> Raw | None:
        """A denominator whose smallest positive value is the one that the type allows."""
        if self.chance(50):
            return self.measure("count", table)
        reach = self.column(table, lambda c: c.name in ("hours", "score", "calls", "weight"))
        return {"measure": "sum", "of": table, "value": reach.name} if reach else None

    # --- expectations ---

    def expect(self, found: Raw) -> Raw:
        name, unit = found["measure"], self.unit(found)
        if unit == "1":
            limits: tuple[Any, ...] = ("0%", "40%", "50%", "75%", "100%", "$half", "$most", "$all")
            if self.focus == "tolerance":
                side, limit = self.pick(("at_least", "at_most")), self.pick(("50%", "100%"))
                return {side: limit, "tolerance": "$tol40"}
            expect = self.sides(limits, both=not self.once)
            if len(expect) == 1 and "equals" not in expect and self.chance(40):
                expect["tolerance"] = self.pick(("$tol0", "$tol5", "$tol40"))
            return expect
        limits = {
            "count": (0, 1, 2, 3, "$two", {"over_period": "$two_a_year"},
                      {"over_period": "$three_a_year"}, {"over_period": "$one_a_month"}),
            "count/月": (0, 1, 2, "$per_month"),
            "count/季": (0, 1, 2, "$per_quarter"),
            "元": (-2, 0, 2, "2.5", "$money", {"over_period": "$money_a_year"}),
            "小时": (0, 1, 3, "1.5", "$hours"),
            "分": (0, 3, "6.5", 10, "$grade"),
        }.get(unit, (0, 1, 2, "1.5"))  # fmt: skip
        if self.focus == "over_period":
            limits = tuple(one for one in limits if isinstance(one, dict)) or limits
        if name == "distinct":
            limits = (0, 1, 2, 3)
        both = not self.once or name in ("count", "fewest_per")
        return self.sides(limits, both=both)

    def unit(self, found: Raw) -> str:
        name = found["measure"]
        if name in ("share", "covered", "time_covered"):
            return "1"
        if name in ("count", "distinct"):
            return "count"
        if name == "fewest_per":
            return "count/月" if found["each"] == "month" else "count/季"
        if name == "ratio":
            sides = [found[side] for side in ("numerator", "denominator")]
            over, under = (
                TABLES[self.table(s)].unit if s["measure"] == "count" else self.unit(s)
                for s in sides
            )
            return "1" if over == under else f"{over}/{under}"
        first, _, second = found["value"].partition(".")
        column = TABLES[self.table(found)].columns[first]
        return (TABLES[column.to].columns[second] if second else column).unit

    def table(self, found: Raw) -> str:
        of = str(found["of"])
        return POPULATIONS[of][0] if of in POPULATIONS else of

    def sides(self, limits: Sequence[Any], *, both: bool) -> Raw:
        forms = ("at_least", "at_least", "at_most", "equals", "between")
        form = self.pick(forms if both else forms[:3])
        if form == "between":
            return {"at_least": self.pick(limits), "at_most": self.pick(limits)}
        return {form: self.pick(limits)}

    # --- checks ---

    def check(self, depth: int) -> Raw:
        """A check: a leaf, or several under all or any."""
        form = self.pick(("leaf", "leaf", "all", "any")) if depth else "leaf"
        if form != "leaf":
            return {form: [self.check(depth - 1) for _ in range(self.pick((1, 2, 2)))]}
        while True:
            leaf = self.leaf(self.pick(MEASURES))
            if leaf is not None:
                return leaf


_PERCENT = st.integers(0, 99)


@cache
def _sampled(size: int) -> st.SearchStrategy[int]:
    return st.integers(0, size - 1)


def _alike(left: Column, right: Column) -> bool:
    if right.many or left.kind is Kind.REF:
        return False
    if left.kind in TIME_KINDS or left.kind in NUMBER_KINDS:
        same = TIME_KINDS if left.kind in TIME_KINDS else NUMBER_KINDS
        return right.kind in same
    return left.kind is right.kind and left.values == right.values


@dataclass
class Filler:
    """Draws a submission for a check: complete rows first, then what is left open."""

    draw: Callable[[Any], Any]
    author: Author
    most: int
    wild: bool = False

    def tables(self) -> tuple[dict[str, TableData], Sample]:
        read = set(self.author.read)
        involved = {table for table, _ in read}
        involved |= {TABLES[t].columns[c].to for t, c in read if TABLES[t].columns[c].to}
        usual = (3, 4) if self.author.focus == "tolerance" else _SIZES
        sizes = {
            name: 1 if of.one_row else self.author.pick(usual) if name in involved else 0
            for name, of in TABLES.items()
        }
        for table in ("events", "staff", "shifts"):  # a reference that must name a row needs one
            for column in TABLES[table].columns.values() if table in involved else ():
                if column.to and not column.may_be_nothing:
                    involved.add(column.to)
                    sizes[column.to] = max(1, sizes[column.to])
        sample = self.sample(read)
        opened = self.opened(involved)
        tables = {name: self.table(of, sizes, read, opened) for name, of in TABLES.items()}
        return self.with_blanks(tables, sample, read), sample

    def opened(self, involved: set[str]) -> set[str]:
        names = sorted(name for name in involved if not TABLES[name].one_row)
        if self.author.once or not names:
            return set()
        if self.wild:
            return {name for name in names if self.author.chance(50)}
        often = 100 if self.author.focus == "open" else 40
        return {self.author.pick(names)} if self.author.chance(often) else set()

    def sample(self, read: set[tuple[str, str]]) -> Sample:
        values: dict[tuple[str, str], Sequence[Scalar]] = {}
        for name, of in TABLES.items():
            for column in of.columns.values():
                if column.name == "id":
                    continue
                if column.kind is Kind.REF:
                    if (name, column.name) not in read:  # as `_plain` has it
                        first = [f"{column.to[0]}0"]
                        values[name, column.name] = [] if column.may_be_nothing else first
                    continue
                all_values = values_to_try(column)
                if (name, column.name) not in read:
                    values[name, column.name] = all_values[:1]
                elif self.author.once:
                    values[name, column.name] = all_values
                else:
                    values[name, column.name] = self.few(all_values)
        return Sample(values)

    def few(self, values: Sequence[Scalar]) -> Sequence[Scalar]:
        chosen = {self.draw(_sampled(len(values))) for _ in "123"}
        return [values[i] for i in sorted(chosen)]

    def table(
        self,
        of: Table,
        sizes: Mapping[str, int],
        read: set[tuple[str, str]],
        opened: set[str],
    ) -> TableData:
        size = sizes[of.name]
        columns: dict[str, tuple[Cell, ...]] = {}
        for column in of.columns.values():
            if column.name != "id":
                asked = (of.name, column.name) in read
                options = self.known_cells(column, sizes, opened) if asked else [_plain(column)]
                columns[column.name] = tuple(self.author.pick(options) for _ in range(size))
        ids = ("",) if of.one_row else tuple(f"{of.name[0]}{i}" for i in range(size))
        return TableData(size, columns, ids, closed=of.name not in opened)

    def known_cells(self, column: Column, sizes: Mapping[str, int], opened: set[str]) -> list[Cell]:
        singles: Sequence[Scalar]
        if column.kind is Kind.REF:
            singles = [f"{column.to[0]}{i}" for i in range(sizes[column.to])]
            if column.to in opened:
                singles = [*singles, "missing"]
        else:
            singles = values_of(column)
        found: list[Cell] = [*singles]
        if column.many:
            found = [(one,) for one in singles]
            found += [(a, b) for a in singles for b in singles if str(a) < str(b)]
        if column.may_be_nothing:
            found += [NOTHING] * max(1, len(found) // 3)
        return found or [UNKNOWN]

    def with_blanks(
        self, tables: dict[str, TableData], sample: Sample, read: set[tuple[str, str]]
    ) -> dict[str, TableData]:
        places = [
            (table, name, row)
            for table, name in sorted(read - self.author.known)
            for row in range(tables[table].size)
        ]
        if not places:
            return self.closed_down(tables, sample)
        for _ in range(self.author.pick(_MANY_BLANKS if self.wild else _BLANKS)):
            table, name, row = self.author.pick(places)
            data = tables[table]
            cells = list(data.columns[name])
            cells[row] = UNKNOWN
            blanked = replace(data, columns={**data.columns, name: tuple(cells)})
            tried = {**tables, table: blanked}
            if self.wild or count_completions(tried, DICTIONARY, sample) <= self.most:
                tables = tried
        return self.closed_down(tables, sample)

    def closed_down(self, tables: dict[str, TableData], sample: Sample) -> dict[str, TableData]:
        """Close what would have too many completions; what it named stays, now naming nothing."""
        if self.wild or count_completions(tables, DICTIONARY, sample) <= self.most:
            return tables
        return {name: replace(data, closed=True) for name, data in tables.items()}


def _plain(column: Column) -> Cell:
    """The value of a cell that nobody reads."""
    if column.may_be_nothing:
        return NOTHING
    if column.kind is Kind.REF:
        return f"{column.to[0]}0"
    value = values_of(column)[0]
    return (value,) if column.many else value


_SIZES = (0, 1, 1, 2, 2, 3, 3, 4)
_BLANKS = (0, 1, 2, 2, 3, 3, 4, 5)
_MANY_BLANKS = (3, 6, 9, 12, 15)


@st.composite
def cases(
    draw: Any,
    measure: str = "",
    *,
    once: bool = False,
    wild: bool = False,
    focus: str = "",
    depth: int = 0,
    most: int = 150,
) -> Case:
    """Cases with a leaf of the measure, or with a check of some depth.

    Args:
        once: no unknown cell is read twice, all tables are closed.
        focus: one of FOCI, of which there is more.
        wild: many unknown cells and open tables, too many to try every completion.
        most: so many completions at most, unless wild.
    """
    author = Author(draw, once=once, focus=focus)
    if measure:
        check = None
        while check is None:
            check = author.leaf(measure)
    else:
        check = author.check(depth)
    applies = None
    if focus == "applies" or (not measure and author.chance(20)):
        applies = author.condition("community", 1, related=False)
    tables, sample = Filler(draw, author, most, wild).tables()
    return Case(check, applies, tables, sample, author.pick(PERIODS))
