"""The rules' own cases as a store of small submissions, sorted by what they come to.

What a table that a rule reads does not hold is taken as known not to be there, so that a case is a
whole submission; one with a cell that the rule asks for and nobody knows is left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.language.solve.frame import Reads
from checker.model.dictionary import Dictionary
from checker.model.frozen import dataclass
from checker.model.outcome import Possible
from checker.model.problem import Rejected
from checker.model.submission import Period, TableData
from checker.model.value import NOTHING, UNKNOWN, Cell
from checker.submission.lookup import lookup
from checker.workbench.cases import Case, prepare
from checker.workbench.proof.questions import Circumstances, Outcomes, Subject
from checker.workbench.rule_set import RuleSet

Row = Mapping[str, Cell]
"""Cells by column; the cell "id" is the row's key."""

Tables = Mapping[str, tuple[Row, ...]]

KEY: Final = "id"


@dataclass(frozen=True, slots=True)
class Sample:
    """Small complete tables, and the assessment date they were written for."""

    tables: Tables
    on: date

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return sum(map(len, self.tables.values()))


class Pool:
    """The samples of each rule, smallest first; a rule's cases are read when first asked for.

    Args:
        subjects: the rules of the rule set, by id.
        reads: what each of them reads.
    """

    def __init__(
        self, rule_set: RuleSet, subjects: Mapping[str, Subject], reads: Mapping[str, Reads]
    ) -> None:
        self.rule_set = rule_set
        self.subjects = subjects
        self.reads = reads
        self.period = _usual(rule_set.cases)
        self._cases: dict[str, list[Case]] = {}
        for case in rule_set.cases:
            self._cases.setdefault(case.shape.rule, []).append(case)
        self._samples: dict[str, list[tuple[Possible, Sample]]] = {}

    def samples(self, name: str, outcomes: Outcomes) -> list[Sample]:
        """Return the samples in which a rule has one of some outcomes."""
        if name not in self._samples:
            found = sorted(self._read(name), key=lambda pair: pair[1].rows)
            self._samples[name] = found
        return [sample for outcome, sample in self._samples[name] if outcome in outcomes]

    def outcome(self, name: str, sample: Sample) -> Possible | None:
        """Return what a rule says of a sample; None if a cell it asks for is not known."""
        if not complete(sample.tables, self.reads[name]):
            return None
        assert self.period is not None
        one, book = self.subjects[name], self.subjects[name].book
        tables = {**lookup(book.dictionary).absent, **_tables(sample.tables, self.reads[name])}
        facts = Facts(
            book.dictionary, tables, book.parameters, book.values, self.period, sample.on
        )  # fmt: skip
        possible = evaluate(one.check, facts, one.applies_when).possible
        return next(iter(possible)) if len(possible) == 1 else None

    def circumstances(self, sample: Sample) -> Circumstances:
        """Return when a sample is assessed."""
        assert self.period is not None
        return Circumstances(self.period, sample.on)

    def _read(self, name: str) -> Iterator[tuple[Possible, Sample]]:
        for case in self._cases.get(name, ()):
            if _period(case) != self.period:
                continue
            try:
                read = prepare(case, self.subjects[name].book).submission
            except Rejected:  # `checker rules test` tells what is wrong with it
                continue
            reads, dictionary = self.reads[name], self.subjects[name].book.dictionary
            tables = {t: _rows(t, read.tables[t]) for t in sorted(reads.tables)}
            whole = without_gaps(_said(tables, reads, dictionary), dictionary)
            sample = Sample(whole, read.assessed_on)
            outcome = self.outcome(name, sample)
            if outcome is not None:
                yield outcome, sample


def without_gaps(tables: Tables, dictionary: Dictionary) -> Tables:
    """Return tables in which every row exists that a row refers to; such rows have only a key."""
    lacking: dict[str, dict[str, None]] = {}
    for table, rows in tables.items():
        for column in dictionary.tables[table].columns.values():
            if column.to not in tables:
                continue
            there = {row[KEY] for row in tables[column.to]}
            for row in rows:
                held = row.get(column.name, ())
                for key in held if isinstance(held, tuple) else (held,):
                    if isinstance(key, str) and key not in there:
                        lacking.setdefault(column.to, {})[key] = None
    more = {t: (*tables[t], *({KEY: key} for key in keys)) for t, keys in lacking.items()}
    return {**tables, **more}


def _said(tables: Tables, reads: Reads, dictionary: Dictionary) -> Tables:
    """Return tables in which a cell of which nothing is known holds nothing, where it may."""
    empty: dict[str, dict[str, Cell]] = {}
    for table, column in reads.spots:
        known = dictionary.tables[table].columns.get(column)
        if known is not None and known.may_be_nothing:
            empty.setdefault(table, {})[column] = NOTHING
    return {t: tuple({**empty.get(t, {}), **row} for row in rows) for t, rows in tables.items()}


def complete(tables: Tables, reads: Reads) -> bool:
    """Tell whether every cell that is read is known."""
    return all(
        row.get(column, UNKNOWN) is not UNKNOWN
        for table, column in reads.spots
        if column
        for row in tables.get(table, ())
    )


def _tables(tables: Tables, reads: Reads) -> dict[str, TableData]:
    columns: dict[str, list[str]] = {}
    for table, column in reads.spots:
        columns.setdefault(table, []).extend([column] if column else [])
    return {t: _table(tables.get(t, ()), wanted) for t, wanted in columns.items()}


def _table(rows: tuple[Row, ...], columns: Iterable[str]) -> TableData:
    cells = {c: tuple(row[c] for row in rows) for c in columns}
    return TableData(len(rows), cells, tuple(str(row[KEY]) for row in rows), closed=True)


def _rows(name: str, table: TableData) -> tuple[Row, ...]:
    """Return rows with the cells that are known."""
    return tuple(
        {
            **{
                c: cells[i]
                for c, cells in table.columns.items()
                if cells[i] is not UNKNOWN
            },
            KEY: table.ids[i] or f"{name}-{i + 1}",
        }
        for i in range(table.size)
    )  # fmt: skip


def _period(case: Case) -> Period:
    shape = case.shape.period or case.given.period
    return Period(date.fromisoformat(shape.start), date.fromisoformat(shape.end))


def _usual(cases: Iterable[Case]) -> Period | None:
    """Return the assessment period of most cases; the earliest of those that are as frequent."""
    counted = Counter((p.start, p.end) for p in map(_period, cases))
    if not counted:
        return None
    start, end = min(counted, key=lambda p: (-counted[p], p))
    return Period(start, end)
