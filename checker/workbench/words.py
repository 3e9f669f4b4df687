"""The words of the workbench."""

from checker.model import terms
from checker.model.outcome import Outcome, Reason
from checker.model.words import translate as _


def differs(what: str, expected: str, found: str) -> str:
    """Return that a case came out otherwise than it says."""
    names = {
        "outcome": _("结果"),
        "near": _("基本符合"),
        "reason": _("原因"),
        "measured": _("实测值"),
        "offending": _("问题行"),
        "parameter": _("参数"),
        "rule": _("规则"),
        "row": _("重复的行"),
    }
    return _("{what}：预期 {expected}，得到 {found}").format(
        what=names[what], expected=expected, found=found
    )


def outcome(value: Outcome) -> str:
    """Return an outcome as a case writes it, and its word."""
    return f"{value.value}（{terms.outcome(value)}）"


def reason(value: Reason) -> str:
    """Return a reason as a case writes it, and its words."""
    return f"{value.value}（{terms.reason(value)}）"


def yes_no(value: object) -> str:
    """Return a flag as a word."""
    return _("是") if value else _("否")
