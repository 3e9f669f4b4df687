"""What auditors found on site."""

from collections.abc import Collection, Mapping
from typing import Final

from checker.model.outcome import AssessmentKind
from checker.model.submission import SiteFinding
from checker.submission import words
from checker.submission.entries import Entries
from checker.submission.head import Head
from checker.submission.sources import Path, PlaceOf

KEYS: Final = {
    "rule": "规则",
    "method": "核查方式",
    "result": "结论",
    "observation": "现场情况",
    "reviewer": "评审员",
    "on": "日期",
}
"""Keys of one finding and what they are called in Chinese."""

METHODS: Final = {"W": "W", "X": "X", "F": "F", "文件查阅": "W", "现场查看": "X", "访谈": "F"}
"""Methods by which people verify, as they may be written."""

RESULTS: Final = {
    "confirmed": "confirmed",
    "rejected": "rejected",
    "属实": "confirmed",
    "不属实": "rejected",
}
"""Results of a verification, as they may be written."""

REQUIRED: Final = ("rule", "method", "result", "reviewer", "on")
"""Keys that no finding may lack."""


def read_findings(
    entries: Entries,
    head: Head,
    place: PlaceOf,
    key_place: PlaceOf,
    rules: Collection[str] | None = None,
) -> tuple[SiteFinding, ...]:
    """Return the site findings of a submission; only a review by others may have any.

    Args:
        rules: ids of the rules that a finding may be about; None: any.
    """
    data = entries.get("site_findings")
    if data is None or data == []:
        return ()
    if head.kind is AssessmentKind.SELF:
        entries.report.add("site_findings_in_self", entries.place("site_findings"))
        return ()
    what = entries.called("site_findings")
    if not isinstance(data, list):
        entries.refuse("site_findings", "not_a_list_of_findings", what=what)
        return ()
    found: dict[tuple[str, str], tuple[SiteFinding, Path]] = {}
    for number, row in enumerate(data):
        path = (*entries.path("site_findings"), number)
        if not isinstance(row, Mapping):
            entries.report.add("row_shape", place(path), row)
            continue
        one = Entries(row, KEYS, path, what, place, key_place, entries.report)
        finding = _finding(one)
        if finding is None:
            continue
        if rules is not None and finding.rule not in rules:
            nearest = entries.report.nearest_key(finding.rule, rules)
            one.refuse("rule", "unknown_rule", nearest=nearest)
        same = found.setdefault((finding.rule, finding.method), (finding, path))
        if same[1] != path:
            other = words.spot(place(same[1]))
            one.refuse("rule", "repeated_finding", rule=finding.rule, other=other)
    return tuple(finding for finding, _ in found.values())


def _finding(entries: Entries) -> SiteFinding | None:
    missing = [name for name in REQUIRED if not entries.require(name)]
    rule, reviewer = entries.line("rule"), entries.line("reviewer")
    method, result = entries.choice("method", METHODS), entries.choice("result", RESULTS)
    observation, on = entries.text("observation"), entries.day("on")
    if result == "rejected" and not observation:
        entries.report.add("missing_observation", entries.place())
    if missing or not (rule and reviewer and method and result and on):
        return None
    return SiteFinding(rule, method, result, observation, reviewer, on)
