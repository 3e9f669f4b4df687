"""What every key of cases.yaml and workbench.yaml means, for editors; as in rulebook/keys.py."""

from collections.abc import Mapping
from typing import Final


def N_(text: str) -> str:  # noqa: N802 - the name by which translators' tools find such texts
    """Mark a text for translation; it is translated when it is said."""
    return text


REASON: Final = N_("为什么，至少六个字")
TIMES: Final = N_("这一行写几次；文字里的 {n} 换成第几次")
EVERY: Final = N_("每次时间往后推多少：{minutes: 1}、{days: 1} 或 {months: 1}")

KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    "PeriodShape": {"from": N_("评价期的第一天"), "to": N_("评价期的最后一天")},
    "GivenShape": {"period": N_("评价期"), "assessed_on": N_("评价日，不早于评价期最后一天")},
    "ExpectShape": {
        "outcome": N_(
            "预期结果：passed 符合，failed 不符合，inapplicable 不适用，cantTell 资料缺失，untested 待现场确认"
        ),
        "near": N_("预期是不是基本符合"),
        "reason": N_("预期的原因代码"),
        "measured": N_("预期的实测值：一个数，或 [低, 高]"),
        "offending": N_("预期有问题的行，写 id"),
    },
    "CaseShape": {
        "rule": N_("试哪条规则"),
        "name": N_("这个用例试什么，一句话"),
        "period": N_("评价期；不写就用 given 里的"),
        "assessed_on": N_("评价日；不写就用 given 里的"),
        "parameters": N_("改哪些参数；不写就用默认值"),
        "tables": N_("各表的数据，写法与申报资料相同；没写的表是未提供"),
        "expect": N_("手工推算的结果，不从程序输出抄"),
    },
    "WorthShape": {
        "level": N_("程度：requirement 应，recommendation 宜，permission 可"),
        "points": N_("本项都适用、都符合时，这条规则得多少分"),
    },
    "CaseFileShape": {
        "given": N_("全部用例共用的评价期和评价日"),
        "worth": N_("各规则的程度和分值，由另一人照标准另写一遍；与规则不一致就是有一处错了"),
        "cases": N_("用例"),
    },
    "SectionShape": {"section": N_("标题号"), "lines": N_("从第几行到第几行：[首行, 末行]")},
    "OutlineShape": {
        "sha256": N_("那份文本的校验值；文本换了，这个文件要重做"),
        "lines": N_("一共几行"),
        "sections": N_("各节从第几行到第几行"),
        "sentences": N_("每行几句，没写的行没有句子"),
    },
    "SuppressionShape": {
        "check": N_("不计哪一种提示，例如 wording-must"),
        "subject": N_("在谁身上：规则、参数、检查项或列"),
        "reason": REASON,
    },
    "RelationShape": {
        "rule": N_("哪条规则"),
        "relation": N_(
            "什么关系：implies 符合它就必符合另一条，excludes 两条不能都符合，same 两条判的一样"
        ),
        "other": N_("另一条规则"),
        "reason": REASON,
    },
    "SurvivorShape": {
        "rule": N_("哪条规则"),
        "mutant": N_("哪一处变异，照 checker rules mutate 列出的写"),
        "reason": REASON,
    },
    "RedistributionShape": {
        "subject": N_("哪条规则或哪一项可以作为合理缺项而抬高得分"),
        "reason": REASON,
    },
    "DeclarationsShape": {
        "suppressions": N_("不计的规则检查提示"),
        "relations": N_("有意的规则间关系"),
        "survivors": N_("用例分辨不出的变异"),
        "redistribution": N_("合理缺项可以抬高得分的规则或检查项"),
        "coverage": N_('各类覆盖率的下限，例如 outcomes: "95%"'),
        "specimen": N_("一份样样齐全的资料，从规则目录算起的位置；求等级、结论的例证时从它改起"),
    },
}
