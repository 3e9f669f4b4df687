"""Submissions made from one in which all is in order, by taking the rows of some tables away.

A solver that has to bring about a hundred outcomes at once over tables that hang together may give
up. A complete submission that the keepers of the rules have at hand gives many others at once: what
a table's absence does is asked of the rules that read it, and the whole is judged by the engine.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Final

from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.language.mentions import tables
from checker.model.outcome import Possible
from checker.model.rule import Rule, Rulebook
from checker.model.submission import Submission, TableData

Taken = frozenset[str]
"""Names of the tables whose rows are taken away."""

CLOSE: Final = 40
"""How many of the smallest losses are combined to meet a line exactly."""


class Variants:
    """What a submission comes to without some of its tables, rule by rule.

    Args:
        specimen: a submission; whether all in it is in order is for the caller to see.
    """

    def __init__(self, book: Rulebook, specimen: Submission) -> None:
        self.book = book
        self.specimen = specimen
        self._read = {r.id: _tables(r, book) for r in book.rules}
        self._known: dict[tuple[str, Taken], frozenset[Possible]] = {}
        subject = book.dictionary.subject
        self.tables = tuple(
            name for name, table in sorted(specimen.tables.items())
            if table.size and name != subject and any(name in read for read in self._read.values())
        )  # fmt: skip

    def outcomes(self, taken: Taken) -> dict[str, Possible] | None:
        """Return the outcome of every rule; None if one stays open."""
        found: dict[str, Possible] = {}
        facts: Facts | None = None
        for rule in self.book.rules:
            key = rule.id, taken & self._read[rule.id]
            if key not in self._known:
                facts = facts or self._facts(taken)
                self._known[key] = evaluate(rule.check, facts, rule.applies_when).possible
            if len(self._known[key]) != 1:
                return None
            (found[rule.id],) = self._known[key]
        return found

    def submission(self, taken: Taken) -> Submission:
        """Return the submission without the rows of some tables: it is known that there are none."""
        left = {n: _emptied(t) if n in taken else t for n, t in self.specimen.tables.items()}
        return replace(self.specimen, tables=left)

    def _facts(self, taken: Taken) -> Facts:
        book, one = self.book, self.submission(taken)
        return Facts(
            book.dictionary, one.tables, book.parameters, book.values, one.period, one.assessed_on
        )


def orders(losses: Mapping[str, Fraction], harmless: Sequence[str]) -> Iterator[Taken]:
    """Yield sets of tables to try: none, each alone, then more and more of them.

    Args:
        losses: what each table's absence costs, in points.
        harmless: tables whose absence alone leaves the best conclusion.
    """
    dearest = sorted(losses, key=lambda t: (-losses[t], t))
    yield frozenset()
    for table in dearest:
        yield frozenset({table})
    cheap = [t for t in dearest if t in set(harmless)]
    for order in (cheap, dearest, cheap[::-1], dearest[::-1]):
        for n in range(2, len(order) + 1):
            yield frozenset(order[:n])


def summing(losses: Mapping[str, Fraction], wanted: Fraction, step: Fraction) -> Iterator[Taken]:
    """Yield sets of tables whose losses add up to so much, or to one step more or less."""
    whole = {t: int(loss / step) for t, loss in losses.items() if loss}
    dearest = sorted(whole, key=lambda t: (-whole[t], t))
    small = dearest[-CLOSE:]
    rest = int(wanted / step)
    for first in range(len(dearest) - len(small) + 1):
        for more in (1, 2):
            for few in combinations(small, more):
                if abs(sum(whole[t] for t in few) - rest) <= 1:
                    yield frozenset({*dearest[:first], *few})
        rest -= whole[dearest[first]] if first < len(dearest) else 0
        if rest < 0:
            return


def _tables(rule: Rule, book: Rulebook) -> Taken:
    read = set(tables(rule.check, book.dictionary))
    return frozenset(read | {book.dictionary.subject} if rule.applies_when else read)


def _emptied(table: TableData) -> TableData:
    return TableData(0, dict.fromkeys(table.columns, ()), (), closed=True)
