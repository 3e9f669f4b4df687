"""Cases that say too little, and rules that their cases leave open on a side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from checker.language import mentions
from checker.model.dictionary import Dictionary
from checker.model.frozen import dataclass
from checker.model.outcome import Outcome
from checker.model.problem import Place
from checker.model.rule import Rule, Rulebook
from checker.workbench.cases import Case
from checker.workbench.emptiness import may_be_empty
from checker.workbench.testing import words
from checker.workbench.testing.running import Ran


@dataclass(frozen=True, slots=True)
class Weakness:
    """What is weak about a case or a rule.

    Attributes:
        check: id of the check that says so.
        rule: id of the rule.
        place: where the case or the rule stands.
        said: what is wrong, and what to do.
        others: places of the cases that it repeats.
    """

    check: str
    rule: str
    place: Place
    said: tuple[str, str]
    others: tuple[Place, ...] = ()


def of_case(ran: Ran, dictionary: Dictionary) -> Iterator[Weakness]:
    """Yield what a case that holds leaves unsaid: it would hold for other reasons too."""
    if ran.assessed is None or ran.rule is None:
        return
    expect, lacks = ran.case.shape.expect, ""
    if expect.outcome in (Outcome.PASSED, Outcome.FAILED):
        valued = any(leaf.value is not None for leaf in ran.assessed.measured)
        if valued and expect.measured is None and expect.offending is None:
            lacks = "measured"
    elif expect.reason is None and (
        expect.outcome is Outcome.CANT_TELL or _two_reasons(ran.rule, dictionary)
    ):
        lacks = "reason"
    if lacks:
        yield _weakness("case-says-little", ran.case, words.says_little(lacks))


def _two_reasons(rule: Rule, dictionary: Dictionary) -> bool:
    return rule.applies_when is not None and may_be_empty(rule.check, dictionary)


def outcomes_of(rule: Rule, dictionary: Dictionary) -> tuple[Outcome, ...]:
    """Return the outcomes that a rule can have."""
    found = [Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL]
    if rule.applies_when is not None or may_be_empty(rule.check, dictionary):
        found.append(Outcome.INAPPLICABLE)
    return tuple(found)


def of_rule(
    rule: Rule, cases: Sequence[Case], place: Place, dictionary: Dictionary
) -> Iterator[Weakness]:
    """Yield the outcomes that no case of a rule expects."""
    if not cases:
        yield Weakness("rule-without-cases", rule.id, place, words.without_cases())
        return
    seen = {case.shape.expect.outcome for case in cases}
    for outcome in outcomes_of(rule, dictionary):
        if outcome not in seen:
            check = "rule-untripped" if outcome is Outcome.FAILED else "rule-one-sided"
            yield Weakness(check, rule.id, place, words.one_sided(outcome))


def repeated(rans: Iterable[Ran], book: Rulebook) -> Iterator[Weakness]:
    """Yield cases that show a rule the same as an earlier one, and names given twice.

    The same: equal rows in every table that the rule reads, equal dates, equal parameters. What
    else a submission holds the rule never sees, so it must come out the same whatever it says.
    """
    seen: defaultdict[Any, list[Case]] = defaultdict(list)
    named: defaultdict[tuple[str, str], list[Case]] = defaultdict(list)
    for ran in rans:
        if ran.rule is None or ran.prepared is None:
            continue
        seen[_visible(ran.rule, ran, book)].append(ran.case)
        named[(ran.rule.id, ran.case.shape.name)].append(ran.case)
    for first, *others in seen.values():
        for case in others:
            said = words.repeated(first.shape.name)
            yield _weakness("case-repeated", case, said, (first.place,))
    for first, *others in named.values():
        for case in others:
            yield _weakness("case-name-twice", case, words.name_twice(), (first.place,))


def _visible(rule: Rule, ran: Ran, book: Rulebook) -> tuple[Any, ...]:
    """Return what a rule can see of a case, as a value that can be compared."""
    assert ran.prepared is not None
    submission, values = ran.prepared.submission, ran.prepared.values
    tables = mentions.tables(rule.check, book.dictionary)
    if rule.applies_when is not None:
        tables = {*tables, book.dictionary.subject}
    rows = []
    for name in sorted(tables):
        data = submission.tables[name]
        columns = tuple(sorted(data.columns.items()))
        rows.append((name, data.size, data.ids, data.closed, data.submitted, columns))
    named = sorted(set(mentions.parameters((rule.applies_when, rule.check))))
    return (
        rule.id, submission.period, submission.assessed_on, tuple(rows),
        tuple((name, values[name]) for name in named),
    )  # fmt: skip


def _weakness(
    check: str, case: Case, said: tuple[str, str], others: tuple[Place, ...] = ()
) -> Weakness:
    return Weakness(check, case.shape.rule, case.place, said, others)


def groups(cases: Iterable[Case]) -> Mapping[str, tuple[Case, ...]]:
    """Return the cases of each rule, by id."""
    found: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases:
        found[case.shape.rule].append(case)
    return {rule: tuple(of) for rule, of in found.items()}
