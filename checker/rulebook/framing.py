"""What must hold within the files that frame the rules: standard, references, acceptance."""

from collections.abc import Iterable

from checker.document.document import Document, Path
from checker.model.dictionary import Dictionary
from checker.model.problem import Problem
from checker.rulebook import words
from checker.rulebook.documents.acceptance import AcceptanceShape
from checker.rulebook.documents.standard import ReferencesShape, StandardShape
from checker.rulebook.shaping import nearest


def check_standard(shape: StandardShape, document: Document, problems: list[Problem]) -> None:
    """Report chapters and items whose number was given before."""
    chapters = [(("chapters", i, "no"), c.no) for i, c in enumerate(shape.chapters)]
    items = [
        (("chapters", i, "items", j, "no"), item.no)
        for i, chapter in enumerate(shape.chapters)
        for j, item in enumerate(chapter.items)
    ]
    _check_once("chapter", chapters, document, problems)
    _check_once("item", items, document, problems)


def check_points(
    shape: StandardShape, document: Document, total: int, problems: list[Problem]
) -> None:
    """Report items whose points do not make the total."""
    found = sum(i.points for c in shape.chapters for i in c.items)
    if found != total:
        said = words.points_do_not_add_up(found, total)
        place = document.place(("chapters",), key=True)
        problems.append(Problem(place, "points", said[0], advice=said[1]))


def check_references(shape: ReferencesShape, document: Document, problems: list[Problem]) -> None:
    """Report references whose id was given before."""
    named = [(("references", i, "id"), r.id) for i, r in enumerate(shape.references)]
    _check_once("reference", named, document, problems)


def check_acceptance(
    shape: AcceptanceShape,
    document: Document,
    dictionary: Dictionary,
    rules: Iterable[str],
    problems: list[Problem],
) -> None:
    """Report names that do not exist, and grades or conclusions that leave a gap."""
    vetoes = [(("enabled_vetoes", i), r) for i, r in enumerate(shape.enabled_vetoes)]
    tables = [(("systemic_tables", i), t) for i, t in enumerate(shape.systemic_tables)]
    _check_known("rule", vetoes, list(rules), document, problems)
    _check_known("table", tables, list(dictionary.tables), document, problems)
    least = [g.at_least for g in shape.grades]
    if least != sorted(set(least), reverse=True) or least[-1] > 0:
        said = words.acceptance_fault("grades")
        place = document.place(("grades",), key=True)
        problems.append(Problem(place, "grades_order", said[0], advice=said[1]))
    if any(v is not None for _, v in shape.conclusions[-1].requires):
        said = words.acceptance_fault("conclusions")
        place = document.place(("conclusions", len(shape.conclusions) - 1, "requires"), key=True)
        problems.append(Problem(place, "no_last_conclusion", said[0], advice=said[1]))


def _check_once(
    what: str, named: Iterable[tuple[Path, str]], document: Document, problems: list[Problem]
) -> None:
    first: dict[str, Path] = {}
    for at, name in named:
        if name in first:
            said = words.duplicate(what, name, str(document.place(first[name])))
            place = document.place(at)
            problems.append(Problem(place, f"duplicate_{what}", said[0], name, advice=said[1]))
        first.setdefault(name, at)


def _check_known(
    what: str,
    named: Iterable[tuple[Path, str]],
    known: list[str],
    document: Document,
    problems: list[Problem],
) -> None:
    for at, name in named:
        if name not in known:
            said = words.unknown(what, name, nearest(name, known))
            problems.append(
                Problem(document.place(at), f"unknown_{what}", said[0], name, advice=said[1])
            )
