"""Linting a rules folder: everything the lints find, what is declared not to count, and a cache."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checker.model.frozen import dataclass
from checker.model.problem import Problem, Rejected
from checker.rulebook.cache import cache_file, keep, recalled
from checker.rulebook.listing import missing, unreadable
from checker.workbench.diagnostic import CheckKind, Diagnostic, Examined, Inspection, rejected

if TYPE_CHECKING:
    from checker.workbench.lint.desk import Desk
    from checker.workbench.lint.kinds import Edit, Lint
    from checker.workbench.rule_set import RuleSet

FIELDS: Final = (
    "wording", "provenance", "identity", "checks", "polarity", "scheme", "use", "keeping", "unfilled",
)  # fmt: skip
"""The modules that hold lints, in the order of --list."""

ROOMS: Final = ("model", "document", "language", "rulebook", "submission", "workbench")


@dataclass(frozen=True, slots=True)
class Looked:
    """What the lints have found, and how to put right what can be put right safely.

    Attributes:
        edits: changes within values of the rule files.
        made: generated files that are stale: path, bytes there, bytes wanted.
    """

    inspection: Inspection
    edits: "tuple[Edit, ...]" = ()
    made: tuple[tuple[Path, bytes, bytes], ...] = ()


def register() -> "dict[str, Lint]":
    """Return every lint by id."""
    for name in FIELDS:
        import_module(f"checker.workbench.lint.{name}")
    from checker.workbench.lint.kinds import LINTS

    return LINTS


def every_kind() -> tuple[CheckKind, ...]:
    """Return every lint as reports name it, in the order of --list."""
    from checker.workbench.lint.declared import kinds

    return (*(one.kind for one in register().values()), *kinds())


def inspect(folder: Path, profile: str | None, only: tuple[str, ...] = ()) -> Inspection:
    """Return what the lints find, from the cache if nothing that they look at has changed.

    Args:
        profile: the profile to read the rule set with, None for the usual one; every other one
            is read as well.
        only: ids of the lints that look; all if it is empty.
    """
    faults = [] if missing(folder) else unreadable(folder)
    if faults:
        return _unread(faults)
    key = f"lint {_digest(folder)} {folder} {profile} {only}"
    kept = cache_file(key, ROOMS)
    known = recalled(kept, Inspection)
    if known is not None:
        return known
    found = look(folder, profile, only).inspection
    keep(kept, found)
    return found


def look(folder: Path, profile: str | None, only: tuple[str, ...] = ()) -> Looked:
    """Return what the lints find; see `inspect`."""
    from checker.rulebook.files import every_problem
    from checker.workbench.lint.desk import Desk
    from checker.workbench.rule_set import read_rule_set

    problems: set[Problem] = set() if missing(folder) else set(every_problem(folder))
    rule_set, desk = None, None
    try:
        rule_set = read_rule_set(folder, profile)
        desk = Desk(rule_set)
        assert desk.outline is None or desk.outline.lines
    except Rejected as faults:
        problems |= set(faults.problems)
    if problems or desk is None or rule_set is None:
        return Looked(_unread(problems))
    return _looked(desk, rule_set, only)


def _unread(problems: Iterable[Problem]) -> Inspection:
    """Return the faults of a rule set that cannot be read, each with its page."""
    from checker.workbench.lint.pages import kind_of

    inspection = rejected("lint", problems)
    kinds = tuple(kind_of(c) for c in sorted({d.check for d in inspection.diagnostics}))
    return replace(inspection, kinds=kinds)


def _looked(desk: "Desk", rule_set: "RuleSet", only: tuple[str, ...]) -> Looked:
    from checker.workbench.suppressions import suppressed

    lints = [one for name, one in register().items() if not only or name in only]
    edits: list[Edit] = []
    raw: list[Diagnostic] = []
    for one in lints:
        for hit in one.look(desk):
            raw.append(_pointed(one.diagnostic(hit), desk))
            if not _declared(raw[-1], rule_set):
                edits += hit.edits
    found, used = suppressed(sorted(raw), rule_set.declared)
    kinds = [one.kind for one in lints]
    if not only:
        from checker.workbench.lint.declared import about_suppressions

        kinds_of, more = about_suppressions(rule_set.declared, used)
        kinds += kinds_of
        found = tuple(sorted([*found, *more]))
    examined = tuple(
        Examined(
            "lint", f"{k.id} {k.title}", diagnostics=tuple(d for d in found if d.check == k.id)
        )
        for k in kinds
    )
    book = rule_set.book
    figures = {"lints": len(kinds), "found": dict(_counts(found))}
    inspection = Inspection(
        "lint", book.version, book.digest, tuple(kinds), found, examined, figures
    )
    return Looked(
        inspection, tuple(edits), tuple(_stale(desk)) if _asked("schema-stale", only) else ()
    )


def _asked(check: str, only: tuple[str, ...]) -> bool:
    return not only or check in only


def _stale(desk: "Desk") -> Iterator[tuple[Path, bytes, bytes]]:
    from checker.workbench.lint.keeping import made

    for path, text in made(desk):
        before = path.read_bytes()
        if before != text.encode():
            yield path, before, text.encode()


def _pointed(diagnostic: Diagnostic, desk: "Desk") -> Diagnostic:
    """Return a diagnostic about a word with the column of the word, where it stands on that line."""
    place, word = diagnostic.place, diagnostic.found
    if not diagnostic.check.startswith("wording-") or not word or not place.line:
        return diagnostic
    line = desk.line(place)
    at = line.find(word, place.column - 1)
    return replace(diagnostic, place=replace(place, column=at + 1)) if at >= 0 else diagnostic


def _declared(diagnostic: Diagnostic, rule_set: "RuleSet") -> bool:
    return any(
        (s.check, s.subject) == (diagnostic.check, diagnostic.subject)
        for s in rule_set.declared.shape.suppressions
    )


def _counts(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[str, int]]:
    checks = [d.check for d in diagnostics]
    for check in sorted(set(checks)):
        yield check, checks.count(check)


def _digest(folder: Path) -> str:
    """Return a digest of every file that a lint may look at."""
    whole = hashlib.sha256()
    beside = folder.parent / "schemas"
    for path in sorted({*folder.rglob("*"), *beside.glob("*.yaml"), *beside.glob("*.json")}):
        if path.is_file():
            try:
                data = path.read_bytes()
            except OSError:  # no YAML, for those were told before: its name is all a lint looks at
                data = b""
            whole.update(f"{path}\0{len(data)}\0".encode())
            whole.update(data)
    return whole.hexdigest()
