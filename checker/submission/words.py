"""What this room says: sentences are filled in here, their texts stand in `sentences`."""

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.model.numerals import decimal
from checker.model.problem import Place
from checker.model.words import translate as _

if TYPE_CHECKING:
    from checker.submission.sentences import Said


def say(code: str, facts: dict[str, object]) -> "Said":
    """Return the filled-in sentences of a code."""
    from checker.submission.sentences import SENTENCES, Said  # only a problem pays for 60 of them

    said = SENTENCES[code]
    advice = said.near if facts.get("nearest") and said.near else said.advice
    texts = (said.message, said.wanted, advice)
    return Said(*(_(text).format(**facts) if text else "" for text in texts))


def listed(values: tuple[str, ...], most: int = 12) -> str:
    """Return the values as a list for reading; a long one is cut."""
    shown = _("、").join(values[:most])
    rest = len(values) - most
    return shown if rest <= 0 else _("{shown} 等 {all} 项").format(shown=shown, all=len(values))


def named(label: str, name: str) -> str:
    """Return a table or column as a person sees it in both languages."""
    return _("{label}（{name}）").format(label=label, name=name)


def given_day() -> str:
    """Return where the day stands that was given with the call, not in a file."""
    return _("--as-of")


def something() -> str:
    """Return what is wanted where any real content will do."""
    return _("实际的内容")


def id_label() -> str:
    """Return the label of the key column."""
    return _("编号")


def state_of(table: str) -> str:
    """Return how the declared state of a table is spoken of."""
    return _("{table}的填报状态").format(table=table)


def submission() -> str:
    """Return how the whole of what was handed in is spoken of."""
    return _("提交文件")


def source() -> str:
    """Return the title of the place where a value has been taken from."""
    return _("出处")


def blank_says(nothing: bool) -> str:  # noqa: FBT001 - it reads as the question it answers
    """Return what a blank cell of a column says."""
    return _("留空＝无。") if nothing else _("不知道就留空。")


def in_unit(unit: str) -> str:
    """Return the unit of a number for a description; "" if it has none to show."""
    return _("单位：{unit}。").format(unit=unit) if unit not in ("", "1") else ""


def tables() -> str:
    """Return what is wanted as the tables of a submission."""
    return _("一行一张表的“表名: 内容”")


def whole_months() -> str:
    """Return which periods are wanted."""
    return _("6 至 12 个整月，如 {{from: 2025-01-01, to: 2025-12-31}}").format()


def a_day() -> str:
    """Return how a day is written."""
    return _("日期，如 2025-03-05")


def spot(place: Place) -> str:
    """Return a place in the midst of a sentence."""
    if not place.line:
        return place.file
    return _("{file} 第 {line} 行").format(file=place.file, line=place.line)


def number(
    low: int | Fraction | None, high: int | Fraction | None, unit: str, *, whole: bool
) -> str:
    """Return which numbers are wanted."""
    kind = _("整数") if whole else _("数字")
    if low is not None and high is not None:
        kind = _("{low} 至 {high} 的{kind}").format(low=decimal(low), high=decimal(high), kind=kind)
    elif low is not None:
        kind = _("不小于 {low} 的{kind}").format(low=decimal(low), kind=kind)
    elif high is not None:
        kind = _("不大于 {high} 的{kind}").format(high=decimal(high), kind=kind)
    if unit == "1":
        return _("{kind}，也可以写百分数").format(kind=kind)
    return _("{kind}（单位：{unit}）").format(kind=kind, unit=unit) if unit else kind
