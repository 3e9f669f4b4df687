"""What each rule is worth: its level and its full points, stated by hand beside the cases.

A case sees what the data come to, never how binding the rule is or how much it counts. So every
cases.yaml may say both for each rule of its item, in a second hand: a level or a weight that is
changed by mistake then disagrees with what stands there.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from checker.model.frozen import dataclass
from checker.model.numerals import rounded
from checker.model.outcome import Level
from checker.model.problem import Place
from checker.model.rule import Rule
from checker.workbench.case_files import WorthShape
from checker.workbench.rule_set import RuleSet


@dataclass(frozen=True, slots=True)
class Worth:
    """How binding a rule is, and its points when everything of its item applies and is met."""

    level: Level
    points: Fraction


@dataclass(frozen=True, slots=True)
class Stated:
    """What a cases.yaml says of a rule, and where."""

    worth: Worth
    place: Place


def stated(rules: RuleSet) -> dict[str, Stated]:
    """Return what the cases.yaml files say of each rule, by id."""
    documents = {case.document.file: case.document for case in rules.cases}
    found = {}
    for document in documents.values():
        for rule, raw in (document.data.get("worth") or {}).items():
            shape = WorthShape.model_validate(raw)
            place = document.place(("worth", rule), key=True)
            found[rule] = Stated(Worth(shape.level, Fraction(shape.points)), place)
    return found


def worths(rules: Iterable[Rule], points: Mapping[str, int], decimals: int) -> dict[str, Worth]:
    """Return what each rule is worth; points of an item are shared by weight.

    Args:
        points: of each item, by number.
        decimals: places to which points are rounded, half up.
    """
    rules = list(rules)
    whole: dict[str, int] = {}
    for rule in rules:
        whole[rule.item] = whole.get(rule.item, 0) + rule.weight
    return {
        rule.id: Worth(rule.level, _share(rule, whole[rule.item], points[rule.item], decimals))
        for rule in rules
    }


def _share(rule: Rule, whole: int, points: int, decimals: int) -> Fraction:
    return rounded(Fraction(points * rule.weight, whole), decimals) if whole else Fraction(0)
