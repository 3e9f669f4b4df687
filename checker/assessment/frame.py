"""What frames a result: report number, rule set, scheme, and the parameters in force."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from checker.language.explain import spoken
from checker.model.outcome import AssessmentKind
from checker.model.result import (
    ParameterInForce,
    RulebookIdentity,
    Scheme,
    StandardSummary,
)
from checker.model.rule import Acceptance, Grade, Rulebook
from checker.model.submission import InputFile
from checker.model.wording import RuleWording


def report_no(
    program: str, standard: str, rules: RulebookIdentity, files: Sequence[InputFile], on: date
) -> str:
    """Return the report number: made from everything that went in, so equal inputs share it.

    Args:
        program: version of the program.
        standard: id of the standard.
    """
    parts = [program, rules.digest, rules.profile, on.isoformat()]
    parts += [f"{f.path} {f.sha256}" for f in files]
    whole = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f"{standard}-{on:%Y%m%d}-{whole[:8].upper()}"


def standard(book: Rulebook) -> StandardSummary:
    """Return what a report prints of the standard."""
    known = book.standard
    return StandardSummary(
        known.id, known.title, known.organisation, known.status, known.seed_title,
        known.contradictions, known.declarations, known.glossary, known.words,
    )  # fmt: skip


def identity(book: Rulebook) -> RulebookIdentity:
    """Return which rule set judged, and how its profile differs from the base."""
    profile = book.profile
    return RulebookIdentity(
        book.version, book.digest, profile.name, profile.title, profile.summary,
        profile.differences,
    )  # fmt: skip


def scheme(known: Acceptance, kind: AssessmentKind) -> Scheme:
    """Return the acceptance scheme as a result carries it."""
    own = kind is AssessmentKind.SELF
    return Scheme(
        known.total, known.near_miss, known.decimals, known.rectify_days,
        tuple((g.title, g.at_least) for g in known.grades),
        tuple((c.self_title if own else c.title, c.meaning) for c in known.conclusions),
        known.source, known.enabled_vetoes, known.conclusions, known.systemic_rows,
        known.systemic_tables, known.whole_item_from,
    )  # fmt: skip


def acceptance(known: Scheme) -> Acceptance:
    """Return the acceptance scheme that a result carries; grades go by their titles."""
    return Acceptance(
        known.total, known.near_miss, known.decimals,
        tuple(Grade(title, title, at_least) for title, at_least in known.grades),
        known.choices, known.rectify_days, known.source, known.systemic_rows,
        known.systemic_tables, known.whole_item_from, known.enabled_vetoes,
    )  # fmt: skip


def parameters_in_force(
    book: Rulebook, wording: Mapping[str, RuleWording]
) -> tuple[ParameterInForce, ...]:
    """Return every parameter that a rule uses, with the value in force and whose it is.

    Args:
        wording: of every rule, by id, in the order of the book.
    """
    users: dict[str, list[str]] = {}
    for rule, said in wording.items():
        for name in said.parameters:
            users.setdefault(name, []).append(rule)
    return tuple(_parameter(book, name, rules) for name, rules in sorted(users.items()))


def _parameter(book: Rulebook, name: str, rules: Sequence[str]) -> ParameterInForce:
    known = book.parameters[name]
    return ParameterInForce(
        name, known.title, spoken(book.values[name], known.unit, book.dictionary),
        spoken(known.default, known.unit, book.dictionary), known.unit, known.origin, known.source,
        tuple(rules),
    )  # fmt: skip
