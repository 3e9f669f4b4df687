"""A version of a rule set by name: a folder, or a revision of a git repository.

Nothing is checked out: blobs go from the repository into a temporary folder, so working tree and
index stay as they are, and attributes such as export-ignore leave nothing out.
"""

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

import click

from checker.cli.rules import diff_words as words
from checker.cli.rules.delivery import near
from checker.document.document import Document
from checker.model.frozen import dataclass
from checker.model.problem import Place, Problem, Rejected
from checker.rulebook.files import BESIDE
from checker.workbench.rule_set import RuleSet, read_rule_set


@dataclass(frozen=True, slots=True)
class Source:
    """Where a version is read from.

    Attributes:
        name: as the person who called gave it, or the folder that stands for it.
        folder: the rules folder, perhaps a temporary one.
        shown: what stands before the path of a file of a temporary folder, and that folder.
    """

    name: str
    folder: Path
    shown: tuple[Path, str] | None = None

    def place(self, place: Place) -> Place:
        """Return a place as the person who called finds it: "HEAD~3:rules/standard.yaml"."""
        if not self.shown or not place.file:
            return place
        root, name = self.shown
        path = Path(place.file)
        if not path.is_relative_to(root):
            return place
        return replace(place, file=f"{name}:{path.relative_to(root).as_posix()}")


def source(name: str, rules: Path, room: Path) -> Source:
    """Return where a version is read from.

    Args:
        name: a folder; or a revision, perhaps with a folder in it, as "main:rules".
        rules: the folder that a revision without a folder is asked for.
        room: a temporary folder for what comes out of a repository.

    Raises:
        click.UsageError: there is no such folder, repository or revision; the nearest are named.
    """
    folder = Path(name)
    if folder.is_dir():
        return Source(name, near(folder))
    revision, _, inside = name.partition(":")
    repository = _repository(rules, name)
    commit = _git(repository, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        raise click.UsageError(words.no_such_version(name, _nearest(revision, repository)))
    path = _inside(inside, repository) if inside else _relative(rules, repository)
    _extract(repository, commit.decode().strip(), path, room)
    if not (room / path).is_dir():
        raise click.UsageError(words.no_such_folder(revision, path.as_posix()))
    return Source(name, room / path, (room, revision))


def read(source_: Source, profile: str) -> RuleSet:
    """Return the rule set of a version, with places as the person who called finds them.

    Raises:
        Rejected: with every fault.
    """
    try:
        found = read_rule_set(source_.folder, profile)
    except Rejected as rejected:
        raise Rejected([_told(p, source_) for p in rejected.problems]) from None
    if not source_.shown:
        return found

    def named(document: Document) -> Document:
        return replace(document, file=source_.place(Place(document.file)).file)

    documents = {file: named(d) for file, d in found.documents.items()}
    cases = tuple(replace(c, document=named(c.document)) for c in found.cases)
    return replace(found, documents=documents, cases=cases)


def _told(problem: Problem, source_: Source) -> Problem:
    return replace(problem, place=source_.place(problem.place))


def _repository(rules: Path, name: str) -> Path:
    start = next(p for p in (rules.absolute(), *rules.absolute().parents) if p.is_dir())
    try:
        found = _git(start, "rev-parse", "--show-toplevel")
    except FileNotFoundError:
        raise click.UsageError(words.no_git(name)) from None
    if found is None:
        raise click.UsageError(words.no_repository(name, _folders_like(name)))
    return Path(found.decode().rstrip("\n"))


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """Return what git prints; None if it fails. No user's settings change what it does."""
    done = subprocess.run(
        ["git", "--no-pager", "--literal-pathspecs", *arguments],  # noqa: S607 - the git on PATH
        cwd=folder, input=given, capture_output=True, check=False,
    )  # fmt: skip
    return done.stdout if done.returncode == 0 else None


def _relative(rules: Path, repository: Path) -> PurePosixPath:
    return PurePosixPath(rules.resolve().relative_to(repository.resolve()).as_posix())


def _inside(inside: str, repository: Path) -> PurePosixPath:
    """Return the folder that is meant after the colon: from the top, or with ./ from here."""
    if inside.startswith(("./", "../")):
        whole = (Path.cwd() / inside).resolve()
        if whole.is_relative_to(repository.resolve()):
            return _relative(whole, repository)
    return PurePosixPath(inside.strip("/") or ".")


def _extract(repository: Path, commit: str, path: PurePosixPath, root: Path) -> None:
    """Write the rules folder of a commit, and the dictionary that may lie beside it."""
    wanted = [path.as_posix()]
    if path.parts:
        wanted.append((path.parent / BESIDE.removeprefix("../")).as_posix())
    listed = _git(repository, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *wanted)
    files = [(blob, PurePosixPath(name)) for blob, name in _blobs(listed or b"")]
    held = _git(
        repository, "cat-file", "--batch", given="".join(f"{b}\n" for b, _ in files).encode()
    )
    contents = iter(_contents(held or b""))
    for _, name in files:
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(next(contents))


def _blobs(listed: bytes) -> Iterator[tuple[str, str]]:
    """Yield the plain files of a listing: links and submodules hold no rules."""
    for entry in listed.split(b"\0"):
        head, _, name = entry.partition(b"\t")
        mode, kind, blob = (*head.split(), b"", b"", b"")[:3]
        if kind == b"blob" and mode != b"120000":
            yield blob.decode(), name.decode("utf-8", "surrogateescape")


def _contents(held: bytes) -> Iterator[bytes]:
    """Yield the contents that `git cat-file --batch` printed: a header line, bytes, a newline."""
    at = 0
    while at < len(held):
        end = held.index(b"\n", at)
        size = int(held[at:end].split()[2])
        yield held[end + 1 : end + 1 + size]
        at = end + size + 2


def _nearest(revision: str, repository: Path) -> Sequence[str]:
    base = revision.partition("~")[0].partition("^")[0]
    names = (_git(repository, "for-each-ref", "--format=%(refname:short)") or b"").decode().split()
    return get_close_matches(base, [*names, "HEAD"], 3, 0.5) or sorted(names)[:3]


def _folders_like(name: str) -> Sequence[str]:
    parent = Path(name).parent
    try:
        folders = [p.as_posix() for p in parent.iterdir() if p.is_dir()]
    except OSError:
        return ()
    return get_close_matches(name, sorted(folders), 3)
