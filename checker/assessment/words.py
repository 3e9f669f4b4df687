"""The sentences of an assessment."""

from collections.abc import Sequence
from fractions import Fraction

from checker.model.numerals import percent
from checker.model.outcome import AssessmentKind
from checker.model.words import translate as _


def not_submitted(tables: Sequence[str]) -> str:
    """Tables that were not handed in."""
    return _("没有提交{tables}，也没有声明“确无”").format(tables=_titles(tables))


def partial(tables: Sequence[str]) -> str:
    """Tables that were handed in in part."""
    return _("{tables}只填报了一部分，还可能有没报的行").format(tables=_titles(tables))


def value_missing(table: str, column: str, number: int) -> str:
    """Blank cells of one column."""
    return _("《{table}》的“{column}”有 {number} 处没有填").format(
        table=table, column=column, number=number
    )


def calendar_unpublished(table: str, number: int, year: int) -> str:
    """Rows whose time in working days runs into a year without a published calendar."""
    return _(
        "《{table}》有 {number} 行的期限按工作日算，算到了 {year} 年，"
        "而 {year} 年的放假安排还没有收进程序；等放假安排公布，装新版 chinesecalendar 后重算"
    ).format(table=table, number=number, year=year)


def _titles(tables: Sequence[str]) -> str:
    return "".join(f"《{t}》" for t in tables)


def condition_not_met(condition: str) -> str:
    """A rule whose condition does not hold."""
    return _("适用条件不成立：{condition}").format(condition=condition)


def empty_population(tables: Sequence[str]) -> str:
    """A rule with nothing to ask about."""
    return _("申报的{tables}中没有这条规则要看的内容").format(tables=_titles(tables))


def confirm_on_site(methods: Sequence[str]) -> str:
    """A rule that people must still confirm."""
    return _("申报数据符合，还要{methods}确认").format(methods=_("和").join(methods))


def rejected_on_site(observation: str) -> str:
    """A rule that an auditor found not to be in order."""
    return _("现场核验不符合：{observation}").format(observation=observation)


def methods() -> dict[str, str]:
    """Return the names of the verification methods."""
    return {"W": _("查阅文件"), "X": _("现场查看"), "F": _("访谈"), "S": _("核对数据")}


def conclusion_title(title: str, self_title: str, kind: AssessmentKind) -> str:
    """Return the wording of a conclusion that fits who assesses."""
    return self_title if kind is AssessmentKind.SELF else title


def undetermined(kind: AssessmentKind) -> str:
    """Return the title of a conclusion that cannot be drawn yet."""
    return _("自评暂不能得出结论") if kind is AssessmentKind.SELF else _("暂不能得出结论")


def to_be(title: str, sentence: str) -> str:
    """Say of which conclusion a condition is asked."""
    return _("{title}：{sentence}").format(title=title, sentence=sentence)


def vetoes(low: int, high: int, most: int) -> str:
    """Active vetoes against the number allowed."""
    return _("启用的否决项不符合 {number} 项，要求不超过 {most} 项").format(
        number=_span(str(low), str(high)), most=most
    )


def major(low: int, high: int, most: int) -> str:
    """Major nonconformities against the number allowed."""
    return _("严重不符合 {number} 项，要求不超过 {most} 项").format(
        number=_span(str(low), str(high)), most=most
    )


def score(low: Fraction, high: Fraction, least: Fraction) -> str:
    """The total against the share asked."""
    return _("总得分率 {number}，要求不低于 {least}").format(
        number=_span(percent(low, 1), percent(high, 1)), least=percent(least)
    )


def chapter(no: str, title: str, low: Fraction, high: Fraction, least: Fraction) -> str:
    """One chapter against the floor."""
    return _("第 {no} 章{title}得分率 {number}，要求不低于 {least}").format(
        no=no, title=title, number=_span(percent(low, 1), percent(high, 1)), least=percent(least)
    )


def score_may_be_empty(low: Fraction, high: Fraction, least: Fraction) -> str:
    """The total, when nothing that applies is certain."""
    return _("{score}；还看不出有没有规则适用，得分率因此未定").format(
        score=score(low, high, least)
    )


def chapter_may_drop(sentence: str) -> str:
    """A chapter below its floor that may turn out not to apply at all."""
    return _("{sentence}；这一章也可能整章不适用").format(sentence=sentence)


def every_chapter(lowest: Fraction | None, least: Fraction) -> str:
    """All chapters over the floor; None when none is counted."""
    if lowest is None:
        return _("各章得分率都不低于 {least}").format(least=percent(least))
    return _("各章得分率最低 {lowest}，要求都不低于 {least}").format(
        lowest=percent(lowest, 1), least=percent(least)
    )


def chapters_alike(low: Fraction, high: Fraction, least: Fraction) -> str:
    """All chapters, of which nothing tells one from the other, against the floor."""
    return _("各章得分率都是 {number}，要求都不低于 {least}").format(
        number=_span(percent(low, 1), percent(high, 1)), least=percent(least)
    )


def missing_requirements(number: int, total: int, most: Fraction) -> str:
    """应 rules that cannot be judged."""
    share = percent(Fraction(number, total or 1), 1)
    return _("“应”类 {total} 条规则中资料缺失 {number} 条（{share}），要求不超过 {most}").format(
        number=number, total=total, share=share, most=percent(most)
    )


def untested(low: int, high: int, most: int) -> str:
    """Rules still to be confirmed on site, now and once the data are complete."""
    return _("还有 {number} 条待现场确认，要求不超过 {most} 条").format(
        number=_span(str(low), str(high)), most=most
    )


def nothing_evaluated() -> str:
    """No rule had anything to judge."""
    return _("没有一条规则适用，无从评分")


def _span(low: str, high: str) -> str:
    return low if low == high else _("{low} ～ {high}").format(low=low, high=high)


def yes_no(value: bool) -> str:  # noqa: FBT001 - it is the value that is worded
    """Return a yes-or-no value."""
    return _("是") if value else _("否")


def nothing() -> str:
    """Return the text of a cell that says there is none."""
    return _("无")


def unknown() -> str:
    """Return the text of a cell that was not filled in."""
    return _("未填")


def took() -> str:
    """Return the label of a computed time."""
    return _("用时")


def minutes_text(minutes: int, seconds: int) -> str:
    """Return a length of time in minutes and seconds."""
    if seconds:
        return _("{minutes} 分 {seconds} 秒").format(minutes=minutes, seconds=seconds)
    return _("{minutes} 分钟").format(minutes=minutes)


def days_text(days: int) -> str:
    """Return a length of time in days."""
    return _("{days} 天").format(days=days)


def number_text(low: str, high: str, unit: str) -> str:
    """Return a computed number that may be a range."""
    return f"{_span(low, high)} {unit}".rstrip()


def or_more() -> str:
    """Return the upper end that does not exist."""
    return _("以上")


def refused_at_reading() -> str:
    """A fault that keeps a submission from being judged at all."""
    return _("读取时已核对：有这种问题的资料不会进入评价")


def nothing_to_look_at() -> str:
    """A data-quality check without data."""
    return _("没有可以核对的资料")


def not_enough() -> str:
    """A data-quality check that blanks keep from being answered."""
    return _("资料没有填齐，核对不了")


def places_found(number: int) -> str:
    """Number of places that are not in order."""
    return _("有 {number} 处").format(number=number)


def look_alike(text: str, before: str) -> str:
    """A text that differs from an earlier one only in the way it is written."""
    return _("{text}（与“{before}”只差全半角、大小写或空格）").format(text=text, before=before)


def hidden() -> str:
    """What stands for a number that must not be repeated."""
    return _("（含证件号或手机号，不重复印出）")


def file_lacks(path: str) -> str:
    """A listed file that is not there."""
    return _("{path}（文件不在申报资料里）").format(path=path)


def file_differs(path: str) -> str:
    """A listed file that is not the one described."""
    return _("{path}（内容与所填校验值不一致）").format(path=path)
