"""A submission proposed as an answer counts once it was read and judged as any submission is."""

from collections.abc import Mapping

from checker.language.solve.solver import Rows
from checker.model.dictionary import Dictionary
from checker.model.problem import Rejected
from checker.workbench.proof import words
from checker.workbench.proof.questions import (
    Answer,
    Circumstances,
    Outcomes,
    Subject,
    Verdict,
    Witness,
)
from checker.workbench.proof.submissions import judged, read, submission_data


def confirmed(
    subjects: Mapping[str, Subject],
    wanted: Mapping[str, Outcomes],
    rows: Rows,
    dictionary: Dictionary,
    at: Circumstances,
) -> Answer:
    """Have rows read and judged by the real engine.

    Args:
        dictionary: what every subject's dictionary can read.

    Returns:
        REACHED with a witness; UNCONFIRMED, with what stands against it, if the rows cannot be read
        or come to something else than is wanted.
    """
    try:
        data = submission_data(rows, dictionary, at)
        by_book = {}
        for name in wanted:
            book = subjects[name].book
            if id(book) not in by_book:
                by_book[id(book)] = read(
                    submission_data(rows, book.dictionary, at), book.dictionary
                )
    except Rejected as rejected:
        fault = "；".join(dict.fromkeys(p.message for p in rejected.problems))
        return Answer(Verdict.UNCONFIRMED, fault=words.not_readable(fault))
    submissions = {n: by_book[id(subjects[n].book)] for n in wanted}
    outcomes = judged(subjects, submissions, sorted(wanted))
    witness = Witness(data, next(iter(by_book.values())), outcomes)
    wrong = [n for n in sorted(wanted) if not outcomes[n] <= wanted[n]]
    if wrong:
        told = [words.disagrees(n, wanted[n], outcomes[n]) for n in wrong]
        return Answer(Verdict.UNCONFIRMED, witness, fault="；".join(told))
    return Answer(Verdict.REACHED, witness)
