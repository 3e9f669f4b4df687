"""The folder of a catalogue: written whole, or compared with what the rules would give."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from checker.model.frozen import dataclass
from checker.workbench.catalogue.render import MANIFEST


@dataclass(frozen=True, slots=True)
class Stale:
    """A file of a catalogue that is not as it should be: "missing", "differs" or "extra"."""

    file: str
    what: str


class NotACatalogueError(Exception):
    """A folder holds files, and they are not those of a catalogue."""


def compare(folder: Path, files: Mapping[str, bytes]) -> tuple[Stale, ...]:
    """Return what a folder has otherwise than the files say, sorted by name."""
    found = []
    for name, data in files.items():
        path = folder / name
        if not path.is_file():
            found.append(Stale(name, "missing"))
        elif path.read_bytes() != data:
            found.append(Stale(name, "differs"))
    left = (name for name in _listed(folder) if name not in files and (folder / name).is_file())
    return tuple(sorted([*found, *(Stale(name, "extra") for name in left)], key=lambda s: s.file))


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a catalogue; what an earlier one left and this one has not is taken away.

    Only files that the earlier manifest lists, unchanged since, are ever removed.

    Raises:
        NotACatalogueError: the folder holds files but no manifest of a catalogue.
        OSError: the folder cannot be written.
    """
    earlier = _listed(folder)
    if folder.is_dir() and any(folder.iterdir()) and not earlier:
        raise NotACatalogueError(str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = folder / name
        if not _holds(path, hashlib.sha256(data).hexdigest()):
            part = path.with_name(f".{name}.part")
            part.write_bytes(data)
            part.replace(path)
    for name, digest in earlier.items():
        if name not in files and _holds(folder / name, digest):
            (folder / name).unlink()


def _holds(path: Path, digest: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest


def _listed(folder: Path) -> dict[str, str]:
    """Return what the manifest of a folder lists; {} where there is none that can be read."""
    try:
        held = json.loads((folder / MANIFEST).read_bytes())
        files = {str(name): str(digest) for name, digest in held["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {name: digest for name, digest in files.items() if Path(name).name == name}
