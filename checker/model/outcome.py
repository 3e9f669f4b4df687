"""Outcomes and the words orthogonal to them.

Outcome names are those of EARL 1.0 (W3C); levels are those of GB/T 1.1-2020, annex C.
"""

from enum import StrEnum


class Outcome(StrEnum):
    """What an assessment says about one rule, item or chapter (EARL 1.0)."""

    PASSED = "passed"
    FAILED = "failed"
    INAPPLICABLE = "inapplicable"
    CANT_TELL = "cantTell"
    UNTESTED = "untested"
    ERROR = "error"


ROLL_UP_ORDER = (
    Outcome.ERROR,
    Outcome.FAILED,
    Outcome.CANT_TELL,
    Outcome.UNTESTED,
    Outcome.PASSED,
    Outcome.INAPPLICABLE,
)
"""The first of these that stands among the members is the outcome of the group."""


def roll_up(outcomes: "list[Outcome]") -> Outcome:
    """Return the outcome of a group; a group without members is inapplicable."""
    present = set(outcomes)
    return next((o for o in ROLL_UP_ORDER if o in present), Outcome.INAPPLICABLE)


class Possible(StrEnum):
    """One result a check may still have; a judgement is a set of these (LANGUAGE 3.3).

    The order of merit is MET > NEAR > MISSED; EMPTY (the measure has no value) is neutral.
    """

    MET = "met"
    NEAR = "near"
    MISSED = "missed"
    EMPTY = "empty"


class Reason(StrEnum):
    """Why an outcome is neither passed nor failed by the data alone."""

    NOT_SUBMITTED = "not_submitted"  # a table the check reads was not handed in at all
    TABLE_PARTIAL = "table_partial"  # a table is declared partly filled in
    VALUE_MISSING = "value_missing"  # cells the check reads are blank
    CALENDAR_UNPUBLISHED = "calendar_unpublished"  # working days of a year without a calendar
    CONDITION_NOT_MET = "condition_not_met"  # applies_when is false
    EMPTY_POPULATION = "empty_population"  # nothing the rule could be asked of
    CONFIRM_ON_SITE = "confirm_on_site"  # data pass; a look or a talk on site must confirm
    REJECTED_ON_SITE = "rejected_on_site"  # data pass; the auditor found otherwise


class Level(StrEnum):
    """How binding a rule is: 应, 宜, 可 (GB/T 1.1-2020)."""

    REQUIREMENT = "requirement"
    RECOMMENDATION = "recommendation"
    PERMISSION = "permission"


class Severity(StrEnum):
    """Grade of a finding that is not in order, in the words of an audit."""

    MAJOR = "major"
    MINOR = "minor"
    OBSERVATION = "observation"


class Basis(StrEnum):
    """Where the content of a rule comes from."""

    STATED = "stated"
    PRACTICE = "practice"
    REFERENCED = "referenced"
    DERIVED = "derived"


class Origin(StrEnum):
    """Whose number a parameter is."""

    SEED = "seed"
    REFERENCED = "referenced"
    OWN = "own"


class Verification(StrEnum):
    """How a rule is verified: W 文件查阅, X 现场查看, F 访谈, S 数据核验."""

    DOCUMENT = "W"
    SITE = "X"
    INTERVIEW = "F"
    DATA = "S"


NEEDS_PEOPLE = frozenset({Verification.SITE, Verification.INTERVIEW})
"""Methods that data alone never close."""


class AssessmentKind(StrEnum):
    """Who assesses: the assessed themselves, a reviewing body, or a re-check after rectification."""

    SELF = "self"
    ASSOCIATION = "association"
    RECHECK = "recheck"


class Confirmation(StrEnum):
    """State of the on-site confirmation of one finding."""

    NOT_NEEDED = "not_needed"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
