"""The words around diagnostics."""

from collections.abc import Iterator, Mapping

from checker.model.words import translate as _
from checker.workbench.diagnostic import Diagnostic, Gravity


def gravity(weight: Gravity) -> str:
    """Return how much a diagnostic weighs."""
    return {Gravity.ERROR: _("错误"), Gravity.WARNING: _("警告"), Gravity.NOTE: _("提示")}[weight]


def told(diagnostic: Diagnostic) -> str:
    """Return what a diagnostic says, a line each: what is wrong, what stands there, what to do."""
    return "\n".join(_told(diagnostic))


def _told(diagnostic: Diagnostic) -> Iterator[str]:
    yield diagnostic.message
    if diagnostic.found:
        yield stands(diagnostic.found)
    if diagnostic.wanted:
        yield wanted(diagnostic.wanted)
    if diagnostic.advice:
        yield advice(diagnostic.advice)


def stands(found: str) -> str:
    """Return what stands there."""
    return _("查到：{found}").format(found=found)


def wanted(text: str) -> str:
    """Return what should stand there."""
    return _("应当是：{text}").format(text=text)


def advice(text: str) -> str:
    """Return what to do."""
    return _("怎么办：{text}").format(text=text)


def see(place: str, shows: str) -> str:
    """Return a further place."""
    return _("参见 {place} {shows}").format(place=place, shows=shows).rstrip()


def rejected(number: int) -> str:
    """Return that a rule set cannot be read."""
    return _("规则集有 {number} 处错误，读不进来；改好以后再检查其他方面。").format(number=number)


def found(number: Mapping[str, int], examined: int) -> str:
    """Return how many diagnostics there are of what weight."""
    parts = [
        text.format(n=number[key])
        for key, text in (
            ("error", _("错误 {n}")),
            ("warning", _("警告 {n}")),
            ("note", _("提示 {n}")),
            ("ignored", _("已声明不计 {n}")),
        )
        if number[key]
    ]
    return _("有问题：{parts}。{looked}").format(parts="，".join(parts), looked=_looked(examined))


def clean(number: Mapping[str, int], examined: int) -> str:
    """Return that nothing is wrong."""
    parts = [
        text.format(n=number[key])
        for key, text in (("note", _("提示 {n}")), ("ignored", _("已声明不计 {n}")))
        if number[key]
    ]
    also = _("（{parts}）").format(parts="，".join(parts)) if parts else ""
    return _("没有问题{also}。{looked}").format(also=also, looked=_looked(examined))


def _looked(examined: int) -> str:
    return _("共看了 {n} 项。").format(n=examined) if examined else ""
