"""Promise 1 for a whole assessment: score, outcomes, grade and conclusion are never belied.

Drawn rules over drawn submissions, assessed with what is missing, and again for every completion.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.assessment.assess import assess_submission
from checker.assessment.consistency import contradictions
from checker.language.completions import completions, step
from checker.language.sample import Sample
from checker.model.outcome import (
    AssessmentKind,
    Basis,
    Confirmation,
    Level,
    Outcome,
    Severity,
    Verification,
)
from checker.model.result import Finding, Points, Result
from checker.model.rule import (
    Acceptance,
    Chapter,
    ConclusionChoice,
    Difference,
    Grade,
    Item,
    Profile,
    Requirements,
    Rule,
    Rulebook,
    SeedPlace,
    Source,
    Standard,
)
from checker.model.submission import Period, SiteFinding, Submission, TableData
from checker.model.value import NOTHING, UNKNOWN, Cell
from checker.report.result_json import dumps, loads
from tests.builders import check, condition, table_data
from tests.properties.cases import MEASURES, Author, Filler, Raw
from tests.properties.claims import Tables
from tests.properties.settings import fixed
from tests.properties.world import DICTIONARY, ON, PARAMETERS, PERIODS

MORE = int(os.environ.get("MORE_EXAMPLES", "1"))

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

NAMED = replace(DICTIONARY, subject_name="zone")
HERE = SeedPlace("1", 1)
CHAPTERS = (
    Chapter("1", "一", HERE, (Item("1.1", "甲", 30, HERE, "one"), Item("1.2", "乙", 10, HERE))),
    Chapter("2", "二", HERE, (Item("2.1", "丙", 20, HERE, "one"),)),
)
ITEMS = ("1.1", "1.1", "1.2", "2.1")
"""The item of each rule."""

MET: Raw = {"measure": "count", "of": "grids", "expect": {"at_least": 0}}
MISSED: Raw = {"measure": "count", "of": "grids", "expect": {"at_least": 99}}
IF_READY: Raw = {"ready": True}
UNLESS_READY: Raw = {"ready": False}
IF_MANY: Raw = {"firms": {"at_least": 2}}
IF_FEW: Raw = {"firms": {"at_most": 2}}

SCHEME = Acceptance(
    total=100,
    near_miss=Fraction(1, 2),
    decimals=1,
    grades=(
        Grade("good", "良好", Fraction(80)),
        Grade("fair", "合格", Fraction(50)),
        Grade("poor", "不合格", Fraction(0)),
    ),
    conclusions=(
        ConclusionChoice(
            "accepted",
            "通过",
            "自评达标",
            Requirements(
                vetoes=0,
                major=0,
                score=Fraction(4, 5),
                every_chapter=Fraction(3, 5),
                missing_requirements=Fraction(1, 20),
                untested=0,
            ),
            conforms=True,
        ),
        ConclusionChoice(
            "later",
            "整改后通过",
            "自评基本达标",
            Requirements(vetoes=0, score=Fraction(1, 2)),
            False,
        ),
        ConclusionChoice("refused", "不通过", "自评不达标", Requirements(), False),
    ),
    rectify_days=30,
    source="试验",
    systemic_rows=2,
    systemic_tables=("staff",),
    enabled_vetoes=("R-1",),
)


@dataclass(frozen=True)
class Ask:
    """One rule as it is drawn."""

    check: Raw
    applies: Raw | None
    level: Level = Level.REQUIREMENT
    severity: Severity = Severity.MINOR
    verification: Verification = Verification.DOCUMENT
    scored: bool = True


@dataclass(frozen=True)
class Whole:
    """Rules, and a submission that leaves something open."""

    tables: dict[str, TableData]
    sample: Sample
    period: Period
    kind: AssessmentKind
    rules: tuple[Ask, ...]
    scheme: Acceptance
    site: tuple[SiteFinding, ...] = ()


@st.composite
def wholes(draw: Any, *, wild: bool = False) -> Whole:
    author = Author(draw, focus="plain")
    rules = tuple(_drawn(author) for _ in ITEMS)
    filler = Filler(draw, author, 40, wild)
    tables, sample = filler.tables()
    kind = author.pick((AssessmentKind.SELF, AssessmentKind.ASSOCIATION))
    period = author.pick(PERIODS)
    seen = tuple(
        SiteFinding(f"R-{n}", "X", author.pick(("confirmed", "rejected")), "看了", "甲", ON)
        for n in range(len(ITEMS))
        if author.chance(15)
    )
    return Whole(tables, sample, period, kind, rules, _scheme(author), seen)


@st.composite
def plain_wholes(draw: Any) -> Whole:
    """Rules that hang on two blanks of one row alone: few completions, so many examples."""
    author = Author(draw, focus="plain")
    checks = (MET, MET, MISSED, *(_of_community(asked) for asked in (IF_READY, IF_MANY, IF_FEW)))
    when = (None, IF_READY, IF_READY, UNLESS_READY, IF_MANY, IF_FEW)
    rules = tuple(_ask(author, author.pick(checks), author.pick(when)) for _ in ITEMS)
    tables = {name: table_data(of, []) for name, of in NAMED.tables.items()}
    row: dict[str, Cell] = {
        "firms": author.pick((UNKNOWN, UNKNOWN, 2)),
        "ready": author.pick((UNKNOWN, UNKNOWN, True)),
        "zone": "东",
        "founded_on": NOTHING,
    }
    tables["community"] = table_data(NAMED.tables["community"], [row])
    sample = Sample({("community", "firms"): (0, 2, 3), ("community", "ready"): (True, False)})
    kind = author.pick((AssessmentKind.SELF, AssessmentKind.ASSOCIATION))
    return Whole(tables, sample, PERIODS[0], kind, rules, _scheme(author))


def _of_community(asked: Raw) -> Raw:
    return {"measure": "count", "of": "community", "where": asked, "expect": {"at_least": 1}}


def _drawn(author: Author) -> Ask:
    leaf = None
    while leaf is None:
        leaf = author.leaf(author.pick(("share", "share", "count", *MEASURES)))
    asked = author.chance(25)
    return _ask(author, leaf, author.condition("community", 0, related=False) if asked else None)


def _ask(author: Author, leaf: Raw, applies: Raw | None) -> Ask:
    return Ask(
        leaf,
        applies,
        author.pick((*[Level.REQUIREMENT] * 4, Level.RECOMMENDATION, Level.PERMISSION)),
        author.pick((Severity.MINOR, Severity.MINOR, Severity.MAJOR)),
        author.pick((Verification.DOCUMENT, Verification.SITE)),
        author.chance(90),
    )


def _scheme(author: Author) -> Acceptance:
    """Draw how strict the scheme is: each of its demands may be the one that decides."""
    accepted, later, refused = SCHEME.conclusions
    demands: dict[str, tuple[Any, ...]] = {
        "vetoes": (0,),
        "major": (0, 1),
        "score": (Fraction(4, 5), Fraction(1)),
        "every_chapter": (Fraction(3, 5), Fraction(1, 3)),
        "missing_requirements": (Fraction(1, 20), Fraction(1, 2)),
        "untested": (0, 1),
    }
    # mostly one alone: then it is the one that decides
    asked = (author.pick(tuple(demands)),) if author.chance(70) else tuple(demands)
    strict = Requirements(**{name: author.pick(demands[name]) for name in asked})
    return replace(
        SCHEME,
        near_miss=author.pick((Fraction(1, 2), Fraction(0), Fraction(1))),
        decimals=author.pick((0, 1)),
        conclusions=(replace(accepted, requires=strict), later, refused),
        systemic_rows=author.pick((0, 1, 2)),
        systemic_tables=author.pick((("staff",), ("grids", "staff"))),
        whole_item_from=author.pick((1, 2)),
        enabled_vetoes=author.pick(((), ("R-1",), ("R-0", "R-3"))),
    )


def rulebook(whole: Whole) -> Rulebook:
    rules = tuple(
        Rule(
            id=f"R-{n}",
            item=item,
            title="题",
            requirement="要求",
            level=ask.level,
            source=Source(Basis.DERIVED, Basis.DERIVED),
            check=check(ask.check, NAMED, PARAMETERS),
            verification=(ask.verification,),
            weight=n + 1,
            remedy="改",
            severity=ask.severity,
            scored=ask.scored,
            applies_when=None
            if ask.applies is None
            else condition(ask.applies, "community", NAMED, PARAMETERS),
        )
        for n, (item, ask) in enumerate(zip(ITEMS, whole.rules, strict=True))
    )
    unscored = tuple(
        Difference("unscored", rule.id, "计分", "不计分", "试", "试")
        for rule in rules
        if not rule.scored
    )
    return Rulebook(
        version="0",
        digest="0" * 64,
        standard=Standard(
            "S", "标准", "某会", "试验", "某说明", CHAPTERS, aspects=(("one", "一面"),)
        ),
        dictionary=NAMED,
        rules=rules,
        parameters=PARAMETERS,
        values={name: p.default for name, p in PARAMETERS.items()},
        profile=Profile("base", "基本", "", unscored),
        acceptance=whole.scheme,
    )


def assessed(
    book: Rulebook, whole: Whole, tables: Tables, more: tuple[SiteFinding, ...] = ()
) -> Result:
    seen = (*whole.site, *more)
    own = Submission(whole.kind, whole.period, ON, tables, site_findings=seen)
    return assess_submission(book, own)


def not_belied(before: Result, after: Result) -> None:
    """What was decided of rules and points stays so."""
    for old, new in zip(before.findings, after.findings, strict=True):
        _outcome(old, new)
    _points("total", before.points, after.points)
    _points("all asked", before.points_without_declared, after.points_without_declared)
    for old_aspect, new_aspect in zip(before.aspects, after.aspects, strict=True):
        _points(old_aspect.name, old_aspect.points, new_aspect.points)
    for old_chapter, new_chapter in zip(before.chapters, after.chapters, strict=True):
        _points(old_chapter.no, old_chapter.points, new_chapter.points)
        for old_item, new_item in zip(old_chapter.items, new_chapter.items, strict=True):
            _points(old_item.no, old_item.points, new_item.points)


def conclusion_not_belied(before: Result, after: Result) -> None:
    """No grade and no conclusion comes that was excluded."""
    old, new = before.conclusion, after.conclusion
    assert set(new.possible) <= set(old.possible), (old, new)
    assert set(new.possible_grades) <= set(old.possible_grades), (old, new)


def _outcome(old: Finding, new: Finding) -> None:
    assert set(new.possible) <= set(old.possible), (old.rule, old.possible, new.possible)
    if old.data_outcome is not Outcome.CANT_TELL:
        assert new.data_outcome is old.data_outcome, (old.rule, old.data_outcome, new.data_outcome)
    if old.outcome not in (Outcome.CANT_TELL, Outcome.UNTESTED):
        assert new.outcome is old.outcome, (old.rule, old.outcome, new.outcome)
    if old.severity is Severity.MAJOR:
        assert new.severity is Severity.MAJOR, (old.rule, new.severity)
    assert new.vetoed or not old.vetoed, old.rule


def _points(name: str, old: Points, new: Points) -> None:
    if new.maximum:  # else it dropped out: nothing in it applies
        assert old.worst <= new.worst <= new.best <= old.best, (name, old, new)


def test_every_completion_is_scored_within_what_was_said():
    """Outcomes hold, points lie in their intervals, and what is complete has one score."""

    @fixed(60 * MORE)
    @given(wholes())
    def holds(whole: Whole) -> None:
        book = rulebook(whole)
        before = assessed(book, whole, whole.tables)
        for tables in completions(whole.tables, NAMED, whole.sample, at_most=50):
            after = assessed(book, whole, tables)
            not_belied(before, after)
            assert all(f.outcome is not Outcome.CANT_TELL for f in after.findings)
            waits = any(f.outcome is Outcome.UNTESTED for f in after.findings)
            assert after.points.worst == after.points.best or waits

    holds()


def test_saying_more_never_widens_the_score():
    """One step after the other, from much that is missing to nothing."""

    @fixed(25 * MORE)
    @given(wholes(wild=True), st.randoms(use_true_random=False))
    def holds(whole: Whole, chance: Random) -> None:
        book = rulebook(whole)
        tables: Tables = whole.tables
        before = assessed(book, whole, tables)
        while True:
            following = step(tables, NAMED, whole.sample, chance.randrange)
            if following is None:
                return
            after = assessed(book, whole, following)
            not_belied(before, after)
            tables, before = following, after

    holds()


@pytest.mark.parametrize(("drawn", "examples"), [(wholes(), 100), (plain_wholes(), 600)])
def test_no_completion_has_a_conclusion_or_grade_that_was_excluded(drawn, examples):
    """What is still possible is what the completions come to, and perhaps more."""

    @fixed(examples * MORE)
    @given(drawn)
    def holds(whole: Whole) -> None:
        book = rulebook(whole)
        before = assessed(book, whole, whole.tables)
        for tables in completions(whole.tables, NAMED, whole.sample, at_most=50):
            after = assessed(book, whole, tables)
            not_belied(before, after)
            conclusion_not_belied(before, after)
            for seen in looks_on_site(after, whole.kind):
                last = assessed(book, whole, tables, seen)
                not_belied(before, last)
                conclusion_not_belied(before, last)
                conclusion_not_belied(after, last)

    holds()


def looks_on_site(result: Result, kind: AssessmentKind) -> Iterator[tuple[SiteFinding, ...]]:
    """Every way a review may go on: each rule that waits is confirmed or rejected."""
    waiting = [f.rule for f in result.findings if f.confirmation is Confirmation.PENDING]
    waiting = [r for r in waiting if _finding(result, r).outcome is not Outcome.INAPPLICABLE]
    if kind is AssessmentKind.SELF or not waiting:
        return
    for results in product(("confirmed", "rejected"), repeat=len(waiting)):
        yield tuple(
            SiteFinding(rule, "X", found, "看了", "甲", ON)
            for rule, found in zip(waiting, results, strict=True)
        )


def _finding(result: Result, rule: str) -> Finding:
    return next(f for f in result.findings if f.rule == rule)


@pytest.mark.parametrize(
    ("rules", "applies"),
    [((MET, MET, MET, MISSED), (None, None, None, IF_READY)), ((MISSED,) * 4, (IF_READY,) * 4)],
    ids=["a chapter that may not apply", "nothing that surely applies"],
)
def test_what_may_not_apply_excludes_no_conclusion_and_no_grade(rules, applies):
    """Found by the test above: nobody says whether the community is ready. If it is, the last
    chapter has failed; if it is not, nothing of that chapter is asked, and all the rest is met."""
    tables = {name: table_data(of, []) for name, of in NAMED.tables.items()}

    def of_community(ready: Cell) -> Tables:
        row = {"firms": 1, "ready": ready, "zone": "东", "founded_on": NOTHING}
        return {**tables, "community": table_data(NAMED.tables["community"], [row])}

    plain = Whole({}, Sample(), PERIODS[0], AssessmentKind.SELF, (), SCHEME)
    rules = tuple(Ask(raw, asked) for raw, asked in zip(rules, applies, strict=True))
    whole = replace(plain, rules=rules)
    book = rulebook(whole)
    before = assessed(book, whole, of_community(UNKNOWN))
    for ready in (True, False):
        conclusion_not_belied(before, assessed(book, whole, of_community(ready)))


def test_a_result_never_contradicts_itself():
    """Whatever is drawn, what follows from a result's findings is what stands in it."""

    @fixed(120 * MORE)
    @given(st.one_of(wholes(wild=True), plain_wholes()))
    def holds(whole: Whole) -> None:
        seen = () if whole.kind is AssessmentKind.SELF else whole.site  # as reading has it
        before = assessed(rulebook(whole), replace(whole, site=seen), whole.tables)
        assert contradictions(before) == ()
        assert loads(dumps(before)) == before

    holds()
