"""A synthetic community as plain tables, and the edits that plant faults in it.

A world is made clean: every rule that reads it would be met in full. Whatever is not in order in
a sample was put there by an edit of its plan, so the plan is the whole list of faults.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeVar

Cell = str | list[str]
Row = dict[str, Cell]
Tables = dict[str, list[Row]]
Edit = Callable[[Tables], None]

_T = TypeVar("_T")


class Chance:
    """Chance that is the same on every machine and for every Python: only random() is used."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - sample data, not secrets

    def below(self, end: int) -> int:
        """Return a whole number from 0 to end - 1."""
        return int(self._random.random() * end)

    def between(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def pick(self, choices: Sequence[_T]) -> _T:
        """Return one of several."""
        return choices[self.below(len(choices))]


@dataclass(frozen=True)
class Shape:
    """How large a community is; everything else follows from it and from chance.

    Attributes:
        code: 甲, 乙, … as in 示例甲企业社区.
        grid_sizes: enterprises in operation per grid, in order.
        idle: (status, number) of enterprises not in operation.
        start, end: first and last day of the period.
        assessed_on: the assessment date.
        micro_per_grid: micro grids per grid; the first three hold one enterprise each.
        urgent, repairs, others: number of tickets: 急修 (urgent, device), 报修 (device), 其他.
        devices: (reported in tickets, not reported).
        orders: number of repair orders.
        late_reliefs: minutes by which a relief came late, by shift.
        park: kind of the park.
        lean: whether each grid has the fewest part-time staff and volunteers that will do.
    """

    code: str
    seed: int
    grid_sizes: tuple[int, ...]
    idle: tuple[tuple[str, int], ...]
    start: date
    end: date
    assessed_on: date
    micro_per_grid: int = 8
    urgent: int = 60
    repairs: int = 180
    others: int = 500
    devices: tuple[int, int] = (100, 10)
    orders: int = 180
    late_reliefs: dict[str, int] = field(default_factory=dict)
    lean: bool = False
    park: str = "工业园区"

    @property
    def community(self) -> str:
        """Return the name of the community."""
        return f"示例{self.code}企业社区"

    @property
    def grids(self) -> list[str]:
        """Return the ids of the grids."""
        return [f"G{n:02}" for n in range(1, len(self.grid_sizes) + 1)]

    @property
    def running(self) -> int:
        """Return the number of enterprises in operation: QY-001 on."""
        return sum(self.grid_sizes)

    @property
    def drawn(self) -> date:
        """Return the day up to which the data go: two days before the assessment, if it can be."""
        return max(self.end, self.assessed_on - timedelta(days=2))

    @property
    def months(self) -> list[date]:
        """Return the first days of the months of the period."""
        first = self.start.year * 12 + self.start.month - 1
        last = self.end.year * 12 + self.end.month - 1
        return [date(n // 12, n % 12 + 1, 1) for n in range(first, last + 1)]

    @property
    def quarters(self) -> list[list[date]]:
        """Return the first days of the months of each whole quarter, quarter by quarter."""
        begins = [n for n, first in enumerate(self.months) if first.month % 3 == 1]
        groups = [self.months[n : n + 3] for n in begins]
        return [group for group in groups if len(group) == 3]

    @property
    def days(self) -> int:
        """Return the number of days of the period."""
        return (self.end - self.start).days + 1

    def day(self, number: int, of: int) -> date:
        """Return the day of the number-th of so many things spread evenly over the period."""
        return self.start + timedelta(days=(number - 1) * self.days // of)

    def middle(self, number: int, of: int) -> date:
        """Return the day in the middle of the number-th of so many equal parts of the period."""
        return self.start + timedelta(days=(2 * number - 1) * self.days // (2 * of))

    def ago(self, days: int) -> date:
        """Return the day so many days before the data were drawn."""
        return self.drawn - timedelta(days=days)


def stamp(moment: datetime) -> str:
    """Return a time as it is exported, to the second."""
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def at(on: date, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    """Return a moment of a day."""
    return datetime(on.year, on.month, on.day, hour, minute, second)  # noqa: DTZ001 - local time


def numbered(pattern: str, numbers: Iterable[int]) -> list[str]:
    """Return ids such as QY-001."""
    return [pattern.format(n) for n in numbers]


def change(table: str, ids: Iterable[str], **cells: Cell) -> Edit:
    """Return the edit that sets cells of some rows; every id must be there."""
    wanted = list(ids)

    def edit(tables: Tables) -> None:
        rows = {row["id"] if isinstance(row["id"], str) else "": row for row in tables[table]}
        for key in wanted:
            strange = set(cells) - set(rows[key])
            if strange:
                raise KeyError(f"{table}: {strange}")
            rows[key].update(cells)

    return edit


def remove(table: str, ids: Iterable[str]) -> Edit:
    """Return the edit that takes rows out; every id must be there."""
    wanted = set(ids)

    def edit(tables: Tables) -> None:
        kept = [row for row in tables[table] if row["id"] not in wanted]
        if len(tables[table]) - len(kept) != len(wanted):
            raise KeyError(f"{table}: {wanted}")
        tables[table] = kept

    return edit


def add(table: str, *rows: Row) -> Edit:
    """Return the edit that adds rows at the end; columns they do not name are blank."""

    def edit(tables: Tables) -> None:
        blank: Row = dict.fromkeys(tables[table][0], "")
        for row in rows:
            if set(row) - set(blank):
                raise KeyError(f"{table}: {set(row) - set(blank)}")
        tables[table] = [*tables[table], *({**blank, **row} for row in rows)]

    return edit


def replace(table: str, *rows: Row) -> Edit:
    """Return the edit that puts other rows in the place of all there are."""

    def edit(tables: Tables) -> None:
        columns = tables[table][0] if tables[table] else {}
        tables[table] = []
        blank: Row = dict.fromkeys(columns, "")
        for row in rows:
            if set(row) - set(blank):
                raise KeyError(f"{table}: {set(row) - set(blank)}")
            tables[table].append({**blank, **row})

    return edit


def still_open(*tickets: str) -> Edit:
    """Return the edit that leaves tickets without an end, and so without what comes after it."""
    after = ("closed_at", "satisfaction", "rated_at", "revisit_at", "revisit_result")
    return change("service_requests", tickets, **dict.fromkeys(after, ""))


def respond_after(seconds: int, *tickets: str) -> Edit:
    """Return the edit that lets tickets wait so long for a response; what follows moves along."""
    wanted = set(tickets)

    def edit(tables: Tables) -> None:
        for ticket in tables["service_requests"]:
            if ticket["id"] in wanted:
                late = _moment(ticket["submitted_at"]) + timedelta(seconds=seconds)
                shift = late - _moment(ticket["first_response_at"])
                _move(ticket, ("first_response_at", "arrived_at", "closed_at"), shift)
                for order in tables["repair_orders"]:
                    if order["request_id"] == ticket["id"]:
                        _move(order, ("dispatched_at", "due_at", "completed_at"), shift)

    return edit


_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(community: int, number: int) -> str:
    """Return a made-up unified social credit code with its check character (GB 32100-2015).

    The district part 990000 belongs to no place.
    """
    body = f"91990000MA{community % 90 + 10:02}{number:05}"
    total = sum(_CODE.index(c) * 3**i for i, c in enumerate(body))
    return body + _CODE[-total % 31]


def _moment(cell: Cell) -> datetime:
    return datetime.fromisoformat(str(cell))


def _move(row: Row, columns: Iterable[str], by: timedelta) -> None:
    for column in columns:
        row[column] = stamp(_moment(row[column]) + by)


def without_columns(table: str, *names: str) -> Edit:
    """Return the edit that leaves columns out of a table altogether."""

    def edit(tables: Tables) -> None:
        for row in tables[table]:
            for name in names:
                del row[name]

    return edit


def not_handed_in(*names: str) -> Edit:
    """Return the edit that leaves whole tables out."""

    def edit(tables: Tables) -> None:
        for name in names:
            del tables[name]

    return edit
