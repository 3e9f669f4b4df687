"""The files of a rule set, read from a folder, with their digest; the rulebook they make, kept by it."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from checker.model.frozen import dataclass
from checker.model.problem import Place, Problem, Rejected
from checker.model.rule import Rulebook
from checker.rulebook.cache import cache_file, keep, recalled
from checker.rulebook.listing import contents, listed, missing, stands

CASES: Final = "cases.yaml"
WORKBENCH: Final = "workbench.yaml"
OUTLINE: Final = "seed_outline.yaml"
RULES: Final = "rules.yaml"
DICTIONARY: Final = "dictionary.yaml"
BESIDE: Final = "../schemas/submission.yaml"
ROOMS: Final = ("model", "document", "language", "rulebook")


@dataclass(frozen=True, slots=True)
class RuleFiles:
    """Every file of a rule set but those of the workbench: cases, declarations, the seed's outline.

    Attributes:
        data: bytes by path relative to the folder, "/" between parts.
        rule_files: paths of the files that hold rules, sorted.
        dictionary_file: path of the data dictionary, perhaps outside the folder.
        digest: sha256 over all names and bytes, hex.
    """

    folder: Path
    data: Mapping[str, bytes]
    rule_files: tuple[str, ...]
    dictionary_file: str
    digest: str
    problems: tuple[Problem, ...] = ()

    def shown(self, file: str) -> str:
        """Return the path of a file as a person finds it."""
        return os.path.normpath(self.folder / file)


def read_files(folder: Path) -> RuleFiles:
    """Return the files of a rules folder.

    The data dictionary is `dictionary.yaml` in the folder, or else `schemas/submission.yaml`
    beside it.
    """
    data: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in listed(folder, problems):
        if path.name not in (CASES, WORKBENCH, OUTLINE):
            _add(path, path.relative_to(folder).as_posix(), data, problems)
    dictionary = DICTIONARY if DICTIONARY in data else BESIDE
    if dictionary == BESIDE and stands(folder / BESIDE):
        _add(folder / BESIDE, BESIDE, data, problems)
    rule_files = tuple(f for f in data if PurePosixPath(f).name == RULES)
    return RuleFiles(folder, data, rule_files, dictionary, _digest(data), tuple(problems))


def _add(path: Path, name: str, data: dict[str, bytes], problems: list[Problem]) -> None:
    found = contents(path, problems)
    if found is not None:
        data[name] = found


def _digest(data: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for file in sorted(data):
        whole.update(f"{file}\0{len(data[file])}\0".encode())
        whole.update(data[file])
    return whole.hexdigest()


def load(folder: Path, profile: str) -> Rulebook:
    """Return the rulebook of a folder, from the cache if its files have not changed.

    Raises:
        Rejected: with every fault of every file.
    """
    if missing(folder):
        from checker.rulebook import words

        said = words.missing_file("standard.yaml")
        raise Rejected([Problem(Place(str(folder)), "missing_file", said[0], advice=said[1])])
    files = read_files(folder)
    if files.problems:  # what was read may be all of another rule set, which is kept
        raise Rejected(list(files.problems))
    kept = cache_file(f"{files.digest} {profile}", ROOMS)
    known = recalled(kept, Rulebook)
    if known is not None:
        return known
    from checker.rulebook.loading import build

    rulebook = build(files, profile)
    keep(kept, rulebook)
    return rulebook


def every_problem(folder: Path) -> tuple[Problem, ...]:
    """Return every fault of a rules folder whichever profile is asked for; () if there is none.

    What `load` would have to read is kept on the way.
    """
    files = read_files(folder)
    if files.problems:
        return files.problems
    clean = cache_file(f"clean {files.digest}", ROOMS)
    if recalled(clean, str) is not None:
        return ()
    from checker.rulebook.loading import build_every

    books, problems = build_every(files)
    for profile, rulebook in books.items():
        keep(cache_file(f"{files.digest} {profile}", ROOMS), rulebook)
    if not problems:
        keep(clean, "clean")
    return tuple(problems)
