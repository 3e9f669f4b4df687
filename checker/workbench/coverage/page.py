"""Coverage as one HTML page: item, rule, branch, each coloured by what was seen."""

from collections.abc import Iterator, Sequence
from typing import Any

from checker.model import terms
from checker.model.outcome import Outcome, Reason
from checker.model.rule import Item, Rulebook
from checker.workbench import pages
from checker.workbench.coverage import words
from checker.workbench.coverage.branches import Branch
from checker.workbench.coverage.counting import Covered, Kind, Point
from checker.workbench.coverage.inspection import Coverage
from checker.workbench.diagnostic import Inspection
from checker.workbench.rule_set import RuleSet

Ticked = tuple[bool, str]
"""Whether something was seen, and its word."""


def page(rules: RuleSet, coverage: Coverage, inspection: Inspection) -> str:
    """Return the page, style included; equal rule sets give equal text."""
    book = coverage.book
    items = [i for c in book.standard.chapters for i in c.items]
    gaps = [d for d in inspection.diagnostics if d.check == "coverage-gap"]
    columns = {p.rule for p in coverage.points if p.kind is Kind.DICTIONARY}
    known = {rule.id for rule in book.rules}
    return pages.render(
        "coverage.html.j2",
        {
            "title": words.page_title(),
            "heading": book.standard.title,
            "home": "",
            "pages": (),
            "here": "",
            "style": pages.style_sheet(),
            "made_of": words.made_of(book.version, book.digest, len(rules.cases)),
            "kinds": [
                {
                    **one,
                    "title": words.kind(Kind(one["kind"])),
                    "meaning": words.kind_meaning(Kind(one["kind"])),
                }
                for one in inspection.figures["kinds"]
            ],
            "gaps": [
                {
                    "rule": d.subject if d.subject in known else "",
                    "said": d.message,
                    "place": d.place,
                }
                for d in gaps
                if d.subject not in columns
            ],
            "unread": [d.subject for d in gaps if d.subject in columns],
            "items": [i for one in items if (i := _item(one, coverage, rules))["rules"]],
        },
    )


def _item(item: Item, coverage: Coverage, rules: RuleSet) -> dict[str, Any]:
    own = [one for one in coverage.rules if one.rule.item == item.no]
    points = [p for one in own for p in one.points]
    return {
        "no": item.no,
        "title": item.title,
        "total": len(points),
        "covered": sum(p.covered for p in points),
        "rules": [_rule(one, rules, coverage.book) for one in own],
    }


def _rule(one: Covered, rules: RuleSet, book: Rulebook) -> dict[str, Any]:
    rule = one.rule
    return {
        "id": rule.id,
        "title": rule.title,
        "level": rule.level,
        "place": rules.rule_place(rule.id),
        "cases": len(rules.cases_of(rule.id)),
        "outcomes": [
            (p.covered, terms.outcome(Outcome(p.name))) for p in _of(one.points, Kind.OUTCOMES)
        ],
        "reasons": [
            (p.covered, terms.reason(Reason(p.name))) for p in _of(one.points, Kind.REASONS)
        ],
        "branches": [b for top in one.tree for b in _branches(top, one, 0)],
        "limits": [(p.covered, _limit(p.name, book)) for p in _of(one.points, Kind.LIMITS)],
    }


def _limit(name: str, book: Rulebook) -> str:
    """Return which parameter is moved how far: the id of a mutant with the parameter's title."""
    parameter, _, step = name.lstrip("$").partition(":")
    return f"{book.parameters[parameter].title} {step}"


def _of(points: Sequence[Point], kind: Kind) -> Iterator[Point]:
    return (p for p in points if p.kind is kind)


def _branches(branch: Branch, one: Covered, depth: int) -> Iterator[dict[str, Any]]:
    found = one.seen.marks[branch.at]
    marks: list[Ticked] = [(m in found, words.mark(m)) for m in branch.wanted]
    covered = sum(there for there, _ in marks)
    state = "full" if covered == len(marks) else "part" if covered else "none"
    yield {"sentence": branch.sentence, "marks": marks, "state": state, "depth": min(depth, 5)}
    for member in branch.members:
        yield from _branches(member, one, depth + 1)
