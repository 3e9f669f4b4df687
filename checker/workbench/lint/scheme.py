"""Points, weights, grades, conclusions, profiles: whether every one of them can matter."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

from checker.document.document import Document
from checker.model.value import exact
from checker.workbench.diagnostic import Gravity
from checker.workbench.lint.desk import Desk
from checker.workbench.lint.kinds import Hit, hit, lint

SCHEME: Final = "acceptance.yaml"
_AT_MOST: Final = ("vetoes", "major", "missing_requirements", "untested")
_AT_LEAST: Final = ("score", "every_chapter")


@lint("item-without-rules", Gravity.WARNING)
def item_without_rules(desk: Desk) -> Iterator[Hit]:
    """An item of the content list that nothing asks about."""
    known = {str(r.document.data["item"]) for r in desk.rules}
    for chapter in desk.book.standard.chapters:
        for item in chapter.items:
            if item.no not in known:
                yield hit(
                    desk.rule_set.item_place(item.no), item.no, item.title, points=item.points
                )


@lint("chapter-empty", Gravity.ERROR)
def chapter_empty(desk: Desk) -> Iterator[Hit]:
    """A chapter with neither items nor a word on why, or with both."""
    for i, chapter in enumerate(desk.standard.data["chapters"]):
        if bool(chapter.get("items")) == bool(chapter.get("reserved")):
            yield hit(desk.standard.place(("chapters", i, "no")), chapter["no"], chapter["title"])


@lint("item-weightless", Gravity.ERROR)
def item_weightless(desk: Desk) -> Iterator[Hit]:
    """An item with points that none of its rules can earn."""
    weights: dict[str, int] = {}
    for rule in desk.rules:
        item = str(rule.document.data["item"])
        weights[item] = weights.get(item, 0) + rule.data["weight"]
    for chapter in desk.standard.data["chapters"]:
        for item in chapter.get("items") or ():
            if item["points"] and weights.get(item["no"]) == 0:
                yield hit(desk.rule_set.item_place(item["no"]), item["no"], points=item["points"])


@lint("weight-zero", Gravity.WARNING)
def weight_zero(desk: Desk) -> Iterator[Hit]:
    """A rule of 应 or 宜 that no score shows."""
    for rule in desk.rules:
        if rule.data["level"] != "permission" and not rule.data["weight"]:
            yield hit(rule.place("weight"), rule.id, "0")


@lint("severity-level", Gravity.WARNING)
def severity_level(desk: Desk) -> Iterator[Hit]:
    """A severity that the level never lets come about."""
    for rule in desk.rules:
        if rule.data["level"] != "requirement" and rule.data.get("severity") == "major":
            yield hit(rule.place("severity"), rule.id, "major")


@lint("grade-beyond-total", Gravity.ERROR)
def grade_unreachable(desk: Desk) -> Iterator[Hit]:
    """A grade that asks for more points than there are, or whose name is taken."""
    document = desk.documents[SCHEME]
    total, names = document.data["total"], set()
    for i, grade in enumerate(document.data["grades"]):
        if exact(str(grade["at_least"])) > total:
            place = document.place(("grades", i, "at_least"))
            yield hit(place, grade["id"], str(grade["at_least"]), total=total)
        elif grade["id"] in names:
            yield hit(document.place(("grades", i, "id")), grade["id"], grade["id"], total=total)
        names.add(grade["id"])


@lint("conclusion-forestalled", Gravity.ERROR)
def conclusion_unreachable(desk: Desk) -> Iterator[Hit]:
    """A conclusion that an earlier one, asking no more, always forestalls."""
    document = desk.documents[SCHEME]
    conclusions = document.data["conclusions"]
    for i, conclusion in enumerate(conclusions):
        for earlier in conclusions[:i]:
            if _no_stricter(earlier["requires"], conclusion["requires"]):
                place = document.place(("conclusions", i, "id"))
                yield hit(place, conclusion["id"], conclusion["title"], other=earlier["title"])
                break


def _no_stricter(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Tell whether whatever meets the right requirements meets the left ones."""
    for key in (*_AT_MOST, *_AT_LEAST):
        a, b = left.get(key), right.get(key)
        if a is None:
            continue
        if b is None:
            return False
        x, y = Fraction(exact(str(a))), Fraction(exact(str(b)))
        if (x < y) if key in _AT_MOST else (x > y):
            return False
    return True


@lint("veto-not-candidate", Gravity.WARNING)
def veto_not_candidate(desk: Desk) -> Iterator[Hit]:
    """A veto switched on for a rule that is not marked as a candidate."""
    candidates = {r.id for r in desk.rules if r.data.get("veto_candidate")}
    scheme = desk.documents[SCHEME]
    for i, rule in enumerate(scheme.data.get("enabled_vetoes") or ()):
        if rule not in candidates:
            yield hit(scheme.place(("enabled_vetoes", i)), rule, rule)
    for _, document in desk.profiles():
        for i, veto in enumerate(document.data.get("vetoes") or ()):
            if veto["rule"] not in candidates:
                yield hit(document.place(("vetoes", i, "rule")), veto["rule"], veto["rule"])


@lint("choice-idle", Gravity.WARNING)
def choice_idle(desk: Desk) -> Iterator[Hit]:
    """A choice of a profile that is what the rule set says anyway, or that is made twice."""
    rules = {r.id: r.data for r in desk.rules}
    values = {p.name: p.data["default"] for p in desk.parameters}
    points = {
        i["no"]: i["points"] for c in desk.standard.data["chapters"] for i in c.get("items") or ()
    }
    for name, document in desk.profiles():
        base = bool(document.data.get("extends"))  # what it extends may have chosen otherwise
        looks = (
            ("levels", "rule", lambda c: rules[c["rule"]]["level"] == c["level"]),
            ("weights", "rule", lambda c: rules[c["rule"]]["weight"] == c["weight"]),
            ("parameters", "name", lambda c: _same(values.get(c["name"]), c["value"])),
            ("points", "item", lambda c: points.get(c["item"]) == c["points"]),
            ("vetoes", "rule", lambda _: False),
            ("off", "rule", lambda _: False),
        )
        for key, by, idle in looks:
            seen: set[str] = set()
            for i, choice in enumerate(document.data.get(key) or ()):
                if choice[by] in seen or (not base and idle(choice)):
                    yield hit(document.place((key, i)), f"profiles/{name}.yaml", choice[by])
                seen.add(choice[by])


def _same(default: Any, value: Any) -> bool:
    if isinstance(default, list) or isinstance(value, list):
        return bool(default == value)
    try:
        return exact(str(default)) == exact(str(value))
    except ValueError:
        return bool(default == value)


@lint("profile-unsigned", Gravity.WARNING)
def profile_unsigned(desk: Desk) -> Iterator[Hit]:
    """A profile that lowers levels wholesale and does not say who decided it."""
    for name, document in desk.profiles():
        if document.data.get("practice_requirements_become") and not document.data.get(
            "decided_by"
        ):
            place = _whole(document, "practice_requirements_become")
            yield hit(place, f"profiles/{name}.yaml")


def _whole(document: Document, key: str) -> Any:
    return document.place((key,), key=True)


@lint("reading-loose", Gravity.ERROR)
def reading_loose(desk: Desk) -> Iterator[Hit]:
    """A reading of a contradiction that is not on the list, or an aspect that has no title."""
    document = desk.standard
    known = {c["id"] for c in document.data.get("contradictions") or ()}
    for i, reading in enumerate(document.data.get("readings") or ()):
        if reading["contradiction"] not in known:
            place = document.place(("readings", i, "contradiction"))
            yield hit(place, reading["name"], reading["contradiction"])
    aspects = document.data.get("aspects") or {}
    for c, chapter in enumerate(document.data["chapters"]):
        for i, item in enumerate(chapter.get("items") or ()):
            if item.get("aspect") and item["aspect"] not in aspects:
                place = document.place(("chapters", c, "items", i, "aspect"))
                yield hit(place, item["no"], item["aspect"])
