"""What every key, measure and predicate of the check language means, for editors."""

from collections.abc import Mapping
from typing import Final


def N_(text: str) -> str:  # noqa: N802 - the name by which translators' tools find such texts
    """Mark a text for translation; it is translated when it is said."""
    return text


KEYS: Final[Mapping[str, str]] = {
    "all": N_("全部成立才算成立"),
    "any": N_("有一个成立就算成立"),
    "measure": N_("量什么"),
    "of": N_("哪张表，或数据字典里有名字的范围"),
    "where": N_("只看哪些行：各条件都要成立"),
    "that": N_("占比的分子：这些行里符合这个条件的"),
    "value": N_("取哪一列的值；可以写 引用列.列"),
    "required": N_("要覆盖哪些值：列出来，或写 $参数"),
    "times": N_("每个值至少要有几行才算覆盖；不写是 1"),
    "from": N_("从哪一列的时间算起"),
    "to": N_("算到哪一列的时间；还没有的，看到评价日有没有超过"),
    "date": N_("按哪一列的日期分月或分季"),
    "each": N_("month 每个整月，quarter 每个整季"),
    "numerator": N_("分子：count 数量，或 sum 合计"),
    "denominator": N_("分母：count 数量，或 sum 合计"),
    "by": N_("那张表的哪一列指回本行"),
    "expect": N_("限值：equals、at_least、at_most 之一，或 at_least 与 at_most 一起"),
    "when_empty": N_("一行都没有时怎么算：inapplicable 不适用（不写也是），failed 不符合"),
    "equals": N_("等于"),
    "at_least": N_("不少于、不早于、不低于"),
    "at_most": N_("不多于、不晚于、不高于"),
    "tolerance": N_("差多少以内算基本符合，写 $参数；只与一边的限值同用"),
    "one_of": N_("是其中之一"),
    "includes_all": N_("这一格的几个值里，这些都有"),
    "includes_any": N_("这一格的几个值里，至少有其中一个"),
    "present": N_("true 有值，false 填了“无”；只用于留空表示没有的列"),
    "within": N_("period 在评价期内；{last: $参数} 在评价日以前这么久之内"),
    "last": N_("评价日以前多久：{days: 30} 或 $参数"),
    "size": N_("这一格有几个值"),
    "elapsed": N_("从一个时间到另一个时间，不超过多久"),
    "related": N_("与本行相连的那些行里，量一量"),
    "field": N_("与同一行的另一列比"),
    "over_period": N_("按评价期长短折算的参数：单位是 …/年 或 …/月"),
    "minutes": N_("分钟"),
    "hours": N_("小时"),
    "days": N_("日，首日不计"),
    "workdays": N_("工作日，按国务院公布的安排"),
    "months": N_("个月"),
}

MEASURES: Final[Mapping[str, str]] = {
    "count": N_("有几行"),
    "share": N_("符合 that 的行占几成"),
    "sum": N_("value 那一列合计"),
    "mean": N_("value 那一列平均"),
    "distinct": N_("value 那一列有几种"),
    "covered": N_("required 里的值，覆盖了几成"),
    "ratio": N_("numerator 与 denominator 之比"),
    "time_covered": N_("评价期的时间，被 from 到 to 的班次覆盖了几成"),
    "fewest_per": N_("最少的那个月或季有几行"),
}
