"""Which rules and cases a command is asked about."""

from checker.model.frozen import dataclass
from checker.model.rule import Rule
from checker.workbench.cases import Case
from checker.workbench.rule_set import RuleSet


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person who called wants to see; what is empty chooses everything.

    Attributes:
        rules: ids of rules.
        items: numbers of items or chapters, e.g. "5.2" or "5".
        text: part of a case's name, or of the id or title of its rule.
    """

    rules: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    text: str = ""

    @property
    def everything(self) -> bool:
        """Tell whether nothing is left out."""
        return not (self.rules or self.items or self.text)

    def takes(self, rule: Rule) -> bool:
        """Tell whether a rule is among the rules and items chosen."""
        if self.rules and rule.id not in self.rules:
            return False
        return not self.items or any(_within(rule.item, item) for item in self.items)

    def unknown(self, rules: RuleSet) -> tuple[str, ...]:
        """Return the ids and numbers that name nothing in a rule set."""
        ids = {rule.id for rule in rules.book.rules}
        items = {rule.item for rule in rules.book.rules}
        lost = [i for i in self.items if not any(_within(item, i) for item in items)]
        return (*(r for r in self.rules if r not in ids), *lost)

    def chosen(self, rules: RuleSet) -> tuple[Rule, ...]:
        """Return the rules chosen, in the order of the rule set; of the text only their words."""
        found = [r for r in rules.book.rules if self.takes(r)]
        return tuple(r for r in found if not self.text or self.text in f"{r.id} {r.title}")

    def has(self, case: Case, rule: Rule | None) -> bool:
        """Tell whether a case is chosen."""
        if rule is None:
            return self.everything
        words = f"{rule.id} {rule.title} {case.shape.name}"
        return self.takes(rule) and (not self.text or self.text in words)


def _within(item: str, chosen: str) -> bool:
    return item == chosen or item.startswith(f"{chosen}.")
