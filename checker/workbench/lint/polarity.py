"""Where leaving a cell blank may help: a column whose blank says "nothing" (LANGUAGE 6).

Every question of a check is followed with its sense: does a yes help, hurt, or either? Comparing
nothing is a no; `present: false` and small sizes take it for a yes. Where that answer may help,
the dictionary must say why it may.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from checker.document.document import Path
from checker.model.frozen import dataclass
from checker.workbench.diagnostic import Gravity
from checker.workbench.lint.desk import Desk, Written
from checker.workbench.lint.kinds import Hit, lint
from checker.workbench.lint.walk import RawElapsed, RawLeaf, RawTest, leaves, measures, tests

HELPS: Final = 1
HURTS: Final = -1
EITHER: Final = 0


@dataclass(frozen=True, slots=True)
class Blank:
    """A cell whose being nothing may help, in which rule and where."""

    table: str
    column: str
    rule: Written
    at: Path


def blanks(desk: Desk) -> Iterator[Blank]:
    """Yield every cell of the rules where nothing may help."""
    for rule in desk.rules:
        for leaf in leaves(rule.data["check"]):
            for table, column, at in _leaf(desk, leaf, HELPS):
                yield Blank(table, column, rule, at)


def _leaf(desk: Desk, leaf: RawLeaf, sense: int) -> Iterator[tuple[str, str, Path]]:
    side = _side(leaf.data["expect"]) * sense
    for at, data in measures(leaf):
        more = side
        if at and at[-1] == "denominator":
            more = -side
        table = desk.book.dictionary.table_of(data["of"]).name
        share = data["measure"] in ("share", "mean")
        population = desk.book.dictionary.populations.get(data["of"])
        where = EITHER if share else more
        if population:
            raw = desk.dictionary.data["populations"][data["of"]]["where"]
            yield from _condition(desk, raw, (*at, "of"), table, where, fixed=True)
        if "where" in data:
            yield from _condition(desk, data["where"], (*at, "where"), table, where)
        if "that" in data:
            yield from _condition(desk, data["that"], (*at, "that"), table, more)
        for key in ("value", "from", "to", "date"):
            if key in data and isinstance(data[key], str):
                yield from _nothing(desk, table, data[key], (*at, key), where, yes=False)
        if leaf.inside:
            yield from _nothing(desk, table, leaf.data["by"], (*at, "by"), more, yes=False)


def _side(expect: Mapping[str, Any]) -> int:
    """Return whether more of what is measured helps, hurts, or either."""
    lower, upper = "at_least" in expect, "at_most" in expect
    if lower == upper:
        if "equals" in expect and str(expect["equals"]) == "0":
            return HURTS
        return EITHER
    return HELPS if lower else HURTS


def _condition(
    desk: Desk, condition: Any, at: Path, table: str, sense: int, *, fixed: bool = False
) -> Iterator[tuple[str, str, Path]]:
    """Yield the cells of a condition where nothing may help.

    Args:
        sense: whether a yes helps, hurts, or either.
        fixed: the condition stands elsewhere, so all its cells are shown at `at`.
    """
    for test in tests(condition, at, table, desk.book.dictionary):
        here = at if fixed else test.at
        if isinstance(test, RawTest):
            yes = _takes_nothing(test.predicate)
            yield from _nothing(desk, table, test.path, here, sense, yes=yes)
            for operand in test.predicate.values():
                if isinstance(operand, Mapping) and "field" in operand:
                    yield from _nothing(desk, table, operand["field"], here, sense, yes=False)
        elif isinstance(test, RawElapsed):
            yield from _nothing(desk, table, test.data["from"], here, sense, yes=False)
            if not str(test.data["to"]).startswith(
                "$"
            ):  # still running: yes as long as any end would do
                yield from _nothing(desk, table, test.data["to"], here, sense, yes=False)
        else:
            yield from _leaf(desk, test, sense)


def _takes_nothing(predicate: Mapping[str, Any]) -> bool:
    """Tell whether a predicate may say yes to nothing."""
    if predicate.get("present") is False:
        return True
    size = predicate.get("size")
    if isinstance(size, Mapping):
        return str(size.get("equals")) == "0" or ("at_least" not in size and "equals" not in size)
    return False


def _nothing(
    desk: Desk, table: str, path: str, at: Path, sense: int, *, yes: bool
) -> Iterator[tuple[str, str, Path]]:
    """Yield a column if its being nothing may help: the answer is yes or no, and that answer pays."""
    pays = sense in (EITHER, HELPS if yes else HURTS)
    first, _, second = path.partition(".")
    columns = desk.book.dictionary.tables[table].columns
    if pays and columns[first].may_be_nothing:
        yield table, first, at
    if second and pays:
        target = columns[first].to
        if desk.book.dictionary.tables[target].columns[second].may_be_nothing:
            yield target, second, at


@lint("nothing-helps", Gravity.WARNING)
def nothing_helps(desk: Desk) -> Iterator[Hit]:
    """A column whose blank says nothing, where that may help, and nobody said why it may."""
    shown: set[tuple[str, str]] = set()
    for blank in blanks(desk):
        column = desk.book.dictionary.tables[blank.table].columns[blank.column]
        name = (blank.table, blank.column)
        if column.nothing_helps or name in shown:
            continue
        shown.add(name)
        place = desk.rule_set.column_place(blank.table, blank.column)
        values = {"label": column.label, "rule": blank.rule.id}
        related = ((blank.rule.key_place(*blank.at), blank.rule.id),)
        yield Hit(place, ".".join(name), values, column.name, related=related)


@lint("nothing-helps-idle", Gravity.NOTE)
def nothing_helps_idle(desk: Desk) -> Iterator[Hit]:
    """A column that is excused although nothing never helps there."""
    needed = {(b.table, b.column) for b in blanks(desk)}
    for table in desk.book.dictionary.tables.values():
        for column in table.columns.values():
            if column.nothing_helps and (table.name, column.name) not in needed:
                place = desk.rule_set.column_place(table.name, column.name, "nothing_helps")
                values = {"label": column.label}
                yield Hit(place, f"{table.name}.{column.name}", values, column.nothing_helps)
