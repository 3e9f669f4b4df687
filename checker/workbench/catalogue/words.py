"""The words of the catalogue that stand in Python; those of its pages stand in its templates."""

from collections.abc import Iterable, Sequence

from checker.model.dictionary import BlankMeaning, Column, Kind
from checker.model.numerals import percent
from checker.model.rule import Requirements
from checker.model.words import translate as _

# Lists and values


def listed(parts: Iterable[str]) -> str:
    """Join short texts."""
    return "；".join(part for part in parts if part)


def names(parts: Iterable[str]) -> str:
    """Join names as Chinese lists are."""
    return "、".join(parts)


def chains(orders: Iterable[Iterable[str]]) -> str:
    """Join chains of names, each in its order."""
    return "；".join(" → ".join(chain) for chain in orders)


def yes_no(*, yes: bool) -> str:
    """Return a truth value as a form has it."""
    return _("是") if yes else _("否")


def blank() -> str:
    """Say that a cell is empty."""
    return _("（空白）")


def from_to(low: str, high: str) -> str:
    """Join the ends of an interval."""
    return _("{low} ～ {high}").format(low=low, high=high)


def open_end() -> str:
    """Say that an interval has no end there."""
    return _("不定")


def no_value() -> str:
    """Say that a measure has no value."""
    return _("无统计对象")


# Cases


def numbered(number: str, value: str) -> str:
    """Return a measured value with the number of its part."""
    return _("第 {n} 部分 {value}").format(n=number, value=value)


def offending(rows: Sequence[str]) -> str:
    """Return the ids of offending rows."""
    return _("问题行 {rows}").format(rows=names(rows))


def period(start: str, end: str) -> str:
    """Return a period of assessment."""
    return _("评价期 {start} 至 {end}").format(start=start, end=end)


def assessed_on(day: str) -> str:
    """Return a day of assessment."""
    return _("评价日 {day}").format(day=day)


def setting(name: str, value: str) -> str:
    """Return that something has another value."""
    return _("{name} 取 {value}").format(name=name, value=value)


def state(name: str) -> str:
    """Return how completely a table was filled in."""
    known = {"complete": _("已全部填报"), "partial": _("只填了一部分"), "none": _("确无")}
    return known.get(name, name)


def repetition(key: str) -> str:
    """Return the heading of a key that is no column: rows repeated, and by which step."""
    return {"times": _("行数"), "every": _("每行推后"), "id": _("编号")}.get(key, key)


# The data dictionary


def type_of(column: Column, to: str) -> str:
    """Return the type of a column; to is the label of the table that it points into."""
    plain = {
        Kind.TEXT: _("文字"),
        Kind.ENUM: _("选项"),
        Kind.ORDERED: _("有高低的选项"),
        Kind.INT: _("整数"),
        Kind.DEC: _("小数"),
        Kind.BOOL: _("是或否"),
        Kind.DATE: _("日期"),
        Kind.DATETIME: _("日期和时间"),
        Kind.REF: _("“{table}”的编号").format(table=to),
    }[column.kind]
    more = [_("可填多个") if column.many else "", _("可晚于评价日") if column.future else ""]
    return listed([plain, *more])


def unit(name: str) -> str:
    """Return a unit of a parameter in words."""
    base, slash, each = name.partition("/")
    named = {"1": _("占比"), "count": _("个数"), "list": _("名单"), "column": _("取哪一列")}
    return named.get(base, base) + slash + each


def bounds(low: str, high: str) -> str:
    """Return a range of which either end may be missing."""
    if low and high:
        return from_to(low, high)
    if low:
        return _("至少 {low}").format(low=low)
    return _("至多 {high}").format(high=high) if high else ""


def blank_meaning(value: BlankMeaning) -> str:
    """Return what a blank cell says."""
    return {
        BlankMeaning.UNKNOWN: _("空白＝没说"),
        BlankMeaning.NOTHING: _("空白＝无"),
        BlankMeaning.NOTHING_ONCE_USED: _("这一列填过以后，空白＝无；整列空白＝没说"),
    }[value]


# Profiles


def kind(name: str) -> str:
    """Return what a difference of a profile is about."""
    return {
        "level": _("能愿动词"),
        "parameter": _("参数取值"),
        "veto": _("否决项"),
        "off": _("不评价的规则"),
        "unscored": _("不计分的规则"),
        "weight": _("规则权重"),
        "points": _("检查项分值"),
        "reading": _("读法"),
    }[name]


# The acceptance scheme


def conditions(asked: Requirements) -> list[str]:
    """Return what a conclusion requires, one text a condition."""
    said = {
        _("启用的否决项不符合的，至多 {n} 条"): asked.vetoes,
        _("严重不符合至多 {n} 条"): asked.major,
        _("总分不低于满分的 {n}"): asked.score,
        _("评价到的每一章都不低于该章满分的 {n}"): asked.every_chapter,
        _("“应”的规则中资料缺失的不超过 {n}"): asked.missing_requirements,
        _("待现场确认的至多 {n} 条（自评不问）"): asked.untested,
    }
    shares = (asked.score, asked.every_chapter, asked.missing_requirements)
    return [
        text.format(n=percent(value) if any(value is s for s in shares) else value)
        for text, value in said.items()
        if value is not None
    ]


# Pages


def page_title(name: str) -> str:
    """Return the title of a page that is not an item's."""
    return {
        "index": _("首页"),
        "parameters": _("参数"),
        "dictionary": _("数据字典"),
        "profiles": _("评价方案"),
        "readings": _("矛盾与读法"),
        "acceptance": _("评分与结论"),
        "trace": _("追溯矩阵"),
        "reads": _("规则读哪些表"),
        "quality": _("数据质量"),
        "references": _("引用文件"),
        "glossary": _("术语"),
        "register": _("索引"),
        "all": _("全部（打印用）"),
    }[name]


def heading(standard: str) -> str:
    """Return what the catalogue calls itself."""
    return _("《{standard}》规则目录").format(standard=standard)


def made_of(version: str, digest: str, profile: str, program: str) -> str:
    """Say what the pages were made of."""
    return _(
        "规则集 {version}（sha256 {digest}），评价方案“{profile}”，程序 {program}。内容相同，页面就逐字节相同。"
    ).format(version=version, digest=digest, profile=profile, program=program)


def found_kind(name: str) -> str:
    """Return what sort of thing a search found."""
    return {
        "rule": _("规则"),
        "item": _("检查项"),
        "parameter": _("参数"),
        "table": _("表"),
        "column": _("列"),
        "population": _("人群"),
        "reference": _("引用文件"),
        "term": _("术语"),
        "contradiction": _("矛盾"),
        "profile": _("方案"),
        "quality": _("数据质量检查"),
    }[name]


def count_found() -> dict[str, str]:
    """Return what the search says of its results; {n} and {shown} are filled in by the page."""
    return {
        "none": _("没有找到"),
        "some": _("找到 {n} 处"),
        "many": _("找到 {n} 处，只列前 {shown} 处，请再加几个字"),
    }


# Faults


def stale(what: str) -> tuple[str, str]:
    """Return message and advice about a catalogue that does not say what the rules say."""
    advice = _("重新运行 checker rules doc -o 目录")
    return {
        "missing": _("规则目录缺这个文件"),
        "differs": _("规则目录的这个文件与规则不一致"),
        "extra": _("规则目录多出这个文件，规则里已没有对应的内容"),
    }[what], advice


def not_ours(folder: str) -> str:
    """Refuse to write among files that are not a catalogue."""
    return _(
        "目录 {folder} 里有别的文件，不往里写；请用 -o 指定一个空目录或以前生成的规则目录"
    ).format(folder=folder)


def written(number: int, start: str) -> str:
    """Say what was written and where to begin."""
    return _("已写入 {number} 个文件，用浏览器打开 {start}").format(number=number, start=start)
