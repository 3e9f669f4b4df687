"""Grading of findings that are not in order: 严重不符合, 一般不符合, 观察项; and vetoes."""

from collections.abc import Iterable, Sequence

from checker.assessment.findings import Assessed
from checker.model.frozen import dataclass
from checker.model.outcome import Level, Outcome, Possible, Severity
from checker.model.rule import Acceptance


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there certainly are, and how many there may be once all is known."""

    certain: int
    possible: int


def severity(one: Assessed, item: Sequence[Assessed], scheme: Acceptance) -> Severity | None:
    """Return the grade of a failed finding; None when it did not fail, or only records (可).

    Args:
        item: every finding of the same item.
    """
    if one.outcome is not Outcome.FAILED or one.rule.level is Level.PERMISSION:
        return None
    if one.rule.level is not Level.REQUIREMENT or not one.rule.scored:
        return Severity.OBSERVATION
    major = (
        one.rule.severity is Severity.MAJOR
        or vetoed(one, scheme)
        or _systemic(one, scheme, certain=True)
        or _whole_item(item, scheme, may=False)
    )
    return Severity.MAJOR if major else Severity.MINOR


def vetoed(one: Assessed, scheme: Acceptance) -> bool:
    """Tell whether a finding is an active veto."""
    return one.outcome is Outcome.FAILED and _can_veto(one, scheme)


def _can_veto(one: Assessed, scheme: Acceptance) -> bool:
    return one.rule.scored and one.rule.id in scheme.enabled_vetoes


def tally_vetoes(findings: Iterable[Assessed], scheme: Acceptance) -> Tally:
    """Return the number of active vetoes."""
    own = [f for f in findings if _can_veto(f, scheme)]
    return Tally(sum(f.outcome is Outcome.FAILED for f in own), sum(f.may_fail for f in own))


def tally_major(groups: Iterable[Sequence[Assessed]], scheme: Acceptance) -> Tally:
    """Return the number of major nonconformities, item by item."""
    certain = possible = 0
    for item in groups:
        for one in item:
            certain += severity(one, item, scheme) is Severity.MAJOR
            possible += _may_be_major(one, item, scheme)
    return Tally(certain, possible)


def _may_be_major(one: Assessed, item: Sequence[Assessed], scheme: Acceptance) -> bool:
    if not one.rule.scored or one.rule.level is not Level.REQUIREMENT or not one.may_fail:
        return False
    return (
        one.rule.severity is Severity.MAJOR
        or one.rule.id in scheme.enabled_vetoes
        or _systemic(one, scheme, certain=False)
        or _whole_item(item, scheme, may=True)
    )


def _systemic(one: Assessed, scheme: Acceptance, *, certain: bool) -> bool:
    """Tell whether the same failure shows in so many rows of a table the scheme names."""
    if not scheme.systemic_rows:
        return False
    for shown in one.measured:
        if shown.table not in scheme.systemic_tables:
            continue
        open_table = any(not m.column for m in shown.missing)
        rows = shown.offending_count if certain else len(shown.offending)
        counts = Possible.MET not in shown.possible or not certain
        if counts and (rows >= scheme.systemic_rows or (open_table and not certain)):
            return True
    return False


def _whole_item(item: Sequence[Assessed], scheme: Acceptance, *, may: bool) -> bool:
    """Tell whether every 应 rule of an item that applies has failed (or all may come to that).

    One that may turn out not to apply stands in the way of nothing that may be.
    """
    asked = [
        f
        for f in item
        if f.rule.scored
        and f.rule.level is Level.REQUIREMENT
        and f.outcome is not Outcome.INAPPLICABLE
    ]
    failed = [f for f in asked if (f.may_fail if may else f.outcome is Outcome.FAILED)]
    others_fall_away = all(may and Possible.EMPTY in f.counted for f in asked if f not in failed)
    return len(failed) >= scheme.whole_item_from and others_fall_away
