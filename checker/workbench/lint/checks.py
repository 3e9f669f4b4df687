"""What a check says twice, says for nothing, or leaves unsaid."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

from checker.document.document import Path
from checker.model.dictionary import Column, Kind
from checker.model.value import exact
from checker.workbench.diagnostic import Gravity
from checker.workbench.lint.desk import Desk, Written
from checker.workbench.lint.kinds import Hit, hit, lint
from checker.workbench.lint.walk import (
    RawTest,
    all_leaves,
    all_tests,
    column_of,
    conditions,
    leaves,
    tests,
)

WHOLE: Final = frozenset({"0", "1", "0%", "100%"})
"""Numbers that need no name: none, any, all."""

_MAY_BE_EMPTY: Final = ("share", "mean", "ratio")


@lint("bare-number", Gravity.WARNING)
def bare_number(desk: Desk) -> Iterator[Hit]:
    """A limit that is a number of somebody, and has no name, range or origin."""
    for rule in desk.rules:
        roots = [(("check",), rule.data["check"])]
        if rule.data.get("applies_when"):
            roots.append((("applies_when",), rule.data["applies_when"]))
        for at, node in roots:
            for path, number in _numbers(node, at):
                yield hit(rule.place(*path), rule.id, number, number=number)


def _numbers(node: Any, at: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(node, list):
        for i, one in enumerate(node):
            yield from _numbers(one, (*at, i))
    elif isinstance(node, Mapping):
        for key, value in node.items():
            if key in ("at_least", "at_most", "times") or _is_length(key, at):
                if _is_number(value):
                    yield (*at, key), str(value)
                else:
                    yield from _numbers(value, (*at, key))
            elif key == "equals" and at and at[-1] in ("expect", "size") and _is_number(value):
                yield (*at, key), str(value)
            else:
                yield from _numbers(value, (*at, key))


def _is_length(key: str, at: Path) -> bool:
    return key in _DURATIONS and bool(at) and at[-1] in ("at_most", "last")


_DURATIONS: Final = ("minutes", "hours", "days", "workdays", "months")


def _is_number(value: Any) -> bool:
    if isinstance(value, bool) or str(value) in WHOLE:
        return False
    if isinstance(value, int):
        return True
    return isinstance(value, str) and value.rstrip("%").replace(".", "", 1).isdigit()


@lint("member-repeated", Gravity.ERROR)
def member_repeated(desk: Desk) -> Iterator[Hit]:
    """The same thing twice in all, any, one_of or required."""
    for rule in desk.rules:
        for key in ("check", "applies_when"):
            for path, first in _repeated(rule.data.get(key), (key,)):
                yield hit(rule.place(*path), rule.id, first=first + 1)


def _repeated(node: Any, at: Path) -> Iterator[tuple[Path, int]]:
    if isinstance(node, list):
        for i, one in enumerate(node):
            if one in node[:i]:
                yield (*at, i), node.index(one)
            yield from _repeated(one, (*at, i))
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from _repeated(value, (*at, key))


@lint("cell-twice", Gravity.NOTE)
def cell_twice(desk: Desk) -> Iterator[Hit]:
    """One cell asked twice in a leaf: where it is blank, the answer may be wider than it need be."""
    dictionary = desk.book.dictionary
    for rule in desk.rules:
        for leaf in leaves(rule.data["check"]):
            seen: dict[tuple[str, str, Path], Path] = {}
            for where, condition, table in conditions(leaf, dictionary):
                for test in tests(condition, where, table, dictionary):
                    if not isinstance(test, RawTest):
                        continue
                    key = (table, test.path, where[:-1])
                    first = seen.setdefault(key, test.at)
                    alternatives = _differ_in_any(first, test.at)
                    if first != test.at and not alternatives:
                        related = ((rule.place(*first), ""),)
                        yield Hit(
                            rule.key_place(*test.at),
                            rule.id,
                            {"path": test.path},
                            test.path,
                            related=related,
                        )


def _differ_in_any(left: Path, right: Path) -> bool:
    """Tell whether two places are different members of one `any`."""
    for i, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return i > 0 and left[i - 1] == "any"
    return False


@lint("tolerance-idle", Gravity.WARNING)
def tolerance_idle(desk: Desk) -> Iterator[Hit]:
    """A tolerance that no value in range brings to life: its limit is always the whole."""
    for rule in desk.rules:
        for leaf in leaves(rule.data["check"]):
            expect = leaf.data["expect"]
            if "tolerance" not in expect or leaf.data["measure"] == "covered":
                continue
            low = _least(desk, expect.get("at_least"))
            if low is not None and low >= 1:
                yield hit(rule.place(*leaf.at, "expect", "tolerance"), rule.id, limit="100%")


def _least(desk: Desk, limit: Any) -> Fraction | int | None:
    """Return the smallest value a limit may take in any profile; None if it has no bound."""
    if isinstance(limit, str) and limit.startswith("$"):
        return desk.book.parameters[limit[1:]].minimum
    return exact(str(limit)) if isinstance(limit, int | str) else None


def _greatest(desk: Desk, limit: Any) -> Fraction | int | None:
    if isinstance(limit, str) and limit.startswith("$"):
        return desk.book.parameters[limit[1:]].maximum
    return exact(str(limit)) if isinstance(limit, int | str) else None


@lint("condition-always", Gravity.WARNING)
def condition_always(desk: Desk) -> Iterator[Hit]:
    """A question whose answer is yes whatever stands in the cell."""
    for rule, test in _tests(desk):
        column, may_be_nothing = column_of(test.table, test.path, desk.book.dictionary)
        if may_be_nothing:
            continue
        key = _always(desk, test.predicate, column)
        if key:
            yield hit(
                rule.place(*test.at, key), rule.id, str(test.predicate[key]), label=column.label
            )


@lint("condition-never", Gravity.ERROR)
def condition_never(desk: Desk) -> Iterator[Hit]:
    """A question whose answer is no whatever stands in the cell."""
    for rule, test in _tests(desk):
        column, _ = column_of(test.table, test.path, desk.book.dictionary)
        key = _never(desk, test.predicate, column)
        if key:
            yield hit(
                rule.place(*test.at, key), rule.id, str(test.predicate[key]), label=column.label
            )


def _tests(desk: Desk) -> Iterator[tuple[Written, RawTest]]:
    dictionary = desk.book.dictionary
    for rule in desk.rules:
        for test in all_tests(rule.data["check"], dictionary):
            if isinstance(test, RawTest):
                yield rule, test
        applies = rule.data.get("applies_when")
        if applies:
            for one in tests(applies, ("applies_when",), dictionary.subject, dictionary):
                if isinstance(one, RawTest):
                    yield rule, one


def _number(value: Any) -> bool:
    return not isinstance(value, Mapping) and value != "assessment_date"


def _always(desk: Desk, predicate: Mapping[str, Any], column: Column) -> str:
    numeric = column.kind in (Kind.INT, Kind.DEC) and not column.many
    if numeric and "at_least" in predicate and _number(predicate["at_least"]):
        most = _greatest(desk, predicate["at_least"])
        if most is not None and column.minimum is not None and most <= column.minimum:
            return "at_least"
    if numeric and "at_most" in predicate and _number(predicate["at_most"]):
        least = _least(desk, predicate["at_most"])
        if least is not None and column.maximum is not None and least >= column.maximum:
            return "at_most"
    chosen = predicate.get("one_of")
    if isinstance(chosen, list) and column.values:
        certain = set(column.values) - set(column.means_unknown)
        if certain <= set(chosen):
            return "one_of"
    if column.kind is Kind.ORDERED and predicate.get("at_least") == column.values[0]:
        return "at_least"
    return ""


def _never(desk: Desk, predicate: Mapping[str, Any], column: Column) -> str:
    if column.kind not in (Kind.INT, Kind.DEC) or column.many:
        meant = predicate.get("equals")
        return "equals" if isinstance(meant, str) and meant in column.means_unknown else ""
    for key in ("at_least", "equals"):
        if key in predicate and _number(predicate[key]):
            least = _least(desk, predicate[key])
            if least is not None and column.maximum is not None and least > column.maximum:
                return key
    for key in ("at_most", "equals"):
        if key in predicate and _number(predicate[key]):
            most = _greatest(desk, predicate[key])
            if most is not None and column.minimum is not None and most < column.minimum:
                return key
    return ""


@lint("limit-always", Gravity.WARNING)
def limit_always(desk: Desk) -> Iterator[Hit]:
    """An expectation that everything meets: at least 0, a share of at most 100 %."""
    for rule in desk.rules:
        for leaf in all_leaves(rule.data["check"], desk.book.dictionary):
            expect = leaf.data["expect"]
            share = leaf.data["measure"] in ("share", "covered", "time_covered")
            if "at_most" not in expect and str(expect.get("at_least")) in ("0", "0%"):
                yield hit(rule.place(*leaf.at, "expect", "at_least"), rule.id, str(expect))
            elif share and "at_least" not in expect and str(expect.get("at_most")) == "100%":
                yield hit(rule.place(*leaf.at, "expect", "at_most"), rule.id, str(expect))


@lint("limits-crossed", Gravity.ERROR)
def limits_crossed(desk: Desk) -> Iterator[Hit]:
    """A lower limit that lies above the upper one by default."""
    for rule in desk.rules:
        for leaf in all_leaves(rule.data["check"], desk.book.dictionary):
            for path, low, high in _pairs(leaf.data, leaf.at):
                a, b = _default(desk, low), _default(desk, high)
                if a is not None and b is not None and a > b:
                    yield hit(rule.place(*path, "at_least"), rule.id, str(low), low=low, high=high)


def _pairs(node: Any, at: Path) -> Iterator[tuple[Path, Any, Any]]:
    if isinstance(node, Mapping):
        if "at_least" in node and "at_most" in node:
            yield at, node["at_least"], node["at_most"]
        for key, value in node.items():
            if key != "related":  # its leaf is looked at by itself
                yield from _pairs(value, (*at, key))
    elif isinstance(node, list):
        for i, one in enumerate(node):
            yield from _pairs(one, (*at, i))


def _default(desk: Desk, limit: Any) -> Fraction | int | None:
    if isinstance(limit, str) and limit.startswith("$"):
        value = desk.book.parameters[limit[1:]].default
        return value if isinstance(value, int | Fraction) else None
    if isinstance(limit, int):
        return limit
    return exact(limit) if _is_number(limit) or str(limit) in WHOLE else None


@lint("empty-unsaid", Gravity.NOTE)
def empty_unsaid(desk: Desk) -> Iterator[Hit]:
    """A share that may have nobody to ask; neither the rule nor a case says what then."""
    outcomes: dict[str, set[str]] = defaultdict(set)
    for case in desk.rule_set.cases:
        outcomes[case.shape.rule].add(case.shape.expect.outcome.value)
    for rule in desk.rules:
        if "inapplicable" in outcomes[rule.id]:
            continue
        for leaf in leaves(rule.data["check"]):
            if leaf.data["measure"] in _MAY_BE_EMPTY and "when_empty" not in leaf.data:
                yield hit(rule.place(*leaf.at, "measure"), rule.id, leaf.data["measure"])
