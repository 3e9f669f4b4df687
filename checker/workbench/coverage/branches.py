"""The branches of a rule: every leaf of its check, every condition on rows, both ways."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from checker.language.expectations import tolerance_in_force
from checker.language.explain import Speaker, explain_condition, explain_leaf
from checker.language.facts import Facts
from checker.model.check import (
    EVERY_ROW,
    AllOf,
    AnyOf,
    Check,
    Condition,
    Leaf,
    Ratio,
    Related,
    Share,
    SimpleMeasure,
)
from checker.model.dictionary import Dictionary
from checker.model.frozen import dataclass
from checker.model.rule import Rule
from checker.workbench.emptiness import measure_may_be_empty

At = tuple[str | int, ...]
Plain = Mapping[str, Any]


class Mark(StrEnum):
    """What a branch can be seen to do."""

    MET = "met"
    NEAR = "near"
    MISSED = "missed"
    OPEN = "open"
    EMPTY = "empty"
    TRUE = "true"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class Rows:
    """Which rows a condition is asked of: those of a table that meet others before it."""

    table: str
    of: str
    before: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """A leaf of a check, or a condition on rows.

    Attributes:
        at: place in the rule.
        sentence: what it says, in Chinese.
        wanted: what it should be seen to do.
        leaf: position of the leaf among those of the check, from 0; -1 for a condition.
        condition: the condition; None for a leaf.
        rows: the rows that the condition is asked of.
        members: what stands inside it.
    """

    at: At
    sentence: str
    wanted: tuple[Mark, ...]
    leaf: int = -1
    condition: Condition | None = None
    rows: Rows | None = None
    members: tuple["Branch", ...] = ()

    def walk(self) -> Iterator["Branch"]:
        """Yield this branch and all inside it, in the order of writing."""
        yield self
        for member in self.members:
            yield from member.walk()


@dataclass(frozen=True, slots=True)
class Known:
    """What sentences and limits need: names and values, and facts without any row."""

    dictionary: Dictionary
    speaker: Speaker
    facts: Facts

    def table(self, of: str) -> str:
        """Return the name of the table behind a table or population name."""
        return self.facts.table_name(of)


def branches(rule: Rule, data: Plain, known: Known) -> tuple[Branch, ...]:
    """Return the branches of a rule: its condition first, then the leaves of its check."""
    found: list[Branch] = []
    if rule.applies_when is not None:
        subject = known.dictionary.subject
        rows = Rows(subject, subject)
        found += _conditions(
            rule.applies_when, data["applies_when"], ("applies_when",), rows, known
        )
    _leaves(rule.check, data["check"], ("check",), known, found)
    return tuple(found)


def _leaves(check: Check, data: Plain, at: At, known: Known, found: list[Branch]) -> None:
    if isinstance(check, Leaf):
        number = sum(b.leaf >= 0 for b in found)
        found.append(_leaf(check, data, at, number, known))
        return
    key = "all" if "all" in data else "any"
    for i, member in enumerate(check.members):
        _leaves(member, data[key][i], (*at, key, i), known, found)


def _leaf(leaf: Leaf, data: Plain, at: At, number: int, known: Known) -> Branch:
    wanted = [Mark.MET, Mark.MISSED, Mark.OPEN]
    if tolerance_in_force(known.facts, leaf):
        wanted.insert(1, Mark.NEAR)
    if measure_may_be_empty(leaf.measure, known.dictionary):
        wanted.append(Mark.EMPTY)
    members: list[Branch] = []
    if isinstance(leaf.measure, Ratio):
        for key in ("numerator", "denominator"):
            side = getattr(leaf.measure, key)
            members += _of_measure(side, data[key], (*at, key), known)
    else:
        members += _of_measure(leaf.measure, data, at, known)
    said = explain_leaf(leaf, known.speaker)
    return Branch(at, said, tuple(wanted), number, members=tuple(members))


def _of_measure(measure: SimpleMeasure, data: Plain, at: At, known: Known) -> Iterator[Branch]:
    table = known.table(measure.of)
    population = known.dictionary.populations.get(measure.of)
    if population:
        whole = Rows(table, table)
        said = explain_condition(population.where, table, known.speaker)
        sentence = f"{population.label}：{said}"
        yield _both_ways((*at, "of"), sentence, population.where, whole)
    if measure.where != EVERY_ROW:
        rows = Rows(table, measure.of)
        yield from _conditions(measure.where, data["where"], (*at, "where"), rows, known)
    if isinstance(measure, Share):
        rows = Rows(table, measure.of, (measure.where,))
        yield from _conditions(measure.that, data["that"], (*at, "that"), rows, known)


def _conditions(
    condition: Condition, data: Plain, at: At, rows: Rows, known: Known
) -> Iterator[Branch]:
    """Yield the entries of a mapping that says a condition."""
    keys = list(data)
    members = (condition,) if len(keys) == 1 else _members(condition)
    for key, member in zip(keys, members, strict=True):
        yield _condition(member, data[key], (*at, key), rows, known)


def _members(condition: Condition) -> tuple[Condition, ...]:
    assert isinstance(condition, AllOf)
    return condition.members


def _condition(condition: Condition, data: Any, at: At, rows: Rows, known: Known) -> Branch:
    said = explain_condition(condition, rows.table, known.speaker)
    members: list[Branch] = []
    if isinstance(condition, AllOf | AnyOf):
        for i, member in enumerate(condition.members):
            here = (*at, i)
            if len(data[i]) > 1:
                inside = tuple(_conditions(member, data[i], here, rows, known))
                sentence = explain_condition(member, rows.table, known.speaker)
                members.append(_both_ways(here, sentence, member, rows, inside))
            else:
                members += _conditions(member, data[i], here, rows, known)
    elif isinstance(condition, Related):
        members += _of_measure(condition.measure, data, at, known)
    return _both_ways(at, said, condition, rows, tuple(members))


def _both_ways(
    at: At, said: str, condition: Condition, rows: Rows, members: tuple[Branch, ...] = ()
) -> Branch:
    return Branch(at, said, (Mark.TRUE, Mark.FALSE), -1, condition, rows, members)
