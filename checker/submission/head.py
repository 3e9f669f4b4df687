"""What a submission says beside its tables: who assesses, which period, which day."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from checker.model.outcome import AssessmentKind
from checker.model.problem import Place
from checker.model.submission import Period
from checker.submission import words
from checker.submission.entries import Entries
from checker.submission.sources import PlaceOf

FORM: Final = 1
"""Version of the shape of a submission."""

SHORTEST_PERIOD: Final = 6
LONGEST_PERIOD: Final = 12

KEYS: Final = {
    "form": "表单版本",
    "kind": "评价类型",
    "synthetic": "示例数据",
    "period": "评价期",
    "assessed_on": "评价日",
    "notes": "备注",
    "tables": "数据表",
    "site_findings": "现场核查",
}
"""Keys of a submission and what they are called in Chinese."""

PERIOD_KEYS: Final = {"from": "起", "to": "止"}
"""Keys of the period."""

KINDS: Final = {
    "self": AssessmentKind.SELF,
    "association": AssessmentKind.ASSOCIATION,
    "recheck": AssessmentKind.RECHECK,
    "自评": AssessmentKind.SELF,
    "评审": AssessmentKind.ASSOCIATION,
    "复核": AssessmentKind.RECHECK,
}
"""Who assesses, as it may be written."""

YES_NO: Final = {"true": True, "false": False, "是": True, "否": False}
"""Whether the assessed is invented, as it may be written."""


class Head(NamedTuple):
    """What was read; None where it was missing or wrong, which has been reported.

    Attributes:
        data_date: the last day of which the data can tell.
    """

    kind: AssessmentKind | None
    period: Period | None
    assessed_on: date | None
    data_date: date | None
    synthetic: bool
    notes: str


def read_head(
    entries: Entries, place: PlaceOf, key_place: PlaceOf, assessed_on: date | None
) -> Head:
    """Return the head of a submission.

    Args:
        entries: the whole submission.
        place, key_place: where its values and keys stand.
        assessed_on: the day given by the caller, which goes before the one in the submission. The
            data may tell of every day up to the later of the two.
    """
    if entries.get("form") is not None and str(entries.get("form")) != str(FORM):
        entries.refuse("form", "wrong_form")
    kind = None
    if entries.require("kind", words.listed(tuple(KINDS))):
        kind = entries.choice("kind", KINDS)
    period = _period(entries, place, key_place)
    written = entries.day("assessed_on")
    if assessed_on is None:
        entries.require("assessed_on", words.a_day())
    day = assessed_on or written
    if day and period and day < period.end:
        at = Place(words.given_day()) if assessed_on else entries.place("assessed_on")
        entries.report.add("assessed_too_early", at, day, end=period.end)
    return Head(
        kind=kind,
        period=period,
        assessed_on=day,
        data_date=max(day, written) if day and written else day,
        synthetic=bool(entries.choice("synthetic", YES_NO)),
        notes=entries.text("notes"),
    )


def _period(entries: Entries, place: PlaceOf, key_place: PlaceOf) -> Period | None:
    if not entries.require("period", words.whole_months()):
        return None
    data = entries.get("period")
    what = entries.called("period")
    if not isinstance(data, Mapping):
        entries.refuse("period", "not_mapping", what=what)
        return None
    path = entries.path("period")
    ends = Entries(data, PERIOD_KEYS, path, what, place, key_place, entries.report)
    found = [ends.day(name) for name in PERIOD_KEYS if ends.require(name, words.a_day())]
    if len(found) < 2 or found[0] is None or found[1] is None:
        return None
    return _sound(ends, Period(found[0], found[1]))


def _sound(ends: Entries, period: Period) -> Period | None:
    start, end = period.start, period.end
    next_month = end.replace(day=1) + timedelta(days=31)
    whole = Period(start.replace(day=1), next_month.replace(day=1) - timedelta(days=1))
    if end < start:
        ends.refuse("to", "period_backwards")
    elif whole != period:
        wrong = "from" if start != whole.start else "to"
        ends.refuse(wrong, "period_not_whole_months", start=whole.start, end=whole.end)
    elif not SHORTEST_PERIOD <= period.months <= LONGEST_PERIOD:
        ends.refuse("to", "period_length", months=period.months)
    else:
        return period
    return None
