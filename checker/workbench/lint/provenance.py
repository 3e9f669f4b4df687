"""Where things come from: seed places, references, the origin of numbers."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from checker.document.document import Document, Path
from checker.model.problem import Place
from checker.workbench.diagnostic import Gravity
from checker.workbench.lint import words
from checker.workbench.lint.desk import Desk
from checker.workbench.lint.kinds import Hit, hit, lint

_IN_WORDS: Final = re.compile(
    r"(?P<section>§[\d.]+(?:\(\d+\))?|[^\s，；]{1,6}) ?第 ?(?P<line>\d+) ?行(?:第 ?(?P<sentence>\d+) ?句)?"
)


@lint("seed-place", Gravity.ERROR)
def seed_place(desk: Desk) -> Iterator[Hit]:
    """A place that the source document does not have."""
    if desk.outline is None:
        return
    for subject, place, seed in _seeds(desk):
        fault = desk.outline.fault(seed["section"], seed["line"], seed.get("sentence", 0))
        if fault:
            yield hit(place, subject, _shown(seed), fault=words.seed_fault(fault))
    for parameter in desk.parameters:
        for match in _IN_WORDS.finditer(parameter.data["source"]):
            section, line = match["section"], int(match["line"])
            if not section.startswith("§") and section not in desk.outline.sections:
                continue  # a place in another document
            fault = desk.outline.fault(section, line, int(match["sentence"] or 0))
            if fault:
                yield hit(
                    parameter.place("source"),
                    parameter.name,
                    match.group(),
                    fault=words.seed_fault(fault),
                )


def _seeds(desk: Desk) -> Iterator[tuple[str, Place, Mapping[str, Any]]]:
    for rule in desk.rules:
        for i, seed in enumerate(rule.data["source"].get("seed") or ()):
            yield rule.id, rule.place("source", "seed", i), seed
    document = desk.standard
    for path, owner in _of_standard(document):
        for at, seed in _listed(owner.get("seed"), (*path, "seed")):
            yield str(owner.get("no") or owner.get("id")), document.place(at), seed


def _of_standard(document: Document) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for c, chapter in enumerate(document.data["chapters"]):
        yield ("chapters", c), chapter
        for i, item in enumerate(chapter.get("items") or ()):
            yield ("chapters", c, "items", i), item
    for i, one in enumerate(document.data.get("contradictions") or ()):
        yield ("contradictions", i), one


def _listed(seed: Any, path: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    if isinstance(seed, list):
        for i, one in enumerate(seed):
            yield (*path, i), one
    elif seed:
        yield path, seed


def _shown(seed: Mapping[str, Any]) -> str:
    sentence = f" 第{seed['sentence']}句" if seed.get("sentence") else ""
    return f"{seed['section']} 第{seed['line']}行{sentence}"


@lint("seed-missing", Gravity.WARNING)
def seed_missing(desk: Desk) -> Iterator[Hit]:
    """A rule said to rest on the source document that names no place of it."""
    for rule in desk.rules:
        source = rule.data["source"]
        if source["content_basis"] in ("stated", "practice") and not source.get("seed"):
            yield hit(rule.place("source", "content_basis"), rule.id, source["content_basis"])


@lint("reference-missing", Gravity.ERROR)
def reference_missing(desk: Desk) -> Iterator[Hit]:
    """A rule whose content is borrowed, without saying from where."""
    for rule in desk.rules:
        source = rule.data["source"]
        if source["content_basis"] == "referenced" and not source.get("references"):
            yield hit(rule.place("source", "content_basis"), rule.id)


@lint("reference-unchecked", Gravity.WARNING)
def reference_unchecked(desk: Desk) -> Iterator[Hit]:
    """A rule whose content rests on a document that nobody has looked at."""
    known = {r.id: r for r in desk.book.references}
    for rule in desk.rules:
        source = rule.data["source"]
        if source["content_basis"] != "referenced":
            continue
        for i, name in enumerate(source.get("references") or ()):
            if name in known and not known[name].checked_on:
                place = rule.place("source", "references", i)
                yield hit(place, rule.id, name, reference=name)


@lint("reference-unused", Gravity.NOTE)
def reference_unused(desk: Desk) -> Iterator[Hit]:
    """A document on the list that no rule and no parameter leans on."""
    document = desk.documents["references.yaml"]
    used = {n for r in desk.rules for n in r.data["source"].get("references") or ()}
    sources = "\n".join(p.data["source"] for p in desk.parameters)
    for i, one in enumerate(document.data["references"]):
        if one["id"] not in used and not _named(one, sources):
            yield hit(document.place(("references", i, "id")), one["id"], one["id"])


@lint("parameter-source", Gravity.WARNING)
def parameter_source(desk: Desk) -> Iterator[Hit]:
    """A number of the source document without its place, or a borrowed one without its document."""
    references = desk.documents["references.yaml"].data["references"]
    for parameter in desk.parameters:
        origin, source = parameter.data["origin"], parameter.data["source"]
        if origin == "seed" and desk.outline is not None and not _IN_WORDS.search(source):
            yield hit(parameter.place("source"), parameter.name, source, origin=origin)
        if origin == "referenced" and not any(_named(r, source) for r in references):
            yield hit(parameter.place("source"), parameter.name, source, origin=origin)


def _named(reference: Mapping[str, Any], text: str) -> bool:
    title = str(reference["title"])
    return title in text or reference["id"] in text


@lint("clause-claimed", Gravity.ERROR)
def clause_claimed(desk: Desk) -> Iterator[Hit]:
    """A clause number, or a comparison with the full text, claimed outside the crosswalk."""
    for rule in desk.rules:
        source = rule.data["source"]
        for key, empty in (("clause_no", None), ("full_text_verified", False)):
            value = source.get(key, empty)
            if value != empty:
                yield hit(rule.place("source", key), rule.id, str(value), key=key)


@lint("level-basis", Gravity.WARNING)
def level_basis(desk: Desk) -> Iterator[Hit]:
    """A level said to be the full text's, of a rule that was never compared with it."""
    clauses = desk.documents["crosswalk.yaml"].data.get("clauses") or {}
    for rule in desk.rules:
        verified = clauses.get(rule.id, {}).get("full_text_verified", False)
        if rule.data.get("level_basis") == "full_text" and not verified:
            yield hit(rule.place("level_basis"), rule.id)


@lint("parameter-range", Gravity.WARNING)
def parameter_range(desk: Desk) -> Iterator[Hit]:
    """A number without the range a profile may choose from."""
    for parameter in desk.parameters:
        if parameter.data["unit"] in ("list", "column"):
            continue
        missing = [k for k in ("min", "max") if k not in parameter.data]
        if missing:
            yield hit(parameter.place(), parameter.name, missing="、".join(missing))


@lint("parameter-unused", Gravity.ERROR)
def parameter_unused(desk: Desk) -> Iterator[Hit]:
    """A parameter that nothing reads."""
    for parameter in desk.parameters:
        if not desk.users.get(parameter.name):
            yield hit(parameter.place(), parameter.name, parameter.name)


@lint("parameter-elsewhere", Gravity.WARNING)
def parameter_elsewhere(desk: Desk) -> Iterator[Hit]:
    """A parameter kept with one item and used by another, or shared and used by one."""
    for parameter in desk.parameters:
        users = desk.users.get(parameter.name, set())
        if parameter.file == "parameters.yaml":
            if len(users) == 1 and "" not in users:
                yield hit(
                    parameter.place(),
                    parameter.name,
                    users="、".join(users),
                    should=words.own_file(),
                )
            continue
        others = users - {str(parameter.document.data["item"])}
        if others and others != {""}:
            yield hit(
                parameter.place(), parameter.name, users="、".join(sorted(others - {""})),
                should="rules/parameters.yaml",
            )  # fmt: skip
