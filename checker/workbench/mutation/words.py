"""The words of mutation testing."""

from typing import Final

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
