"""A Catalogue → the files of the catalogue, all in memory."""

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from checker import __version__
from checker.language.explain import spoken
from checker.model.numerals import decimal, percent
from checker.workbench import pages
from checker.workbench.catalogue import words
from checker.workbench.catalogue.anchors import PAGES, addresses, anchor, item_page, page
from checker.workbench.catalogue.gather import CASE_OUTCOMES
from checker.workbench.catalogue.search import script
from checker.workbench.catalogue.summary import index_of, summary
from checker.workbench.catalogue.views import Catalogue, ItemView

MANIFEST: Final = "manifest.json"
"""Lists every other file with its digest: by it a folder is known to be a catalogue."""

START: Final = "index.html"


def files(catalogue: Catalogue) -> dict[str, bytes]:
    """Return every file of a catalogue by name; equal catalogues give equal bytes."""
    where = addresses(catalogue)
    shared = _shared(catalogue)
    made = {page(name): _page(name, shared, where) for name in PAGES}
    for item in catalogue.items:
        made[item_page(item.item.no)] = _item(item, shared, where)
    made[page("all")] = _whole(shared, where)
    made["style.css"] = pages.style_sheet()
    made["catalogue.js"] = (pages.FOLDER / "catalogue.js").read_text(encoding="utf-8")
    made["entries.js"] = script(catalogue)
    found = {name: made[name].encode() for name in sorted(made)}
    found[MANIFEST] = _manifest(catalogue, found)
    return found


def _manifest(catalogue: Catalogue, found: Mapping[str, bytes]) -> bytes:
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}
    held = {"rule_set": catalogue.digest, "profile": catalogue.profile.name, "files": digests}
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def _shared(catalogue: Catalogue) -> dict[str, Any]:
    """Return what every template sees."""
    heading = words.heading(catalogue.standard.title)
    return {
        "c": catalogue,
        "heading": heading,
        "home": page("index"),
        "pages": [(page(name), words.page_title(name)) for name in (*PAGES, "all")],
        "style": "",
        "made_of": words.made_of(
            catalogue.version, catalogue.digest[:16], catalogue.profile.title, __version__
        ),
        "words": words,
        "anchor": anchor,
        "outcomes": CASE_OUTCOMES,
        "summary": summary(catalogue),
        "index": index_of(catalogue),
        "by_rule": {r.rule.id: r for r in catalogue.rules},
        "by_parameter": {p.parameter.name: p for p in catalogue.parameters},
        "by_table": {t.table.name: t for t in catalogue.tables},
        "by_reference": {r.id: r for r in catalogue.references},
        "by_population": {
            p.population.name: p.population.label for t in catalogue.tables for p in t.populations
        },
        "known_contradictions": {x.id for x in catalogue.contradictions},
        "kinds": sorted({kind for p in catalogue.profiles for kind, _ in p.differences}),
        "titles": _titles(catalogue),
        "conditions": {
            x.id: words.conditions(x.requires) for x in catalogue.acceptance.conclusions
        },
        "most_points": max((i.points for i in catalogue.items), default=0),
        "value_text": partial(spoken, dictionary=catalogue.dictionary),
        "percent": percent,
        "decimal": decimal,
    }


def _titles(catalogue: Catalogue) -> dict[str, str]:
    """Return what the subject of a profile's difference is called."""
    return {
        **{r.rule.id: r.rule.title for r in catalogue.rules},
        **{p.parameter.name: p.parameter.title for p in catalogue.parameters},
        **{i.item.no: i.item.title for i in catalogue.items},
        **{r.name: r.title for r in catalogue.readings},
    }


def _page(name: str, shared: Mapping[str, Any], where: Mapping[str, str]) -> str:
    title = shared["heading"] if name == "index" else words.page_title(name)
    context = {"title": title, "here": page(name), "sections": [name], "items": [], "current": ""}
    return _rendered({**shared, **context}, partial(_link, where, page(name)))


def _item(item: ItemView, shared: Mapping[str, Any], where: Mapping[str, str]) -> str:
    here = item_page(item.item.no)
    title = f"{item.item.no} {item.item.title}"
    context = {
        "title": title, "here": here, "sections": [], "items": [item], "current": item.item.no,
    }  # fmt: skip
    return _rendered({**shared, **context}, partial(_link, where, here))


def _whole(shared: Mapping[str, Any], where: Mapping[str, str]) -> str:
    """Return everything as one page to print."""
    context = {
        "title": words.page_title("all"), "here": page("all"), "sections": list(PAGES),
        "items": list(shared["c"].items), "current": "",
    }  # fmt: skip
    here = dict.fromkeys(where, page("all"))
    return _rendered({**shared, **context}, partial(_link, here, page("all")))


def _rendered(context: Mapping[str, Any], link: Callable[..., str]) -> str:
    return pages.render("catalogue/page.html.j2", {**context, "link": link})


def _link(where: Mapping[str, str], here: str, kind: str, *names: str) -> str:
    """Return the address of a thing; a thing that has no place is an error of the program."""
    at = anchor(kind, *names)
    found = where[at]
    return f"#{at}" if found == here else f"{found}#{at}"
