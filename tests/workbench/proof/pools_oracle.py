"""An oracle for the rules on swimming pools that was written by hand: no solver is asked."""

from collections.abc import Mapping
from itertools import product
from typing import Any

from checker.assessment.assess import assess_submission
from checker.model.outcome import Possible
from checker.model.problem import Place
from checker.model.result import Result
from checker.model.rule import Rulebook
from checker.submission.settling import from_data
from checker.workbench.proof.questions import Answer, Verdict, Witness
from tests.assessment.pools import TABLES

MET, NEAR, MISSED, EMPTY = Possible.MET, Possible.NEAR, Possible.MISSED, Possible.EMPTY

CLEAN, CLEAR, TESTED, GUARDED, RENEWED = (
    "YYC-0101-01", "YYC-0101-02", "YYC-0102-01", "YYC-0201-01", "YYC-0202-01",
)  # fmt: skip

NONE = {"state": "none"}
"""A table of which it is known that it has no rows."""

OPTIONS = {
    CLEAN: (MET, NEAR, MISSED, EMPTY),
    CLEAR: (MET, MISSED, EMPTY),
    TESTED: (MET, MISSED),
    GUARDED: (MET, MISSED),
    RENEWED: (MET, MISSED, EMPTY),
}
"""What each rule can come to, read off the rules: a tolerance, rows that may lack, a condition."""


def together(outcomes: Mapping[str, Possible]) -> bool:
    """Whether data bring these about: both rules on samples are about the same samples."""
    return (outcomes[CLEAN] is EMPTY) == (outcomes[CLEAR] is EMPTY)


def every_vector() -> list[dict[str, Possible]]:
    """Every combination of outcomes that data bring about."""
    vectors = [dict(zip(OPTIONS, v, strict=True)) for v in product(*OPTIONS.values())]
    return [v for v in vectors if together(v)]


def tables(outcomes: Mapping[str, Possible]) -> dict[str, Any]:
    """A small submission that has these outcomes."""
    good = {MET: 10, NEAR: 9, MISSED: 8, EMPTY: 0}[outcomes[CLEAN]]
    turbidity = "0.4" if outcomes[CLEAR] is MET else "5"
    samples = [
        {**row, "chlorine": "0.5" if n < good else "3", "turbidity": turbidity}
        for n, row in enumerate(TABLES["water_samples"])
    ]
    guards = TABLES["lifeguards"] if outcomes[GUARDED] is MET else NONE
    fresh = 40 if outcomes[RENEWED] is MET else 10
    circulating = outcomes[RENEWED] is not EMPTY
    return {
        **TABLES,
        "venue": {"name": "示例游泳池", "circulating": circulating},
        "water_samples": samples if outcomes[CLEAN] is not EMPTY else NONE,
        "lab_reports": TABLES["lab_reports"] if outcomes[TESTED] is MET else NONE,
        "lifeguards": guards,
        "daily_log": [{**TABLES["daily_log"][0], "fresh_water": fresh}],
    }


def witness(outcomes: Mapping[str, Possible], book: Rulebook) -> Witness:
    """The same, read."""
    data = {
        "form": 1, "kind": "self", "synthetic": True,
        "period": {"from": "2025-01-01", "to": "2025-06-30"}, "assessed_on": "2025-07-05",
        "tables": tables(outcomes),
    }  # fmt: skip
    submission = from_data(data, book.dictionary, place=lambda _: Place("witness.yaml"))
    return Witness(data, submission, {r: frozenset({o}) for r, o in outcomes.items()})


def judge(outcomes: Mapping[str, Possible], book: Rulebook) -> Result:
    """What the engine says of it."""
    return assess_submission(book, witness(outcomes, book).submission)


class PoolsOracle:
    """Knows every combination of outcomes; counts the questions.

    Args:
        exclude: further combinations that shall not stand together, as a core each.
    """

    def __init__(self, book: Rulebook, exclude: tuple[dict[str, Possible], ...] = ()) -> None:
        self.book = book
        self.asked = 0
        self.exclude = exclude
        self.vectors = [
            v for v in every_vector() if not any(x.items() <= v.items() for x in exclude)
        ]

    def ask(self, wanted: Mapping[str, frozenset[Possible]]) -> Answer:
        """Answer for a few rules."""
        return self.joint(wanted)

    def joint(self, wanted: Mapping[str, frozenset[Possible]]) -> Answer:
        """Answer for any number of rules, with the smallest core."""
        self.asked += 1
        found = self._first(wanted)
        if found is not None:
            return Answer(Verdict.REACHED, witness(found, self.book))
        core = dict(wanted)
        for rule in wanted:
            rest = {r: o for r, o in core.items() if r != rule}
            if self._first(rest) is None:
                core = rest
        return Answer(Verdict.IMPOSSIBLE, core=frozenset(core))

    def _first(self, wanted: Mapping[str, frozenset[Possible]]) -> dict[str, Possible] | None:
        fits = (v for v in self.vectors if all(v[r] in o for r, o in wanted.items()))
        return next(fits, None)
