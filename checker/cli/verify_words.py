"""The words of `checker verify`."""

from checker.model.words import translate as _


def same(report_no: str) -> str:
    """Say that a result is what was computed again."""
    return _("一致：复算得到同样的结果（{report_no}）").format(report_no=report_no)


def differs(number: int) -> str:
    """Say that it is not."""
    return _("不一致：有 {number} 处不是照这份申报资料算出来的").format(number=number)


def other_basis() -> str:
    """Say that the two were not drawn from the same."""
    return _("不一致：这份结果不是用同样的东西算的，没有往下逐项比")


def basis_program(told: str, here: str) -> str:
    """Return the versions of the program."""
    return _("  程序：结果由 {told} 版写出，本程序是 {here} 版").format(told=told, here=here)


def basis_rules(told: tuple[str, str], here: tuple[str, str]) -> str:
    """Return the rule sets: version and digest."""
    return _(
        "  规则集：结果用的是 {old} 版（摘要 {old_digest}），这里是 {new} 版（摘要 {new_digest}）"
    ).format(old=told[0], old_digest=told[1][:12], new=here[0], new_digest=here[1][:12])


def basis_file(path: str, *, there: bool, listed: bool) -> str:
    """Return a file of the submission that is another, is missing, or came on top."""
    if there and listed:
        return _("  申报资料：{path} 的内容不同").format(path=path)
    if listed:
        return _("  申报资料：少了 {path}").format(path=path)
    return _("  申报资料：多了 {path}").format(path=path)
