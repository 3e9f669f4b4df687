"""What the cases of a rule were seen to do with each of its branches."""

from collections.abc import Iterator, Mapping, Sequence

from checker.assessment.findings import Assessed
from checker.language.conditions import population, truth
from checker.language.evaluate import LeafJudgement
from checker.language.facts import Facts
from checker.language.mentions import ColumnRead, columns, condition_columns, leaves
from checker.model.check import AllOf
from checker.model.dictionary import Dictionary
from checker.model.frozen import dataclass
from checker.model.outcome import Outcome, Possible, Reason
from checker.model.rule import Rule
from checker.model.value import Blank
from checker.workbench.coverage.branches import At, Branch, Mark
from checker.workbench.mutation.trial import Ready

_OF_LEAF: Mapping[Possible, Mark] = {
    Possible.MET: Mark.MET,
    Possible.NEAR: Mark.NEAR,
    Possible.MISSED: Mark.MISSED,
    Possible.EMPTY: Mark.EMPTY,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What the cases of one rule were seen to do.

    Attributes:
        outcomes, near, reasons: what the rule came to.
        marks: what each branch did, by place.
        filled: the columns it reads in which some case has a value.
    """

    outcomes: frozenset[Outcome]
    near: bool
    reasons: frozenset[Reason]
    marks: Mapping[At, frozenset[Mark]]
    filled: frozenset[ColumnRead]


def seen(
    rule: Rule, tree: Sequence[Branch], cases: Sequence[Ready], dictionary: Dictionary
) -> Seen:
    """Return what the cases of a rule were seen to do."""
    marks: dict[At, set[Mark]] = {b.at: set() for top in tree for b in top.walk()}
    filled: set[ColumnRead] = set()
    read = reads(rule, dictionary)
    for case in cases:
        for top in tree:
            for branch in top.walk():
                marks[branch.at].update(_marks(branch, case.assessed, case.facts))
        filled.update(one for one in read - filled if _has_value(one, case.facts))
    found = [case.assessed for case in cases]
    return Seen(
        frozenset(a.data_outcome for a in found),
        any(a.near for a in found),
        frozenset(a.reason for a in found if a.reason and a.data_outcome is a.outcome),
        {at: frozenset(those) for at, those in marks.items()},
        frozenset(filled),
    )


def reads(rule: Rule, dictionary: Dictionary) -> set[ColumnRead]:
    """Return the columns that a rule reads, key columns aside."""
    found: set[ColumnRead] = set()
    for leaf in leaves(rule.check):
        found |= columns(leaf.measure, dictionary)
    if rule.applies_when is not None:
        found |= condition_columns(rule.applies_when, dictionary.subject, dictionary)
    return {one for one in found if one.column not in ("", "id")}


def _marks(branch: Branch, assessed: Assessed, facts: Facts) -> Iterator[Mark]:
    if branch.leaf >= 0:
        yield _leaf_mark(assessed.judgement.leaves[branch.leaf])
        return
    assert branch.condition is not None
    assert branch.rows is not None
    rows = branch.rows
    inside = population(facts, rows.of, AllOf(rows.before)).surely
    asked = truth(facts, rows.table, branch.condition)
    if inside & asked.surely:
        yield Mark.TRUE
    if inside & asked.surely_not:
        yield Mark.FALSE


def _leaf_mark(judged: LeafJudgement) -> Mark:
    if judged.measurement.range is None:
        return Mark.EMPTY
    if len(judged.possible) > 1:
        return Mark.OPEN
    return _OF_LEAF[next(iter(judged.possible))]


def _has_value(one: ColumnRead, facts: Facts) -> bool:
    cells = facts.tables[one.table].columns.get(one.column, ())
    return any(not isinstance(cell, Blank) for cell in cells)
