"""Past submissions under both versions: the points are worked out by hand.

`clear` stands exactly on its limits: 19 of 20 samples are in range (95 %), 0.04 m³ of fresh water a
swimmer. It has all 100 points: 40 for 1.1 (weights 3 and 1), 20, 25, 15. `murky` has 9 of 10 samples
in range (90 %): 基本符合, half of 30 points; the rest of it is failed or missing.
"""

from fractions import Fraction
from pathlib import Path

import pytest

from checker.model.outcome import Outcome
from checker.workbench.comparison.archive import judged, submissions
from checker.workbench.comparison.change import Subject
from checker.workbench.comparison.compare import changes, renames
from checker.workbench.comparison.impact import Fate, Said, pair
from checker.workbench.comparison.levers import levers
from checker.workbench.comparison.traits import version
from checker.workbench.rule_set import read_rule_set
from tests.rulebook.copies import GUARDED, POOL_RULES, RENEWED, TESTED, WATER
from tests.workbench.comparison.pools import ACCEPTANCE, DICTIONARY, PARAMETERS, STANDARD

POOL = POOL_RULES.parent / "submissions"
ROOT = Path(__file__).resolve().parents[3]


def paired(old, new):
    found = changes(old, new)
    renamed = {now: was for was, now in renames(found).items()}
    return pair(old.book, new.book, levers(found), renamed)


def replayed(pools, which="clear"):
    return judged(POOL / which, which, paired(pools.old, pools.new))


def numbers(points):
    return (points.worst, points.best)


def shares(replay):
    return [
        (c.lever and (c.lever.subject, c.lever.new or c.lever.old), c.worst, c.best)
        for c in replay.contributions
    ]


def test_nothing_moves_where_nothing_changed(pools):
    for which in ("clear", "murky"):
        replay = replayed(pools, which)
        assert replay.fate is Fate.SAME
        assert not replay.hit


def test_a_higher_limit_costs_half_the_points_inside_the_tolerance(pools):
    replay = replayed(pools.edit(WATER, 'default: "95%"', 'default: "96%"'))
    assert replay.fate is Fate.MOVED
    (move,) = replay.outcomes
    assert (move.rule, move.old, move.new) == (
        "YYC-0101-01", Said(Outcome.PASSED), Said(Outcome.FAILED, near=True),
    )  # fmt: skip
    assert [(c.subject, c.new) for c in move.causes] == [(Subject.PARAMETER, "chlorine_share_min")]
    assert numbers(replay.old.points) == (100, 100)
    assert numbers(replay.new.points) == (85, 85)  # half of 30 points
    assert (replay.old.grades, replay.new.grades) == (("清澈",), ("尚可",))
    assert replay.old.conclusions == replay.new.conclusions == ("可以开放",)
    assert [(m.no, numbers(m.old), numbers(m.new)) for m in replay.items] == [
        ("1.1", (40, 40), (25, 25))
    ]
    assert [(m.no, numbers(m.old), numbers(m.new)) for m in replay.chapters] == [
        ("1", (60, 60), (45, 45))
    ]
    assert shares(replay) == [((Subject.PARAMETER, "chlorine_share_min"), -15, -15)]
    assert replay.contributions[0].grade
    assert not replay.contributions[0].conclusion


def test_the_same_limit_pushes_another_submission_out_of_the_tolerance(pools):
    replay = replayed(pools.edit(WATER, 'default: "95%"', 'default: "96%"'), "murky")
    (move,) = replay.outcomes
    assert (move.old, move.new) == (Said(Outcome.FAILED, near=True), Said(Outcome.FAILED))
    assert numbers(replay.old.points) == (15, 65)
    assert numbers(replay.new.points) == (0, 50)


def test_a_lower_weight_moves_points_and_no_outcome(pools):
    replay = replayed(pools.edit(WATER, "weight: 3", "weight: 1"), "murky")
    assert replay.outcomes == ()
    assert numbers(replay.old.points) == (15, 65)
    assert numbers(replay.new.points) == (10, 70)  # half of 20 for the one, 0 to 20 for the other
    assert shares(replay) == [((Subject.RULE, "YYC-0101-01"), -5, 5)]


def test_of_two_changes_each_has_its_own_share(pools):
    pools.edit(WATER, 'default: "95%"', 'default: "96%"')
    pools.edit(RENEWED, 'default: "0.04"', 'default: "0.05"')
    replay = replayed(pools)
    assert numbers(replay.new.points) == (70, 70)
    assert shares(replay) == [
        ((Subject.PARAMETER, "chlorine_share_min"), -15, -15),
        ((Subject.PARAMETER, "fresh_water_min"), -15, -15),
    ]


def test_what_two_changes_only_do_together_is_told_as_such(pools):
    """Half of 30 points goes with the limit; that 基本符合 is worth less costs nothing alone."""
    pools.edit(WATER, 'default: "95%"', 'default: "96%"')
    pools.edit(ACCEPTANCE, 'near_miss: "50%"', 'near_miss: "20%"')
    replay = replayed(pools)
    assert numbers(replay.new.points) == (76, 76)  # 20 % of 30 stay
    assert shares(replay) == [
        ((Subject.PARAMETER, "chlorine_share_min"), -15, -15), (None, -9, -9),
    ]  # fmt: skip


def test_shares_add_up_to_the_whole(pools):
    pools.edit(WATER, 'default: "95%"', 'default: "96%"').edit(WATER, "weight: 3", "weight: 2")
    pools.edit(PARAMETERS, 'default: "5%"', 'default: "0%"')
    pools.edit(STANDARD, "title: 水质, points: 40", "title: 水质, points: 30")
    pools.edit(STANDARD, "title: 送检, points: 20", "title: 送检, points: 30")
    for which in ("clear", "murky"):
        replay = replayed(pools, which)
        assert (
            sum((c.worst for c in replay.contributions), Fraction(0))
            == replay.new.points.worst - replay.old.points.worst
        )
        assert (
            sum((c.best for c in replay.contributions), Fraction(0))
            == replay.new.points.best - replay.old.points.best
        )


def test_two_changes_that_cancel_each_other_leave_no_trace(pools):
    """The limit rises, the range widens: 20 of 20 samples are in it now."""
    pools.edit(WATER, 'default: "95%"', 'default: "96%"')
    pools.edit(WATER, 'default: "0.3"', 'default: "0.1"').edit(
        WATER, 'default: "1.0"', 'default: "3"'
    )
    assert replayed(pools).fate is Fate.SAME


def test_a_grade_line_moves_the_grade_alone(pools):
    pools.edit(ACCEPTANCE, 'at_least: "60"', 'at_least: "66"')
    replay = replayed(pools, "murky")
    assert (replay.old.grades, replay.new.grades) == (("尚可", "浑浊"), ("浑浊",))
    assert replay.outcomes == ()
    assert [(c.lever.subject, c.worst, c.grade) for c in replay.contributions] == [
        (Subject.ACCEPTANCE, 0, True)
    ]


def test_a_rule_that_went_has_no_outcome_any_more(pools):
    (pools.copy.folder / RENEWED).unlink()
    replay = replayed(pools)
    (move,) = replay.outcomes
    assert (move.rule, move.old, move.new) == ("YYC-0202-01", Said(Outcome.PASSED), None)
    assert [c.old for c in move.causes] == ["YYC-0202-01"]


def test_a_renamed_rule_is_the_same_rule(pools):
    pools.edit(RENEWED, "YYC-0202-01", "YYC-0202-02")
    assert replayed(pools).fate is Fate.SAME


def test_a_veto_hits_who_fails_it(pools):
    pools.edit(ACCEPTANCE, "enabled_vetoes: []", "enabled_vetoes: [YYC-0102-01]")
    pools.edit(
        ACCEPTANCE,
        "conforms: false\n  requires: {}",
        "conforms: false\n  requires: {vetoes: 0}\n- id: closed\n  title: 关闭\n  self_title: 自查应当关闭\n  conforms: false\n  requires: {}",
    )
    replay = replayed(pools, "murky")  # 按月送检 has failed there
    assert replay.old.conclusions == ("自查应当暂停开放",)
    assert replay.new.conclusions == ("自查应当关闭",)
    assert replayed(pools, "clear").fate is Fate.SAME


def test_what_the_new_version_cannot_read_is_told_with_its_problems(pools):
    pools.edit(DICTIONARY, "[余氯, 浊度, 尿素, 菌落总数, 其他]", "[余氯, 浊度, 尿素, 菌落总数]")
    replay = replayed(pools)  # R5 and R6 say 其他
    assert replay.fate is Fate.REFUSED
    assert replay.hit
    assert len(replay.problems) == 2
    assert {p.place.file for p in replay.problems} == {"submission.yaml"}


def test_what_only_the_new_version_reads_is_told_too(pools):
    pools.edit(DICTIONARY, "[余氯, 浊度, 尿素, 菌落总数, 其他]", "[余氯, 浊度, 尿素, 菌落总数]")
    replay = judged(POOL / "clear", "clear", paired(pools.new, pools.old))
    assert replay.fate is Fate.ACCEPTED


def test_what_neither_version_reads_is_listed_and_hits_nobody(pools, tmp_path):
    (tmp_path / "broken.yaml").write_text("form: 7\n", encoding="utf-8")
    replay = judged(tmp_path / "broken.yaml", "broken.yaml", paired(pools.old, pools.new))
    assert replay.fate is Fate.UNREADABLE
    assert replay.problems
    assert not replay.hit


def test_a_dictionary_that_reads_a_blank_otherwise_moves_outcomes(pools):
    """Without `blank`, guards who name no pool may belong to any: the rule cannot be told."""
    pools.edit(DICTIONARY, "list: true, blank: nothing_once_used", "list: true")
    assert replayed(pools).fate is Fate.SAME  # every guard of it names pools


@pytest.mark.parametrize("which", ["clear", "murky"])
def test_the_other_way_round_every_move_is_reversed(pools, which):
    pools.edit(WATER, 'default: "95%"', 'default: "96%"').edit(WATER, "weight: 3", "weight: 2")
    pools.edit(TESTED, "default: 4, unit: count/年", "default: 3, unit: count/年")
    pools.edit(GUARDED, "default: 2, unit: count", "default: 3, unit: count")
    there = replayed(pools, which)
    back = judged(POOL / which, which, paired(pools.new, pools.old))
    assert (there.old, there.new) == (back.new, back.old)
    assert {(m.rule, m.old, m.new) for m in there.outcomes} == {
        (m.rule, m.new, m.old) for m in back.outcomes
    }
    assert {(m.no, m.old, m.new) for m in there.items} == {(m.no, m.new, m.old) for m in back.items}


class TestArchive:
    def test_folders_with_an_entry_and_loose_forms_are_found_in_order(self, tmp_path):
        for name in ("b/submission.yaml", "a/x/submission.csv", "c/expected.yaml", "c/notes.txt"):
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("points: 3\n", encoding="utf-8")
        (tmp_path / "b/inner").mkdir()
        (tmp_path / "b/inner/submission.yaml").write_text("form: 1\n", encoding="utf-8")
        (tmp_path / "c/form.yaml").write_text("# 申报\nform: 1\n", encoding="utf-8")
        (tmp_path / "c/form.json").write_text('{\n  "form": 1\n}\n', encoding="utf-8")
        found = [p.relative_to(tmp_path).as_posix() for p in submissions(tmp_path)]
        assert found == ["a/x", "b", "c/form.json", "c/form.yaml"]

    def test_a_submission_by_itself_is_an_archive_of_one(self):
        assert submissions(POOL / "clear") == [POOL / "clear"]


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """The standard, and the same with one share raised from 90 % to 91 %."""
    import shutil

    folder = tmp_path_factory.mktemp("real")
    shutil.copytree(ROOT / "rules", folder / "rules")
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    file = folder / "rules/5-community-building/5.2-organisation-and-staff/rules.yaml"
    text = file.read_text(encoding="utf-8")
    was = '    title: 规模合适的基础网格占比下限\n    default: "90%"'
    assert text.count(was) == 1
    file.write_text(text.replace(was, was.replace("90%", "91%")), encoding="utf-8")
    return [
        version(name, read_rule_set(at, "longyou_practice"))
        for name, at in (("old", ROOT / "rules"), ("new", folder / "rules"))
    ]


def test_a_share_of_91_percent_hits_exactly_the_sample_that_stands_on_90(real):
    """18 of 20 grids are of the right size in `boundary`; everybody else is far from the line.

    5.2 has 65 points for weights of 23; the rule weighs 4 and keeps half: 11/23 → 9/23 of 65, that is
    31.087 → 25.435, and the whole falls from 951.309 to 945.657.
    """
    both = paired(*real)
    replays = {p.name: judged(p, p.name, both) for p in submissions(ROOT / "samples")}
    assert len(replays) == 11
    assert [name for name, r in replays.items() if r.hit] == ["boundary"]
    assert {n for n, r in replays.items() if r.fate is Fate.UNREADABLE} == {"dirty", "dirty-yaml"}
    hit = replays["boundary"]
    assert hit.old
    assert hit.new
    (move,) = hit.outcomes
    assert (move.rule, move.old, move.new) == (
        "QYSQ-0502-02", Said(Outcome.PASSED), Said(Outcome.FAILED, near=True),
    )  # fmt: skip
    assert [c.new for c in move.causes] == ["grid_size_pass_ratio"]
    assert numbers(hit.old.points) == (Fraction("951.3"), Fraction("951.3"))
    assert numbers(hit.new.points) == (Fraction("945.7"), Fraction("945.7"))
    assert [(m.no, m.new and m.new.worst) for m in hit.items] == [("5.2", Fraction("25.4"))]
    assert hit.old.grades == hit.new.grades == ("优秀",)
