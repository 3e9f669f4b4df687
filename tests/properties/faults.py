"""Plausible wrong formulas (LANGUAGE 6), each as one change to the text of one function."""

import inspect
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from checker.language import cells, columns, conditions, evaluate, expectations, measures
from checker.language.facts import Facts
from checker.language.kleene import Truth


@dataclass(frozen=True)
class Fault:
    """One wrong formula.

    Attributes:
        name: what is wrong, in words.
        where: the function that has it; for a method also its class.
        hunt: the measure whose checks show it, "" for composed checks.
        focus: what the checks are drawn to have more of.
    """

    name: str
    where: Callable[..., Any]
    right: str
    wrong: str
    hunt: str
    focus: str = "plain"
    of: type | None = None


def plant(patch: pytest.MonkeyPatch, fault: Fault) -> None:
    """Put the wrong formula wherever the function is used."""
    source = textwrap.dedent(inspect.getsource(fault.where))
    assert source.count(fault.right) == 1, f"no place to plant “{fault.name}” in:\n{source}"
    module = sys.modules[fault.where.__module__]
    made: dict[str, Any] = {}
    exec(source.replace(fault.right, fault.wrong), module.__dict__, made)
    name = fault.where.__name__
    if fault.of is not None:
        patch.setattr(fault.of, name, made[name])
        return
    for known, other in list(sys.modules.items()):
        if known.startswith(("checker.", "tests.")) and getattr(other, name, 0) is fault.where:
            patch.setattr(other, name, made[name])


FAULTS = [
    # share
    Fault(
        "share divides by all possible rows",
        measures.share,
        "best, worst = counts.can + counts.surely_not, counts.surely + counts.can_not",
        "best = worst = counts.possible_rows",
        "share",
    ),
    Fault(
        "share takes only certain rows for the lower end",
        measures.share,
        "low = Fraction(counts.surely, worst) if worst else Fraction(1)",
        "low = Fraction(counts.surely, counts.sure_rows or 1)",
        "share",
    ),
    Fault(
        "share is 0 at least when every row is out or yes",
        measures.share,
        "if worst else Fraction(1)",
        "if worst else Fraction(0)",
        "share",
    ),
    Fault(
        "share is 1 at most when every row is out or no",
        measures.share,
        "if best else Fraction(0)",
        "if best else Fraction(1)",
        "share",
    ),
    Fault(
        "share forgets that the population may turn out empty",
        measures.share,
        "return Measurement(Range(low, high), Empty.NEVER if counts.sure_rows else Empty.POSSIBLY)",
        "return Measurement(Range(low, high))",
        "share",
    ),
    Fault(
        "share of an open table can never be whole",
        measures.share,
        "high_open=counts.surely_not > 0",
        "high_open=True",
        "share",
        "open",
    ),
    # count and sum
    Fault(
        "count takes an open table for a closed one",
        evaluate._count,
        "if not facts.table(asked.of).closed:",
        "if False:",
        "count",
        "open",
    ),
    Fault(
        "sum adds uncertain rows to the lower end",
        measures._sum,
        "low += min(0, least) if optional else least",
        "low += least",
        "sum",
    ),
    Fault(
        "sum forgets that values may be negative",
        measures._sum,
        "low += min(0, least) if optional else least",
        "low += 0 if optional else least",
        "sum",
    ),
    Fault(
        "sum of an open table keeps its lower end although losses may come",
        measures._sum,
        "if _open(facts, measure) and low_bound < 0:",
        "if False:",
        "sum",
        "open",
    ),
    Fault(
        "sum takes an unknown that may be nothing for a number",
        measures._sum,
        "optional = not certain or (cell is UNKNOWN and nothing)",
        "optional = not certain",
        "sum",
    ),
    # mean
    Fault(
        "mean takes all uncertain rows at once",
        measures._best_mean,
        "best = mean if best is None or mean > best else best",
        "best = mean",
        "mean",
    ),
    Fault(
        "mean takes the extreme single cell",
        measures._mean,
        "high = _best_mean([b for _, b in sure], [b for _, b in maybe])",
        "high = max(b for _, b in (*sure, *maybe))",
        "mean",
    ),
    Fault(
        "mean takes an unknown that may be nothing for a number",
        measures._mean,
        "(sure if certain and not (cell is UNKNOWN and nothing) else maybe)",
        "(sure if certain else maybe)",
        "mean",
    ),
    Fault(
        "mean of an open table stays with the known rows",
        measures._mean,
        "if _open(facts, measure):",
        "if _open(facts, measure) and not sure:",
        "mean",
        "open",
    ),
    # distinct
    Fault(
        "distinct counts one unknown list as one value",
        measures._distinct,
        "if _open(facts, measure) or (blanks and facts.column(table, measure.value).many):",
        "if _open(facts, measure):",
        "distinct",
    ),
    Fault(
        "distinct ignores the size of the domain",
        measures._distinct,
        "min(len(known) + blanks, most)",
        "len(known) + blanks",
        "distinct",
    ),
    Fault(
        "distinct takes a certain unknown cell for nothing",
        measures._distinct,
        "low = int(any(cells[row] is UNKNOWN for row in rows.sure))",
        "low = 0",
        "distinct",
    ),
    Fault(
        "distinct takes every certain unknown cell for a new value",
        measures._distinct,
        "low = len(certain)",
        "low = len(certain) + sum(cells[row] is UNKNOWN for row in rows.sure)",
        "distinct",
    ),
    # covered
    Fault(
        "covered lets one blank serve two required values",
        measures._covered,
        "needed = deficits if many else accumulate(deficits)",
        "needed = deficits",
        "covered",
    ),
    Fault(
        "covered lets a blank list serve only one value",
        measures._covered,
        "needed = deficits if many else accumulate(deficits)",
        "needed = accumulate(deficits)",
        "covered",
    ),
    Fault(
        "covered forgets the pigeonholes of a closed domain",
        measures._covered,
        "if not reached and _must_cover_one(facts, measure, rows, certain, times):",
        "if False:",
        "covered",
    ),
    Fault(
        "covered sees pigeonholes where other values exist",
        measures._must_cover_one,
        "if not column.values or set(column.values) - set(required):",
        "if not column.values:",
        "covered",
    ),
    Fault(
        "covered rounds the times down",
        measures._covered,
        "max(1, ceil(facts.limit(measure.times)))",
        "max(1, int(facts.limit(measure.times)))",
        "covered",
    ),
    # ratio
    Fault(
        "ratio divides the lower end by the lower end",
        measures.ratio,
        "low_by = denominator.high if numerator.low >= 0 else least",
        "low_by = least",
        "ratio",
    ),
    Fault(
        "ratio divides the upper end by the upper end",
        measures.ratio,
        "high_by = least if numerator.high >= 0 else denominator.high",
        "high_by = denominator.high",
        "ratio",
    ),
    Fault(
        "ratio ignores that the denominator may be zero",
        measures.ratio,
        "empty = Empty.POSSIBLY if denominator.low <= 0 else Empty.NEVER",
        "empty = Empty.NEVER",
        "ratio",
    ),
    Fault(
        "ratio is endless whenever the denominator may be zero",
        measures.ratio,
        "least = denominator.low if denominator.low > 0 else least_part",
        "least = max(denominator.low, 0)",
        "ratio",
    ),
    # time_covered
    Fault(
        "time_covered lets a half-known shift cover nothing",
        measures.spans_of,
        "(not hopeful and UNKNOWN in (start, end))",
        "UNKNOWN in (start, end)",
        "time_covered",
    ),
    Fault(
        "time_covered adds overlapping lengths",
        measures.covered_length,
        "merged(spans_of(facts, measure, rows, hopeful=hopeful))",
        "spans_of(facts, measure, rows, hopeful=hopeful)",
        "time_covered",
    ),
    Fault(
        "time_covered takes an unknown shift for a full one in the lower end too",
        measures._time_covered,
        "covered_length(facts, measure, rows.sure, hopeful=False)",
        "covered_length(facts, measure, rows.sure, hopeful=True)",
        "time_covered",
    ),
    # fewest_per
    Fault(
        "fewest_per gives every blank to the poorest window",
        measures._fewest_per,
        "min(levels, default=0)",
        "min(counts, default=0) + undated",
        "fewest_per",
    ),
    Fault(
        "fewest_per spreads rows and blanks evenly",
        measures._fewest_per,
        "min(levels, default=0)",
        "(undated + sum(counts)) // max(1, len(counts))",
        "fewest_per",
    ),
    # cells and conditions
    Fault(
        "within is true of a future date",
        cells._one_holds,
        "bound.within[0] <= day(cell) <= bound.within[1]",
        "bound.within[0] <= day(cell)",
        "count",
        "path",
    ),
    Fault(
        "nothing compared with anything is true",
        cells.holds,
        "return not _compares(bound)",
        "return True",
        "count",
        "path",
    ),
    Fault(
        "nothing compared with another cell is true",
        conditions._field_code,
        "return FALSE  #",
        "return TRUE  #",
        "count",
        "field",
    ),
    Fault(
        "an unknown cell is never nothing",
        cells.representatives,
        "if domain.may_be_nothing:",
        "if False:",
        "count",
        "path",
    ),
    Fault(
        "an unknown list holds one value only",
        cells._lists,
        "if named:",
        "if False:",
        "count",
        "list",
    ),
    Fault(
        "an unknown operand decides nothing",
        conditions._field_code,
        "return found if len(given) == len(names) else found | FALSE",
        "return found",
        "count",
        "field",
    ),
    Fault(
        "elapsed is true when the end lies before the start",
        conditions._elapsed_code,
        "if end is not NOTHING and not not_after(start, end):",
        "if False:",
        "count",
        "elapsed",
    ),
    Fault(
        "elapsed calls late what is still running",
        conditions._elapsed_code,
        "if start is NOTHING:",
        "if start is NOTHING or end is NOTHING:",
        "count",
        "elapsed",
    ),
    Fault(
        "a day ends where it begins, for a whole column of moments",
        columns._end,
        "(_TICK if isinstance(moment, datetime) else _DAY)",
        "_TICK",
        "count",
        "moments",
    ),
    Fault(
        "a span of moments has no end, for a whole column",
        columns._in_span,
        "first <= cell < after",
        "first <= cell",
        "count",
        "moments",
    ),
    Fault(
        "an unknown cell is there, for a whole column",
        columns._present,
        "unknown = code(UNKNOWN, bound, domain)",
        "unknown = there",
        "count",
        "path",
    ),
    Fault(
        "whole columns are compared although blanks stand in them",
        columns.compared,
        "if type(left) is not Blank and type(right) is not Blank",
        "if True",
        "count",
        "field",
    ),
    Fault(
        "elapsed is true when the end lies before the start, between moments",
        conditions._elapsed,
        "start <= finish <= start + length",
        "finish <= start + length",
        "count",
        "elapsed",
    ),
    Fault(
        "a row with an unknown reference belongs to nobody",
        conditions.linked,
        "anyones = [r for r in links.of_anyone if sure[r] or maybe[r]]",
        "anyones = []",
        "share",
        "related",
    ),
    Fault(
        "a reference into an open table names nothing while its row is missing",
        Facts._through,
        "missing: Cell = NOTHING if self.tables[target].closed else UNKNOWN",
        "missing: Cell = NOTHING",
        "count",
        "path",
        Facts,
    ),
    Fault(
        "what lies behind a reference is never nothing",
        Facts.may_be_nothing,
        "return first.may_be_nothing or self.column(table, path).may_be_nothing",
        "return self.column(table, path).may_be_nothing",
        "count",
        "path",
        Facts,
    ),
    Fault(
        "and is false only where both can be",
        Truth.__and__,
        "self.can_be_false | other.can_be_false",
        "self.can_be_false & other.can_be_false",
        "count",
        "",
        Truth,
    ),
    Fault(
        "or can be false where one can be",
        Truth.__or__,
        "self.can_be_false & other.can_be_false",
        "self.can_be_false | other.can_be_false",
        "count",
        "",
        Truth,
    ),
    # expectations and composition
    Fault(
        "a value at the outer edge of the tolerance is missed as well",
        expectations.regions,
        "missed.append(Range(-inf, low - band, high_open=True))",
        "missed.append(Range(-inf, low - band))",
        "share",
        "tolerance",
    ),
    Fault(
        "a tolerance softens a limit of 100 %",
        expectations.tolerance_in_force,
        "return isinstance(leaf.measure, Covered) or (limit is not None and facts.limit(limit) < 1)",
        "return True",
        "share",
        "tolerance",
    ),
    Fault(
        "when_empty is not asked",
        expectations.possible,
        'Possible.MISSED if leaf.when_empty == "failed" else Possible.EMPTY',
        "Possible.EMPTY",
        "mean",
    ),
    Fault(
        "a yearly limit is rounded down",
        Facts.limit,
        "value * self.period.months / Fraction(12 if yearly else 1)",
        "value * self.period.months // (12 if yearly else 1)",
        "count",
        "over_period",
        Facts,
    ),
    Fault(
        "a member without value decides all and any",
        expectations._pair,
        "if a is Possible.EMPTY:\n        return b",
        "if a is Possible.EMPTY:\n        return a",
        "",
        "",
    ),
    Fault(
        "members are combined best with best",
        expectations.combine,
        "frozenset(_pair(a, b, best=best) for a in found for b in member)",
        "frozenset(_pair(a, b, best=best) for a, b in zip(sorted(found), sorted(member)))",
        "",
        "",
    ),
    Fault(
        "a rule that may not apply applies",
        evaluate.evaluate,
        "{Possible.EMPTY} if False in applies else frozenset()",
        "frozenset()",
        "count",
        "applies",
    ),
]
