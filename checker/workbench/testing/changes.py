"""Which cases a change of the files touches."""

from checker.language import mentions
from checker.model.rule import Rule, Rulebook
from checker.workbench.as_written import as_written
from checker.workbench.cases import Case
from checker.workbench.rule_set import RuleSet


def touched(before: RuleSet, after: RuleSet) -> tuple[Case, ...]:
    """Return the cases whose answer may be another: new ones, changed ones, those of such rules.

    What a rule says is its check, its condition and the parameters it names; whatever changes in
    the dictionary touches every case.
    """
    old, new = as_written(before), as_written(after)
    if old.dictionary != new.dictionary:
        return after.cases
    rules = {r.id for r in new.rules if _said(r, new) != _said_of(r.id, old)}
    by_name = {(c.shape.rule, c.shape.name): (c.shape, c.given) for c in before.cases}
    return tuple(
        case
        for case in after.cases
        if case.shape.rule in rules
        or by_name.get((case.shape.rule, case.shape.name)) != (case.shape, case.given)
    )


def _said_of(rule: str, book: Rulebook) -> object:
    return next((_said(r, book) for r in book.rules if r.id == rule), None)


def _said(rule: Rule, book: Rulebook) -> object:
    named = sorted(set(mentions.parameters((rule.applies_when, rule.check))))
    return rule.check, rule.applies_when, [(book.values[n], book.parameters[n].unit) for n in named]
