"""The words of running cases."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.model import terms
from checker.model.numerals import decimal, percent
from checker.model.outcome import Outcome
from checker.model.result import Interval, Measured, RowRef
from checker.model.words import translate as _
from checker.workbench.worth import Worth


def nothing_called(names: Iterable[str]) -> str:
    """Return that rules or items do not exist."""
    return _("没有这样的规则或检查项：{names}").format(names="、".join(names))


def kinds() -> dict[str, str]:
    """Return the checks of `test`, with titles."""
    return {
        "case-differs": _("用例的结果与所写的不同"),
        "case-unreadable": _("用例读不成申报资料"),
        "case-says-little": _("用例写的预期太少"),
        "case-repeated": _("用例与另一个用例在规则看来完全一样"),
        "case-name-twice": _("同一条规则有两个用例同名"),
        "rule-unknown": _("用例所说的规则不存在"),
        "rule-without-cases": _("规则没有用例"),
        "rule-untripped": _("没有一个用例使规则不符合"),
        "rule-one-sided": _("规则缺一种结果的用例"),
        "worth-differs": _("约束力或满分与另一手写的不同"),
    }


def says_little(lacks: str) -> tuple[str, str]:
    """Return that a case leaves open why it comes out so, and what to do."""
    if lacks == "reason":
        return (
            _("只写了结果，没有写原因，因别的缘故得出同样的结果也看不出来"),
            _("手工想清原因，在 expect 里写上 reason"),
        )
    return (
        _("只写了结果，没有写实测值，也没有写问题行，算错了数也看不出来"),
        _("手工算出实测值，在 expect 里写上 measured，或写上 offending"),
    )


def repeated(first: str) -> tuple[str, str]:
    """Return that a case shows a rule nothing new, and what to do."""
    return (
        _("规则要看的表、日期和参数，与用例“{first}”完全一样，规则怎么写结果都相同").format(
            first=first
        ),
        _("删去，或者改出一处不同"),
    )


def name_twice() -> tuple[str, str]:
    """Return that a name was given twice, and what to do."""
    return _("这条规则已有同名的用例"), _("名称写出两个用例不同在哪里")


def without_cases() -> tuple[str, str]:
    """Return that a rule has no case, and what to do."""
    return _("这条规则一个用例也没有"), _("在同一目录的 cases.yaml 里写")


def one_sided(outcome: Outcome) -> tuple[str, str]:
    """Return that a rule has no case of an outcome, and what to do."""
    name = terms.outcome(outcome)
    if outcome is Outcome.FAILED:
        return (
            _("没有一个用例使这条规则不符合：规则就是什么都不查，用例也照样通过"),
            _("写一个刚好不符合的用例"),
        )
    return _("没有结果为“{name}”的用例").format(name=name), _("补一个“{name}”的用例").format(
        name=name
    )


def no_such_rule(rule: str) -> tuple[str, str]:
    """Return that a case is about no rule, and what to do."""
    return _("没有规则 {rule}").format(rule=rule), _("核对编号；规则删了的，用例也删去")


def unreadable(name: str, message: str) -> str:
    """Return why a case cannot be read."""
    return _("用例“{name}”：{message}").format(name=name, message=message)


def differs(name: str, faults: Sequence[str]) -> str:
    """Return how a case came out otherwise."""
    return _("“{name}”——{faults}").format(name=name, faults="；".join(faults))


def which_is_wrong() -> str:
    """Return how to go on from a difference."""
    return _("对照下面的判据和行，手工再算一遍：规则错了改规则，用例算错了改用例")


def leaf(number: int, of: int, found: Measured) -> str:
    """Return what a leaf asked and what was found."""
    mark = f"{number}. " if of > 1 else ""
    value = _("没有可量的") if found.value is None else _interval(found.value, found.unit)
    return _("{mark}判据：{asked}；实测 {value}").format(
        mark=mark, asked=found.sentence, value=value
    )


def _interval(value: Interval, unit: str) -> str:
    low, high = (_end(end, unit) for end in (value.low, value.high))
    if value.low == value.high:
        return low
    return _("{low} 至 {high}").format(low=low, high=high)


def _end(end: Any, unit: str) -> str:
    if end is None:
        return _("不限")
    return percent(end) if unit == "1" else f"{decimal(end)} {unit}".rstrip()


def row(found: RowRef) -> str:
    """Return a row that speaks against a rule."""
    cells = "，".join(f"{c.label} {c.text}" for c in found.cells)
    name = _("{table} {id}").format(table=found.table_label, id=found.id).rstrip()
    lead = _("不合要求的行") if found.certain else _("可能不合要求的行")
    return f"{lead}：{name}" + (f"（{cells}）" if cells else "")


def more_rows(number: int) -> str:
    """Return that more rows speak against a rule than are shown."""
    return _("另有 {number} 行").format(number=number)


def first_one() -> str:
    """Return what the place of the case that is repeated shows."""
    return _("先写的那个用例")


def not_run() -> str:
    """Return why a case was not run."""
    return _("没有跑：所选方案不评这条规则，或前面已有用例没通过")


def worth(found: Worth) -> str:
    """Return a level and points."""
    return _("{level}，满分 {points}").format(
        level=terms.level(found.level), points=decimal(found.points)
    )


def worth_differs(wanted: str, got: str) -> tuple[str, str]:
    """Return that level or points are stated otherwise than they are, and what to do."""
    return (
        _("cases.yaml 写的是“{wanted}”，规则得出的是“{got}”").format(wanted=wanted, got=got),
        _("有意改的，worth 里同一项的各条重算一遍；无意的，改回规则"),
    )


def stands_here() -> str:
    """Return what the place of a rule's level shows."""
    return _("规则写的约束力")


def summary(figures: Mapping[str, Any], seconds: str) -> str:
    """Return the line that tells how it went."""
    return _("跑了 {rules} 条规则的 {run} 个用例：{held} 个与所写的相同，{other} 个不同；说得太少或有重复的 {weak} 处；用时 {seconds} 秒").format(
        rules=figures["rules"], run=figures["run"], held=figures["held"],
        other=figures["run"] - figures["held"], weak=figures["weak"], seconds=seconds,
    )  # fmt: skip


def progress() -> str:
    """Return what is being done, beside a progress bar."""
    return _("跑用例")


def watching(files: int) -> str:
    """Return that files are watched."""
    return _("在看着 {files} 个文件，改了就重跑；按 Ctrl+C 结束").format(files=files)


def changed(names: Sequence[str], cases: int) -> str:
    """Return which files changed and how many cases they touch."""
    return _("{names} 改了，涉及 {cases} 个用例").format(names="、".join(names), cases=cases)
