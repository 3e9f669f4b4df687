"""The data dictionary, with who reads what."""

from collections.abc import Callable, Mapping

from checker.language.explain import Speaker, explain_condition
from checker.model.dictionary import Column, Dictionary, Population, Table
from checker.model.numerals import decimal
from checker.model.problem import Place
from checker.workbench.catalogue import words
from checker.workbench.catalogue.used import Used
from checker.workbench.catalogue.views import ColumnView, PopulationView, TableView
from checker.workbench.rule_set import RuleSet

Source = Callable[[Place], Place]


def table_views(
    rules: RuleSet,
    uses: Mapping[str, Used],
    asked: Mapping[str, Used],
    speaker: Speaker,
    source: Source,
) -> tuple[TableView, ...]:
    """Return every table, in the order of the dictionary."""
    dictionary = rules.book.dictionary
    return tuple(
        _table(table, rules, (uses, asked), dictionary, speaker, source)
        for table in dictionary.tables.values()
    )


def _table(
    table: Table,
    rules: RuleSet,
    users: tuple[Mapping[str, Used], Mapping[str, Used]],
    dictionary: Dictionary,
    speaker: Speaker,
    source: Source,
) -> TableView:
    uses, asked = users
    columns = tuple(
        ColumnView(
            column, words.type_of(column, _label(column, dictionary)), _range(column),
            _readers(uses, table.name, column.name), _readers(asked, table.name, column.name),
            source(rules.column_place(table.name, column.name)),
        )
        for column in table.columns.values()
    )  # fmt: skip
    populations = tuple(
        _population(p, rules, uses, speaker, source)
        for p in dictionary.populations.values()
        if p.of == table.name
    )
    readers = tuple(key for key, use in uses.items() if table.name in use.tables)
    order = tuple(tuple(table.columns[name].label for name in names) for names in table.order)
    place = source(rules.column_place(table.name))
    return TableView(table, columns, populations, readers, order, place)


def _population(
    population: Population,
    rules: RuleSet,
    uses: Mapping[str, Used],
    speaker: Speaker,
    source: Source,
) -> PopulationView:
    document = rules.documents[rules.files.dictionary_file]
    place = source(document.place(("populations", population.name), key=True))
    readers = tuple(key for key, use in uses.items() if population.name in use.populations)
    said = explain_condition(population.where, population.of, speaker)
    return PopulationView(population, said, readers, place)


def _readers(users: Mapping[str, Used], table: str, column: str) -> tuple[str, ...]:
    return tuple(key for key, use in users.items() if (table, column) in use.columns)


def _label(column: Column, dictionary: Dictionary) -> str:
    return dictionary.tables[column.to].label if column.to else ""


def _range(column: Column) -> str:
    ends = ("" if end is None else decimal(end) for end in (column.minimum, column.maximum))
    text = words.bounds(*ends)
    return f"{text} {column.unit}".strip() if text or column.unit else ""
