"""A comparison as an inspection: what SARIF, JUnit, GitHub and exit codes are made from."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from checker.model import terms
from checker.model.frozen import dataclass
from checker.model.outcome import Level
from checker.model.problem import Place
from checker.workbench.comparison import impact_words, names, told, words
from checker.workbench.comparison.change import Act, Change, Effect, Subject
from checker.workbench.comparison.figures import figures
from checker.workbench.comparison.impact import Fate, Replay
from checker.workbench.comparison.meaning import Meaning, Relation
from checker.workbench.comparison.result import Comparison
from checker.workbench.diagnostic import CheckKind, Diagnostic, Examined, Gravity, Inspection

PAGE: Final = "docs/rules/diff.md"


class FailOn(StrEnum):
    """What makes a comparison fail (exit code 1)."""

    ANY = "any"
    STRONGER = "stronger"
    IMPACT = "impact"
    NONE = "none"


_OF_RELATION: Final = {
    Relation.EQUAL: "diff-equal",
    Relation.STRONGER: "diff-stronger",
    Relation.WEAKER: "diff-weaker",
    Relation.DIFFERENT: "diff-different",
    Relation.SHIFTED: "diff-different",
    Relation.UNKNOWN: "diff-undecided",
    Relation.INCOMPARABLE: "diff-undecided",
}
_SEMANTIC: Final = frozenset(
    {
        "diff-stronger", "diff-weaker", "diff-different", "diff-undecided", "diff-added",
        "diff-removed", "diff-score", "diff-input",
    }
)  # fmt: skip
_STRICTER: Final = frozenset({"diff-stronger", "diff-different", "diff-undecided", "diff-added"})
_IMPACT: Final = frozenset({"diff-impact", "diff-refused"})
_FAILING: Final = {
    FailOn.ANY: _SEMANTIC | _IMPACT,
    FailOn.STRONGER: _STRICTER,
    FailOn.IMPACT: _IMPACT,
    FailOn.NONE: frozenset(),
}
_LEVELS: Final = tuple(terms.level(level) for level in Level)


@dataclass(frozen=True, slots=True)
class _Said:
    """A diagnostic without its weight."""

    kind: str
    place: Place
    message: str
    subject: str
    found: str = ""
    wanted: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    stricter: bool = False


def inspection(found: Comparison, fail_on: FailOn) -> Inspection:
    """Return what a comparison found; what makes it fail are warnings, all else are notes."""
    said = [*_meanings(found), *_changes(found), *_replays(found)]
    diagnostics = [_weighed(one, fail_on) for one in said]
    return Inspection(
        "diff", found.new.book.version, found.new.book.digest, tuple(_kinds(fail_on)),
        tuple(sorted(diagnostics)), tuple(_examined(found, diagnostics)), figures(found),
    )  # fmt: skip


def _weighed(one: _Said, fail_on: FailOn) -> Diagnostic:
    fails = one.kind in _FAILING[fail_on] or (fail_on is FailOn.STRONGER and one.stricter)
    return Diagnostic(
        one.place, one.kind, Gravity.WARNING if fails else Gravity.NOTE, one.message,
        one.found, one.wanted, subject=one.subject, related=one.related,
    )  # fmt: skip


def _kinds(fail_on: FailOn) -> Iterator[CheckKind]:
    for name, title in words.kinds().items():
        weight = Gravity.WARNING if name in _FAILING[fail_on] else Gravity.NOTE
        yield CheckKind(name, title, weight, PAGE)


def _meanings(found: Comparison) -> Iterator[_Said]:
    for one in found.meanings:
        causes = found.causes(one)
        place = _own_place(one, found, causes)
        related = [(c.old_place, told.change(c)) for c in causes if c.old_place.file]
        message = words.meaning(one.rule, one.title, told.relation(one), one.reason)
        if one.flips:
            message += words.shown_by([told.flip(f) for f in one.flips])
        yield _Said(
            _OF_RELATION[one.relation], place, message, one.rule, one.old, one.new,
            tuple(related),
        )  # fmt: skip


def _own_place(one: Meaning, found: Comparison, causes: tuple[Change, ...]) -> Place:
    return next((c.new_place for c in causes if c.new_place.file), found.new.rule_place(one.rule))


def _changes(found: Comparison) -> Iterator[_Said]:
    for one in found.changes:
        kind = _kind(one)
        if kind is None:
            continue
        place = one.new_place
        if not place.file and one.old_place.file:  # what was removed stands only in the old version
            place = found.new.rules.documents["standard.yaml"].place(("version",))
        related = ((one.old_place, words.old_version()),) if one.old_place.file else ()
        yield _Said(kind, place, told.change(one), one.id, related=related, stricter=_stricter(one))


def _kind(one: Change) -> str | None:
    """Return under which check a change is told; None where the meaning of its rules tells it."""
    if one.act is Act.RENAMED:
        return "diff-renamed"
    if one.effect is Effect.MEANING:
        if one.field:
            return None if one.subject is Subject.RULE else "diff-value"
        return "diff-added" if one.act is Act.ADDED else "diff-removed"
    if one.effect is Effect.SCORE:
        return "diff-score"
    if one.effect is Effect.INPUT:
        return "diff-input"
    return "diff-moved" if one.act is Act.MOVED else "diff-words"


def _stricter(one: Change) -> bool:
    """Tell whether a change of scoring asks more of everybody: a higher level, a veto."""
    if one.field == "level":
        return _LEVELS.index(one.new) < _LEVELS.index(one.old)
    return one.field == "veto" and one.new == names.yes(value=True)


def _replays(found: Comparison) -> Iterator[_Said]:
    for one in found.replays or ():
        if one.fate is Fate.REFUSED:
            for problem in one.problems:
                place = Place(
                    f"{one.name}/{problem.place.file}", problem.place.line, problem.place.column
                )
                yield _Said(
                    "diff-refused", place, problem.message, one.name, problem.found, problem.wanted
                )
        elif one.hit:
            yield _Said("diff-impact", Place(one.name), _told(one, found), one.name)


def _told(one: Replay, found: Comparison) -> str:
    if one.fate is Fate.ACCEPTED:
        return impact_words.accepted_now(one.subject)
    moves = [impact_words.move(*m) for m in told.standing_moves(one)]
    moves += [told.outcome_move(m, found) for m in one.outcomes]
    return impact_words.hit(one.subject or one.name, moves)


def _examined(found: Comparison, diagnostics: list[Diagnostic]) -> Iterator[Examined]:
    by_subject: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        by_subject.setdefault(one.subject, []).append(one)
    for rule in found.new.book.rules:
        own = tuple(by_subject.get(rule.id, ()))
        yield Examined(rule.item, f"{rule.id} {rule.title}", found.new.rule_place(rule.id), own)
    for replay in found.replays or ():
        own = tuple(by_subject.get(replay.name, ()))
        skipped = impact_words.unreadable_by_both() if replay.fate is Fate.UNREADABLE else ""
        yield Examined("impact", replay.name, Place(replay.name), own, skipped)
