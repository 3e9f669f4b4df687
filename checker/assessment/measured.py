"""A judged leaf with its trace → Measured, as the report shows it."""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache

from checker.assessment.cells import MOST_ROWS, row_ref, shown_cells
from checker.language.evaluate import LeafJudgement
from checker.language.explain import Speaker
from checker.language.facts import Facts
from checker.language.measures import Empty, Number, Range
from checker.language.trace import Lacking, Trace, trace
from checker.model.check import Condition, Count, Ratio, Share
from checker.model.outcome import Possible
from checker.model.result import Interval, Measured, MissingData, RowRef
from checker.model.wording import LeafWording

ORDER = (Possible.MET, Possible.NEAR, Possible.MISSED, Possible.EMPTY)


def measured(judged: LeafJudgement, facts: Facts, speaker: Speaker, said: LeafWording) -> Measured:
    """Return one leaf with its numbers, offending rows and missing data.

    Args:
        said: the wording of the leaf.
    """
    found = trace(judged, facts, said.reads)
    return Measured(
        sentence=said.sentence,
        measure=_written(type(judged.leaf.measure).__name__),
        unit=said.unit,
        value=interval(judged.measurement.range),
        may_be_empty=judged.measurement.empty is not Empty.NEVER,
        limit=said.limit,
        population=(found.sure, found.possible),
        possible=in_order(judged.possible),
        offending=tuple(_offending(judged, found, facts, speaker)),
        offending_count=sum(a.certain for a in found.against),
        missing=tuple(missing_data(found.lacking, facts)),
        details=found.details,
        table=found.table,
    )


def in_order(possible: Iterable[Possible]) -> tuple[Possible, ...]:
    """Return outcomes sorted by merit, best first."""
    return tuple(sorted(possible, key=ORDER.index))


def interval(found: Range | None) -> Interval | None:
    """Return a range as the result stores it."""
    if found is None:
        return None
    return Interval(_end(found.low), _end(found.high), found.low_open, found.high_open)


def _end(number: Number) -> Fraction | None:
    return None if isinstance(number, float) else Fraction(number)


@cache
def _written(name: str) -> str:
    """Return the name of a measure as rules write it, from that of its class."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _offending(
    judged: LeafJudgement, found: Trace, facts: Facts, speaker: Speaker
) -> Iterable[RowRef]:
    conditions = _conditions(judged, facts)
    for against in found.against[:MOST_ROWS]:
        shown = shown_cells(facts, speaker, found.table, against.row, conditions)
        yield row_ref(facts, found.table, against.row, shown, certain=against.certain)


def _conditions(judged: LeafJudgement, facts: Facts) -> list[Condition]:
    """Return what to show of a row: what was asked of it, then what picked it out."""
    measure = judged.leaf.measure
    if isinstance(measure, Ratio):
        return []  # a ratio has no rows of its own
    asked: list[Condition] = [measure.that] if isinstance(measure, Share) else []
    if isinstance(measure, Count) and measure.of in facts.dictionary.populations:
        asked.append(facts.dictionary.populations[measure.of].where)
    return [*asked, measure.where]


def missing_data(lacking: Iterable[Lacking], facts: Facts) -> Iterable[MissingData]:
    """Return what is not known, with the first rows where it is not."""
    for one in lacking:
        table = facts.dictionary.tables[one.table]
        column = table.columns.get(one.column)
        rows = tuple(
            row_ref(facts, one.table, row, (), certain=True) for row in one.rows[:MOST_ROWS]
        )
        yield MissingData(
            one.table, table.label, one.reason, one.column,
            column.label if column else "", len(one.rows), rows, one.year,
        )  # fmt: skip
