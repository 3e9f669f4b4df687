"""Running the cases that stand beside the rules.

A case is a small submission and what one rule must say of it. It goes the way every submission
goes, from reading to finding; only confirmation on site is left out.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from checker.assessment.findings import Assessed, assess
from checker.document.document import Document
from checker.language.explain import Speaker
from checker.language.facts import Facts
from checker.model.frozen import dataclass
from checker.model.outcome import AssessmentKind
from checker.model.problem import Place, Problem, Rejected
from checker.model.result import Interval
from checker.model.rule import Rule, Rulebook
from checker.model.submission import Submission
from checker.model.value import exact
from checker.rulebook.parameters import read_value, value_fault
from checker.rulebook.shaping import shaped
from checker.submission.settling import from_data
from checker.workbench import words
from checker.workbench.case_files import CaseFileShape, CaseShape, GivenShape, expanded

PAGE: Final = "docs/cases.md"
"""Where the checks of test, coverage and mutate are told to those who write cases."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case with the place where it stands."""

    shape: CaseShape
    given: GivenShape
    document: Document
    index: int

    @property
    def place(self) -> Place:
        """Return where the case stands."""
        return self.document.place(("cases", self.index))


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What came of a case: faults is empty when it came out as it says."""

    case: Case
    faults: tuple[str, ...]
    assessed: Assessed | None = None


def read_cases(folder: Path) -> list[Case]:
    """Return every case under a rules folder.

    Raises:
        Rejected: with every fault of every file.
    """
    problems: list[Problem] = []
    cases: list[Case] = []
    for path in sorted(folder.rglob("cases.yaml")):
        file = os.path.normpath(path)
        found = shaped(file, path.read_bytes(), CaseFileShape, problems)
        if found:
            shape, document = found
            cases += [Case(c, shape.given, document, i) for i, c in enumerate(shape.cases)]
    if problems:
        raise Rejected(problems)
    return cases


@dataclass(frozen=True, slots=True)
class Prepared:
    """A case that was read as a submission, with the parameter values that it asks for."""

    case: Case
    submission: Submission
    values: Mapping[str, Any]

    def facts(self, book: Rulebook, values: Mapping[str, Any]) -> Facts:
        """Return what a rule is judged on, under these parameter values."""
        return Facts(
            book.dictionary, self.submission.tables, book.parameters, values,
            self.submission.period, self.submission.assessed_on,
        )  # fmt: skip


def run(case: Case, book: Rulebook) -> CaseResult:
    """Judge one case and compare."""
    rule = next((r for r in book.rules if r.id == case.shape.rule), None)
    if rule is None:
        return CaseResult(case, (words.differs("rule", case.shape.rule, "-"),))
    try:
        ready = prepare(case, book)
    except Rejected as rejected:
        return CaseResult(case, tuple(f"{p.place} {p.message}" for p in rejected.problems))
    assessed = judge(rule, ready.facts(book, ready.values), book)
    return CaseResult(case, differences(case, assessed), assessed)


def prepare(case: Case, book: Rulebook) -> Prepared:
    """Read a case as a submission.

    Raises:
        Rejected: with everything that cannot be understood.
    """
    return Prepared(case, _submission(case, book), _values(case, book))


def judge(rule: Rule, facts: Facts, book: Rulebook) -> Assessed:
    """Return what a rule says of facts."""
    speaker = Speaker(book.dictionary, book.parameters, facts.values)
    return assess(rule, facts, speaker, AssessmentKind.SELF)


def differences(case: Case, assessed: Assessed) -> tuple[str, ...]:
    """Return what came out otherwise than a case expects, in words; empty if nothing did."""
    return tuple(_faults(case, assessed))


def _submission(case: Case, book: Rulebook) -> Submission:
    period = case.shape.period or case.given.period
    data = {
        "form": 1,
        "kind": "self",
        "synthetic": True,
        "period": {"from": period.start, "to": period.end},
        "assessed_on": case.shape.assessed_on or case.given.assessed_on,
        "tables": _written_out(case),
    }
    return from_data(
        data,
        book.dictionary,
        place=lambda path: case.document.place(("cases", case.index, *path)),
        ids_optional=True,
    )


def _written_out(case: Case) -> dict[str, Any]:
    try:
        return expanded(case.shape.tables)
    except ValueError as error:
        place = case.document.place(("cases", case.index, "tables"))
        message = words.differs("row", "times: 1…, every: {minutes | days | months}", str(error))
        raise Rejected([Problem(place, "case_row", message)]) from None


def _values(case: Case, book: Rulebook) -> dict[str, Any]:
    values = dict(book.values)
    problems = []
    for name, raw in case.shape.parameters.items():
        known = book.parameters.get(name)
        value = read_value(raw, known.unit) if known else None
        if known is None or value is None or value_fault(value, known):
            place = case.document.place(("cases", case.index, "parameters", name))
            message = words.differs("parameter", name, str(raw))
            problems.append(Problem(place, "parameter_value", message))
        else:
            values[name] = value
    if problems:
        raise Rejected(problems)
    return values


def _faults(case: Case, assessed: Assessed) -> Iterator[str]:
    expect = case.shape.expect
    if assessed.data_outcome is not expect.outcome:
        yield words.differs(
            "outcome", words.outcome(expect.outcome), words.outcome(assessed.data_outcome)
        )
        return
    if expect.near is not None and assessed.near is not expect.near:
        yield words.differs("near", words.yes_no(expect.near), words.yes_no(assessed.near))
    if expect.reason is not None and assessed.reason is not expect.reason:
        found = words.reason(assessed.reason) if assessed.reason else "-"
        yield words.differs("reason", words.reason(expect.reason), found)
    if expect.measured is not None:
        yield from _measured_faults(expect.measured, assessed)
    if expect.offending is not None:
        found_rows = {r.id for m in assessed.measured for r in m.offending if r.certain}
        if found_rows != set(expect.offending):
            wanted = "、".join(sorted(expect.offending)) or "-"
            yield words.differs("offending", wanted, "、".join(sorted(found_rows)) or "-")


def _measured_faults(expected: Any, assessed: Assessed) -> Iterable[str]:
    by_leaf = expected if isinstance(expected, Mapping) else {"1": expected}
    leaves = {str(i): leaf.value for i, leaf in enumerate(assessed.measured, 1)}
    for number, wanted in by_leaf.items():
        value = leaves.get(str(number))
        if value is None or not _agrees(value, wanted):
            yield words.differs("measured", f"{number}: {wanted}", _text(value))


def _agrees(value: Interval, wanted: Any) -> bool:
    low, high = wanted if isinstance(wanted, list) else (wanted, wanted)
    return _same(value.low, low) and _same(value.high, high)


def _same(found: Fraction | None, wanted: Any) -> bool:
    if wanted is None:
        return found is None
    text = str(wanted)
    if "/" in text:
        return found == Fraction(text)
    number = exact(text)
    if found is None:
        return False
    if "." not in text:
        return found == number
    # a decimal that was cut: agreement to the places given, half up
    places = len(text.rstrip("%").split(".")[1]) + (2 if text.endswith("%") else 0)
    return abs(found - number) <= Fraction(1, 2 * 10**places)


def _text(value: Interval | None) -> str:
    if value is None:
        return "-"
    return str(value.low) if value.low == value.high else f"[{value.low}, {value.high}]"
