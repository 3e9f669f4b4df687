"""What should be covered, what is, and what is missing, kind by kind."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from fractions import Fraction

from checker.language import mentions
from checker.language.mentions import ColumnRead
from checker.model.frozen import dataclass
from checker.model.outcome import Reason
from checker.model.rule import Rule, Rulebook
from checker.workbench.coverage.branches import At, Branch
from checker.workbench.coverage.seen import Seen, reads
from checker.workbench.emptiness import may_be_empty
from checker.workbench.mutation.mutants import Mutant
from checker.workbench.testing.weakness import outcomes_of


class Kind(StrEnum):
    """What is counted."""

    ITEMS = "items"
    RULES = "rules"
    OUTCOMES = "outcomes"
    REASONS = "reasons"
    LEAVES = "leaves"
    CONDITIONS = "conditions"
    LIMITS = "limits"
    COLUMNS = "columns"
    DICTIONARY = "dictionary"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that should be covered.

    Attributes:
        rule: id of the rule; of the item or column where it belongs to no rule.
        at: place in the rule.
        name: what exactly: a mark, an outcome, a reason, the id of a limit's mutant, a column.
    """

    kind: Kind
    rule: str
    name: str
    covered: bool
    at: At = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """One rule with its branches and what was seen of them."""

    rule: Rule
    tree: tuple[Branch, ...]
    seen: Seen
    limits: Mapping[str, bool] = field(default_factory=dict)
    points: tuple[Point, ...] = ()


def of_rule(
    rule: Rule, tree: Sequence[Branch], seen: Seen, limits: Mapping[str, bool], book: Rulebook
) -> tuple[Point, ...]:
    """Return everything of one rule that should be covered.

    Args:
        limits: for each value one step beside a parameter's, whether a case tells it apart.
    """
    return tuple(_of_rule(rule, tree, seen, limits, book))


def _of_rule(
    rule: Rule, tree: Sequence[Branch], seen: Seen, limits: Mapping[str, bool], book: Rulebook
) -> Iterator[Point]:
    yield Point(Kind.RULES, rule.id, "", bool(seen.outcomes))
    for outcome in outcomes_of(rule, book.dictionary):
        yield Point(Kind.OUTCOMES, rule.id, outcome.value, outcome in seen.outcomes)
    for reason in reasons_of(rule, book):
        yield Point(Kind.REASONS, rule.id, reason.value, reason in seen.reasons)
    for top in tree:
        for branch in top.walk():
            kind = Kind.LEAVES if branch.leaf >= 0 else Kind.CONDITIONS
            for mark in branch.wanted:
                there = mark in seen.marks[branch.at]
                yield Point(kind, rule.id, mark.value, there, branch.at)
    for name, told in limits.items():
        yield Point(Kind.LIMITS, rule.id, name, told)
    for one in sorted(reads(rule, book.dictionary)):
        name = f"{one.table}.{one.column}"
        yield Point(Kind.COLUMNS, rule.id, name, one in seen.filled)


def reasons_of(rule: Rule, book: Rulebook) -> tuple[Reason, ...]:
    """Return the reasons that a rule can have for an outcome that is neither passed nor failed.

    A calendar that is not published yet is none of them: whether it lacks hangs on the year and on
    the package that holds it, not on the rule, and a case that needs it would go stale.
    """
    tables = [book.dictionary.tables[t] for t in mentions.tables(rule.check, book.dictionary)]
    found = [Reason.NOT_SUBMITTED]
    if not all(table.one_row for table in tables):
        found.append(Reason.TABLE_PARTIAL)
    if reads(rule, book.dictionary):
        found.append(Reason.VALUE_MISSING)
    if rule.applies_when is not None:
        found.append(Reason.CONDITION_NOT_MET)
    if may_be_empty(rule.check, book.dictionary):
        found.append(Reason.EMPTY_POPULATION)
    return tuple(found)


def is_limit(mutant: Mutant) -> bool:
    """Tell whether a mutant moves the number that a parameter holds."""
    return bool(mutant.parameter) and isinstance(mutant.value, int | Fraction)


def of_rule_set(book: Rulebook) -> Iterator[Point]:
    """Yield what belongs to no single rule: items with rules, columns that something reads."""
    with_rules = {rule.item for rule in book.rules}
    for chapter in book.standard.chapters:
        for item in chapter.items:
            yield Point(Kind.ITEMS, item.no, "", item.no in with_rules)
    read = set(_read(book))
    for table in book.dictionary.tables.values():
        for name in table.columns:
            if name != "id":
                subject = f"{table.name}.{name}"
                there = ColumnRead(table.name, name) in read
                yield Point(Kind.DICTIONARY, subject, "", there)


def _read(book: Rulebook) -> Iterator[ColumnRead]:
    for rule in book.rules:
        yield from reads(rule, book.dictionary)
    for population in book.dictionary.populations.values():
        yield from mentions.condition_columns(population.where, population.of, book.dictionary)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many points of a kind there are, and how many are covered."""

    kind: Kind
    total: int
    covered: int
    floor: Fraction | None = None

    @property
    def share(self) -> Fraction:
        """Return the part that is covered; of nothing, the whole."""
        return Fraction(self.covered, self.total) if self.total else Fraction(1)

    @property
    def enough(self) -> bool:
        """Tell whether the floor is reached, where there is one."""
        return self.floor is None or self.share >= self.floor


def tallies(points: Iterable[Point], floors: Mapping[str, Fraction]) -> tuple[Tally, ...]:
    """Return one tally a kind, in the order of Kind."""
    points = list(points)
    return tuple(
        Tally(
            kind,
            sum(p.kind is kind for p in points),
            sum(p.covered for p in points if p.kind is kind),
            floors.get(kind.value),
        )
        for kind in Kind
    )
