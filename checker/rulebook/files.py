"""The files of a rule set, read from a folder, with their digest; and the cache beside them."""

import hashlib
import os
import pickle
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from checker import __version__
from checker.model.frozen import dataclass
from checker.model.problem import Place, Problem, Rejected
from checker.model.rule import Rulebook

CASES: Final = "cases.yaml"
WORKBENCH: Final = "workbench.yaml"
OUTLINE: Final = "seed_outline.yaml"
RULES: Final = "rules.yaml"
DICTIONARY: Final = "dictionary.yaml"
BESIDE: Final = "../schemas/submission.yaml"


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
    for path in sorted(folder.rglob("*.yaml")):
        if path.name not in (CASES, WORKBENCH, OUTLINE):
            _add(path, path.relative_to(folder).as_posix(), data, problems)
    dictionary = DICTIONARY if DICTIONARY in data else BESIDE
    if dictionary == BESIDE and (folder / BESIDE).is_file():
        _add(folder / BESIDE, BESIDE, data, problems)
    rule_files = tuple(f for f in data if PurePosixPath(f).name == RULES)
    return RuleFiles(folder, data, rule_files, dictionary, _digest(data), tuple(problems))


def _add(path: Path, name: str, data: dict[str, bytes], problems: list[Problem]) -> None:
    try:
        data[name] = path.read_bytes()
    except OSError as error:
        problems.append(Problem(Place(str(path)), "unreadable", error.strerror or ""))


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
    if not folder.is_dir():
        from checker.rulebook import words

        said = words.missing_file("standard.yaml")
        raise Rejected([Problem(Place(str(folder)), "missing_file", said[0], advice=said[1])])
    files = read_files(folder)
    kept = _cache_file(files.digest, profile)
    known = _kept(kept) if kept else None
    if known is not None:
        return known
    from checker.rulebook.loading import build

    rulebook = build(files, profile)
    if kept:
        _keep(kept, rulebook)
    return rulebook


def _cache_file(digest: str, profile: str) -> Path | None:
    """Return where a rulebook is kept; None for a user without a home."""
    try:
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    key = hashlib.sha256(f"{_program()} {digest} {profile}".encode()).hexdigest()
    return root / "rule-checker" / f"{key}.pickle"


def _program() -> str:
    """Return a mark of this very program: a changed source must not read an old cache."""
    package = Path(__file__).resolve().parent.parent
    stamps = [
        (p.name, s.st_size, s.st_mtime_ns)
        for room in ("model", "document", "language", "rulebook")
        for p in sorted((package / room).glob("*.py"))
        for s in (p.stat(),)
    ]
    return hashlib.sha256(f"{__version__}{stamps}".encode()).hexdigest()


def _kept(file: Path) -> Rulebook | None:
    try:
        found = pickle.loads(file.read_bytes())  # noqa: S301 - our own file in the user's own cache
    except Exception:  # noqa: BLE001 - a cache that cannot be read is no cache
        return None
    return found if isinstance(found, Rulebook) else None


def _keep(file: Path, rulebook: Rulebook) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_bytes(pickle.dumps(rulebook, protocol=pickle.HIGHEST_PROTOCOL))
        part.replace(file)
    except OSError:
        return  # a cache that cannot be written costs time only
