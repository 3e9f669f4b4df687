"""What the rules of a rulebook say by themselves, whatever the data: worked out once, kept with it."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.model.check import Check, Condition
from checker.model.dictionary import Dictionary
from checker.model.frozen import dataclass

if TYPE_CHECKING:
    from checker.model.rule import Parameter


@dataclass(frozen=True, slots=True)
class LeafWording:
    """One leaf.

    Attributes:
        sentence: what it asks.
        limit: what must be reached, e.g. 不少于 90%.
        unit: what to print behind its number; "1" for a share.
        reads: (table, column) of all that it reads, sorted; column "" for the table itself.
    """

    sentence: str
    limit: str
    unit: str
    reads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RuleWording:
    """One rule, with the check and the condition that the words were made of.

    Attributes:
        joined: how the leaves are joined where one of several is enough; "" where all must hold.
        parameters: names in the order of writing, each once.
        leaves: in the order of writing.
    """

    check: Check
    applies_when: Condition | None
    sentence: str
    joined: str
    parameters: tuple[str, ...]
    leaves: tuple[LeafWording, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The rules by id, with the dictionary, parameters and values that the words were made of."""

    dictionary: Dictionary
    parameters: Mapping[str, "Parameter"]
    values: Mapping[str, int | Fraction | str | tuple[str, ...]]
    rules: Mapping[str, RuleWording]
