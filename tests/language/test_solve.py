"""What the solver says of a complete submission is what the engine says of it.

An example is one rule judged on one submission by both. A rule is read by the solver once and then
asked of ROUND submissions that are drawn for it: near its limits, with several rows of a kind,
with references dealt out among them. Rules and submissions are drawn by hypothesis.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.language.parse import read_check, read_row_condition
from checker.language.solve.frame import Reads
from checker.language.solve.solver import Reader, State, Wanted, solve
from checker.model.check import (
    CellTest,
    Check,
    Condition,
    Elapsed,
    Expect,
    FewestPer,
    Leaf,
    Param,
    Predicate,
    Related,
)
from checker.model.outcome import Possible
from checker.model.submission import Period, TableData
from tests.builders import scope
from tests.language.drawn import Painter, needed, nodes
from tests.language.pinned import TABLES, Asked, Own, Row, Submission, written_out
from tests.language.written import Writer
from tests.language.wrong_encodings import PLANTS
from tests.properties.cases import FOCI, MEASURES
from tests.properties.settings import fixed
from tests.properties.world import DICTIONARY, PARAMETERS, PERIODS

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

ROUND = 10
"""So many submissions are drawn for a rule."""

SPELLS = (*PERIODS, Period(date(2024, 7, 1), date(2025, 6, 30)))
"""Half a year, eight months, a whole year."""

Drawn = tuple[Asked, list[Submission]]


@st.composite
def questions(draw: Any, measure: str = "", focus: str = "", depth: int = 0) -> Drawn:
    """A rule read by the solver, and submissions to put to it.

    Hypothesis draws one number and all follows from it: drawing choice by choice, it varies what
    it has drawn before, and of a hundred rules three in four had been there already.
    """
    number = Random(draw(st.integers(0, 2**64 - 1))).randrange
    author = Writer(number, focus=focus)
    raw = author.leaf(measure) if measure else author.check(depth)
    while raw is None:
        raw = author.leaf(measure)
    applies = None
    if focus == "applies" or author.chance(10):
        applies = author.condition("community", 1, related=False)
    check, condition = read(raw, applies)

    def sizes(reads: Reads, voice: Facts) -> Mapping[str, int]:
        windows = {t for t, n in nodes(check, "", voice) if isinstance(n, FewestPer)}
        found = {
            table: 1
            if TABLES[table].one_row
            else author.pick((4, 6, 7) if table in windows else (0, 1, 2, 2, 3, 3, 4))
            for table in sorted(reads.tables)
        }
        for _ in found:  # a row that must name a row of a row that must name a row
            for table in needed(reads, found) & set(found):
                found[table] = max(1, found[table])
        return found

    asked = Asked(check, condition, author.pick(SPELLS), sizes)
    painter = Painter(number, asked)
    return asked, [painter.submission() for _ in range(ROUND)]


def read(raw: Any, applies: Any) -> tuple[Check, Condition | None]:
    """Read a rule as a rule file has it; the drawn ones have no fault."""
    reader = scope(DICTIONARY, PARAMETERS)
    check = read_check(raw, ("check",), reader)
    subject = TABLES[DICTIONARY.subject]
    condition = None
    if applies is not None:
        condition = read_row_condition(applies, ("applies_when",), subject, reader)
    assert check is not None, reader.problems
    assert not reader.problems, reader.problems
    return check, condition


class DisagreementError(AssertionError):
    """Solver and engine say different things of a submission."""


def agree(asked: Asked, submissions: list[Submission], tally: Counter[Any]) -> None:
    """Solver and engine say the same of each submission."""
    for submission in submissions:
        said = asked.by_solver(submission)
        if said is None:
            daily = any(kind.daily for kinds in submission.values() for kind in kinds)
            assert daily, "the submission itself is not among the symbolic ones"
            continue  # rows of a day each may fall on both sides of a limit: two kinds of rows
        tally["examples"] += 1
        engine = asked.by_engine(submission)
        if said != engine:
            raise DisagreementError(said, engine)
        tally.update(said)


def wanted(measure: str) -> set[Possible]:
    """The outcomes that a leaf of this measure can have."""
    found = {Possible.MET, Possible.MISSED}
    if measure in ("share", "mean", "ratio"):  # the others have a value over no rows
        found.add(Possible.EMPTY)
    if measure in ("share", "covered", "time_covered", "ratio"):
        found.add(Possible.NEAR)
    return found


def asked_often(tally: Counter[Any], rules: int, outcomes: set[Possible]) -> None:
    """As many examples as were meant to be, and every outcome in one of a hundred at least."""
    print(dict(tally))
    assert tally["examples"] >= rules * ROUND * 0.9
    for outcome in outcomes:
        assert tally[outcome] >= tally["examples"] / 100, tally


@pytest.mark.parametrize("measure", MEASURES)
def test_solver_and_engine_agree_on_every_measure(measure):
    """T, A, F or N of a leaf."""
    tally: Counter[Any] = Counter()

    @fixed(110)
    @given(questions(measure))
    def holds(drawn: Drawn) -> None:
        agree(*drawn, tally)

    holds()
    asked_often(tally, 110, wanted(measure))


@pytest.mark.parametrize("focus", [*(f for f in FOCI if f != "open"), "within", "times"])
def test_solver_and_engine_agree_whatever_a_check_has_most_of(focus):
    """The same with more paths, comparisons of cells, lists, times, related rows and so on."""
    tally: Counter[Any] = Counter()

    @fixed(60)
    @given(questions("share", focus))
    def holds(drawn: Drawn) -> None:
        agree(*drawn, tally)

    holds()
    asked_often(tally, 60, {Possible.MET, Possible.MISSED, Possible.EMPTY})


@pytest.mark.parametrize("depth", [1, 2])
def test_solver_and_engine_agree_on_composed_checks(depth):
    """The same for all and any, and for rules that may not apply."""
    tally: Counter[Any] = Counter()

    @fixed(150)
    @given(questions(depth=depth))
    def holds(drawn: Drawn) -> None:
        agree(*drawn, tally)

    holds()
    asked_often(tally, 150, set(Possible))


def forms(asked: Asked, submissions: list[Submission]) -> Iterator[str]:
    """What there is in a rule and its submissions."""
    voice = asked.voice
    found = [*nodes(asked.check, "", voice), *nodes(asked.applies, "community", voice)]
    for _, node in found:
        yield type(node).__name__
        match node:
            case Related():
                yield f"related {type(node.measure).__name__}"
            case Elapsed():
                yield voice.duration(node.at_most).unit
            case Leaf():
                yield f"when_empty {node.when_empty}"
            case Expect(tolerance=Param()):
                yield "tolerance"
            case Predicate():
                yield from (f.name for f in fields(node) if getattr(node, f.name) is not None)
            case CellTest(path) if len(path) == 2:
                yield "path"
            case _:
                pass
    yield f"{asked.period.months} months"
    yield "applies_when" if asked.applies else "always"
    for submission in submissions:
        yield from {form for kinds in submission.values() for kind in kinds for form in held(kind)}


def held(kind: Row) -> Iterator[str]:
    """What there is in a kind of rows."""
    if kind.number != 1:
        yield "several rows" if kind.number else "no rows"
    if kind.daily:
        yield "day after day"
    for cell in kind.cells.values():
        yield type(cell).__name__


FORMS = [
    "CheckAll",
    "CheckAny",
    "AllOf",
    "AnyOf",
    "CellTest",
    "Elapsed",
    "Related",
    "Field",
    "AssessmentDate",
    "OverPeriod",
    "Within",
    "equals",
    "one_of",
    "at_least",
    "at_most",
    "includes_all",
    "includes_any",
    "present",
    "within",
    "size",
    "分钟",
    "小时",
    "日",
    "工作日",
    "月",
    "tolerance",
    "path",
    "applies_when",
    "Named",
    "Own",
    "tuple",
    "Blank",
]
PHRASES = (
    "when_empty failed", "when_empty inapplicable", "6 months", "8 months", "12 months",
    "several rows", "no rows", "day after day",
    *(f"related {name}" for name in ("Count", "Sum", "Distinct", "Covered", "FewestPer")),
)  # fmt: skip


def test_the_drawn_rules_and_submissions_have_every_form():
    """Each form of rule, condition and row is there twice at least in 250 rules."""
    seen: Counter[str] = Counter()

    kinds = [questions(depth=2), questions("distinct")]
    kinds += [questions("share", focus) for focus in ("related", "elapsed")]

    @fixed(250, (Phase.generate,))
    @given(st.one_of(kinds))
    def drawn(given_: Drawn) -> None:
        seen.update(set(forms(*given_)))

    drawn()
    assert {form: seen[form] for form in (*FORMS, *PHRASES) if seen[form] < 2} == {}


@pytest.mark.parametrize("measure", ["count", "distinct", "time_covered"])
def test_the_rows_read_from_a_model_are_those_that_were_pinned(measure):
    """The reader of models writes kinds of rows out as this test does."""

    @fixed(20)
    @given(questions(measure))
    def holds(drawn: Drawn) -> None:
        asked, submissions = drawn
        for submission in submissions[:3]:
            if asked.by_solver(submission) is None:
                continue
            rows = Reader(asked.space, asked.model(submission)).rows(asked.reads.spots)
            again = {
                name: TableData(
                    len(rows[name]),
                    {c: tuple(row[c] for row in rows[name]) for c in data.columns},
                    tuple(str(row["id"]) for row in rows[name]),
                    closed=True,
                )
                if name in rows
                else data
                for name, data in written_out(submission).items()
            }
            facts = asked.facts(again)
            said = evaluate(asked.check, facts, asked.applies).possible
            assert said == asked.by_engine(submission)

    holds()


# --- what was wrong once ---


def asked_of(raw: Any, sizes: Mapping[str, int]) -> Asked:
    """A check without conditions, over so many kinds of rows."""
    return Asked(*read(raw, None), PERIODS[0], lambda *_: sizes)


def test_a_text_that_several_rows_lead_to_counts_once():
    """Two events of one member of staff, who has one note: one note."""
    raw = {"measure": "distinct", "of": "events", "value": "staff_id.note", "expect": {"equals": 1}}
    asked = asked_of(raw, {"events": 1, "staff": 1})
    events, staff = [Row(2, {"staff_id": 0})], [Row(1, {"note": Own()})]
    said = asked.by_solver({"events": events, "staff": staff})
    assert said == asked.by_engine({"events": events, "staff": staff}) == {Possible.MET}


def test_unnamed_texts_of_lists_differ_from_kind_to_kind():
    """Twenty different tags, of which no row can have all, are found in two kinds of rows."""
    raw = {"measure": "distinct", "of": "events", "value": "tags", "expect": {"equals": 20}}
    asked = asked_of(raw, {"events": 2})
    wanted = Wanted("twenty", asked.check, None, asked.voice, frozenset({Possible.MET}))
    found = solve(asked.space, [wanted], [asked.reads])
    assert found.state is State.FOUND
    tags: list[Any] = [row["tags"] for row in found.rows["events"]]
    assert len({tag for one in tags for tag in one}) == 20


# --- the tests are tested: plausible wrong encodings, each of which must be caught ---


@pytest.mark.parametrize("plant", PLANTS)
def test_a_wrong_encoding_is_caught(plant, monkeypatch):
    measure, focus, home, name, wrong = PLANTS[plant]
    monkeypatch.setattr(home, name, wrong(getattr(home, name)))
    tally: Counter[Any] = Counter()

    @fixed(200, (Phase.generate,))
    @given(questions(measure, focus, depth=0 if measure else 2))
    def holds(drawn: Drawn) -> None:
        agree(*drawn, tally)

    with pytest.raises(DisagreementError):
        holds()
    print(f"{plant}: {tally['examples']}")
