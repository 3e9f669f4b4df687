"""One run tells every fault of a rule set, each once, at its own line, and nothing that only follows."""

import json
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document.strict_yaml import parse
from checker.rulebook.files import every_problem
from tests.rulebook.copies import GUARDED, POOL_RULES, RENEWED, TESTED, WATER, Copy, copy_of

ACCEPTANCE = "acceptance.yaml"
CROSSWALK = "crosswalk.yaml"
DICTIONARY = "dictionary.yaml"
PARAMETERS = "parameters.yaml"
QUALITY = "quality.yaml"
REFERENCES = "references.yaml"
STANDARD = "standard.yaml"
STRICT = "profiles/strict.yaml"
CONTEST = "profiles/contest.yaml"

CHECKS = """\
checks:
- id: DQ-01
  title: 水深
  meaning: 不太深
  advice: 量一量
  check:
    measure: share
    of: pools
    that: {depth: {at_most: 5}}
    expect: {at_least: 100%}
- id: DQ-02
  title: 不重名
  meaning: 池名不重
  advice: 改名
  no_duplicates: {table: pools, columns: [name, depth]}
- id: DQ-03
  title: 在岗
  meaning: 证书没过期
  advice: 换证
  overlaps_period: {table: lifeguards, start: certified_until, end: certified_until}
- id: DQ-04
  title: 在列
  meaning: 池子在列
  advice: 查一查
  inside: {table: water_samples, path: pool_id.name, among: turbidity}
- id: DQ-05
  title: 校验
  meaning: 附件没改
  advice: 重算
  files_match: {table: proofs, path: title, sha256: sha256}
- id: DQ-06
  title: 读入时
  meaning: 已查
  advice: 无
  at_reading: true
"""

READINGS = """\
readings:
- name: guards
  title: 几个救生员
  contradiction: Y-01
  default: two
  options:
  - {id: two, title: 两人, parameters: {guards_per_pool: 2}}
  - {id: three, title: 三人, parameters: {guards_per_pool: 3, fresh_water_min: "0.05"}}
- name: tests
  title: 几次送检
  contradiction: Y-01
  default: once
  options:
  - {id: once, title: 一次, parameters: {reports_per_month: 1}}
  - {id: twice, title: 两次, parameters: {reports_per_month: 2}}
"""

PROFILE = """\
name: strict
title: 从严
summary: 从严的方案。
extends: everyday
levels:
- {rule: YYC-0102-02, level: requirement, reason: 缺水, decided_by: 甲}
- {rule: YYC-0102-01, level: recommendation, reason: 路远, decided_by: 甲}
readings:
- {reading: guards, choice: three, reason: 人多, decided_by: 甲}
- {reading: tests, choice: twice, reason: 人多, decided_by: 甲}
parameters:
- {name: chlorine_low, value: "0.4", reason: 夏天, decided_by: 甲}
- {name: turbidity_max, value: "0.5", reason: 夏天, decided_by: 甲}
- {name: watched_items, value: [余氯, 浊度], reason: 夏天, decided_by: 甲}
weights:
- {rule: YYC-0101-01, weight: 5, reason: 要紧, decided_by: 甲}
points:
- {item: "1.1", points: 50, reason: 要紧, decided_by: 甲}
unscored:
- {rule: YYC-0101-02, reason: 只看看, decided_by: 甲}
off:
- {rule: YYC-0201-01, reason: 没有深水, decided_by: 甲}
"""

EXTRA_RULE = """\
- id: YYC-0102-02
  title: 盯住几项
  requirement: 几项都应检到，证书应在有效期内，采样应及时。
  level: recommendation
  source:
    topic_basis: stated
    content_basis: practice
  applies_when: {circulating: true}
  check:
    any:
    - {measure: covered, of: lab_reports, value: items, required: $watched_items, expect: {at_least: 100%}}
    - measure: share
      of: daily_log
      that:
        all:
        - elapsed: {from: date, to: date, at_most: {days: 1}}
        - swimmers: {at_least: 3, at_most: {field: swimmers}}
        - fresh_water: {at_most: 500}
      expect: {at_least: "90%", tolerance: $tolerance}
    - measure: distinct
      of: lifeguards
      value: pool_ids
      where: {certified_until: {at_least: assessment_date}}
      expect:
        at_least: 1
        at_most: 9
  verification: [W]
  evidence:
  - type: 报告
    title: 记录
    number: 1
  weight: 1
  remedy: 补检。
"""

WATCHED = (
    "  watched_items: {title: 盯住的项目, default: [余氯], unit: list, origin: own, source: 测试自定}\n"
    "  lookback: {title: 回看, default: 12, unit: 月, min: 6, max: 24, origin: own, source: 测试自定}\n"
)
PHOTOS = "  photos:\n    label: 照片\n    of: proofs\n    where: {title: 照片}\n"
SPARE = "  spare: {title: 备用, default: 1, unit: 月, origin: own, source: 测试自定}"


def prepared(folder) -> Copy:
    """A copy of the rules for pools in which every kind of file says something."""
    rules = copy_of(POOL_RULES, folder)
    rules.write(QUALITY, CHECKS)
    rules.write(STRICT, PROFILE)
    rules.edit(
        STANDARD,
        "contradictions:",
        '  - {no: "2.3", title: 空着, points: 0, seed: {section: 第三节, line: 11}}\ncontradictions:',
    )
    append(rules, STANDARD, READINGS)
    append(rules, TESTED, EXTRA_RULE)
    append(rules, DICTIONARY, PHOTOS)
    rules.edit(RENEWED, "parameters:", f"parameters:\n{SPARE}")
    append(rules, PARAMETERS, WATCHED)
    return rules


def append(rules: Copy, file: str, text: str) -> None:
    """Write text behind a file."""
    before = (rules.folder / file).read_text(encoding="utf-8")
    rules.write(file, before.rstrip("\n") + "\n" + text)


@dataclass(frozen=True)
class Fault:
    """A fault to plant: no line is added or taken away.

    Attributes:
        old, new: what stands there, once, and what is written in its place.
        at: a text, once in the file, on the line where the fault is told; "" is where old begins.
    """

    file: str
    old: str
    new: str
    code: str
    at: str = ""


FAULTS = {
    # rules: the frame
    "level": Fault(RENEWED, "level: recommendation", "level: must", "shape_enum"),
    "weight": Fault(WATER, "  weight: 3", "  weight: two", "shape_int_parsing"),
    "weight range": Fault(GUARDED, "  weight: 1", "  weight: 9", "shape_less_than_equal"),
    "id form": Fault(WATER, "id: YYC-0101-02", "id: YYC-101-02", "shape_string_pattern_mismatch"),
    "id of another item": Fault(RENEWED, "id: YYC-0202-01", "id: YYC-0201-02", "wrong_folder"),
    "reference": Fault(WATER, "[water-norm]", "[water-norms]", "unknown_reference"),
    "key": Fault(WATER, "  remedy: 反冲", "  remady: 反冲", "shape_extra_forbidden"),
    "verification": Fault(GUARDED, "verification: [S, X]", "verification: [S, Z]", "shape_enum"),
    "basis": Fault(RENEWED, "content_basis: derived", "content_basis: thought", "shape_enum"),
    "no title": Fault(TESTED, "  title: 盯住几项", "  note: 盯住几项", "shape_missing", "- id: YYC-0102-02"),
    "evidence number": Fault(TESTED, "    number: 1", "    number: 0", "shape_greater_than_equal"),
    "seed line": Fault(GUARDED, "line: 9", "line: 0", "shape_greater_than_equal"),
    "item": Fault(GUARDED, 'item: "2.1"', 'item: "2.7"', "unknown_item"),
    "key twice": Fault(GUARDED, "  veto_candidate: true", "  title: 又一个", "duplicate_key"),
    # rules: the check language
    "measure": Fault(WATER, "measure: mean", "measure: average", "unknown_measure"),
    "column of a measure": Fault(TESTED, "value: pool_ids", "value: pool_idz", "unknown_column"),
    "column of a condition": Fault(WATER, "that: {chlorine:", "that: {clorine:", "unknown_column"),
    "table": Fault(GUARDED, "    of: pools", "    of: pool", "unknown_table"),
    "parameter": Fault(WATER, "at_most: $turbidity_max", "at_most: $turbidity_mx", "unknown_parameter"),
    "parameter of a limit": Fault(RENEWED, "$fresh_water_min}", "$fresh_min}", "unknown_parameter"),
    "by": Fault(GUARDED, "by: pool_ids", "by: certified_until", "not_linked"),
    "enum value": Fault(TESTED, "required: [余氯, 浊度,", "required: [余氯, 浊渡,", "not_a_value"),
    "unit": Fault(GUARDED, "at_least: $guards_per_pool", "at_least: $tolerance", "wrong_unit"),
    "percent": Fault(GUARDED, "at_least: 100%", "at_least: 1", "share_without_percent"),
    "when_empty": Fault(GUARDED, "when_empty: failed", "when_empty: fail", "unknown_key"),
    "each": Fault(TESTED, "each: month", "each: week", "unknown_key"),
    "elapsed": Fault(TESTED, "at_most: {days: 1}", "at_most: {weeks: 1}", "wrong_parameter"),
    "predicate": Fault(TESTED, "swimmers: {at_least:", "swimmers: {at_lest:", "unknown_key"),
    "value": Fault(TESTED, "fresh_water: {at_most: 500}", "fresh_water: {at_most: 多}", "not_a_value"),
    "tolerance": Fault(TESTED, "tolerance: $tolerance}", "tolerance: 5%}", "wrong_parameter"),
    "date": Fault(TESTED, "{at_least: assessment_date}", "{at_least: tomorrow}", "not_a_value"),
    "limit": Fault(TESTED, "        at_least: 1", "        at_least: one", "not_a_limit"),
    "applies_when": Fault(RENEWED, "{circulating: true}", "{circulatin: true}", "unknown_column"),
    "denominator": Fault(RENEWED, "denominator: {measure: sum,", "denominator: {measure: max,", "unknown_measure"),
    # parameters
    "default range": Fault(WATER, "default: 1, unit: NTU", "default: 9, unit: NTU", "parameter_value"),
    "default sort": Fault(TESTED, "default: 4, unit: count/年", "default: 四, unit: count/年", "parameter_value"),
    "origin": Fault(WATER, 'max: "1", origin: referenced', 'max: "1", origin: ours', "shape_enum"),
    "no source": Fault(TESTED, "max: 10, origin: own, source: 测试自定", "max: 10, origin: own", "shape_missing"),
    "shared default": Fault(PARAMETERS, 'default: "5%"', 'default: "50%"', "parameter_value"),
    "parameter name": Fault(RENEWED, "  fresh_water_min: {", "  Fresh-water-min: {", "shape_string_pattern_mismatch"),
    "parameter twice": Fault(RENEWED, "  spare: {", "  lookback: {", "duplicate_parameter"),
    "parameter minimum": Fault(PARAMETERS, "unit: 月, min: 6", "unit: 月, min: six", "shape_value_error"),
    # dictionary
    "kind": Fault(DICTIONARY, "label: 取样时间, type: datetime", "label: 取样时间, type: moment", "shape_enum"),
    "ref": Fault(DICTIONARY, "label: 泳池, type: ref, to: pools", "label: 泳池, type: ref, to: poools", "unknown_table"),
    "enum without values": Fault(DICTIONARY, "type: enum, values: [报告, 照片, 日志]", "type: enum", "column_values"),
    "bounds": Fault(DICTIONARY, 'max: "6"', 'max: "-6"', "column_bounds"),
    "no label": Fault(DICTIONARY, "    label: 证明清单", "    guidance: 证明清单", "shape_missing", "    guidance: 证明清单"),
    "column key": Fault(DICTIONARY, "turbidity: {label: 浊度,", "turbidity: {lable: 浊度,", "shape_extra_forbidden"),
    "population column": Fault(DICTIONARY, "{certified_until: {at_least", "{certified_til: {at_least", "unknown_column"),
    "population table": Fault(DICTIONARY, "    of: proofs", "    of: samples", "unknown_table"),
    "role": Fault(DICTIONARY, "evidence: proofs", "evidence: proof", "unknown_table"),
    "one row": Fault(DICTIONARY, "one_row: true", "one_row: yes", "shape_bool_type"),
    "blank": Fault(DICTIONARY, "blank: nothing_once_used", "blank: none", "shape_enum"),
    # standard
    "item twice": Fault(STANDARD, 'no: "2.3"', 'no: "2.2"', "duplicate_item"),
    "chapter twice": Fault(STANDARD, '- no: "2"', '- no: "1"', "duplicate_chapter"),
    "points": Fault(STANDARD, "points: 40", "points: many", "shape_int_parsing"),
    "no version": Fault(STANDARD, 'version: "0.1.0"', '# version: "0.1.0"', "shape_missing", "id: YYC"),
    "reading default": Fault(STANDARD, "default: two", "default: four", "unknown_choice"),
    "reading parameter": Fault(STANDARD, "parameters: {reports_per_month: 1}", "parameters: {reports_per_mont: 1}", "unknown_parameter"),
    "reading value": Fault(STANDARD, "parameters: {guards_per_pool: 2}", "parameters: {guards_per_pool: 20}", "parameter_value"),
    # references, crosswalk
    "reference title": Fault(REFERENCES, "title: 示例水质限值表", "title: 5", "shape_string_type"),
    "crosswalk": Fault(CROSSWALK, "YYC-0102-01:", "YYC-0102-09:", "unknown_rule"),
    # acceptance
    "veto": Fault(ACCEPTANCE, "enabled_vetoes: []", "enabled_vetoes: [YYC-0299-01]", "unknown_rule"),
    "systemic": Fault(ACCEPTANCE, "systemic_tables: [pools]", "systemic_tables: [swimmers]", "unknown_table"),
    "over a hundred": Fault(ACCEPTANCE, 'score: "75%"', 'score: "170%"', "shape_share"),
    "grade order": Fault(ACCEPTANCE, 'at_least: "60"', 'at_least: "95"', "grades_order"),
    "grade at the bottom": Fault(ACCEPTANCE, 'at_least: "0"', 'at_least: "1"', "no_last_grade"),
    "last conclusion": Fault(ACCEPTANCE, "requires: {}", "requires: {major: 0}", "no_last_conclusion"),
    "decimals": Fault(ACCEPTANCE, "decimals: 1", "decimals: 9", "shape_less_than_equal"),
    "near miss": Fault(ACCEPTANCE, 'near_miss: "50%"', 'near_miss: "half"', "shape_value_error"),
    # quality
    "quality id": Fault(QUALITY, "id: DQ-02", "id: DQ-01", "duplicate_quality"),
    "quality column": Fault(QUALITY, "columns: [name, depth]", "columns: [nam, depth]", "unknown_column"),
    "quality table": Fault(QUALITY, "overlaps_period: {table: lifeguards", "overlaps_period: {table: guards", "unknown_table"),
    "quality limit": Fault(QUALITY, "expect: {at_least: 100%}", "expect: {at_least: all}", "not_a_limit"),
    "quality key": Fault(QUALITY, "among: turbidity", "amongst: turbidity", "shape_extra_forbidden"),
    "quality kind": Fault(QUALITY, "  at_reading: true", "  at_reading: false", "quality_kind", "- id: DQ-06"),
    # profiles
    "no reason": Fault(STRICT, "points: 50, reason: 要紧,", "points: 50,", "shape_missing"),
    "chosen rule": Fault(STRICT, "{rule: YYC-0102-01, level", "{rule: YYC-0102-07, level", "unknown_rule"),
    "chosen level": Fault(STRICT, "level: requirement", "level: must", "shape_enum"),
    "chosen reading": Fault(STRICT, "choice: three", "choice: five", "unknown_choice"),
    "reading name": Fault(STRICT, "{reading: tests", "{reading: testing", "unknown_reading"),
    "chosen parameter": Fault(STRICT, "name: chlorine_low", "name: chlorine", "unknown_parameter"),
    "chosen value": Fault(STRICT, 'value: "0.5"', "value: [a]", "parameter_value"),
    "chosen list": Fault(STRICT, "value: [余氯, 浊度]", "value: [余氯, 浑浊]", "wrong_parameter"),
    "chosen item": Fault(STRICT, 'item: "1.1"', 'item: "1.7"', "unknown_item"),
    "chosen weight": Fault(STRICT, "weight: 5", "weight: 50", "shape_less_than_equal"),
    "chosen off": Fault(STRICT, "off:\n- {rule: YYC-0201-01", "off:\n- {rule: YYC-0201-09", "unknown_rule", "没有深水"),
    "another profile": Fault(CONTEST, "practice_requirements_become: recommendation", "practice_requirements_become: less", "shape_enum"),
}  # fmt: skip


def planted(rules: Copy, names: Iterable[str]) -> list[tuple[str, int, str]]:
    """Plant faults; return file, line and code of each, sorted."""
    expected = []
    for name in names:
        fault = FAULTS[name]
        line = rules.edit(fault.file, fault.old, fault.new)
        if fault.at:
            text = (rules.folder / fault.file).read_text(encoding="utf-8")
            assert text.count(fault.at) == 1, name
            line = text[: text.index(fault.at)].count("\n") + 1
        expected.append((fault.file, line, fault.code))
    return sorted(expected)


def told(rules: Copy) -> list[tuple[str, int, str]]:
    """File, line and code of every problem of the rule set, whichever profile is asked for."""
    root = f"{rules.folder}/"
    return sorted(
        (p.place.file.removeprefix(root), p.place.line, p.code) for p in every_problem(rules.folder)
    )


def test_the_prepared_copy_has_no_fault(tmp_path):
    rules = prepared(tmp_path / "rules")

    assert every_problem(rules.folder) == ()
    assert rules.problems("strict") == ()


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_alone_is_told_once_and_nothing_with_it(tmp_path, name):
    rules = prepared(tmp_path / "rules")

    assert planted(rules, [name]) == told(rules)


def test_all_faults_together_are_told_in_one_run(tmp_path):
    rules = prepared(tmp_path / "rules")
    expected = planted(rules, FAULTS)

    assert len(expected) >= 80
    assert len({file for file, _, _ in expected}) == 13  # every file but one profile without faults
    assert told(rules) == expected


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(sorted(FAULTS)), min_size=2, max_size=12))
def test_of_faults_planted_at_random_exactly_these_are_told(tmp_path_factory, names):
    rules = prepared(tmp_path_factory.mktemp("random") / "rules")

    assert planted(rules, sorted(names)) == told(rules)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_stands_anywhere_the_rule_set_is_read_or_refused_but_never_breaks_the_reader(
    tmp_path_factory, data
):
    rules = prepared(tmp_path_factory.mktemp("anything") / "rules")
    chosen = st.lists(st.sampled_from(FILES), min_size=1, max_size=4, unique=True)
    for file in data.draw(chosen, label="files"):
        path = rules.folder / file
        whole = parse(path.read_bytes(), file).data
        for _ in range(data.draw(st.integers(1, 4), label="faults")):
            spoil(whole, data)
        path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")

    every_problem(rules.folder)


FILES = (
    WATER, TESTED, GUARDED, RENEWED, ACCEPTANCE, CROSSWALK, DICTIONARY, PARAMETERS, QUALITY,
    REFERENCES, STANDARD, STRICT, CONTEST,
)  # fmt: skip
ANYTHING: st.SearchStrategy[object] = st.sampled_from(
    [None, True, 0, -1, "", "x", "$x", "99%", [], [[]], {}, {"x": 1}, ["x"]]
)


def spoil(node, data) -> None:
    """Put anything in the place of a value somewhere under a node, or take it away."""
    keys = list(node) if isinstance(node, dict) else list(range(len(node)))
    if not keys:
        return
    key = data.draw(st.sampled_from(keys), label="key")
    if isinstance(node[key], dict | list) and data.draw(st.integers(0, 5), label="deeper"):
        spoil(node[key], data)
    elif data.draw(st.booleans(), label="removed"):
        del node[key]
    else:
        node[key] = deepcopy(data.draw(ANYTHING, label="instead"))
