"""An inspection as JUnit XML, which every CI shows as a list of tests."""

from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree as ET

from checker.workbench.diagnostic import Diagnostic, Examined, Gravity, Inspection
from checker.workbench.outputs.characters import printable
from checker.workbench.outputs.words import told


def render(inspection: Inspection) -> str:
    """Return a suite for each group of what was examined, and one for what speaks of nothing."""
    suites = ET.Element("testsuites", name=f"checker rules {inspection.command}")
    for group, members in groupby(_everything(inspection), key=lambda e: e.group):
        _suite(suites, inspection.command, group, list(members))
    for name in ("tests", "failures", "skipped"):
        suites.set(name, str(sum(int(s.get(name, "0")) for s in suites)))
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def _everything(inspection: Inspection) -> list[Examined]:
    """Return what was examined by group; diagnostics that nothing examined holds stand by file."""
    held = {d for e in inspection.examined for d in e.diagnostics}
    loose = [d for d in inspection.diagnostics if d not in held]
    by_check = groupby(sorted(loose, key=lambda d: (d.check, d.place)), key=lambda d: d.check)
    extra = [Examined(check, check, diagnostics=tuple(ds)) for check, ds in by_check]
    return sorted([*inspection.examined, *extra], key=lambda e: e.group)


def _suite(parent: ET.Element, command: str, group: str, members: list[Examined]) -> None:
    failed = [m for m in members if _counting(m.diagnostics)]
    skipped = [m for m in members if m.skipped]
    suite = ET.SubElement(
        parent, "testsuite", name=printable(group), tests=str(len(members)),
        failures=str(len(failed)), errors="0", skipped=str(len(skipped)),
    )  # fmt: skip
    for member in members:
        _case(suite, f"{command}.{group}", member)


def _case(suite: ET.Element, group: str, member: Examined) -> None:
    case = ET.SubElement(suite, "testcase", classname=printable(group), name=printable(member.name))
    if member.place.file:
        case.set("file", printable(member.place.file))
        case.set("line", str(member.place.line))
    if member.skipped:
        ET.SubElement(case, "skipped", message=printable(member.skipped))
    counting = _counting(member.diagnostics)
    if counting:
        first = counting[0]
        failure = ET.SubElement(
            case, "failure", message=printable(first.message), type=printable(first.check)
        )
        failure.text = printable("\n\n".join(_text(d) for d in counting))
    notes = [d for d in member.diagnostics if d not in counting]
    if notes:
        ET.SubElement(case, "system-out").text = printable("\n\n".join(_text(d) for d in notes))


def _counting(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [d for d in diagnostics if d.gravity is not Gravity.NOTE and not d.ignored]


def _text(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.place}  {diagnostic.check}\n{told(diagnostic)}"
