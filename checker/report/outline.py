"""The sections of a report, in order, each with the number that heading and contents print.

Numbers are Chinese numerals: "4.1" in a report always means an item of the standard.
"""

from collections.abc import Iterator

from checker.model.frozen import dataclass
from checker.model.result import Result
from checker.model.rule import StandardWords
from checker.model.words import translate as _
from checker.report.view import is_failed_unscored

Part = tuple[str, str, tuple[tuple[str, str], ...]]
"""Anchor and title of a part, and those of its sections."""


@dataclass(frozen=True, slots=True)
class Section:
    """One heading.

    Attributes:
        id: anchor.
        title: words of the heading, with the number: "五、逐条评价", "附录 A 参数".
        name: how other places call it: "第五部分", "第三部分（二）", "附录 A".
        level: 1 or 2.
    """

    id: str
    title: str
    name: str = ""
    level: int = 1


def outline(result: Result) -> dict[str, Section]:
    """Return all sections by id, in the order of the report."""
    front = (
        Section("declaration", _("声明")),
        Section("signatures", _("评价人员与签字")),
    )
    sections = [*front, *_body(result), *_annexes(result.standard.words)]
    return {section.id: section for section in sections}


def _body(result: Result) -> Iterator[Section]:
    for number, (part, title, parts) in enumerate(_parts(result), start=1):
        name = _("第{n}部分").format(n=numeral(number))
        yield Section(part, _("{n}、{title}").format(n=numeral(number), title=title), name)
        for place, (one, words) in enumerate(parts, start=1):
            mark = _("（{n}）").format(n=numeral(place))
            yield Section(f"{part}-{one}", mark + words, name + mark, 2)


def numeral(number: int) -> str:
    """Return a number below twenty as a Chinese numeral."""
    digits = _("一二三四五六七八九十")
    return digits[number - 1] if number <= len(digits) else digits[-1] + numeral(number - 10)


def _annexes(own: StandardWords) -> Iterator[Section]:
    annexes = (
        ("parameters", _("参数")),
        ("evidence", _("佐证目录")),
        ("sources", _("申报数据的出处")),
        ("inapplicable", _("不适用清单")),
        ("readings", _("{seed}的矛盾与采用的读法").format(seed=own.seed)),
        ("glossary", _("术语")),
        ("files", _("提交的文件与复算")),
    )
    for letter, (annex, title) in zip("ABCDEFG", annexes, strict=True):
        name = _("附录 {letter}").format(letter=letter)
        yield Section(annex, _("{name} {title}").format(name=name, title=title), name)


def _parts(result: Result) -> Iterator[Part]:
    yield from _before_the_clauses(result.standard.words)
    chapters = [c for c in result.chapters if any(i.evaluated for i in c.items)]
    titles = tuple((c.no, _("第 {no} 章 {title}").format(no=c.no, title=c.title)) for c in chapters)
    yield "clauses", _("逐条评价"), titles
    lists = [("nonconformities", _("不符合项")), ("observations", _("观察项"))]
    if any(is_failed_unscored(f) for f in result.findings):
        lists.append(("unscored", _("不计分而没有做到的")))
    yield "findings", _("不符合项与观察项"), tuple(lists)
    yield "gaps", _("资料缺失清单"), ()
    done = bool(result.site_findings)
    yield "site", _("现场确认情况") if done else _("待现场确认清单"), ()
    yield "remedies", _("整改建议与时限"), ()
    yield "conclusion", _("结论"), ()


def _before_the_clauses(own: StandardWords) -> tuple[Part, ...]:
    """Return the parts whose sections are the same in every report."""
    overview = (
        ("conclusion", _("结论")),
        ("next", _("下一步先做什么")),
        ("chapters", _("各章得分")),
        ("items", _("各项结果")),
        ("counts", _("规则结果与依据构成")),
        ("vetoes", _("否决项")),
    )
    profile = (
        ("facts", _("{subject}概况").format(subject=own.subject)),
        ("tables", _("提交的表格")),
        ("quality", _("数据质量")),
    )
    basis = (
        ("standard", _("标准与{seed}").format(seed=own.seed)),
        ("references", _("引用文件")),
        ("rulebook", _("规则集与方案")),
    )
    method = (
        ("verification", _("怎样核验")),
        ("outcomes", _("怎样判定")),
        ("points", _("怎样计分")),
        ("missing", _("缺资料怎么算")),
        ("scheme", _("等级与结论")),
    )
    return (
        ("overview", _("结果总览"), overview),
        ("profile", _("概况与资料"), profile),
        ("basis", _("依据"), basis),
        ("method", _("方法"), method),
    )
