"""Chinese names of tables and columns, as the data dictionary has them.

The generator needs nothing but Python, so it does not read YAML: it takes the lines of the
dictionary that say `label:` by how far they are indented.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

DICTIONARY = Path(__file__).resolve().parents[2] / "schemas" / "submission.yaml"

_TABLE = re.compile(r"  (\w+):$")
_OWN = re.compile(r"    label: (\S+)$")
_COLUMN = re.compile(r"      (\w+):(?: \{label: ([^,}]+)[,}].*)?$")
_OF_COLUMN = re.compile(r"        label: (\S+)$")


@cache
def labels() -> Mapping[str, Mapping[str, str]]:
    """Return for every table its own name ("") and those of its columns."""
    found: dict[str, dict[str, str]] = {}
    table: dict[str, str] = {}
    column = ""
    for line in DICTIONARY.read_text("utf-8").splitlines():
        if line.startswith("populations:"):
            break
        if match := _TABLE.match(line):
            table = found.setdefault(match[1], {"id": "编号"})
        elif match := _OWN.match(line):
            table[""] = match[1]
        elif match := _COLUMN.match(line):
            column = match[1]
            if match[2]:
                table[column] = match[2]
        elif match := _OF_COLUMN.match(line):
            table[column] = match[1]
    return found
