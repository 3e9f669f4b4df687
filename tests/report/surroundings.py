"""What stands beside the findings of the hand-built results: data quality, sources, aspects."""

from dataclasses import replace
from fractions import Fraction

from checker.model.outcome import Level, Outcome, roll_up
from checker.model.problem import Place
from checker.model.result import (
    AspectResult,
    Finding,
    OutcomeCounts,
    Points,
    QualityFinding,
    Result,
    RowRef,
    ShownCell,
    SourcedValue,
)
from checker.model.rule import Difference
from checker.report.quantities import total

REFUSED = "读取时已核对：有这种问题的资料不会进入评价"
CHECKS = (
    ("DQ-01", "工单时间先后", "受理不早于提交，办结不早于首次响应", "重新导出这几张工单"),
    ("DQ-02", "没有晚于评价日的事实", "日期和时间都不晚于评价日", "更正日期"),
    ("DQ-03", "企业数对得上", "在营企业的家数与社区概况的企业总数一致", "补漏、去重，再改企业总数"),
)


def quality(*outcomes: Outcome) -> tuple[QualityFinding, ...]:
    """Return one finding for each check; the first one points at rows, the third at none."""
    return tuple(
        _quality(number, check, outcome)
        for number, (check, outcome) in enumerate(zip(CHECKS, outcomes, strict=True))
    )


def sources() -> tuple[SourcedValue, ...]:
    """Return two values with a source of their own."""
    place = Place("submission.yaml", 48, 23, "", "digital_systems.name")
    return (
        SourcedValue(
            "数字化系统", "DS-1", "系统名称", "一键响应", "编制说明 §1 第 18 行第 2 句", place
        ),
        SourcedValue("热线", "HL-1", "用途", "抢修 <b>", "公开报道，2026-01-05 查阅", place),
    )


def with_aspect(result: Result) -> Result:
    """Return a result in which two items of different chapters share an aspect."""
    numbers = ("6.5", "7.8")
    items = [i for c in result.chapters for i in c.items if i.no in numbers]
    names = ("passed", "failed", "cant_tell", "untested", "inapplicable", "error", "total")
    counts = OutcomeCounts(**{n: sum(getattr(i.counts, n) for i in items) for n in names})
    points = Points(
        *(total(getattr(i.points, end) for i in items) for end in ("worst", "best", "maximum"))
    )
    outcome = roll_up([i.outcome for i in items])
    aspect = AspectResult("经济服务方面（示例）", numbers, outcome, counts, points)
    return replace(result, aspects=(aspect,))


def unscored(result: Result, *rules: str) -> Result:
    """Return a result whose profile only shows some rules, and leaves one out altogether."""
    reason = "内容是规则集推出来的"
    shown = tuple(
        Difference("unscored", rule, "计分", "只列出，不计分", reason, "规则集编者")
        for rule in rules
    )
    off = Difference("off", "QYSQ-0502-09", "评价", "不评价", "当地没有", "示例评审组")
    findings = tuple(
        replace(_worthless(f), scored=False) if f.rule in rules else f for f in result.findings
    )
    differences = (off, *shown, *result.rulebook.differences)
    rulebook = replace(result.rulebook, differences=differences)
    return replace(result, findings=findings, rulebook=rulebook)


def permitted(result: Result, *rules: str) -> Result:
    """Return a result in which some rules only record."""
    findings = tuple(
        replace(_worthless(f), level=Level.PERMISSION, severity=None) if f.rule in rules else f
        for f in result.findings
    )
    return replace(result, findings=findings)


def _worthless(finding: Finding) -> Finding:
    nothing = Fraction(0)
    return replace(finding, points=Points(nothing, nothing, nothing), gain=nothing)


def _quality(number: int, check: tuple[str, str, str, str], outcome: Outcome) -> QualityFinding:
    name, title, meaning, advice = check
    rows = tuple(
        RowRef(
            "service_requests", "诉求工单", f"SQ-{n:03}",
            Place("service_requests.csv", n + 30, 4),
            (ShownCell("办结时间", "2025-03-01 08:0\ue000"),),
        )
        for n in range(1, 8)
    )  # fmt: skip
    failed = outcome is Outcome.FAILED
    return QualityFinding(
        name, title, meaning, outcome,
        REFUSED if number == 1 and outcome is Outcome.PASSED else "",
        rows if failed and number == 0 else (), len(rows) if failed and number == 0 else 0,
        advice if failed else "",
    )  # fmt: skip
