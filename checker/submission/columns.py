"""One column of raw cells to settled cells (LANGUAGE 1.1)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol, cast

from checker.model.dictionary import BlankMeaning, Column
from checker.model.value import NOTHING, UNKNOWN, Blank, Cell, Scalar
from checker.submission.misfit import Misfit
from checker.submission.values import Raw, parser, plain_text

NONE: Final = "无"
"""What a person types to say that there is none."""

_SEPARATORS: Final = re.compile("[、;；]")


class _Unsettled:
    """What a blank cell is until the rest of its column is known."""


_BLANK: Final = _Unsettled()
_Read = Cell | _Unsettled | Misfit


class Complain(Protocol):
    """Takes the row of a cell, what stands there, and why it does not fit."""

    def __call__(self, row: int, raw: object, misfit: Misfit, /) -> None:
        """Report it."""


def settle(column: Column, raws: Sequence[object], complain: Complain) -> tuple[Cell, ...]:
    """Return the settled cells of a column that has a header.

    A cell that does not fit is complained of and settles to UNKNOWN. Equal texts are read once.
    """
    reader = _Reader(column)
    only_text = set(map(type, raws)) == {str}
    distinct = dict.fromkeys(raws if only_text else (r for r in raws if type(r) is str))
    texts: dict[object, _Read] = {text: reader.read(text) for text in distinct}
    others: dict[int, _Read] = {}
    if not only_text:
        others = {row: reader.read(r) for row, r in enumerate(raws) if type(r) is not str}
    read = (*texts.values(), *others.values())
    if Misfit in map(type, read):
        for row, raw in enumerate(raws):
            cell = others[row] if row in others else texts[raw]
            if isinstance(cell, Misfit):
                complain(row, raw, cell)
    blank = _blank_says(column, read)
    settled = {text: _settled(cell, blank) for text, cell in texts.items()}
    if not others:
        return tuple(map(settled.__getitem__, raws))
    return tuple(
        _settled(others[row], blank) if row in others else settled[raw]
        for row, raw in enumerate(raws)
    )


def without_sources(
    raws: Sequence[object], complain: Complain
) -> tuple[Sequence[object], dict[int, str]]:
    """Return the bare values of cells written {value, source}, and the sources by row."""
    if not any(issubclass(kind, Mapping) for kind in set(map(type, raws))):
        return raws, {}
    values = list(raws)
    sources: dict[int, str] = {}
    for row, raw in enumerate(raws):
        if isinstance(raw, Mapping):
            try:
                values[row], source = _taken_apart(raw)
            except Misfit as misfit:
                complain(row, raw, misfit)
                values[row] = None
            else:
                if source:
                    sources[row] = source
    return values, sources


def _taken_apart(cell: Mapping[str, object]) -> tuple[object, str]:
    source = cell.get("source")
    if "value" not in cell or not set(cell) <= {"value", "source"}:
        raise Misfit("cell_shape")
    if isinstance(cell["value"], Mapping) or not isinstance(source, str | int | None):
        raise Misfit("cell_shape")
    return cell["value"], plain_text(source) if source is not None else ""


def _blank_says(column: Column, read: Iterable[_Read]) -> Cell:
    if column.blank is BlankMeaning.NOTHING:
        return NOTHING
    if column.blank is BlankMeaning.NOTHING_ONCE_USED:
        silent = (_BLANK, UNKNOWN)
        if any(cell not in silent and type(cell) is not Misfit for cell in read):
            return NOTHING
    return UNKNOWN


def _settled(cell: _Read, blank: Cell) -> Cell:
    if isinstance(cell, _Unsettled):
        return blank
    return UNKNOWN if isinstance(cell, Misfit) else cell


class _Reader:
    """Reads the cells of one column one by one."""

    def __init__(self, column: Column) -> None:
        self._column = column
        self._parse = parser(column)
        self._none_is_a_value = NONE in column.values

    def read(self, raw: object) -> _Read:
        try:
            return self._read(raw)
        except Misfit as misfit:
            return misfit.with_traceback(None)  # which would hold on to all that led here

    def _read(self, raw: object) -> Cell | _Unsettled:
        if isinstance(raw, str):
            text = raw.strip()
            if not text:
                return _BLANK
            if text == NONE and not self._none_is_a_value:
                return self._nothing()
            return self._list(_SEPARATORS.split(text)) if self._column.many else self._parse(text)
        if raw is None:
            return _BLANK
        if isinstance(raw, list):
            return self._listed(raw)
        if not isinstance(raw, int):  # which a bool is too
            raise Misfit("cell_shape")
        return self._list([raw]) if self._column.many else self._parse(raw)

    def _listed(self, raw: list[object]) -> Cell:
        if not self._column.many:
            raise Misfit("not_a_list")
        return self._nothing() if not raw or raw == [NONE] else self._list(raw)

    def _nothing(self) -> Cell:
        if not self._column.may_be_nothing:
            raise Misfit("none_not_allowed")
        return NOTHING

    def _list(self, raws: Sequence[object]) -> Cell:
        items = [self._item(raw) for raw in raws]
        if len(set(items)) < len(items):
            repeated = next(item for place, item in enumerate(items) if item in items[:place])
            raise Misfit("repeated_item", repeated)
        return UNKNOWN if UNKNOWN in items else cast("tuple[Scalar, ...]", tuple(items))

    def _item(self, raw: object) -> Scalar | Blank:
        item = raw.strip() if isinstance(raw, str) else raw
        if item is None or item == "":
            raise Misfit("empty_item")
        if item == NONE and not self._none_is_a_value:
            raise Misfit("none_in_list")
        if not isinstance(item, Raw):
            raise Misfit("cell_shape", item)
        try:
            return self._parse(item)
        except Misfit as misfit:
            misfit.found = item
            raise
