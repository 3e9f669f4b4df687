"""What frames a result: report number, rule set, scheme, and the parameters in force."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from checker import __version__
from checker.language.explain import spoken
from checker.model.outcome import AssessmentKind
from checker.model.result import (
    ParameterInForce,
    RulebookIdentity,
    Scheme,
    StandardSummary,
)
from checker.model.rule import Rulebook
from checker.model.submission import InputFile
from checker.model.wording import RuleWording


def report_no(book: Rulebook, files: Sequence[InputFile], on: date) -> str:
    """Return the report number: made from everything that went in, so equal inputs share it."""
    parts = [__version__, book.digest, book.profile.name, on.isoformat()]
    parts += [f"{f.path} {f.sha256}" for f in files]
    whole = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f"{book.standard.id}-{on:%Y%m%d}-{whole[:8].upper()}"


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


def scheme(book: Rulebook, kind: AssessmentKind) -> Scheme:
    """Return what a report prints of the acceptance scheme."""
    known, own = book.acceptance, kind is AssessmentKind.SELF
    return Scheme(
        known.total, known.near_miss, known.decimals, known.rectify_days,
        tuple((g.title, g.at_least) for g in known.grades),
        tuple((c.self_title if own else c.title, c.meaning) for c in known.conclusions),
        known.source, known.enabled_vetoes,
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
