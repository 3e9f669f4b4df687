"""Whether two versions of a rule can be asked of one and the same submission."""

from checker.model.dictionary import Column, Dictionary, Kind
from checker.model.rule import Rule, Rulebook
from checker.workbench.comparison import words
from checker.workbench.comparison.resolving import columns_of


def same_reading(old: tuple[Rule, Rulebook], new: tuple[Rule, Rulebook]) -> bool:
    """Tell whether all that either version reads is defined alike in both dictionaries."""
    before, after = old[1].dictionary, new[1].dictionary
    for table, column in _reads(old, new):
        if table not in before.tables or table not in after.tables:
            return False
        if before.tables[table].one_row != after.tables[table].one_row:
            return False
        pair = before.tables[table].columns.get(column), after.tables[table].columns.get(column)
        if column and (None in pair or _essence(pair[0]) != _essence(pair[1])):
            return False
    return True


def obstacle(old: tuple[Rule, Rulebook], new: tuple[Rule, Rulebook]) -> str:
    """Return why no submission means the same to both versions; "" if some may."""
    before, after = old[1].dictionary, new[1].dictionary
    for table, column in sorted(_reads(old, new)):
        said = _table_obstacle(table, before, after) or _column_obstacle(
            table, column, before, after
        )
        if said:
            return said
    return ""


def _reads(old: tuple[Rule, Rulebook], new: tuple[Rule, Rulebook]) -> set[tuple[str, str]]:
    reads = columns_of(*old) | columns_of(*new)
    return {(r.table, r.column) for r in reads}


def _table_obstacle(table: str, before: Dictionary, after: Dictionary) -> str:
    if table not in before.tables or table not in after.tables:
        known = (before if table in before.tables else after).tables[table]
        return words.only_on_one_side(known.label, new=table in after.tables)
    was, now = before.tables[table], after.tables[table]
    return words.other_kind(now.label) if was.one_row != now.one_row else ""


def _column_obstacle(table: str, column: str, before: Dictionary, after: Dictionary) -> str:
    if not column:
        return ""
    was, now = before.tables[table].columns.get(column), after.tables[table].columns.get(column)
    name = after.tables[table].label
    if was is None or now is None:
        known = was or now
        assert known
        return words.only_on_one_side(f"{name}·{known.label}", new=was is None)
    label = f"{name}·{now.label}"
    if (was.kind, was.many, was.to) != (now.kind, now.many, now.to):
        return words.other_kind(label)
    if was.unit != now.unit:
        return words.other_unit(label, was.unit, now.unit)
    if was.blank is not now.blank:
        return words.other_blank(label)
    if was.kind is Kind.ORDERED and _ranks(was, now) != _ranks(now, was):
        return words.other_order(label)
    if was.values and now.values and not set(was.values) & set(now.values):
        return words.no_common_value(label)
    return ""


def _ranks(one: Column, other: Column) -> tuple[str, ...]:
    return tuple(v for v in one.values if v in other.values)


def _essence(column: Column | None) -> object:
    assert column
    return (
        column.kind, column.many, column.to, column.values, column.means_unknown,
        column.minimum, column.maximum, column.unit, column.blank, column.future,
    )  # fmt: skip
