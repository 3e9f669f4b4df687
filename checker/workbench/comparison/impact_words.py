"""The words about past submissions that both versions have judged."""

from collections.abc import Mapping, Sequence

from checker.model.words import translate as _
from checker.workbench.comparison.impact import Fate


def impact_headline(number: int, fates: Mapping[Fate, int], graded: int) -> str:
    """Return who of the past submissions is hit."""
    parts = [
        text.format(n=n)
        for n, text in (
            (fates[Fate.MOVED], _("{n} 份结果或得分有变")),
            (graded, _("其中 {n} 份等级或结论有变")),
            (fates[Fate.REFUSED], _("{n} 份新版读不了")),
            (fates[Fate.ACCEPTED], _("{n} 份原来读不了、现在能读")),
            (fates[Fate.SAME], _("{n} 份不变")),
            (fates[Fate.UNREADABLE], _("{n} 份两版都读不了")),
        )
        if n
    ]
    return _("回放申报 {n} 份：{parts}。").format(n=number, parts="，".join(parts) or _("没有申报"))


def either(titles: Sequence[str]) -> str:
    """Grades or conclusions still possible."""
    return _("或").join(titles) or _("无")


def standing(name: str) -> str:
    """Return what of a result moves."""
    return {"total": _("总分"), "grade": _("等级"), "conclusion": _("结论")}[name]


def outcome_move(rule: str, title: str, old: str, new: str, causes: Sequence[str]) -> str:
    """A rule whose outcome moves, and why."""
    why = _("因为{causes}").format(causes="；".join(causes)) if causes else _("几处改动合起来所致")
    return _("{rule} {title}：{old} → {new}，{why}").format(
        rule=rule, title=title, old=old, new=new, why=why
    )


def together() -> str:
    """What only shows when several changes are made together."""
    return _("几处改动合起来另有")


def contribution(what: str, points: str, also: Sequence[str]) -> str:
    """What one change does by itself."""
    more = _("，并改变{also}").format(also="和".join(also)) if also else ""
    return _("{what}：{points} 分{more}").format(what=what, points=points, more=more)


def accepted_now(subject_: str) -> str:
    """A submission that only the new version reads."""
    return _("{subject}：旧版读不了，新版能读").format(subject=subject_)


def move(label: str, old: str, new: str) -> str:
    """Return how total, grade or conclusion moves."""
    return _("{label} {old} → {new}").format(label=label, old=old, new=new)


def hit(subject_: str, moves: Sequence[str]) -> str:
    """Return how a past submission is hit."""
    return _("{subject}：{moves}").format(subject=subject_, moves="；".join(moves))


def unreadable_by_both() -> str:
    """A submission that neither version reads."""
    return _("两个版本都读不了这份申报")


def fate(value: Fate, problems: int) -> str:
    """Return what the new version does to a past submission."""
    return {
        Fate.SAME: _("不变"),
        Fate.MOVED: _("有变"),
        Fate.REFUSED: _("新版读不了，有 {n} 处问题"),
        Fate.ACCEPTED: _("旧版读不了，新版能读"),
        Fate.UNREADABLE: _("两版都读不了，有 {n} 处问题"),
    }[value].format(n=problems)


def more_problems(number: int) -> str:
    """Problems that are not shown."""
    return _("……另有 {n} 处").format(n=number)


def alone() -> str:
    """Return the heading of what each change does by itself."""
    return _("各处改动单独看：")


def impact_columns() -> tuple[str, ...]:
    """Return the heads of the table of past submissions that are hit."""
    return _("申报"), _("总分"), _("等级"), _("结论"), _("结果有变的规则")
