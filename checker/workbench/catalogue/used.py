"""What a rule uses: parameters, tables, columns, populations. Asked of nodes alone."""

from collections.abc import Iterator

from checker.language.mentions import columns, condition_columns, leaves, parameters
from checker.model.check import Check, Condition
from checker.model.dictionary import Dictionary
from checker.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Used:
    """What a check and its condition use.

    Attributes:
        parameters: names in order of use, those of the populations named last.
        columns: (table, column); column "" where only rows are counted.
        populations: names in order of use.
    """

    parameters: tuple[str, ...]
    columns: frozenset[tuple[str, str]]
    populations: tuple[str, ...]

    @property
    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables read, sorted."""
        return tuple(sorted({table for table, _ in self.columns}))


def used(check: Check, applies_when: Condition | None, dictionary: Dictionary) -> Used:
    """Return what a check and the condition before it use."""
    nodes = (applies_when, check)
    named = tuple(dict.fromkeys(_populations(nodes, dictionary)))
    wheres = tuple(dictionary.populations[name].where for name in named)
    read = {r for leaf in leaves(check) for r in columns(leaf.measure, dictionary)}
    if applies_when is not None:
        read |= condition_columns(applies_when, dictionary.subject, dictionary)
    return Used(
        tuple(dict.fromkeys((*parameters(nodes), *parameters(wheres)))),
        frozenset((r.table, r.column) for r in read),
        named,
    )


def _populations(node: object, dictionary: Dictionary) -> Iterator[str]:
    if isinstance(node, tuple):
        for member in node:
            yield from _populations(member, dictionary)
        return
    for name in getattr(type(node), "__slots__", ()):
        value = getattr(node, name)
        if name == "of" and isinstance(value, str) and value in dictionary.populations:
            yield value
        yield from _populations(value, dictionary)
