"""How a rule stands to its old version, from what can be shown and what can be excluded."""

import itertools

import pytest

from checker.document.strict_yaml import parse
from checker.model.outcome import Possible
from checker.model.problem import NOWHERE
from checker.submission.settling import from_data
from checker.workbench.comparison.meaning import Flip, Relation, Turn, compared, flip, turn
from checker.workbench.comparison.meanings import case_data, meaning, to_compare
from checker.workbench.comparison.witness import document, tables
from tests.rulebook.copies import TESTED, WATER
from tests.workbench.comparison.pools import DICTIONARY

MET, NEAR, MISSED, EMPTY = Possible.MET, Possible.NEAR, Possible.MISSED, Possible.EMPTY


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (MET, MISSED, Turn.WORSE), (MET, NEAR, Turn.WORSE), (NEAR, MISSED, Turn.WORSE),
        (EMPTY, NEAR, Turn.WORSE), (MISSED, MET, Turn.BETTER), (MISSED, NEAR, Turn.BETTER),
        (MISSED, EMPTY, Turn.BETTER), (MET, EMPTY, Turn.SPARED), (EMPTY, MET, Turn.ASKED),
        (MET, MET, None), (EMPTY, EMPTY, None), (NEAR, NEAR, None),
    ],
)  # fmt: skip
def test_what_does_not_apply_is_never_held_against_anybody(old, new, said):
    assert turn(old, new) is said


def test_the_way_back_turns_the_other_way():
    mirror = {
        Turn.WORSE: Turn.BETTER,
        Turn.BETTER: Turn.WORSE,
        Turn.SPARED: Turn.ASKED,
        Turn.ASKED: Turn.SPARED,
        None: None,
    }
    for old, new in itertools.product(Possible, repeat=2):
        assert turn(new, old) is mirror[turn(old, new)]


def witness(which, rows=1):
    return Flip(which, MET, MISSED, {"tables": {"pools": [{"id": "P"}] * rows}})


def related(shown=(), excluded=()):
    def ask(wanted):
        return (witness(wanted) if wanted in shown else None), wanted in excluded

    return compared("R", "R", "", ("", ""), (), ask)


W, B, S, A = Turn.WORSE, Turn.BETTER, Turn.SPARED, Turn.ASKED


@pytest.mark.parametrize(
    ("shown", "excluded", "relation", "open_"),
    [
        ((), (W, B, S, A), Relation.EQUAL, ()),
        ((W,), (B, S, A), Relation.STRONGER, ()),
        ((B,), (W, S, A), Relation.WEAKER, ()),
        ((W, B), (S, A), Relation.DIFFERENT, ()),
        ((W, A), (B, S), Relation.STRONGER, ()),
        ((S,), (W, B, A), Relation.SHIFTED, ()),
        ((W,), (S, A), Relation.STRONGER, (B,)),
        ((), (W, B, S), Relation.UNKNOWN, (A,)),
        ((S,), (B, A), Relation.UNKNOWN, (W,)),
    ],
)
def test_a_relation_is_claimed_only_as_far_as_it_is_shown(shown, excluded, relation, open_):
    found = related(shown, excluded)
    assert (found.relation, found.open) == (relation, open_)
    assert tuple(f.turn for f in found.flips) == tuple(t for t in Turn if t in shown)


def test_without_a_solver_nothing_is_excluded():
    found = compared("R", "R", "", ("", ""), [witness(W)], None)
    assert (found.relation, found.open) == (Relation.STRONGER, (B, S, A))


def test_the_smallest_witness_is_kept():
    known = [witness(W, 40), witness(W, 20)]
    assert compared("R", "R", "", ("", ""), known, None).flips[0].rows == 20


def test_a_submission_that_one_version_cannot_read_is_no_witness(pools):
    pools.edit(DICTIONARY, "[余氯, 浊度, 尿素, 菌落总数, 其他]", "[余氯, 浊度, 尿素, 菌落总数]")
    pools.edit(TESTED, "default: 1, unit: count/月", "default: 2, unit: count/月")
    old, new = pools.old, pools.new
    (case, _) = old.rules.cases_of("YYC-0102-01")
    pair = (old.rules.rule("YYC-0102-01"), old.book), (new.rules.rule("YYC-0102-01"), new.book)
    data = case_data(case)
    assert data
    found = flip(data, *pair)
    assert found
    assert found.turn is Turn.WORSE
    data["tables"]["lab_reports"][0]["items"] = ["其他"]
    assert flip(data, *pair) is None


class TestCases:
    """每月一份四项都检 passes with one report a month, and fails where two are asked."""

    def found(self, pools):
        old, new, changed = pools.old, pools.new, pools.changes()
        return [
            m
            for was, now in to_compare(old, new, changed)
            if (m := meaning(was, now, old, new, None))
        ]

    def test_a_case_shows_that_a_rule_became_stronger(self, pools):
        pools.edit(TESTED, "default: 1, unit: count/月", "default: 2, unit: count/月")
        (one,) = self.found(pools)
        assert (one.rule, one.relation) == ("YYC-0102-01", Relation.STRONGER)
        (shown,) = one.flips
        assert (shown.source, shown.rows, shown.old, shown.new) == (
            "每月一份四项都检",
            6,
            MET,
            MISSED,
        )

    def test_a_rewritten_check_with_the_same_numbers_is_equal(self, pools):
        pools.edit(WATER, "expect: {at_most: $turbidity_max}", "expect: {at_most: 1}")
        (one,) = self.found(pools)
        assert (one.rule, one.relation, one.open) == ("YYC-0101-02", Relation.EQUAL, ())

    def test_a_renamed_parameter_leaves_a_rule_equal(self, pools):
        text = (pools.copy.folder / WATER).read_text(encoding="utf-8")
        pools.copy.write(WATER, text.replace("turbidity_max", "turbidity_top"))
        contest = (pools.copy.folder / "profiles/contest.yaml").read_text(encoding="utf-8")
        pools.copy.write("profiles/contest.yaml", contest.replace("turbidity_max", "turbidity_top"))
        (one,) = self.found(pools)
        assert (one.rule, one.relation) == ("YYC-0101-02", Relation.EQUAL)

    def test_words_alone_are_not_compared(self, pools):
        pools.edit(WATER, "平均浊度应不高于限值。", "平均浊度应低于限值。")
        assert self.found(pools) == []

    @pytest.mark.parametrize(
        ("old", "new", "reason"),
        [
            ('max: "100", unit: NTU', 'max: "100", unit: FTU', "单位"),
            ("turbidity: {label: 浊度, type: dec", "turbidity: {label: 浊度, type: int", "换了类型"),
            ("      taken_at: {label: 取样时间, type: datetime}", "      taken_at: {label: 取样时间, type: datetime, blank: nothing}", "留空"),
        ],
    )  # fmt: skip
    def test_where_no_submission_means_the_same_to_both_it_is_said(self, pools, old, new, reason):
        pools.edit(DICTIONARY, old, new)
        if "FTU" in new:
            pools.edit(WATER, "default: 1, unit: NTU", "default: 1, unit: FTU")
        found = {m.rule: m for m in self.found(pools)}
        assert found["YYC-0101-02"].relation is Relation.INCOMPARABLE
        assert reason in found["YYC-0101-02"].reason

    def test_wider_bounds_still_allow_a_comparison(self, pools):
        pools.edit(DICTIONARY, 'max: "100", unit: NTU', 'max: "90", unit: NTU')
        (one,) = [m for m in self.found(pools) if m.rule == "YYC-0101-02"]
        assert one.relation is Relation.UNKNOWN  # without a solver nothing is proven


def test_a_witness_written_out_is_a_submission_that_shows_the_same(pools):
    pools.edit(TESTED, "default: 1, unit: count/月", "default: 2, unit: count/月")
    old, new = pools.old, pools.new
    before, after = old.rules.rule("YYC-0102-01"), new.rules.rule("YYC-0102-01")
    one = meaning(before, after, old, new, None)
    assert one
    text = document(one.flips[0], one)
    assert text.startswith("# YYC-0102-01 按月送检 收紧")
    data = parse(text.encode(), "witness.yaml").data
    from_data(data, new.book.dictionary, place=lambda _: NOWHERE)
    assert flip(data, (before, old.book), (after, new.book)) == Flip(W, MET, MISSED, data)
    assert data == one.flips[0].data


def test_texts_that_look_like_something_else_are_quoted():
    row = {"id": "007", "a": "true", "b": "无", "c": "1e5", "d": "x: y", "e": "0.3", "f": "2025-01-01", "g": 3, "h": True, "i": "", "j": "否", "k": "~", "l": "A-1", "m": ["x, y", "null"]}  # fmt: skip
    data = {
        "form": 1,
        "tables": {"t": [row], "u": {"state": "partial", "rows": [row]}, "v": row, "w": "none"},
    }
    one = Flip(W, MET, MISSED, data)
    found = parse(document(one, related((W,), (B, S, A))).encode(), "w.yaml").data
    assert found == data


def test_a_long_witness_is_cut_where_it_is_shown():
    lines = tables(witness(W, 9), 4)
    assert lines[0] == "pools:"
    assert len(lines) == 6
    assert "5" in lines[-1]
