"""Days, months and working days, exactly as the dossier reads them.

Days are differences of dates; months run to the same day, clipped at month ends; working days
follow the State Council's calendar and do not count the first day.
"""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from checker.model.check import Duration
from checker.model.frozen import dataclass
from checker.model.submission import Period


def day(moment: date | datetime) -> date:
    """Return the day of a date or a time."""
    return moment.date() if isinstance(moment, datetime) else moment


def add_months(start: date, months: int) -> date:
    """Return the same day so many months later (or earlier), clipped at the end of the month."""
    index = start.year * 12 + start.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def before(end: date, length: Duration) -> date:
    """Return the day that lies a length of 日 or 月 before another."""
    if length.unit == "月":
        return add_months(end, -int(length.amount))
    return end - timedelta(days=int(length.amount))


EXACT_UNITS = frozenset({"分钟", "小时"})
"""Units that are measured to the moment; the others count days."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last moment (分钟, 小时) or day (日, 工作日, 月) that is still in time.

    Attributes:
        unpublished: the first year without a published calendar whose days were counted as working
            days, so that the real deadline is this one or a later one; 0 if there is none.
    """

    moment: date | datetime
    unpublished: int = 0

    @property
    def certain(self) -> bool:
        """Whether no day had to be guessed."""
        return not self.unpublished


def deadline(start: date | datetime, length: Duration) -> Deadline:
    """Return until when something that began at `start` is in time."""
    exact = span(length)
    if exact is not None:
        return Deadline(_moment(start) + exact)
    match length.unit:
        case "工作日":
            return _add_workdays(day(start), int(length.amount))
        case "月":
            return Deadline(add_months(day(start), int(length.amount)))
        case _:
            return Deadline(day(start) + timedelta(days=int(length.amount)))


def span(length: Duration) -> timedelta | None:
    """Return a length of time that is measured to the moment; None for those that count days."""
    if length.unit not in EXACT_UNITS:
        return None
    minutes = length.amount * (60 if length.unit == "小时" else 1)
    return timedelta(microseconds=int(minutes * 60_000_000))


def _moment(value: date | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time())


def not_after(left: date | datetime, right: date | datetime) -> bool:
    """Tell whether left ≤ right; a date against a time compares by date."""
    if isinstance(left, datetime) and isinstance(right, datetime):
        return left <= right
    return day(left) <= day(right)


def same(left: date | datetime, right: date | datetime) -> bool:
    """Tell whether two moments are equal; a date against a time compares by date."""
    return not_after(left, right) and not_after(right, left)


@lru_cache(maxsize=4096)
def _add_workdays(start: date, count: int) -> Deadline:
    current, unpublished = start, 0
    while count > 0:
        current += timedelta(days=1)
        working = is_workday(current)
        if working is None and not unpublished:
            unpublished = current.year
        count -= working is not False
    return Deadline(current, unpublished)


def is_workday(on: date) -> bool | None:
    """Tell whether a day is a working day in China; None where no calendar is published yet.

    The State Council announces a year's holidays late in the year before.
    """
    import chinese_calendar  # 20 ms that only rules in working days pay

    try:
        return bool(chinese_calendar.is_workday(on))
    except NotImplementedError:
        return None


def windows(period: Period, each: str) -> list[tuple[date, date]]:
    """Return the whole calendar months or quarters inside the period, first and last day each."""
    length = 1 if each == "month" else 3
    found = []
    first = date(period.start.year, (period.start.month - 1) // length * length + 1, 1)
    while first <= period.end:
        following = add_months(first, length)
        last = following - timedelta(days=1)
        if period.start <= first and last <= period.end:
            found.append((first, last))
        first = following
    return found
