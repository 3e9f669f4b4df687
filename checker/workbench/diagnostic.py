"""What a workbench command has to say: one value for the screen, SARIF, JUnit and the editor.

A Diagnostic is about a rule set; a Problem (model/problem.py) keeps a rule set from being used at
all; a Finding (model/result.py) is about who is assessed. The three are never mixed.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from checker.model.frozen import dataclass
from checker.model.problem import NOWHERE, Place, Problem


class Gravity(StrEnum):
    """How much a diagnostic weighs; the words are those of SARIF 2.1.0 §3.27.10."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One thing that is wrong, or worth knowing, in a rule set.

    Attributes:
        place: where it stands; the file as the person who called finds it.
        check: id of the check that says so, e.g. "wording-must"; a page tells about each.
        gravity: how much it weighs.
        message: what is wrong, one Chinese sentence.
        found: what stands there, shortened; "" if there is nothing to show.
        wanted: what should stand there; "" if the message says it.
        advice: what to do; "" if it is plain.
        subject: id of the rule, parameter, item or column meant; "" for a whole file.
        related: further places, each with what it shows.
        ignored: the reason for which it is suppressed; "" if it counts.
    """

    place: Place
    check: str
    gravity: Gravity
    message: str
    found: str = ""
    wanted: str = ""
    advice: str = ""
    subject: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    ignored: str = ""


@dataclass(frozen=True, slots=True)
class CheckKind:
    """A check that a command makes, as SARIF's rule descriptors and the pages name it.

    Attributes:
        id: stable and kebab-case, e.g. "wording-must".
        title: what it looks for, in a few Chinese words.
        gravity: of its diagnostics, unless one says otherwise.
        page: path of its page below the project's root; "" if it has none.
    """

    id: str
    title: str
    gravity: Gravity
    page: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at: a case, a rule, a claim. JUnit's test case.

    Attributes:
        group: what it belongs to, e.g. the id of its rule.
        name: what it is called, in Chinese.
        place: where it stands.
        diagnostics: what is wrong with it; empty if nothing is.
        skipped: why it was not looked at; "" if it was.
    """

    group: str
    name: str
    place: Place = NOWHERE
    diagnostics: tuple[Diagnostic, ...] = ()
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Inspection:
    """All that one workbench command found out.

    Attributes:
        command: "lint", "test", "coverage", "mutate", "prove" or "diff".
        rule_set: version of the rule set; "" where it could not be read.
        digest: sha256 of the rule set, hex; "" where it could not be read.
        kinds: the checks made, by id.
        diagnostics: sorted by place; those of `examined` are among them.
        examined: everything that was looked at, in the order of the rule set.
        figures: what the command counted, as plain data for JSON; keys are English.
        invalid: whether the rule set could not be read (exit code 4).
    """

    command: str
    rule_set: str
    digest: str
    kinds: tuple[CheckKind, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    examined: tuple[Examined, ...] = ()
    figures: Any = None
    invalid: bool = False

    @property
    def counting(self) -> tuple[Diagnostic, ...]:
        """Return the errors and warnings that no reason suppresses: they make a run fail."""
        return tuple(d for d in self.diagnostics if d.gravity is not Gravity.NOTE and not d.ignored)


def rejected(command: str, problems: Iterable[Problem]) -> Inspection:
    """Return the inspection of a rule set that cannot be read: its problems, all of them."""
    diagnostics = tuple(
        Diagnostic(p.place, p.code.replace("_", "-"), Gravity.ERROR, p.message, p.found, p.wanted, p.advice)
        for p in sorted(problems)
    )  # fmt: skip
    return Inspection(command, "", "", diagnostics=diagnostics, invalid=True)
