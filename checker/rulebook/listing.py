"""What stands in a rules folder: nothing is left out in silence, nothing but plain files is opened."""

import os
import stat
from pathlib import Path

from checker.model.problem import Place, Problem
from checker.model.system import is_text, legible, reason


def missing(folder: Path) -> bool:
    """Return whether there is no such folder; one that the system hides is there."""
    try:
        return not stat.S_ISDIR(os.stat(folder).st_mode)  # noqa: PTH116 - a name may be no path
    except PermissionError:
        return False
    except (OSError, ValueError):
        return True


def stands(path: Path) -> bool:
    """Return whether something has this name; what the system hides may, and is found out by reading."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def listed(folder: Path, problems: list[Problem]) -> list[Path]:
    """Return every YAML file of a folder, sorted; what cannot be looked into goes into `problems`."""
    found: list[Path] = []

    def refused(error: OSError) -> None:
        problems.append(_unreadable(Path(error.filename), error))

    if not is_text(str(folder)):
        _report(problems, folder, "name_not_utf8")
        return found
    for top, folders, names in os.walk(folder, onerror=refused):
        for name in folders:
            path = Path(top, name)
            if path.is_symlink():
                _report(problems, path, "linked_folder")
        for name in names:
            if not name.endswith(".yaml"):
                continue
            path = Path(top, name)
            if is_text(name) and is_text(top):
                found.append(path)
            else:
                _report(problems, path, "name_not_utf8")
    return sorted(found)


def contents(path: Path, problems: list[Problem]) -> bytes | None:
    """Return the bytes of a plain file; None after a problem. A pipe is never waited for."""
    try:
        if stat.S_ISREG(path.stat().st_mode):
            return path.read_bytes()
    except OSError as error:
        problems.append(_unreadable(path, error))
    else:
        _report(problems, path, "not_regular")
    return None


def unreadable(folder: Path) -> list[Problem]:
    """Return what keeps any YAML file of a folder, cases among them, from being read."""
    problems: list[Problem] = []
    for path in listed(folder, problems):
        contents(path, problems)
    return problems


def _unreadable(path: Path, error: OSError) -> Problem:
    from checker.rulebook import words

    said = words.unreadable(reason(error))
    return Problem(_place(path), "unreadable", said[0], advice=said[1])


def _report(problems: list[Problem], path: Path, code: str) -> None:
    from checker.rulebook import words

    said = words.unusable(code)
    problems.append(Problem(_place(path), code, said[0], advice=said[1]))


def _place(path: Path) -> Place:
    return Place(legible(os.path.normpath(path)))
