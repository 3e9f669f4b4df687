"""The words of proofs."""

from collections.abc import Iterable
from typing import Any

from checker.model.outcome import Possible
from checker.model.words import translate as _


def outcome(found: Iterable[Possible]) -> str:
    """Return outcomes as a reader says them."""
    names = {
        Possible.MET: _("符合"),
        Possible.NEAR: _("基本符合"),
        Possible.MISSED: _("不符合"),
        Possible.EMPTY: _("不适用"),
    }
    return _("或").join(names[one] for one in Possible if one in set(found))


def unsupported(table: str, column: str) -> str:
    """A check asks of keys what the solver has no form for."""
    return _("检查读了《{table}》的“{column}”，求解器还不会").format(table=table, column=column)


def gave_up() -> str:
    """The solver spent what it may spend."""
    return _("求解器用完了限额，没有结论")


def not_readable(problems: str) -> str:
    """The submission found cannot be read."""
    return _("求出的资料读不进来：{problems}").format(problems=problems)


def disagrees(rule: str, wanted: Iterable[Possible], found: Iterable[Possible]) -> str:
    """Solver and engine say different things."""
    return _("{rule}：求解器说{wanted}，引擎说{found}").format(
        rule=rule, wanted=outcome(wanted), found=outcome(found)
    )


def titles() -> dict[str, str]:
    """What each kind of claim looks for."""
    return {
        "prove-never-passes": _("没有哪份资料能通过的规则"),
        "prove-never-fails": _("没有哪份资料会不通过的规则"),
        "prove-never-applies": _("对谁都不适用的规则"),
        "prove-contradiction": _("互相矛盾的规则"),
        "prove-veto-contradiction": _("与别的规则矛盾的一票否决项"),
        "prove-implied": _("可由另一条推出的规则"),
        "prove-duplicate": _("总是同时通过、同时不通过的规则"),
        "prove-relation-declared-wrongly": _("声明了而不成立的规则间关系"),
        "prove-unconfirmed": _("求解器与评价引擎不一致"),
        "prove-undecided": _("求不出结论"),
    }


def claim(check: str, one: str, other: str = "") -> str:
    """Return what a diagnostic says."""
    said = {
        "prove-never-passes": _("{one}任何资料都通过不了"),
        "prove-never-fails": _("{one}任何资料都不会不通过，写了等于没写"),
        "prove-never-applies": _("{one}对任何资料都不适用"),
        "prove-contradiction": _("{one}和{other}不能同时通过"),
        "prove-veto-contradiction": _("一票否决项{one}和{other}不能同时通过"),
        "prove-implied": _("{one}通过，{other}就必然通过"),
        "prove-duplicate": _("{one}和{other}总是同时通过、同时不通过"),
        "prove-unconfirmed": _("求解器与评价引擎对{one}{other}说法不一，这是程序的毛病"),
        "prove-undecided": _("{one}{other}求不出结论"),
    }
    return said[check].format(one=one, other=other)


def advice(check: str) -> str:
    """Return what to do about it."""
    said = {
        "prove-never-passes": _("放宽要求，或改掉自相矛盾的条件"),
        "prove-never-fails": _("收紧要求，或删去这条"),
        "prove-never-applies": _("改适用条件"),
        "prove-contradiction": _(
            "改其中一条；有意如此的，写进 rules/workbench.yaml 的 relations（excludes）"
        ),
        "prove-veto-contradiction": _("改其中一条：谁也不该因为做到一条而被另一条否决"),
        "prove-implied": _(
            "删去多余的一条；有意如此的，写进 rules/workbench.yaml 的 relations（implies）"
        ),
        "prove-duplicate": _(
            "合并两条；有意如此的，写进 rules/workbench.yaml 的 relations（same）"
        ),
        "prove-relation-declared-wrongly": _("改正或删去这条声明"),
    }
    return said.get(check, "")


def more_kinds(kinds: Iterable[int]) -> str:
    """Say with how many kinds of rows nothing was found."""
    return _("先后用 {kinds} 种行求解，都没有解").format(kinds="、".join(map(str, kinds)))


def declared_wrongly(rule: str, relation: str, other: str) -> str:
    """A declared relation that does not hold."""
    said = {
        "implies": _("声明“{rule} 通过则 {other} 必然通过”，其实不然"),
        "excludes": _("声明“{rule} 和 {other} 不能同时通过”，其实能"),
        "same": _("声明“{rule} 和 {other} 总是同时通过”，其实不然"),
    }
    return said[relation].format(rule=rule, other=other)


def unknown_rule(rule: str) -> str:
    """A declaration about a rule that there is not."""
    return _("声明里的规则 {rule} 不存在").format(rule=rule)


def examined(what: str, *rules: str) -> str:
    """Name a claim that was examined."""
    said = {
        "passes": _("能通过"),
        "fails": _("能不通过"),
        "applies": _("有适用的"),
        "pair": _("与 {other} 不矛盾、不重复、不蕴含"),
        "declared": _("声明的关系成立：{other}"),
    }
    return said[what].format(other="".join(rules))


def progress() -> str:
    """What is being done, beside a bar."""
    return _("求证")


def summary(figures: Any) -> list[str]:
    """Return what was asked and what came of it."""
    lines = [
        _(
            "{rules} 条规则，{pairs} 对规则：{reached} 个例证都经引擎评过，{impossible} 处求不出例证"
        ).format(**figures)
    ]
    lines.append(
        _(
            "规则自己的用例拼得出的例证 {cases} 个（评价期同用例）；其余 {solver} 问由求解器答（评价期为上半年）"
        ).format(**figures["by"])
    )
    if figures["unconfirmed"] or figures["undecided"]:
        lines.append(
            _("{unconfirmed} 处求解器与引擎不一，{undecided} 处没有结论").format(**figures)
        )
    return lines
