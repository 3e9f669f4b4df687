"""What rules say by themselves: taken from the rulebook it is kept in, or worked out when asked.

What is kept holds only for the very objects that it was made of. A rulebook that was changed
(another value, another check) carries words that are no longer its own, and they are passed over.
"""

from dataclasses import replace

from checker.language.explain import (
    Speaker,
    explain,
    explain_joined,
    explain_leaf,
    explain_limit,
    measure_unit,
)
from checker.language.mentions import columns, leaves, parameters
from checker.model.check import Leaf
from checker.model.rule import Rule, Rulebook
from checker.model.wording import LeafWording, RuleWording, Wording


def speaker_of(book: Rulebook) -> Speaker:
    """Return who speaks for the rules of a book."""
    return Speaker(book.dictionary, book.parameters, book.values)


def with_wording(book: Rulebook) -> Rulebook:
    """Return the same book with the words of all its rules kept in it."""
    speaker = speaker_of(book)
    rules = {rule.id: _worked_out(rule, speaker) for rule in book.rules}
    wording = Wording(book.dictionary, book.parameters, book.values, rules)
    return replace(book, wording=wording)


def rule_wording(rule: Rule, book: Rulebook) -> RuleWording:
    """Return what a rule says, under the values of its book."""
    kept = book.wording
    if kept and _same(
        (kept.dictionary, book.dictionary),
        (kept.parameters, book.parameters),
        (kept.values, book.values),
    ):
        known = kept.rules.get(rule.id)
        if known and _same((known.check, rule.check), (known.applies_when, rule.applies_when)):
            return known
    return _worked_out(rule, speaker_of(book))


def _same(*pairs: tuple[object, object]) -> bool:
    return all(a is b for a, b in pairs)


def leaf_wording(leaf: Leaf, speaker: Speaker) -> LeafWording:
    """Return what one leaf says."""
    return LeafWording(
        sentence=explain_leaf(leaf, speaker),
        limit=explain_limit(leaf, speaker),
        unit=measure_unit(leaf.measure, speaker),
        reads=tuple((r.table, r.column) for r in sorted(columns(leaf.measure, speaker.dictionary))),
    )


def _worked_out(rule: Rule, speaker: Speaker) -> RuleWording:
    return RuleWording(
        rule.check,
        rule.applies_when,
        sentence=explain(rule.check, speaker, rule.applies_when),
        joined=explain_joined(rule.check),
        parameters=tuple(dict.fromkeys(parameters((rule.check, rule.applies_when)))),
        leaves=tuple(leaf_wording(leaf, speaker) for leaf in leaves(rule.check)),
    )
