"""A comparison as Markdown: a comment on a merge request, or an entry of a list of changes."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import Final

from checker.workbench.comparison import impact_words, names, told, words
from checker.workbench.comparison.change import Act, Change
from checker.workbench.comparison.impact import Fate, Replay
from checker.workbench.comparison.marking import marked
from checker.workbench.comparison.meaning import Meaning
from checker.workbench.comparison.result import Comparison
from checker.workbench.comparison.text import in_order
from checker.workbench.comparison.witness import tables

MOST_ROWS: Final = 10
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render(found: Comparison) -> str:
    """Return the whole comparison; what is long is folded away."""
    parts = [
        f"### {escaped(words.title(found.old.name, found.new.name, found.new.rules.profile))}",
        "\n".join(f"- {escaped(line)}" for line in told.headline(found)),
    ]
    if found.meanings:
        parts.append(_heading("meaning", len(found.meanings)))
        parts += ["\n\n".join(_meaning(m, found)) for m in in_order(found)]
    came = [c for act in (Act.ADDED, Act.REMOVED, Act.RENAMED) for c in found.rules(act)]
    for name, changes in (
        ("rules", came),
        ("numbers", found.numbers()),
        ("scoring", [c for c in found.scoring() if c not in came]),
        ("inputs", found.inputs()),
    ):
        if changes:
            parts += [_heading(name, len(changes)), "\n".join(_change(c) for c in changes)]
    wording = [c for c in found.wording() if c not in came]
    if wording:
        title = words.section("wording", len(wording))
        parts.append(_folded(title, "\n".join(_change(c) for c in wording)))
    if found.replays is not None:
        parts.append(_heading("impact", len(found.replays)))
        parts += _impact(found)
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return a text in which nothing is taken for a mark of Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", text).replace("\n", " ")


def _heading(name: str, number: int) -> str:
    return f"#### {words.section(name, number)}"


def _folded(title: str, text: str) -> str:
    return f"<details><summary>{html.escape(title)}</summary>\n\n{text}\n\n</details>"


def _meaning(one: Meaning, found: Comparison) -> Iterator[str]:
    yield f"**{escaped(one.rule)}** {escaped(one.title)} — {escaped(told.relation(one))}"
    if one.reason:
        yield escaped(one.reason)
    if one.old != one.new:
        yield f"> {_differing(one.old, one.new)}"
    causes = [told.change(c) for c in found.causes(one) if c.id not in (one.rule, one.old_rule)]
    if causes:
        yield "\n".join(f"- {escaped(words.because(c))}" for c in causes)
    for flip in one.flips:
        rows = "\n".join(tables(flip, MOST_ROWS))
        yield _folded(words.witness(told.flip(flip)), f"```yaml\n{rows}\n```")


def _differing(old: str, new: str) -> str:
    """Return both texts in one. Tags, because marks beside Chinese punctuation do not render."""
    tags = {"same": "{}", "old": "<del>{}</del>", "new": "<ins>{}</ins>"}
    return "".join(tags[s.kind].format(escaped(s.text)) for s in marked(old, new))


def _change(one: Change) -> str:
    place = one.new_place if one.new_place.file else one.old_place
    at = f" `{place}`" if place.file else ""
    if one.field and len(one.old) + len(one.new) > 40:
        about = escaped(words.about(told.named(one), names.trait(one.field)))
        return f"- {about}：{_differing(one.old, one.new)}{at}"
    return f"- {escaped(told.change(one))}{at}"


def _impact(found: Comparison) -> Iterator[str]:
    hit = [r for r in found.replays or () if r.hit]
    moved = [r for r in hit if r.fate is Fate.MOVED]
    if moved:
        yield _table(impact_words.impact_columns(), [_row(r) for r in moved])
    for one in moved:
        lines = [f"- {escaped(told.outcome_move(m, found))}" for m in one.outcomes]
        if len(one.contributions) > 1 or not one.outcomes:
            lines.append(f"- {escaped(impact_words.alone())}")
            lines += [f"  - {escaped(told.contribution(c, found))}" for c in one.contributions]
        yield _folded(f"{one.name} {one.subject}", "\n".join(lines))
    for one in hit:
        if one.fate is not Fate.MOVED:
            lines = [f"- `{p.place}` {escaped(p.message)}" for p in one.problems]
            title = f"{one.name}：{impact_words.fate(one.fate, len(one.problems))}"
            yield _folded(title, "\n".join(lines))


def _row(one: Replay) -> list[str]:
    assert one.old
    assert one.new
    return [
        f"{one.name} {one.subject}".rstrip(),
        *(
            old if old == new else f"{old} → {new}"
            for old, new in (
                (told.points(one.old.points), told.points(one.new.points)),
                (impact_words.either(one.old.grades), impact_words.either(one.new.grades)),
                (
                    impact_words.either(one.old.conclusions),
                    impact_words.either(one.new.conclusions),
                ),
            )
        ),
        str(len(one.outcomes)),
    ]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head)]
    escaped_rows = [[escaped(cell) for cell in row] for row in rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in [*lines, *escaped_rows])
