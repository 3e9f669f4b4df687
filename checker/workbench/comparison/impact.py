"""Past submissions judged by both versions: who is hit, how hard, and by which single change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from checker.assessment.assess import assessed_rules, verdict
from checker.assessment.findings import Assessed
from checker.assessment.sums import Verdict
from checker.model.frozen import dataclass
from checker.model.outcome import Outcome
from checker.model.problem import Problem
from checker.model.result import Points
from checker.model.rule import Rulebook
from checker.model.submission import Submission
from checker.workbench.comparison.change import Subject
from checker.workbench.comparison.levers import Lever, applied


class Fate(StrEnum):
    """What the new version does to a past submission."""

    SAME = "same"
    MOVED = "moved"
    REFUSED = "refused"  # the new version cannot read it, the old one can
    ACCEPTED = "accepted"  # the old version cannot read it, the new one can
    UNREADABLE = "unreadable"  # neither can


@dataclass(frozen=True, slots=True)
class Said:
    """The outcome of a rule as it is shown: 基本符合 is told apart."""

    outcome: Outcome
    near: bool = False


@dataclass(frozen=True, slots=True)
class OutcomeMove:
    """A rule whose outcome moves; None on the side where there is no such rule.

    Attributes:
        causes: the changes each of which moves it by itself, perhaps not as far; empty if only
            several together do.
    """

    rule: str
    title: str
    old: Said | None
    new: Said | None
    causes: tuple[Lever, ...] = ()


@dataclass(frozen=True, slots=True)
class PointsMove:
    """An item or a chapter whose points move; None where it was or is not evaluated."""

    no: str
    title: str
    old: Points | None
    new: Points | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What a submission comes to under one version."""

    points: Points
    grades: tuple[str, ...]
    conclusions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one change does by itself, made to the old version alone.

    Attributes:
        lever: the change; None for what only shows when several are made together.
        worst, best: by how many points the two ends of the total move.
        grade, conclusion: whether it moves them by itself.
    """

    lever: Lever | None
    worst: Fraction
    best: Fraction
    grade: bool = False
    conclusion: bool = False


@dataclass(frozen=True, slots=True)
class Replay:
    """One past submission under both versions.

    Attributes:
        name: path as the person who called finds it.
        subject: who was assessed; "" where it cannot be read.
        problems: of a submission that one version, or both, cannot read: the new one's if it can't.
    """

    name: str
    fate: Fate
    subject: str = ""
    problems: tuple[Problem, ...] = ()
    old: Standing | None = None
    new: Standing | None = None
    outcomes: tuple[OutcomeMove, ...] = ()
    items: tuple[PointsMove, ...] = ()
    chapters: tuple[PointsMove, ...] = ()
    contributions: tuple[Contribution, ...] = ()

    @property
    def hit(self) -> bool:
        """Tell whether the new version treats it otherwise."""
        return self.fate not in (Fate.SAME, Fate.UNREADABLE)


@dataclass(frozen=True, slots=True)
class Judged:
    """All findings of a submission under one version, and what they add up to."""

    book: Rulebook
    found: Mapping[str, Assessed]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Pair:
    """Both versions with the single changes between them.

    Attributes:
        renamed: the old id of rules that perhaps had another, by the new one.
        books: the old version with each change made alone; None where that cannot be.
    """

    old: Rulebook
    new: Rulebook
    levers: tuple[Lever, ...]
    renamed: Mapping[str, str]
    books: tuple[Rulebook | None, ...]


def pair(old: Rulebook, new: Rulebook, levers: Sequence[Lever], renamed: Mapping[str, str]) -> Pair:
    """Return both versions with every single change between them."""
    books = tuple(applied(one, old, new) for one in levers)
    return Pair(old, new, tuple(levers), renamed, books)


def replay(name: str, subject: str, old: Submission, new: Submission, both: Pair) -> Replay:
    """Return what both versions make of one submission.

    Args:
        old, new: the submission as each version reads it.
    """
    was = _judged(both.old, old, None, frozenset())
    now = _judged(both.new, new, was if old is new else None, _changed(both))
    outcomes = tuple(_outcome_moves(was, now, both.renamed))
    items = tuple(_points_moves(_items(was), _items(now)))
    chapters = tuple(_points_moves(_chapters(was), _chapters(now)))
    standings = _standing(was.verdict), _standing(now.verdict)
    if not (outcomes or items or chapters) and standings[0] == standings[1]:
        return Replay(name, Fate.SAME, subject, (), *standings)
    alone = [
        _judged(book, new if one.subject is Subject.DICTIONARY else old, was, one.rules)
        if book
        else None
        for one, book in zip(both.levers, both.books, strict=True)
    ]
    caused = tuple(_with_causes(move, alone, both) for move in outcomes)
    shares = tuple(_contributions(was, now, alone, both.levers))
    return Replay(name, Fate.MOVED, subject, (), *standings, caused, items, chapters, shares)


def _changed(both: Pair) -> frozenset[str]:
    """Return the rules of the new version that the old findings say nothing of."""
    before = {rule.id: rule for rule in both.old.rules}
    touched = frozenset().union(*(one.rules for one in both.levers))
    return touched | {r.id for r in both.new.rules if before.get(r.id) != r}


def _judged(
    book: Rulebook, submission: Submission, known: Judged | None, again: Iterable[str]
) -> Judged:
    """Judge a submission; what is known of other rules than those to be judged again stays."""
    kept = {} if known is None else {k: v for k, v in known.found.items() if k not in set(again)}
    missing = tuple(rule for rule in book.rules if rule.id not in kept)
    asked = replace(book, rules=missing)
    fresh = {one.rule.id: one for one in assessed_rules(asked, submission)} if missing else {}
    found = {rule.id: fresh.get(rule.id) or kept[rule.id] for rule in book.rules}
    return Judged(book, found, verdict(book, submission, tuple(found.values())))


def _standing(found: Verdict) -> Standing:
    conclusion = found.conclusion
    return Standing(found.points, conclusion.possible_grades, conclusion.possible)


def _said(one: Assessed | None) -> Said | None:
    return Said(one.outcome, one.near) if one else None


def _outcome_moves(was: Judged, now: Judged, renamed: Mapping[str, str]) -> Iterator[OutcomeMove]:
    partners = {renamed.get(rule, rule): rule for rule in now.found}
    for rule in sorted({*was.found, *partners}):
        before, after = was.found.get(rule), now.found.get(partners.get(rule, ""))
        if _said(before) != _said(after):
            known = after or before
            assert known
            yield OutcomeMove(known.rule.id, known.rule.title, _said(before), _said(after))


def _with_causes(move: OutcomeMove, alone: Sequence[Judged | None], both: Pair) -> OutcomeMove:
    old_id = both.renamed.get(move.rule, move.rule)
    causes = []
    for lever, judged in zip(both.levers, alone, strict=True):
        if judged and {move.rule, old_id} & lever.rules:
            there = judged.found.get(move.rule) or judged.found.get(old_id)
            if _said(there) != move.old:
                causes.append(lever)
    return OutcomeMove(move.rule, move.title, move.old, move.new, tuple(causes))


def _items(judged: Judged) -> dict[str, tuple[str, Points | None]]:
    return {
        i.no: (i.title, i.points if i.evaluated else None)
        for c in judged.verdict.chapters
        for i in c.items
    }


def _chapters(judged: Judged) -> dict[str, tuple[str, Points | None]]:
    return {c.no: (c.title, c.points) for c in judged.verdict.chapters}


def _points_moves(
    before: Mapping[str, tuple[str, Points | None]], after: Mapping[str, tuple[str, Points | None]]
) -> Iterator[PointsMove]:
    for no in dict.fromkeys([*before, *after]):
        title = (after.get(no) or before[no])[0]
        was, now = before.get(no, ("", None))[1], after.get(no, ("", None))[1]
        if was != now:
            yield PointsMove(no, title, was, now)


def _contributions(
    was: Judged, now: Judged, alone: Sequence[Judged | None], levers: Sequence[Lever]
) -> Iterator[Contribution]:
    """Yield what each change does alone, those that do nothing left out, and the rest together."""
    start, end = _standing(was.verdict), _standing(now.verdict)
    worst, best = end.points.worst - start.points.worst, end.points.best - start.points.best
    told = False
    for lever, judged in zip(levers, alone, strict=True):
        if judged is None:
            continue
        there = _standing(judged.verdict)
        low, high = there.points.worst - start.points.worst, there.points.best - start.points.best
        grade = there.grades != start.grades
        conclusion = there.conclusions != start.conclusions
        if low or high or grade or conclusion:
            yield Contribution(lever, low, high, grade, conclusion)
            told = told or grade or conclusion
        worst, best = worst - low, best - high
    moved = end.grades != start.grades or end.conclusions != start.conclusions
    if worst or best or (moved and not told):
        yield Contribution(None, worst, best)
