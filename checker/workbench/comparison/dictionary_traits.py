"""The data dictionary as records, each with the rules that read it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from checker.language.explain import explain_condition
from checker.model.dictionary import Column, Table
from checker.model.numerals import decimal
from checker.model.problem import Place
from checker.workbench.comparison import names
from checker.workbench.comparison.change import Effect, Record, Subject, Trait
from checker.workbench.comparison.resolving import columns_of, populations, resolved_node
from checker.workbench.comparison.traits import Version

Readers = Mapping[tuple[str, str], tuple[str, ...]]


def dictionary_records(side: Version) -> Iterator[Record]:
    """Yield tables, columns and populations."""
    dictionary = side.book.dictionary
    readers = _readers(side)
    file = side.rules.documents[side.rules.files.dictionary_file]
    traits = (
        Trait("subject", (dictionary.subject, dictionary.subject_name),
              f"{dictionary.subject}.{dictionary.subject_name}", file.place(("subject",)), Effect.INPUT),
        Trait("evidence_table", dictionary.evidence, dictionary.evidence, file.place(("evidence",))),
    )  # fmt: skip
    yield Record(Subject.DICTIONARY, "dictionary", names.subject(Subject.DICTIONARY), traits)
    for table in dictionary.tables.values():
        place = side.rules.column_place(table.name)
        reading = readers.get((table.name, ""), ())
        yield Record(
            Subject.TABLE, table.name, table.label, tuple(_table_traits(table, place)),
            Effect.INPUT, place, reading, table.label,
        )  # fmt: skip
        for column in table.columns.values():
            yield _column(table, column, side, readers)
    used = _users(side)
    for population in dictionary.populations.values():
        place = file.place(("populations", population.name), key=True)
        said = explain_condition(population.where, population.of, side.speaker)
        meaning = resolved_node(population.where, side.book)
        yield Record(
            Subject.POPULATION, population.name, population.label,
            (
                Trait("label", population.label, population.label, place),
                Trait("of", population.of, population.of, place, Effect.MEANING),
                Trait("where", population.where, said, place, Effect.MEANING),
                Trait("guidance", population.guidance, population.guidance, place),
            ),
            Effect.WORDS, place, used.get(population.name, ()), (population.of, meaning),
        )  # fmt: skip


def _readers(side: Version) -> Readers:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for rule in side.book.rules:
        reads = columns_of(rule, side.book)
        for read in reads | {type(r)(r.table, "") for r in reads}:
            found[read.table, read.column].append(rule.id)
    return {key: tuple(ids) for key, ids in found.items()}


def _users(side: Version) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for rule in side.book.rules:
        for name in sorted(set(populations((rule.check, rule.applies_when), side.book.dictionary))):
            found[name].append(rule.id)
    return {name: tuple(ids) for name, ids in found.items()}


def _table_traits(table: Table, place: Place) -> Iterator[Trait]:
    yield Trait("label", table.label, table.label, place)
    yield Trait("counting", table.unit, table.unit, place)
    yield Trait("one_row", table.one_row, names.yes(table.one_row), place, Effect.INPUT)
    yield Trait("guidance", table.guidance, table.guidance, place)
    yield Trait("dates_in_order", table.order, _chains(table), place, Effect.INPUT)


def _chains(table: Table) -> str:
    return "; ".join(" ≤ ".join(names) for names in table.order)


def _column(table: Table, column: Column, side: Version, readers: Readers) -> Record:
    name = f"{table.name}.{column.name}"
    traits = tuple(_column_traits(table, column, side))
    return Record(
        Subject.COLUMN, name, f"{table.label}·{column.label}", traits, Effect.INPUT,
        side.rules.column_place(table.name, column.name),
        readers.get((table.name, column.name), ()), (table.name, column.label),
    )  # fmt: skip


def _column_traits(table: Table, column: Column, side: Version) -> Iterator[Trait]:
    def at(part: str) -> Place:
        return side.rules.column_place(table.name, column.name, part)

    yield Trait("label", column.label, column.label, at("label"))
    yield Trait("type", column.kind, names.kind(column.kind), at("type"), Effect.INPUT)
    yield Trait("many", column.many, names.several(column.many), at("list"), Effect.INPUT)
    yield Trait("to", column.to, column.to, at("to"), Effect.INPUT)
    yield Trait("values", column.values, "、".join(column.values), at("values"), Effect.INPUT)
    unsaid = "、".join(column.means_unknown)
    yield Trait("means_unknown", column.means_unknown, unsaid, at("means_unknown"), Effect.INPUT)
    low, high = ("" if n is None else decimal(n) for n in (column.minimum, column.maximum))
    ends = (column.minimum, column.maximum)
    yield Trait("bounds", ends, names.span(low, high), at("min"), Effect.INPUT)
    yield Trait("unit", column.unit, column.unit, at("unit"), Effect.INPUT)
    yield Trait("blank", column.blank, names.blank(column.blank), at("blank"), Effect.INPUT)
    yield Trait("future", column.future, names.yes(column.future), at("future"), Effect.INPUT)
    yield Trait("format", column.format, column.format, at("format"))
    for part in ("guidance", "owner", "counted", "nothing_helps"):
        label = "counting" if part == "counted" else part
        yield Trait(label, getattr(column, part), getattr(column, part), at(part))
