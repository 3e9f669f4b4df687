"""The first line of a rules file, by which editors find its JSON Schema."""

import os
from pathlib import Path
from typing import Final

from checker.rulebook.files import BESIDE, CASES, RULES

SCHEMAS: Final = "schemas"
"""The folder beside the rules that holds their schemas."""


def schema_line(file: Path, rules: Path, dictionary: str) -> str:
    """Return the line, with its end, for a file of a rules folder; "" if no schema is kept for it.

    Args:
        rules: the rules folder.
        dictionary: path of the data dictionary from there. The schema of the cases knows its
            tables, so one that is kept for another dictionary would find fault with everything.
    """
    kind = _kind(file)
    schema = rules.parent / SCHEMAS / f"{kind}.schema.json"
    if not schema.is_file() or (kind == "cases" and dictionary != BESIDE):
        return ""
    way = Path(os.path.relpath(schema, file.parent)).as_posix()
    return f"# yaml-language-server: $schema={way}\n"


def _kind(file: Path) -> str:
    if file.parent.name == "profiles":
        return "profile"
    return {RULES: "rule", CASES: "cases"}.get(file.name, file.stem)
