"""Numbers, names and paths: each thing stands where its number says, under a name of its own."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any, Final

from checker.rulebook.files import CASES, OUTLINE, RULES, WORKBENCH
from checker.workbench.diagnostic import Gravity
from checker.workbench.lint.desk import Desk, Written
from checker.workbench.lint.kinds import Hit, hit, lint

_SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SIDES: Final = {"_min": "at_least", "_max": "at_most"}


@lint("folder-number", Gravity.ERROR)
def folder_number(desk: Desk) -> Iterator[Hit]:
    """A rule file whose folders are not those of its chapter and item."""
    chapters = {
        item["no"]: chapter["no"]
        for chapter in desk.standard.data["chapters"]
        for item in chapter.get("items") or ()
    }
    for file, document in desk.documents.items():
        path = PurePosixPath(file)
        if path.name != RULES:
            continue
        item = str(document.data["item"])
        chapter = chapters.get(item, item.split(".", maxsplit=1)[0])
        wanted = rf"{re.escape(chapter)}-{_SLUG}/{re.escape(item)}-{_SLUG}/rules\.yaml"
        if not re.fullmatch(wanted, file):
            yield hit(
                document.place(("item",)), file, str(path.parent),
                wanted=f"rules/{chapter}-…/{item}-…",
            )  # fmt: skip


@lint("id-standard", Gravity.ERROR)
def id_standard(desk: Desk) -> Iterator[Hit]:
    """An id that does not begin with the id of the standard."""
    standard = desk.book.standard.id
    for rule in desk.rules:
        if not rule.id.startswith(f"{standard}-"):
            yield hit(rule.place(), rule.id, rule.id, standard=standard)


@lint("id-order", Gravity.WARNING)
def id_order(desk: Desk) -> Iterator[Hit]:
    """Rules of a file that do not stand in the order of their numbers, or leave one out."""
    for rules in _by_file(desk).values():
        before = 0
        for rule in rules:
            number = int(rule.id[-2:])
            if number != before + 1:
                yield hit(rule.place(), rule.id, rule.id, wanted=f"{rule.id[:-2]}{before + 1:02}")
            before = max(before, number)


def _by_file(desk: Desk) -> dict[str, list[Written]]:
    found: dict[str, list[Written]] = defaultdict(list)
    for rule in desk.rules:
        found[rule.file].append(rule)
    return found


@lint("item-split", Gravity.ERROR)
def item_split(desk: Desk) -> Iterator[Hit]:
    """Two rule files for one item."""
    first: dict[str, str] = {}
    for file, document in desk.documents.items():
        if PurePosixPath(file).name == RULES:
            item = str(document.data["item"])
            known = first.setdefault(item, file)
            if known != file:
                yield hit(document.place(("item",)), item, item, other=known)


@lint("file-stray", Gravity.WARNING)
def file_stray(desk: Desk) -> Iterator[Hit]:
    """A file that nothing reads, or cases that stand beside no rules."""
    folder = desk.rule_set.folder
    known = {*desk.documents, WORKBENCH, OUTLINE}
    for path in sorted(folder.rglob("*")):
        file = path.relative_to(folder).as_posix()
        if not path.is_file() or file in known:
            continue
        beside = path.name == CASES and path.with_name(RULES).is_file()
        if not beside:
            yield hit(desk.shown(file), file, path.name)


@lint("parameter-name", Gravity.WARNING)
def parameter_name(desk: Desk) -> Iterator[Hit]:
    """A name that ends in _min for an upper limit, or in _max for a lower one."""
    sides: dict[str, set[str]] = defaultdict(set)
    for rule in desk.rules:
        _gather(rule.data.get("check"), "", sides)
        _gather(rule.data.get("applies_when"), "", sides)
    for parameter in desk.parameters:
        for ending, side in _SIDES.items():
            used = sides[parameter.name]
            if parameter.name.endswith(ending) and used and side not in used:
                yield hit(parameter.place(), parameter.name, parameter.name, ending=ending)


def _gather(node: Any, key: str, sides: dict[str, set[str]]) -> None:
    if isinstance(node, str):
        if node.startswith("$") and key in ("at_least", "at_most"):
            sides[node[1:]].add(key)
    elif isinstance(node, dict):
        for name, value in node.items():
            _gather(value, key if name == "over_period" else name, sides)
    elif isinstance(node, list):
        for value in node:
            _gather(value, key, sides)


@lint("profile-name", Gravity.ERROR)
def profile_name(desk: Desk) -> Iterator[Hit]:
    """A profile whose file is called otherwise."""
    for name, document in desk.profiles():
        if isinstance(document.data, dict) and document.data.get("name") != name:
            found = str(document.data.get("name"))
            yield hit(document.place(("name",)), f"profiles/{name}.yaml", found, wanted=name)


@lint("label-repeated", Gravity.ERROR)
def label_repeated(desk: Desk) -> Iterator[Hit]:
    """Two tables, two columns of a table, or two values that readers cannot tell apart."""
    document = desk.dictionary
    labels: dict[str, str] = {}
    for name, table in document.data["tables"].items():
        if labels.setdefault(table["label"], name) != name:
            yield hit(
                document.place(("tables", name, "label")),
                name,
                table["label"],
                other=labels[table["label"]],
            )
        columns: dict[str, str] = {}
        for key, column in table["columns"].items():
            at = ("tables", name, "columns", key)
            if columns.setdefault(column["label"], key) != key:
                subject, other = f"{name}.{key}", columns[column["label"]]
                yield hit(document.place((*at, "label")), subject, column["label"], other=other)
            values = sorted(column.get("values") or ())
            for left, right in pairwise(values):
                if left == right:
                    yield hit(document.place((*at, "values")), f"{name}.{key}", left, other=left)


@lint("case-name-repeated", Gravity.WARNING)
def case_name_repeated(desk: Desk) -> Iterator[Hit]:
    """Two cases of a rule under one name."""
    first: dict[tuple[str, str], Any] = {}
    for case in desk.rule_set.cases:
        known = first.setdefault((case.shape.rule, case.shape.name), case)
        if known is not case:
            place = case.document.place(("cases", case.index, "name"))
            related = ((known.document.place(("cases", known.index, "name")), case.shape.rule),)
            yield Hit(
                place,
                case.shape.rule,
                {"other": known.place.line},
                case.shape.name,
                related=related,
            )
