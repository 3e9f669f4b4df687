"""Sentences about a comparison: what a change, a meaning, a replay comes to in words."""

from collections.abc import Iterator
from fractions import Fraction

from checker.model import terms
from checker.model.numerals import decimal
from checker.model.outcome import Outcome, Possible
from checker.model.result import Points
from checker.workbench.comparison import impact_words, names, words
from checker.workbench.comparison.change import Act, Change, Subject
from checker.workbench.comparison.impact import (
    Contribution,
    Fate,
    OutcomeMove,
    Replay,
    Said,
    Standing,
)
from checker.workbench.comparison.levers import Lever
from checker.workbench.comparison.meaning import Flip, Meaning, Relation
from checker.workbench.comparison.result import Comparison

OUTCOMES = {
    Possible.MET: Said(Outcome.PASSED),
    Possible.NEAR: Said(Outcome.FAILED, near=True),
    Possible.MISSED: Said(Outcome.FAILED),
    Possible.EMPTY: Said(Outcome.INAPPLICABLE),
}


def headline(found: Comparison) -> Iterator[str]:
    """Yield the verdict: what gets stricter, what looser, who is hit."""
    counts = [
        (relation, len(found.with_relation(relation)))
        for relation in (
            Relation.STRONGER, Relation.WEAKER, Relation.DIFFERENT, Relation.SHIFTED,
            Relation.UNKNOWN, Relation.INCOMPARABLE,
        )
    ]  # fmt: skip
    acts = [(act, len(found.rules(act))) for act in (Act.ADDED, Act.REMOVED, Act.RENAMED)]
    if not found.changes:
        yield words.nothing_changed()
    elif len(found.wording()) == len(found.changes):
        yield words.only_words(len(found.wording()))
    elif any(n for _, n in (*counts, *acts)):
        yield words.rules_headline(
            [words.rules_of(r, n) for r, n in counts if n]
            + [words.rules_done(a, n) for a, n in acts if n]
        )
    if found.scoring():
        yield words.scoring_headline(len(found.scoring()))
    if found.inputs():
        yield words.input_headline(len(found.inputs()))
    if found.replays is not None:
        yield _impact_headline(found)
    if not found.solver and found.meanings:
        yield words.no_solver()


def _impact_headline(found: Comparison) -> str:
    replays = found.replays or ()
    numbers = {fate: len(found.with_fate(fate)) for fate in Fate}
    graded = sum(
        r.old is not None and r.new is not None and _grading(r.old) != _grading(r.new)
        for r in replays
    )
    return impact_words.impact_headline(len(replays), numbers, graded)


def _grading(standing: Standing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return standing.grades, standing.conclusions


def change(one: Change) -> str:
    """Return one change in a line: what of what, from what to what."""
    name = named(one)
    if one.act is Act.RENAMED:
        return words.renamed(names.subject(one.subject), one.old, one.new, one.title)
    if not one.field:
        done = words.came(name) if one.act is Act.ADDED else words.went(name)
        said = one.new or one.old
        return words.with_gist(done, said) if said and said != one.title else done
    label = names.trait(one.field)
    if one.act is Act.MOVED:
        return words.moved(name, label, one.old, one.new)
    return words.changed(name, label, one.old, one.new)


def named(one: Change) -> str:
    """Return what a change is about, e.g. 参数“浊度上限”（turbidity_max）."""
    if one.subject in (Subject.ACCEPTANCE, Subject.DICTIONARY, Subject.STANDARD):
        return names.subject(one.subject)
    return words.named(names.subject(one.subject), one.id, one.title)


def lever(one: Lever, found: Comparison) -> str:
    """Return what a single change is, in one line."""
    changes = found.of_lever(one)
    if one.subject in (Subject.ACCEPTANCE, Subject.ITEM, Subject.DICTIONARY):
        return words.whole_lever(one.subject, len(changes))
    if len(changes) == 1 and not _long(changes[0]):
        return change(changes[0])
    labels = [names.trait(c.field) for c in changes if c.field]
    if not labels:
        return change(changes[0])
    return words.several_traits(named(changes[0]), labels)


def _long(one: Change) -> bool:
    return len(one.old) + len(one.new) > 40 or not one.field


def said(one: Said | None) -> str:
    """Return an outcome in words; a dash where there is no such rule."""
    if one is None:
        return words.no_such_rule()
    return terms.near() if one.near else terms.outcome(one.outcome)


def flip(one: Flip) -> str:
    """Return what a witness shows."""
    old, new = said(OUTCOMES[one.old]), said(OUTCOMES[one.new])
    return words.flip(one.rows, one.source, old, new)


def relation(one: Meaning) -> str:
    """Return how a rule stands to its old version, with what is not certain of it."""
    told = words.relation(one.relation)
    open_ = [words.turn(t) for t in one.open]
    decided = (Relation.STRONGER, Relation.WEAKER)
    if one.relation in decided and one.open:
        return words.not_excluded(told, open_)
    return told


def points(one: Points | None) -> str:
    """Return points as a number or a span."""
    if one is None:
        return words.not_evaluated()
    worst, best = decimal(one.worst, 1), decimal(one.best, 1)
    return worst if worst == best else f"{worst}–{best}"


def difference(worst: Fraction, best: Fraction) -> str:
    """Return by how many points something moves."""
    low, high = _signed(worst), _signed(best)
    return low if low == high else f"{low}…{high}"


def _signed(number: Fraction) -> str:
    text = decimal(abs(number), 1)
    return text if not number else ("+" if number > 0 else "−") + text


def standing_moves(one: Replay) -> Iterator[tuple[str, str, str]]:
    """Yield total, grade and conclusion as far as they move: label, old, new."""
    if one.old is None or one.new is None:
        return
    pairs = (
        ("total", points(one.old.points), points(one.new.points)),
        ("grade", impact_words.either(one.old.grades), impact_words.either(one.new.grades)),
        (
            "conclusion",
            impact_words.either(one.old.conclusions),
            impact_words.either(one.new.conclusions),
        ),
    )
    for name, old, new in pairs:
        if old != new:
            yield impact_words.standing(name), old, new


def outcome_move(one: OutcomeMove, found: Comparison) -> str:
    """Return a move of an outcome with its causes."""
    causes = [lever(cause, found) for cause in one.causes]
    return impact_words.outcome_move(one.rule, one.title, said(one.old), said(one.new), causes)


def contribution(one: Contribution, found: Comparison) -> str:
    """Return what one change does by itself."""
    what = lever(one.lever, found) if one.lever else impact_words.together()
    also = [
        impact_words.standing(n)
        for n, moved in (("grade", one.grade), ("conclusion", one.conclusion))
        if moved
    ]
    return impact_words.contribution(what, difference(one.worst, one.best), also)
