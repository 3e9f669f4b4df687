"""Problems as a person reads them on a terminal."""

from collections.abc import Iterable, Iterator

from checker.cli import words
from checker.model.problem import Problem


def lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the lines that tell problems, each with its place first."""
    for problem in problems:
        yield f"{problem.place}  {problem.message}"
        if problem.found:
            yield "    " + words.found(problem.found)
        if problem.wanted:
            yield "    " + words.wanted(problem.wanted)
        if problem.advice:
            yield "    " + words.do(problem.advice)


def text(problems: tuple[Problem, ...], *, rules: bool) -> str:
    """Return the whole message about rejected input."""
    return "\n".join([words.problems_heading(len(problems), rules=rules), *lines(problems)])
