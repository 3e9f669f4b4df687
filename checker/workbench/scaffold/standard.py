"""A whole new standard: as little as loads, lints and tests clean, and can be judged by at once."""

import re
from pathlib import Path
from typing import Final

from checker.rulebook.files import DICTIONARY
from checker.workbench.scaffold import words
from checker.workbench.scaffold.editing import scalar
from checker.workbench.scaffold.plan import Changes, Plan, RefusedError

PATTERNS: Final = Path(__file__).parent / "standard"
"""Files of the standard with @ID@ and @TITLE@ where its own stand."""


def new_standard(folder: Path, standard_id: str, title: str) -> Plan:
    """Return what to write for a new standard in a folder.

    Raises:
        RefusedError: the folder holds something, or the id is no id.
    """
    if not re.fullmatch(r"[A-Z]{2,8}", standard_id):
        raise RefusedError(words.refused("id", standard_id))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RefusedError(words.refused("folder", str(folder)))
    changes = Changes(folder, DICTIONARY)
    for pattern in sorted(PATTERNS.rglob("*.yaml")):
        text = pattern.read_text(encoding="utf-8")
        made = text.replace("@ID@", standard_id).replace("@TITLE@", scalar(title))
        file = folder / pattern.relative_to(PATTERNS)
        changes.put(file, made.encode(), words.added("file", ""))
    return changes.plan()
