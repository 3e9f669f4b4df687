"""The codes of all faults that reading a rule set can report, gathered from the sources."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3] / "checker"
ROOMS = ("document", "language", "rulebook")
REPORTERS = {
    "report",
    "_report",
    "Problem",
    "problem",
    "rejected",
    "_stop",
    "check_known",
    "check_once",
    "unknown",
    "_known",
}
KINDS = {
    "rule",
    "parameter",
    "item",
    "reference",
    "profile",
    "reading",
    "choice",
    "table",
    "column",
    "key",
    "measure",
    "chapter",
}


def codes() -> set[str]:
    """Return every code, with "-" between words."""
    found: set[str] = set()
    for room in ROOMS:
        for path in sorted((ROOT / room).glob("*.py")):
            if path.name == "strict_json.py":
                continue  # rule sets are YAML
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node) in REPORTERS:
                    found |= set(_codes(node))
    return {code.replace("_", "-") for code in found}


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _codes(call: ast.Call) -> Iterator[str]:
    for argument in call.args:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            text = argument.value
            if _name(call) == "check_once":
                yield f"duplicate_{text}"
            elif _name(call) in ("unknown", "check_known", "_known") and text in KINDS:
                yield f"unknown_{text}"
            elif "_" in text or text in ("circular", "points", "unreadable"):
                yield text
