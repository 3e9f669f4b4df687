"""Every rule that reads otherwise in the new version, compared in meaning."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from checker.model.problem import Rejected
from checker.model.rule import Rule, Rulebook
from checker.workbench.case_files import expanded
from checker.workbench.cases import Case
from checker.workbench.comparison.change import Change, Effect, Subject
from checker.workbench.comparison.common import obstacle, same_reading
from checker.workbench.comparison.compare import renames
from checker.workbench.comparison.meaning import Ask, Flip, Meaning, Relation, Turn, compared, flip
from checker.workbench.comparison.resolving import resolved
from checker.workbench.comparison.shrinking import shrunk
from checker.workbench.comparison.traits import Version, sentence

Asking = Callable[[tuple[Rule, Rulebook], tuple[Rule, Rulebook]], Ask]
"""Makes what answers for one rule; checker.workbench.comparison.proving.asking."""


def to_compare(
    old: Version, new: Version, found: Sequence[Change]
) -> tuple[tuple[Rule, Rule], ...]:
    """Return the rules that may mean something else, old and new, in the order of their ids."""
    before = {rule.id: rule for rule in old.book.rules}
    renamed = {now: was for was, now in renames(found).items()}
    touched = {
        rule
        for change in found
        if change.effect in (Effect.MEANING, Effect.INPUT)
        or change.subject in (Subject.TABLE, Subject.COLUMN)
        for rule in change.rules
    }
    pairs = ((before.get(renamed.get(rule.id, rule.id)), rule) for rule in new.book.rules)
    return tuple((was, now) for was, now in pairs if was and touched & {was.id, now.id})


def meaning(
    before: Rule, rule: Rule, old: Version, new: Version, asking: Asking | None
) -> Meaning | None:
    """Return how a rule stands to its old version; None if it is plainly the same.

    Args:
        asking: None where no solver is installed; then only the cases speak.
    """
    pair = (before, old.book), (rule, new.book)
    sentences = sentence(before, old), sentence(rule, new)
    if resolved(*pair[0]) == resolved(*pair[1]) and same_reading(*pair):
        if (before.check, before.applies_when) == (rule.check, rule.applies_when):
            return None
        return Meaning(rule.id, before.id, rule.title, Relation.EQUAL, (), (), "", *sentences)
    blocked = obstacle(*pair)
    if blocked:
        return Meaning(
            rule.id, before.id, rule.title, Relation.INCOMPARABLE, (), (), blocked, *sentences
        )
    known = _from_cases(before, rule, old, new)
    ask = asking(*pair) if asking else None
    return compared(rule.id, before.id, rule.title, sentences, known, ask)


def _from_cases(before: Rule, rule: Rule, old: Version, new: Version) -> Iterator[Flip]:
    """Yield the smallest witness of each turn that the cases hold, cut down to what it needs."""
    cases = {
        case.shape.name: case
        for side, of in ((old, before.id), (new, rule.id))
        for case in side.rules.cases_of(of)
    }
    pair = (before, old.book), (rule, new.book)
    shown: dict[Turn, Flip] = {}
    for name, case in cases.items():
        data = case_data(case)
        turned = flip(data, *pair, name) if data else None
        if turned and (turned.turn not in shown or turned.rows < shown[turned.turn].rows):
            shown[turned.turn] = turned
    for one in shown.values():
        yield shrunk(one, *pair)


def case_data(case: Case) -> Mapping[str, Any] | None:
    """Return a case as submission.yaml would hold it; None if its rows are written wrongly."""
    period = case.shape.period or case.given.period
    try:
        tables = expanded(case.shape.tables)
    except (ValueError, Rejected):
        return None
    return {
        "form": 1,
        "kind": "self",
        "synthetic": True,
        "period": {"from": period.start, "to": period.end},
        "assessed_on": case.shape.assessed_on or case.given.assessed_on,
        "tables": {name: _with_ids(content) for name, content in tables.items()},
    }


def _with_ids(content: Any) -> Any:
    """Return a table whose rows all have keys: what stands in a case may do without."""
    if isinstance(content, list):
        return [
            row if not isinstance(row, dict) or "id" in row else {"id": f"#{n}", **row}
            for n, row in enumerate(content, 1)
        ]
    if isinstance(content, dict) and isinstance(content.get("rows"), list):
        return {**content, "rows": _with_ids(content["rows"])}
    return content
