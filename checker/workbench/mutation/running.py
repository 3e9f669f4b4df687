"""Trying the mutants of many rules, on several processor cores, and keeping what came out."""

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from checker.model.frozen import dataclass
from checker.model.rule import Rule, Rulebook
from checker.workbench.cases import Case
from checker.workbench.mutation.kept import Kept
from checker.workbench.mutation.mutants import mutants
from checker.workbench.mutation.trial import RuleTrial, make_ready, trial

Plain = Mapping[str, Any]
Told = Callable[[str], None]
"""Is told the id of each rule that is done."""


@dataclass(frozen=True, slots=True)
class Task:
    """One rule with its cases."""

    rule: Rule
    data: Plain
    cases: tuple[Case, ...]


def tried(
    tasks: Sequence[Task], book: Rulebook, *, jobs: int, kept: Kept | None = None,
    told: Told = lambda _: None,
) -> dict[str, RuleTrial]:  # fmt: skip
    """Return what became of the mutants of each rule, by id of the rule.

    Args:
        book: the rule set as it is written.
        jobs: processes to use; 1 stays in this one. The answer does not depend on it.
        kept: what earlier runs found; asked before, told after.
    """
    found: dict[str, RuleTrial | None] = {}
    if kept:
        found = {t.rule.id: kept.get(t, book) for t in tasks}
    for rule in (r for r, known in found.items() if known is not None):
        told(rule)
    left = [t for t in tasks if found.get(t.rule.id) is None]
    ask = _beside if jobs > 1 and len(left) > 1 else _here
    for task, results in ask(left, book, jobs):
        found[task.rule.id] = results
        if kept:
            kept.put(task, book, results)
        told(task.rule.id)
    return {t.rule.id: known for t in tasks if (known := found[t.rule.id]) is not None}


def one(task: Task, book: Rulebook) -> RuleTrial:
    """Return what became of the mutants of one rule; nothing if its cases do not hold as it is."""
    ready = make_ready(task.rule, task.cases, book)
    if ready is None:
        return RuleTrial(holds=False)
    return trial(mutants(task.rule, task.data, book), ready, book)


def _here(tasks: Sequence[Task], book: Rulebook, jobs: int) -> Iterator[tuple[Task, RuleTrial]]:
    del jobs
    for task in tasks:
        yield task, one(task, book)


def _beside(tasks: Sequence[Task], book: Rulebook, jobs: int) -> Iterator[tuple[Task, RuleTrial]]:
    # spawn: the same on every system, and nothing of this process leaks into the answer
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        min(jobs, len(tasks)), context, initializer=_begin, initargs=(book,)
    ) as pool:
        yield from zip(tasks, pool.map(_in_worker, tasks, chunksize=4), strict=True)


_BOOK: list[Rulebook] = []


def _begin(book: Rulebook) -> None:
    _BOOK[:] = [book]


def _in_worker(task: Task) -> RuleTrial:
    return one(task, _BOOK[0])
