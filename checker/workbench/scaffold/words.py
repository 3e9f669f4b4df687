"""The words that a scaffold writes into rule files, and what it tells the person who called it."""

from collections.abc import Sequence
from typing import Final

from checker.model.words import translate as _

PLACEHOLDER: Final = "「待填写」"
"""Begins every text that a person must replace; a rule set with one of them is not finished."""


def to_fill(what: str) -> str:
    """Return a text to be replaced, saying what belongs there."""
    texts = {
        "requirement": _("一句话说清要求什么，不带能愿动词。"),
        "remedy": _("达不到的人下一步做什么，一两句话。"),
        "note": _("为什么这样定、哪些情形不计；没有可说的就删掉这一行。"),
        "evidence": _("请对方拿出什么"),
        "parameter_title": _("这个数是什么"),
        "parameter_source": _("这个数从哪里来、为什么取它"),
        "profile_title": _("方案名称"),
        "profile_summary": _("给谁用、与规则集的写法有什么不同。"),
        "table_guidance": _("一行记什么、从哪里登记或导出。"),
        "column_guidance": _("怎样填。"),
        "case_name": _("这个用例给出什么"),
        "chapter_title": _("章名"),
    }
    return PLACEHOLDER + texts[what]


def remark(what: str) -> str:
    """Return a comment of a scaffolded file."""
    return {
        "level": _("requirement 应、recommendation 宜、permission 可；“可”的 weight 写 0"),
        "topic_basis": _("stated 写明、practice 所记做法、referenced 引用、derived 规则集推导"),
        "seed": _('例：[{section: "§1", line: 20, sentence: 2}]'),
        "references": _("references.yaml 里的 id"),
        "applies_when": _(
            "什么时候才问；写在概况表的列上，例：applies_when: {列名: {at_least: 1}}"
        ),
        "verification": _("W 文件查阅、X 现场查看、F 访谈、S 数据核验"),
        "weight": PLACEHOLDER + _("在本项内的相对权重，0 到 5；定了权重，同项各条的分值都跟着变"),
        "severity": _("major 严重、minor 一般、observation 观察"),
        "boundary": _("恰好到线和差一点，各写一个"),
        "no_inapplicable": _("数出来的总有一个数；写了 applies_when 以后，再补一个“不适用”的用例"),
        "origin": _("seed 来源文件、referenced 引用文件、own 规则集自定"),
        "levels": _("{rule, level, reason, decided_by}"),
        "parameters": _("{name, value, reason, decided_by}，不得超出参数的 min、max"),
        "vetoes": _("{rule, reason, decided_by}"),
        "off": _("{rule, reason, decided_by}"),
        "cases": _("期望值按规则手工推算，不从程序输出抄录。"),
        "expect": _("按规则手工推算后改成应有的结果"),
    }[what]


def case_name(what: str) -> str:
    """Return the name of a scaffolded case."""
    return {
        "whole": _("全部做到"),
        "more": _("比要求的多"),
        "at_limit": _("恰好到线"),
        "below_limit": _("差一点"),
        "none": _("确无"),
        "not_submitted": _("没有交"),
        "blank": _("有空白，补上以后两种结果都可能"),
    }[what]


def default_title() -> str:
    """Return what a rule is called until it has a name."""
    return PLACEHOLDER + _("规则名称")


def default_unit() -> str:
    """Return the counting word of a table for which none was given."""
    return _("个")


def sample_values() -> tuple[str, str]:
    """Return the values of a new choice until it has its own."""
    return _("甲"), _("乙")


def evidence_type() -> str:
    """Return the kind of evidence that a new rule asks for."""
    return _("台账")


# What is said to the person


def wrote(file: str, what: str) -> str:
    """Say that a file was written or added to."""
    return f"{file}  {what}"


def added(what: str, name: str) -> str:
    """Say what was added."""
    return {
        "rule": _("加了规则 {name}"),
        "parameter": _("加了参数 {name}"),
        "cases": _("加了 {name} 个用例"),
        "worth": _("加了 {name} 的约束力和满分，权重定了以后重算"),
        "table": _("加了表 {name}"),
        "column": _("加了列 {name}"),
        "profile": _("新建方案 {name}"),
        "file": _("新建"),
    }[what].format(name=name)


def next_steps(places: Sequence[str], check: str) -> str:
    """Say what to do next."""
    where = "\n".join(f"  {place}" for place in places)
    said = _("把写着{mark}的地方逐一改成自己的话：\n{where}\n改完运行：{check}")
    return said.format(mark=PLACEHOLDER, where=where, check=check)


def standard_next(folder: str) -> str:
    """Say what to do with a new standard."""
    return _(
        "这是一套能直接用的最小标准。先试：\n"
        "  checker rules lint --rules {folder}\n"
        "  checker rules test --rules {folder}\n"
        "再改 standard.yaml 的章和检查项、dictionary.yaml 的表，用 checker rules new rule 加规则。"
    ).format(folder=folder)


def prompt(what: str) -> str:
    """Return the question for something that was not given."""
    return {
        "item": _("检查项编号"),
        "title": _("规则名称"),
        "table": _("量哪张表（英文名）"),
        "standard_id": _("标准代号（大写英文字母）"),
        "standard_title": _("标准名称"),
        "new_standard": _("新标准"),
    }[what]


# Refusals


def unknown(what: str, name: str, near: str) -> str:
    """Refuse a name that is not known."""
    said = {
        "item": _("standard.yaml 里没有检查项“{name}”。"),
        "table": _("数据字典里没有表“{name}”。要新建，请加 --table-label 中文名。"),
        "column": _("表里没有列“{name}”。要新建，请加 --column-label 中文名。"),
        "rule": _("没有规则“{name}”。"),
        "profile": _("没有评价方案“{name}”。"),
    }[what].format(name=name)
    return said + (_("是不是想写“{near}”？").format(near=near) if near else "")


def refused(what: str, name: str) -> str:
    """Refuse something else."""
    return {
        "population": _("“{name}”是人群。请先对整张表写，再把 of 换成人群。"),
        "one_row": _("表“{name}”只有一行，只能用 sum。"),
        "no_column": _("表“{name}”里没有现成的列可以写判据，请用 --column 指定或新建一列。"),
        "number": _("sum 和 mean 要一个数值列，“{name}”不是。"),
        "kind": _("列“{name}”的类型不能自动写成判据，请另选一列。"),
        "exists": _("“{name}”已经有了。"),
        "name": _("名称“{name}”只能用小写英文字母、数字和下划线，字母开头。"),
        "id": _("标准代号“{name}”要用 2 到 8 个大写英文字母。"),
        "full": _("检查项 {name} 的规则编号用完了。"),
        "flow": _("文件 {name} 里要加的那一段写成了一行，请先展开成一行一条再试。"),
        "folder": _("目录 {name} 不是空的，没有写任何文件。"),
        "missing": _("缺少 {name}；在终端里运行会逐项询问。"),
    }[what].format(name=name)
