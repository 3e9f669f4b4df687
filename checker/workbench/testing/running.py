"""Running cases: each to what came of it, with everything that a reader of a failure asks for."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.assessment.findings import Assessed
from checker.model.frozen import dataclass
from checker.model.problem import Problem, Rejected
from checker.model.rule import Rule, Rulebook
from checker.workbench.cases import Case, Prepared, differences, judge, prepare

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Ran:
    """A case that was run, or could not be.

    Attributes:
        rule: None if there is none of that id.
        problems: what keeps it from being read.
        prepared, assessed: what it became; None if it could not be run.
        faults: what came out otherwise, in words.
    """

    case: Case
    rule: Rule | None
    problems: tuple[Problem, ...] = ()
    prepared: Prepared | None = None
    assessed: Assessed | None = None
    faults: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether the case came out as it says."""
        return self.assessed is not None and not self.faults


def run_all(
    cases: Sequence[Case], book: Rulebook, *, fail_fast: bool = False, told: Told = lambda _: None
) -> Iterator[Ran]:
    """Yield what came of each case; after the first that fails nothing more, if so asked.

    Args:
        book: the rule set as it is written.
        told: is told the name of each case that is done.
    """
    rules: Mapping[str, Rule] = {rule.id: rule for rule in book.rules}
    for case in cases:
        ran = _run(case, rules.get(case.shape.rule), book)
        yield ran
        told(case.shape.name)
        if fail_fast and not ran.holds:
            return


def _run(case: Case, rule: Rule | None, book: Rulebook) -> Ran:
    if rule is None:
        return Ran(case, None)
    try:
        ready = prepare(case, book)
    except Rejected as rejected:
        return Ran(case, rule, problems=tuple(rejected.problems))
    assessed = judge(rule, ready.facts(book, ready.values), book)
    return Ran(case, rule, (), ready, assessed, differences(case, assessed))
