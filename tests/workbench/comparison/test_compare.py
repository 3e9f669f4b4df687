"""What changed between two versions, field by field; what is only written otherwise did not."""

from pathlib import Path

import pytest

from checker.workbench.comparison.change import Act, Effect, Subject
from checker.workbench.comparison.compare import changes, smallest
from checker.workbench.comparison.traits import version
from checker.workbench.rule_set import read_rule_set
from tests.rulebook.copies import GUARDED, RENEWED, TESTED, WATER
from tests.workbench.comparison.pools import ACCEPTANCE, DICTIONARY, STANDARD, brief

ROOT = Path(__file__).resolve().parents[3]


def line_of(change):
    place = change.new_place
    return Path(place.file).read_text(encoding="utf-8").split("\n")[place.line - 1]


class TestNothing:
    def test_a_version_does_not_differ_from_itself(self, pools):
        assert changes(pools.old, pools.old) == ()

    def test_the_standard_does_not_differ_from_itself(self):
        side = version("rules", read_rule_set(ROOT / "rules", "longyou_practice"))
        assert changes(side, side) == ()

    def test_comments_quotes_layout_and_the_order_of_keys_are_no_change(self, pools):
        pools.edit(WATER, 'item: "1.1"', "# 水质\n\nitem: '1.1'   # 第一项")
        pools.edit(
            WATER,
            "  weight: 1\n  remedy: 反冲过滤砂缸，隔天复测。",
            "  remedy: 反冲过滤砂缸，隔天复测。\n  weight: 1",
        )
        pools.edit(
            RENEWED,
            "    expect: {at_least: $fresh_water_min}",
            "    expect:\n      at_least: $fresh_water_min",
        )
        pools.edit(ACCEPTANCE, 'near_miss: "50%"', 'near_miss: "0.5"')
        assert pools.changes() == ()


class TestRules:
    @pytest.mark.parametrize(
        ("old", "new", "field", "effect"),
        [
            ("title: 水清", "title: 池水清", "title", Effect.WORDS),
            ("平均浊度应不高于限值。", "平均浊度应低于限值。", "requirement", Effect.WORDS),
            ("weight: 3", "weight: 2", "weight", Effect.SCORE),
            ("  remedy: 反冲过滤砂缸，隔天复测。", "  remedy: 反冲过滤砂缸。", "remedy", Effect.WORDS),
            ("  remedy: 反冲", "  severity: major\n  remedy: 反冲", "severity", Effect.SCORE),
            ("  remedy: 反冲", "  veto_candidate: true\n  remedy: 反冲", "veto_candidate", Effect.WORDS),
            ("  remedy: 反冲", "  note: 夏天另说。\n  remedy: 反冲", "note", Effect.WORDS),
            ("number: 1, covers: 评价期}", "number: 2, covers: 评价期}", "evidence", Effect.WORDS),
            ("line: 4, sentence: 2", "line: 4, sentence: 3", "seed", Effect.WORDS),
            ("    references: [water-norm]\n", "", "references", Effect.WORDS),
            ("content_basis: referenced", "content_basis: derived", "content_basis", Effect.WORDS),
        ],
    )  # fmt: skip
    def test_each_trait_is_told_by_its_name_and_with_what_it_can_do(
        self, pools, old, new, field, effect
    ):
        (change,) = pools.edit(WATER, old, new).changes()
        assert (change.subject, change.act, change.field) == (Subject.RULE, Act.CHANGED, field)
        assert change.effect is effect

    def test_a_lowered_level_moves_points_and_no_outcome(self, pools):
        pools.edit(GUARDED, "level: requirement", "level: recommendation")
        (change,) = pools.changes()
        assert (change.id, change.field, change.old, change.new) == (
            "YYC-0201-01",
            "level",
            "应",
            "宜",
        )
        assert change.effect is Effect.SCORE
        assert "level: recommendation" in line_of(change)

    def test_a_way_of_verifying_moves_what_waits_for_confirmation(self, pools):
        (change,) = pools.edit(GUARDED, "[S, X]", "[S]").changes()
        assert (change.field, change.effect) == ("verification", Effect.SCORE)

    def test_a_veto_that_is_switched_on_belongs_to_its_rule(self, pools):
        pools.edit(ACCEPTANCE, "enabled_vetoes: []", "enabled_vetoes: [YYC-0201-01]")
        assert brief(pools.changes()) == [("rule", "YYC-0201-01", "veto", "否", "是")]

    def test_a_clause_number_belongs_to_its_rule(self, pools):
        pools.edit("crosswalk.yaml", '"5.2"', '"5.3"')
        assert brief(pools.changes()) == [("rule", "YYC-0102-01", "clause_no", "5.2", "5.3")]

    def test_of_a_check_the_smallest_changed_part_is_named_and_placed(self, pools):
        pools.edit(
            WATER,
            "that: {chlorine: {at_least: $chlorine_low, at_most: $chlorine_high}}",
            "that: {chlorine: {at_least: $chlorine_low, at_most: 2}}",
        )
        change = next(c for c in pools.changes() if c.subject is Subject.RULE)
        assert change.node == "check.that.chlorine.at_most"
        assert change.effect is Effect.MEANING
        assert "at_most: 2" in line_of(change)
        assert line_of(change)[change.new_place.column - 1 :].startswith("2}")
        assert "1 mg/L" in change.old
        assert "2 mg/L" in change.new

    def test_a_rule_under_another_item_has_moved_and_has_another_id(self, pools):
        whole = (pools.copy.folder / RENEWED).read_text(encoding="utf-8")
        (pools.copy.folder / RENEWED).unlink()
        guarded = pools.copy.folder / GUARDED
        parameter = whole[whole.index("  fresh_water_min") : whole.index("rules:")]
        text = guarded.read_text(encoding="utf-8").replace(
            "parameters:\n", f"parameters:\n{parameter}"
        )
        rule = whole[whole.index("- id:") :].replace("YYC-0202-01", "YYC-0201-02")
        guarded.write_text(text + rule, encoding="utf-8")
        told = [(c.id, c.field, c.old, c.new, c.act, c.effect) for c in pools.changes()]
        assert told == [
            ("YYC-0201-02", "item", "2.2", "2.1", Act.MOVED, Effect.SCORE),
            ("YYC-0201-02", "file", RENEWED, GUARDED, Act.MOVED, Effect.WORDS),
            ("YYC-0201-02", "id", "YYC-0202-01", "YYC-0201-02", Act.RENAMED, Effect.WORDS),
        ]

    def test_a_rule_in_another_folder_has_moved_and_nothing_else(self, pools):
        folder = (pools.copy.folder / RENEWED).parent
        folder.rename(folder.with_name("2.2-fresh-water"))
        (change,) = pools.changes()
        assert (change.act, change.field, change.effect) == (Act.MOVED, "file", Effect.WORDS)
        assert change.new == "2-safety/2.2-fresh-water/rules.yaml"

    def test_the_same_check_under_another_id_is_perhaps_a_rule_renamed(self, pools):
        pools.edit(RENEWED, "YYC-0202-01", "YYC-0202-02")
        (change,) = pools.changes()
        assert (change.act, change.old_id, change.id) == (Act.RENAMED, "YYC-0202-01", "YYC-0202-02")
        assert change.effect is Effect.WORDS

    def test_a_renamed_rule_is_compared_field_by_field_all_the_same(self, pools):
        pools.edit(RENEWED, "YYC-0202-01", "YYC-0202-02").edit(RENEWED, "weight: 1", "weight: 2")
        acts = [(c.act, c.field) for c in pools.changes()]
        assert acts == [(Act.CHANGED, "weight"), (Act.RENAMED, "id")]

    def test_another_requirement_and_check_under_another_id_is_another_rule(self, pools):
        pools.edit(RENEWED, "YYC-0202-01", "YYC-0202-02")
        pools.edit(RENEWED, "循环供水的宜按入场人次补充新水。", "每天开场以前要有人查看池边。")
        pools.edit(RENEWED, "at_least: $fresh_water_min", "at_most: $fresh_water_min")
        acts = [(c.id, c.act, c.effect) for c in pools.changes()]
        assert acts == [
            ("YYC-0202-01", Act.REMOVED, Effect.MEANING),
            ("YYC-0202-02", Act.ADDED, Effect.MEANING),
        ]


class TestParameters:
    def test_a_default_in_force_is_told_once_with_the_rules_that_use_it(self, pools):
        (change,) = pools.edit(WATER, 'default: "95%"', 'default: "96%"').changes()
        assert (change.id, change.field, change.old, change.new) == (
            "chlorine_share_min", "value", "95%", "96%",
        )  # fmt: skip
        assert (change.effect, change.rules) == (Effect.MEANING, ("YYC-0101-01",))
        assert "chlorine_share_min" in line_of(change)

    def test_a_default_that_the_profile_replaces_changes_only_words(self, contest):
        (change,) = contest.edit(WATER, "default: 1, unit: NTU", "default: 2, unit: NTU").changes()
        assert (change.id, change.field, change.effect) == (
            "turbidity_max",
            "default",
            Effect.WORDS,
        )

    def test_a_value_that_the_profile_sets_stands_in_the_profile(self, contest):
        contest.edit("profiles/contest.yaml", 'value: "0.5"', 'value: "0.4"')
        value = next(c for c in contest.changes() if c.subject is Subject.PARAMETER)
        assert (value.id, value.field, value.old, value.new) == (
            "turbidity_max", "value", "0.5 NTU", "0.4 NTU",
        )  # fmt: skip
        assert value.new_place.file.endswith("profiles/contest.yaml")
        assert "turbidity_max" in line_of(value)

    def test_a_profile_that_was_not_asked_for_changes_nothing(self, pools):
        pools.edit("profiles/contest.yaml", 'value: "0.5"', 'value: "0.4"')
        assert pools.changes() == ()

    @pytest.mark.parametrize(
        ("old", "new", "field"),
        [
            ("origin: seed, source: 草案第二节", "origin: own, source: 草案第二节", "origin"),
            ("source: 草案第二节", "source: 草案第二节第 2 句", "source"),
            ('min: "0.1", max: "5"', 'min: "0.1", max: "4"', "range"),
            ("title: 平均浊度上限", "title: 浊度上限", "title"),
        ],
    )
    def test_what_is_said_about_a_number_is_words(self, pools, old, new, field):
        (change,) = pools.edit(WATER, old, new).changes()
        assert (change.id, change.field, change.effect) == ("turbidity_max", field, Effect.WORDS)

    def test_a_shared_parameter_names_all_its_rules(self, pools):
        (change,) = pools.edit("parameters.yaml", 'default: "5%"', 'default: "4%"').changes()
        assert (change.id, change.rules) == ("tolerance", ("YYC-0101-01",))


class TestFrame:
    def test_points_move_the_score_and_name_the_rules_of_the_item(self, pools):
        pools.edit(STANDARD, "title: 水质, points: 40", "title: 水质, points: 35")
        pools.edit(STANDARD, "title: 送检, points: 20", "title: 送检, points: 25")
        found = pools.changes()
        assert brief(found) == [
            ("item", "1.1", "points", "40", "35"), ("item", "1.2", "points", "20", "25"),
        ]  # fmt: skip
        assert found[0].rules == ("YYC-0101-01", "YYC-0101-02")
        assert {c.effect for c in found} == {Effect.SCORE}

    @pytest.mark.parametrize(
        ("old", "new", "subject", "field"),
        [
            ('at_least: "90"', 'at_least: "85"', Subject.GRADE, "at_least"),
            ('score: "75%"', 'score: "80%"', Subject.CONCLUSION, "requires"),
            ('near_miss: "50%"', 'near_miss: "40%"', Subject.ACCEPTANCE, "near_miss"),
            ("systemic_rows: 2", "systemic_rows: 3", Subject.ACCEPTANCE, "systemic_rows"),
            ("whole_item_from: 1", "whole_item_from: 2", Subject.ACCEPTANCE, "whole_item_from"),
        ],
    )
    def test_the_acceptance_scheme_moves_the_score(self, pools, old, new, subject, field):
        (change,) = pools.edit(ACCEPTANCE, old, new).changes()
        assert (change.subject, change.field, change.effect) == (subject, field, Effect.SCORE)

    def test_declarations_glossary_and_contradictions_are_words(self, pools):
        pools.edit(STANDARD, "- 本标准是虚构的。", "- 本标准纯属虚构。")
        pools.edit(STANDARD, "水中起消毒作用的氯", "水里起消毒作用的氯")
        pools.edit(STANDARD, "按整个评价期合计。", "按整个评价期算。")
        told = [(c.subject, c.field, c.effect) for c in pools.changes()]
        assert told == [
            (Subject.STANDARD, "declarations", Effect.WORDS),
            (Subject.STANDARD, "glossary", Effect.WORDS),
            (Subject.CONTRADICTION, "reading", Effect.WORDS),
        ]


class TestDictionary:
    def test_a_value_that_is_gone_names_the_rules_that_read_the_column(self, pools):
        pools.edit(DICTIONARY, "[余氯, 浊度, 尿素, 菌落总数, 其他]", "[余氯, 浊度, 尿素, 菌落总数]")
        (change,) = pools.changes()
        assert (change.id, change.field) == ("lab_reports.items", "values")
        assert (change.effect, change.rules) == (Effect.INPUT, ("YYC-0102-01",))

    @pytest.mark.parametrize(
        ("old", "new", "id_", "field"),
        [
            ("label: 浊度, type: dec", "label: 浊度, type: int", "water_samples.turbidity", "type"),
            ('max: "100", unit: NTU', 'max: "90", unit: NTU', "water_samples.turbidity", "bounds"),
            ("list: true, blank: nothing_once_used", "list: true, blank: nothing",
             "lifeguards.pool_ids", "blank"),
            ("label: 签发日期, type: date", "label: 签发日期, type: date, future: true",
             "lab_reports.issued_on", "future"),
        ],
    )  # fmt: skip
    def test_how_a_column_is_filled_in_changes_what_can_be_handed_in(
        self, pools, old, new, id_, field
    ):
        (change,) = pools.edit(DICTIONARY, old, new).changes()
        assert (change.id, change.field, change.effect) == (id_, field, Effect.INPUT)

    def test_guidance_is_words(self, pools):
        (change,) = pools.edit(
            DICTIONARY, "guidance: 每次取样一行。", "guidance: 取样一次一行。"
        ).changes()
        assert (change.id, change.field, change.effect) == (
            "water_samples",
            "guidance",
            Effect.WORDS,
        )

    def test_a_population_that_counts_others_touches_the_rules_that_use_it(self, pools):
        pools.edit(
            DICTIONARY,
            "where: {taken_at: {within: period}}",
            "where: {taken_at: {within: {last: {days: 90}}}}",
        )
        (change,) = pools.changes()
        assert (change.subject, change.id, change.field) == (
            Subject.POPULATION,
            "samples_of_period",
            "where",
        )
        assert (change.effect, change.rules) == (Effect.MEANING, ("YYC-0101-01", "YYC-0101-02"))

    def test_a_new_column_that_no_rule_reads_names_no_rule(self, pools):
        pools.edit(
            DICTIONARY,
            "      name: {label: 池名, type: text}",
            "      name: {label: 池名, type: text}\n      tiled: {label: 贴砖, type: bool}",
        )
        (change,) = pools.changes()
        assert (change.id, change.act, change.rules) == ("pools.tiled", Act.ADDED, ())


def test_going_back_is_the_mirror_of_going_forward(pools):
    pools.edit(WATER, 'default: "95%"', 'default: "96%"').edit(WATER, "weight: 3", "weight: 2")
    pools.edit(RENEWED, "YYC-0202-01", "YYC-0202-02")
    pools.edit(
        TESTED,
        "fewest_per, of: lab_reports, date: issued_on, each: month",
        "fewest_per, of: lab_reports, date: issued_on, each: quarter",
    )
    pools.edit(TESTED, "unit: count/月", "unit: count/季")
    there, back = pools.changes(), pools.backwards()
    swapped = {(c.field, c.new, c.old, c.new_place, c.old_place, c.effect) for c in back}
    assert {(c.field, c.old, c.new, c.old_place, c.new_place, c.effect) for c in there} == swapped
    assert len(there) == len(back) >= 5


def test_the_smallest_node_holds_all_differences():
    tree = {"all": [{"a": 1, "b": {"c": 2}}, {"d": [1, 2]}]}
    assert smallest(tree, {"all": [{"a": 1, "b": {"c": 3}}, {"d": [1, 2]}]}) == ("all", 0, "b", "c")
    assert smallest(tree, {"all": [{"a": 2, "b": {"c": 3}}, {"d": [1, 2]}]}) == ("all", 0)
    assert smallest(tree, {"all": [{"a": 1, "b": {"c": 2}}, {"d": [1, 3]}]}) == ("all", 1, "d", 1)
    assert smallest(tree, {"all": [{"a": 1, "b": {"c": 2}}]}) == ("all",)
    assert smallest(tree, {"any": tree["all"]}) == ()
