"""The words of this room that stand in Python; those of the pages stand in reports/templates."""

from collections.abc import Iterable

from checker.model import terms
from checker.model.outcome import AssessmentKind, Confirmation
from checker.model.words import translate as _

# What the model enumerates has its words there; templates find them here with the others.
MARKS = terms.MARKS
NEAR_MARK = terms.NEAR_MARK
outcome = terms.outcome
near = terms.near
possible = terms.possible
reason = terms.reason
level = terms.level
severity = terms.severity
verification = terms.verification
seed_place = terms.seed_place

basis = terms.basis
basis_meaning = terms.basis_meaning
origin = terms.origin


def kind(value: AssessmentKind, reviewer: str) -> str:
    """Return who assesses; `reviewer` is the standard's name for who reviews."""
    return {
        AssessmentKind.SELF: _("自评"),
        AssessmentKind.ASSOCIATION: _("{reviewer}评审").format(reviewer=reviewer),
        AssessmentKind.RECHECK: _("复核"),
    }[value]


def report_name(value: AssessmentKind) -> str:
    """Return what the report calls itself."""
    return {
        AssessmentKind.SELF: _("符合性自评报告"),
        AssessmentKind.ASSOCIATION: _("符合性评审报告"),
        AssessmentKind.RECHECK: _("符合性复核报告"),
    }[value]


def report_title(standard: str, value: AssessmentKind) -> str:
    """Return the title of a report, without the name of who is assessed."""
    return _("《{standard}》{report}").format(standard=standard, report=report_name(value))


def team(value: AssessmentKind) -> str:
    """Return what the people who assess are called."""
    return {
        AssessmentKind.SELF: _("自评组"),
        AssessmentKind.ASSOCIATION: _("评审组"),
        AssessmentKind.RECHECK: _("复核组"),
    }[value]


def confirmation(value: Confirmation) -> str:
    """Return the state of a confirmation on site."""
    return {
        Confirmation.NOT_NEEDED: _("不需现场确认"),
        Confirmation.PENDING: _("待现场确认"),
        Confirmation.CONFIRMED: _("现场已确认"),
        Confirmation.REJECTED: _("现场不予确认"),
    }[value]


def column_of(table: str, column: str) -> str:
    """Return the name of a column with its table."""
    return _("《{table}》的“{column}”").format(table=table, column=column)


def rows_asked(certain: int, possible: int, offending: int) -> str:
    """Say of how many rows a measure speaks, and how many of them speak against it."""
    rows = str(certain) if certain == possible else from_to(str(certain), str(possible))
    if not offending:
        return _("统计 {rows} 条").format(rows=rows)
    return _("{rows} 条中 {offending} 条没有做到").format(rows=rows, offending=offending)


def not_filled() -> str:
    """Say that a value is wanted and every row leaves it open."""
    return _("没有填")


def lacking_cells(column: str, number: int) -> str:
    """Say how many cells of a column were left open."""
    return _("“{column}”有 {number} 处没有填").format(column=column, number=number)


def lacking_calendar(table: str, number: int, year: int) -> str:
    """Say for how many rows of a table the working days of a year would have to be known."""
    return _(
        "《{table}》有 {number} 行的期限算到 {year} 年，那一年的放假安排还没有收进程序"
    ).format(table=table, number=number, year=year)


def lacking_rows(table: str) -> str:
    """Say that a table holds only some of its rows."""
    return _("《{table}》只填了一部分").format(table=table)


def in_lines(file: str, lines: str) -> str:
    """Return lines of a file."""
    return _("{file} 第\u00a0{lines}\u00a0行").format(file=file, lines=lines)


# Quantities


def in_points(number: str) -> str:
    """Return points with their unit."""
    return _("{points}\u00a0分").format(points=number)


def worst_points(number: str) -> str:
    """Say what is reached in the worst case."""
    return _("最不利 {points}\u00a0分").format(points=number)


def best_points(number: str) -> str:
    """Say what is reached in the best case."""
    return _("最有利 {points}\u00a0分").format(points=number)


def full_stop() -> str:
    """Return what ends a sentence."""
    return _("。")


def any_value() -> str:
    """Say that a measure may still have any value."""
    return _("未知")


def no_value() -> str:
    """Say that a measure has no value because there is nothing to measure."""
    return _("无统计对象")


def perhaps_no_value(text: str) -> str:
    """Say that a measure has a value or none."""
    return _("{value}，也可能无统计对象").format(value=text)


def one_sided(end: str, *, low: bool, strict: bool) -> str:
    """Say that only one end of an interval exists."""
    if low:
        return _("多于 {end}").format(end=end) if strict else _("至少 {end}").format(end=end)
    return _("少于 {end}").format(end=end) if strict else _("至多 {end}").format(end=end)


def from_to(low: str, high: str) -> str:
    """Join the two ends of an interval."""
    return _("{low}\u00a0～\u00a0{high}").format(low=low, high=high)


def below(end: str) -> str:
    """Say that the upper end is approached, not reached."""
    return _("不足 {end}").format(end=end)


def above(end: str) -> str:
    """Say that the lower end is approached, not reached."""
    return _("高于 {end}").format(end=end)


def date(year: int, month: int, day: int) -> str:
    """Return a date in words."""
    return _("{year}年{month}月{day}日").format(year=year, month=month, day=day)


# result.json


def not_json() -> str:
    """Say that a text cannot be read as JSON."""
    return _("这不是 result.json：内容不是完整的 JSON")


def not_json_advice() -> str:
    """Say what to do about it."""
    return _("请交程序写出的原件；若由 PDF 取出，请取其附件 result.json")


def result_fault(code: str) -> tuple[str, str]:
    """Return message and advice for one place at which a result.json is not as written."""
    advice = _("result.json 由程序写出，不可手改；请交原件，或重新评价")
    messages = {
        "missing": _("缺少这一项"),
        "unknown_field": _("多出没有定义的一项"),
        "not_a_result": _("这一项的取值或类型不对"),
        "repeated_key": _("同一个对象里，这个键写了不止一次"),
        "not_canonical": _("这一项的写法不是程序写出的写法"),
    }
    return messages[code], advice


def other_version(program: str, form: int, version: str, read: int) -> tuple[str, str]:
    """Return message and advice for a result of another form.

    Args:
        program: the version of the program that wrote it; "" if it does not say.
        form: the form that it has.
        version, read: the version of this program, and the form that it reads.
    """
    writer = _(" {program} 版程序").format(program=program) if program else _("别的程序")
    return (
        _(
            "这份结果由{writer}按第 {form} 版格式写出，本程序是 {version} 版，读第 {read} 版格式"
        ).format(writer=writer, form=form, version=version, read=read),
        _("请用写出它的版本重新出报告，或用本程序重新评价"),
    )


def schema_description() -> str:
    """Say what the schema of result.json describes."""
    return _(
        "一次评价的全部结果：报告所印的一切，以及复算所需的一切。分数写作精确的文本，如 19/20。"
    )


# The PDF


def attachment() -> str:
    """Describe the result.json inside the PDF."""
    return _("本报告的机器可读结果，供复算和核对")


def missing_libraries(detail: str) -> str:
    """Say which library is not installed, and how to install it."""
    return _(
        "没有安装排版用的系统库（{detail}），没有写 PDF。Debian 或 Ubuntu："
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    ).format(detail=detail)


def missing_fonts(families: Iterable[str]) -> str:
    """Say which fonts are not installed, and how to install them."""
    return _(
        "没有安装字体 {families}，不能印出中文，没有写 PDF。"
        "Debian 或 Ubuntu：apt-get install fonts-noto-cjk；"
        "其他系统：安装 Noto Serif CJK SC 和 Noto Sans CJK SC（可自由使用）"
    ).format(families="、".join(families))


def missing_glyphs(characters: Iterable[str]) -> str:
    """Say which characters no installed font has."""
    shown = "、".join(f"{character}（U+{ord(character):04X}）" for character in characters)
    return _(
        "有字印不出来：{shown}，已装的字体里没有，没有写 PDF。"
        "请在提交的数据里改用通行的写法，或安装含有这些字的字体（如“遍黑体”Plangothic、HanaMin）"
    ).format(shown=shown)
