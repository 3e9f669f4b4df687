"""What the pages of the catalogue show, as plain frozen values.

Words stand here as they are printed; places are relative to the folder that holds the rules folder,
so that the same rule set gives the same pages wherever it lies.
"""

from collections.abc import Mapping

from checker.model.dictionary import Column, Dictionary, Population, Table
from checker.model.frozen import dataclass
from checker.model.outcome import Level, Origin, Outcome
from checker.model.problem import Place
from checker.model.quality import QualityCheck
from checker.model.rule import (
    Acceptance,
    Chapter,
    Contradiction,
    Difference,
    Item,
    Parameter,
    Profile,
    Reading,
    Reference,
    Rule,
    Standard,
)


@dataclass(frozen=True, slots=True)
class Change:
    """A difference of a profile from the rule set as written, and which profile it is of."""

    profile: Profile
    difference: Difference


@dataclass(frozen=True, slots=True)
class ParameterView:
    """One parameter: value in force, as written, range, whose it is, who uses it.

    Attributes:
        value: in force under the profile shown, with its unit; written: the default likewise.
        least, most: the range, with units; "" where there is no bound.
        unit: its unit in words.
        home: number of the item whose file holds it; "" if several share it.
        rules: ids of the rules that use it, in order; checks: ids of quality checks that do.
        readings: names of readings that set it.
    """

    parameter: Parameter
    value: str
    written: str
    least: str
    most: str
    unit: str
    place: Place
    home: str
    rules: tuple[str, ...]
    checks: tuple[str, ...]
    readings: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class CaseTable:
    """A table of a case, as it is written there.

    Attributes:
        state: how complete it is declared, in words; "" where the case does not say.
        heads: names of its columns, in order of first mention.
        rows: one text a column.
    """

    label: str
    state: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case: what is given, what comes out.

    Attributes:
        measured: the measured values, in words; said: reason, offending rows.
        settings: period, day and parameters where they differ from the file's, in words.
    """

    name: str
    outcome: Outcome
    near: bool
    measured: str
    said: str
    settings: tuple[str, ...]
    tables: tuple[CaseTable, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule.

    Attributes:
        rule: as it is written, untailored.
        level: in force; off, scored: whether the profile leaves it out, or counts it.
        weight: in force.
        sentence: what the check asks, parameters with the values in force; applies: when it is
            asked, "" if always.
        worth: points of the item that fall to it if all its rules apply; "" if none.
        parameters: names, in order of use; origins: whose numbers they are, without repetition.
        tables: names of the tables it reads, sorted; populations: those it names.
        points: ids of contradictions that its parameters answer.
        counts: number of cases by outcome, all outcomes that a case may have.
    """

    rule: Rule
    item: Item
    level: Level
    off: bool
    scored: bool
    weight: int
    sentence: str
    applies: str
    worth: str
    parameters: tuple[str, ...]
    origins: tuple[Origin, ...]
    tables: tuple[str, ...]
    columns: frozenset[tuple[str, str]]
    populations: tuple[str, ...]
    points: tuple[str, ...]
    changes: tuple[Change, ...]
    cases: tuple[CaseView, ...]
    counts: Mapping[Outcome, int]
    place: Place


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item with its rules."""

    item: Item
    points: int
    chapter: Chapter
    rules: tuple[RuleView, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ChapterView:
    """One chapter with its items, and the points that they make together."""

    chapter: Chapter
    items: tuple[ItemView, ...]
    points: int


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column: its type, bounds and values in words; who reads it."""

    column: Column
    type: str
    range: str
    rules: tuple[str, ...]
    checks: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class PopulationView:
    """A named population with its condition in words."""

    population: Population
    condition: str
    rules: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class TableView:
    """One table of the data dictionary.

    Attributes:
        rules: those that read any of it, its rows counted included.
        order: chains of labels of columns that may not run backwards.
    """

    table: Table
    columns: tuple[ColumnView, ...]
    populations: tuple[PopulationView, ...]
    rules: tuple[str, ...]
    order: tuple[tuple[str, ...], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ProfileView:
    """One profile with all its differences, by kind."""

    profile: Profile
    differences: tuple[tuple[str, tuple[Difference, ...]], ...]
    place: Place
    chosen: bool


@dataclass(frozen=True, slots=True)
class QualityView:
    """One data-quality check, with its sentence where it is said in the check language."""

    check: QualityCheck
    sentence: str
    place: Place


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All of a rule set."""

    standard: Standard
    version: str
    digest: str
    source_name: str
    profile: Profile
    chapters: tuple[ChapterView, ...]
    parameters: tuple[ParameterView, ...]
    tables: tuple[TableView, ...]
    profiles: tuple[ProfileView, ...]
    quality: tuple[QualityView, ...]
    acceptance: Acceptance
    dictionary: Dictionary
    references: tuple[Reference, ...]
    readings: tuple[Reading, ...]
    contradictions: tuple[Contradiction, ...]
    verified: int

    @property
    def items(self) -> tuple[ItemView, ...]:
        """Return every item, in the order of the standard."""
        return tuple(item for chapter in self.chapters for item in chapter.items)

    @property
    def rules(self) -> tuple[RuleView, ...]:
        """Return every rule, in the order of the standard."""
        return tuple(rule for item in self.items for rule in item.rules)
