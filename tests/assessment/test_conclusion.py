"""From counts and intervals to a conclusion, or to those still possible, worked out by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from checker.assessment.conclusion import Standing, conclude
from checker.model.outcome import AssessmentKind, Outcome
from checker.model.result import ChapterResult, OutcomeCounts, Points
from checker.model.rule import Acceptance, ConclusionChoice, Grade, Requirements

SELF, ASSOCIATION = AssessmentKind.SELF, AssessmentKind.ASSOCIATION

STRICT = Requirements(
    vetoes=0, major=0, score=Fraction(4, 5), every_chapter=Fraction(3, 5),
    missing_requirements=Fraction(1, 20), untested=0,
)  # fmt: skip
SCHEME = Acceptance(
    total=100, near_miss=Fraction(1, 2), decimals=1, rectify_days=30, source="测试",
    grades=(
        Grade("fine", "优", Fraction(90)), Grade("fair", "良", Fraction(70)),
        Grade("poor", "差", Fraction(0)),
    ),
    conclusions=(
        ConclusionChoice("yes", "通过", "自评达标", STRICT, conforms=True),
        ConclusionChoice(
            "later", "整改后通过", "自评基本达标", Requirements(vetoes=0, score=Fraction(7, 10)),
            conforms=False,
        ),
        ConclusionChoice("no", "不通过", "自评未达标", Requirements(), conforms=False),
    ),
)  # fmt: skip

COUNTS = OutcomeCounts(0, 0, 0, 0, 0, 0, 0)


def points(worst, best=None, maximum=100):
    return Points(Fraction(worst), Fraction(worst if best is None else best), Fraction(maximum))


def chapter(no, of):
    return ChapterResult(no, f"第{no}", Outcome.PASSED, COUNTS, of, (), "")


def standing(**changes):
    """Everything in order but for the changes."""
    plain = {
        "kind": ASSOCIATION, "vetoes": (0, 0), "major": (0, 0), "score": points(90),
        "chapters": (chapter("1", points(50, 50, 50)),), "missing": 0, "requirements": 20,
        "untested": (0, 0),
    }  # fmt: skip
    return Standing(**{**plain, **changes})


def concluded(**changes):
    return conclude(standing(**changes), SCHEME)


def test_all_in_order_conforms():
    found = concluded()

    assert (found.id, found.title, found.conforms) == ("yes", "通过", True)
    assert found.possible == ("通过",)
    assert found.grade == "优"
    assert found.reasons[0] == "启用的否决项不符合 0 项，要求不超过 0 项"
    assert len(found.reasons) == 6  # one for every condition


def test_a_self_assessment_never_says_that_it_passed():
    assert concluded(kind=SELF).title == "自评达标"


# what is changed, conclusions still possible, a reason that is given
CASES = {
    "score exactly at the line": ({"score": points(80)}, "通过", ""),
    "score a tenth below it": ({"score": points("79.9")}, "整改后通过", "得分率 79.9%，要求不低于 80%"),
    "score may reach the line": ({"score": points(75, 80)}, "通过 整改后通过", "75.0% ～ 80.0%"),
    "score may reach it or fall far": ({"score": points(69, 80)}, "通过 整改后通过 不通过", ""),
    "score surely between the lines": ({"score": points(70, "79.9")}, "整改后通过", ""),
    "score too low": ({"score": points(20, 69)}, "不通过", "得分率 20.0% ～ 69.0%，要求不低于 70%"),
    "nothing to score": ({"score": None}, "通过 整改后通过 不通过", "没有一条规则适用"),
    "a veto": ({"vetoes": (1, 1)}, "不通过", "启用的否决项不符合 1 项"),
    "perhaps a veto": ({"vetoes": (0, 1)}, "通过 整改后通过 不通过", "0 ～ 1 项"),
    "a major nonconformity": ({"major": (1, 2)}, "整改后通过", "严重不符合 1 ～ 2 项"),
    "perhaps a major one": ({"major": (0, 1)}, "通过 整改后通过", "严重不符合 0 ～ 1 项"),
    "a chapter below the floor": (
        {"chapters": (chapter("1", points(50, 50, 50)), chapter("2", points(5, "29.9", 50)))},
        "整改后通过", "第 2 章第2得分率 10.0% ～ 59.8%，要求不低于 60%",
    ),
    "a chapter on the floor": ({"chapters": (chapter("1", points(30, 30, 50)),)}, "通过", ""),
    "a chapter that may reach the floor": (
        {"chapters": (chapter("1", points(20, 40, 50)),)}, "通过 整改后通过", "第 1 章"
    ),
    "a chapter without points is not asked": (
        {"chapters": (chapter("1", points(50, 50, 50)), chapter("2", points(0, 0, 0)))}, "通过", ""
    ),
    "a chapter below the floor that may not apply": (
        {
            "chapters": (chapter("1", points(50, 50, 50)), chapter("2", points(0, 0, 50))),
            "may_drop_out": frozenset({"2"}),
        },
        "通过 整改后通过", "第 2 章第2得分率 0.0%，要求不低于 60%；这一章也可能整章不适用",
    ),
    "a chapter on the floor that may not apply": (
        {
            "chapters": (chapter("1", points(50, 50, 50)), chapter("2", points(30, 30, 50))),
            "may_drop_out": frozenset({"2"}),
        },
        "通过", "",
    ),
    "nothing that surely applies, and all of it in order": (
        {"may_drop_out": frozenset({"1"})},
        "通过 整改后通过 不通过", "得分率 90.0%，要求不低于 80%；还看不出有没有规则适用",
    ),
    "nothing that surely applies, and all of it failed": (
        {"score": points(0), "may_drop_out": frozenset({"1"})}, "通过 整改后通过 不通过", "",
    ),
    "one of twenty missing": ({"missing": 1}, "通过", ""),
    "two of twenty missing": (
        {"missing": 2}, "通过 整改后通过", "“应”类 20 条规则中资料缺失 2 条（10.0%），要求不超过 5%"
    ),
    "something to be confirmed": ({"untested": (1, 1)}, "通过 整改后通过", "还有 1 条待现场确认"),
    "something that may have to be confirmed": (
        {"untested": (0, 2)}, "通过 整改后通过", "还有 0 ～ 2 条待现场确认"
    ),
    "the same in a self-assessment": ({"untested": (1, 1), "kind": SELF}, "自评达标", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_is_still_possible(name):
    changes, possible, reason = CASES[name]

    found = concluded(**changes)

    assert found.possible == tuple(possible.split())
    assert any(reason in r for r in found.reasons)
    if len(found.possible) == 1:
        assert found.title == possible
        assert found.conforms is (found.id == "yes")
    else:
        assert (found.id, found.conforms) == ("", None)
        assert found.title == "暂不能得出结论"


def test_only_what_decides_or_keeps_open_is_given_as_a_reason():
    assert concluded(major=(1, 1)).reasons == ("通过：严重不符合 1 项，要求不超过 0 项",)


def test_each_reason_says_which_conclusion_asks_for_it():
    reasons = concluded(kind=SELF, score=points(0, 100)).reasons

    assert reasons == (
        "自评达标：总得分率 0.0% ～ 100.0%，要求不低于 80%",
        "自评基本达标：总得分率 0.0% ～ 100.0%，要求不低于 70%",
    )


def test_chapters_of_which_equally_little_is_known_are_told_at_once():
    unknown = tuple(chapter(no, points(0, 50, 50)) for no in "12")
    apart = (unknown[0], chapter("2", points(1, 50, 50)))

    assert concluded(chapters=unknown).reasons == (
        "通过：各章得分率都是 0.0% ～ 100.0%，要求都不低于 60%",
    )
    assert len(concluded(chapters=apart).reasons) == 2


def test_where_all_chapters_reach_their_floor_the_lowest_is_told():
    chapters = (chapter("1", points(50, 50, 50)), chapter("2", points(40, 50, 50)))

    assert "各章得分率最低 80.0%，要求都不低于 60%" in concluded(chapters=chapters).reasons


def test_the_same_reason_is_given_once():
    reasons = concluded(vetoes=(1, 1)).reasons

    assert len(set(reasons)) == len(reasons) == 1


def test_an_undetermined_self_assessment_says_so():
    assert concluded(kind=SELF, vetoes=(0, 1)).title == "自评暂不能得出结论"


@pytest.mark.parametrize(
    ("score", "grades"),
    [
        (points(90), "优"),
        (points("89.9"), "良"),
        (points("69.9", 70), "良 差"),
        (points(0, 100), "优 良 差"),
        (points(70, "89.9"), "良"),
        (None, "优 良 差"),
    ],
)
def test_grades(score, grades):
    found = concluded(score=score)

    assert found.possible_grades == tuple(grades.split())
    assert found.grade == (grades if " " not in grades else "")


def test_floors_of_chapters_alone_decide_nothing_when_none_surely_applies():
    alone = Requirements(every_chapter=Fraction(3, 5))
    first = replace(SCHEME.conclusions[0], requires=alone)
    scheme = replace(SCHEME, conclusions=(first, SCHEME.conclusions[-1]))

    assert conclude(standing(), scheme).id == "yes"
    open_ = conclude(standing(may_drop_out=frozenset({"1"})), scheme)
    assert open_.possible == ("通过", "不通过")
