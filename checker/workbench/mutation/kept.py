"""What became of the mutants of a rule, kept until the rule, its cases or the program change."""

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checker import __version__
from checker.model.rule import Rulebook
from checker.workbench.mutation.trial import RuleTrial, Tried

if TYPE_CHECKING:
    from checker.workbench.mutation.running import Task

_ROOMS: Final = (
    "model", "document", "language", "rulebook", "submission", "assessment", "workbench",
)  # fmt: skip


class Kept:
    """A folder with one file a rule; a file that cannot be read or written costs time only."""

    def __init__(self, folder: Path) -> None:
        """Keep in a folder, which need not exist."""
        self.folder = folder
        self.program = _program()
        self._books: dict[int, str] = {}

    def get(self, task: "Task", book: Rulebook) -> RuleTrial | None:
        """Return what became of a rule's mutants; None if that is not known."""
        try:
            stored = json.loads(self._file(task).read_text(encoding="utf-8"))
            if stored["key"] != self._key(task, book):
                return None
            tried = tuple(Tried(*one) for one in stored["tried"])
            return RuleTrial(stored["holds"], tried, tuple(stored["blind"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, task: "Task", book: Rulebook, result: RuleTrial) -> None:
        """Keep what became of a rule's mutants."""
        stored = {
            "key": self._key(task, book),
            "holds": result.holds,
            "tried": [[t.mutant, t.killer, t.by_outcome] for t in result.tried],
            "blind": result.blind,
        }
        file = self._file(task)
        part = file.with_suffix(f".{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")
            part.replace(file)
        except OSError:
            return

    def _file(self, task: "Task") -> Path:
        return self.folder / f"{task.rule.id}.json"

    def _key(self, task: "Task", book: Rulebook) -> str:
        """Return a digest of everything that the answer depends on.

        Of the frame of a rule (title, remedy, weight …) nothing: it does not meet the data.
        """
        parts = [
            self.program,
            self._book(book),
            repr((task.rule.check, task.rule.applies_when)),
            repr((task.data["check"], task.data.get("applies_when"))),  # the ids come from it
            *(f"{case.shape!r}{case.given!r}" for case in task.cases),
        ]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def _book(self, book: Rulebook) -> str:
        """Return what all rules share: the dictionary and the parameters."""
        if id(book) not in self._books:
            shared = repr((book.dictionary, book.parameters, book.values))
            self._books[id(book)] = hashlib.sha256(shared.encode()).hexdigest()
        return self._books[id(book)]


def usual_folder() -> Path | None:
    """Return where things are kept for this user; None for one without a home."""
    try:
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    return root / "rule-checker" / "mutation"


def _program() -> str:
    package = Path(__file__).resolve().parents[2]
    stamps = [
        (p.name, s.st_size, s.st_mtime_ns)
        for room in _ROOMS
        for p in sorted((package / room).rglob("*.py"))
        for s in (p.stat(),)
    ]
    return hashlib.sha256(f"{__version__}{stamps}".encode()).hexdigest()
