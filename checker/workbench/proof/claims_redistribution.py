"""Where taking what does not apply out of the denominator (合理缺项) lifts a score, it is shown.

For every rule that can be declared away: a small submission in which it does not apply while the
other rules of its item are met, as far as data allow both; by how many points the whole rises
there against the rule failing; the greatest lift that any outcomes allow; and with how few other
failures the declaration turns a grade or a conclusion.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from checker.assessment.sums import Verdict
from checker.language.mentions import tables
from checker.model.frozen import dataclass
from checker.model.numerals import rounded
from checker.model.outcome import Possible
from checker.model.rule import Rulebook
from checker.workbench.diagnostic import Diagnostic, Examined
from checker.workbench.proof import score_words as words
from checker.workbench.proof.claimed import Claimed, claim, complaint
from checker.workbench.proof.lifts import (
    Totals,
    Turn,
    best,
    can_be_declared_away,
    greatest_lift,
    lift,
    turn,
)
from checker.workbench.proof.outcome_model import matters
from checker.workbench.proof.questions import Answer, Answers, Witness
from checker.workbench.proof.questions import Verdict as Asked
from checker.workbench.proof.supposition import Field, Stake, StakedItem
from checker.workbench.rule_set import RuleSet

FEW: Final = 3
"""Most rules that an example is asked for at once."""


@dataclass(frozen=True, slots=True)
class Lift:
    """What declaring one rule away lifts.

    Attributes:
        outcomes: of every rule, in the example.
        points: by how much the total rises there.
        most: by how much it can rise at all.
        witness: submission with the example's item; None if the oracle gave none.
    """

    stake: Stake
    outcomes: Mapping[str, Possible]
    points: Fraction
    most: Fraction
    turn: Turn | None
    witness: Witness | None


def redistribution_claims(
    rule_set: RuleSet, field: Field, oracle: Answers, tell: Callable[[str], None]
) -> Claimed:
    """Return every lift, and a complaint for those that nobody has declared."""
    declared = {d.subject: d.reason for d in rule_set.declared.shape.redistribution}
    totals = Totals(field)
    diagnostics: list[Diagnostic] = []
    examined: list[Examined] = []
    figures: list[dict[str, Any]] = []
    for item in field.items:
        for stake in item.stakes:
            if not can_be_declared_away(stake):
                continue
            title = rule_set.rule(stake.rule).title
            tell(words.redistribution_claim(title))
            found = _lift(totals, _same_rows(rule_set.book, item, stake), stake, oracle)
            subject = next((s for s in (stake.rule, item.no) if s in declared), "")
            said = () if subject else (_undeclared(rule_set, found),)
            diagnostics += said
            name = words.redistribution_claim(title)
            examined.append(claim(stake.rule, name, rule_set.rule_place(stake.rule), said))
            figures.append({**_shown(found, field), "declared": declared.get(subject, "")})
    stale = tuple(_stale(rule_set, field))
    return Claimed((*diagnostics, *stale), tuple(examined), {"redistribution": figures})


def _same_rows(book: Rulebook, item: StakedItem, stake: Stake) -> list[Stake]:
    """Return the rules of an item that ask of the same tables: the absence of rows touches them."""
    read = {r.id: tables(r.check, book.dictionary) for r in book.rules if r.item == item.no}
    own = read[stake.rule]
    return [s for s in item.stakes if matters(s) and own & read[s.rule]]


def _lift(totals: Totals, touched: Sequence[Stake], stake: Stake, oracle: Answers) -> Lift:
    wanted, answer = _example(touched, stake, oracle)
    outcomes = {**best(totals.field), **wanted}
    return Lift(
        stake, outcomes, lift(totals, stake, outcomes), greatest_lift(totals, stake),
        turn(totals, stake, outcomes), answer.witness if answer and answer.reached else None,
    )  # fmt: skip


def _example(
    touched: Sequence[Stake], stake: Stake, oracle: Answers
) -> tuple[dict[str, Possible], Answer | None]:
    """Return outcomes in which one rule does not apply, and who has them.

    Each of the others is met if that goes with the absence, else it does not apply either, else it
    fails. All of them are asked for at once only where they are few; with many the example is one
    that no two of them speak against, and the submission shows the rule itself.
    """
    wanted = {stake.rule: Possible.EMPTY}
    for other in touched:
        if other is not stake:
            wanted[other.rule] = _beside(stake, other, oracle)
    few = wanted if len(wanted) <= FEW else {stake.rule: Possible.EMPTY}
    answer = oracle.joint({rule: frozenset({o}) for rule, o in few.items()})
    return wanted, answer


def _beside(stake: Stake, other: Stake, oracle: Answers) -> Possible:
    """Return the most favourable outcome of a rule where another does not apply."""
    ranked = [o for o in (Possible.MET, Possible.EMPTY, *other.options) if o in other.options]
    for option in dict.fromkeys(ranked):
        pair = {stake.rule: frozenset({Possible.EMPTY}), other.rule: frozenset({option})}
        if oracle.ask(pair).verdict is not Asked.IMPOSSIBLE:
            return option
    return other.options[-1]


def _undeclared(rule_set: RuleSet, found: Lift) -> Diagnostic:
    rule = rule_set.rule(found.stake.rule)
    said = words.undeclared(
        rule.title, _points(found.points, rule_set), _points(found.most, rule_set), rule.item
    )
    return complaint("redistribution-undeclared", rule_set.rule_place(rule.id), said, rule.id)


def _stale(rule_set: RuleSet, field: Field) -> Iterator[Diagnostic]:
    """Complain of declarations that no profile can need.

    What a profile leaves out or does not score another may score, so it is not held against them.
    """
    known = {s.rule: Possible.EMPTY in s.options for s in field.stakes}
    needed = set()
    for file in rule_set.documents.values():
        for rule in file.data.get("rules", ()) if isinstance(file.data, dict) else ():
            if known.get(rule["id"], True):
                needed |= {rule["id"], file.data["item"]}
    for i, one in enumerate(rule_set.declared.shape.redistribution):
        if one.subject not in needed:
            place = rule_set.declared.place("redistribution", i, "subject")
            yield complaint("redistribution-stale", place, words.stale(one.subject), one.subject)


def _points(value: Fraction, rule_set: RuleSet) -> str:
    return str(float(rounded(value, rule_set.book.acceptance.decimals)))


def _shown(found: Lift, field: Field) -> dict[str, Any]:
    decimals = field.scheme.decimals
    witness = found.witness
    return {
        "rule": found.stake.rule,
        "item": found.stake.item,
        "points": float(rounded(found.points, decimals)),
        "most": float(rounded(found.most, decimals)),
        "with": sorted(
            r for r, o in found.outcomes.items()
            if o is Possible.EMPTY and r != found.stake.rule
        ),
        "rows": witness.rows if witness else None,
        "witness": witness.data if witness else None,
        "turn": None if found.turn is None else {
            "others": list(found.turn.others),
            "failed": _came(found.turn.failed),
            "away": _came(found.turn.away),
        },
    }  # fmt: skip


def _came(verdict: Verdict) -> dict[str, Any]:
    return {
        "points": float(verdict.points.best),
        "grade": verdict.conclusion.grade,
        "conclusion": "/".join(verdict.conclusion.possible),
    }
