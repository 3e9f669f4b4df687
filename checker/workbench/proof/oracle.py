"""Asks what outcomes subjects can have, alone and together, in one and the same submission.

    oracle = Oracle(rules_of(book))
    oracle.ask({"R-01": PASSES})                      can R-01 pass?
    oracle.ask({"R-01": PASSES, "R-02": FAILS})       can R-01 pass where R-02 fails?
    oracle.joint({rule.id: PASSES for rule in ...})   all of them in one submission

For two versions of a rule set name the subjects apart: `{"old/R-01": …, "new/R-01": …}`.
"""

from collections.abc import Mapping

from checker.model.rule import Rulebook
from checker.workbench.proof.questions import (
    HALF_YEAR,
    Answer,
    Circumstances,
    Outcomes,
    Subject,
    subject,
)


def rules_of(book: Rulebook, prefix: str = "") -> dict[str, Subject]:
    """Return the rules of a book by id; a prefix such as "old/" tells versions apart."""
    return {prefix + rule.id: subject(rule, book) for rule in book.rules}


class Oracle:
    """Answers questions about subjects; remembers what it has worked out.

    Args:
        subjects: by a name of the caller's choice. Their books may differ: the submission is then
            one that either dictionary accepts.
        circumstances: period and assessment date of every submission considered.
    """

    def __init__(
        self, subjects: Mapping[str, Subject], circumstances: Circumstances = HALF_YEAR
    ) -> None:
        self.subjects = dict(subjects)
        self.circumstances = circumstances

    def ask(self, wanted: Mapping[str, Outcomes]) -> Answer:
        """Tell whether subjects can have outcomes together: one query over all their tables.

        Meant for one or two subjects, a few at most.

        Args:
            wanted: for each name, the outcomes of which any one will do.

        Raises:
            KeyError: a name is not among the subjects.
        """
        raise NotImplementedError

    def joint(self, wanted: Mapping[str, Outcomes]) -> Answer:
        """Tell the same of any number of subjects: one query for each group of connected tables.

        The witnesses of the groups are merged into one submission, which the engine judges whole.
        Answers for a group with the same wanted outcomes are remembered, so that asking again
        with a few changes is cheap. The core of an impossible question names subjects of one
        group: a cut that every further question must respect.
        """
        raise NotImplementedError
