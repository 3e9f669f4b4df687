"""The entries of one mapping with known keys, read one by one."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from checker.model.problem import Place
from checker.submission import words
from checker.submission.misfit import Misfit
from checker.submission.problems import Report
from checker.submission.sources import Path, PlaceOf
from checker.submission.times import parse_date
from checker.submission.values import Raw, check_one_line, plain_text

_T = TypeVar("_T")


class Entries:
    """A mapping with known keys.

    An unknown key is reported at once; what does not fit is reported when it is asked for.
    """

    def __init__(
        self,
        data: Mapping[str, object],
        labels: Mapping[str, str],
        path: Path,
        what: str,
        place: PlaceOf,
        key_place: PlaceOf,
        report: Report,
    ) -> None:
        self.report = report
        self._data = data
        self._labels = labels
        self._path = path
        self._what = what
        self._place = place
        for key in data:
            if key not in labels:
                self._unknown(key, key_place)

    def place(self, name: str = "") -> Place:
        """Return where an entry stands, or the mapping."""
        return self._place(self.path(name))

    def path(self, name: str = "") -> Path:
        """Return the path of an entry, or of the mapping."""
        return (*self._path, name) if name in self._data else self._path

    def get(self, name: str) -> object:
        """Return the trimmed entry; None if it is missing or blank."""
        value = self._data.get(name)
        value = value.strip() if isinstance(value, str) else value
        return None if value == "" else value

    def require(self, name: str, wanted: str = "") -> bool:
        """Return whether an entry is there; if not, that is reported."""
        if self.get(name) is not None:
            return True
        self.report.add("missing_key", self.place(), key=self.called(name), wanted=wanted)
        return False

    def called(self, name: str) -> str:
        """Return how a person calls an entry."""
        return words.named(self._labels[name], name)

    def text(self, name: str) -> str:
        """Return an entry that is text; "" if it is missing or wrong."""
        return self._fitting(name, _text) or ""

    def line(self, name: str) -> str:
        """Return an entry that is text of one line; "" if it is missing or wrong."""
        return self._fitting(name, _line) or ""

    def day(self, name: str) -> date | None:
        """Return an entry that is a day; None if it is missing or wrong."""
        return self._fitting(name, _day)

    def choice(self, name: str, choices: Mapping[str, _T]) -> _T | None:
        """Return what an entry stands for; None if it is missing or wrong."""
        value = self.get(name)
        if value is None:
            return None
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if text in choices:
            return choices[text]
        self.report.add(
            "not_in_choices",
            self.place(name),
            value,
            what=self.called(name),
            known=words.listed(tuple(choices)),
            nearest=self.report.nearest(text, choices),
        )
        return None

    def refuse(self, name: str, code: str, **facts: object) -> None:
        """Report an entry."""
        self.report.add(code, self.place(name), self.get(name), **facts)

    def _fitting(self, name: str, parse: Callable[[object], _T]) -> _T | None:
        value = self.get(name)
        if value is None:
            return None
        try:
            return parse(value)
        except Misfit as misfit:
            self.refuse(
                name,
                misfit.code,
                column=self.called(name),
                wanted=words.something(),
                **misfit.facts,
            )
            return None

    def _unknown(self, key: str, key_place: PlaceOf) -> None:
        names = {label: name for name, label in self._labels.items()}
        names |= {name: name for name in self._labels}
        self.report.add(
            "unknown_key",
            key_place((*self._path, key)),
            key,
            what=self._what,
            known=words.listed(tuple(self._labels)),
            nearest=names.get(self.report.nearest(key, names), ""),
        )


def _text(value: object) -> str:
    if not isinstance(value, Raw):
        raise Misfit("not_text")
    return plain_text(value)


def _line(value: object) -> str:
    text = _text(value)
    check_one_line(text)
    return text


def _day(value: object) -> date:
    if type(value) is date:  # a caller that has parsed it already
        return value
    return parse_date(str(value))
