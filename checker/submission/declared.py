"""How a table was handed in: complete, partial, none or not at all (LANGUAGE 1.2)."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final, NamedTuple

from checker.model.dictionary import Table
from checker.model.problem import Place
from checker.submission import words
from checker.submission.problems import Report
from checker.submission.sources import Path, PlaceOf, RawTable
from checker.submission.tree import raw_table


class State(Enum):
    """What was declared of a table."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NONE = "none"
    ABSENT = "absent"


STATES: Final = {
    "complete": State.COMPLETE,
    "已全部填报": State.COMPLETE,
    "partial": State.PARTIAL,
    "部分填报": State.PARTIAL,
    "none": State.NONE,
    "确无": State.NONE,
    "无": State.NONE,
    "absent": State.ABSENT,
    "未提供": State.ABSENT,
}
"""What a person writes, in either language."""

ENVELOPE: Final = ("state", "rows", "file")
"""Keys of a table that is written with its state."""

Load = Callable[[str, Place], RawTable | None]
"""Reads the file named at a place; None after a problem."""


class Handed(NamedTuple):
    """A table as it was handed in.

    Attributes:
        state: what holds of it, by declaration or by default.
        raw: its rows; None if there are none.
    """

    state: State
    raw: RawTable | None = None


class Intake:
    """Reads how tables were handed in.

    Args:
        file: name of the document.
        place, key_place: where the values and the keys of the document stand.
        load: how to read a file; None where none may be named.
        report: takes the problems.
    """

    def __init__(
        self, file: str, place: PlaceOf, key_place: PlaceOf, load: Load | None, report: Report
    ) -> None:
        self.file = file
        self.place = place
        self.key_place = key_place
        self.load = load
        self.report = report

    def handed(self, table: Table, value: object, path: Path) -> Handed | None:
        """Return how a table was handed in; None if that cannot be told."""
        if value is None or value == "":
            return Handed(State.ABSENT)
        if isinstance(value, str):
            return self._word(table, value, path)
        if isinstance(value, Mapping):
            if table.one_row and not _is_envelope(table, value):
                return self._rows(table, [value], path, None, single=True)
            return self._envelope(table, value, path)
        if isinstance(value, list) and not table.one_row:
            return self._rows(table, value, path, None)
        return self._refuse(table, path, value)

    def _word(self, table: Table, value: str, path: Path) -> Handed | None:
        state = STATES.get(value.strip())
        if state is State.ABSENT or (state is State.NONE and not table.one_row):
            return Handed(state)
        return self._refuse(table, path, value)

    def _refuse(self, table: Table, path: Path, value: object) -> Handed | None:
        code = "one_row_shape" if table.one_row else "table_shape"
        self.report.add(code, self.place(path), value, table=table.label)
        return None

    def _envelope(self, table: Table, value: Mapping[str, object], path: Path) -> Handed | None:
        strangers = [key for key in value if key not in ENVELOPE]
        if len(strangers) == len(value):
            return self._refuse(table, path, value)
        for key in strangers:
            known, near = words.listed(ENVELOPE), self.report.nearest(key, ENVELOPE)
            place = self.key_place((*path, key))
            self.report.add("unknown_key", place, key, what=table.label, known=known, nearest=near)
        state, clear = self._state(table, value.get("state"), (*path, "state"))
        rows, file = value.get("rows"), value.get("file")
        if rows is not None and file is not None:
            self.report.add("rows_and_file", self.place(path), table=table.label)
        elif file is not None:
            return self._file(table, file, (*path, "file"), state) if clear else None
        elif rows is None:
            return self._judged(table, Handed(State.ABSENT), path, state) if clear else None
        elif not isinstance(rows, list):
            self._refuse(table, (*path, "rows"), rows)
        elif clear:
            return self._rows(table, rows, (*path, "rows"), state)
        return None

    def _state(self, table: Table, value: object, path: Path) -> tuple[State | None, bool]:
        """Return the declared state, if any, and whether what stands there can be read."""
        if value is None:
            return None, True
        state = STATES.get(value.strip()) if isinstance(value, str) else None
        if state is None or (table.one_row and state in (State.PARTIAL, State.NONE)):
            choices = tuple(s.value for s in State if not table.one_row or s is State.COMPLETE)
            self.report.add(
                "not_in_choices",
                self.place(path),
                value,
                what=words.state_of(table.label),
                known=words.listed(choices),
                nearest=self.report.nearest(value, choices),
            )
            return None, False
        return state, True

    def _file(self, table: Table, file: object, path: Path, state: State | None) -> Handed | None:
        place = self.place(path)
        if not isinstance(file, str):
            return self._refuse(table, path, file)
        if self.load is None:
            self.report.add("file_not_allowed", place, file)
            return None
        raw = self.load(file, place)
        return self._judged(table, Handed(State.ABSENT, raw), path, state) if raw else None

    def _rows(
        self,
        table: Table,
        rows: list[object],
        path: Path,
        state: State | None,
        *,
        single: bool = False,
    ) -> Handed | None:
        raw = raw_table(
            rows, path, self.file, self.place, self.key_place, single=single, report=self.report
        )
        return self._judged(table, Handed(State.ABSENT, raw), path, state)

    def _judged(
        self, table: Table, handed: Handed, path: Path, state: State | None
    ) -> Handed | None:
        """Return what was handed in under the state that holds; None if the two contradict."""
        size = handed.raw.size if handed.raw else 0
        if table.one_row and size != 1 and (size or handed.raw or state is State.COMPLETE):
            self.report.add("one_row_count", self.place(path), table=table.label, rows=size)
            return None
        if size and state in (State.NONE, State.ABSENT):
            self.report.add("rows_but_none", self.place(path), table=table.label, state=state.value)
            return None
        if not size and state is State.COMPLETE:
            self.report.add("complete_but_empty", self.place(path), table=table.label)
            return None
        by_default = State.COMPLETE if size else State.ABSENT
        return Handed(state or by_default, handed.raw)


def _is_envelope(table: Table, value: Mapping[str, object]) -> bool:
    return bool(value) and all(key in ENVELOPE and key not in table.columns for key in value)
