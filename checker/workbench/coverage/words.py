"""The words of coverage."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from checker.model import terms
from checker.model.numerals import percent
from checker.model.outcome import Outcome, Reason
from checker.model.words import translate as _
from checker.workbench.coverage.branches import Mark
from checker.workbench.coverage.counting import Kind, Point, Tally


def kind(value: Kind) -> str:
    """Return what is counted, in a few words."""
    return {
        Kind.ITEMS: _("检查项有规则"),
        Kind.RULES: _("规则有用例"),
        Kind.OUTCOMES: _("规则的各种结果"),
        Kind.REASONS: _("各种原因"),
        Kind.LEAVES: _("判据各支"),
        Kind.CONDITIONS: _("条件的真假"),
        Kind.LIMITS: _("参数的两侧"),
        Kind.COLUMNS: _("规则读的列有值"),
        Kind.DICTIONARY: _("字典的列有规则读"),
    }[value]


def kind_meaning(value: Kind) -> str:
    """Say what it takes to be covered."""
    return {
        Kind.ITEMS: _("每个检查项至少有一条规则"),
        Kind.RULES: _("每条规则至少有一个用例"),
        Kind.OUTCOMES: _("每条规则可能有的结果（符合、不符合、资料缺失、不适用），都有用例得出"),
        Kind.REASONS: _("资料缺失、不适用的每种原因，都有用例得出"),
        Kind.LEAVES: _("判据的每一支，达到、接近、达不到、定不下来、没有可量的，都有用例走到"),
        Kind.CONDITIONS: _("每个条件，有行满足，也有行不满足"),
        Kind.LIMITS: _("参数的值往两边各移一步，都有用例看得出来：有的刚好在限上，有的刚好差一步"),
        Kind.COLUMNS: _("规则读的每一列，在它的用例里至少填过一个值"),
        Kind.DICTIONARY: _("数据字典的每一列，至少有一条规则、一个人群要读；其余的列是供人看的"),
    }[value]


def mark(value: Mark) -> str:
    """Return what a branch did, in two or three characters."""
    return {
        Mark.MET: _("达到"),
        Mark.NEAR: _("接近"),
        Mark.MISSED: _("达不到"),
        Mark.OPEN: _("定不下来"),
        Mark.EMPTY: _("没有可量的"),
        Mark.TRUE: _("真"),
        Mark.FALSE: _("假"),
    }[value]


def gap(point: Point, sentence: str) -> str:
    """Return what no case covers."""
    match point.kind:
        case Kind.ITEMS:
            return _("检查项 {no} 没有规则").format(no=point.rule)
        case Kind.RULES:
            return _("没有用例")
        case Kind.OUTCOMES:
            return _("没有结果为“{name}”的用例").format(name=terms.outcome(Outcome(point.name)))
        case Kind.REASONS:
            return _("没有因“{name}”的用例").format(name=terms.reason(Reason(point.name)))
        case Kind.LEAVES | Kind.CONDITIONS:
            return _("没有用例走到“{mark}”：{sentence}").format(
                mark=mark(Mark(point.name)), sentence=sentence
            )
        case Kind.LIMITS:
            return _("参数移一步（{name}），没有用例看得出来").format(name=point.name)
        case Kind.COLUMNS:
            return _("用例里从没填过 {name}").format(name=point.name)
        case Kind.DICTIONARY:
            return _("没有规则读 {name}").format(name=point.rule)


def below(tally: Tally) -> tuple[str, str]:
    """Return that too little is covered, and what to do."""
    assert tally.floor is not None
    said = _("{kind}：{covered}/{total}，合 {share}，下限是 {floor}").format(
        kind=kind(tally.kind), covered=tally.covered, total=tally.total,
        share=percent(tally.share, 2), floor=percent(tally.floor),
    )  # fmt: skip
    return said, _("补用例；确实走不到的，把 workbench.yaml 的下限调低，并在那里说明")


def unknown_kind(name: str) -> tuple[str, str]:
    """Return that a floor was declared for nothing that is counted."""
    known = "、".join([*(k.value for k in Kind), "mutation"])
    return _("没有叫“{name}”的覆盖率").format(name=name), _("可以写的有：{known}").format(
        known=known
    )


def kinds() -> dict[str, str]:
    """Return the checks of `coverage`, with titles."""
    return {
        "coverage-below": _("覆盖率低于下限"),
        "coverage-gap": _("没有用例走到"),
        "coverage-kind": _("下限写了没有的种类"),
        "cases-fail": _("用例本身没有通过"),
    }


def cases_fail() -> tuple[str, str]:
    """Return that a rule could not be measured, and what to do."""
    return _("这条规则的用例有没通过的，覆盖率没有算"), _("先用 checker rules test 看哪里不同")


def summary(tallied: list[Mapping[str, Any]]) -> Iterator[str]:
    """Yield one line a kind."""
    for one in tallied:
        title = kind(Kind(one["kind"]))
        padded = title + "　" * (8 - len(title))
        floor = _("（下限 {floor}）").format(floor=one["floor"]) if one["floor"] else ""
        count = f"{one['covered']}/{one['total']}"
        yield f"  {padded} {count:>12}  {one['share']:>8} {floor}".rstrip()


def share(value: Fraction) -> str:
    """Return a share as it is printed; cut, so that only the whole is 100%."""
    cut = Fraction(int(value * 10000), 10000)
    return percent(cut, 2)


def progress() -> str:
    """Return what is being done, beside a progress bar."""
    return _("算覆盖率")


def page_title() -> str:
    """Return the title of the page."""
    return _("用例覆盖了多少")


def made_of(version: str, digest: str, cases: int) -> str:
    """Return what the page was made of."""
    return _("规则集 {version}，摘要 {digest}；用例 {cases} 个。").format(
        version=version, digest=digest[:12], cases=cases
    )
