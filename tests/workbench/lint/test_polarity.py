"""Where a blank may help is told from the check alone; the engine says whether that is so.

Every check is judged over all small submissions; then one value after another is replaced by 无. If
that ever turns a failure into something better, the lint must name the column; if it never does,
the lint must not.
"""

from itertools import product

import pytest
import yaml

from checker.model.outcome import Outcome
from checker.workbench.case_files import CaseShape
from checker.workbench.cases import Case, run
from checker.workbench.lint.desk import Desk
from checker.workbench.lint.polarity import blanks
from checker.workbench.rule_set import read_rule_set
from tests.workbench.lint.living import play

WATER = "1-water/1.1-clean/rules.yaml"
CHECKS = [
    "{measure: count, of: water_samples, where: {turbidity: {at_least: 1}}, expect: {at_least: 1}}",
    "{measure: count, of: water_samples, where: {turbidity: {at_least: 1}}, expect: {at_most: 1}}",
    "{measure: count, of: water_samples, where: {turbidity: {at_least: 1}}, expect: {equals: 1}}",
    "{measure: count, of: water_samples, where: {turbidity: {at_least: 1}}, expect: {equals: 0}}",
    "{measure: count, of: water_samples, where: {turbidity: {present: false}}, expect: {at_least: 1}}",
    "{measure: count, of: water_samples, where: {turbidity: {present: false}}, expect: {at_most: 1}}",
    "{measure: share, of: water_samples, that: {turbidity: {at_most: 1}}, expect: {at_least: 60%}}",
    "{measure: share, of: water_samples, that: {turbidity: {at_most: 1}}, expect: {at_most: 40%}}",
    "{measure: share, of: water_samples, that: {turbidity: {present: true}}, expect: {at_least: 60%}}",
    "{measure: share, of: water_samples, that: {any: [{turbidity: {present: false}}, {turbidity: {at_most: 1}}]}, expect: {at_least: 60%}}",
    "{measure: share, of: water_samples, where: {turbidity: {at_least: 1}}, that: {chlorine: {at_most: 1}}, expect: {at_least: 60%}}",
    "{measure: mean, of: water_samples, value: turbidity, expect: {at_most: 1}}",
    "{measure: mean, of: water_samples, value: turbidity, expect: {at_least: 1.5}}",
    "{measure: sum, of: water_samples, value: turbidity, expect: {at_most: 1}}",
    "{measure: sum, of: water_samples, value: turbidity, expect: {at_least: 3}}",
    "{measure: distinct, of: water_samples, value: turbidity, expect: {at_least: 2}}",
    "{measure: distinct, of: water_samples, value: turbidity, expect: {at_most: 1}}",
    "{measure: ratio, numerator: {measure: sum, of: water_samples, value: turbidity}, denominator: {measure: sum, of: water_samples, value: chlorine}, expect: {at_least: 1}}",
    "{measure: ratio, numerator: {measure: sum, of: water_samples, value: chlorine}, denominator: {measure: sum, of: water_samples, value: turbidity}, expect: {at_least: 1}}",
    "{measure: share, of: pools, that: {related: {measure: count, of: water_samples, by: pool_id, where: {turbidity: {at_least: 1}}, expect: {at_least: 1}}}, expect: {at_least: 100%}}",
    "{measure: share, of: pools, that: {related: {measure: count, of: water_samples, by: pool_id, where: {turbidity: {at_least: 1}}, expect: {at_most: 1}}}, expect: {at_least: 100%}}",
    "{any: [{measure: count, of: water_samples, where: {turbidity: {at_least: 1}}, expect: {at_least: 3}}, {measure: sum, of: water_samples, value: turbidity, expect: {at_most: 1}}]}",
]  # fmt: skip
BLANK = """\
# dictionary.yaml › tables.water_samples.columns
turbidity: {label: 浊度, type: dec, min: "0", max: "100", unit: NTU, blank: nothing_once_used}
"""
VALUES = ("0.5", "2")


@pytest.mark.parametrize("check", CHECKS)
def test_the_lint_names_the_column_exactly_when_a_blank_can_turn_a_failure(check, rules):
    play(f"{BLANK}# {WATER} › rules.0\ncheck: {check}\n", rules)
    data = yaml.safe_load((rules / WATER).read_text(encoding="utf-8"))
    data["rules"] = data["rules"][:1]
    (rules / WATER).write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    rule_set = read_rule_set(rules, "everyday")

    named = {(b.table, b.column) for b in blanks(Desk(rule_set)) if b.rule.id == "YYC-0101-01"}

    assert (("water_samples", "turbidity") in named) is any(helped(rule_set))


def helped(rule_set):
    """Tell of every single replacement by 无 whether it turned a failure into something better."""
    for cells in product(VALUES, repeat=4):
        before = outcome(rule_set, cells)
        for at in (0, 1):
            after = outcome(rule_set, ("无" if i == at else c for i, c in enumerate(cells)))
            yield before is Outcome.FAILED and after in (Outcome.PASSED, Outcome.INAPPLICABLE)


def outcome(rule_set, cells):
    first, second, chlorine, other = cells
    samples = [
        {"id": "W1", "pool_id": "P1", "taken_at": "2025-02-01T08:00", "turbidity": first, "chlorine": chlorine},
        {"id": "W2", "pool_id": "P1", "taken_at": "2025-02-02T08:00", "turbidity": second, "chlorine": other},
    ]  # fmt: skip
    return judged(rule_set, samples)


def judged(rule_set, samples):
    case = rule_set.cases[0]
    shape = CaseShape.model_validate(
        {
            "rule": "YYC-0101-01",
            "name": "-",
            "tables": {"pools": [{"id": "P1"}], "water_samples": samples},
            "expect": {"outcome": "passed"},
        }
    )
    assessed = run(Case(shape, case.given, case.document, 0), rule_set.book).assessed
    assert assessed
    return assessed.data_outcome


RETEST = """\
# dictionary.yaml › tables.water_samples.columns
retested_at: {label: 复测时间, type: datetime, blank: nothing_once_used}
"""
SPANS = ("2025-02-02T08:00", "2025-06-01T08:00")
IN_TIME = "{elapsed: {from: taken_at, to: retested_at, at_most: {days: 3}}}"
TIMED = [
    f"{{measure: share, of: water_samples, that: {IN_TIME}, expect: {{at_least: 60%}}}}",
    f"{{measure: share, of: water_samples, that: {IN_TIME}, expect: {{at_most: 40%}}}}",
    f"{{measure: count, of: water_samples, where: {IN_TIME}, expect: {{at_least: 2}}}}",
    f"{{measure: count, of: water_samples, where: {IN_TIME}, expect: {{at_most: 0}}}}",
    f"{{measure: share, of: water_samples, where: {IN_TIME}, that: {{chlorine: {{at_most: 1}}}}, expect: {{at_least: 60%}}}}",
]


@pytest.mark.parametrize("check", TIMED)
def test_an_end_that_is_left_blank_is_judged_alike(check, rules):
    play(f"{RETEST}# {WATER} › rules.0\ncheck: {check}\n", rules)
    data = yaml.safe_load((rules / WATER).read_text(encoding="utf-8"))
    data["rules"] = data["rules"][:1]
    (rules / WATER).write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    rule_set = read_rule_set(rules, "everyday")

    named = {(b.table, b.column) for b in blanks(Desk(rule_set)) if b.rule.id == "YYC-0101-01"}

    assert (("water_samples", "retested_at") in named) is any(helped_by_no_end(rule_set))


def helped_by_no_end(rule_set):
    """The samples are old (any delay shows) or of yesterday (an end is not due yet)."""
    for taken in ("2025-02-01T08:00", "2025-07-04T08:00"):
        ends = SPANS if taken < "2025-07" else ("2025-07-04T09:00",)
        for first, second, a, b in product(ends, ends, VALUES, VALUES):
            before = timed(rule_set, taken, (first, second), (a, b))
            for kept in ((first, "无"), ("无", second)):
                after = timed(rule_set, taken, kept, (a, b))
                yield before is Outcome.FAILED and after in (Outcome.PASSED, Outcome.INAPPLICABLE)


def timed(rule_set, taken, ends, chlorine):
    samples = [
        {"id": f"W{i}", "pool_id": "P1", "taken_at": taken, "retested_at": end, "chlorine": c}
        for i, (end, c) in enumerate(zip(ends, chlorine, strict=True))
    ]
    return judged(rule_set, samples)
