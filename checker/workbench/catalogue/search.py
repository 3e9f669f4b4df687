"""What the search looks through: one entry a thing, its texts joined.

The pages search it as plain text, so that a Chinese word is found wherever it stands.
"""

import json
from collections.abc import Iterator

from checker.workbench.catalogue import words
from checker.workbench.catalogue.anchors import addresses, anchor
from checker.workbench.catalogue.views import Catalogue, RuleView

Entry = tuple[str, str, str, str]
"""Kind in words, title, address, text."""


def script(catalogue: Catalogue) -> str:
    """Return the script that hands the entries to the pages; no page fetches anything."""
    where = addresses(catalogue)
    rows = [
        (words.found_kind(kind), title, f"{where[at]}#{at}", text)
        for kind, title, at, text in _entries(catalogue)
    ]
    data = json.dumps({"entries": rows, "words": words.count_found()}, ensure_ascii=False)
    return f"window.CATALOGUE = {data};\n"


def _entries(catalogue: Catalogue) -> Iterator[Entry]:
    for item in catalogue.items:
        title = f"{item.item.no} {item.item.title}"
        yield "item", title, anchor("item", item.item.no), item.chapter.title
        for rule in item.rules:
            yield (
                "rule",
                f"{rule.rule.id} {rule.rule.title}",
                anchor("rule", rule.rule.id),
                _rule(rule),
            )
    for p in catalogue.parameters:
        text = f"{p.parameter.name} {p.value} {p.parameter.source}"
        yield "parameter", p.parameter.title, anchor("parameter", p.parameter.name), text
    yield from _dictionary(catalogue)
    for profile in catalogue.profiles:
        one = profile.profile
        yield "profile", one.title, anchor("profile", one.name), f"{one.name} {one.summary}"
    for c in catalogue.contradictions:
        yield "contradiction", c.id, anchor("contradiction", c.id), f"{c.contradiction} {c.reading}"
    for q in catalogue.quality:
        title = f"{q.check.id} {q.check.title}"
        yield "quality", title, anchor("quality", q.check.id), q.check.meaning
    for r in catalogue.references:
        yield "reference", r.title, anchor("reference", r.id), f"{r.id} {r.edition} {r.checked}"
    for number, (term, meaning) in enumerate(catalogue.standard.glossary):
        yield "term", term, anchor("term", str(number)), meaning


def _dictionary(catalogue: Catalogue) -> Iterator[Entry]:
    for view in catalogue.tables:
        table = view.table
        yield "table", table.label, anchor("table", table.name), f"{table.name} {table.guidance}"
        for shown in view.columns:
            column = shown.column
            title = f"{table.label} › {column.label}"
            text = f"{table.name}.{column.name} {column.guidance} {' '.join(column.values)}"
            yield "column", title, anchor("column", table.name, column.name), text
        for p in view.populations:
            one = p.population
            yield (
                "population",
                one.label,
                anchor("population", one.name),
                f"{one.name} {p.condition}",
            )


def _rule(rule: RuleView) -> str:
    texts = (rule.rule.requirement, rule.applies, rule.sentence, rule.rule.remedy, rule.rule.note)
    return " ".join(text for text in texts if text)
