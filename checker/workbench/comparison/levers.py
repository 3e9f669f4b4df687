"""Single changes applied to the old version: what each of them does by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from checker.model.frozen import dataclass
from checker.model.rule import Rule, Rulebook
from checker.workbench.comparison.change import Act, Change, Effect, Subject
from checker.workbench.comparison.resolving import columns_of, parameters_of

SCHEME: Final = frozenset({Subject.ACCEPTANCE, Subject.GRADE, Subject.CONCLUSION})
FRAME: Final = frozenset({Subject.CHAPTER, Subject.ITEM})
TABLES: Final = frozenset({Subject.DICTIONARY, Subject.TABLE, Subject.COLUMN})


@dataclass(frozen=True, slots=True)
class Lever:
    """A change that can be made to the old version alone.

    Attributes:
        subject: RULE, PARAMETER or POPULATION with the name in `new`; ACCEPTANCE for the whole
            scheme, ITEM for all points and chapters, DICTIONARY for all tables and columns.
        old, new: its id in the two versions; "" where it is not there, or for a whole.
        rules: ids, in the old and in the new version, of rules to be judged again.
    """

    subject: Subject
    old: str
    new: str
    rules: frozenset[str]

    def covers(self, change: Change) -> bool:
        """Tell whether a change is made by pulling this lever."""
        return change.effect is not Effect.WORDS and _key(change) == (
            self.subject,
            self.old,
            self.new,
        )


def levers(found: Sequence[Change]) -> tuple[Lever, ...]:
    """Return what can be applied one at a time, in the order of the changes."""
    made: dict[tuple[Subject, str, str], set[str]] = {}
    for change in found:
        if change.effect is not Effect.WORDS:
            key = _key(change)
            if key:
                made.setdefault(key, set()).update(change.rules)
    return tuple(Lever(*key, frozenset(rules)) for key, rules in made.items())


def applied(lever: Lever, old: Rulebook, new: Rulebook) -> Rulebook | None:
    """Return the old version with one change made; None if it cannot stand without others."""
    match lever.subject:
        case Subject.ACCEPTANCE:
            vetoes = old.acceptance.enabled_vetoes
            return replace(old, acceptance=replace(new.acceptance, enabled_vetoes=vetoes))
        case Subject.ITEM:
            return _with_frame(old, new)
        case Subject.DICTIONARY:
            book = replace(old, dictionary=new.dictionary)
            return book if all(_stands(rule, book) for rule in book.rules) else None
        case Subject.PARAMETER:
            return replace(
                old,
                values={**old.values, lever.new: new.values[lever.new]},
                parameters={**old.parameters, lever.new: new.parameters[lever.new]},
            )
        case Subject.POPULATION:
            named = {**old.dictionary.populations, lever.new: new.dictionary.populations[lever.new]}
            book = replace(old, dictionary=replace(old.dictionary, populations=named))
            return (
                book if all(_stands(r, book) for r in book.rules if r.id in lever.rules) else None
            )
        case _:
            return _with_rule(lever, old, new)


def _key(change: Change) -> tuple[Subject, str, str] | None:
    if change.subject in SCHEME:
        return Subject.ACCEPTANCE, "", ""
    if change.subject in FRAME:
        return Subject.ITEM, "", ""
    if change.subject in TABLES:
        return Subject.DICTIONARY, "", ""
    if change.subject is Subject.RULE:
        was = "" if change.act is Act.ADDED else change.old_id or change.id
        return Subject.RULE, was, "" if change.act is Act.REMOVED else change.id
    if change.act is Act.CHANGED and change.subject in (Subject.PARAMETER, Subject.POPULATION):
        return change.subject, change.id, change.id
    return None


def _with_frame(old: Rulebook, new: Rulebook) -> Rulebook | None:
    items = {i.no for c in new.standard.chapters for i in c.items}
    if any(rule.item not in items for rule in old.rules):
        return None
    return replace(old, standard=new.standard)


def _with_rule(lever: Lever, old: Rulebook, new: Rulebook) -> Rulebook | None:
    rules = [r for r in old.rules if r.id != lever.old]
    values, parameters = dict(old.values), dict(old.parameters)
    vetoes = set(old.acceptance.enabled_vetoes) - {lever.old}
    if lever.new:
        rule = next(r for r in new.rules if r.id == lever.new)
        for name in parameters_of(rule, new):
            values.setdefault(name, new.values[name])
            parameters.setdefault(name, new.parameters[name])
        rules.append(rule)
        vetoes |= {lever.new} & set(new.acceptance.enabled_vetoes)
    book = replace(
        old,
        rules=tuple(sorted(rules, key=lambda r: r.id)),
        values=values,
        parameters=parameters,
        acceptance=replace(old.acceptance, enabled_vetoes=tuple(sorted(vetoes))),
    )
    return book if all(_stands(r, book) for r in book.rules if r.id == lever.new) else None


def _stands(rule: Rule, book: Rulebook) -> bool:
    """Tell whether all that a rule reads is there: its item, populations, tables and columns."""
    if rule.item not in {i.no for c in book.standard.chapters for i in c.items}:
        return False
    dictionary = book.dictionary
    names = {*dictionary.tables, *dictionary.populations}
    if not set(_tables((rule.check, rule.applies_when))) <= names:
        return False
    try:
        reads = columns_of(rule, book)
    except KeyError:  # a column that leads to another table is not there
        return False
    return all(
        read.table in dictionary.tables
        and (not read.column or read.column in dictionary.tables[read.table].columns)
        for read in reads
    )


def _tables(node: object) -> Iterable[str]:
    if isinstance(node, tuple):
        for member in node:
            yield from _tables(member)
        return
    of = getattr(node, "of", None)
    if isinstance(of, str):
        yield of
    for name in getattr(type(node), "__slots__", ()):
        yield from _tables(getattr(node, name))
