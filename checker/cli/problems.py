"""Problems as a person reads them on a terminal."""

from collections.abc import Iterable, Iterator

from checker.cli import words
from checker.model.problem import Place, Problem


def lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the lines that tell problems, each with its place first."""
    from checker.report.visible import one_line  # 2 ms that only who has a problem pays

    for problem in problems:
        yield one_line(f"{_where(problem.place)}  {problem.message}")
        if problem.found:
            yield "    " + one_line(words.found(problem.found))
        if problem.wanted:
            yield "    " + one_line(words.wanted(problem.wanted))
        if problem.advice:
            yield "    " + one_line(words.do(problem.advice))


def text(problems: tuple[Problem, ...], of: str) -> str:
    """Return the whole message about rejected input.

    Args:
        of: "rules", "submission", "result", or "compared" for a result that was to be recomputed.
    """
    return "\n".join([words.problems_heading(len(problems), of), *lines(problems)])


def _where(place: Place) -> str:
    """Return the place; by the name of the value where no line is known."""
    return str(place) if place.line else " ".join(t for t in (str(place), place.field) if t)
