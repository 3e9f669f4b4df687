"""What promise 1 says, as functions that raise RefutedError with a counterexample when it is broken.

The same functions run in the property tests and, with a fault planted, in the tests of the tests.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from math import inf
from typing import Any

from checker.language.completions import completions, step
from checker.language.evaluate import Judgement, evaluate
from checker.language.measures import Empty, Measurement, Range
from checker.model.outcome import Possible
from checker.model.submission import TableData
from checker.model.value import UNKNOWN
from tests.language.reference import Judge, plain
from tests.properties.cases import Case
from tests.properties.world import DICTIONARY, HUGE, TINY, world

LETTER = {
    Possible.MET: "T",
    Possible.NEAR: "A",
    Possible.MISSED: "F",
    Possible.EMPTY: "N",
}

Tables = Mapping[str, TableData]
Leaf = tuple[Fraction | None, str]


class RefutedError(AssertionError):
    """A counterexample: what was claimed, and everything needed to see that it is not so."""

    def __init__(self, claim: str, case: Case, *found: object) -> None:
        lines = [claim, f"check: {case.check}", f"applies_when: {case.applies_when}"]
        lines += [f"period: {case.period}", *(_shown(name, d) for name, d in case.tables.items())]
        lines += [
            "\n".join(_shown(n, d) for n, d in f.items()) if isinstance(f, dict) else str(f)
            for f in found
        ]
        super().__init__("\n".join(line for line in lines if line))


def _shown(name: str, data: object) -> str:
    if not isinstance(data, TableData):
        return f"{name}: {data}"
    if not data.size and data.closed:
        return ""
    rows = [
        {"id": data.ids[i], **{c: cells[i] for c, cells in data.columns.items()}}
        for i in range(data.size)
    ]
    return f"{name} ({'closed' if data.closed else 'open'}):\n  " + "\n  ".join(map(str, rows))


def judged(case: Case, tables: Tables | None = None) -> Judgement:
    """The judgement under test."""
    check, applies = case.read()
    return evaluate(check, case.facts(tables), applies)


def reference(case: Case, tables: Tables) -> tuple[str, list[Leaf]]:
    """The outcome and the leaves by the second evaluator, of complete tables."""
    return Judge(world(case.period), plain(tables)).judge(case.check, case.applies_when)


def truths(case: Case) -> list[tuple[Tables, str, list[Leaf]]]:
    """Every completion with what it comes to."""
    found = completions(case.tables, DICTIONARY, case.sample, at_most=2_000)
    return [(tables, *reference(case, tables)) for tables in found]


def letters(possible: Iterable[Possible]) -> set[str]:
    """The outcomes as the reference writes them."""
    return {LETTER[p] for p in possible}


def allows(found: Measurement, value: Fraction | None) -> bool:
    """Whether a measurement admits a value (None: the measure has none)."""
    if value is None:
        return found.empty is not Empty.NEVER
    return found.range is not None and inside(found.range, value)


def inside(outer: Range, value: Any) -> bool:
    """Whether a value lies in a range, its open ends left out."""
    above = outer.low < value or (outer.low == value and not outer.low_open)
    return above and (value < outer.high or (value == outer.high and not outer.high_open))


def sound(case: Case) -> None:
    """Every completion's outcome is among the possible ones, its values in the intervals."""
    found = judged(case)
    if not found.possible:
        raise RefutedError("no outcome is possible at all", case)
    possible = letters(found.possible)
    for tables, outcome, leaves in truths(case):
        if outcome not in possible:
            raise RefutedError("a completion has another outcome", case, possible, outcome, tables)
        for leaf, (value, letter) in zip(found.leaves, leaves, strict=True):
            if not allows(leaf.measurement, value):
                raise RefutedError("a value is outside", case, leaf.measurement, value, tables)
            if letter not in letters(leaf.possible):
                raise RefutedError(
                    "a leaf has another outcome", case, leaf.possible, letter, tables
                )


def decided_when_complete(case: Case) -> None:
    """Where nothing is open there is one outcome, and one value, those of the reference."""
    for tables in islice(completions(case.tables, DICTIONARY, case.sample), 3):
        _as_reference(case, judged(case, tables), tables)


def exact(case: Case) -> None:
    """Both ends of every interval are reached, and no possible outcome is idle."""
    found = judged(case)
    complete = truths(case)
    if not complete:
        return
    for at, leaf in enumerate(found.leaves):
        values = [leaves[at][0] for _, _, leaves in complete]
        _exact_range(case, leaf.measurement, [v for v in values if v is not None])
        empty = leaf.measurement.empty
        if (empty is not Empty.NEVER) is not (None in values):
            raise RefutedError("whether it can be empty", case, leaf.measurement, values)
        expect = leaf.leaf.expect
        if expect.tolerance is None and len(case.check["expect"]) == 1:
            real = {leaves[at][1] for _, _, leaves in complete}
            if letters(leaf.possible) != real and "equals" not in case.check["expect"]:
                raise RefutedError("an outcome that never comes", case, leaf.possible, real)


def _exact_range(case: Case, found: Measurement, values: Sequence[Fraction]) -> None:
    if (found.range is not None) is not bool(values):
        raise RefutedError("a value that never comes", case, found, values)
    if found.range is None:
        return
    for end, reached in ((found.range.low, min(values)), (found.range.high, max(values))):
        if not (end == reached or _approached(case, end, reached)):
            raise RefutedError("an end that is not reached", case, found, values)


def _approached(case: Case, end: float | Fraction, reached: Fraction) -> bool:
    """Whether an end that a column without bounds does not let be reached is come near to."""
    if abs(end) == inf:
        return abs(reached) >= HUGE / 1000
    return end == 0 and case.check["measure"] == "ratio" and abs(reached) <= 1000 * TINY


def monotone(case: Case, choose: Callable[[int], int], most: int = 200) -> int:
    """No step towards a completion adds an outcome or widens an interval; returns the steps.

    Where the steps end nothing is left to say: there the judgement is the reference's.
    """
    tables: Tables = case.tables
    before = judged(case)
    for steps in range(most):
        after_tables = step(tables, DICTIONARY, case.sample, choose)
        if after_tables is None:
            _as_reference(case, before, tables)
            return steps
        after = judged(case, after_tables)
        _narrower(case, before, after, tables, after_tables)
        tables, before = after_tables, after
    return most


def _as_reference(case: Case, found: Judgement, tables: Tables) -> None:
    if any(UNKNOWN in cells for data in tables.values() for cells in data.columns.values()):
        return  # a reference that must name a row of a table that has none
    outcome, leaves = reference(case, tables)
    if letters(found.possible) != {outcome}:
        raise RefutedError("complete, yet another outcome", case, found.possible, outcome, tables)
    for leaf, (value, _) in zip(found.leaves, leaves, strict=True):
        wanted = Measurement(None, Empty.CERTAINLY)
        if value is not None:
            wanted = Measurement(Range(value, value))
        if leaf.measurement != wanted:
            raise RefutedError("complete, yet another value", case, leaf.measurement, value, tables)


def _narrower(
    case: Case, before: Judgement, after: Judgement, tables: Tables, after_tables: Tables
) -> None:
    found = (before.possible, after.possible, "before", dict(tables), "after", dict(after_tables))
    if not after.possible <= before.possible:
        raise RefutedError("a step added an outcome", case, *found)
    if not after.applies <= before.applies:
        raise RefutedError("a step made applicability wider", case, *found)
    for old, new in zip(before.leaves, after.leaves, strict=True):
        if not new.possible <= old.possible:
            raise RefutedError("a step added an outcome to a leaf", case, old, new, *found)
        if not contains(old.measurement, new.measurement):
            raise RefutedError("a step widened an interval", case, old, new, *found)


def contains(old: Measurement, new: Measurement) -> bool:
    """Whether one measurement admits everything that the other does."""
    if new.empty is not Empty.NEVER and old.empty is Empty.NEVER:
        return False
    if new.range is None:
        return True
    if old.range is None:
        return False
    a, b = new.range, old.range
    above = b.low < a.low or (b.low == a.low and (a.low_open or not b.low_open))
    return above and (a.high < b.high or (a.high == b.high and (a.high_open or not b.high_open)))
