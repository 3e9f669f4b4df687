"""A comparison as a person reads it on a terminal: first the verdict, then each part of it."""

from collections.abc import Callable, Iterator
from typing import Final

from checker.workbench.comparison import impact_words, names, told, words
from checker.workbench.comparison.change import Act, Change, Effect, Subject
from checker.workbench.comparison.impact import Fate, Replay
from checker.workbench.comparison.marking import Span, marked, side
from checker.workbench.comparison.meaning import Meaning, Relation
from checker.workbench.comparison.result import Comparison
from checker.workbench.comparison.witness import tables

Style = Callable[[str, str], str]
"""Dresses a text for a role: place, error, warning, note, quiet, good."""

MOST_ROWS: Final = 4
MOST_PROBLEMS: Final = 3
_ROLES: Final = {
    Relation.STRONGER: "error", Relation.WEAKER: "good", Relation.EQUAL: "quiet",
}  # fmt: skip
_ORDER: Final = (
    Relation.STRONGER, Relation.DIFFERENT, Relation.WEAKER, Relation.SHIFTED,
    Relation.INCOMPARABLE, Relation.UNKNOWN, Relation.EQUAL,
)  # fmt: skip


def render(found: Comparison, style: Style) -> str:
    """Return the whole comparison."""
    blocks = [list(_head(found, style)), *_sections(found, style)]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def in_order(found: Comparison) -> list[Meaning]:
    """Return the rules that mean something else, what hits hardest first."""
    return sorted(found.meanings, key=lambda m: (_ORDER.index(m.relation), m.rule))


def _head(found: Comparison, style: Style) -> Iterator[str]:
    yield style(words.title(found.old.name, found.new.name, found.new.rules.profile), "place")
    for line in told.headline(found):
        yield f"  {line}"


def _sections(found: Comparison, style: Style) -> Iterator[list[str]]:
    if found.meanings:
        yield [style(words.section("meaning", len(found.meanings)), "place")]
        for one in in_order(found):
            yield list(_meaning(one, found, style))
    came = [c for act in (Act.ADDED, Act.REMOVED, Act.RENAMED) for c in found.rules(act)]
    for name, changes in (
        ("rules", came),
        ("numbers", found.numbers()),
        ("scoring", [c for c in found.scoring() if c not in came]),
        ("inputs", found.inputs()),
        ("wording", [c for c in found.wording() if c not in came]),
    ):
        if changes:
            yield [style(words.section(name, len(changes)), "place"), *_changes(changes, style)]
    if found.replays is not None:
        yield [style(words.section("impact", len(found.replays)), "place")]
        for replay in found.replays:
            if replay.fate is not Fate.SAME:
                yield list(_replay(replay, found, style))


def _meaning(one: Meaning, found: Comparison, style: Style) -> Iterator[str]:
    head = style(told.relation(one), _ROLES.get(one.relation, "warning"))
    yield f"  {head}  {one.rule} {one.title}"
    if one.reason:
        yield f"    {one.reason}"
    if one.old != one.new:
        yield from _both(one.old, one.new, "    ")
    for cause in found.causes(one):
        node = f"（{cause.node}）" if cause.node else ""
        if cause.subject is Subject.RULE:
            yield f"    {words.because(names.trait(cause.field) if cause.field else '')}{node}  {style(str(cause.new_place), 'quiet')}"
        else:
            yield f"    {words.because(told.change(cause))}  {style(str(cause.new_place), 'quiet')}"
    for flip in one.flips:
        yield f"    {words.witness(told.flip(flip))}"
        yield from (style(f"      {line}", "quiet") for line in tables(flip, MOST_ROWS))


def _both(old: str, new: str, margin: str) -> Iterator[str]:
    spans = marked(old, new)
    yield margin + words.before(shown(side(spans, "old")))
    yield margin + words.after(shown(side(spans, "new")))


def shown(spans: tuple[Span, ...]) -> str:
    """Return a text with what differs in brackets."""
    return "".join(s.text if s.kind == "same" else f"〔{s.text}〕" for s in spans)


def _changes(changes: list[Change] | tuple[Change, ...], style: Style) -> Iterator[str]:
    for one in changes:
        place = one.new_place if one.new_place.file else one.old_place
        at = style(str(place), "quiet") if place.file else ""
        if one.field and len(one.old) + len(one.new) > 40:
            yield f"  {words.about(told.named(one), names.trait(one.field))}  {at}".rstrip()
            yield from _both(one.old, one.new, "    ")
        else:
            yield f"  {told.change(one)}  {at}".rstrip()
        others = [r for r in one.rules if r not in (one.id, one.old_id)]
        if one.effect is not Effect.WORDS and others:
            yield f"    {words.touches(others)}"


def _replay(one: Replay, found: Comparison, style: Style) -> Iterator[str]:
    role = "quiet" if one.fate is Fate.UNREADABLE else "warning"
    yield f"  {style(one.name, role)}  {one.subject}".rstrip()
    if one.fate is not Fate.MOVED:
        yield f"    {impact_words.fate(one.fate, len(one.problems))}"
        if one.fate is Fate.REFUSED:
            for problem in one.problems[:MOST_PROBLEMS]:
                yield f"      {problem.place}  {problem.message}"
            if len(one.problems) > MOST_PROBLEMS:
                yield f"      {impact_words.more_problems(len(one.problems) - MOST_PROBLEMS)}"
        return
    moves = [impact_words.move(*m) for m in told.standing_moves(one)]
    if moves:
        yield f"    {'；'.join(moves)}"
    parts = [*one.chapters, *one.items]
    if parts:
        yield "    " + "；".join(
            impact_words.move(f"{p.no} {p.title}", told.points(p.old), told.points(p.new))
            for p in parts
        )
    for outcome in one.outcomes:
        yield f"    {told.outcome_move(outcome, found)}"
    if len(one.contributions) > 1 or (one.contributions and not one.outcomes):
        yield f"    {impact_words.alone()}"
        for share in one.contributions:
            yield f"      {told.contribution(share, found)}"
