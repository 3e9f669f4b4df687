"""The words of what a result says against itself."""

from collections.abc import Mapping
from typing import Final

from checker.model.result import (
    AspectResult,
    ChapterResult,
    Finding,
    ItemResult,
    ParameterInForce,
    QualityFinding,
    TableState,
    TableStep,
)
from checker.model.submission import SiteFinding
from checker.model.words import translate as _


def contradiction(what: str) -> str:
    """Say that something does not follow from the rest of the result."""
    return _("{what}，与这份结果里的其他内容对不上").format(what=what)


def advice(program: str, version: str) -> str:
    """Say what to do with a result that contradicts itself.

    Args:
        program: the version that wrote it, as it says.
        version: this one.
    """
    if program == version:
        return _("result.json 由程序写出，不可手改；请交原件，或重新评价")
    return _(
        "这份结果由 {program} 版程序写出，本程序是 {version} 版：没有改过的，请用写出它的版本重新"
        "出报告，或重新评价"
    ).format(program=program, version=version)


def named(path: tuple[str | int, ...], subject: str) -> str:
    """Return what stands at a place, and of what."""
    steps = [step for step in path if isinstance(step, str)]
    alone = _parts().get(steps[0], "") if len(steps) == 1 else ""
    known = (_fields().get(step, "") for step in reversed(steps))
    what = alone or next((label for label in known if label), _("这一项"))
    inside = _parts().get(steps[0], "") if steps[0] in _SPEAKING and len(steps) > 1 else ""
    where = (
        f"{inside} {subject}" if inside and subject and subject[0].isascii() else inside + subject
    )
    if not where:
        return what
    said = _("{where} 的“{what}”") if where[-1].isascii() else _("{where}的“{what}”")
    return said.format(where=where, what=what)


def subject(value: object) -> str:
    """Return the name that a reader knows a part of a result by; "" if it has none."""
    match value:
        case ChapterResult():
            return _("第 {no} 章").format(no=value.no)
        case ItemResult():
            return _("{no} {title}").format(no=value.no, title=value.title)
        case Finding() | SiteFinding():
            return value.rule
        case TableStep() | TableState():
            return _("《{table}》").format(table=value.label)
        case QualityFinding():
            return value.id
        case ParameterInForce():
            return value.title
        case AspectResult():
            return value.name
    return ""


_SPEAKING: Final = ("aspects", "quality", "conclusion", "scheme", "counts", "points",
    "points_without_declared", "to_hand_in", "site_findings")  # fmt: skip
"""Parts that are named before what stands in them."""


def _parts() -> Mapping[str, str]:
    return {
        "aspects": _("跨章归集"),
        "chapters": _("各章"),
        "conclusion": _("总结论"),
        "counts": _("各种结果的条数"),
        "declared_away": _("不适用的规则"),
        "findings": _("各条结果"),
        "gaps": _("还能加分的规则"),
        "parameters": _("参数"),
        "points": _("总分"),
        "points_without_declared": _("不适用的都按没有做到算的总分"),
        "quality": _("数据质量"),
        "report_no": _("报告编号"),
        "scheme": _("验收方案"),
        "site_findings": _("现场核验"),
        "tables": _("提交情况"),
        "to_hand_in": _("先交哪些表"),
    }


def _fields() -> Mapping[str, str]:
    return {
        "best": _("最高分"),
        "cant_tell": _("资料缺失条数"),
        "certain": _("是否确定"),
        "confirmation": _("现场确认"),
        "conclusions": _("各种结论的名称"),
        "conforms": _("是否符合"),
        "count": _("处数"),
        "counts": _("条数"),
        "default": _("默认值"),
        "data_outcome": _("按数据的结果"),
        "decimals": _("小数位数"),
        "error": _("出错条数"),
        "enabled_vetoes": _("启用的否决项"),
        "evaluated": _("是否评价"),
        "explanation": _("原因"),
        "failed": _("不符合条数"),
        "gain": _("还能加的分"),
        "grade": _("等级"),
        "id": _("代号"),
        "inapplicable": _("不适用条数"),
        "item": _("所属项"),
        "items": _("各项"),
        "later": _("待后面的表才能判定的条数"),
        "may_be_empty": _("是否可能没有值"),
        "maximum": _("满分"),
        "measured": _("测得的数"),
        "missing": _("缺的资料"),
        "name": _("名称"),
        "near": _("基本符合"),
        "near_miss": _("基本符合的得分"),
        "no": _("编号"),
        "notes": _("说明"),
        "offending_count": _("不符合的行数"),
        "on_site": _("待现场确认的分"),
        "outcome": _("结果"),
        "passed": _("符合条数"),
        "points": _("分数"),
        "population": _("所问的行数"),
        "possible": _("可能的结果"),
        "possible_grades": _("可能的等级"),
        "reason": _("原因的类别"),
        "reasons": _("依据"),
        "references": _("引用文件"),
        "rows": _("行数"),
        "rule": _("规则编号"),
        "rules": _("所用的规则"),
        "scored": _("是否计分"),
        "severity": _("不符合的程度"),
        "subject": _("被评价者的名称"),
        "table": _("表"),
        "text": _("内容"),
        "title": _("名称"),
        "total": _("总数"),
        "uncounted": _("不计分的规则"),
        "unknown": _("空白处数"),
        "unknown_cells": _("空白处数"),
        "untested": _("待现场确认条数"),
        "value": _("数值"),
        "vetoed": _("否决"),
        "weight": _("权重"),
        "worst": _("最低分"),
        "worth": _("分值"),
    }


def nothing() -> str:
    """Return what stands for an empty list."""
    return _("（没有）")


def something() -> str:
    """Return what should stand in place of an empty list."""
    return _("至少一种")


def blank() -> str:
    """Return what stands for an empty text."""
    return _("（空）")


def entries(number: int) -> str:
    """Return how many entries a list has."""
    return _("{number} 个").format(number=number)


def twice(name: str) -> str:
    """Say that something is listed again."""
    return _("{name}（前面已有）").format(name=name)


def once() -> str:
    """Say that a name may be listed once."""
    return _("只列一次")


def an_item() -> str:
    """Say that an item of the chapters is wanted."""
    return _("各章所列的项")


def a_rule() -> str:
    """Say that a rule with a result is wanted."""
    return _("有结果的规则")


def a_reference() -> str:
    """Say that a listed document is wanted."""
    return _("引用文件表里的一个")


def a_fact() -> str:
    """Say that a name of the profile is wanted."""
    return _("概况里写的名称")


def switched_off() -> str:
    """Say that the profile leaves a rule out."""
    return _("评价方案已停用，不应有结果")


def complete() -> str:
    """Say that a table is declared complete."""
    return _("已交齐")
