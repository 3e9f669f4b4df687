"""No veto contradicts a requirement or a conclusion.

For every rule that may become a veto, switched on alone beside those that are on already:

1. it has an effect: whoever fails it comes to no conclusion that conforms. Proven by the real
   conclusion with that rule failed and everything else left open, which covers every submission;
2. the most favourable conclusion stays reachable, with a submission that meets the veto;
3. somebody fails it: a small submission, whose conclusion is decided though all else is missing.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from checker.assessment.words import conclusion_title
from checker.model.frozen import dataclass
from checker.model.outcome import AssessmentKind
from checker.model.problem import Place
from checker.model.rule import Rulebook
from checker.workbench.diagnostic import Diagnostic, Examined
from checker.workbench.proof import score_words as words
from checker.workbench.proof.claimed import Claimed, claim, complaint, scheme_place
from checker.workbench.proof.claims_reach import shown
from checker.workbench.proof.goals import conclusion_goal
from checker.workbench.proof.outcome_model import FAILED
from checker.workbench.proof.questions import FAILS, Answers
from checker.workbench.proof.reach import Came, Reached, Search, judged
from checker.workbench.proof.supposition import Field, field, suppose
from checker.workbench.rule_set import RuleSet


@dataclass(frozen=True, slots=True)
class _Veto:
    """A veto that is on or may be switched on, with the rulebook in which it is."""

    rule: str
    book: Rulebook
    place: Place


def veto_claims(rule_set: RuleSet, search: Search, tell: Callable[[str], None]) -> Claimed:
    """Return what was proven of every veto, on or only a candidate."""
    diagnostics: list[Diagnostic] = []
    examined: list[Examined] = []
    figures: list[dict[str, Any]] = []
    for veto in vetoes(rule_set):
        title = rule_set.rule(veto.rule).title
        tell(words.veto_claim(title))
        effect = tuple(_effect(rule_set, veto, search.field))
        examined.append(claim(veto.rule, words.veto_claim(title), veto.place, effect))
        reached = _still_accepted(veto, search)
        blocks = tuple(_blocked(rule_set, veto, reached))
        examined.append(claim(veto.rule, words.accepted_claim(title), veto.place, blocks))
        failed = _one_that_fails(veto, search.oracle)
        diagnostics += (*effect, *blocks)
        figures.append({
            "rule": veto.rule, "on": veto.rule in rule_set.book.acceptance.enabled_vetoes,
            "effective": not effect, "accepted": shown(reached), "vetoed": failed,
        })  # fmt: skip
    return Claimed(tuple(diagnostics), tuple(examined), {"vetoes": figures})


def vetoes(rule_set: RuleSet) -> Iterator[_Veto]:
    """Yield every veto, and every rule that may become one, switched on."""
    scheme = rule_set.book.acceptance
    for rule in rule_set.book.rules:
        on = rule.id in scheme.enabled_vetoes
        if on or (rule.veto_candidate and rule.scored):
            vetoes = tuple(sorted({*scheme.enabled_vetoes, rule.id}))
            book = replace(rule_set.book, acceptance=replace(scheme, enabled_vetoes=vetoes))
            yield _Veto(
                rule.id,
                book,
                rule_set.rule_place(rule.id, *(("veto_candidate",) if rule.veto_candidate else ())),
            )


def _effect(rule_set: RuleSet, veto: _Veto, known: Field) -> Iterator[Diagnostic]:
    """Complain of every conclusion that conforms and that a vetoed submission may come to."""
    open_ = known.open()
    failing = open_[veto.rule] & frozenset(FAILED)
    if not failing:
        return
    possible = suppose(veto.book, {**open_, veto.rule: failing}).conclusion.possible
    for i, choice in enumerate(veto.book.acceptance.conclusions):
        title = conclusion_title(choice.title, choice.self_title, AssessmentKind.SELF)
        if choice.conforms and title in possible:
            said = words.veto_without_effect(veto.rule, choice.title)
            place = scheme_place(rule_set, "conclusions", i, "requires")
            yield complaint(
                "veto-without-effect", place, said, veto.rule, related=((veto.place, veto.rule),)
            )


def _still_accepted(veto: _Veto, search: Search) -> Reached:
    """Return the submission that comes to the best conclusion with the veto on.

    Which outcomes stand together does not depend on what is a veto, so submissions and clashes
    found before count.
    """
    possible = {s.rule: frozenset(s.options) for s in search.field.stakes}
    other = search.beside(field(veto.book, possible))
    for known in search.attained:
        result = judged(veto.book, known.witness)
        if result.conclusion.id == veto.book.acceptance.conclusions[0].id:
            return Reached("", Came.REACHED, replace(known, result=result))
    return other.reach(conclusion_goal(veto.book.acceptance, 0))


def _blocked(rule_set: RuleSet, veto: _Veto, reached: Reached) -> Iterator[Diagnostic]:
    title = veto.book.acceptance.conclusions[0].title
    if reached.came is Came.UNREACHABLE:
        clash = [c for c in reached.cut if veto.rule in c]
        related = tuple((rule_set.rule_place(r), r) for c in clash for r in c if r != veto.rule)
        said = words.veto_blocks(veto.rule, title, clash)
        yield complaint("veto-blocks", veto.place, said, veto.rule, related=related)
    elif reached.came is Came.UNDECIDED:
        said = words.undecided(words.accepted_claim(veto.rule), reached.why)
        yield complaint("score-undecided", veto.place, said, veto.rule)


def _one_that_fails(veto: _Veto, oracle: Answers) -> dict[str, Any]:
    """Return what comes of a small submission that fails the veto, and says nothing else.

    What is missing cannot help: the conclusion is decided, or at least does not conform.
    """
    answer = oracle.ask({veto.rule: FAILS})
    if answer.witness is None or not answer.reached:
        return {"came": answer.verdict.value}
    conclusion = judged(veto.book, answer.witness).conclusion
    return {
        "came": "reached",
        "rows": answer.witness.rows,
        "conclusion": conclusion.title,
        "possible": list(conclusion.possible),
        "witness": answer.witness.data,
    }
