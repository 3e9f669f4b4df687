"""From intervals and counts to a conclusion, or to the conclusions still possible."""

from collections.abc import Iterator
from fractions import Fraction

from checker.assessment import words
from checker.model.frozen import dataclass
from checker.model.numerals import rounded
from checker.model.outcome import AssessmentKind
from checker.model.result import ChapterResult, Conclusion, Points
from checker.model.rule import Acceptance, ConclusionChoice, Requirements

Answer = bool | None
"""True, False, or None: it depends on what is missing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a conclusion is drawn from.

    Attributes:
        vetoes, major: how many there certainly are, and how many there may be.
        score: the points, worst and best; None when nothing could be scored.
        may_drop_out: numbers of the chapters in which nothing may turn out to apply.
        missing, requirements: 应 rules that cannot be judged, of all that are evaluated.
        untested: rules to be confirmed on site: now, and at most once the data are complete.
    """

    kind: AssessmentKind
    vetoes: tuple[int, int]
    major: tuple[int, int]
    score: Points | None
    chapters: tuple[ChapterResult, ...]
    missing: int
    requirements: int
    untested: tuple[int, int]
    may_drop_out: frozenset[str] = frozenset()

    @property
    def may_be_empty(self) -> bool:
        """Tell whether nothing at all may turn out to apply, so that there is no score."""
        counted = [c.no for c in self.chapters if c.points.maximum]
        return all(no in self.may_drop_out for no in counted)


@dataclass(frozen=True, slots=True)
class _Reason:
    answer: Answer
    sentence: str


def conclude(standing: Standing, scheme: Acceptance) -> Conclusion:
    """Return the conclusion: the first whose conditions hold, if that is certain."""
    possible: list[ConclusionChoice] = []
    reasons: dict[str, str] = {}
    for choice in scheme.conclusions:
        title = words.conclusion_title(choice.title, choice.self_title, standing.kind)
        asked = list(_conditions(choice.requires, standing, scheme))
        answer = _all(r.answer for r in asked)
        for reason in asked:
            if reason.answer is not True:  # a sentence that keeps from two is told of the better
                reasons.setdefault(reason.sentence, words.to_be(title, reason.sentence))
        if answer is not False:
            possible.append(choice)
        if answer is True:
            reasons = reasons or {r.sentence: r.sentence for r in asked}
            break
    decided = possible[0] if len(possible) == 1 else None
    grades = _grades(None if standing.may_be_empty else standing.score, scheme)
    titles = tuple(words.conclusion_title(c.title, c.self_title, standing.kind) for c in possible)
    return Conclusion(
        id=decided.id if decided else "",
        title=titles[0] if decided else words.undetermined(standing.kind),
        conforms=decided.conforms if decided else None,
        possible=titles,
        grade=grades[0] if len(grades) == 1 else "",
        possible_grades=tuple(grades),
        reasons=tuple(reasons.values()),
    )


def _all(answers: Iterator[Answer]) -> Answer:
    found = set(answers)
    if False in found:
        return False
    return None if None in found else True


def _conditions(asked: Requirements, standing: Standing, scheme: Acceptance) -> Iterator[_Reason]:
    if asked.vetoes is not None:
        sentence = words.vetoes(*standing.vetoes, asked.vetoes)
        yield _Reason(_at_most(standing.vetoes, asked.vetoes), sentence)
    if asked.major is not None:
        sentence = words.major(*standing.major, asked.major)
        yield _Reason(_at_most(standing.major, asked.major), sentence)
    if asked.score is not None:
        yield _score(asked.score, standing)
    if asked.every_chapter is not None:
        yield from _chapters(asked.every_chapter, standing, scheme)
    if asked.missing_requirements is not None:
        yield _missing(asked.missing_requirements, standing)
    if asked.untested is not None and standing.kind is not AssessmentKind.SELF:
        # what is not confirmed yet can still be confirmed: it holds a conclusion back, no more
        answer = True if standing.untested[1] <= asked.untested else None
        yield _Reason(answer, words.untested(*standing.untested, asked.untested))


def _at_most(number: tuple[int, int], most: int) -> Answer:
    if number[0] > most:
        return False
    return True if number[1] <= most else None


def _at_least(low: Fraction, high: Fraction, least: Fraction) -> Answer:
    if low >= least:
        return True
    return None if high >= least else False


def _score(least: Fraction, standing: Standing) -> _Reason:
    points = standing.score
    if points is None:
        return _Reason(None, words.nothing_evaluated())
    low, high = points.worst / points.maximum, points.best / points.maximum
    if standing.may_be_empty:  # without anything that applies there is no score to ask about
        return _Reason(None, words.score_may_be_empty(low, high, least))
    return _Reason(_at_least(low, high, least), words.score(low, high, least))


def _chapters(least: Fraction, standing: Standing, scheme: Acceptance) -> Iterator[_Reason]:
    found = []
    for chapter in standing.chapters:
        points = chapter.points
        if not points.maximum:
            continue
        floor = rounded(least * points.maximum, scheme.decimals)
        answer = _at_least(points.worst, points.best, floor)
        low, high = points.worst / points.maximum, points.best / points.maximum
        sentence = words.chapter(chapter.no, chapter.title, low, high, least)
        if answer is False and chapter.no in standing.may_drop_out:
            # below its floor if it applies; if it does not, nothing is asked of it
            answer, sentence = None, words.chapter_may_drop(sentence)
        found.append(_Reason(answer, sentence))
    shares = {(p.worst / p.maximum, p.best / p.maximum) for p in _counted(standing)}
    if all(r.answer is True for r in found):
        lowest = min((low for low, _ in shares), default=None)
        sentence = words.every_chapter(lowest, least)
        yield _Reason(None if standing.may_be_empty else True, sentence)
    elif len(shares) == 1 < len(found) and {r.answer for r in found} == {None}:
        yield _Reason(None, words.chapters_alike(*shares.pop(), least))
    else:
        yield from (r for r in found if r.answer is not True)


def _counted(standing: Standing) -> Iterator[Points]:
    return (c.points for c in standing.chapters if c.points.maximum)


def _missing(most: Fraction, standing: Standing) -> _Reason:
    share = Fraction(standing.missing, standing.requirements or 1)
    sentence = words.missing_requirements(standing.missing, standing.requirements, most)
    # data that lack can still be handed in: they hold a conclusion back, no more
    return _Reason(True if share <= most else None, sentence)


def _grades(points: Points | None, scheme: Acceptance) -> list[str]:
    """Return the grades that the points may reach, best first."""
    if points is None:
        return [g.title for g in scheme.grades]
    titles = []
    for index, grade in enumerate(scheme.grades):
        above = scheme.grades[index - 1].at_least if index else None
        if points.best >= grade.at_least and (above is None or points.worst < above):
            titles.append(grade.title)
    return titles
