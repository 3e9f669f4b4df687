"""The words of the command line."""

from collections.abc import Sequence
from datetime import date

from checker.model.words import translate as _


def summary_headings() -> dict[str, str]:
    """Return the headings of the terminal summary."""
    return {
        "conclusion": _("结论"),
        "possible": _("还可能"),
        "points": _("得分"),
        "grade": _("等级"),
        "rules": _("规则"),
        "skipped": _("未评价"),
        "failed": _("不符合和观察项"),
        "confirm": _("待现场确认"),
        "written": _("已写入"),
        "why": _("依据"),
    }


def out_of(points: str, total: int) -> str:
    """Return points of the total."""
    return _("{points} / {total}").format(points=points, total=total)


def rules_counted(total: int, parts: str) -> str:
    """Return how many rules came out how."""
    return _("{total} 条：{parts}").format(total=total, parts=parts)


def without_rules(items: Sequence[str]) -> str:
    """Return that items were not evaluated, and what the score is then of."""
    return _("{items} 共 {number} 项没有规则，没有评价；得分按其余各项折算").format(
        items=_("、").join(items), number=len(items)
    )


def measured_against(value: str, limit: str) -> str:
    """Return a measured value beside its limit."""
    return _("实测 {value}，要求{limit}").format(value=value, limit=limit)


def offending(shown: str, number: int) -> str:
    """Return the first offending rows and how many there are."""
    return _("见 {shown} 等 {number} 处").format(shown=shown, number=number)


def offending_all(shown: str) -> str:
    """Return all offending rows."""
    return _("见 {shown}").format(shown=shown)


def to_do(remedy: str) -> str:
    """Return the remedy of a failed rule."""
    return _("怎么改：{remedy}").format(remedy=remedy)


def unread(number: int) -> str:
    """Return the heading of files in folders that hold rows and were not read."""
    return _("没有读的表格文件（{number}）：提交文件没有提到，也没有列为证明材料").format(
        number=number
    )


def more_files(number: int) -> str:
    """Return how many more files there are."""
    return _("另有 {number} 个，见报告").format(number=number)


def and_more(number: int) -> str:
    """Return how many more there are."""
    return _("另有 {number} 条，见报告").format(number=number)


def problems_heading(number: int, of: str) -> str:
    """Return the heading of a list of problems of rules, a submission or a result."""
    headings = {
        "rules": _("规则集有 {number} 处错误，没有评价"),
        "submission": _("申报资料有 {number} 处问题，没有评价，也没有写任何文件"),
        "result": _("结果文件有 {number} 处问题，没有写任何报告"),
        "compared": _("结果文件有 {number} 处问题，没有复算"),
    }
    return headings[of].format(number=number)


def found(text: str) -> str:
    """Return what stands there."""
    return _("现在是：{text}").format(text=text)


def wanted(text: str) -> str:
    """Return what should stand there."""
    return _("应当是：{text}").format(text=text)


def do(text: str) -> str:
    """Return what to do."""
    return _("怎么办：{text}").format(text=text)


def internal(error: str) -> str:
    """Return the message about the program's own fault."""
    return _(
        "程序自己出错了，不是资料的问题：{error}\n"
        "请把命令和这一行告诉维护人员；设 CHECKER_DEBUG=1 再运行一次会打印细节。"
    ).format(error=error)


def reading() -> str:
    """Return the progress line of reading."""
    return _("正在读取申报资料……")


def writing(name: str) -> str:
    """Return the progress line of writing one file."""
    return _("正在生成 {name}……").format(name=name)


def kept(names: Sequence[str], folder: str) -> str:
    """Return that older reports, which differed, were kept."""
    return _("原来的 {names} 内容不同，留在 {folder}").format(
        names=_("、").join(names), folder=folder
    )


def needs_folder() -> str:
    """Return the usage error of several formats without a folder."""
    return _("要写多个文件，请用 -o 指定目录，例如 -o out")


def no_such_rule(name: str, near: str) -> str:
    """Return the usage error of an unknown rule or item."""
    hint = _("是不是想查“{near}”？").format(near=near) if near else ""
    return _("没有规则或检查项“{name}”。{hint}").format(name=name, hint=hint)


def cannot_read(reason: str) -> tuple[str, str]:
    """Return message and advice about a file that the system does not let us read."""
    return _("文件读不了：{reason}").format(reason=reason), _("检查权限，或把文件复制到别处再试")


def cannot_write(path: str, reason: str) -> str:
    """Return the message about a folder that cannot be written."""
    return _("写不进 {path}：{reason}").format(path=path, reason=reason)


def standard_output() -> str:
    """Return how standard output is spoken of as a place to write to."""
    return _("标准输出")


def not_a_date() -> str:
    """Return the usage error of a wrong date."""
    return _("日期请写成 2026-01-10 这样")


def provenance(topic: str, content: str) -> str:
    """Return where topic and content of a rule come from."""
    return _("条目来自 {topic}；内容依据 {content}").format(topic=topic, content=content)


def labels() -> dict[str, str]:
    """Return the labels of `explain`."""
    return {
        "item": _("检查项"),
        "level": _("能愿动词"),
        "requirement": _("要求"),
        "check": _("判据"),
        "source": _("来源"),
        "parameters": _("参数"),
        "verification": _("核验"),
        "evidence": _("佐证"),
        "points": _("权重"),
        "remedy": _("怎么改"),
        "note": _("说明"),
    }


def unverified(seed_title: str) -> str:
    """Return that a rule was not compared with the full text, and what it rests on instead."""
    resting = _("依据是{title}，").format(title=seed_title) if seed_title else ""
    return resting + _("标准正文未取得，条款号和正文均未核对")


def proposed(level: str) -> str:
    """Return a level that is a proposal."""
    return _("{level}（规则集拟定）").format(level=level)


def weight(weight_: int, points: int) -> str:
    """Return a rule's weight within its item."""
    return _("{weight}（所在检查项共 {points} 分）").format(weight=weight_, points=points)


def evidence(type_: str, title: str, number: int, covers: str, freshness: str) -> str:
    """Return one request for evidence."""
    more = "，".join(t for t in (covers and _("覆盖{x}").format(x=covers), freshness) if t)
    said = _("{type}：{title} × {number}").format(type=type_, title=title, number=number)
    return f"{said}（{more}）" if more else said


def parameter(title: str, value: str, origin: str, source: str) -> str:
    """Return one parameter with its origin."""
    return _("{title} {value}，{origin}：{source}").format(
        title=title, value=value, origin=origin, source=source
    )


def title(name: str, kind: str, period: str, on: date) -> str:
    """Return the first line of the summary."""
    return _("{name}  {kind}  评价期 {period}  评价日 {on}").format(
        name=name, kind=kind, period=period, on=on
    )


def unnamed() -> str:
    """Return what stands for a name that was not given."""
    return _("（未填名称）")


def with_without(points: str, number: int, without: str) -> str:
    """Return the score with and without what was declared not to apply."""
    return _("{points}（{number} 条不适用已剔除；若都按不符合计，{without}）").format(
        points=points, number=number, without=without
    )
