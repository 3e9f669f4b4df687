"""One change of a node, and what the operators that make changes need to know."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from checker.model.check import Path
from checker.model.dictionary import Column, Dictionary
from checker.model.frozen import dataclass
from checker.model.rule import Parameter

At = tuple[str | int, ...]
"""Keys and list positions that lead from a rule to one of its nodes."""

OPERATORS: Final = (
    "limit", "direction", "connective", "member", "where", "that", "population", "column",
    "value", "list", "present", "window", "unit", "empty", "tolerance", "reference", "parameter",
    "applies", "level", "weight",
)  # fmt: skip
"""The kinds of change, in the order in which they are counted."""


@dataclass(frozen=True, slots=True)
class Change:
    """A node that says something else than the one which stands at a place.

    Attributes:
        operator: kind of change, one of OPERATORS.
        at: place in the rule.
        what: what is done there, ASCII where names are; `at` and `what` are the id of the mutant.
        node: the node with the change made.
    """

    operator: str
    at: At
    what: str
    node: Any

    @property
    def id(self) -> str:
        """Return the name of the change within its rule, e.g. check.expect.at_least:+1."""
        return f"{'.'.join(map(str, self.at))}:{self.what}"

    def within(self, wrap: Callable[[Any], Any]) -> "Change":
        """Return the same change as one of the node around it."""
        return Change(self.operator, self.at, self.what, wrap(self.node))


def into(node: Any, key: str) -> Callable[[Any], Any]:
    """Return what puts a new value into one field of a node."""
    return lambda new: replace(node, **{key: new})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a rule could have said instead.

    Attributes:
        parameters: all of the rule set, by name.
        mentioned: the columns that the rule reads, by table: those it could mix up.
        named: the parameters that the rule names, in the order of writing.
    """

    dictionary: Dictionary
    parameters: Mapping[str, Parameter]
    mentioned: Mapping[str, frozenset[str]]
    named: tuple[str, ...]

    def table(self, of: str) -> str:
        """Return the name of the table behind a table or population name."""
        population = self.dictionary.populations.get(of)
        return population.of if population else of

    def other_sources(self, of: str) -> tuple[str, ...]:
        """Return the table behind a population, and the other populations over the same table."""
        table = self.table(of)
        same = [n for n, p in self.dictionary.populations.items() if p.of == table]
        return tuple(name for name in (table, *same) if name != of)

    def column(self, table: str, path: Path) -> Column:
        """Return the column that a path from a row of a table ends in."""
        column = self.dictionary.tables[table].columns[path[0]]
        return column if len(path) == 1 else self.dictionary.tables[column.to].columns[path[1]]

    def other_paths(self, table: str, path: Path) -> tuple[Path, ...]:
        """Return the paths that could stand for one: to a column of the same type.

        They are the columns that the rule reads elsewhere, and the next one of the dictionary.
        """
        owner = self.dictionary.tables[table]
        if len(path) == 2:
            owner = self.dictionary.tables[owner.columns[path[0]].to]
        this = owner.columns[path[-1]]
        names = [n for n, c in owner.columns.items() if _type(c) == _type(this)]
        here = names.index(path[-1])
        others = [*names[here + 1 :], *names[:here]]
        read = self.mentioned.get(owner.name, frozenset())
        chosen = [n for n in others if n in read] + [n for n in others if n not in read][:1]
        others_there = tuple((*path[:-1], name) for name in chosen)
        return (*others_there, *self._without_hop(table, path))

    def _without_hop(self, table: str, path: Path) -> tuple[Path, ...]:
        """Return the column of the row itself that is called as the one of the row it refers to."""
        if len(path) == 1 or path[1] not in self.dictionary.tables[table].columns:
            return ()
        own: Path = (path[1],)
        same = _type(self.column(table, own)) == _type(self.column(table, path))
        return (own,) if same else ()

    def other_parameters(self, name: str) -> tuple[str, ...]:
        """Return the parameters that could stand for one: same unit, another value.

        They are those that the rule names elsewhere, and the next one by name.
        """
        this = self.parameters[name]
        names = [n for n, p in sorted(self.parameters.items()) if _alike(p, this)]
        after = [n for n in names if n > name] + [n for n in names if n < name]
        chosen = [n for n in after if n in self.named]
        return (*chosen, *[n for n in after if n not in self.named][:1])


def _type(column: Column) -> tuple[Any, ...]:
    return (
        column.kind, column.many, column.to, column.values, column.unit, column.may_be_nothing,
    )  # fmt: skip


def _alike(one: Parameter, other: Parameter) -> bool:
    if one.unit != other.unit or one.default == other.default:
        return False
    plain = not isinstance(one.default, str | tuple)
    return plain and not isinstance(other.default, str | tuple)
