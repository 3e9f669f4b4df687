"""The score over outcomes as a linear model: what applies is free, and so are the outcomes.

A weighted mean over members that may drop out is not linear; but the weights that can remain are
few, so there is one switch for each sum of weights, and the numerator is split over them. Items,
chapters and the whole are the same construction, three times over.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from checker.model.frozen import dataclass
from checker.model.outcome import Possible
from checker.workbench.proof.linear import NOTHING, Exact, Model, Term, total
from checker.workbench.proof.supposition import Field, Stake, StakedItem

ALWAYS: Final = Term({}, 1)
FAILED: Final = (Possible.NEAR, Possible.MISSED)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a mean: its value is 0 where it does not apply; `applies` is 0 or 1."""

    weight: int
    value: Term
    applies: Term


@dataclass(frozen=True, slots=True)
class OutcomeModel:
    """The model with its handles.

    Attributes:
        outcomes: the switch of every rule and outcome.
        chapters: value and application of each chapter, 0 to 1.
        chapter_points: points of each chapter's evaluated items.
        score: share of the whole, 0 to 1.
        vetoes, major: how many there are.
    """

    field: Field
    model: Model
    outcomes: Mapping[tuple[str, Possible], Term]
    chapters: Mapping[str, Member]
    score: Term
    vetoes: Term
    major: Term

    def with_model(self, model: Model) -> "OutcomeModel":
        """Return the same handles on a copy of the model to which more was added."""
        return OutcomeModel(
            self.field, model, self.outcomes, self.chapters, self.score, self.vetoes, self.major
        )


def outcome_model(field: Field) -> OutcomeModel:
    """Return the model of a rulebook's score; something must apply."""
    model = Model()
    outcomes = {
        (stake.rule, option): model.switch()
        for stake in field.stakes
        if matters(stake)
        for option in stake.options
    }
    for stake in field.stakes:
        if matters(stake):
            model.equal(total(outcomes[stake.rule, o] for o in stake.options), 1)
    worth = _worth(field.scheme.near_miss)
    items = {i.no: _item(i, outcomes, worth, model) for i in field.items}
    chapters = {
        no: _mean(sum(i.points for i in own), [items[i.no] for i in own], worth, model)
        for no, own in _by_chapter(field.items)
    }
    whole = _mean(1, list(chapters.values()), worth, model)
    model.at_least(whole.applies, 1)
    vetoes = total(
        outcomes[s.rule, o] for s in field.stakes if s.veto for o in FAILED if o in s.options
    )
    major = total(_majors(i, outcomes, field.scheme.whole_item_from, model) for i in field.items)
    return OutcomeModel(field, model, outcomes, chapters, whole.value, vetoes, major)


def matters(stake: Stake) -> bool:
    """Tell whether the outcome of a rule can change a score or a conclusion."""
    return bool(stake.weight) or stake.held or stake.veto


def _by_chapter(items: Sequence[StakedItem]) -> list[tuple[str, list[StakedItem]]]:
    return [
        (no, [i for i in items if i.chapter == no])
        for no in dict.fromkeys(i.chapter for i in items)
    ]


def _worth(near_miss: Fraction) -> dict[Possible, Exact]:
    return {Possible.MET: 1, Possible.NEAR: near_miss, Possible.MISSED: 0}


def _item(
    item: StakedItem,
    outcomes: Mapping[tuple[str, Possible], Term],
    worth: Mapping[Possible, Exact],
    model: Model,
) -> Member:
    members = []
    for stake in item.stakes:
        if not stake.weight:
            continue
        value = total(outcomes[stake.rule, o] * worth[o] for o in stake.options if o in worth)
        empty = outcomes.get((stake.rule, Possible.EMPTY), NOTHING)
        members.append(Member(stake.weight, value, ALWAYS - empty))
    return _mean(item.points, members, worth, model)


def _mean(
    weight: int, members: Sequence[Member], worth: Mapping[Possible, Exact], model: Model
) -> Member:
    """Return the weighted mean of members as a member of the level above."""
    staying = [m for m in members if m.weight and m.applies != NOTHING]
    firm = sum(m.weight for m in staying if m.applies == ALWAYS)
    loose = [m for m in staying if m.applies != ALWAYS]
    sums = sorted({firm + s for s in _sums(m.weight for m in loose)})
    numerator = total(m.value * m.weight for m in staying)
    if sums == [0]:
        return Member(weight, NOTHING, NOTHING)
    if len(sums) == 1:
        return Member(weight, numerator * Fraction(1, firm), ALWAYS)
    low, high = min(worth.values()), max(worth.values())
    chosen = {s: model.switch() for s in sums}
    parts = {s: model.amount(low * s, high * s) for s in sums if s}
    model.equal(total(chosen.values()), 1)
    model.equal(
        total([*(c * s for s, c in chosen.items()), *(m.applies * -m.weight for m in loose)]), firm
    )
    model.equal(total(parts.values()) - numerator, 0)
    for s, part in parts.items():
        model.at_least(chosen[s] * (high * s) - part, 0)
        model.at_least(part - chosen[s] * (low * s), 0)
    value = total(part * Fraction(1, s) for s, part in parts.items())
    return Member(weight, value, ALWAYS if firm else ALWAYS - chosen[0])


def _sums(weights: Iterable[int]) -> set[int]:
    """Return every sum that some of the weights have."""
    found = {0}
    for weight in weights:
        found |= {s + weight for s in found}
    return found


def _majors(
    item: StakedItem,
    outcomes: Mapping[tuple[str, Possible], Term],
    whole_item_from: int,
    model: Model,
) -> Term:
    """Return the number of major nonconformities of an item.

    A failure that may be systemic is free to be one or not: the data say.
    """
    held = [s for s in item.stakes if s.held]
    failed = {s.rule: _failed(s, outcomes) for s in held}
    whole = _whole_item(held, failed, outcomes, whole_item_from, model)
    found = []
    for stake in held:
        fails = failed[stake.rule]
        if stake.major:
            found.append(fails)
            continue
        if whole is None and not stake.systemic:
            continue
        counted = model.switch()
        model.at_least(fails - counted, 0)
        if whole is not None:
            model.at_least(counted - fails - whole, -1)
        if not stake.systemic:
            assert whole is not None
            model.at_least(whole - counted, 0)
        found.append(counted)
    return total(found)


def _failed(stake: Stake, outcomes: Mapping[tuple[str, Possible], Term]) -> Term:
    return total(outcomes[stake.rule, o] for o in FAILED if o in stake.options)


def _whole_item(
    held: Sequence[Stake],
    failed: Mapping[str, Term],
    outcomes: Mapping[tuple[str, Possible], Term],
    from_: int,
    model: Model,
) -> Term | None:
    """Return the switch that is on just where every 应 rule that applies has failed."""
    if len(held) < from_:
        return None
    whole, few = model.switch(), model.switch()
    failures = total(failed.values())
    met = [outcomes[s.rule, Possible.MET] for s in held if Possible.MET in s.options]
    for one in met:
        model.at_least(ALWAYS - one - whole, 0)
    model.at_least(failures - whole * from_, 0)
    model.at_least(few * -len(held) - failures, -len(held) - from_ + 1)
    model.at_least(whole + total(met) + few, 1)
    return whole
