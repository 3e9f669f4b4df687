"""rules/quality.yaml → data-quality checks."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from checker.document.document import Document
from checker.language.parse import read_check
from checker.language.typecheck import NO_TABLE, VAGUE, Scope
from checker.model.dictionary import Dictionary
from checker.model.problem import Problem
from checker.model.quality import (
    Asked,
    AtReading,
    FilesMatch,
    Inside,
    LookAlikes,
    NoDuplicates,
    NoPersonalData,
    OverlapsPeriod,
    QualityCheck,
    WellFormed,
)
from checker.model.rule import Parameter
from checker.rulebook import words
from checker.rulebook.documents.quality import (
    FilesMatchShape,
    InsideShape,
    NoDuplicatesShape,
    OverlapsShape,
    QualityCheckShape,
    QualityShape,
    WellFormedShape,
)
from checker.rulebook.framing import check_once
from checker.rulebook.names import Declared
from checker.rulebook.unread import is_read

TreePath = tuple[str | int, ...]


def read_quality(
    shape: QualityShape,
    document: Document,
    dictionary: Dictionary,
    parameters: dict[str, Parameter],
    declared: Declared,
    problems: list[Problem],
) -> tuple[tuple[QualityCheck, ...], set[str]]:
    """Return the checks that have no fault, and the names of the parameters they use."""
    scope = Scope(
        dictionary, parameters, lambda at, key: document.place(at, key=key),
        declared=declared.may_have,
    )  # fmt: skip
    ids = [(("checks", i, "id"), one.id) for i, one in enumerate(shape.checks)]
    check_once("quality", ids, document, problems)
    found = []
    for index, one in enumerate(shape.checks):
        asked = _asked(one, ("checks", index), scope)
        if asked is not None:
            found.append(QualityCheck(one.id, one.title, one.meaning, asked, one.advice))
    problems += scope.problems
    return tuple(found), scope.used


def _asked(shape: QualityCheckShape, at: TreePath, scope: Scope) -> Asked | None:
    given = [k for k in _KINDS if getattr(shape, k) not in (None, False)]
    if len(given) != 1:
        scope.report(at, "quality_kind", words.quality_kind(_KINDS))
    found = [_READ[kind](getattr(shape, kind), (*at, kind), scope) for kind in given]
    return found[0] if len(found) == 1 else None


def _check(raw: object, at: TreePath, scope: Scope) -> Asked | None:
    return read_check(raw, at, scope) if is_read(raw) else None


def _well_formed(shape: WellFormedShape, at: TreePath, scope: Scope) -> WellFormed | None:
    fine = _known(shape.table, [("column", shape.column)], at, scope)
    return WellFormed(shape.table, shape.column) if fine else None


def _files_match(shape: FilesMatchShape, at: TreePath, scope: Scope) -> FilesMatch | None:
    fine = _known(shape.table, [("path", shape.path), ("sha256", shape.sha256)], at, scope)
    return FilesMatch(shape.table, shape.path, shape.sha256) if fine else None


def _inside(shape: InsideShape, at: TreePath, scope: Scope) -> Inside | None:
    fine = _known(shape.table, [("path", shape.path), ("among", shape.among)], at, scope)
    return Inside(shape.table, tuple(shape.path.split(".")), shape.among) if fine else None


def _overlaps(shape: OverlapsShape, at: TreePath, scope: Scope) -> OverlapsPeriod | None:
    fine = _known(shape.table, [("start", shape.start), ("end", shape.end)], at, scope)
    return OverlapsPeriod(shape.table, shape.start, shape.end) if fine else None


def _no_duplicates(shape: NoDuplicatesShape, at: TreePath, scope: Scope) -> NoDuplicates | None:
    fine = _known(shape.table, [("columns", *c) for c in enumerate(shape.columns)], at, scope)
    return NoDuplicates(shape.table, shape.columns) if fine else None


_READ: Final[Mapping[str, Callable[[Any, TreePath, Scope], Asked | None]]] = {
    "check": _check,
    "inside": _inside,
    "overlaps_period": _overlaps,
    "no_duplicates": _no_duplicates,
    "look_alikes": lambda *_: LookAlikes(),
    "well_formed": _well_formed,
    "files_match": _files_match,
    "no_personal_data": lambda *_: NoPersonalData(),
    "at_reading": lambda *_: AtReading(),
}
_KINDS: Final = tuple(_READ)


def _known(table: str, columns: Iterable[tuple[Any, ...]], at: TreePath, scope: Scope) -> bool:
    """Tell whether a table and its columns are known; report each that there is not.

    Args:
        columns: where each is named, seen from `at`, and last its name.
    """
    rows = scope.table(table, (*at, "table"))
    fine = rows is not NO_TABLE
    for *key, name in columns:
        fine &= is_read(name) and scope.column(rows, name, (*at, *key)).column is not VAGUE
    return fine
