"""What the dictionary offers and nobody takes; what evidence and verification leave open; cases."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, Final

from checker.language.mentions import columns as read_columns
from checker.language.mentions import condition_columns, leaves
from checker.model.check import Check, CheckAll, CheckAny, Leaf, Mean, Ratio, Share
from checker.model.dictionary import Column, Kind
from checker.model.quality import (
    AtReading,
    FilesMatch,
    Inside,
    LookAlikes,
    NoDuplicates,
    NoPersonalData,
    OverlapsPeriod,
    WellFormed,
)
from checker.workbench.diagnostic import Gravity
from checker.workbench.lint.desk import Desk, texts
from checker.workbench.lint.kinds import Hit, hit, lint

NEEDED: Final = ("passed", "failed", "cantTell")
"""Outcomes that every rule can have, so every rule has a case of each."""


_TELLING: Final = (Kind.TEXT, Kind.REF)
"""Kinds of columns by which people tell rows apart."""


def _read(desk: Desk) -> set[tuple[str, str]]:
    """Return every column that a rule, a population or a quality check reads."""
    dictionary = desk.book.dictionary
    found: set[tuple[str, str]] = set()
    checks: list[Check] = [r.check for r in desk.book.rules]
    for one in desk.book.quality:
        if isinstance(one.asked, Leaf | CheckAll | CheckAny):
            checks.append(one.asked)
        elif not isinstance(one.asked, NoPersonalData | LookAlikes | AtReading):
            found |= {(one.asked.table, c) for c in _named(one.asked)}
    for check in checks:
        for leaf in leaves(check):
            found |= {(r.table, r.column) for r in read_columns(leaf.measure, dictionary)}
    for rule in desk.book.rules:
        if rule.applies_when is not None:
            reads = condition_columns(rule.applies_when, dictionary.subject, dictionary)
            found |= {(r.table, r.column) for r in reads}
    for parameter in desk.book.parameters.values():
        found |= {(t, c) for c in parameter.choices for t in dictionary.tables}
    return found


def _named(asked: object) -> tuple[str, ...]:
    """Return the columns that a data-quality check names itself."""
    match asked:
        case Inside():
            return (asked.path[0], asked.among)
        case OverlapsPeriod():
            return (asked.start, asked.end)
        case NoDuplicates():
            return asked.columns
        case WellFormed():
            return (asked.column,)
        case FilesMatch():
            return (asked.path, asked.sha256)
    return ()


@lint("table-unused", Gravity.WARNING)
def table_unused(desk: Desk) -> Iterator[Hit]:
    """A table that no rule and no quality check reads."""
    dictionary = desk.book.dictionary
    read = {t for t, _ in _read(desk)}
    named = {c.to for t in dictionary.tables.values() for c in t.columns.values()}
    for name, table in dictionary.tables.items():
        if name not in read | named | {dictionary.subject, dictionary.evidence}:
            yield hit(desk.rule_set.column_place(name), name, table.label)


@lint("column-unused", Gravity.NOTE)
def column_unused(desk: Desk) -> Iterator[Hit]:
    """A column that is filled in for nothing: read by no rule, and not there to tell a row by."""
    dictionary = desk.book.dictionary
    read = _read(desk)
    for name, table in dictionary.tables.items():
        if name in (dictionary.subject, dictionary.evidence):
            continue
        ordered = frozenset(chain.from_iterable(table.order))
        for key, column in table.columns.items():
            if (name, key) not in read and column.kind not in _TELLING and key not in ordered:
                place = desk.rule_set.column_place(name, key)
                yield hit(place, f"{name}.{key}", column.label, label=column.label)


@lint("population-unused", Gravity.WARNING)
def population_unused(desk: Desk) -> Iterator[Hit]:
    """A population that no rule and no quality check asks."""
    said = {t for d in desk.documents.values() for t in _sources(d.data)}
    for name, population in desk.book.dictionary.populations.items():
        if name not in said:
            place = desk.dictionary.key_place(("populations", name))
            yield hit(place, name, population.label)


def _sources(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key in ("of", "table") and isinstance(value, str):
                yield value
            else:
                yield from _sources(value)
    elif isinstance(node, list):
        for value in node:
            yield from _sources(value)


@lint("value-unused", Gravity.NOTE)
def value_unused(desk: Desk) -> Iterator[Hit]:
    """A value of an enumeration that no rule, parameter or case ever names."""
    said = {
        t for d in desk.documents.values() if d is not desk.dictionary for t, _ in texts(d.data, d)
    }
    said |= {t for t, _ in texts(desk.dictionary.data.get("populations"), desk.dictionary)}
    for case in desk.rule_set.cases:
        said |= set(_plain(case.shape.tables))
    read = _read(desk)
    for name, table in desk.book.dictionary.tables.items():
        for key, column in table.columns.items():
            unused = [v for v in column.values if v not in said]
            if (name, key) in read and unused and not _ranked(column):
                place = desk.rule_set.column_place(name, key, "values")
                shown = "、".join(unused)
                yield hit(place, f"{name}.{key}", shown, label=column.label)


def _ranked(column: Column) -> bool:
    return column.kind is Kind.ORDERED


def _plain(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from _plain(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _plain(value)


@lint("evidence-type", Gravity.WARNING)
def evidence_type(desk: Desk) -> Iterator[Hit]:
    """A kind of evidence that the form does not offer."""
    dictionary = desk.book.dictionary
    table = dictionary.tables.get(dictionary.evidence)
    column = table.columns.get("type") if table else None
    if column is None or not column.values:
        return
    for rule in desk.rules:
        for i, evidence in enumerate(rule.data["evidence"]):
            if evidence["type"] not in column.values:
                place = rule.place("evidence", i, "type")
                yield hit(place, rule.id, evidence["type"], known="、".join(column.values))


@lint("evidence-repeated", Gravity.WARNING)
def evidence_repeated(desk: Desk) -> Iterator[Hit]:
    """The same evidence asked for twice in one rule."""
    for rule in desk.rules:
        seen: set[tuple[str, str]] = set()
        for i, evidence in enumerate(rule.data["evidence"]):
            name = (evidence["type"], evidence["title"])
            if name in seen:
                yield hit(rule.place("evidence", i, "title"), rule.id, evidence["title"])
            seen.add(name)


@lint("evidence-number", Gravity.NOTE)
def evidence_number(desk: Desk) -> Iterator[Hit]:
    """Evidence of which nobody says how many."""
    for rule in desk.rules:
        for i, evidence in enumerate(rule.data["evidence"]):
            if "number" not in evidence:
                yield hit(rule.place("evidence", i), rule.id, evidence["title"])


@lint("verification-repeated", Gravity.WARNING)
def verification_repeated(desk: Desk) -> Iterator[Hit]:
    """A way of verifying that is named twice."""
    for rule in desk.rules:
        ways = rule.data["verification"]
        for i, way in enumerate(ways):
            if way in ways[:i]:
                yield hit(rule.place("verification", i), rule.id, way)


@lint("verification-talk-only", Gravity.WARNING)
def verification_talk_only(desk: Desk) -> Iterator[Hit]:
    """A rule verified by talk alone: nobody looks at paper, data or the place."""
    for rule in desk.rules:
        if rule.data["verification"] == ["F"]:
            yield hit(rule.place("verification"), rule.id, "F")


@lint("verification-unread", Gravity.NOTE)
def verification_unread(desk: Desk) -> Iterator[Hit]:
    """Data alone are verified, and yet a paper is asked for that other rules have somebody read."""
    read: dict[str, list[bool]] = defaultdict(list)
    for rule in desk.rules:
        for evidence in rule.data["evidence"]:
            read[evidence["type"]].append(rule.data["verification"] != ["S"])
    always = {t for t, ways in read.items() if len(ways) > 2 and sum(ways) * 10 >= len(ways) * 9}
    for rule in desk.rules:
        if rule.data["verification"] == ["S"]:
            for i, evidence in enumerate(rule.data["evidence"]):
                if evidence["type"] in always:
                    yield hit(
                        rule.place("evidence", i, "type"),
                        rule.id,
                        evidence["type"],
                        type=evidence["type"],
                    )


@lint("case-missing", Gravity.WARNING)
def case_missing(desk: Desk) -> Iterator[Hit]:
    """A rule without a case of each outcome it can have."""
    known: dict[str, set[str]] = defaultdict(set)
    for case in desk.rule_set.cases:
        known[case.shape.rule].add(case.shape.expect.outcome.value)
    for rule in desk.rules:
        if rule.rule is None:
            continue
        wanted = [*NEEDED]
        if rule.rule.applies_when is not None or _may_be_empty(rule.rule.check, desk):
            wanted.append("inapplicable")
        missing = [w for w in wanted if w not in known[rule.id]]
        if missing:
            yield hit(rule.place(), rule.id, missing="、".join(missing))


def _may_be_empty(check: Check, desk: Desk) -> bool:
    """Tell whether a check can have no value at all; an empty member of all or any is neutral."""
    if isinstance(check, CheckAll | CheckAny):
        return all(_may_be_empty(m, desk) for m in check.members)
    measure = check.measure
    if not isinstance(measure, Share | Mean | Ratio) or check.when_empty == "failed":
        return False
    asked = measure.denominator.of if isinstance(measure, Ratio) else measure.of
    return not desk.book.dictionary.table_of(asked).one_row


@lint("case-elsewhere", Gravity.ERROR)
def case_elsewhere(desk: Desk) -> Iterator[Hit]:
    """A case for a rule that stands in another folder, or nowhere."""
    folders = {r.id: r.document.file.rsplit("/", 1)[0] for r in desk.rules}
    for case in desk.rule_set.cases:
        rule = case.shape.rule
        here = case.document.file.rsplit("/", 1)[0]
        if folders.get(rule) != here:
            yield hit(case.document.place(("cases", case.index, "rule")), rule, rule)
