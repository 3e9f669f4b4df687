"""What the report tells a community to hand in first is what brings it that far."""

from dataclasses import replace

from checker.assessment.assess import assess_submission
from checker.model.outcome import Outcome
from checker.model.submission import Submission, TableData
from checker.rulebook.files import load
from checker.submission.lookup import absent
from checker.submission.reading import read
from tests.samples.expectations import SAMPLES

FULL = SAMPLES / "synthetic" / "full-pass"


def test_good_tables_in_the_order_of_the_list_bring_the_points_that_it_says():
    """From nothing at all to everything, looked at after some of the tables."""
    book = load(SAMPLES.parent / "rules", "generic")
    full = read(FULL, book.dictionary)
    none = {name: absent(book.dictionary.tables[name]) for name in full.tables}

    def handed_in(names: set[str]) -> Submission:
        tables: dict[str, TableData] = {n: full.tables[n] for n in names}
        return replace(full, tables={**none, **tables})

    start = assess_submission(book, handed_in(set()))
    steps = start.to_hand_in

    assert start.points.worst == 0
    assert steps[-1].points == start.points.best == 1000
    assert sum(len(s.rules) + len(s.uncounted) for s in steps) == len(start.findings)
    for number in (1, 2, 3, 10, 25, 40, 55, len(steps)):
        names = {s.table for s in steps[:number]}
        reached = assess_submission(book, handed_in(names))
        # at least: now and then a rule is told before all that it may read is there
        assert steps[number - 1].points <= reached.points.worst <= steps[number - 1].points + 20
        told = {r for s in steps[:number] for r in (*s.rules, *s.uncounted)}
        waiting = {f.rule for f in reached.findings if f.outcome is Outcome.CANT_TELL}
        assert not told & waiting
