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
from checker.assessment.measured import in_order
from checker.assessment.recomputed import recomputed
from checker.language.expectations import combine
from checker.model.comparison import Path, differing
from checker.model.outcome import Possible, Reason
from checker.model.problem import Place, Problem
from checker.model.result import Finding, Result

_Fault = tuple[Path, str, str]
"""Where, what was found, what follows from the rest."""

MOST_DECIMALS: Final = 9
"""More places than any scheme rounds to: a result is not to say how long the program works."""


def contradictions(result: Result) -> tuple[Problem, ...]:
    """Return every place where a result contradicts itself, with what follows from the rest of it."""
    unsound = [*_unsound(result)]
    if unsound:  # nothing can be drawn from these
        return _told(result, unsound)
    order = _order(result)
    kept = replace(result, findings=tuple(result.findings[i] for i in order))
    found = [*_out_of_order(result, order), *_loose_ends(result), *_unlike_leaves(result)]
    for path, there, wanted in differing(kept, recomputed(kept)):
        inside = path[0] == "findings" and len(path) > 1 and isinstance(path[1], int)
        place = ("findings", order[int(path[1])], *path[2:]) if inside else path
        found.append((place, _text(there), _text(wanted)))
    return _told(result, found)


def _told(result: Result, found: Iterable[_Fault]) -> tuple[Problem, ...]:
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
    return _text(there)[:80], _text(wanted)[:80], words.named(path, _subject(result, path))


# What nothing can be drawn from


def _unsound(result: Result) -> Iterator[_Fault]:
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
    yield from _repeated([((*path, "no"), item.no) for path, item in items])
    yield from _repeated([(("chapters", c, "no"), one.no) for c, one in enumerate(result.chapters)])
    for path, item in items:
        if item.worth < 0:
            yield (*path, "worth"), str(item.worth), "≥ 0"
    for index, finding in enumerate(result.findings):
        if not finding.possible:
            yield ("findings", index, "possible"), words.nothing(), words.something()
        if finding.weight < 0:
            yield ("findings", index, "weight"), str(finding.weight), "≥ 0"


def _repeated(named: Iterable[tuple[Path, str]]) -> Iterator[_Fault]:
    seen = set()
    for path, name in named:
        if name in seen:
            yield path, words.twice(name), words.once()
        seen.add(name)


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


def _out_of_order(result: Result, order: Sequence[int]) -> Iterator[_Fault]:
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


# What one part says of another


def _loose_ends(result: Result) -> Iterator[_Fault]:
    rules = {f.rule for f in result.findings}
    for index, site in enumerate(result.site_findings):
        if site.rule not in rules:
            yield ("site_findings", index, "rule"), site.rule, words.a_rule()
    references = {r.id for r in result.references}
    for index, finding in enumerate(result.findings):
        for number, name in enumerate(finding.references):
            if name not in references:
                yield ("findings", index, "references", number), name, words.a_reference()
    yield from _repeated((("tables", n, "name"), t.name) for n, t in enumerate(result.tables))
    yield from _repeated((("quality", n, "id"), q.id) for n, q in enumerate(result.quality))
    yield from _unlike_tables(result)


def _unlike_tables(result: Result) -> Iterator[_Fault]:
    """Yield what findings say of tables that the list of tables says otherwise."""
    state = {
        t.name: None if t.closed else Reason.TABLE_PARTIAL if t.submitted else Reason.NOT_SUBMITTED
        for t in result.tables
    }
    for index, finding in enumerate(result.findings):
        for leaf, measured in enumerate(finding.measured):
            for n, missing in enumerate(measured.missing):
                whole = missing.reason is not Reason.VALUE_MISSING
                known = state.get(missing.table, missing.reason)
                if whole and known is not missing.reason:
                    path = ("findings", index, "measured", leaf, "missing", n, "reason")
                    yield path, missing.reason, known or words.complete()


def _unlike_leaves(result: Result) -> Iterator[_Fault]:
    for index, finding in enumerate(result.findings):
        found, told = set(finding.possible), _by_leaves(finding)
        if any(found == one for one in told):
            continue
        if finding.joined and found <= told[0]:  # how its leaves are joined, only words tell
            continue
        yield ("findings", index, "possible"), _text(finding.possible), _text(in_order(told[0]))


def _by_leaves(finding: Finding) -> Sequence[set[Possible]]:
    """Return what a finding may be by its leaves: by them alone, or where its condition may fail."""
    leaves = [frozenset(leaf.possible) for leaf in finding.measured]
    if finding.joined:
        return [set().union(*leaves) | {Possible.EMPTY}]
    together = set(combine(leaves, best=False))
    if finding.reason is Reason.CONDITION_NOT_MET:
        return [{Possible.EMPTY}]
    return [together, together | {Possible.EMPTY}]


def _text(value: object) -> str:
    """Return a value as it stands in the file, if it is one; else how many there are."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, tuple):
        plain = all(isinstance(v, str) for v in value)
        return "、".join(map(str, value)) or words.nothing() if plain else words.entries(len(value))
    return str(value) or words.blank()
