"""A comparison as one HTML page that needs no other file."""

from typing import Any

from checker.workbench import pages
from checker.workbench.comparison import impact_words, names, told, words
from checker.workbench.comparison.change import Act, Change
from checker.workbench.comparison.impact import Fate
from checker.workbench.comparison.marking import marked, side
from checker.workbench.comparison.result import Comparison
from checker.workbench.comparison.text import in_order
from checker.workbench.comparison.witness import document


def render(found: Comparison) -> str:
    """Return the page; equal comparisons give equal text."""
    return pages.render("diff.html.j2", _context(found))


def _context(found: Comparison) -> dict[str, Any]:
    title = words.title(found.old.name, found.new.name, found.new.rules.profile)
    replays = found.replays or ()
    return {
        "title": title, "heading": title, "home": "", "pages": (), "here": "",
        "style": pages.style_sheet(), "made_of": words.made_of(*_digests(found)),
        "found": found, "told": told, "words": words, "impact_words": impact_words, "names": names,
        "meanings": in_order(found), "sections": _sections(found),
        "moved": [r for r in replays if r.fate is Fate.MOVED],
        "unread": [r for r in replays if r.fate in (Fate.REFUSED, Fate.ACCEPTED, Fate.UNREADABLE)],
        "same": [r for r in replays if r.fate is Fate.SAME],
        "marked": marked, "side": side, "document": document,
    }  # fmt: skip


def _digests(found: Comparison) -> list[str]:
    return [f"{v.name} {v.book.version} {v.book.digest[:12]}" for v in (found.old, found.new)]


def _sections(found: Comparison) -> list[tuple[str, str, list[Change]]]:
    """Return the tables of changes: name, heading, changes."""
    came = [c for act in (Act.ADDED, Act.REMOVED, Act.RENAMED) for c in found.rules(act)]
    parts = (
        ("rules", came),
        ("numbers", list(found.numbers())),
        ("scoring", [c for c in found.scoring() if c not in came]),
        ("inputs", list(found.inputs())),
        ("wording", [c for c in found.wording() if c not in came]),
    )
    return [(name, words.section(name, len(cs)), cs) for name, cs in parts if cs]
