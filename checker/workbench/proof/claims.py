"""Claims about rules: each can pass and fail, and no two say the same or contradict each other."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from checker.model.frozen import dataclass
from checker.model.rule import Rule
from checker.workbench.diagnostic import Diagnostic, Examined
from checker.workbench.proof import words
from checker.workbench.proof.kinds import gravity
from checker.workbench.proof.questions import FAILS, PASSES, Answer, Answers, Outcomes, Verdict
from checker.workbench.rule_set import RuleSet

Told = Callable[[str], None]
"""Called after every step."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """What was found out about the rules.

    Attributes:
        answers: every answer with a witness, by the name of a file that may hold it.
        figures: how many questions there were and what came of them, as plain data.
    """

    diagnostics: tuple[Diagnostic, ...]
    examined: tuple[Examined, ...]
    answers: Mapping[str, Answer]
    figures: Mapping[str, int]


def rule_claims(rule_set: RuleSet, oracle: Answers, about: Iterable[str], told: Told) -> Proofs:
    """Examine rules one by one and in pairs.

    Args:
        about: ids of the rules that matter; a pair matters if one of the two does.
        told: called after every step.
    """
    return _Claims(rule_set, oracle, frozenset(about), told).proofs()


def steps(oracle: Answers, rule_set: RuleSet, about: frozenset[str]) -> list[tuple[str, ...]]:
    """Return the rules, then the pairs of rules, that are to be examined.

    Two rules that read no table in common cannot touch each other; the row about the subject is
    common to all and asked of only where they read nothing else.
    """
    rules, subject = [r.id for r in rule_set.book.rules], rule_set.book.dictionary.subject
    found: list[tuple[str, ...]] = [(rule,) for rule in rules if rule in about]
    for one, other in combinations(rules, 2):
        common = oracle.tables(one) & oracle.tables(other)
        alone = common == oracle.tables(one) == oracle.tables(other)
        if (common - {subject} or (common and alone)) and about & {one, other}:
            found.append((one, other))
    return found


class _Claims:
    def __init__(
        self, rule_set: RuleSet, oracle: Answers, about: frozenset[str], told: Told
    ) -> None:
        self.rule_set = rule_set
        self.oracle = oracle
        self.rules = {r.id: r for r in rule_set.book.rules}
        self.told = told
        self.steps = steps(oracle, rule_set, about)
        self.examined: list[Examined] = []
        self.answers: dict[str, Answer] = {}
        self.asked: Counter[str] = Counter()
        self.unsound: set[str] = set()
        self.declared = {
            frozenset((r.rule, r.other)): i for i, r in enumerate(rule_set.declared.shape.relations)
        }

    def proofs(self) -> Proofs:
        for step in self.steps:
            if len(step) == 1:
                self._alone(step[0])
            else:
                self._together(*step)
            self.told(step[0])
        self._strange_declarations()
        diagnostics = sorted({d for e in self.examined for d in e.diagnostics})
        figures = {
            "rules": sum(len(s) == 1 for s in self.steps),
            "pairs": sum(len(s) == 2 for s in self.steps),
            **{name: self.asked[name] for name in sorted(v.value for v in Verdict)},
        }
        return Proofs(tuple(diagnostics), tuple(self.examined), self.answers, figures)

    # --- one rule ---

    def _alone(self, rule: str) -> None:
        passes, fails = self._ask("passes", {rule: PASSES}), self._ask("fails", {rule: FAILS})
        if self._answered(passes) and self._answered(fails):
            if passes.reached and fails.reached:
                found: list[Diagnostic] = []
            elif not passes.reached and not fails.reached:
                found = [self._diagnostic("prove-never-applies", passes, rule)]
            else:
                check = "prove-never-fails" if passes.reached else "prove-never-passes"
                found = [self._diagnostic(check, fails if passes.reached else passes, rule)]
        else:
            wrong = passes if not self._answered(passes) else fails
            found = [self._unanswered(wrong, rule)]
        if found:
            self.unsound.add(rule)
        self._note(rule, words.examined("passes"), found, "prove-never-passes")
        self._note(rule, words.examined("fails"), found, "prove-never-fails")
        self._note(rule, words.examined("applies"), found, "")

    def _note(self, rule: str, name: str, found: list[Diagnostic], check: str) -> None:
        others = {"prove-never-passes", "prove-never-fails"}
        mine = tuple(d for d in found if (d.check == check if check else d.check not in others))
        self.examined.append(Examined(rule, name, self.rule_set.rule_place(rule), mine))

    # --- two rules ---

    def _together(self, one: str, other: str) -> None:
        if self.unsound & {one, other}:
            return  # what never passes, or never fails, says nothing of others
        found = self._relations(one, other)
        declared = self.declared.get(frozenset((one, other)))
        if declared is not None:
            found = self._against(declared, found)
        name = words.examined("pair", other)
        place = self.rule_set.rule_place(one)
        self.examined.append(Examined(one, name, place, tuple(found)))

    def _relations(self, one: str, other: str) -> list[Diagnostic]:
        both = self._ask("both", {one: PASSES, other: PASSES})
        if not self._answered(both):
            return [self._unanswered(both, one, other)]
        if not both.reached:
            rules = [self.rules[one], self.rules[other]]
            veto = next((r for r in rules if r.veto_candidate), None)
            if veto is None:
                return [self._diagnostic("prove-contradiction", both, one, other)]
            rest = other if veto.id == one else one
            return [self._diagnostic("prove-veto-contradiction", both, veto.id, rest)]
        first = self._ask("first", {one: PASSES, other: FAILS})
        second = self._ask("second", {one: FAILS, other: PASSES})
        for answer in (first, second):
            if not self._answered(answer):
                return [self._unanswered(answer, one, other)]
        if not first.reached and not second.reached:
            return [self._diagnostic("prove-duplicate", first, one, other)]
        if not first.reached:
            return [self._diagnostic("prove-implied", first, one, other)]
        if not second.reached:
            return [self._diagnostic("prove-implied", second, other, one)]
        return []

    # --- declarations ---

    def _against(self, index: int, found: list[Diagnostic]) -> list[Diagnostic]:
        """Return what is left once a declared relation is taken into account."""
        shape = self.rule_set.declared.shape.relations[index]
        means = {
            "implies": "prove-implied",
            "excludes": "prove-contradiction",
            "same": "prove-duplicate",
        }
        kept, holds = [], False
        for one in found:
            same_way = shape.relation != "implies" or one.subject == shape.other
            if one.check == means[shape.relation] and same_way:
                holds = True
            else:
                kept.append(one)
        open_ = any(d.check in ("prove-unconfirmed", "prove-undecided") for d in found)
        if not holds and not open_:
            check = "prove-relation-declared-wrongly"
            place = self.rule_set.declared.place("relations", index)
            said = words.declared_wrongly(shape.rule, shape.relation, shape.other)
            kept.append(
                Diagnostic(
                    place, check, gravity(check), said,
                    advice=words.advice(check), subject=shape.rule,
                )
            )  # fmt: skip
        return kept

    def _strange_declarations(self) -> None:
        """Note declarations about rules that are not there, or that nothing can connect."""
        check = "prove-relation-declared-wrongly"
        all_rules = frozenset(self.rules)
        pairs = {frozenset(s) for s in steps(self.oracle, self.rule_set, all_rules)}
        for index, shape in enumerate(self.rule_set.declared.shape.relations):
            place = self.rule_set.declared.place("relations", index)
            strange = [r for r in (shape.rule, shape.other) if r not in self.rules]
            said = [words.unknown_rule(r) for r in strange]
            if not strange and frozenset((shape.rule, shape.other)) not in pairs:
                said = [words.declared_wrongly(shape.rule, shape.relation, shape.other)]
            found = tuple(
                Diagnostic(place, check, gravity(check), text, advice=words.advice(check))
                for text in said
            )
            if found:
                name = words.examined("declared", shape.other)
                self.examined.append(Examined(shape.rule, name, place, found))

    # --- asking and telling ---

    def _ask(self, what: str, wanted: Mapping[str, Outcomes]) -> Answer:
        answer = self.oracle.ask(wanted)
        self.asked[answer.verdict.value] += 1
        if answer.witness is not None:
            self.answers["-".join([*wanted, what])] = answer
        return answer

    def _answered(self, answer: Answer) -> bool:
        return answer.verdict in (Verdict.REACHED, Verdict.IMPOSSIBLE)

    def _unanswered(self, answer: Answer, one: str, other: str = "") -> Diagnostic:
        unconfirmed = answer.verdict is Verdict.UNCONFIRMED
        check = "prove-unconfirmed" if unconfirmed else "prove-undecided"
        return self._diagnostic(check, answer, one, other, answer.fault)

    def _diagnostic(
        self, check: str, answer: Answer, one: str, other: str = "", found: str = ""
    ) -> Diagnostic:
        """Return what is wrong; its subject is the rule that could be spared."""
        subject = other if check == "prove-implied" else one
        second = one if subject == other else other
        related = ((self.rule_set.rule_place(second), self._named(second)),) if second else ()
        names = [self._named(r) if r else "" for r in (one, other)]
        return Diagnostic(
            self.rule_set.rule_place(subject), check, gravity(check), words.claim(check, *names),
            found=found or words.more_kinds(answer.kinds), advice=words.advice(check),
            subject=subject, related=related,
        )  # fmt: skip

    def _named(self, rule: str) -> str:
        known: Rule = self.rules[rule]
        return f"{rule}“{known.title}”"
