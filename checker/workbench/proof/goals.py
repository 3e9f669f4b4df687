"""What is to be reached: a grade, a conclusion, a line met exactly, a condition that decides alone.

A goal says the same thing twice: to the model, as constraints, and of a verdict, as a question put
to what the real conclusion came to. The model only proposes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil
from typing import Protocol

from checker.assessment.words import conclusion_title
from checker.model.frozen import dataclass
from checker.model.numerals import rounded
from checker.model.outcome import AssessmentKind
from checker.model.result import ChapterResult, Conclusion, Points
from checker.model.rule import Acceptance, ConclusionChoice, Grade, Requirements
from checker.workbench.proof.linear import Constraint, Exact, Model, Term, total
from checker.workbench.proof.outcome_model import OutcomeModel


class Judged(Protocol):
    """A verdict or a whole result."""

    @property
    def points(self) -> Points:
        """Return the points of the whole."""
        ...

    @property
    def chapters(self) -> tuple[ChapterResult, ...]:
        """Return the chapters."""
        ...

    @property
    def conclusion(self) -> Conclusion:
        """Return the conclusion."""
        ...


Judge = Callable[[Acceptance], Judged]
"""Judges the same submission, real or supposed, by a scheme."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a conclusion: all of `holds`, or one of `fails`."""

    name: str
    holds: tuple[Constraint, ...]
    fails: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """Something that a submission should be able to come to.

    Attributes:
        id: what it is, e.g. "grade/excellent".
        ask: adds to a model what must hold.
        met: whether a submission comes to it, or may, as far as outcomes alone can tell.
        points: the total that is asked for exactly; None where it is not.
        keeps: whether a submission has all of it but the one condition that is to fail; None where
            no condition is.
    """

    id: str
    ask: Callable[[OutcomeModel], OutcomeModel]
    met: Callable[[Judge], bool]
    points: Exact | None = None
    keeps: Callable[[Judge], bool] | None = None


def line(points: Exact, decimals: int) -> Fraction:
    """Return the least number that, rounded half up, comes to so many points or more."""
    scale: int = 10**decimals
    return (Fraction(ceil(points * scale)) - Fraction(1, 2)) / scale


def grade_goal(scheme: Acceptance, index: int) -> Goal:
    """Return the goal of coming to a grade and to no better one."""
    grade = scheme.grades[index]

    def ask(found: OutcomeModel) -> OutcomeModel:
        model = found.model.copy()
        _grade(model, found, scheme, index)
        return found.with_model(model)

    return Goal(
        f"grade/{grade.id}", ask, lambda judge: judge(scheme).conclusion.grade == grade.title
    )


def line_goal(scheme: Acceptance, points: Exact) -> Goal:
    """Return the goal of so many points exactly, once rounded."""
    least = line(points, scheme.decimals)

    def ask(found: OutcomeModel) -> OutcomeModel:
        model = found.model.copy()
        whole = found.score * scheme.total
        model.at_least(whole, least)
        model.below(whole, least + Fraction(1, 10**scheme.decimals))
        return found.with_model(model)

    return Goal(f"line/{points}", ask, lambda judge: judge(scheme).points.best == points, points)


def conclusion_goal(scheme: Acceptance, index: int) -> Goal:
    """Return the goal of coming to a conclusion, which no more favourable one forestalls."""
    choice = scheme.conclusions[index]

    def ask(found: OutcomeModel) -> OutcomeModel:
        model = found.model.copy()
        for condition in conditions(choice.requires, found):
            model.constraints.extend(condition.holds)
        _forestalled_by_none(model, found, scheme, index)
        return found.with_model(model)

    return Goal(f"conclusion/{choice.id}", ask, lambda judge: comes_to(judge(scheme), choice))


def deciding_goal(scheme: Acceptance, index: int, name: str, *, best: bool = False) -> Goal:
    """Return the goal that a conclusion is missed for one of its conditions alone.

    Args:
        best: whether the best grade is to be reached all the same.
    """
    choice = scheme.conclusions[index]
    without = _without(scheme, index, name)

    def ask(found: OutcomeModel) -> OutcomeModel:
        model = found.model.copy()
        for condition in conditions(choice.requires, found):
            if condition.name == name:
                one_of(model, condition.fails)
            else:
                model.constraints.extend(condition.holds)
        _forestalled_by_none(model, found, scheme, index)
        if best:
            _grade(model, found, scheme, 0)
        return found.with_model(model)

    def met(judge: Judge) -> bool:
        here = judge(scheme)
        if best and here.conclusion.grade != scheme.grades[0].title:
            return False
        return not comes_to(here, choice) and comes_to(judge(without), choice)

    def keeps(judge: Judge) -> bool:
        top = not best or judge(scheme).conclusion.grade == scheme.grades[0].title
        return top and comes_to(judge(without), choice)

    goal = f"{'best/' if best else ''}deciding/{choice.id}/{name}"
    return Goal(goal, ask, met, keeps=keeps)


def _without(scheme: Acceptance, index: int, name: str) -> Acceptance:
    """Return a scheme in which one conclusion no longer asks for one condition."""
    choice = scheme.conclusions[index]
    changes: dict[str, None] = {name: None}
    laxer = replace(choice, requires=replace(choice.requires, **changes))
    conclusions = (*scheme.conclusions[:index], laxer, *scheme.conclusions[index + 1 :])
    return replace(scheme, conclusions=conclusions)


def _forestalled_by_none(model: Model, found: OutcomeModel, scheme: Acceptance, index: int) -> None:
    for better in scheme.conclusions[:index]:
        one_of(model, [c for k in conditions(better.requires, found) for c in k.fails])


def comes_to(judged: Judged, choice: ConclusionChoice) -> bool:
    """Tell whether a verdict comes to a conclusion, or may."""
    possible = judged.conclusion.possible
    return any(
        conclusion_title(choice.title, choice.self_title, k) in possible for k in AssessmentKind
    )


def conditions(asked: Requirements, found: OutcomeModel) -> Iterator[Condition]:
    """Yield the conditions of a conclusion that outcomes can decide."""
    if asked.vetoes is not None:
        yield _at_most("vetoes", found.vetoes, asked.vetoes)
    if asked.major is not None:
        yield _at_most("major", found.major, asked.major)
    scheme = found.field.scheme
    if asked.score is not None:
        least = line(asked.score * scheme.total, scheme.decimals)
        above = found.score * scheme.total - least
        yield Condition("score", (Constraint(above),), (Constraint(above * -1, strict=True),))
    if asked.every_chapter is not None:
        terms = tuple(_above_floor(asked.every_chapter, found))
        yield Condition(
            "every_chapter",
            tuple(Constraint(t) for t in terms),
            tuple(Constraint(t * -1, strict=True) for t in terms),
        )


def one_of(model: Model, constraints: Sequence[Constraint]) -> None:
    """Ask that at least one of some constraints holds."""
    switches = []
    for constraint in constraints:
        on = model.switch()
        low, _ = model.reach(constraint.term)
        slack = max(1 - low, 0)
        model.constraints.append(
            Constraint(constraint.term + on * -slack + slack, constraint.strict)
        )
        switches.append(on)
    model.at_least(total(switches), 1)


def _grade(model: Model, found: OutcomeModel, scheme: Acceptance, index: int) -> None:
    whole = found.score * scheme.total
    model.at_least(whole, line(scheme.grades[index].at_least, scheme.decimals))
    if index:
        better: Grade = scheme.grades[index - 1]
        model.below(whole, line(better.at_least, scheme.decimals))


def _at_most(name: str, number: Term, most: int) -> Condition:
    return Condition(name, (Constraint(number * -1 + most),), (Constraint(number - most - 1),))


def _above_floor(least: Exact, found: OutcomeModel) -> Iterator[Term]:
    """Yield, for every chapter, how far it lies above its floor; 0 if nothing in it applies."""
    decimals = found.field.scheme.decimals
    for chapter in found.chapters.values():
        if chapter.weight:
            floor = line(rounded(least * chapter.weight, decimals), decimals)
            yield chapter.value * chapter.weight - chapter.applies * floor
