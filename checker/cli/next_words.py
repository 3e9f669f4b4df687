"""The words of what to do next, on the terminal."""

from collections.abc import Sequence

from checker.model.outcome import Reason
from checker.model.result import TableStep
from checker.model.words import translate as _


def tables_heading() -> str:
    """Return the heading of the tables to hand in."""
    return _("下一步先交哪些表（最能加分的在前，每条规则只算一次）")


def others_heading(*, also: bool) -> str:
    """Return the heading of remedies and visits."""
    return _("资料以外做什么（最能加分的在前）") if also else _("下一步做什么（最能加分的在前）")


def hand_in(number: int, step: TableStep, rules: int) -> str:
    """Return the step of handing a table in or completing it."""
    says = {
        Reason.NOT_SUBMITTED: _("{n} 补交《{table}》"),
        Reason.TABLE_PARTIAL: _("{n} 补全《{table}》"),
    }
    said = says.get(step.reason, _("{n} 填《{table}》的空格")).format(n=number, table=step.label)
    return said + _("，可判定 {rules} 条").format(rules=rules) if rules else said


def adds(points: str) -> str:
    """Return what a step can add."""
    return _("+{points} 分").format(points=points)


def at_most(points: str) -> str:
    """Return what a step can add at most, taken by itself."""
    return _("最多 +{points} 分").format(points=points)


def adds_later() -> str:
    """Say that a table adds points only together with one after it."""
    return _("与后面合算")


def in_all(points: str) -> str:
    """Return what the steps up to one can add together."""
    return _("累计 +{points}").format(points=points)


def on_site(certain: str, *, every: bool) -> str:
    """Say how much of a step waits for a visit even then."""
    return _("都还要现场确认") if every else _("{certain} 分交表即定").format(certain=certain)


def reach(grade: str, line: str, number: int) -> str:
    """Say with which table a grade comes within reach."""
    return _("交到第 {n} 张够“{grade}”的 {line} 分").format(n=number, grade=grade, line=line)


def all_in(number: int, points: str) -> str:
    """Say what all tables together can add."""
    return _("{n} 张都交齐共 +{points} 分").format(n=number, points=points)


def sentence(parts: Sequence[str], *, visits: bool) -> str:
    """Return the parts as one sentence, under its condition."""
    if visits:
        return _("数据都符合、现场也都属实时：{parts}。").format(parts="；".join(parts))
    return _("数据都符合时：{parts}。").format(parts="；".join(parts))


def put_right(rule: str, title: str) -> str:
    """Return the step of putting a failed rule right."""
    return _("整改“{title}”（{rule}）").format(rule=rule, title=title)


def have_confirmed(number: int) -> str:
    """Return the step of having rules confirmed on site."""
    return _("准备现场核验，{number} 条待确认").format(number=number)
