"""Copies of a small rule set, with faults planted in them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from checker.model.problem import Problem, Rejected
from checker.model.rule import Rulebook
from checker.rulebook.files import load

POOL_RULES = Path(__file__).resolve().parents[1] / "second_standard" / "rules"
WATER = "1-water/1.1-clean/rules.yaml"
TESTED = "1-water/1.2-tested/rules.yaml"
GUARDED = "2-safety/2.1-guarded/rules.yaml"
RENEWED = "2-safety/2.2-renewed/rules.yaml"


@dataclass(frozen=True)
class Copy:
    """A rules folder that a test may change."""

    folder: Path

    def edit(self, file: str, old: str, new: str) -> int:
        """Replace the one place where a text stands; return the line on which it begins."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (file, old, text.count(old))
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def write(self, file: str, text: str) -> None:
        """Write a whole file."""
        (self.folder / file).write_text(text, encoding="utf-8")

    def load(self, profile: str = "everyday") -> Rulebook:
        """Read the rule set."""
        return load(self.folder, profile)

    def problems(self, profile: str = "everyday") -> tuple[Problem, ...]:
        """Every problem of the rule set."""
        try:
            self.load(profile)
        except Rejected as rejected:
            return rejected.problems
        return ()

    def codes(self, profile: str = "everyday") -> list[tuple[str, int, str]]:
        """Every problem as file, line and code."""
        return [
            (_relative(p.place.file, self.folder), p.place.line, p.code)
            for p in self.problems(profile)
        ]


def copy_of(folder: Path, to: Path) -> Copy:
    """A copy of a rules folder."""
    shutil.copytree(folder, to)
    return Copy(to)


def _relative(file: str, folder: Path) -> str:
    path = Path(file)
    return path.relative_to(folder).as_posix() if path.is_absolute() else path.as_posix()
