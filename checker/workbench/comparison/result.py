"""All that a comparison found out, and what of it belongs together."""

from checker.model.frozen import dataclass
from checker.workbench.comparison.change import Act, Change, Effect, Subject
from checker.workbench.comparison.impact import Fate, Replay
from checker.workbench.comparison.levers import Lever
from checker.workbench.comparison.meaning import Meaning, Relation
from checker.workbench.comparison.traits import Version


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side.

    Attributes:
        meanings: rules that are not plainly the same, by id.
        replays: past submissions in the order of their paths; None where none were asked for.
        solver: whether a solver looked for witnesses, or only the cases spoke.
    """

    old: Version
    new: Version
    changes: tuple[Change, ...]
    meanings: tuple[Meaning, ...]
    replays: tuple[Replay, ...] | None = None
    solver: bool = True

    def with_relation(self, *relations: Relation) -> tuple[Meaning, ...]:
        """Return the rules that stand so to their old version."""
        return tuple(m for m in self.meanings if m.relation in relations)

    def with_fate(self, *fates: Fate) -> tuple[Replay, ...]:
        """Return the past submissions with such a fate."""
        return tuple(r for r in self.replays or () if r.fate in fates)

    def rules(self, act: Act) -> tuple[Change, ...]:
        """Return the rules that came, went or were perhaps renamed."""
        return tuple(c for c in self.changes if c.subject is Subject.RULE and c.act is act)

    def causes(self, meaning: Meaning) -> tuple[Change, ...]:
        """Return the changes that can make a rule mean something else, its own first."""
        ids = {meaning.rule, meaning.old_rule}
        found = [
            c
            for c in self.changes
            if ids & set(c.rules)
            and c.effect in (Effect.MEANING, Effect.INPUT)
            and c.act is not Act.RENAMED
            and c.subject is not Subject.TABLE
        ]
        return tuple(sorted(found, key=lambda c: c.subject is not Subject.RULE))

    def scoring(self) -> tuple[Change, ...]:
        """Return what can move points, grades or conclusions without any outcome moving."""
        return tuple(c for c in self.changes if c.effect is Effect.SCORE)

    def inputs(self) -> tuple[Change, ...]:
        """Return what changes what can be handed in."""
        return tuple(c for c in self.changes if c.effect is Effect.INPUT)

    def numbers(self) -> tuple[Change, ...]:
        """Return parameters and populations whose change can move outcomes."""
        kinds = (Subject.PARAMETER, Subject.POPULATION)
        return tuple(c for c in self.changes if c.subject in kinds and c.effect is Effect.MEANING)

    def wording(self) -> tuple[Change, ...]:
        """Return what only changes what people read."""
        return tuple(c for c in self.changes if c.effect is Effect.WORDS)

    def of_lever(self, lever: Lever) -> tuple[Change, ...]:
        """Return the changes that a lever makes."""
        return tuple(c for c in self.changes if lever.covers(c))
