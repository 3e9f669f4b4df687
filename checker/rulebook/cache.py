"""What was worked out from files, kept in the user's own cache under a digest of all it depends on.

A cache can only ever cost time: what cannot be read is worked out again, what cannot be written is
not kept.
"""

import hashlib
import os
import pickle
from pathlib import Path
from typing import Any, TypeVar

from checker import __version__

Kept = TypeVar("Kept")


def cache_file(key: str, rooms: tuple[str, ...]) -> Path | None:
    """Return where something is kept; None for a user without a home.

    Args:
        key: digest of everything it was worked out from.
        rooms: the rooms whose sources work it out; a changed source must not read an old cache.
    """
    try:
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    name = hashlib.sha256(f"{_program(rooms)} {key}".encode()).hexdigest()
    return root / "rule-checker" / f"{name}.pickle"


def recalled(file: Path | None, kind: type[Kept]) -> Kept | None:
    """Return what is kept in a file; None if there is nothing of that kind."""
    if file is None:
        return None
    try:
        found = pickle.loads(file.read_bytes())  # noqa: S301 - our own file in the user's own cache
    except Exception:  # noqa: BLE001 - a cache that cannot be read is no cache
        return None
    return found if isinstance(found, kind) else None


def keep(file: Path | None, value: Any) -> None:
    """Keep a value in a file, whole or not at all."""
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_bytes(pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))
        part.replace(file)
    except OSError:
        return  # a cache that cannot be written costs time only


def _program(rooms: tuple[str, ...]) -> str:
    package = Path(__file__).resolve().parent.parent
    stamps = [
        (p.relative_to(package).as_posix(), s.st_size, s.st_mtime_ns)
        for room in rooms
        for p in sorted((package / room).rglob("*.py"))
        for s in (p.stat(),)
    ]
    return hashlib.sha256(f"{__version__}{stamps}".encode()).hexdigest()
