"""An inspection as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the file."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from checker import __version__
from checker.model.problem import Place
from checker.workbench.diagnostic import CheckKind, Diagnostic, Inspection
from checker.workbench.outputs.words import told

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def render(inspection: Inspection) -> str:
    """Return a SARIF log of one run, with places that are relative to the working folder."""
    kinds = _kinds(inspection)
    run = {
        "tool": {"driver": _driver(kinds)},
        "automationDetails": {"id": f"rules/{inspection.command}/"},
        "invocations": [{"executionSuccessful": not inspection.invalid}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, kinds) for d in inspection.diagnostics],
        "properties": {"ruleSet": inspection.rule_set, "digest": inspection.digest},
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _kinds(inspection: Inspection) -> dict[str, CheckKind]:
    """Return a kind for every check that speaks, those of reading the rule set included."""
    known = {k.id: k for k in inspection.kinds}
    spoken = {d.check: CheckKind(d.check, d.message, d.gravity) for d in inspection.diagnostics}
    return dict(sorted({**spoken, **known}.items()))


def _driver(kinds: dict[str, CheckKind]) -> dict[str, Any]:
    return {
        "name": "checker",
        "fullName": "checker rules",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "zh-CN",
        "rules": [_descriptor(k) for k in kinds.values()],
    }


def _descriptor(kind: CheckKind) -> dict[str, Any]:
    parts = kind.id.split("-")
    name = {"name": "".join(p.capitalize() for p in parts)} if len(parts) > 1 else {}
    return {
        "id": kind.id,
        **name,  # one word would only say the id again
        "shortDescription": {"text": kind.title},
        "fullDescription": {"text": kind.title},
        "help": {"text": kind.page or kind.title},
        "defaultConfiguration": {"level": kind.gravity.value},
    }


def _result(diagnostic: Diagnostic, kinds: dict[str, CheckKind]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "ruleId": diagnostic.check,
        "ruleIndex": list(kinds).index(diagnostic.check),
        "level": diagnostic.gravity.value,
        "message": {"text": told(diagnostic)},
        "locations": [_location(diagnostic.place, diagnostic.subject)],
        "partialFingerprints": {"subject/v1": fingerprint(diagnostic)},
    }
    if diagnostic.related:
        said["relatedLocations"] = [
            {"id": number, **_location(place), "message": {"text": shows}}
            for number, (place, shows) in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.ignored:
        reason = diagnostic.ignored
        said["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
    return said


def _location(place: Place, subject: str = "") -> dict[str, Any]:
    said: dict[str, Any] = {}
    if place.file:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
        if place.line:
            physical["region"] = {"startLine": place.line, "startColumn": place.column or 1}
        said["physicalLocation"] = physical
    names = [{"name": subject, "kind": "object"}] if subject else []
    if place.field:
        names.append({"fullyQualifiedName": place.field, "kind": "member"})
    if names:
        said["logicalLocations"] = names
    return said


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def fingerprint(diagnostic: Diagnostic) -> str:
    """Return what stays the same when lines move: whom it is about, not where that stands."""
    return _digest((diagnostic.check, diagnostic.subject, diagnostic.place.field, diagnostic.found))


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
