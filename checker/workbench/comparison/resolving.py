"""Checks with everything that they leave to others put in: parameters, populations.

Two rules with equal resolved checks mean the same over any submission that both can read, whatever
their parameters and populations are called.
"""

from collections.abc import Hashable, Iterator

from checker.language.mentions import ColumnRead, columns, condition_columns, leaves, parameters
from checker.language.typecheck import DURATION_UNITS
from checker.model.check import OverPeriod, Param
from checker.model.dictionary import Dictionary
from checker.model.rule import Rule, Rulebook


def resolved(rule: Rule, book: Rulebook) -> Hashable:
    """Return what a rule asks, as a value in which no name of a parameter or population is left."""
    return _resolved((rule.check, rule.applies_when), book)


def resolved_node(node: object, book: Rulebook) -> Hashable:
    """Return the same of a single node, e.g. the condition of a population."""
    return _resolved(node, book)


def populations(node: object, dictionary: Dictionary) -> Iterator[str]:
    """Yield the name of every population under a node, in the order of writing."""
    if isinstance(node, tuple):
        for member in node:
            yield from populations(member, dictionary)
        return
    of = getattr(node, "of", None)
    if isinstance(of, str) and of in dictionary.populations:
        yield of
    for name in getattr(type(node), "__slots__", ()):
        yield from populations(getattr(node, name), dictionary)


def parameters_of(rule: Rule, book: Rulebook) -> tuple[str, ...]:
    """Return the parameters that a rule uses, through its populations too, sorted."""
    nodes = (rule.check, rule.applies_when)
    used = set(parameters(nodes))
    for name in populations(nodes, book.dictionary):
        used |= set(parameters(book.dictionary.populations[name].where))
    return tuple(sorted(used))


def columns_of(rule: Rule, book: Rulebook) -> set[ColumnRead]:
    """Return every column that a rule reads, the columns its parameters may name included."""
    dictionary = book.dictionary
    found: set[ColumnRead] = set()
    for leaf in leaves(rule.check):
        found |= columns(leaf.measure, dictionary)
    if rule.applies_when is not None:
        found |= condition_columns(rule.applies_when, dictionary.subject, dictionary)
    tables = {read.table for read in found}
    for name in parameters_of(rule, book):
        value = book.values[name]
        if book.parameters[name].unit == "column" and isinstance(value, str):
            found |= {ColumnRead(t, value) for t in tables if value in dictionary.tables[t].columns}
    return found


def _resolved(node: object, book: Rulebook) -> Hashable:
    if isinstance(node, Param):
        return _value(node, book)
    if isinstance(node, OverPeriod):
        return ("OverPeriod", book.values[node.parameter.name], _unit(node.parameter, book))
    if isinstance(node, tuple):
        return tuple(_resolved(member, book) for member in node)
    names = getattr(type(node), "__slots__", ())
    if not names:
        assert isinstance(node, Hashable)
        return node
    fields: list[Hashable] = [type(node).__name__]
    for name in names:
        value = getattr(node, name)
        known = book.dictionary.populations.get(value) if name == "of" else None
        if known:
            fields += [known.of, _resolved(known.where, book)]
        elif name == "of":
            fields += [value, ()]
        else:
            fields.append(_resolved(value, book))
    return tuple(fields)


def _value(parameter: Param, book: Rulebook) -> Hashable:
    """Return what stands in the place of a parameter, as if it had been written there."""
    value, unit = book.values[parameter.name], _unit(parameter, book)
    if unit in DURATION_UNITS:
        return ("Duration", value, unit)
    return (value,) if unit == "column" else value


def _unit(parameter: Param, book: Rulebook) -> str:
    return book.parameters[parameter.name].unit
