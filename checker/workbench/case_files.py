"""The shape of cases.yaml, and the rows that `times` and `every` stand for."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Final

from pydantic import Field, StrictBool

from checker.language.timing import add_months
from checker.model.outcome import Level, Outcome, Reason
from checker.rulebook.documents.shape import Exact, Id, Shape, Words


class PeriodShape(Shape):
    """The assessment period of a case."""

    start: Annotated[Words, Field(alias="from")]
    end: Annotated[Words, Field(alias="to")]


class GivenShape(Shape):
    """What every case of a file shares."""

    period: PeriodShape
    assessed_on: Words


class ExpectShape(Shape):
    """What a case expects; what is not said is not asked."""

    outcome: Outcome
    near: StrictBool | None = None
    reason: Reason | None = None
    measured: Any = None
    offending: tuple[Words, ...] | None = None


class CaseShape(Shape):
    """One case."""

    rule: Id
    name: Words
    period: PeriodShape | None = None
    assessed_on: Words | None = None
    parameters: dict[str, Any] = Field(default_factory=dict)
    tables: dict[str, Any] = Field(default_factory=dict)
    expect: ExpectShape


class WorthShape(Shape):
    """How binding a rule is and how many points it has, in a second hand."""

    level: Level
    points: Exact


class CaseFileShape(Shape):
    """rules/<chapter>/<item>/cases.yaml."""

    given: GivenShape
    worth: dict[Id, WorthShape] = Field(default_factory=dict)
    cases: Annotated[tuple[CaseShape, ...], Field(min_length=1)]


STEPS: Final = frozenset({"minutes", "days", "months"})
"""What `every` may count in."""


def expanded(tables: Mapping[str, Any]) -> dict[str, Any]:
    """Return tables as a submission holds them: repeated rows written out.

    Raises:
        ValueError: a row says otherwise than `times: N` and `every: {step: k}`.
    """
    return {name: _table(content) for name, content in tables.items()}


def _table(content: Any) -> Any:
    if isinstance(content, list):
        return [row for one in content for row in _rows(one)]
    if isinstance(content, Mapping) and isinstance(content.get("rows"), list):
        return {**content, "rows": _table(content["rows"])}
    return content


def _rows(row: Any) -> Iterator[Any]:
    if not isinstance(row, Mapping) or not {"times", "every"} & set(row):
        yield row
        return
    plain = {k: v for k, v in row.items() if k not in ("times", "every")}
    times, step = row.get("times"), row.get("every", {})
    whole = isinstance(step, Mapping) and all(isinstance(k, int) for k in step.values())
    if not isinstance(times, int) or times < 1 or not whole or not STEPS.issuperset(step):
        raise ValueError({k: row[k] for k in ("times", "every") if k in row})
    for n in range(1, times + 1):
        yield {k: _cell(v, n, step) for k, v in plain.items()}


def _cell(value: Any, n: int, step: Mapping[str, int]) -> Any:
    if isinstance(value, list):
        return [_cell(v, n, step) for v in value]
    if not isinstance(value, str):
        return value
    return _shifted(value.replace("{n}", str(n)), n - 1, step)


def _shifted(text: str, steps: int, step: Mapping[str, int]) -> str:
    if not step or not steps:
        return text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    months = step.get("months", 0) * steps
    moved = moment + timedelta(
        days=step.get("days", 0) * steps, minutes=step.get("minutes", 0) * steps
    )
    if months:
        moved = datetime.combine(add_months(moved.date(), months), moved.time())
    is_day = len(text) == len(date.min.isoformat())
    return moved.date().isoformat() if is_day else moved.isoformat()
