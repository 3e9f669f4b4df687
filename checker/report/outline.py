"""The sections of a report, in order, each with the number that heading and contents print."""

from collections.abc import Iterator

from checker.model.frozen import dataclass
from checker.model.result import Result
from checker.model.words import translate as _


@dataclass(frozen=True, slots=True)
class Section:
    """One heading.

    Attributes:
        id: anchor.
        number: "5.1", "附录 A"; "" for what comes before the first numbered section.
        title: words of the heading.
        level: 1 or 2.
    """

    id: str
    number: str
    title: str
    level: int = 1


def outline(result: Result) -> dict[str, Section]:
    """Return all sections by id, in the order of the report."""
    front = (
        Section("declaration", "", _("声明")),
        Section("signatures", "", _("评价人员与签字")),
    )
    sections = [*front, *_body(result), *_annexes()]
    return {section.id: section for section in sections}


def _body(result: Result) -> Iterator[Section]:
    for number, (name, title, parts) in enumerate(_chapters(result), start=1):
        yield Section(name, str(number), title)
        for place, (part, words) in enumerate(parts, start=1):
            yield Section(f"{name}-{part}", f"{number}.{place}", words, 2)


def _annexes() -> Iterator[Section]:
    annexes = (
        ("parameters", _("参数")),
        ("evidence", _("佐证目录")),
        ("inapplicable", _("不适用清单")),
        ("readings", _("编制说明的矛盾与采用的读法")),
        ("glossary", _("术语")),
        ("files", _("提交的文件与复算")),
    )
    for letter, (name, title) in zip("ABCDEF", annexes, strict=True):
        yield Section(name, _("附录 {letter}").format(letter=letter), title)


def _chapters(result: Result) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    yield (
        "overview",
        _("结果总览"),
        (
            ("conclusion", _("结论")),
            ("next", _("下一步先做什么")),
            ("chapters", _("各章得分")),
            ("items", _("各项结果")),
            ("counts", _("规则结果与依据构成")),
            ("vetoes", _("否决项")),
        ),
    )
    yield "profile", _("概况"), (("facts", _("社区概况")), ("tables", _("提交的表格")))
    yield (
        "basis",
        _("依据"),
        (
            ("standard", _("标准与编制说明")),
            ("references", _("引用文件")),
            ("rulebook", _("规则集与方案")),
        ),
    )
    yield (
        "method",
        _("方法"),
        (
            ("verification", _("怎样核验")),
            ("outcomes", _("怎样判定")),
            ("points", _("怎样计分")),
            ("missing", _("缺资料怎么算")),
            ("scheme", _("等级与结论")),
        ),
    )
    chapters = [c for c in result.chapters if any(i.evaluated for i in c.items)]
    titles = tuple((c.no, _("第 {no} 章 {title}").format(no=c.no, title=c.title)) for c in chapters)
    yield "clauses", _("逐条评价"), titles
    yield (
        "findings",
        _("不符合项与观察项"),
        (("nonconformities", _("不符合项")), ("observations", _("观察项"))),
    )
    yield "gaps", _("资料缺失清单"), ()
    yield "site", _("待现场确认清单"), ()
    yield "remedies", _("整改建议与时限"), ()
    yield "conclusion", _("结论"), ()
