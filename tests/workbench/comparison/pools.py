"""Two versions of the swimming-pool rules: as they stand, and with changes made by hand."""

from pathlib import Path

from checker.workbench.comparison.compare import changes
from checker.workbench.comparison.traits import version
from checker.workbench.rule_set import read_rule_set
from tests.rulebook.copies import POOL_RULES, Copy, copy_of

STANDARD = "standard.yaml"
ACCEPTANCE = "acceptance.yaml"
DICTIONARY = "dictionary.yaml"
PARAMETERS = "parameters.yaml"


class Pools:
    """The rules as they stand on one side, a copy that a test edits on the other."""

    def __init__(self, folder: Path, profile: str = "everyday") -> None:
        """Copy the rules."""
        self.copy: Copy = copy_of(POOL_RULES, folder / "new")
        self.profile = profile

    def edit(self, file: str, old: str, new: str) -> "Pools":
        """Change one text of the new version."""
        self.copy.edit(file, old, new)
        return self

    @property
    def old(self):
        """The version as it stands."""
        return version("old", read_rule_set(POOL_RULES, self.profile))

    @property
    def new(self):
        """The version that was edited."""
        return version("new", read_rule_set(self.copy.folder, self.profile))

    def changes(self):
        """What changed."""
        return changes(self.old, self.new)

    def backwards(self):
        """What would change the other way round."""
        return changes(self.new, self.old)


def brief(found):
    """Changes as subject, id, field, old, new."""
    return [(c.subject.value, c.id, c.field, c.old, c.new) for c in found]
