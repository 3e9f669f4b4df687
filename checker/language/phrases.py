"""The sentence patterns of `explain`, in the Chinese that a report prints."""

from collections.abc import Sequence
from datetime import date, datetime

from checker.model.words import translate as _

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def quoted(values: Sequence[str]) -> str:
    """Return “a、b”."""
    return "“" + "、".join(values) + "”"


def numbered(members: Sequence[str], *, every: bool, inner: bool = False) -> str:
    """Return the members of `all` or `any` as a list in one sentence.

    Args:
        inner: whether the list stands inside another; it is bracketed then, so that its end shows.
    """
    lead = _("同时满足：") if every else _("满足其一：")
    said = lead + "；".join(members)
    return bracketed(said) if inner else said


def joined(marks: Sequence[str], *, every: bool) -> str:
    """Return marks of leaves of which all, or one, must hold."""
    return (_("且") if every else _("或")).join(marks)


def mark(number: int) -> str:
    """Return the mark of a leaf, counted from 0 through the whole check."""
    return CIRCLED[number] if number < len(CIRCLED) else f"（{number + 1}）"


def both(clauses: Sequence[str]) -> str:
    """Return clauses that must all hold."""
    return _("，且").join(clauses)


def either(clauses: Sequence[str]) -> str:
    """Return clauses of which one is enough."""
    return _("；或").join(clauses)


def narrowed(rows: str, condition: str) -> str:
    """Return rows with the condition that narrows them."""
    return _("{rows}（{condition}）").format(rows=rows, condition=condition)


def bracketed(clause: str) -> str:
    """Return a clause in brackets, where it stands among others."""
    return _("（{clause}）").format(clause=clause)


def of(owner: str, thing: str) -> str:
    """Return a thing of an owner: 上级的层级."""
    return _("{owner}的{thing}").format(owner=owner, thing=thing)


def naming(label: str, rows: str) -> str:
    """Return rows that name this row in a column."""
    return _("以其为“{label}”的{rows}").format(label=label, rows=rows)


def limit(low: str, high: str, exactly: str, *, verb: str = "") -> str:
    """Return the words for a limit: at least, at most, between, exactly."""
    if exactly:
        return _("恰为 {value}").format(value=exactly)
    if low and high:
        return _("在 {low} ～ {high}（含两端）").format(low=low, high=high)
    words = (_("不少于{value}"), _("不超过{value}"))
    if verb == "time":
        words = (_("不早于{value}"), _("不晚于{value}"))
    if verb == "rank":
        words = (_("达到“{value}”及以上"), _("不高于“{value}”"))
    value = low or high
    if not verb and value[:1].isascii():
        value = f" {value}"  # a number stands apart from Chinese words, another word does not
    return words[0 if low else 1].format(value=value)


def all_of_them() -> str:
    """Return the limit of a share that must be whole."""
    return _("全部做到")


def each_of_them() -> str:
    """Return the limit of a list of which nothing may lack."""
    return _("各项都有")


def near(band: str) -> str:
    """Return the remark on 基本符合."""
    return _("（差距在 {band} 以内为基本符合）").format(band=band)


def empty_fails(rows: str) -> str:
    """Return the remark that having none is itself the failure."""
    return _("；一{unit}也没有的，判不符合").format(unit=rows)


def everyone(rows: str, clause: str) -> str:
    """Return a share that must be whole."""
    return _("{rows}全部做到：{clause}").format(rows=rows, clause=clause)


def part(rows: str, clause: str, expect: str) -> str:
    """Return a share."""
    return _("{rows}中，{clause}的占比{expect}").format(rows=rows, clause=clause, expect=expect)


def count(rows: str, expect: str) -> str:
    """Return a number of rows."""
    return _("{rows}{expect}").format(rows=rows, expect=expect)


def total(sum_: str, expect: str) -> str:
    """Return a sum and what it must reach."""
    return _("{sum}{expect}").format(sum=sum_, expect=expect)


def average(rows: str, column: str, expect: str) -> str:
    """Return a mean."""
    return _("{rows}的{column}平均{expect}").format(rows=rows, column=column, expect=expect)


def kinds(rows: str, column: str, expect: str) -> str:
    """Return a number of different values."""
    return _("{rows}按{column}计{expect}").format(rows=rows, column=column, expect=expect)


def covers(rows: str, column: str, required: str, times: str, expect: str) -> str:
    """Return coverage of named values; times and expect may be empty."""
    said = _("{rows}的{column}覆盖{required}各项").format(
        rows=rows, column=column, required=required
    )
    if times:
        said += _("，每项不少于 {times}").format(times=times)
    return said + (_("，覆盖比例{expect}").format(expect=expect) if expect else "")


def time_covered(rows: str, start: str, end: str, expect: str) -> str:
    """Return the part of the period that shifts cover."""
    return _("{rows}从{start}到{end}合并后，占评价期时长的比例{expect}").format(
        rows=rows, start=start, end=end, expect=expect
    )


def fewest(rows: str, date: str, each: str, expect: str) -> str:
    """Return the smallest number in any month or quarter."""
    window = {"month": _("月"), "quarter": _("季度")}[each]
    return _("{rows}按{date}逐{window}计，评价期内最少的一个{window}{expect}").format(
        rows=rows, date=date, window=window, expect=expect
    )


def ratio(numerator: str, denominator: str, expect: str) -> str:
    """Return one number against another."""
    return _("{numerator}与{denominator}之比{expect}").format(
        numerator=numerator, denominator=denominator, expect=expect
    )


def number_of(rows: str) -> str:
    """Return a number of rows, as a side of a ratio."""
    return _("{rows}的数量").format(rows=rows)


def sum_of(rows: str, column: str) -> str:
    """Return a sum, as a side of a ratio."""
    return _("{rows}的{column}合计").format(rows=rows, column=column)


def elapsed(start: str, end: str, length: str) -> str:
    """Return a time that may pass."""
    return _("从{start}到{end}不超过 {length}").format(start=start, end=end, length=length)


def is_value(label: str, value: str) -> str:
    """Return an equality."""
    return _("{label}为“{value}”").format(label=label, value=value)


def is_number(label: str, value: str) -> str:
    """Return an equality with a number or a moment."""
    return _("{label}为 {value}").format(label=label, value=value)


def same_as(label: str, other: str) -> str:
    """Return an equality of two cells."""
    return _("{label}与{other}相同").format(label=label, other=other)


def is_not(label: str) -> str:
    """Return a yes-or-no cell that says no."""
    return _("“{label}”为否").format(label=label)


def among(label: str, values: str) -> str:
    """Return membership of a list."""
    return _("{label}属于{values}").format(label=label, values=values)


def includes(label: str, values: str, *, every: bool) -> str:
    """Return what a list cell contains."""
    if every:
        return _("{label}包含{values}").format(label=label, values=values)
    return _("{label}至少包含{values}之一").format(label=label, values=values)


def present(label: str, *, there: bool) -> str:
    """Return whether the record says there is one."""
    return (_("有{label}") if there else _("无{label}")).format(label=label)


def in_period(label: str) -> str:
    """Return a day of the assessment period."""
    return _("{label}在评价期内").format(label=label)


def in_last(label: str, length: str) -> str:
    """Return a day shortly before the assessment date."""
    return _("{label}在评价日前 {length}内").format(label=label, length=length)


def assessment_date() -> str:
    """Return the name of the assessment date."""
    return _("评价日")


def applies(condition: str, sentence: str) -> str:
    """Return a sentence that holds under a condition only."""
    return _("{condition}时适用：{sentence}").format(condition=condition, sentence=sentence)


def per_year(value: str, *, yearly: bool) -> str:
    """Return a number that is scaled to the period."""
    return (_("{value}/年（按评价期折算）") if yearly else _("{value}/月（按评价期折算）")).format(
        value=value
    )


def time_unit(unit: str) -> str:
    """Return a unit of time as prose says it after a number."""
    return {"月": _("个月"), "工作日": _("个工作日"), "日": _("天"), "小时": _("小时")}.get(
        unit, unit
    )


def not_covered(values: Sequence[str]) -> str:
    """Return which required values lack."""
    return _("尚未见到：{values}").format(values="、".join(values))


def gaps(number: int, minutes: int) -> str:
    """Return how many gaps there are between shifts, and their length."""
    return _("空档共 {number} 处，合计 {length}").format(number=number, length=_minutes(minutes))


def gap(start: datetime, end: datetime, minutes: int) -> str:
    """Return one gap between shifts."""
    return _("{start:%Y-%m-%d %H:%M} 至 {end:%Y-%m-%d %H:%M} 为空档（{length}）").format(
        start=start, end=end, length=_minutes(minutes)
    )


def _minutes(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [(days, _("{n} 天")), (hours, _("{n} 小时")), (rest, _("{n} 分钟"))]
    return " ".join(text.format(n=n) for n, text in parts if n) or _("不足 1 分钟")


def window(start: date, each: str, count: int, unit: str) -> str:
    """Return the number of rows in one month or quarter."""
    if each == "month":
        name = _("{y} 年 {m} 月").format(y=start.year, m=start.month)
    else:
        name = _("{y} 年第 {q} 季度").format(y=start.year, q=(start.month + 2) // 3)
    return _("{name} {count} {unit}").format(name=name, count=count, unit=unit)
