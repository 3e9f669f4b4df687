"""Judging one submission with 5,000 tickets, against plain Python written for these rules alone.

    PYTHONPATH=. python bench/check_5000_tickets.py [rounds]

Both judge the same loaded values and must agree on every rule. The engine is timed twice: for the
verdicts alone, as the hand-written code gives them, and for the whole result with its sentences,
offending rows, severities and points. Then reading and judging at 500, 5,000 and 50,000 tickets.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import check_by_hand
import check_data

from checker.assessment.assess import assess_submission
from checker.assessment.findings import outcome_of
from checker.language.evaluate import evaluate
from checker.language.facts import Facts
from checker.model.rule import Rulebook
from checker.model.submission import Submission
from checker.rulebook.files import load
from checker.submission.reading import read

RULES = Path(__file__).resolve().parent.parent / "rules"
ITEMS = ("4.1", "5.2", "5.3", "6.5", "7.8", "9.3")
"""The items that check_by_hand judges."""
SIZES = (500, 5_000, 50_000)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    whole = load(RULES, "longyou_practice")
    book = replace(whole, rules=tuple(r for r in whole.rules if r.item in ITEMS))
    with tempfile.TemporaryDirectory() as folder:
        made = {size: Path(folder) / str(size) for size in SIZES}
        for size, path in made.items():
            check_data.write(path, size)
        submission = read(made[5_000], book.dictionary)
        agree(book, submission)
        against_plain_python(book, submission, rounds)
        growth(book, made, max(3, rounds // 2))


def verdicts(book: Rulebook, submission: Submission) -> dict[str, str]:
    """Return what the engine says of every rule, and nothing more."""
    facts = Facts(
        book.dictionary, submission.tables, book.parameters, book.values,
        submission.period, submission.assessed_on,
    )  # fmt: skip
    return {
        rule.id: outcome_of(evaluate(rule.check, facts, rule.applies_when).possible).value
        for rule in book.rules
    }


def agree(book: Rulebook, submission: Submission) -> None:
    """Stop unless both give the same outcome for every rule."""
    engine, hand = verdicts(book, submission), check_by_hand.judge(submission, book.values)
    whole = {f.rule: f.data_outcome.value for f in assess_submission(book, submission).findings}
    differing = {r for r in engine.keys() | hand.keys() if engine.get(r) != hand.get(r)}
    if differing or whole != engine:
        sys.exit(f"they differ: {[(r, engine.get(r), hand.get(r)) for r in sorted(differing)]}")
    counts = {o: list(engine.values()).count(o) for o in sorted(set(engine.values()))}
    print(f"{len(engine)} rules, equal outcomes: {counts}")


def against_plain_python(book: Rulebook, submission: Submission, rounds: int) -> None:
    tasks: dict[str, Callable[[], Any]] = {
        "plain Python, outcomes": lambda: check_by_hand.judge(submission, book.values),
        "engine, outcomes": lambda: verdicts(book, submission),
        "engine, whole result": lambda: assess_submission(book, submission),
    }
    times = in_turn(tasks, rounds)
    plain = times["plain Python, outcomes"]
    print(
        f"\n5,000 tickets, {rounds} rounds in turn: processor ms (min, median), ratio of the same round"
    )
    for name, own in times.items():
        ratios = [a / b for a, b in zip(own, plain, strict=True)]
        print(f"  {name:24} {_ms(own)}   x {min(ratios):5.2f} {median(ratios):6.2f}")


def growth(book: Rulebook, made: dict[int, Path], rounds: int) -> None:
    print(f"\nreading and judging, {rounds} rounds: processor ms (min, median)")
    before = None
    for size, path in made.items():
        tasks: dict[str, Callable[[], Any]] = {
            "read": lambda path=path: read(path, book.dictionary),  # type: ignore[misc]
            "read and judge": lambda path=path: assess_submission(  # type: ignore[misc]
                book, read(path, book.dictionary)
            ),
        }
        times = in_turn(tasks, rounds)
        least = min(times["read and judge"])
        grown = f"   x {least / before:5.2f} for ten times the tickets" if before else ""
        parts = "   ".join(f"{name} {_ms(own)}" for name, own in times.items())
        print(f"  {size:6,} tickets   {parts}{grown}")
        before = least


def in_turn(tasks: dict[str, Callable[[], Any]], rounds: int) -> dict[str, list[float]]:
    """Return the processor seconds that each task took, round by round, after one that does not count."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            began = process_time()
            task()
            if number:
                times[name].append(process_time() - began)
    return times


def _ms(times: list[float]) -> str:
    return f"{min(times) * 1000:8.1f} {median(times) * 1000:8.1f}"


if __name__ == "__main__":
    main()
