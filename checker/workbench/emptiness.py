"""Which measures, and so which checks, can come out without a value."""

from checker.model.check import EVERY_ROW, Check, Leaf, Mean, Measure, Ratio, Share, Sum
from checker.model.dictionary import Dictionary


def measure_may_be_empty(measure: Measure, dictionary: Dictionary) -> bool:
    """Tell whether a measure can have no value, whatever is handed in.

    A ratio always has one if its denominator adds up one cell that is never 0 and never nothing.
    """
    if not isinstance(measure, Ratio):
        return isinstance(measure, Share | Mean)
    under = measure.denominator
    if not isinstance(under, Sum) or under.where != EVERY_ROW or len(under.value) > 1:
        return True
    table = dictionary.tables.get(under.of)
    if table is None or not table.one_row:
        return True
    column = table.columns[under.value[0]]
    return column.may_be_nothing or column.minimum is None or column.minimum <= 0


def may_be_empty(check: Check, dictionary: Dictionary) -> bool:
    """Tell whether a check can come out without a value: then its rule does not apply."""
    if isinstance(check, Leaf):
        empty = measure_may_be_empty(check.measure, dictionary)
        return empty and check.when_empty != "failed"
    return all(may_be_empty(member, dictionary) for member in check.members)
