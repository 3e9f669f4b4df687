"""`coverage`: what the cases exercise, what they never reach, and whether that is enough."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final

from checker.language.explain import Speaker
from checker.language.facts import Facts
from checker.model.frozen import dataclass
from checker.model.problem import Place
from checker.model.rule import Rule, Rulebook
from checker.model.submission import Period
from checker.workbench.as_written import as_written, rule_data
from checker.workbench.cases import PAGE
from checker.workbench.choice import Choice
from checker.workbench.coverage import words
from checker.workbench.coverage.branches import Known, Plain, branches
from checker.workbench.coverage.counting import (
    Covered,
    Kind,
    Point,
    Tally,
    is_limit,
    of_rule,
    of_rule_set,
    tallies,
)
from checker.workbench.coverage.seen import seen
from checker.workbench.diagnostic import CheckKind, Diagnostic, Examined, Gravity, Inspection
from checker.workbench.mutation.inspection import FLOOR_NAME
from checker.workbench.mutation.mutants import mutants
from checker.workbench.mutation.trial import attempts, make_ready
from checker.workbench.rule_set import RuleSet

Told = Callable[[str], None]

_ANY_DAY: Final = date(2000, 1, 1)
"""Sentences and limits need a period by type; none of what is asked here depends on it."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything that was found out about the cases of the rules chosen."""

    book: Rulebook
    rules: tuple[Covered, ...]
    points: tuple[Point, ...]
    tallies: tuple[Tally, ...]
    broken: tuple[Rule, ...] = ()


def measure(rules: RuleSet, choice: Choice, told: Told = lambda _: None) -> Coverage:
    """Run the cases of the rules chosen and return what they exercise.

    Args:
        told: is told the id of each rule that is done.
    """
    book, data = as_written(rules), rule_data(rules)
    ids = {rule.id for rule in choice.chosen(rules)}
    found, broken = [], []
    for rule in (r for r in book.rules if r.id in ids):
        covered = _covered(rule, data[rule.id], rules, book)
        if covered is None:
            broken.append(rule)
        else:
            found.append(covered)
        told(rule.id)
    points = [p for one in found for p in one.points]
    if choice.everything:
        points += of_rule_set(book)
    floors = _floors(rules) if choice.everything else {}
    return Coverage(book, tuple(found), tuple(points), tallies(points, floors), tuple(broken))


def _covered(rule: Rule, data: Plain, rules: RuleSet, book: Rulebook) -> Covered | None:
    cases = make_ready(rule, rules.cases_of(rule.id), book)
    if cases is None:
        return None
    tree = branches(rule, data, _known(book))
    found = seen(rule, tree, cases, book.dictionary)
    moved = [m for m in mutants(rule, data, book) if is_limit(m)]
    limits = {t.mutant: t.killed for t in attempts(moved, cases, book)}
    return Covered(rule, tree, found, limits, of_rule(rule, tree, found, limits, book))


def _known(book: Rulebook) -> Known:
    day = _ANY_DAY
    facts = Facts(book.dictionary, {}, book.parameters, book.values, Period(day, day), day)
    return Known(book.dictionary, Speaker(book.dictionary, book.parameters, book.values), facts)


def _floors(rules: RuleSet) -> dict[str, Fraction]:
    return {name: Fraction(v) for name, v in rules.declared.shape.coverage.items()}


def inspection(rules: RuleSet, coverage: Coverage) -> Inspection:
    """Return what is not covered: as notes, and as an error where a floor is not reached."""
    sentences = {
        (one.rule.id, b.at): b.sentence
        for one in coverage.rules
        for t in one.tree
        for b in t.walk()
    }
    gaps = [_gap(p, sentences, rules) for p in coverage.points if not p.covered]
    errors = [*_below(rules, coverage), *_failing(rules, coverage)]
    by_rule: dict[str, list[Diagnostic]] = {}
    for one in (*gaps, *errors):
        by_rule.setdefault(one.subject, []).append(one)
    examined = [
        Examined(rule.item, f"{rule.id} {rule.title}", rules.rule_place(rule.id),
                 tuple(by_rule.get(rule.id, ())))
        for rule in sorted((*(c.rule for c in coverage.rules), *coverage.broken), key=lambda r: r.id)
    ]  # fmt: skip
    return Inspection(
        "coverage", rules.book.version, rules.book.digest, _kinds(),
        tuple(sorted([*gaps, *errors])), tuple(examined), figures(coverage),
    )  # fmt: skip


def _kinds() -> tuple[CheckKind, ...]:
    return tuple(
        CheckKind(id_, title, Gravity.NOTE if id_ == "coverage-gap" else Gravity.ERROR, PAGE)
        for id_, title in sorted(words.kinds().items())
    )


def _gap(point: Point, sentences: Mapping[Any, str], rules: RuleSet) -> Diagnostic:
    said = words.gap(point, sentences.get((point.rule, point.at), ""))
    return Diagnostic(
        _place(point, rules), "coverage-gap", Gravity.NOTE, said, subject=point.rule
    )  # fmt: skip


def _place(point: Point, rules: RuleSet) -> Place:
    if point.kind is Kind.ITEMS:
        return rules.item_place(point.rule)
    if point.kind is Kind.DICTIONARY:
        return rules.column_place(*point.rule.split("."))
    if point.kind is Kind.LIMITS:
        return rules.parameter_place(point.name.lstrip("$").partition(":")[0], "default")
    return rules.rule_place(point.rule, *point.at)


def _below(rules: RuleSet, coverage: Coverage) -> Iterator[Diagnostic]:
    for tally in coverage.tallies:
        if not tally.enough:
            message, advice = words.below(tally)
            place = rules.declared.place("coverage", tally.kind.value)
            yield Diagnostic(place, "coverage-below", Gravity.ERROR, message, advice=advice)
    for name in rules.declared.shape.coverage:
        if name not in [*Kind, FLOOR_NAME]:
            message, advice = words.unknown_kind(name)
            place = rules.declared.place("coverage", name)
            yield Diagnostic(place, "coverage-kind", Gravity.ERROR, message, name, advice=advice)


def _failing(rules: RuleSet, coverage: Coverage) -> Iterator[Diagnostic]:
    message, advice = words.cases_fail()
    for rule in coverage.broken:
        place = rules.rule_place(rule.id)
        yield Diagnostic(
            place, "cases-fail", Gravity.ERROR, message, advice=advice, subject=rule.id
        )  # fmt: skip


def figures(coverage: Coverage) -> dict[str, Any]:
    """Return the numbers: of the whole, and of each chapter."""
    chapter = {i.no: c.no for c in coverage.book.standard.chapters for i in c.items}
    item = {one.rule.id: one.rule.item for one in coverage.rules}
    by_chapter = {
        no: _counted(
            tallies([p for p in coverage.points if chapter.get(item.get(p.rule, p.rule)) == no], {})
        )
        for no in dict.fromkeys(chapter.values())
    }
    return {"kinds": _counted(coverage.tallies), "chapters": by_chapter}


def _counted(tallied: Sequence[Tally]) -> list[dict[str, Any]]:
    return [
        {
            "kind": t.kind.value,
            "total": t.total,
            "covered": t.covered,
            "share": words.share(t.share),
            "floor": "" if t.floor is None else words.share(t.floor),
        }
        for t in tallied
        if t.total
    ]
