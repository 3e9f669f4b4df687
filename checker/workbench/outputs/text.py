"""An inspection as a person reads it on a terminal: place, what is wrong, the line, what to do."""

from collections.abc import Callable, Iterator

from checker.model.problem import Place
from checker.workbench.diagnostic import Diagnostic, Inspection
from checker.workbench.outputs import words
from checker.workbench.outputs.json_form import counts

Style = Callable[[str, str], str]
"""Dresses a text for a role: place, error, warning, note, quiet, good."""


def plain(text: str, role: str) -> str:
    """Return the text as it is."""
    del role
    return text


def render(
    inspection: Inspection, line_of: Callable[[Place], str] = lambda _: "", style: Style = plain
) -> str:
    """Return every diagnostic that counts or is worth knowing, and a closing line.

    Args:
        line_of: the line of a file at a place, "" if it cannot be had.
        style: colours, where the terminal has them.
    """
    shown = [d for d in inspection.diagnostics if not d.ignored]
    blocks = ["\n".join(_block(d, line_of(d.place), style)) for d in shown]
    return "\n\n".join([*blocks, closing(inspection, style)]) + "\n"


def closing(inspection: Inspection, style: Style = plain) -> str:
    """Return the one line that says how it went."""
    number = counts(inspection)
    if inspection.invalid:
        return style(words.rejected(number["error"]), "error")
    if inspection.counting:
        role = "error" if number["error"] else "warning"
        return style(words.found(number, len(inspection.examined)), role)
    return style(words.clean(number, len(inspection.examined)), "good")


def _block(diagnostic: Diagnostic, line: str, style: Style) -> Iterator[str]:
    role = diagnostic.gravity.value
    head = [
        style(str(diagnostic.place) or "-", "place"),
        style(words.gravity(diagnostic.gravity), role),
        style(diagnostic.check, "quiet"),
    ]
    if diagnostic.subject:
        head.append(diagnostic.subject)
    yield "  ".join(head)
    yield f"    {diagnostic.message}"
    yield from _excerpt(diagnostic.place, line, style)
    if diagnostic.found and diagnostic.found not in line:
        yield "    " + words.stands(diagnostic.found)
    if diagnostic.wanted:
        yield "    " + words.wanted(diagnostic.wanted)
    if diagnostic.advice:
        yield "    " + words.advice(diagnostic.advice)
    for place, shows in diagnostic.related:
        yield "    " + style(words.see(str(place), shows), "quiet")


def _excerpt(place: Place, line: str, style: Style) -> Iterator[str]:
    """Yield the line that is meant and a mark below its column; long lines are cut around it."""
    if not line.strip():
        return
    start = max(0, place.column - 40) if len(line) > 100 else 0
    part = line[start : start + 100].rstrip()
    number = str(place.line)
    yield style(f"    {number} │ ", "quiet") + part
    if place.column:
        before = part[: place.column - 1 - start]
        blank = "".join(
            "　" if ord(c) > 0x2E7F else " " for c in before
        )  # as wide as what it marks
        yield style(f"    {' ' * len(number)} │ {blank}", "quiet") + style("^", "error")
