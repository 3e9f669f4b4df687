"""The canonical form of the files of a rule set: which keys come first, what stands apart."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from checker.document.canonical import LossError, canonical
from checker.document.document import Path as At
from checker.model.frozen import dataclass
from checker.model.problem import Problem, Rejected
from checker.rulebook.documents.rules import EvidenceShape, ParameterShape, RuleShape, SourceShape
from checker.rulebook.documents.shape import Shape
from checker.rulebook.files import BESIDE, RULES

LEAF: Final = (
    "measure", "of", "by", "where", "that", "numerator", "denominator", "value", "required",
    "times", "from", "to", "date", "each", "expect", "when_empty",
)  # fmt: skip
CASE: Final = ("rule", "name", "period", "assessed_on", "parameters", "tables", "expect")


@dataclass(frozen=True, slots=True)
class Formed:
    """A file that is not in canonical form, with the bytes that it has and those it should have."""

    path: Path
    before: bytes
    after: bytes


def files(folder: Path) -> list[Path]:
    """Return every YAML file of a rule set, its dictionary among them, sorted."""
    found = set(folder.rglob("*.yaml"))
    beside = folder / BESIDE
    if os.path.isfile(beside):  # noqa: PTH113 - where a path raises, nothing is to be formed
        found.add(Path(os.path.normpath(beside)))
    return sorted(found)


def formed(folder: Path, problems: list[Problem]) -> Iterator[Formed]:
    """Yield every file that is not in canonical form; faults go into `problems`.

    Raises:
        LossError: the formatter would lose something; a fault of the program.
    """
    for path in files(folder):
        before = path.read_bytes()
        try:
            after = canonical(before, str(path), _order, _apart(path))
        except Rejected as rejected:
            problems += rejected.problems
            continue
        if after != before:
            yield Formed(path, before, after)


def _apart(path: Path) -> "_Apart":
    return _Apart(path.name)


@dataclass(frozen=True, slots=True)
class _Apart:
    """Rules stand a blank line apart."""

    name: str

    def __call__(self, at: At) -> bool:
        return self.name == RULES and at == ("rules",)


def _order(at: At, keys: frozenset[str]) -> tuple[str, ...]:
    if "measure" in keys:
        return LEAF
    if len(at) == 2 and at[0] == "cases":
        return CASE
    for pattern, shape in _SHAPES.items():
        fits = len(at) == len(pattern) and all(
            p in ("*", a) for p, a in zip(pattern, at, strict=True)
        )
        if fits and keys <= set(_fields(shape)):
            return _fields(shape)
    return ()


_SHAPES: Final[Mapping[At, type[Shape]]] = {
    ("rules", "*"): RuleShape,
    ("rules", "*", "source"): SourceShape,
    ("rules", "*", "evidence", "*"): EvidenceShape,
    ("parameters", "*"): ParameterShape,
}


def _fields(shape: type[Shape]) -> tuple[str, ...]:
    return tuple(shape.model_fields)


__all__ = ["Formed", "LossError", "files", "formed"]
