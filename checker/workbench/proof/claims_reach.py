"""Every grade and every conclusion can be reached; every condition can decide."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from checker.model.frozen import dataclass
from checker.model.outcome import Possible
from checker.model.problem import Place
from checker.workbench.diagnostic import Diagnostic
from checker.workbench.proof import score_words as words
from checker.workbench.proof.claimed import Claimed, claim, complaint, scheme_place
from checker.workbench.proof.goals import (
    Goal,
    conclusion_goal,
    deciding_goal,
    grade_goal,
    line_goal,
)
from checker.workbench.proof.reach import Came, Reached, Search, reviewed
from checker.workbench.proof.supposition import Field
from checker.workbench.rule_set import RuleSet


@dataclass(frozen=True, slots=True)
class _Claim:
    """A goal, what it is called, where it stands, and the check that fails if nothing reaches it.

    Attributes:
        check: "" where reaching nothing is no fault.
    """

    goal: Goal
    name: str
    place: Place
    check: str


def reach_claims(rule_set: RuleSet, search: Search, tell: Callable[[str], None]) -> Claimed:
    """Return what can be reached, each with the submission that does."""
    diagnostics: list[Diagnostic] = []
    examined, figures = [], []
    for one in _claims(rule_set, search.field):
        tell(one.name)
        found = search.reach(one.goal)
        said = (*_complaints(one, found), *_review_differs(one, found, search))
        diagnostics += said
        examined.append(claim("score", one.name, one.place, said))
        figures.append({"goal": one.goal.id, "name": one.name, **shown(found)})
    return Claimed(tuple(diagnostics), tuple(examined), {"reach": figures})


def goals(rule_set: RuleSet, field: Field) -> int:
    """Return how many goals there are."""
    return sum(1 for _ in _claims(rule_set, field))


def shown(found: Reached) -> dict[str, Any]:
    """Return what came of a goal as plain data."""
    data: dict[str, Any] = {
        "came": found.came.value,
        "rounds": found.rounds,
        "cuts": list(found.cut),
    }
    if found.attained is None:
        return {**data, "why": found.why}
    result = found.attained.result
    return {
        **data,
        "points": str(float(result.points.best)),
        "grade": result.conclusion.grade,
        "conclusion": result.conclusion.title,
        "outcomes": counted(found.attained.outcomes),
        "rows": found.attained.witness.rows,
    }


def counted(outcomes: Mapping[str, Possible]) -> dict[str, int]:
    """Return how many rules have each outcome."""
    return {o.value: sum(1 for p in outcomes.values() if p is o) for o in Possible}


def _claims(rule_set: RuleSet, field: Field) -> Iterator[_Claim]:
    scheme = field.scheme
    for i, grade in enumerate(scheme.grades):
        place = scheme_place(rule_set, "grades", i, "at_least")
        yield _Claim(
            grade_goal(scheme, i), words.grade_claim(grade.title), place, "grade-unreachable"
        )
    for i, choice in enumerate(scheme.conclusions):
        place = scheme_place(rule_set, "conclusions", i, "id")
        goal = conclusion_goal(scheme, i)
        yield _Claim(goal, words.conclusion_claim(choice.title), place, "conclusion-unreachable")
    for points, place in _lines(rule_set, field):
        yield _Claim(line_goal(scheme, points), words.line_claim(points), place, "")
    yield from _deciding(rule_set, field)


def _lines(rule_set: RuleSet, field: Field) -> Iterator[tuple[Fraction, Place]]:
    """Yield every line that points are compared with, once."""
    scheme = field.scheme
    seen = {Fraction(0)}
    lines = [
        (Fraction(g.at_least), ("grades", i, "at_least")) for i, g in enumerate(scheme.grades)
    ] + [
        (c.requires.score * scheme.total, ("conclusions", i, "requires", "score"))
        for i, c in enumerate(scheme.conclusions)
        if c.requires.score is not None
    ]
    for points, at in lines:
        if points not in seen and (points * 10**scheme.decimals).denominator == 1:
            seen.add(points)
            yield points, scheme_place(rule_set, *at)


def _deciding(rule_set: RuleSet, field: Field) -> Iterator[_Claim]:
    scheme = field.scheme
    for i, choice in enumerate(scheme.conclusions):
        asked = choice.requires
        names = [
            n
            for n in ("vetoes", "major", "score", "every_chapter")
            if getattr(asked, n) is not None
        ]
        for name in names:
            if name == "vetoes" and not any(s.veto for s in field.stakes):
                continue  # nothing is switched on that could decide
            place = scheme_place(rule_set, "conclusions", i, "requires", name)
            said = words.deciding_claim(choice.title, name)
            yield _Claim(deciding_goal(scheme, i, name), said, place, "condition-idle")
            if name == "every_chapter":
                best = deciding_goal(scheme, i, name, best=True)
                said = words.best_below_floor(scheme.grades[0].title, choice.title)
                yield _Claim(best, said, place, "")


def _review_differs(one: _Claim, found: Reached, search: Search) -> Iterator[Diagnostic]:
    """Complain if a review of the same data, all of it confirmed on site, concludes otherwise."""
    if one.check != "conclusion-unreachable" or found.attained is None:
        return
    own = found.attained.result.conclusion.id
    review = reviewed(search.field.book, found.attained.witness).conclusion
    if review.id != own:
        said = words.review_differs(one.name, review.title)
        yield complaint("conclusion-unreachable", one.place, said, one.goal.id)


def _complaints(one: _Claim, found: Reached) -> Iterator[Diagnostic]:
    if found.came is Came.UNDECIDED and one.check:
        said = words.undecided(one.name, found.why)
        yield complaint("score-undecided", one.place, said, one.goal.id)
    elif found.came is Came.UNREACHABLE and one.check:
        said = words.unreachable(one.check, one.name, [c for c in found.cut if len(c) > 1])
        yield complaint(one.check, one.place, said, one.goal.id)
