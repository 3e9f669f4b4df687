"""Whether a result agrees with itself: what stands in it, and what follows from the rest of it.

A result is no seal. Somebody who changes a finding and everything that follows from it leaves no
contradiction behind; only judging the submission again tells. But nobody gets a conclusion printed
that its own findings do not bear out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from checker import __version__
from checker.assessment import consistency_words as words
from checker.assessment.cross_checks import Fault, cross_checks, repeated, text
from checker.assessment.recomputed import recomputed
from checker.model.comparison import Path, differing
from checker.model.problem import Place, Problem
from checker.model.result import Result

MOST_DECIMALS: Final = 9
"""More places than any scheme rounds to: a result is not to say how long the program works."""


def contradictions(result: Result) -> tuple[Problem, ...]:
    """Return every place where a result contradicts itself, with what follows from the rest of it."""
    unsound = [*_unsound(result)]
    if unsound:  # nothing can be drawn from these
        return _told(result, unsound)
    order = _order(result)
    kept = replace(result, findings=tuple(result.findings[i] for i in order))
    found = [*_out_of_order(result, order), *cross_checks(result)]
    for path, there, wanted in differing(kept, recomputed(kept)):
        inside = path[0] == "findings" and len(path) > 1 and isinstance(path[1], int)
        place = ("findings", order[int(path[1])], *path[2:]) if inside else path
        found.append((place, text(there), text(wanted)))
    return _told(result, found)


def _told(result: Result, found: Iterable[Fault]) -> tuple[Problem, ...]:
    """Return the faults in the order of their places; what to do is the same for all, and said last."""
    problems = sorted({_problem(result, *one) for one in found})
    advice = words.advice(result.program, __version__)
    return tuple(
        replace(one, advice=advice) if number == len(problems) else one
        for number, one in enumerate(problems, 1)
    )


def _problem(result: Result, path: Path, found: str, wanted: str) -> Problem:
    place = Place(field=".".join(str(step) for step in path))
    message = words.contradiction(words.named(path, _subject(result, path)))
    return Problem(place, "contradiction", message, found[:80], wanted[:80])


def _subject(result: Result, path: Path) -> str:
    """Return what a place speaks of, by the name a reader knows it by; "" if by no name."""
    value: Any = result
    name = ""
    for step in path:
        if isinstance(step, int):
            value = value[step]
            name = words.subject(value) or name
        else:
            value = getattr(value, step)
    return name


def discrepancy(result: Result, path: Path, there: object, wanted: object) -> tuple[str, str, str]:
    """Return in words what stands at a place, what should, and what place that is."""
    return text(there)[:80], text(wanted)[:80], words.named(path, _subject(result, path))


# What nothing can be drawn from


def _unsound(result: Result) -> Iterator[Fault]:
    scheme = result.scheme
    if not 0 <= scheme.decimals <= MOST_DECIMALS:
        yield ("scheme", "decimals"), str(scheme.decimals), f"0–{MOST_DECIMALS}"
    if scheme.total < 1:
        yield ("scheme", "total"), str(scheme.total), "≥ 1"
    if not 0 <= scheme.near_miss <= 1:
        yield ("scheme", "near_miss"), str(scheme.near_miss), "0–1"
    items = [
        (("chapters", c, "items", i), item)
        for c, chapter in enumerate(result.chapters)
        for i, item in enumerate(chapter.items)
    ]
    yield from repeated([((*path, "no"), item.no) for path, item in items])
    yield from repeated([(("chapters", c, "no"), one.no) for c, one in enumerate(result.chapters)])
    for path, item in items:
        if item.worth < 0:
            yield (*path, "worth"), str(item.worth), "≥ 0"
    for index, finding in enumerate(result.findings):
        if not finding.possible:
            yield ("findings", index, "possible"), words.nothing(), words.something()
        if finding.weight < 0:
            yield ("findings", index, "weight"), str(finding.weight), "≥ 0"


# Findings: of known items, each once, in order


def _order(result: Result) -> list[int]:
    """Return the positions of the findings of known items, each rule once, as they should stand."""
    place = {item.no: n for n, item in enumerate(i for c in result.chapters for i in c.items)}
    first: dict[str, int] = {}
    for index, finding in enumerate(result.findings):
        if finding.item in place:
            first.setdefault(finding.rule, index)
    return sorted(
        first.values(), key=lambda i: (place[result.findings[i].item], result.findings[i].rule)
    )


def _out_of_order(result: Result, order: Sequence[int]) -> Iterator[Fault]:
    kept = set(order)
    items = {item.no for chapter in result.chapters for item in chapter.items}
    for index, finding in enumerate(result.findings):
        path = ("findings", index)
        if finding.item not in items:
            yield (*path, "item"), finding.item, words.an_item()
        elif index not in kept:
            yield (*path, "rule"), words.twice(finding.rule), words.once()
    stand = [i for i in range(len(result.findings)) if i in kept]
    if stand != list(order):
        at = next(n for n, (a, b) in enumerate(zip(stand, order, strict=True)) if a != b)
        there, wanted = (result.findings[i[at]].rule for i in (stand, order))
        yield ("findings", stand[at], "rule"), there, wanted
