"""The shape of the document a standard is known from: sections, lines, sentences; no words of it.

A rule set may keep it as rules/seed_outline.yaml, so that places can be checked without the
document itself.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from checker.model.frozen import dataclass
from checker.model.problem import Problem, Rejected
from checker.rulebook.documents.shape import Shape, Words
from checker.rulebook.files import OUTLINE
from checker.rulebook.shaping import shaped


class SectionShape(Shape):
    """One section: its first and last line."""

    section: Words
    lines: tuple[int, int]


class OutlineShape(Shape):
    """rules/seed_outline.yaml.

    Attributes:
        sha256: digest of the text, so that a changed document is noticed.
        lines: how many lines it has.
        sentences: how many sentences each line holds; a line not named holds none.
    """

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    lines: Annotated[int, Field(ge=1)]
    sections: tuple[SectionShape, ...]
    sentences: dict[str, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a document; sentences by line, first and last line by section."""

    lines: int
    sections: Mapping[str, tuple[int, int]]
    sentences: Mapping[int, int]

    def fault(self, section: str, line: int, sentence: int) -> str:
        """Return what is wrong with a place: "section", "line", "elsewhere", "sentence" or ""."""
        if section not in self.sections:
            return "section"
        if line > self.lines or line not in self.sentences:
            return "line"
        first, last = self.sections[section]
        if not first <= line <= last:
            return "elsewhere"
        return "sentence" if sentence > self.sentences[line] else ""


def read_outline(folder: Path) -> Outline | None:
    """Return the outline a rules folder keeps; None if there is none.

    Raises:
        Rejected: the file has faults.
    """
    path = folder / OUTLINE
    if not path.is_file():
        return None
    problems: list[Problem] = []
    found = shaped(str(path), path.read_bytes(), OutlineShape, problems)
    if found is None:
        raise Rejected(problems)
    shape, _ = found
    return Outline(
        shape.lines,
        {s.section: s.lines for s in shape.sections},
        {int(k): v for k, v in shape.sentences.items()},
    )
