"""An inspection as JSON, for scripts."""

import json
from collections.abc import Iterator
from typing import Any

from checker.model.problem import Place
from checker.workbench.diagnostic import Diagnostic, Inspection


def render(inspection: Inspection) -> str:
    """Return the whole inspection; keys are English, numbers whole or text, never floats."""
    data = {
        "command": inspection.command,
        "rule_set": {"version": inspection.rule_set, "digest": inspection.digest},
        "valid": not inspection.invalid,
        "counts": counts(inspection),
        "diagnostics": [_diagnostic(d) for d in inspection.diagnostics],
        "examined": [
            {
                "group": e.group,
                "name": e.name,
                **_place(e.place),
                "skipped": e.skipped,
                "faults": len(e.diagnostics),
            }
            for e in inspection.examined
        ],
        "figures": inspection.figures,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def counts(inspection: Inspection) -> dict[str, int]:
    """Return how many diagnostics weigh how much, and how many are suppressed."""
    found = {"error": 0, "warning": 0, "note": 0, "ignored": 0}
    for diagnostic in inspection.diagnostics:
        found["ignored" if diagnostic.ignored else diagnostic.gravity.value] += 1
    return found


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    said = {
        "check": diagnostic.check,
        "gravity": diagnostic.gravity.value,
        "subject": diagnostic.subject,
        **_place(diagnostic.place),
        "message": diagnostic.message,
        "found": diagnostic.found,
        "wanted": diagnostic.wanted,
        "advice": diagnostic.advice,
        "related": [{**_place(place), "shows": shows} for place, shows in diagnostic.related],
        "ignored": diagnostic.ignored,
    }
    return {key: value for key, value in said.items() if value not in ("", [])}


def _place(place: Place) -> dict[str, Any]:
    return dict(_parts(place))


def _parts(place: Place) -> Iterator[tuple[str, Any]]:
    if place.file:
        yield "file", place.file
    if place.line:
        yield "line", place.line
    if place.column:
        yield "column", place.column
    if place.field:
        yield "field", place.field
