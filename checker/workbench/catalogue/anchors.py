"""Names of places on the pages: stable, one for each thing, the same on every page.

A rule's anchor is its id, e.g. #ABCD-0502-02. Other names come from rule files and may hold
anything; what an address cannot hold is written as its number between two "~".
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from checker.workbench.catalogue.views import Catalogue

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]")

PAGES: Final = (
    "index", "parameters", "dictionary", "profiles", "readings", "acceptance", "trace", "reads",
    "quality", "references", "glossary", "register",
)  # fmt: skip
"""Pages that are not an item's, in the order of the navigation."""


def safe(name: str) -> str:
    """Return a name as it may stand in addresses and file names; different names stay different."""
    return _UNSAFE.sub(lambda match: f"~{ord(match.group()):x}~", name)


def anchor(kind: str, *names: str) -> str:
    """Return the anchor of a thing: ("rule", id), ("column", table, column) …."""
    named = ".".join(safe(name) for name in names)
    return named if kind == "rule" else f"{kind}.{named}"


def item_page(no: str) -> str:
    """Return the file of an item's page."""
    return f"item-{safe(no)}.html"


def page(name: str) -> str:
    """Return the file of another page."""
    return f"{name}.html"


def addresses(catalogue: Catalogue) -> dict[str, str]:
    """Return the page on which every anchor stands."""
    return dict(_addresses(catalogue))


def _addresses(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for name in PAGES:
        yield anchor("page", name), page(name)
    for item in catalogue.items:
        yield anchor("item", item.item.no), item_page(item.item.no)
        for rule in item.rules:
            yield anchor("rule", rule.rule.id), item_page(item.item.no)
    for kind, home, names in _named(catalogue):
        for one in names:
            yield anchor(kind, *one), page(home)


def _named(catalogue: Catalogue) -> Iterator[tuple[str, str, Iterable[tuple[str, ...]]]]:
    """Yield kind, page and names of what stands on a page with others of its kind."""
    tables = catalogue.tables
    columns = ((t.table.name, c.column.name) for t in tables for c in t.columns)
    populations = ((p.population.name,) for t in tables for p in t.populations)
    yield "chapter", "index", ((c.chapter.no,) for c in catalogue.chapters)
    yield "parameter", "parameters", ((p.parameter.name,) for p in catalogue.parameters)
    yield "table", "dictionary", ((t.table.name,) for t in tables)
    yield "column", "dictionary", columns
    yield "population", "dictionary", populations
    yield "profile", "profiles", ((p.profile.name,) for p in catalogue.profiles)
    yield "contradiction", "readings", ((c.id,) for c in catalogue.contradictions)
    yield "reading", "readings", ((r.name,) for r in catalogue.readings)
    yield "quality", "quality", ((q.check.id,) for q in catalogue.quality)
    yield "reference", "references", ((r.id,) for r in catalogue.references)
    yield "term", "glossary", ((str(n),) for n, _ in enumerate(catalogue.standard.glossary))
