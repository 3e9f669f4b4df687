"""Every number of the rules is pinned by a case: shift it by one unit, and a case fails.

One unit is 1 of what is counted, one minute, hour, day or month, one percentage point of a share;
for a share whose range is narrower than that, a hundredth of a point.
"""

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from checker.language.mentions import parameters
from checker.model.rule import Rulebook
from checker.rulebook.files import read_files
from checker.rulebook.loading import build
from checker.workbench.cases import Case, read_cases, run

RULES = Path(__file__).resolve().parents[2] / "rules"
POINT = Fraction(1, 100)


@cache
def book() -> Rulebook:
    """The rules as they are written, before any profile lowers them."""
    return build(read_files(RULES), "longyou_practice")


@cache
def cases() -> dict[str, list[Case]]:
    """The cases of each rule."""
    found = defaultdict(list)
    for case in read_cases(RULES):
        found[case.shape.rule].append(case)
    return found


@cache
def users() -> dict[str, list[str]]:
    """The rules that use each parameter."""
    found = defaultdict(list)
    for rule in book().rules:
        for name in dict.fromkeys(parameters((rule.check, rule.applies_when))):
            found[name].append(rule.id)
    return found


COARSE = {"indicator_item_min": 4 * POINT}
"""A share of 33 named items moves by three points at a time: a smaller shift decides nothing."""


def steps(name):
    known = book().parameters[name]
    if name in COARSE:
        return (COARSE[name],)
    whole = isinstance(known.default, int) and known.unit != "1"
    return (1,) if whole else (POINT, POINT / 100)


def shifted(name):
    """The values one unit away from the default that the range allows."""
    known = book().parameters[name]
    assert isinstance(known.default, int | Fraction)
    for step in steps(name):
        allowed = [
            value
            for value in (known.default - step, known.default + step)
            if (known.minimum is None or value >= known.minimum)
            and (known.maximum is None or value <= known.maximum)
        ]
        if allowed:
            return allowed
    return []


def others(name):
    """What a list or a choice could be instead: one value less, another column."""
    known = book().parameters[name]
    if isinstance(known.default, tuple):
        return [tuple(v for v in known.default if v != left_out) for left_out in known.default]
    return [choice for choice in known.choices if choice != known.default]


def changes():
    for name in sorted(users()):
        plain = isinstance(book().parameters[name].default, int | Fraction)
        for value in shifted(name) if plain else others(name):
            yield pytest.param(name, value, id=f"{name}={value}")


@pytest.mark.parametrize(("name", "value"), list(changes()))
def test_some_case_fails_at_another_value(name, value):
    other = replace(book(), values={**book().values, name: value})
    asked = [c for rule in users()[name] for c in cases()[rule] if name not in c.shape.parameters]

    assert any(run(case, other).faults for case in asked)


def test_every_parameter_in_use_can_be_shifted():
    assert {p.values[0] for p in changes()} == set(users())


def test_every_rule_has_cases():
    assert {rule.id for rule in book().rules} == set(cases())
