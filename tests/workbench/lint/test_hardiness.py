"""Whatever is broken in a rule set: faults or findings, never an exception."""

import random
from typing import Any

import pytest
import yaml

from checker.document.strict_yaml import parse
from tests.workbench.lint.living import POOLS

FILES = sorted(p.relative_to(POOLS).as_posix() for p in POOLS.rglob("*.yaml"))
DELETED = object()
PICKED = 12
"""So many values of each file are broken; which, the name of the file decides."""

REPLACEMENTS = [DELETED, None, "x", 7, [], {}, ["x"], {"x": "y"}, True, "$nobody", "2025-01-01"]


def paths(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(node, dict):
        for key, value in node.items():
            found += paths(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            found += paths(value, (*path, index))
    return found


def broken(data: Any, path: tuple[Any, ...], value: Any) -> str:
    node = data
    for part in path[:-1]:
        node = node[part]
    if value is DELETED:
        del node[path[-1]]
    else:
        node[path[-1]] = value
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("file", FILES)
def test_a_value_that_is_broken_in_any_way_gives_diagnostics(file, rules, linted):
    whole = (rules / file).read_bytes()
    dice = random.Random(file)
    everything = paths(parse(whole, file).data)
    for path in dice.sample(everything, min(PICKED, len(everything))):
        value = dice.choice(REPLACEMENTS)
        text = broken(parse(whole, file).data, path, value)
        (rules / file).write_text(text, encoding="utf-8")

        inspection = linted().inspection  # an exception here is the fault that is looked for

        assert inspection.invalid <= bool(inspection.diagnostics), (path, value)


def test_a_list_where_the_name_of_a_measure_belongs_is_a_fault(rules, linted):
    file = rules / "2-safety/2.1-guarded/rules.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("related: {measure: count", "related: {measure: []"), "utf-8")

    assert [d.check for d in linted().inspection.diagnostics] == ["unknown-measure"]
