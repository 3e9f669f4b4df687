"""The names that a rule set declares: what is not among them is unknown, if that can be told.

A declaration with faults of its own still declares its name, and a part that cannot be read at all
may declare any. So one fault is told once, where it is, and not again wherever the name is used.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from checker.rulebook.unread import Unread, is_read


@dataclass(slots=True)
class Names:
    """The names of one kind of thing.

    Attributes:
        known: in the order of declaration.
        whole: whether nothing else can be declared: every part that declares some was read.
    """

    known: dict[str, None] = field(default_factory=dict)
    whole: bool = True
    _like: set[str] = field(default_factory=set)

    def add(self, names: Iterable[object], *parts: object) -> None:
        """Note names that are declared.

        Args:
            names: some of them perhaps Unread.
            parts: what they stand in: where one of these is Unread, there may be other names.
        """
        self.whole &= is_read(names, *parts)
        for name in names:
            if isinstance(name, str):
                self.known[name] = None
            elif isinstance(name, Unread) and _letters(name.text):
                self._like.add(_letters(name.text))
            else:
                self.whole = False

    def lacks(self, name: object) -> bool:
        """Tell whether it is certain that nothing of that name is declared."""
        if not isinstance(name, str) or name in self.known or not self.whole:
            return False
        return _letters(name) not in self._like

    def knows(self, name: object) -> bool:
        """Tell whether a name could be read among those declared."""
        return name in self.known

    def __iter__(self) -> Iterator[str]:
        """Yield the names that could be read."""
        return iter(self.known)


class Declared:
    """The names of every kind: item, reference, rule, table, column of a table, parameter …

    Attributes:
        hidden: texts of files that could not be read; a name that occurs in one may be declared.
    """

    def __init__(self) -> None:
        """Begin with no name."""
        self.hidden: list[str] = []
        self._of: dict[tuple[str, str], Names] = defaultdict(Names)

    def __call__(self, what: str, of: str = "") -> Names:
        """Return the names of a kind; of a column, those of its table."""
        return self._of[what, of]

    def lacks(self, what: str, name: object, of: str = "") -> bool:
        """Tell whether it is certain that nothing of that name is declared."""
        missing = self(what, of).lacks(name)
        return missing and not any(str(name) in text for text in self.hidden)

    def may_have(self, what: str, name: str, of: str) -> bool:
        """Tell whether something of that name is or may be declared."""
        return not self.lacks(what, name, of)


def _letters(name: str) -> str:
    """Return a name without what its form adds: "Chlorine-1" and "chlorine_01" are one."""
    return "".join(re.findall(r"[a-z]+|[1-9][0-9]*", name.lower()))
