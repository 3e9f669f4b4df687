"""The words for what the model enumerates: one word each, the same in every room.

Where a word speaks of the document that the standard is known from, its short name is an argument:
it differs from standard to standard (`Standard.words.seed`).
"""

from collections.abc import Iterable
from typing import Final

from checker.model.outcome import (
    Basis,
    Level,
    Origin,
    Outcome,
    Possible,
    Reason,
    Severity,
    Verification,
)
from checker.model.rule import SeedPlace
from checker.model.words import translate as _

MARKS: Final = {
    Outcome.PASSED: "√",
    Outcome.FAILED: "×",
    Outcome.INAPPLICABLE: "—",
    Outcome.CANT_TELL: "?",
    Outcome.UNTESTED: "◇",
    Outcome.ERROR: "!",
}
"""One mark per outcome, always printed with its word; near misses take NEAR_MARK."""

NEAR_MARK: Final = "△"


def outcome(value: Outcome) -> str:
    """Return the word of an outcome."""
    return {
        Outcome.PASSED: _("符合"),
        Outcome.FAILED: _("不符合"),
        Outcome.INAPPLICABLE: _("不适用"),
        Outcome.CANT_TELL: _("资料缺失"),
        Outcome.UNTESTED: _("待现场确认"),
        Outcome.ERROR: _("程序错误"),
    }[value]


def near() -> str:
    """Return the word of a failure inside the tolerance."""
    return _("基本符合")


def possible(values: Iterable[Possible]) -> str:
    """Return what a check may still turn out to be."""
    said = {
        Possible.MET: _("符合"),
        Possible.NEAR: _("基本符合"),
        Possible.MISSED: _("不符合"),
        Possible.EMPTY: _("不适用"),
    }
    return _("或").join(said[value] for value in values)


def reason(value: Reason) -> str:
    """Return a reason code in two or three words."""
    return {
        Reason.NOT_SUBMITTED: _("未提交"),
        Reason.TABLE_PARTIAL: _("只填了一部分"),
        Reason.VALUE_MISSING: _("有空白"),
        Reason.CALENDAR_UNPUBLISHED: _("缺放假安排"),
        Reason.CONDITION_NOT_MET: _("前提不成立"),
        Reason.EMPTY_POPULATION: _("没有所问的对象"),
        Reason.CONFIRM_ON_SITE: _("待现场确认"),
        Reason.REJECTED_ON_SITE: _("现场不予确认"),
    }[value]


def level(value: Level) -> str:
    """Return the modal verb of GB/T 1.1."""
    return {
        Level.REQUIREMENT: _("应"),
        Level.RECOMMENDATION: _("宜"),
        Level.PERMISSION: _("可"),
    }[value]


def level_meaning(value: Level) -> str:
    """Say what a modal verb means for who is assessed."""
    return {
        Level.REQUIREMENT: _("要求：达不到记为不符合"),
        Level.RECOMMENDATION: _("推荐：达不到记为观察项，只影响得分"),
        Level.PERMISSION: _("允许：只作记录，不计分"),
    }[value]


def severity(value: Severity) -> str:
    """Return the grade of a nonconformity."""
    return {
        Severity.MAJOR: _("严重不符合"),
        Severity.MINOR: _("一般不符合"),
        Severity.OBSERVATION: _("观察项"),
    }[value]


def verification(value: Verification) -> str:
    """Return a method of verification."""
    return {
        Verification.DOCUMENT: _("文件查阅"),
        Verification.SITE: _("现场查看"),
        Verification.INTERVIEW: _("访谈"),
        Verification.DATA: _("数据核验"),
    }[value]


# Provenance


def basis(value: Basis, source: str) -> str:
    """Return where the content of a rule comes from; source is the document's short name."""
    return {
        Basis.STATED: _("{source}写明"),
        Basis.PRACTICE: _("{source}所记做法"),
        Basis.REFERENCED: _("引用文件"),
        Basis.DERIVED: _("规则集推导"),
    }[value].format(source=source)


def basis_meaning(value: Basis, source: str) -> str:
    """Explain where the content of a rule comes from."""
    return {
        Basis.STATED: _("{source}在介绍标准内容时点到"),
        Basis.PRACTICE: _("{source}记述的当地做法，不等于标准的条文"),
        Basis.REFERENCED: _("来自法规、标准等公开文件，{source}没有写"),
        Basis.DERIVED: _("由规则集按主题推导，{source}只有主题"),
    }[value].format(source=source)


def origin(value: Origin, source: str) -> str:
    """Return whose number a parameter is."""
    return {
        Origin.SEED: source,
        Origin.REFERENCED: _("引用文件"),
        Origin.OWN: _("规则集自定"),
    }[value]


def seed_place(place: SeedPlace) -> str:
    """Return a place in the document that the standard is known from, without its name."""
    text = _("{section} 第 {line} 行").format(section=place.section, line=place.line)
    return text + (_("第 {n} 句").format(n=place.sentence) if place.sentence else "")
