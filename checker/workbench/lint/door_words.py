"""What `checker rules lint` says about itself: its list, its counts, its refusals."""

from checker.model.words import translate as _


def index_heading() -> str:
    """Return how the list of all checks begins."""
    return _(
        "# 规则检查一览\n\n"
        "本页由程序生成。错误和警告使 `checker rules lint` 的退出码为 1，提示不影响；"
        "确有道理的，在 `rules/workbench.yaml` 的 suppressions 里写明理由。\n\n"
        "| 名称 | 级别 | 查什么 |\n| --- | --- | --- |"
    )


def index_faults() -> str:
    """Return what stands above the faults that keep a rule set from being read."""
    return _("\n## 规则集读不了的错误（退出码 4）\n\n| 名称 | 级别 | 什么错 |\n| --- | --- | --- |")


def notes_hidden(notes: int) -> str:
    """Return that notes are not shown."""
    return _("另有提示 {n} 条，加 --notes 显示").format(n=notes)


def gravity(name: str) -> str:
    """Return the word of a gravity."""
    return {"error": _("错误"), "warning": _("警告"), "note": _("提示")}[name]


def fixed(count: int, files: int) -> str:
    """Return how much was put right."""
    return _("改好 {count} 处，涉及 {files} 个文件").format(count=count, files=files)


def unknown_check(name: str, near: str) -> str:
    """Return that there is no lint of that name."""
    tail = _("，是不是想写“{near}”？").format(near=near) if near else ""
    return _("没有叫“{name}”的检查").format(name=name) + tail
