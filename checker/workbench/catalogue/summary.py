"""Figures of the start page, and the index by first letter of meaning: table, parameter, reference."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from checker.model.outcome import Basis, Level, Origin
from checker.workbench.catalogue.views import Catalogue


def summary(catalogue: Catalogue) -> dict[str, Any]:
    """Return what the start page counts."""
    rules = catalogue.rules
    levels = Counter(r.rule.level for r in rules)
    content = Counter(r.rule.source.content_basis for r in rules)
    origins = Counter(p.parameter.origin for p in catalogue.parameters)
    return {
        "chapters": sum(not c.chapter.reserved for c in catalogue.chapters),
        "items": len(catalogue.items),
        "rules": len(rules),
        "levels": [(level, levels[level]) for level in Level],
        "parameters": len(catalogue.parameters),
        "tables": len(catalogue.tables),
        "columns": sum(len(t.columns) for t in catalogue.tables),
        "cases": sum(len(r.cases) for r in rules),
        "profiles": len(catalogue.profiles),
        "content": [(basis, content[basis]) for basis in Basis],
        "origins": [(origin, origins[origin]) for origin in Origin],
    }


def index_of(catalogue: Catalogue) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return the index: which rules lean on each table, parameter and reference."""
    return {
        "table": tuple((t.table.name, t.rules) for t in catalogue.tables),
        "parameter": tuple((p.parameter.name, p.rules) for p in catalogue.parameters),
        "reference": tuple(
            (r.id, tuple(v.rule.id for v in catalogue.rules if r.id in v.rule.source.references))
            for r in catalogue.references
        ),
    }
