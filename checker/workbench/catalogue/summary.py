"""Figures of the start page, and the index: which rules lean on a table, parameter, reference."""

from collections import Counter

from checker.model.frozen import dataclass
from checker.model.outcome import Basis, Level, Origin
from checker.workbench.catalogue.views import Catalogue


@dataclass(frozen=True, slots=True)
class Summary:
    """What the start page counts; `content` and `levels` speak of the rules as written."""

    chapters: int
    items: int
    rules: int
    parameters: int
    tables: int
    columns: int
    cases: int
    profiles: int
    levels: tuple[tuple[Level, int], ...]
    content: tuple[tuple[Basis, int], ...]
    origins: tuple[tuple[Origin, int], ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Ids of the rules that lean on each table, parameter and reference."""

    table: tuple[tuple[str, tuple[str, ...]], ...]
    parameter: tuple[tuple[str, tuple[str, ...]], ...]
    reference: tuple[tuple[str, tuple[str, ...]], ...]


def summary(catalogue: Catalogue) -> Summary:
    """Return what the start page counts."""
    rules = catalogue.rules
    levels = Counter(r.rule.level for r in rules)
    content = Counter(r.rule.source.content_basis for r in rules)
    origins = Counter(p.parameter.origin for p in catalogue.parameters)
    return Summary(
        chapters=sum(not c.chapter.reserved for c in catalogue.chapters),
        items=len(catalogue.items),
        rules=len(rules),
        parameters=len(catalogue.parameters),
        tables=len(catalogue.tables),
        columns=sum(len(t.columns) for t in catalogue.tables),
        cases=sum(len(r.cases) for r in rules),
        profiles=len(catalogue.profiles),
        levels=tuple((level, levels[level]) for level in Level),
        content=tuple((basis, content[basis]) for basis in Basis),
        origins=tuple((origin, origins[origin]) for origin in Origin),
    )


def index_of(catalogue: Catalogue) -> Index:
    """Return the index of a catalogue."""
    return Index(
        tuple((t.table.name, t.rules) for t in catalogue.tables),
        tuple((p.parameter.name, p.rules) for p in catalogue.parameters),
        tuple(
            (r.id, tuple(v.rule.id for v in catalogue.rules if r.id in v.rule.source.references))
            for r in catalogue.references
        ),
    )
