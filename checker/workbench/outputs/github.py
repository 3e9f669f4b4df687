"""An inspection as workflow commands of GitHub Actions: annotations beside the lines."""

from typing import Final

from checker.workbench.diagnostic import Diagnostic, Gravity, Inspection
from checker.workbench.outputs.words import told

LEVELS: Final = {Gravity.ERROR: "error", Gravity.WARNING: "warning", Gravity.NOTE: "notice"}


def render(inspection: Inspection) -> str:
    """Return one command a diagnostic; suppressed ones are left out, as nothing hides them there."""
    lines = [_command(d) for d in inspection.diagnostics if not d.ignored]
    return "".join(line + "\n" for line in lines)


def _command(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    properties = {
        "file": place.file,
        "line": str(place.line or ""),
        "col": str(place.column or ""),
        "title": f"{diagnostic.check} {diagnostic.subject}".strip(),
    }
    said = ",".join(f"{k}={_property(v)}" for k, v in properties.items() if v)
    return f"::{LEVELS[diagnostic.gravity]} {said}::{_data(told(diagnostic))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
