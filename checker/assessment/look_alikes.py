"""Texts that a person reads as the same and a program does not: G1, Ｇ１, g1, "G 1"."""

from collections.abc import Iterable, Iterator
from unicodedata import category, normalize

from checker.assessment import words
from checker.assessment.cells import row_ref
from checker.language.facts import Facts
from checker.model.dictionary import Kind, Table
from checker.model.result import RowRef, ShownCell


def look_alikes(facts: Facts) -> list[RowRef]:
    """Return the rows whose key, or a text that is counted, was written otherwise further up."""
    found = []
    for name, table in facts.dictionary.tables.items():
        for column in _compared(table):
            label = table.columns[column].label
            texts = list(_texts(facts, name, column))
            different = {text for _, text in texts}
            if len(set(map(folded, different))) == len(different):
                continue  # nearly always
            for row, text, before in _written_otherwise(texts):
                shown = ShownCell(label, words.look_alike(text, before))
                found.append(row_ref(facts, name, row, [shown], certain=True))
    return found


def folded(text: str) -> str:
    """Return what is left of a text without width, case, spaces and what cannot be seen."""
    if text.isascii():
        return "".join(text.split()).casefold()
    folded = "".join(normalize("NFKC", text).split()).casefold()
    return "".join(c for c in folded if category(c) != "Cf")


def _compared(table: Table) -> Iterator[str]:
    """Yield the columns of a table in which different texts count as different things.

    These are its key, texts with a counting word, and lists of texts, of which the length is asked.
    """
    for column in table.columns.values():
        if column.kind is Kind.TEXT and (column.name == "id" or column.counted or column.many):
            yield column.name


def _texts(facts: Facts, table: str, column: str) -> Iterator[tuple[int, str]]:
    data = facts.tables[table]
    cells = data.ids if column == "id" else data.columns[column]
    for row, cell in enumerate(cells):
        for text in cell if isinstance(cell, tuple) else (cell,):
            if isinstance(text, str):
                yield row, text


def _written_otherwise(texts: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    """Yield each way of writing that is not the first of its like, where it is met first."""
    ways: dict[str, dict[str, None]] = {}
    for row, text in texts:
        known = ways.setdefault(folded(text), {})
        if known and text not in known:
            yield row, text, next(iter(known))
        known[text] = None
