"""Sentences about faults in a check, for those who keep the rules."""

from collections.abc import Iterable, Sequence

from checker.model.words import translate as _

Said = tuple[str, str]
"""Message and advice."""


def _listed(names: Iterable[object], most: int = 12) -> str:
    texts = [str(n) for n in names]
    shown = "、".join(texts[:most])
    return shown + (_(" 等 {n} 个").format(n=len(texts)) if len(texts) > most else "")


def _nearest(near: str, known: Sequence[str]) -> str:
    if near:
        return _("是不是想写“{near}”？").format(near=near)
    return _("可用的有：{known}").format(known=_listed(known)) if known else ""


def unknown_name(what: str, name: str, near: str, known: Sequence[str]) -> Said:
    """A name of a table, measure, parameter or key that does not exist."""
    kinds = {
        "table": _("数据字典里没有表或人群“{name}”"),
        "measure": _("没有叫“{name}”的度量"),
        "parameter": _("没有定义参数“${name}”"),
        "key": _("这里没有“{name}”这一项"),
    }
    return kinds[what].format(name=name), _nearest(near, known)


def unknown_column(table: str, name: str, near: str, known: Sequence[str]) -> Said:
    """A column that a table does not have."""
    return _("《{table}》没有“{name}”这一列").format(table=table, name=name), _nearest(near, known)


def not_a_reference(label: str) -> Said:
    """A path that goes through a column which names no single row."""
    return (
        _("“{label}”不是指向另一张表一行的列，不能用“.”往下取").format(label=label),
        _("“.”只能用在单个引用列之后，并且只能用一次"),
    )


def missing_key(key: str) -> Said:
    """A key that must stand here."""
    return _("缺少“{key}”").format(key=key), _("请补上")


def wrong_shape(wanted: str) -> Said:
    """A node of another shape than wanted."""
    shapes = {
        "mapping": _("一组“名称: 值”"),
        "list": _("一个列表 [ ]"),
        "text": _("一段文字"),
        "number": _("一个数（小数和百分数照写，如 0.95、95%）"),
        "bool": _("true 或 false"),
    }
    return _("这里应当是{wanted}").format(wanted=shapes.get(wanted, wanted)), ""


def not_a_limit(unit: str) -> Said:
    """A limit that is neither number nor parameter."""
    if unit == "1":
        return _("限值写法不对"), _("占比的限值写成百分数（如 95%）或参数（$名称）")
    return _("限值写法不对"), _("写成一个数、参数（$名称）或 {over_period: $名称}；不接受算式")


def share_without_percent() -> Said:
    """A share whose limit has no percent sign, or a count that has one."""
    return _("占比的限值要带百分号，数量的限值不带"), _("例如占比写 95%，数量写 3")


def not_a_value(label: str, values: Sequence[str]) -> Said:
    """A literal that the column cannot hold."""
    if values:
        said = _("“{label}”没有这个取值").format(label=label)
        return said, _("可用的取值：{values}").format(values=_listed(values))
    return _("“{label}”不能取这样的值").format(label=label), ""


def wrong_kind(label: str, predicate: str) -> Said:
    """A predicate that does not fit the type of the column."""
    needs = {
        "ordered": _("只能比较数、日期、时间或有高低的等级"),
        "list": _("只能用于可填多个值的列"),
        "single": _("不能用于可填多个值的列"),
        "time": _("只能用于日期或时间"),
        "number": _("只能用于数"),
        "present": _("只能问留空有含义的列；这一列留空等于没有说，问“有没有”对任何留空都成立"),
    }
    return _("“{label}”不能这样问").format(label=label), needs[predicate]


def not_comparable(left: str, right: str) -> Said:
    """Two columns that hold different things."""
    return _("“{left}”和“{right}”不是一类值，不能比较").format(left=left, right=right), ""


def wrong_unit(name: str, unit: str, wanted: Sequence[str]) -> Said:
    """A parameter in a unit that does not fit the measure."""
    return (
        _("参数“${name}”的单位是“{unit}”，这里要的是“{wanted}”").format(
            name=name, unit=unit, wanted="”或“".join(wanted)
        ),
        _("带“/年”“/月”的参数要写成 {over_period: $名称}，不带的不能这样写"),
    )


def wrong_parameter(name: str, wanted: str) -> Said:
    """A parameter of another sort than the place needs."""
    sorts = {
        "list": _("一个取值列表，且都是这一列的取值"),
        "column": _("一个列名，且每个可选的列都是时间"),
        "value": _("这一列的一个值"),
        "share": _("一个占比（单位为 1）"),
        "duration": _("一段时间（分钟、小时、日、工作日、月）"),
    }
    return _("参数“${name}”在这里应当是{wanted}").format(name=name, wanted=sorts[wanted]), ""


def expect_alone() -> Said:
    """`equals` together with other limits, or no limit at all."""
    return _("要求写法不对"), _("写 equals，或者写 at_least、at_most 中的一个或两个")


def tolerance_misplaced() -> Said:
    """A tolerance where it has no meaning."""
    return (
        _("基本符合的容差只能和占比的单边限值一起用，而且占比、比值的限值要低于 100%"),
        _("去掉 tolerance，或把限值改成低于 100%"),
    )


def not_linked(by: str, table: str) -> Said:
    """A `by` that names no row of the outer table."""
    return (
        _("“{by}”不是指向《{table}》的列").format(by=by, table=table),
        _("by 要写被统计的表里指向本表的引用列"),
    )


def related_inside_related() -> Said:
    """A related leaf within a related leaf."""
    return _("related 里面不能再写 related"), _("请拆成两条规则，或改用通过引用列取值的写法")


def related_needs_total() -> Said:
    """A measure that may have no value inside `related`."""
    return (
        _("related 里只能用对零行也有值的度量（count、sum、distinct、covered、fewest_per）"),
        "",
    )


def empty_list() -> Said:
    """A list without members."""
    return _("列表是空的"), _("至少写一项")
