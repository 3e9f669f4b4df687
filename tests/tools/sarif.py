"""SARIF judged by its schema and by Microsoft's multitool (npm @microsoft/sarif-multitool)."""

import json
import re
import subprocess
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator

from tests.tools import needed

HOME = needed.NODE_PACKAGES / "@microsoft" / "sarif-multitool-linux"


def sarif_multitool(path: Path) -> list[str]:
    """Return every error and warning about a SARIF file, one line each; notes are matters of taste.

    The multitool says nothing at all of a file that it cannot deserialise (a level that does not
    exist, a line 0) and exits with 0: so the schema, which it carries, is asked as well.
    """
    log = json.loads(path.read_text(encoding="utf-8"))
    faults = [f"schema {error.json_path}: {error.message}" for error in _schema().iter_errors(log)]
    return sorted(faults) + _multitool(path)


@cache
def _schema() -> Draft202012Validator:
    text = needed.file(HOME / "sarif-2.1.0.json").read_text(encoding="utf-8-sig")
    return Draft202012Validator(json.loads(text))


def _multitool(path: Path) -> list[str]:
    # its npm wrapper hands arguments to a shell, so the program itself is called
    command = [str(needed.file(HOME / "Sarif.Multitool")), "validate", str(path)]
    command += ["--rule-kind", "Sarif", "--level", "Error;Warning"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "HOME": str(path.parent)},
    )
    if "Analysis completed successfully." not in done.stdout:
        return [f"the multitool gave up: {done.stdout}{done.stderr}"]
    found = re.findall(r": ((?:error|warning) .*)", done.stdout)
    return sorted(found)
