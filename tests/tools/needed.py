"""Where the outside judges stand that `./run test` installs, and what to say when one is missing.

A test never skips for want of a tool: it would look like a pass. Only who told ./run to leave the
system alone (RUN_SKIP_SYSTEM=1) has said that some cannot be tried.
"""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE_PACKAGES = ROOT / ".venv" / "node" / "node_modules"


def command(name: str) -> str:
    """Return the path of a program of the system."""
    return shutil.which(name) or _missing(name)


def file(path: Path) -> Path:
    """Return a path that must be there."""
    return path if path.exists() else _missing(str(path))


def _missing(what: str) -> NoReturn:
    if os.environ.get("RUN_SKIP_SYSTEM"):
        pytest.skip(f"RUN_SKIP_SYSTEM: {what} is not here")
    pytest.fail(f"{what} is missing: ./run test installs it")
