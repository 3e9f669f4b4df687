"""rules/quality.yaml → data-quality checks."""

from checker.document.document import Document
from checker.language.parse import read_check
from checker.language.typecheck import Scope
from checker.model.dictionary import Dictionary, Table
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

TreePath = tuple[str | int, ...]


def read_quality(
    shape: QualityShape,
    document: Document,
    dictionary: Dictionary,
    parameters: dict[str, Parameter],
    problems: list[Problem],
) -> tuple[tuple[QualityCheck, ...], set[str]]:
    """Return the checks that have no fault, and the names of the parameters they use."""
    scope = Scope(dictionary, parameters, lambda at, key: document.place(at, key=key))
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
        return None
    if shape.check is not None:
        return read_check(shape.check, (*at, "check"), scope)
    if shape.inside is not None:
        return _inside(shape.inside, (*at, "inside"), scope)
    if shape.overlaps_period is not None:
        return _overlaps(shape.overlaps_period, (*at, "overlaps_period"), scope)
    if shape.no_duplicates is not None:
        return _no_duplicates(shape.no_duplicates, (*at, "no_duplicates"), scope)
    if shape.well_formed is not None:
        return _well_formed(shape.well_formed, (*at, "well_formed"), scope)
    if shape.files_match is not None:
        return _files_match(shape.files_match, (*at, "files_match"), scope)
    if shape.look_alikes:
        return LookAlikes()
    return NoPersonalData() if shape.no_personal_data else AtReading()


_KINDS = (
    "check", "inside", "overlaps_period", "no_duplicates", "look_alikes", "well_formed",
    "files_match", "no_personal_data", "at_reading",
)  # fmt: skip


def _well_formed(shape: WellFormedShape, at: TreePath, scope: Scope) -> WellFormed | None:
    table = scope.table(shape.table, (*at, "table"))
    if table is None or not _columns(table, (shape.column,), at, scope):
        return None
    return WellFormed(table.name, shape.column)


def _files_match(shape: FilesMatchShape, at: TreePath, scope: Scope) -> FilesMatch | None:
    table = scope.table(shape.table, (*at, "table"))
    if table is None or not _columns(table, (shape.path, shape.sha256), at, scope):
        return None
    return FilesMatch(table.name, shape.path, shape.sha256)


def _inside(shape: InsideShape, at: TreePath, scope: Scope) -> Inside | None:
    table = scope.table(shape.table, (*at, "table"))
    if table is None:
        return None
    reach = scope.column(table, shape.path, (*at, "path"))
    among = scope.column(table, shape.among, (*at, "among"))
    return Inside(table.name, reach.path, shape.among) if reach and among else None


def _overlaps(shape: OverlapsShape, at: TreePath, scope: Scope) -> OverlapsPeriod | None:
    table = scope.table(shape.table, (*at, "table"))
    if table is None or not _columns(table, (shape.start, shape.end), at, scope):
        return None
    return OverlapsPeriod(table.name, shape.start, shape.end)


def _no_duplicates(shape: NoDuplicatesShape, at: TreePath, scope: Scope) -> NoDuplicates | None:
    table = scope.table(shape.table, (*at, "table"))
    if table is None or not _columns(table, shape.columns, at, scope):
        return None
    return NoDuplicates(table.name, shape.columns)


def _columns(table: Table, names: tuple[str, ...], at: TreePath, scope: Scope) -> bool:
    reached = [scope.column(table, name, at) for name in names]  # every fault, not the first
    return None not in reached
