"""The nodes of the check language (LANGUAGE 2), as a rule file says them.

Parameters and populations stay by name: two rules that say the same thing hold equal nodes, which
is what lets an interpreter compute a shared measure once and a solver treat it as one variable.
"""

from fractions import Fraction
from typing import Literal

from checker.model.frozen import dataclass
from checker.model.value import Scalar

Path = tuple[str, ...]
"""A column, or a single ref column and a column of the row it names."""


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of the rule set, written $name."""

    name: str


@dataclass(frozen=True, slots=True)
class Field:
    """Another cell of the same row, written {field: path}."""

    path: Path


@dataclass(frozen=True, slots=True)
class AssessmentDate:
    """The day for which the assessment speaks."""


Operand = Scalar | Param | Field | AssessmentDate


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; unit is one of 分钟, 小时, 日, 工作日, 月."""

    amount: int | Fraction
    unit: str


@dataclass(frozen=True, slots=True)
class Within:
    """In the assessment period (last is None), or at most that long before the assessment date."""

    last: Param | Duration | None = None


@dataclass(frozen=True, slots=True)
class OverPeriod:
    """A yearly or monthly parameter scaled to the length of the period, never rounded."""

    parameter: Param


Limit = int | Fraction | Param | OverPeriod


@dataclass(frozen=True, slots=True)
class Expect:
    """What a measure must reach. Either equals, or one or both of the sides."""

    equals: Limit | None = None
    at_least: Limit | None = None
    at_most: Limit | None = None
    tolerance: Param | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """What one cell must satisfy; all given keys must hold together."""

    equals: Operand | None = None
    one_of: tuple[Scalar, ...] | Param | None = None
    at_least: Operand | None = None
    at_most: Operand | None = None
    includes_all: tuple[Scalar, ...] | Param | None = None
    includes_any: tuple[Scalar, ...] | Param | None = None
    present: bool | None = None
    within: Within | None = None
    size: Expect | None = None


@dataclass(frozen=True, slots=True)
class CellTest:
    """A predicate over the cell that a path reaches."""

    path: Path
    predicate: Predicate


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The time from one cell to another, or to a column a parameter names, is at most so long."""

    start: Path
    end: Path | Param
    at_most: Param | Duration


@dataclass(frozen=True, slots=True)
class Related:
    """A leaf over the rows of another table whose ref column `by` names this row."""

    leaf: "Leaf"
    by: str

    @property
    def measure(self) -> "SimpleMeasure":
        """Return the measure of the leaf; a ratio is refused at reading."""
        assert not isinstance(self.leaf.measure, Ratio)
        return self.leaf.measure


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every member holds; no member at all means true."""

    members: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one member holds."""

    members: tuple["Condition", ...]


Condition = AllOf | AnyOf | CellTest | Elapsed | Related

EVERY_ROW = AllOf(())
"""The condition that every row meets."""


@dataclass(frozen=True, slots=True)
class Count:
    """Number of rows."""

    of: str
    where: Condition = EVERY_ROW


@dataclass(frozen=True, slots=True)
class Share:
    """Part of the rows for which `that` holds, 0 to 1."""

    of: str
    that: Condition
    where: Condition = EVERY_ROW


@dataclass(frozen=True, slots=True)
class Sum:
    """Total of a number column; a cell that says nothing adds 0."""

    of: str
    value: Path
    where: Condition = EVERY_ROW


@dataclass(frozen=True, slots=True)
class Mean:
    """Average of a number column over the rows that have a value there."""

    of: str
    value: Path
    where: Condition = EVERY_ROW


@dataclass(frozen=True, slots=True)
class Distinct:
    """Number of different values in a column."""

    of: str
    value: Path
    where: Condition = EVERY_ROW


@dataclass(frozen=True, slots=True)
class Covered:
    """Part of the required values that occur at least `times` times in a column, 0 to 1."""

    of: str
    value: Path
    required: tuple[Scalar, ...] | Param
    where: Condition = EVERY_ROW
    times: Limit = 1


@dataclass(frozen=True, slots=True)
class TimeCovered:
    """Part of the period that the union of the rows' time spans covers, 0 to 1."""

    of: str
    start: Path
    end: Path
    where: Condition = EVERY_ROW


@dataclass(frozen=True, slots=True)
class FewestPer:
    """The smallest number of rows that any whole calendar window of the period holds."""

    of: str
    date: Path
    each: Literal["month", "quarter"]
    where: Condition = EVERY_ROW


@dataclass(frozen=True, slots=True)
class Ratio:
    """One count or sum divided by another."""

    numerator: Count | Sum
    denominator: Count | Sum


SimpleMeasure = Count | Share | Sum | Mean | Distinct | Covered | TimeCovered | FewestPer
Measure = SimpleMeasure | Ratio


@dataclass(frozen=True, slots=True)
class Leaf:
    """A measure and what it must reach."""

    measure: Measure
    expect: Expect
    when_empty: Literal["inapplicable", "failed"] = "inapplicable"


@dataclass(frozen=True, slots=True)
class CheckAll:
    """Every member check must be met."""

    members: tuple["Check", ...]


@dataclass(frozen=True, slots=True)
class CheckAny:
    """One member check is enough."""

    members: tuple["Check", ...]


Check = Leaf | CheckAll | CheckAny
