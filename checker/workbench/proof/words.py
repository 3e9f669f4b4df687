"""The words of proofs."""

from collections.abc import Iterable

from checker.model.outcome import Possible
from checker.model.words import translate as _


def outcome(found: Iterable[Possible]) -> str:
    """Return outcomes as a reader says them."""
    names = {
        Possible.MET: _("符合"),
        Possible.NEAR: _("基本符合"),
        Possible.MISSED: _("不符合"),
        Possible.EMPTY: _("不适用"),
    }
    return _("或").join(names[one] for one in Possible if one in set(found))


def unsupported(table: str, column: str) -> str:
    """A check asks of keys what the solver has no form for."""
    return _("检查读了《{table}》的“{column}”，求解器还不会").format(table=table, column=column)


def gave_up() -> str:
    """The solver spent what it may spend."""
    return _("求解器用完了限额，没有结论")


def not_readable(problems: str) -> str:
    """The submission found cannot be read."""
    return _("求出的资料读不进来：{problems}").format(problems=problems)


def disagrees(rule: str, wanted: Iterable[Possible], found: Iterable[Possible]) -> str:
    """Solver and engine say different things."""
    return _("{rule}：求解器说{wanted}，引擎说{found}").format(
        rule=rule, wanted=outcome(wanted), found=outcome(found)
    )
