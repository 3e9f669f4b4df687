"""What must hold within the files that frame the rules: standard, references, acceptance."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from checker.document.document import Document, Path
from checker.model.problem import Problem
from checker.rulebook import words
from checker.rulebook.documents.acceptance import AcceptanceShape, GradeShape
from checker.rulebook.documents.standard import ReferencesShape, StandardShape
from checker.rulebook.names import Declared
from checker.rulebook.shaping import nearest
from checker.rulebook.unread import is_read


def check_standard(shape: StandardShape, document: Document, problems: list[Problem]) -> None:
    """Report what was given before: numbers of chapters and items, ids."""
    items = [
        (("chapters", i, "items", j, "no"), item.no)
        for i, chapter in enumerate(shape.chapters)
        for j, item in enumerate(chapter.items)
    ]
    chapters = [(("chapters", i, "no"), c.no) for i, c in enumerate(shape.chapters)]
    open_ = [(("contradictions", i, "id"), c.id) for i, c in enumerate(shape.contradictions)]
    readings = [(("readings", i, "name"), r.name) for i, r in enumerate(shape.readings)]
    check_once("chapter", chapters, document, problems)
    check_once("item", items, document, problems)
    check_once("contradiction", open_, document, problems)
    check_once("reading", readings, document, problems)


def check_points(
    shape: StandardShape, document: Document, total: int, problems: list[Problem]
) -> None:
    """Report items whose points do not make the total."""
    points = [i.points for c in shape.chapters for i in c.items]
    whole = is_read(shape.chapters, *(c.items for c in shape.chapters), *points, total)
    if whole and sum(points) != total:
        said = words.points_do_not_add_up(sum(points), total)
        place = document.place(("chapters",), key=True)
        problems.append(Problem(place, "points", said[0], advice=said[1]))


def check_references(shape: ReferencesShape, document: Document, problems: list[Problem]) -> None:
    """Report references whose id was given before."""
    named = [(("references", i, "id"), r.id) for i, r in enumerate(shape.references)]
    check_once("reference", named, document, problems)


def check_acceptance(
    shape: AcceptanceShape, document: Document, declared: Declared, problems: list[Problem]
) -> None:
    """Report names that do not exist, and grades or conclusions that leave a gap."""
    for i, rule in enumerate(shape.enabled_vetoes):
        check_known("rule", rule, ("enabled_vetoes", i), document, declared, problems)
    for i, table in enumerate(shape.systemic_tables):
        check_known("table", table, ("systemic_tables", i), document, declared, problems)
    _check_grades(shape.grades, document, problems)
    if shape.conclusions and any(v is not None for _, v in shape.conclusions[-1].requires):
        said = words.no_last_conclusion()
        place = document.place(("conclusions", len(shape.conclusions) - 1, "requires"), key=True)
        problems.append(Problem(place, "no_last_conclusion", said[0], advice=said[1]))


def _check_grades(
    grades: Sequence[GradeShape], document: Document, problems: list[Problem]
) -> None:
    """Report each grade that does not fall into the order of the most others."""
    points = [(i, g.at_least) for i, g in enumerate(grades) if is_read(g.at_least)]
    in_order = _longest_fall(points)
    for i, least in points:
        if (i, least) not in in_order:
            said = words.grade_out_of_order(least)
            place = document.place(("grades", i, "at_least"))
            problems.append(Problem(place, "grades_order", said[0], str(least), advice=said[1]))
    last = grades[-1].at_least if grades else 0
    if is_read(last) and last > 0:
        said = words.no_last_grade()
        place = document.place(("grades", len(grades) - 1, "at_least"))
        problems.append(Problem(place, "no_last_grade", said[0], str(last), advice=said[1]))


Step = tuple[int, int | Fraction]


def _longest_fall(points: Sequence[Step]) -> Sequence[Step]:
    """Return the most members, first ones before later ones, of which each is less than the one before."""
    best: list[list[Step]] = []
    for step in points:
        before = [chain for chain in best if chain[-1][1] > step[1]]
        best.append([*max(before, key=len, default=[]), step])
    return max(best, key=len, default=[])


def check_once(
    what: str, named: Iterable[tuple[Path, str]], document: Document, problems: list[Problem]
) -> None:
    """Report names that were given before."""
    first: dict[str, Path] = {}
    for at, name in named:
        if name in first:
            said = words.duplicate(what, name, str(document.place(first[name])))
            place = document.place(at)
            problems.append(Problem(place, f"duplicate_{what}", said[0], name, advice=said[1]))
        if is_read(name):
            first.setdefault(name, at)


def check_known(
    what: str,
    name: str,
    at: Path,
    document: Document,
    declared: Declared,
    problems: list[Problem],
    *,
    of: str = "",
    gone: bool = False,
) -> None:
    """Report a name that is not declared, or is gone since."""
    if declared.lacks(what, name, of) or gone:
        said = words.unknown(what, name, "" if gone else nearest(name, declared(what, of)))
        place = document.place(at)
        problems.append(Problem(place, f"unknown_{what}", said[0], name, advice=said[1]))
