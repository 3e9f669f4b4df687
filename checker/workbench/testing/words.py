"""The words of running cases."""

from collections.abc import Iterable

from checker.model.words import translate as _


def nothing_called(names: Iterable[str]) -> str:
    """Return that rules or items do not exist."""
    return _("没有这样的规则或检查项：{names}").format(names="、".join(names))
