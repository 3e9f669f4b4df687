"""Past submissions in a folder: where they are, and each read as both versions read it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from checker.assessment import subject
from checker.model.problem import Rejected
from checker.model.submission import Submission
from checker.submission.reading import ENTRIES, read
from checker.workbench.comparison.impact import Fate, Pair, Replay, replay

LOOSE: Final = frozenset((".yaml", ".yml", ".json"))
_BEGINS: Final = ("form:", '"form"')


def submissions(folder: Path) -> list[Path]:
    """Return the submissions under a folder, sorted: folders with an entry file, loose documents.

    A folder that is a submission is not looked into. A loose document is taken if it says which
    form it is.
    """
    return sorted(_found(folder))


def judged(path: Path, name: str, both: Pair) -> Replay:
    """Return what both versions make of the submission at a path."""
    old, new = _read(path, both)
    if isinstance(new, Rejected):
        fate = Fate.UNREADABLE if isinstance(old, Rejected) else Fate.REFUSED
        return Replay(name, fate, problems=new.problems)
    called = subject.name(new, both.new)
    if isinstance(old, Rejected):
        return Replay(name, Fate.ACCEPTED, called, old.problems)
    return replay(name, called, old, new, both)


def _read(path: Path, both: Pair) -> tuple[Submission | Rejected, Submission | Rejected]:
    new = _tried(path, both, new=True)
    if both.old.dictionary == both.new.dictionary:
        return new, new
    return _tried(path, both, new=False), new


def _tried(path: Path, both: Pair, *, new: bool) -> Submission | Rejected:
    try:
        return read(path, (both.new if new else both.old).dictionary)
    except Rejected as rejected:
        return rejected


def _found(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
        return
    entries = [p for p in sorted(folder.iterdir()) if not p.name.startswith(".")]
    if any(p.name.lower() in ENTRIES for p in entries):
        yield folder
        return
    for path in entries:
        if path.is_dir():
            yield from _found(path)
        elif path.suffix.lower() in LOOSE and _is_form(path):
            yield path


def _is_form(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return any(line.lstrip().startswith(_BEGINS) for line in file)
    except OSError:
        return False
