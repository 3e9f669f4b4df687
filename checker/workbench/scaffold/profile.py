"""A new profile, with every kind of choice that it may make."""

import re
from difflib import get_close_matches

from checker.rulebook.profiles import profile_file, profile_names
from checker.workbench.rule_set import RuleSet
from checker.workbench.scaffold import words
from checker.workbench.scaffold.editing import scalar
from checker.workbench.scaffold.plan import Changes, Plan, RefusedError


def new_profile(rules: RuleSet, name: str, extends: str = "", title: str = "") -> Plan:
    """Return what to write for a new profile.

    Raises:
        RefusedError: the name is taken or no name, or what it extends is not there.
    """
    known = profile_names(rules.files)
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise RefusedError(words.refused("name", name))
    if name in known:
        raise RefusedError(words.refused("exists", name))
    if extends and extends not in known:
        near = next(iter(get_close_matches(extends, known, 1, 0.5)), "")
        raise RefusedError(words.unknown("profile", extends, near))
    lists = ("levels", "parameters", "vetoes", "off")
    lines = [
        f"name: {name}",
        f"title: {scalar(title or words.to_fill('profile_title'))}",
        f"summary: {scalar(words.to_fill('profile_summary'))}",
        *([f"extends: {extends}"] if extends else []),
        *(f"{key}: []  # {words.remark(key)}" for key in lists),
    ]
    changes = Changes(rules.folder, rules.files.dictionary_file)
    file = rules.folder / profile_file(name)
    changes.put(file, ("\n".join(lines) + "\n").encode(), words.added("profile", name))
    return changes.plan()
