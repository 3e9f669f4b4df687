"""What the things are called that a rule set defines, and what their traits are called and hold."""

from checker.model.words import translate as _
from checker.workbench.comparison.change import Act, Effect, Subject


def subject(value: Subject) -> str:
    """Return what a kind of record is called."""
    return {
        Subject.STANDARD: _("标准"),
        Subject.CHAPTER: _("章"),
        Subject.ITEM: _("检查项"),
        Subject.RULE: _("规则"),
        Subject.PARAMETER: _("参数"),
        Subject.ACCEPTANCE: _("验收方案"),
        Subject.GRADE: _("等级"),
        Subject.CONCLUSION: _("结论"),
        Subject.PROFILE: _("评价方案的调整"),
        Subject.READING: _("读法"),
        Subject.CONTRADICTION: _("矛盾记录"),
        Subject.DICTIONARY: _("数据字典"),
        Subject.TABLE: _("表"),
        Subject.COLUMN: _("列"),
        Subject.POPULATION: _("人群"),
        Subject.QUALITY: _("数据质量检查"),
        Subject.REFERENCE: _("引用文件"),
    }[value]


def act(value: Act) -> str:
    """Return what happened to a record."""
    return {
        Act.ADDED: _("新增"),
        Act.REMOVED: _("删除"),
        Act.RENAMED: _("可能改了编号"),
        Act.MOVED: _("移动"),
        Act.CHANGED: _("修改"),
    }[value]


def effect(value: Effect) -> str:
    """Return what a change can do, at most."""
    return {
        Effect.MEANING: _("可能改变结果"),
        Effect.SCORE: _("可能改变得分、等级或结论"),
        Effect.INPUT: _("改变可以填报什么"),
        Effect.WORDS: _("只是文字"),
    }[value]


def trait(name: str) -> str:
    """Return what a trait is called."""
    return _traits()[name]


def _traits() -> dict[str, str]:
    return {
        **_rule_traits(),
        **_number_traits(),
        **_dictionary_traits(),
        "aspect": _("方面"),
        "aspects": _("方面"),
        "chapter": _("所属章"),
        "contradiction": _("矛盾"),
        "declarations": _("声明"),
        "glossary": _("术语"),
        "meaning": _("说明"),
        "organisation": _("组织"),
        "reading": _("读法"),
        "reserved": _("保留原因"),
        "seed_title": _("依据文件"),
        "status": _("状态"),
        "summary": _("概要"),
        "version": _("版本"),
        "advice": _("怎么办"),
        "asked": _("查什么"),
        "edition": _("版次"),
        "checked": _("核对情况"),
        "checked_on": _("核对日期"),
        "choice": _("选择"),
        "reason": _("理由"),
        "decided_by": _("谁定的"),
        "options": _("可选的读法"),
    }


def _rule_traits() -> dict[str, str]:
    return {
        "id": _("编号"),
        "item": _("所属检查项"),
        "file": _("所在文件"),
        "title": _("名称"),
        "requirement": _("要求"),
        "level": _("能愿"),
        "level_basis": _("能愿的由来"),
        "topic_basis": _("条目来自"),
        "content_basis": _("内容依据"),
        "seed": _("依据位置"),
        "references": _("引用"),
        "clause_no": _("条款号"),
        "full_text_verified": _("已核对正文"),
        "applies_when": _("适用条件"),
        "check": _("判据"),
        "verification": _("核验"),
        "evidence": _("佐证"),
        "weight": _("权重"),
        "severity": _("严重程度"),
        "veto_candidate": _("否决候选"),
        "veto": _("否决"),
        "scored": _("计分"),
        "remedy": _("怎么改"),
        "note": _("注"),
    }


def _number_traits() -> dict[str, str]:
    return {
        "value": _("取值"),
        "default": _("写定的值"),
        "unit": _("单位"),
        "range": _("范围"),
        "choices": _("可选的列"),
        "origin": _("数值来源"),
        "source": _("出处"),
        "points": _("分值"),
        "total": _("总分"),
        "near_miss": _("基本符合得分比"),
        "decimals": _("小数位"),
        "rectify_days": _("整改期限（日）"),
        "systemic_rows": _("系统性问题的行数"),
        "systemic_tables": _("系统性问题看哪些表"),
        "whole_item_from": _("整项失守至少几条"),
        "at_least": _("分数线"),
        "requires": _("条件"),
        "conforms": _("算不算符合"),
        "self_title": _("自评名称"),
        "order": _("先后次序"),
    }


def _dictionary_traits() -> dict[str, str]:
    return {
        "subject": _("概况表"),
        "evidence_table": _("佐证表"),
        "label": _("中文名"),
        "counting": _("计数词"),
        "one_row": _("只有一行"),
        "guidance": _("填报说明"),
        "dates_in_order": _("日期先后"),
        "type": _("类型"),
        "many": _("可填几个"),
        "to": _("指向"),
        "values": _("可选值"),
        "means_unknown": _("视为没说的值"),
        "bounds": _("上下限"),
        "blank": _("留空的含义"),
        "owner": _("称呼"),
        "nothing_helps": _("留空占便宜的理由"),
        "future": _("可以是将来的日期"),
        "format": _("格式"),
        "of": _("取自"),
        "where": _("条件"),
    }


def yes(value: bool) -> str:  # noqa: FBT001 - it is the value that is said
    """Return a truth value in words."""
    return _("是") if value else _("否")


def evidence(type_: str, title: str, number: int, covers: str, freshness: str) -> str:
    """Return one evidence request in words."""
    more = "，".join(t for t in (covers, freshness) if t)
    return f"{type_}《{title}》×{number}" + (f"（{more}）" if more else "")


def span(low: str, high: str) -> str:
    """Return a range; an end that does not exist is empty."""
    return _("{low} 至 {high}").format(low=low or _("不限"), high=high or _("不限"))


def kind(name: str) -> str:
    """Return the name of the type of a column."""
    return {
        "text": _("文字"),
        "enum": _("单选"),
        "ordered": _("分级"),
        "int": _("整数"),
        "dec": _("小数"),
        "bool": _("是否"),
        "date": _("日期"),
        "datetime": _("日期和时间"),
        "ref": _("引用"),
    }[name]


def blank(name: str) -> str:
    """Return what a blank cell means."""
    return {
        "unknown": _("没有说"),
        "nothing": _("无"),
        "nothing_once_used": _("整列有人填过就是“无”，否则没有说"),
    }[name]


def several(many: bool) -> str:  # noqa: FBT001 - it is the value that is said
    """Return whether a cell holds several values."""
    return _("可填多个") if many else _("只填一个")


def requirement(name: str) -> str:
    """Return the name of a condition of a conclusion."""
    return {
        "vetoes": _("否决不超过"),
        "major": _("严重不符合不超过"),
        "score": _("总分不低于"),
        "every_chapter": _("每章不低于"),
        "missing_requirements": _("资料缺失的“应”不超过"),
        "untested": _("待确认不超过"),
    }[name]
