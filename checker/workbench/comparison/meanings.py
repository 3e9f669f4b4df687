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
from checker.workbench.comparison.meaning import Ask, Flip, Meaning, Relation, compared, flip
from checker.workbench.comparison.resolving import resolved
from checker.workbench.comparison.traits import Version, sentence

Asking = Callable[[tuple[Rule, Rulebook], tuple[Rule, Rulebook]], Ask]
"""Makes what answers for one rule; checker.workbench.comparison.proving.asking."""


def meanings(
    old: Version, new: Version, found: Sequence[Change], asking: Asking | None
) -> Iterator[Meaning]:
    """Yield, in the order of their ids, the rules of both versions that are not plainly the same.

    Args:
        found: the changes between the versions.
        asking: None where no solver is installed; then only the cases speak.
    """
    before = {rule.id: rule for rule in old.book.rules}
    renamed = {now: was for was, now in renames(found).items()}
    touched = {
        rule
        for change in found
        if change.effect in (Effect.MEANING, Effect.INPUT)
        or change.subject in (Subject.TABLE, Subject.COLUMN)
        for rule in change.rules
    }
    for rule in new.book.rules:
        was = before.get(renamed.get(rule.id, rule.id))
        if was and touched & {rule.id, was.id}:
            told = _compared((was, old), (rule, new), asking)
            if told:
                yield told


def _compared(
    was: tuple[Rule, Version], now: tuple[Rule, Version], asking: Asking | None
) -> Meaning | None:
    (before, old), (rule, new) = was, now
    pair = (before, old.book), (rule, new.book)
    sentences = sentence(before, old), sentence(rule, new)
    alike = resolved(*pair[0]) == resolved(*pair[1])
    if alike and same_reading(*pair):
        rewritten = before.check != rule.check or before.applies_when != rule.applies_when
        if not rewritten:
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
    cases = {
        case.shape.name: case
        for side, of in ((old, before.id), (new, rule.id))
        for case in side.rules.cases_of(of)
    }
    for name, case in cases.items():
        data = case_data(case)
        if data:
            turned = flip(data, (before, old.book), (rule, new.book), name)
            if turned:
                yield turned


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
