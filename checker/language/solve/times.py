"""Deadlines of symbolic days: months and working days as tables over the days of a frame."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

import z3

from checker.language.solve.terms import DAY, Formula, Term, moment
from checker.language.timing import EXACT_UNITS, deadline, span
from checker.model.check import Duration

Step = tuple[int, int]
"""From this day on, the deadline lies so many days after the start."""


@lru_cache(maxsize=256)
def steps(length: Duration, first: date, last: date) -> tuple[Step, ...]:
    """Return how long a length of 月 or 工作日 is in days, for starts from first to last."""
    found: list[Step] = []
    day = first
    while day <= last:
        days = deadline(day, length).moment.toordinal() - day.toordinal()
        if not found or found[-1][1] != days:
            found.append((day.toordinal(), days))
        day += timedelta(days=1)
    return tuple(found)


def _looked_up(day: Formula, table: Sequence[Step]) -> Formula:
    """Return the entry that holds for a day, by halving."""
    if len(table) == 1:
        return z3.IntVal(table[0][1])
    middle = len(table) // 2
    return z3.If(
        day < table[middle][0], _looked_up(day, table[:middle]), _looked_up(day, table[middle:])
    )


@lru_cache(maxsize=256)
def _table(length: Duration, first: date, last: date) -> tuple[Formula, Formula]:
    """Return the days that a length comes to from any day, and the variable that is that day."""
    day = z3.Int("day")
    return day, _looked_up(day, steps(length, first, last))


def in_time(
    start: Term, end: Term, on: date, length: Duration, days: tuple[date, date]
) -> tuple[Formula, Formula]:
    """Tell whether an end that is there, and an end still to come, keep within a length of time.

    Args:
        days: first and last day on which a time in 月 or 工作日 may start.
    """
    today = on.toordinal()
    if length.unit in EXACT_UNITS:
        exact = span(length)
        assert exact is not None
        latest = moment(start) + exact // timedelta(minutes=1)
        last_day = latest / DAY  # of whole numbers: rounded down
        until = moment(end) <= latest if end.minute is not None else end.value <= last_day
        return until, last_day >= today
    if length.unit in ("月", "工作日"):
        day, found = _table(length, *days)  # long: made once, and used for every start
        last_day = start.value + z3.substitute(found, (day, start.value))
    else:
        last_day = start.value + int(length.amount)
    return end.value <= last_day, last_day >= today
