"""Every profile of a rule set, and the rule set as it is written, before any profile."""

from checker.model.frozen import dataclass
from checker.model.problem import Problem, Rejected
from checker.model.rule import Profile, Rulebook
from checker.rulebook.files import RuleFiles, load
from checker.rulebook.loading import build
from checker.rulebook.profiles import profile_file, profile_names
from checker.workbench.rule_set import RuleSet


@dataclass(frozen=True, slots=True)
class Tailorings:
    """A rule set under no profile, and its profiles with all their differences from that."""

    written: Rulebook
    profiles: tuple[Profile, ...]


def tailorings(rules: RuleSet) -> Tailorings:
    """Return the rule set as written and every profile, by file name.

    Raises:
        Rejected: a profile other than the one the rule set was read with has faults; all of them.
    """
    problems: list[Problem] = []
    profiles = []
    for name in profile_names(rules.files):
        try:
            profiles.append(load(rules.folder, name).profile)
        except Rejected as rejected:
            problems += rejected.problems
    if problems:
        raise Rejected(sorted(set(problems)))
    return Tailorings(_written(rules.files), tuple(profiles))


def _written(files: RuleFiles) -> Rulebook:
    """Return the rulebook under a profile that changes nothing."""
    name = "written"
    while name in profile_names(files):
        name += "_"
    nothing = f"name: {name}\ntitle: '-'\nsummary: '-'\n".encode()
    whole = RuleFiles(
        files.folder, {**files.data, profile_file(name): nothing}, files.rule_files,
        files.dictionary_file, files.digest,
    )  # fmt: skip
    return build(whole, name)
