"""rules/workbench.yaml: what the keepers of the rules have declared, each with its reason.

Nothing in it changes an outcome or a score: it stays out of the digest of a rule set.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from checker.document.document import Document
from checker.model.frozen import dataclass
from checker.model.problem import NOWHERE, Place, Problem, Rejected
from checker.rulebook.documents.shape import Exact, Id, Shape, Words
from checker.rulebook.files import WORKBENCH
from checker.rulebook.shaping import shaped


class SuppressionShape(Shape):
    """A diagnostic that does not count, and why. `subject` is a rule, parameter, item or column."""

    check: Words
    subject: Words
    reason: Annotated[Words, Field(min_length=6)]


class RelationShape(Shape):
    """Two rules that are meant to hang together."""

    rule: Id
    relation: Literal["implies", "excludes", "same"]
    other: Id
    reason: Annotated[Words, Field(min_length=6)]


class SurvivorShape(Shape):
    """A mutant that no case can tell from the rule, and why."""

    rule: Id
    mutant: Words
    reason: Annotated[Words, Field(min_length=6)]


class RedistributionShape(Shape):
    """A rule or item whose being declared away may lift a score, and why that is allowed."""

    subject: Words
    reason: Annotated[Words, Field(min_length=6)]


class DeclarationsShape(Shape):
    """rules/workbench.yaml, whole.

    `specimen` is the folder, seen from the rules folder, of a submission in which all is in
    order: `prove` makes submissions from it.
    """

    suppressions: tuple[SuppressionShape, ...] = ()
    relations: tuple[RelationShape, ...] = ()
    survivors: tuple[SurvivorShape, ...] = ()
    redistribution: tuple[RedistributionShape, ...] = ()
    coverage: dict[Words, Exact] = Field(default_factory=dict)
    specimen: Words | None = None


@dataclass(frozen=True, slots=True)
class Declarations:
    """What was declared, and where; document is None where there is no such file."""

    shape: DeclarationsShape = DeclarationsShape()
    document: Document | None = None

    def place(self, *at: str | int) -> Place:
        """Return where a declaration such as ("survivors", 3) stands."""
        return self.document.place(at) if self.document else NOWHERE


def read_declarations(folder: Path) -> Declarations:
    """Return the declarations of a rules folder; none at all if the file is not there.

    Raises:
        Rejected: with every fault of the file.
    """
    path = folder / WORKBENCH
    if not path.is_file():
        return Declarations()
    problems: list[Problem] = []
    found = shaped(str(path), path.read_bytes(), DeclarationsShape, problems)
    if found is None:
        raise Rejected(problems)
    return Declarations(*found)
