"""Reading a result.json that somebody hands in."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from checker.cli import words
from checker.model.problem import Place, Problem, Rejected
from checker.model.result import Result
from checker.model.system import reason

SIZE_LIMIT: Final = 200 * 2**20
"""Most bytes of a result.json."""


def read_result(path: Path) -> Result:
    """Return the result of a file.

    Raises:
        Rejected: it cannot be read, or is none.
    """
    from checker.document.text import decode
    from checker.report import result_json

    place = Place(path.name)
    try:
        text = decode(path.read_bytes(), path.name, size_limit=SIZE_LIMIT)
        return result_json.loads(text)
    except OSError as error:
        said = words.cannot_read(reason(error))
        raise Rejected([Problem(place, "unreadable", said[0], advice=said[1])]) from None
    except Rejected as rejected:
        raise Rejected(_in(path, rejected.problems)) from None


def read_sound(path: Path) -> Result:
    """Return the result of a file, if it agrees with itself.

    Raises:
        Rejected: it cannot be read, is none, or contradicts itself.
    """
    from checker.assessment.consistency import contradictions

    result = read_result(path)
    found = contradictions(result)
    if found:
        raise Rejected(_in(path, found))
    return result


def _in(path: Path, problems: tuple[Problem, ...]) -> list[Problem]:
    return [replace(p, place=replace(p.place, file=path.name)) for p in problems]
