"""Texts to dates and times. Times are those of Asia/Shanghai, kept without a zone."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from checker.submission.misfit import Misfit

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100

_LENGTH: Final = 40
_HOME: Final = timedelta(hours=8)
_DATE: Final = (
    r"(?P<year>\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})"
    r"|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))"
)
_CLOCK: Final = (
    r"(?:[Tt]|\s+|(?<=日))(?P<hour>\d{1,2}):(?P<minute>\d{2})"
    r"(?::(?P<second>\d{2})(?:\.(?P<fraction>\d{1,6})0*)?)?"
    r"\s*(?P<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)?"
)
_TEXT: Final = re.compile(f"{_DATE}(?P<clock>{_CLOCK})?", re.ASCII)


def parse_date(text: str) -> date:
    """Return the day that a text names; a time is accepted only when it is 00:00.

    Raises:
        Misfit: it names no day, or a time of day as well.
    """
    if len(text) == 10 and text[4] == "-" == text[7]:
        try:
            return _in_range(date.fromisoformat(text))
        except ValueError:
            pass  # the way below says what is wrong
    match = _matched(text)
    if not match:
        raise Misfit("not_date")
    moment = _moment(match)
    if moment.time() != datetime.min.time():
        raise Misfit("time_in_date")
    return moment.date()


def parse_datetime(text: str) -> datetime:
    """Return the moment that a text names.

    Raises:
        Misfit: it names no moment, or a day without a time.
    """
    if len(text) in (16, 19) and text[4] == "-" == text[7] and text[10] in "T " and _colons(text):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            pass  # the way below says what is wrong
        else:
            _in_range(moment)
            return moment
    match = _matched(text)
    if not match:
        raise Misfit("not_datetime")
    if not match["clock"]:
        _day(match)
        raise Misfit("time_missing")
    return _moment(match)


def _matched(text: str) -> re.Match[str] | None:
    return _TEXT.fullmatch(text) if len(text) <= _LENGTH else None


def _colons(text: str) -> bool:
    return text[13] == ":" and (len(text) == 16 or text[16] == ":")


def _day(match: re.Match[str]) -> date:
    month, day = (int(part) for part in match.groups()[1:11] if part)
    try:
        return _in_range(date(int(match["year"]), month, day))
    except ValueError:
        raise Misfit("no_such_day") from None


def _moment(match: re.Match[str]) -> datetime:
    day = _day(match)
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    micro = int((match["fraction"] or "").ljust(6, "0"))
    next_day = timedelta(0)
    if hour == 24 and not (minute or second or micro):  # the end of a day is the start of the next
        hour, next_day = 0, timedelta(days=1)
    try:
        moment = datetime(day.year, day.month, day.day, hour, minute, second, micro)  # noqa: DTZ001
        return moment + next_day + _shift(match["zone"])
    except ValueError:
        raise Misfit("no_such_day") from None


def _shift(zone: str | None) -> timedelta:
    """Return what must be added to a time of a zone to have that of Asia/Shanghai."""
    if not zone:
        return timedelta(0)
    if zone in "Zz":
        return _HOME
    digits = zone[1:].replace(":", "").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > 14 or minutes > 59:
        raise ValueError(zone)
    ahead = timedelta(hours=hours, minutes=minutes)
    return _HOME - ahead if zone[0] == "+" else _HOME + ahead


def _in_range(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Misfit("strange_year", first=FIRST_YEAR, last=LAST_YEAR)
    return day
