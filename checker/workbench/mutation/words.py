"""The words of mutation testing."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

from checker.model.numerals import percent
from checker.model.outcome import Level
from checker.model.words import translate as _

_MARKS: Final = "，；：。（）①②③④⑤⑥⑦⑧⑨⑩"
"""Where a clause begins or ends."""

_LONGEST: Final = 120


def operators() -> dict[str, str]:
    """Return what each kind of change does."""
    return {
        "limit": _("数值差一步"),
        "direction": _("比较反了"),
        "connective": _("“且”“或”换了"),
        "member": _("少一个条件"),
        "where": _("去掉限定"),
        "that": _("去掉要求"),
        "population": _("人群换了"),
        "column": _("列看错了"),
        "value": _("取值写错了"),
        "list": _("清单多一个或少一个"),
        "present": _("“有”“无”改了"),
        "window": _("时间范围换了"),
        "unit": _("天数算法换了"),
        "empty": _("没有对象时的结果换了"),
        "tolerance": _("去掉容差"),
        "reference": _("参数用错了"),
        "parameter": _("参数值差一步"),
        "applies": _("适用条件改了"),
        "level": _("约束力改了"),
        "weight": _("权重差一步"),
    }


def apart(before: str, after: str) -> tuple[str, str]:
    """Return the clauses in which two sentences differ."""
    shortest = min(len(before), len(after))
    start = next((i for i in range(shortest) if before[i] != after[i]), shortest)
    end = next(
        (i for i in range(shortest - start) if before[-1 - i] != after[-1 - i]), shortest - start
    )
    while start > 0 and before[start - 1] not in _MARKS:
        start -= 1
    while end > 0 and before[len(before) - end] not in _MARKS:
        end -= 1
    return before[start : len(before) - end], after[start : len(after) - end]


def otherwise(operator: str, before: str, after: str) -> str:
    """Return what a mutant says otherwise."""
    what = operators()[operator]
    if not before and not after:
        return _("{what}，句子读来不变").format(what=what)
    said = _("{what}：“{before}”变成“{after}”")
    if not before:
        said = _("{what}：多出“{after}”")
    if not after:
        said = _("{what}：少了“{before}”")
    return said.format(what=what, before=_cut(before), after=_cut(after))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def kinds() -> dict[str, str]:
    """Return the checks of `mutate`, with titles."""
    return {
        "mutant-survived": _("规则改了一处，用例没有看出来"),
        "survivor-killed": _("声明为分辨不出的变异，其实分辨得出"),
        "survivor-unknown": _("声明的变异不存在"),
        "mutation-score": _("看得出的变异太少"),
        "cases-fail": _("用例本身没有通过"),
        "case-blind": _("规则改哪一处，用例都看不出来"),
    }


def survived(said: str) -> tuple[str, str]:
    """Return that a mutant survived, and what to do."""
    return (
        _("规则改成这样，没有一个用例看得出来——{said}").format(said=said),
        _(
            "补一个两种写法结果不同的用例；结果永远相同的，写进 workbench.yaml 的 survivors 并说明理由"
        ),
    )


def blind(name: str) -> tuple[str, str]:
    """Return that a case comes out the same under every mutant, and what to do."""
    return (
        _("用例“{name}”：规则的任何一处改坏，结果、实测值和问题行都不变，等于没有测").format(
            name=name
        ),
        _("改到限值附近，或只留一处不合要求，或写全 measured 和 offending"),
    )


def idle(check: str) -> tuple[str, str]:
    """Return that a declaration is in vain, and what to do."""
    if check == "survivor-killed":
        return _("这个变异已经有用例看得出来，不必再声明"), _("删去这一条")
    return _("规则没有这个变异：规则改过，或者编号写错了"), _(
        "删去这一条，或按 mutate 列出的编号改"
    )


def cases_fail() -> tuple[str, str]:
    """Return that mutants were not tried, and what to do."""
    return _("这条规则的用例有没通过的，变异没有试"), _("先用 checker rules test 看哪里不同")


def below(share: Fraction, wanted: Fraction) -> str:
    """Return that too few mutants are killed."""
    return _("用例看得出 {share} 的变异，要求不低于 {wanted}").format(
        share=percent(share, 1), wanted=percent(wanted)
    )


def level(before: Level, after: Level) -> str:
    """Return that a level was changed."""
    names = {
        Level.REQUIREMENT: _("应"),
        Level.RECOMMENDATION: _("宜"),
        Level.PERMISSION: _("可"),
    }
    return otherwise("level", names[before], names[after])


def weight(before: int, after: int) -> str:
    """Return that a weight was changed."""
    return otherwise("weight", str(before), str(after))


def summary(figures: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines that tell how it went: the whole, then chapter by chapter."""
    yield _("变异 {mutants} 个，用例看得出 {killed} 个（{score}），其中结果不同的 {outcome} 个").format(
        mutants=figures["mutants"], killed=figures["killed"], score=figures["score"],
        outcome=figures["by_outcome"],
    )  # fmt: skip
    left = figures["mutants"] - figures["killed"]
    if left:
        yield _("看不出的 {left} 个，其中已说明理由的 {declared} 个").format(
            left=left, declared=figures["declared"]
        )
    for no, one in figures["chapters"].items():
        yield _("  第 {no} 章 {title}  {killed}/{mutants}  {score}").format(
            no=no, title=one["title"], killed=one["killed"], mutants=one["mutants"],
            score=one["score"],
        )  # fmt: skip


def progress() -> str:
    """Return what is being done, beside a progress bar."""
    return _("试变异")
