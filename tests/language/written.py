"""Drawing checks for the comparison of solver and engine."""

from collections.abc import Sequence
from typing import Any

from checker.model.dictionary import Column, Kind
from tests.properties.cases import TABLES, Author, Raw

TIMES = (Kind.DATE, Kind.DATETIME)


class Writer(Author):
    """Draws checks; of times that pass and of windows of days more than usual, if they are wanted."""

    def pick(self, options: Sequence[Any]) -> Any:
        return options[self.draw(len(options))]

    def chance(self, percent: int) -> bool:
        return bool(self.draw(100) < percent)

    @property
    def timely(self) -> bool:
        return self.focus in ("elapsed", "within", "times")

    def measure(self, name: str, table: str = "", *, inside: bool = False) -> Raw | None:
        if self.timely and not table and name in ("count", "share"):
            table = self.pick(("events", "events", "shifts"))
        return super().measure(name, table, inside=inside)

    def extra_keys(self, name: str, table: str, *, inside: bool) -> Raw | None:
        texts = {"staff": "note", "events": "staff_id.note"}
        if name == "distinct" and table in texts and self.chance(30):
            return {"value": texts[table]}
        return super().extra_keys(name, table, inside=inside)

    def where(self, table: str, *, related: bool = True) -> Raw:
        if self.focus == "elapsed" and self.chance(60):
            return {}
        return super().where(table, related=related)

    def condition(self, table: str, depth: int, *, related: bool) -> Raw:
        if self.focus not in ("within", "times"):
            return super().condition(table, depth, related=related)
        found: Raw = {}
        self.cell_test(table, found)
        return found

    def testable(self, column: Column) -> bool:
        if self.focus in ("within", "times"):
            return column.kind in TIMES
        return super().testable(column)

    def compared(self, column: Column, table: str) -> Raw:
        if self.focus == "times" and column.kind in TIMES:
            others = [c.name for c in TABLES[table].columns.values() if c.kind in TIMES]
            other = self.pick([c for c in others if c != column.name] or others)
            return {self.pick(("at_least", "at_most", "equals")): {"field": other}}
        if self.focus != "within" or column.kind not in TIMES:
            return super().compared(column, table)
        spans = ("period", {"last": "$days30"}, {"last": "$months3"}, {"last": {"days": 1}})
        return {"within": self.pick(spans)}

    def expect(self, found: Raw) -> Raw:
        if self.unit(found) != "1" or self.focus == "tolerance" or self.chance(30):
            return super().expect(found)
        side, limit = self.pick(("at_least", "at_most")), self.pick(("50%", "75%"))
        return {side: limit, "tolerance": "$tol40"}  # what is nearly met is rare otherwise

    def ratio(self) -> Raw | None:
        if self.chance(40):
            return super().ratio()
        table = self.pick(("staff", "events"))  # of one unit, so that it may be nearly met
        sides = {side: self.measure("count", table) for side in ("numerator", "denominator")}
        whole: Raw = {"measure": "ratio", **sides}
        return whole | {"expect": self.expect(whole)}

    def elapsed(self, table: str) -> Raw:
        columns = [c.name for c in TABLES[table].columns.values() if c.kind in TIMES]
        if self.focus != "elapsed" or len(columns) < 2 or self.chance(20):
            return super().elapsed(table)
        start = self.pick(columns)
        end = self.pick([c for c in columns if c != start])
        return {"elapsed": {"from": start, "to": end, "at_most": self.pick(LENGTHS)}}


LENGTHS = (
    "$minutes30", "$hours2", {"minutes": 31}, {"hours": "0.5"}, "$days30", "$days0", "$months3",
    "$workdays2", {"days": 1}, {"workdays": 1}, {"months": 1},
)  # fmt: skip
