"""Sentences about faults in rule files."""

from collections.abc import Mapping, Sequence
from typing import Any

from checker.model.outcome import Level
from checker.model.words import translate as _

Said = tuple[str, str]
"""Message and advice."""


def missing_file(name: str) -> Said:
    """A rule set without one of its files."""
    return _("规则集里没有 {name}").format(name=name), _("请确认 --rules 指的是规则目录")


def stray_file(near: str) -> Said:
    """A file of a rules folder that has no known name."""
    advice = _("是不是应当叫“{near}”？").format(near=near) if near else _("改名，或移到别处")
    return _("规则目录里没有这样名称的文件，它不会被读取"), advice


def grade_out_of_order(least: Any) -> Said:
    """A grade that needs as many points as a better one, or more than a better one."""
    return (
        _("等级要从高到低排列，这一等的 {least} 分不在次序里").format(least=least),
        _("改 at_least，使每一等都比上一等低，或换一换次序"),
    )


def no_last_grade() -> Said:
    """Grades that leave some points without one."""
    return _("最后一个等级要从 0 分起，否则有的分数没有等级"), _('写 at_least: "0"')


def no_last_conclusion() -> Said:
    """Conclusions that leave some result without one."""
    return _("最后一个结论不能再有条件，否则有的结果没有结论"), _("最后一个写 requires: {}")


def unreadable(reason: str) -> Said:
    """A file that the system does not let us read."""
    return _("读不了这个文件：{reason}").format(reason=reason), _("请检查文件权限")


def unusable(code: str) -> Said:
    """Something in a rules folder that is no plain file with a plain name."""
    said = {
        "not_regular": (_("这不是普通文件，没有读取"), _("换成普通的 YAML 文件")),
        "linked_folder": (
            _("这是指到别处的文件夹链接，里面的规则不会被读取"),
            _("换成实际的文件夹，或者删去这个链接"),
        ),
        "name_not_utf8": (
            _("文件或文件夹的名称不是 UTF-8 编码，各台机器看到的不一样"),
            _("重新起名；从压缩包解出来的，换一个认中文名的解压方式再解一次"),
        ),
    }
    return said[code]


def shape_fault(kind: str, details: Mapping[str, Any], key: str, near: str) -> Said:
    """A fault that a document shape found; kind is pydantic's name of it."""
    if kind == "missing":
        return _("缺少“{key}”").format(key=key), _("请补上")
    if kind == "extra_forbidden":
        advice = _("是不是想写“{near}”？").format(near=near) if near else _("请删掉或改名")
        return _("这里没有“{key}”这一项").format(key=key), advice
    if kind in ("enum", "literal_error"):
        wanted = str(details.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return _("取值不对"), _("可用的取值：{wanted}").format(wanted=wanted)
    if kind == "string_pattern_mismatch":
        return _("写法不对"), _("应当符合 {pattern}").format(pattern=details["pattern"])
    if kind == "share":
        return _("数值超出了范围"), _("占比要在 0% 和 100% 之间")
    if kind in ("greater_than_equal", "less_than_equal"):
        bounds = "、".join(str(v) for v in details.values())
        return _("数值超出了范围"), _("限值是 {bounds}").format(bounds=bounds)
    return _plain_faults().get(kind, (_("内容不合规定（{kind}）").format(kind=kind), ""))


def _plain_faults() -> dict[str, Said]:
    text = (_("这里应当是一段文字"), "")
    number = (_("这里应当是一个数（小数和百分数照写，如 0.95、95%）"), "")
    listed_ = (_("这里应当是一个列表"), "")
    mapping = (_("这里应当是一组“名称: 值”"), "")
    day = (_("这里应当是一个日期"), _("写成 2025-01-31 这样"))
    return {
        "string_type": text,
        "string_too_short": text,
        "bool_type": (_("这里应当是 true 或 false"), ""),
        "int_type": number,
        "int_parsing": number,
        "value_error": number,
        "tuple_type": listed_,
        "list_type": listed_,
        "dict_type": mapping,
        "model_type": mapping,
        "too_short": (_("列表是空的"), _("至少写一项")),
        "date_type": day,
        "date_parsing": day,
        "date_from_datetime_parsing": day,
    }


def duplicate(what: str, name: str, first: str) -> Said:
    """A name given twice in different files."""
    names = {
        "rule": _("规则编号"),
        "parameter": _("参数名"),
        "item": _("检查项编号"),
        "chapter": _("章号"),
        "reference": _("参照文件编号"),
        "quality": _("数据质量检查编号"),
        "contradiction": _("矛盾编号"),
        "reading": _("读法名"),
        "choice": _("读法代号"),
    }
    return (
        _("{what}“{name}”已经用过（{first}）").format(what=names[what], name=name, first=first),
        _("编号和名称在整套规则里只能出现一次，删掉的编号也不再使用"),
    )


def unknown(what: str, name: str, near: str) -> Said:
    """A reference to something that does not exist."""
    names = {
        "item": _("标准目录里没有检查项“{name}”"),
        "reference": _("references.yaml 里没有“{name}”"),
        "rule": _("没有编号为“{name}”的规则"),
        "parameter": _("没有定义参数“{name}”"),
        "table": _("数据字典里没有表“{name}”"),
        "column": _("表里没有列“{name}”"),
        "profile": _("没有名为“{name}”的评价方案"),
        "choice": _("这一处没有叫“{name}”的读法"),
        "reading": _("standard.yaml 里没有读法“{name}”"),
    }
    return names[what].format(name=name), (
        _("是不是想写“{near}”？").format(near=near) if near else ""
    )


def parameter_value(wanted: str, low: str, high: str, choices: Sequence[str]) -> Said:
    """A parameter value of the wrong sort; low and high are the bounds, "" where there is none."""
    sorts = {
        "number": _("一个数；占比写成百分数，如 95%"),
        "list": _("一个列表"),
        "column": _("choices 里的一个列名：{choices}").format(choices=listed(choices)),
        "range": _("min 和 max 之间的值，即 {low} 到 {high}").format(low=low, high=high),
    }
    if wanted == "range" and not (low and high):
        sorts["range"] = _("不低于 min，即 {low}").format(low=low)
        if high:
            sorts["range"] = _("不高于 max，即 {high}").format(high=high)
    return _("参数值不对"), _("这里应当是{wanted}").format(wanted=sorts[wanted])


def column_fault(kind: str) -> Said:
    """A column of the dictionary that contradicts itself."""
    faults = {
        "values": (_("枚举列没有列出取值"), _("写 values: [...]")),
        "values_unused": (_("只有枚举列才能有 values"), _("删掉 values，或把 type 改成 enum")),
        "to": (_("引用列没有写指向哪张表"), _("写 to: 表名")),
        "bounds": (_("min 比 max 大"), ""),
        "order": (_("order 里的列必须是日期或时间"), ""),
        "nothing_helps": (
            _("留空算“无”可能占便宜的列要写 nothing_helps，说明为什么可以"),
            "",
        ),
    }
    return faults[kind]


def points_do_not_add_up(found: int, total: int) -> Said:
    """Item points that do not make the total."""
    return (
        _("各检查项分值合计 {found} 分，不等于总分 {total} 分").format(found=found, total=total),
        "",
    )


def permission_with_weight() -> Said:
    """A 可 rule that would be scored."""
    return _("“可”只记录，不计分"), _("把 weight 改成 0")


def wrong_folder(item: str) -> Said:
    """A rule whose id does not belong to the item of its file."""
    return (
        _("编号的前四位与检查项 {item} 对不上").format(item=item),
        _("编号写成 标准代号-章号两位项号两位-序号两位，如 5.2 的第 3 条写 …-0502-03"),
    )


def level_text(level: Level) -> str:
    """Return the word of a level."""
    return {
        Level.REQUIREMENT: _("应"),
        Level.RECOMMENDATION: _("宜"),
        Level.PERMISSION: _("可"),
    }[level]


def practice_lowered() -> str:
    """Return why a rule that rests on practice alone is lowered."""
    return _("内容依据只是个别地方的做法，见方案说明")


def listed(names: Sequence[str]) -> str:
    """Return names joined as Chinese lists are."""
    return "、".join(names)


def profiles_there(names: Sequence[str], *, asked: bool) -> str:
    """Return which profiles there are, to be asked for or to be extended."""
    if not names:
        return _("规则集里还没有方案，请在 profiles 目录里写一个")
    there = _("有这些方案：{names}").format(names=listed(names))
    return _("{there}；请用 --profile 指明一个").format(there=there) if asked else there


def key_label() -> str:
    """Return the label of the key column."""
    return _("编号")


def veto_text(*, on: bool) -> str:
    """Return the state of a veto."""
    return _("否决项启用") if on else _("否决项未启用")


def evaluated(*, on: bool) -> str:
    """Return whether a rule is evaluated at all."""
    return _("评价") if on else _("不评价")


def scored_text(*, on: bool) -> str:
    """Return whether a rule counts."""
    return _("计分") if on else _("只列出，不计分")


def points_text(points: int) -> str:
    """Return the points of an item."""
    return _("{points} 分").format(points=points)


def circular(chain: Sequence[str]) -> Said:
    """A profile that extends itself."""
    return (
        _("评价方案绕圈继承：{chain}").format(chain=" → ".join(chain)),
        _("extends 要一路指到不再继承的方案"),
    )


def quality_kind(kinds: Sequence[str]) -> Said:
    """A data-quality check that asks nothing, or two things."""
    return (
        _("一项数据质量检查只写一种查法"),
        _("在 {kinds} 中选一种").format(kinds=listed(kinds)),
    )
