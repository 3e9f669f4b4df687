"""`mutate`: what became of every mutant, and whether every survivor has its reason."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from checker.model.frozen import dataclass
from checker.model.numerals import percent
from checker.model.problem import Place
from checker.model.rule import Rule, Rulebook
from checker.workbench.as_written import as_written, item_points, rule_data
from checker.workbench.cases import PAGE, Case
from checker.workbench.choice import Choice
from checker.workbench.declarations import SurvivorShape
from checker.workbench.diagnostic import CheckKind, Diagnostic, Examined, Gravity, Inspection
from checker.workbench.mutation import words
from checker.workbench.mutation.change import OPERATORS
from checker.workbench.mutation.envelope import envelope_mutants, envelope_trial
from checker.workbench.mutation.kept import Kept
from checker.workbench.mutation.mutants import Mutant, mutants, sentence
from checker.workbench.mutation.running import Task, Told, tried
from checker.workbench.mutation.trial import Tried
from checker.workbench.rule_set import RuleSet
from checker.workbench.suppressions import suppressed
from checker.workbench.worth import stated

FLOOR: Final = Fraction(95, 100)
"""The least share of mutants that the cases must notice; workbench.yaml may ask for more."""

FLOOR_NAME: Final = "mutation"


@dataclass(frozen=True, slots=True)
class Fate:
    """One mutant and what became of it."""

    rule: Rule
    mutant: Mutant
    tried: Tried

    @property
    def killed(self) -> bool:
        """Tell whether something came out otherwise."""
        return self.tried.killed


def inspect(
    rules: RuleSet, choice: Choice, *, jobs: int, kept: Kept | None, told: Told = lambda _: None
) -> Inspection:
    """Return what became of the mutants of the rules chosen.

    Args:
        jobs: processes to use.
        kept: what earlier runs found.
        told: is told the id of each rule that is done.
    """
    book = as_written(rules)
    data = rule_data(rules)
    chosen = [rule for rule in book.rules if rule.id in {r.id for r in choice.chosen(rules)}]
    tasks = [Task(rule, data[rule.id], rules.cases_of(rule.id)) for rule in chosen]
    results = tried(tasks, book, jobs=jobs, kept=kept, told=told)
    broken = [t.rule for t in tasks if not results[t.rule.id].holds]
    fates = [
        fate
        for task in tasks
        if results[task.rule.id].holds
        for fate in _fates(task, results[task.rule.id].tried, book, rules)
    ]
    blind = [task.cases[i] for task in tasks for i in results[task.rule.id].blind]
    return _inspection(rules, book, choice, fates, broken, blind)


def _fates(task: Task, results: Sequence[Tried], book: Rulebook, rules: RuleSet) -> Iterator[Fate]:
    rule = task.rule
    siblings = [r for r in book.rules if r.item == rule.item]
    frame = envelope_mutants(rule, siblings)
    by_frame = envelope_trial(
        frame, siblings, item_points(rules), book.acceptance.decimals, stated(rules)
    )
    made = (*frame, *mutants(rule, task.data, book))
    for mutant, result in zip(made, (*by_frame, *results), strict=True):
        yield Fate(rule, mutant, result)


def _inspection(
    rules: RuleSet,
    book: Rulebook,
    choice: Choice,
    fates: Sequence[Fate],
    broken: Sequence[Rule],
    blind: Sequence[Case],
) -> Inspection:
    declared = {(s.rule, s.mutant): i for i, s in enumerate(rules.declared.shape.survivors)}
    examined = [_examined(fate, book, rules, declared) for fate in fates]
    examined += [_not_tried(rule, rules) for rule in broken]
    diagnostics = [d for one in examined for d in one.diagnostics]
    diagnostics += suppressed(map(_blind, blind), rules.declared)[0]
    asked = {fate.rule.id for fate in fates}
    diagnostics += _idle(rules, {(f.rule.id, f.mutant.id): f.killed for f in fates}, asked, choice)
    if choice.everything:
        diagnostics += _below(rules, fates)
    return Inspection(
        "mutate", book.version, book.digest, _kinds(), tuple(sorted(diagnostics)),
        tuple(examined), _figures(book, fates, declared),
    )  # fmt: skip


def _kinds() -> tuple[CheckKind, ...]:
    titles = words.kinds()
    return tuple(CheckKind(id_, titles[id_], Gravity.ERROR, PAGE) for id_ in sorted(titles))


def _examined(
    fate: Fate, book: Rulebook, rules: RuleSet, declared: Mapping[tuple[str, str], int]
) -> Examined:
    mutant = fate.mutant
    said = _sentence(fate, book)
    place = mutant_place(mutant, rules)
    found: tuple[Diagnostic, ...] = ()
    index = declared.get((mutant.rule, mutant.id))
    if not fate.killed:
        reason = rules.declared.shape.survivors[index].reason if index is not None else ""
        message, advice = words.survived(said)
        found = (
            Diagnostic(
                place, "mutant-survived", Gravity.ERROR, message, mutant.id, advice=advice,
                subject=mutant.rule, ignored=reason,
            ),
        )  # fmt: skip
    return Examined(mutant.rule, f"{mutant.id}  {said}", place, found)


def _sentence(fate: Fate, book: Rulebook) -> str:
    if fate.mutant.operator == "level":
        return words.level(fate.rule.level, fate.mutant.changed.level)
    if fate.mutant.operator == "weight":
        return words.weight(fate.rule.weight, fate.mutant.changed.weight)
    return sentence(fate.mutant, fate.rule, book)


def mutant_place(mutant: Mutant, rules: RuleSet) -> Place:
    """Return where a mutant changes a rule file."""
    if mutant.parameter:
        return rules.parameter_place(mutant.parameter, "default")
    return rules.rule_place(mutant.rule, *mutant.at)


def _blind(case: Case) -> Diagnostic:
    message, advice = words.blind(case.shape.name)
    return Diagnostic(
        case.place, "case-blind", Gravity.ERROR, message, advice=advice, subject=case.shape.rule
    )


def _not_tried(rule: Rule, rules: RuleSet) -> Examined:
    place = rules.rule_place(rule.id)
    message, advice = words.cases_fail()
    found = Diagnostic(
        place, "cases-fail", Gravity.ERROR, message, advice=advice, subject=rule.id
    )  # fmt: skip
    return Examined(rule.id, rule.title, place, (found,))


def _idle(
    rules: RuleSet, killed: Mapping[tuple[str, str], bool], asked: set[str], choice: Choice
) -> Iterator[Diagnostic]:
    """Yield declared survivors that are none."""
    known = {rule.id for rule in rules.book.rules}
    for i, survivor in enumerate(rules.declared.shape.survivors):
        if survivor.rule in asked or (choice.everything and survivor.rule not in known):
            fate = killed.get((survivor.rule, survivor.mutant))
            if fate is not False:
                check = "survivor-unknown" if fate is None else "survivor-killed"
                yield _idle_one(check, survivor, rules.declared.place("survivors", i))


def _idle_one(check: str, survivor: SurvivorShape, place: Place) -> Diagnostic:
    message, advice = words.idle(check)
    return Diagnostic(
        place, check, Gravity.ERROR, message, survivor.mutant, advice=advice, subject=survivor.rule
    )


def _below(rules: RuleSet, fates: Sequence[Fate]) -> Iterator[Diagnostic]:
    wanted = max(FLOOR, Fraction(rules.declared.shape.coverage.get(FLOOR_NAME, FLOOR)))
    share = _share(fates)
    if share < wanted:
        message = words.below(share, wanted)
        place = rules.declared.place("coverage", FLOOR_NAME)
        yield Diagnostic(place, "mutation-score", Gravity.ERROR, message)


def _share(fates: Sequence[Fate]) -> Fraction:
    return Fraction(sum(f.killed for f in fates), len(fates)) if fates else Fraction(1)


def _figures(
    book: Rulebook, fates: Sequence[Fate], declared: Mapping[tuple[str, str], int]
) -> dict[str, Any]:
    chapter = {i.no: c.no for c in book.standard.chapters for i in c.items}
    title = {c.no: c.title for c in book.standard.chapters}
    by_chapter = {
        no: {"title": title[no], **_counted([f for f in fates if chapter[f.rule.item] == no])}
        for no in dict.fromkeys(chapter[f.rule.item] for f in fates)
    }
    numbers = Counter(f.mutant.operator for f in fates)
    return {
        **_counted(fates),
        "declared": sum((f.rule.id, f.mutant.id) in declared and not f.killed for f in fates),
        "by_outcome": sum(f.tried.by_outcome for f in fates),
        "chapters": by_chapter,
        "operators": {
            o: _counted([f for f in fates if f.mutant.operator == o])
            for o in OPERATORS
            if numbers[o]
        },
        "rules": {
            r: _counted([f for f in fates if f.rule.id == r])
            for r in dict.fromkeys(f.rule.id for f in fates)
        },
    }


def _counted(fates: Sequence[Fate]) -> dict[str, Any]:
    return {
        "mutants": len(fates),
        "killed": sum(f.killed for f in fates),
        "score": percent(_share(fates), 2),
    }
