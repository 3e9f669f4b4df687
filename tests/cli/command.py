"""The command line, run in this process or in one of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from checker.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "rules"
POOL_RULES = ROOT / "tests" / "second_standard" / "rules"
POOL = ROOT / "tests" / "second_standard" / "submissions"


@dataclass(frozen=True)
class Run:
    """What one call came to."""

    code: int
    bytes: bytes
    error: str

    @property
    def out(self) -> str:
        """What stood on standard output."""
        return self.bytes.decode()

    @property
    def problems(self) -> list[str]:
        """The lines that name a problem: those after the heading that are not indented."""
        return [line for line in self.error.splitlines()[1:] if not line.startswith(" ")]


def run(*arguments: object) -> Run:
    """Run the command line in this process."""
    out, error = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    code: object = "main() returned"
    with redirect_stdout(out), redirect_stderr(error):
        try:
            main([str(a) for a in arguments])
        except SystemExit as stop:
            code = stop.code
    assert isinstance(code, int)
    return Run(code, _written(out), _written(error).decode())


def _written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


def run_alone(
    *arguments: object,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    output: IO[bytes] | None = None,
    before: Sequence[str] = (),
) -> Run:
    """Run `python -m checker` as a process of its own, from any folder."""
    found = subprocess.run(
        [*before, sys.executable, "-m", "checker", *map(str, arguments)],
        check=False,
        stdout=output or subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
    )
    return Run(found.returncode, found.stdout or b"", found.stderr.decode())


def check_pool(submission: object, *arguments: object, profile: str = "everyday") -> Run:
    """Check a submission under the rules for swimming pools."""
    return run("check", submission, "--rules", POOL_RULES, "--profile", profile, *arguments)
