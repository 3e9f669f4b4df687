"""expected.yaml beside a sample, and what of a result differs from it, in words."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from checker.document import strict_yaml
from checker.model.outcome import Confirmation, Outcome, Severity
from checker.model.result import Finding, Measured, Points, Result

MET = "met"
"""The data say so; where people have to look as well, they have not looked yet."""

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def expected(folder: Path) -> dict[str, Any]:
    """What was worked out by hand for a sample."""
    file = folder / "expected.yaml"
    data = strict_yaml.parse(file.read_bytes(), str(file)).data
    assert isinstance(data, dict)
    return data


def differences(result: Result, wanted: Mapping[str, Any]) -> list[str]:
    """Everything in which a result is not as expected; what is not expected is not compared."""
    return [*_overall(result, wanted), *_groups(result, wanted), *_rules(result, wanted)]


def _overall(result: Result, wanted: Mapping[str, Any]) -> Iterator[str]:
    conclusion = result.conclusion
    found = {
        "title": conclusion.title,
        "conforms": conclusion.conforms,
        "possible": list(conclusion.possible),
        "grade": conclusion.grade,
        "grades": list(conclusion.possible_grades),
    }
    for key, value in wanted.get("conclusion", {}).items():
        yield from _unlike(f"conclusion {key}", found[key], value)
    points = wanted.get("points")
    if points:
        yield from _points("total", result.points, points)
    if points and "without_declared" in points:
        without = result.points_without_declared
        yield from _unlike(
            "points without what is declared away",
            (without.worst, without.best),
            tuple(map(Fraction, points["without_declared"])),
        )
    counts = result.counts
    by_name = {
        "passed": counts.passed,
        "failed": counts.failed,
        "cantTell": counts.cant_tell,
        "untested": counts.untested,
        "inapplicable": counts.inapplicable,
    }
    if "counts" in wanted:
        yield from _unlike("counts", by_name, wanted["counts"])
    if "severities" in wanted:
        grades = [f.severity for f in result.findings]
        yield from _unlike(
            "severities", {s.value: grades.count(s) for s in Severity}, wanted["severities"]
        )
    if "quality" in wanted:
        others = {q.id: q.outcome.value for q in result.quality if q.outcome is not Outcome.PASSED}
        yield from _unlike("data quality", others, wanted["quality"])
    if "vetoes" in wanted:
        yield from _unlike(
            "vetoes", [f.rule for f in result.findings if f.vetoed], wanted["vetoes"]
        )


def _groups(result: Result, wanted: Mapping[str, Any]) -> Iterator[str]:
    chapters = {c.no: c.points for c in result.chapters if c.counts.total}
    if "chapters" in wanted:
        yield from _unlike("chapters", sorted(chapters), sorted(wanted["chapters"]))
    for no, points in wanted.get("chapters", {}).items():
        yield from _points(f"chapter {no}", chapters[no], points)
    items = {i.no: i.points for c in result.chapters for i in c.items if i.evaluated}
    for no, points in wanted.get("items", {}).items():
        yield from _points(f"item {no}", items[no], points)


def _points(what: str, found: Points, wanted: Mapping[str, Any]) -> Iterator[str]:
    for key in ("worst", "best", "maximum"):
        if key in wanted:
            yield from _unlike(f"{what}: {key}", getattr(found, key), Fraction(wanted[key]))


def _rules(result: Result, wanted: Mapping[str, Any]) -> Iterator[str]:
    told = wanted["rules"]
    others = wanted.get("other_rules")
    rules = {f.rule for f in result.findings}
    yield from _unlike("rules that there are not", set(told) - rules, set())
    if others is None:
        yield from _unlike("rules without an expectation", rules - set(told), set())
    for finding in result.findings:
        rule = told.get(finding.rule, others)
        if rule:
            yield from (f"{finding.rule}: {line}" for line in _rule(finding, rule))


def _rule(found: Finding, wanted: Mapping[str, Any]) -> Iterator[str]:
    outcome = wanted["outcome"]
    if outcome == MET:
        wanted = {"data": "passed"}
        outcome = "untested" if found.confirmation is Confirmation.PENDING else "passed"
    yield from _unlike("outcome", found.outcome.value, outcome)
    yield from _unlike("data", found.data_outcome.value, wanted.get("data", outcome))
    yield from _unlike("near", found.near, wanted.get("near", False))
    reason = found.reason.value if found.reason else ""
    if "reason" in wanted:
        yield from _unlike("reason", reason, wanted["reason"])
    if "possible" in wanted:
        yield from _unlike("possible", [p.value for p in found.possible], wanted["possible"])
    if "severity" in wanted:
        yield from _unlike("severity", found.severity and found.severity.value, wanted["severity"])
    if "points" in wanted:
        worst, best, maximum = map(Fraction, wanted["points"])
        points = (found.points.worst, found.points.best, found.points.maximum)
        yield from _unlike("points", points, (worst, best, maximum))
    leaves = wanted.get("leaves", [wanted] if "measured" in wanted or "offending" in wanted else [])
    if leaves:
        yield from _unlike("number of leaves", len(found.measured), len(leaves))
        for number, (leaf, asked) in enumerate(zip(found.measured, leaves, strict=False), 1):
            yield from (f"leaf {number}: {line}" for line in _leaf(leaf, asked))


def _leaf(found: Measured, wanted: Mapping[str, Any]) -> Iterator[str]:
    if "measured" in wanted:
        yield from _unlike("measured", _ends(found), _wanted_ends(wanted["measured"]))
    if "offending" in wanted:
        ids = set(wanted["offending"])
        shown = {row.id for row in found.offending if row.certain}
        yield from _unlike("number offending", found.offending_count, len(ids))
        if len(shown) == found.offending_count:
            yield from _unlike("offending", shown, ids)
        else:
            yield from _unlike("offending but not expected", shown - ids, set())


def _ends(found: Measured) -> tuple[Fraction | None, Fraction | None] | None:
    return (found.value.low, found.value.high) if found.value else None


def _wanted_ends(wanted: Any) -> tuple[Fraction | None, Fraction | None] | None:
    """A number, [lowest, highest] (null: no bound), or none: there is no value."""
    if wanted == "none":
        return None
    ends: Sequence[Any] = wanted if isinstance(wanted, list) else [wanted, wanted]
    low, high = (None if end is None else Fraction(end) for end in ends)
    return low, high


def _unlike(what: str, found: object, wanted: object) -> Iterator[str]:
    if found != wanted:
        yield f"{what} is {found}, expected {wanted}"
