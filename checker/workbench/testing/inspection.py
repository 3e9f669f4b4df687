"""`test`: the cases run, what came out otherwise, and what is too weak to mean anything."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from checker.model.problem import NOWHERE, Place
from checker.model.result import Measured, RowRef
from checker.model.rule import Rulebook
from checker.workbench.as_written import as_written, item_points, rule_data
from checker.workbench.cases import PAGE, Case
from checker.workbench.choice import Choice
from checker.workbench.diagnostic import CheckKind, Diagnostic, Examined, Gravity, Inspection
from checker.workbench.rule_set import RuleSet
from checker.workbench.suppressions import suppressed
from checker.workbench.testing import words
from checker.workbench.testing.running import Ran, Told, run_all
from checker.workbench.testing.weakness import Weakness, groups, of_case, of_rule, repeated
from checker.workbench.worth import stated, worths

ROWS: int = 6
"""Most rows of a failing case that are shown."""


def cases_chosen(rules: RuleSet, choice: Choice) -> list[Case]:
    """Return the cases that a choice takes, in the order of their files."""
    known = {rule.id: rule for rule in rules.book.rules}
    return [c for c in rules.cases if choice.has(c, known.get(c.shape.rule))]


def inspect(
    rules: RuleSet,
    choice: Choice,
    *,
    only: Collection[Case] | None = None,
    fail_fast: bool = False,
    told: Told = lambda _: None,
) -> Inspection:
    """Return what came of the cases chosen, judged by the rules as they are written.

    Args:
        only: of those, the cases to run; everything about whole rules is then left out.
        fail_fast: run no case after the first that fails.
        told: is told the name of each case that is done.
    """
    book, chosen = as_written(rules), cases_chosen(rules, choice)
    if only is not None:
        chosen = [case for case in chosen if case in only]
    off = set(rule_data(rules)) - {rule.id for rule in book.rules}
    asked = [case for case in chosen if case.shape.rule not in off]
    rans = list(run_all(asked, book, fail_fast=fail_fast, told=told))
    weak = [w for ran in rans if ran.holds for w in of_case(ran, book.dictionary)]
    weak += repeated(rans, book)
    about: list[Diagnostic] = []
    if only is None and not fail_fast:
        weak += _of_rules(rules, choice)
        about = list(_worth(rules, book, choice))
    return _inspection(rules, chosen, rans, weak, about)


def _of_rules(rules: RuleSet, choice: Choice) -> Iterator[Weakness]:
    cases = groups(rules.cases)
    for rule in choice.chosen(rules):
        yield from of_rule(
            rule, cases.get(rule.id, ()), rules.rule_place(rule.id), rules.book.dictionary
        )


def _worth(rules: RuleSet, book: Rulebook, choice: Choice) -> Iterator[Diagnostic]:
    """Yield what is stated of levels and points otherwise than the rules have it."""
    said = stated(rules)
    found = worths(book.rules, item_points(rules), book.acceptance.decimals)
    for rule in choice.chosen(rules):
        if rule.id in said and said[rule.id].worth != found[rule.id]:
            wanted, got = words.worth(said[rule.id].worth), words.worth(found[rule.id])
            message, advice = words.worth_differs(wanted, got)
            yield Diagnostic(
                said[rule.id].place, "worth-differs", Gravity.ERROR, message, got, wanted, advice,
                rule.id, ((rules.rule_place(rule.id, "level"), words.stands_here()),),
            )  # fmt: skip
    for lost in sorted(set(said) - set(rule_data(rules))) if choice.everything else ():
        message, advice = words.no_such_rule(lost)
        yield Diagnostic(
            said[lost].place, "rule-unknown", Gravity.ERROR, message, lost, "", advice, lost
        )


def _inspection(
    rules: RuleSet,
    chosen: Sequence[Case],
    rans: Sequence[Ran],
    weak: Sequence[Weakness],
    about: Sequence[Diagnostic],
) -> Inspection:
    by_place: dict[Place, list[Diagnostic]] = {}
    for one in weak:
        by_place.setdefault(one.place, []).append(_of_weakness(one))
    for ran in rans:
        by_place.setdefault(ran.case.place, []).extend(_of_ran(ran, rules))
    everything = [*about, *(d for found in by_place.values() for d in found)]
    diagnostics, _ = suppressed(sorted(everything), rules.declared)
    final = {(d.place, d.check, d.message): d for d in diagnostics}
    ran_at = {ran.case.place for ran in rans}
    examined = [
        Examined(
            case.shape.rule, case.shape.name, case.place,
            tuple(final[(d.place, d.check, d.message)] for d in by_place.get(case.place, ())),
            "" if case.place in ran_at else words.not_run(),
        )
        for case in chosen
    ]  # fmt: skip
    return Inspection(
        "test", rules.book.version, rules.book.digest, _kinds(), diagnostics, tuple(examined),
        _figures(rules, rans, weak, len(chosen)),
    )  # fmt: skip


def _kinds() -> tuple[CheckKind, ...]:
    return tuple(
        CheckKind(id_, title, Gravity.ERROR, PAGE) for id_, title in sorted(words.kinds().items())
    )


def _of_weakness(weakness: Weakness) -> Diagnostic:
    message, advice = weakness.said
    return Diagnostic(
        weakness.place, weakness.check, Gravity.ERROR, message, advice=advice,
        subject=weakness.rule, related=tuple((p, words.first_one()) for p in weakness.others),
    )  # fmt: skip


def _of_ran(ran: Ran, rules: RuleSet) -> Iterator[Diagnostic]:
    shape = ran.case.shape
    if ran.rule is None:
        message, advice = words.no_such_rule(shape.rule)
        yield Diagnostic(
            ran.case.place, "rule-unknown", Gravity.ERROR, message, shape.rule, "", advice,
            shape.rule,
        )  # fmt: skip
    for problem in ran.problems:
        yield Diagnostic(
            problem.place, "case-unreadable", Gravity.ERROR,
            words.unreadable(shape.name, problem.message), problem.found, problem.wanted,
            problem.advice, shape.rule,
        )  # fmt: skip
    if ran.faults and ran.assessed is not None:
        leaves = ran.assessed.measured
        yield Diagnostic(
            ran.case.place, "case-differs", Gravity.ERROR, words.differs(shape.name, ran.faults),
            advice=words.which_is_wrong(), subject=shape.rule,
            related=tuple(_evidence(ran, leaves, rules)),
        )  # fmt: skip


def _evidence(ran: Ran, leaves: Sequence[Measured], rules: RuleSet) -> Iterator[tuple[Place, str]]:
    """Yield what shows whether the rule or the case is wrong: what was asked, found, by whom."""
    assert ran.rule is not None
    asked = rules.rule_place(ran.rule.id, "check")
    for number, leaf in enumerate(leaves, 1):
        yield asked, words.leaf(number, len(leaves), leaf)
    if ran.assessed is not None and ran.assessed.explanation:
        yield asked, ran.assessed.explanation
    rows = [row for leaf in leaves for row in leaf.offending]
    for row in rows[:ROWS]:
        yield _row_place(row, ran.case), words.row(row)
    if len(rows) > ROWS:
        yield ran.case.place, words.more_rows(len(rows) - ROWS)


def _row_place(row: RowRef, case: Case) -> Place:
    return row.place if row.place != NOWHERE and row.place.line else case.place


def _figures(
    rules: RuleSet, rans: Sequence[Ran], weak: Sequence[Weakness], chosen: int
) -> dict[str, Any]:
    counts: Mapping[str, int] = {
        o: sum(r.case.shape.expect.outcome == o for r in rans)
        for o in ("passed", "failed", "inapplicable", "cantTell")
    }
    return {
        "cases": chosen,
        "run": len(rans),
        "held": sum(r.holds for r in rans),
        "weak": len({w.place for w in weak}),
        "rules": len({r.case.shape.rule for r in rans}),
        "rules_in_all": len(rules.book.rules),
        "outcomes": counts,
    }
