"""An inspection as a GitLab Code Quality report, which merge requests show beside the lines."""

import json
from typing import Any, Final

from checker.workbench.diagnostic import Diagnostic, Gravity, Inspection
from checker.workbench.outputs.sarif import fingerprint
from checker.workbench.outputs.words import told

SEVERITIES: Final = {Gravity.ERROR: "major", Gravity.WARNING: "minor", Gravity.NOTE: "info"}


def render(inspection: Inspection) -> str:
    """Return one issue a diagnostic; suppressed ones are left out, and so is what has no file."""
    shown = [d for d in inspection.diagnostics if d.place.file and not d.ignored]
    return json.dumps([_issue(d) for d in shown], ensure_ascii=False, indent=2) + "\n"


def _issue(diagnostic: Diagnostic) -> dict[str, Any]:
    place = diagnostic.place
    return {
        "description": told(diagnostic),
        "check_name": diagnostic.check,
        "fingerprint": fingerprint(diagnostic),
        "severity": SEVERITIES[diagnostic.gravity],
        "location": {"path": place.file, "lines": {"begin": place.line or 1}},
    }
