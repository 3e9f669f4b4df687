"""result.json: the whole Result as canonical text, and back.

Writing walks plain dataclasses and imports nothing heavy; pydantic comes in only when a file is
read. The form is canonical: sorted keys, UTF-8, two spaces, fractions as "19/20" or "3", dates as
ISO 8601. Reading accepts exactly what writing produces, so that a file which was touched by hand
is noticed: dumps(loads(text)) == text up to white space, or loads refuses.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from checker import __version__
from checker.model.problem import Place, Problem, Rejected
from checker.model.result import SCHEMA_VERSION, Result
from checker.report import words

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

_MOST_PROBLEMS = 50


def dumps(result: Result) -> str:
    """Return the canonical result.json of a result."""
    parts: list[str] = []
    _write(result, "\n", parts.append)
    parts.append("\n")
    return "".join(parts)


def loads(text: str) -> Result:
    """Return the result that a result.json holds.

    Raises:
        Rejected: the text is not a result; the problems name the place inside it by its keys.
    """
    from pydantic import ValidationError

    try:
        document = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        raise Rejected([_not_json(error)]) from None
    _refuse_other_version(document)
    repeated = [_problem(path, "repeated_key", str(path[-1]), "") for path in _repeated(document)]
    if repeated:
        raise Rejected(repeated)
    try:
        (result,) = adapter().validate_json(f"[{text}]")
    except ValidationError as error:
        faults = error.errors(include_url=False)[:_MOST_PROBLEMS]
        raise Rejected([_fault(fault) for fault in faults]) from None
    strays = [
        _problem(path, "not_canonical", found, wanted)
        for path, found, wanted in _differences(document, _plain(result), ())
    ]
    if strays:
        raise Rejected(strays[:_MOST_PROBLEMS])
    return result


@cache
def adapter() -> "TypeAdapter[tuple[Result]]":
    """Return the strict reader of one result; the tuple is what lets the settings reach inside."""
    from pydantic import ConfigDict, TypeAdapter

    return TypeAdapter(tuple[Result], config=ConfigDict(extra="forbid", strict=True))


# Writing: the text straight from the values, since json.dumps with an indent is plain Python, and
# three times as slow


def _write(value: Any, line: str, put: Callable[[str], None]) -> None:
    """Put the text of a value; `line` is a line break with the indent the value stands at."""
    kind: Any = type(value)
    said = _SCALARS.get(kind)
    if said:
        put(said(value))
    elif kind is tuple:
        _write_many(value, line, put)
    elif isinstance(value, str):  # an enumeration
        put(_quoted(value))
    else:
        inner = line + "  "
        for name, opening in _openings(kind, inner):
            member = getattr(value, name)
            said = _SCALARS.get(type(member))
            if said:  # most members are: spares a call for each
                put(opening + said(member))
            else:
                put(opening)
                _write(member, inner, put)
        put(line + "}")


def _write_many(values: tuple[Any, ...], line: str, put: Callable[[str], None]) -> None:
    if not values:
        put("[]")
        return
    inner, before = line + "  ", "["
    for value in values:
        put(before + inner)
        _write(value, inner, put)
        before = ","
    put(line + "]")


_quoted: Callable[[str], str] = json.encoder.encode_basestring

_SCALARS: Mapping[type, Callable[[Any], str]] = {
    str: _quoted,
    int: int.__repr__,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
    Fraction: lambda value: f'"{value}"',
    date: lambda value: f'"{value.isoformat()}"',
}


@cache
def _openings(kind: Any, line: str) -> tuple[tuple[str, str], ...]:
    """Return the names of the fields in the order of the keys, and what stands before each value."""
    names = sorted(_field_names(kind))
    return tuple((n, f'{"," if i else "{"}{line}"{n}": ') for i, n in enumerate(names))


# The same as plain data, to compare with what was read


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    convert = _CONVERSIONS.get(kind)
    if convert:
        return convert(value)
    if isinstance(value, str):  # an enumeration
        return str(value)
    return {name: _plain(getattr(value, name)) for name in _field_names(kind)}


def _many(values: tuple[Any, ...]) -> list[Any]:
    return [_plain(value) for value in values]


def _same(value: Any) -> Any:
    return value


_CONVERSIONS: Mapping[type, Callable[[Any], Any]] = {
    str: _same,
    int: _same,
    bool: _same,
    type(None): _same,
    tuple: _many,
    Fraction: str,
    date: date.isoformat,
}


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


# Reading


class _Repeating(dict[str, Any]):
    """An object of the file in which a key stands more than once."""

    repeated: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    several = _Repeating(found)
    names = [name for name, _ in pairs]
    several.repeated = tuple(name for name in found if names.count(name) > 1)
    return several


def _repeated(document: Any) -> list[tuple[str | int, ...]]:
    """Return the place of every key that stands twice; of two values, either might be meant."""
    found: list[tuple[str | int, ...]] = []
    left: list[tuple[tuple[str | int, ...], Any]] = [((), document)]
    while left:  # a file may nest deeper than functions can
        path, value = left.pop()
        if isinstance(value, _Repeating):
            found += [(*path, name) for name in value.repeated]
        if isinstance(value, dict):
            left += [((*path, name), member) for name, member in value.items()]
        elif isinstance(value, list):
            left += [((*path, index), member) for index, member in enumerate(value)]
    return found


def _refuse_other_version(document: Any) -> None:
    """Refuse a file of another form as such, and not field by field."""
    found = document.get("schema_version") if isinstance(document, dict) else None
    if type(found) is not int or found == SCHEMA_VERSION:
        return
    program = document.get("program")
    writer = program if isinstance(program, str) else ""
    said = words.other_version(writer, found, __version__, SCHEMA_VERSION)
    place = Place(field="schema_version")
    raise Rejected(
        [Problem(place, "other_version", said[0], str(found), str(SCHEMA_VERSION), said[1])]
    )


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _not_json(error: Exception) -> Problem:
    place = Place()
    if isinstance(error, json.JSONDecodeError):
        place = Place(line=error.lineno, column=error.colno)
    return Problem(place, "not_json", words.not_json(), advice=words.not_json_advice())


def _fault(fault: "ErrorDetails") -> Problem:
    path = fault["loc"][1:]
    kind = {"missing": "missing", "unexpected_keyword_argument": "unknown_field"}.get(
        fault["type"], "not_a_result"
    )
    found = "" if kind == "missing" else json.dumps(fault["input"], ensure_ascii=False, default=str)
    return _problem(path, kind, found, "")


def _differences(
    found: Any,
    wanted: Any,
    path: tuple[str | int, ...],
) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield where a file says something else than what was read from it."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        for key in sorted(found.keys() | wanted.keys()):
            yield from _differences(found.get(key), wanted.get(key), (*path, key))
    elif isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        for number, pair in enumerate(zip(found, wanted, strict=True)):
            yield from _differences(*pair, (*path, number))
    elif type(found) is not type(wanted) or found != wanted:
        yield path, json.dumps(found, ensure_ascii=False), json.dumps(wanted, ensure_ascii=False)


def _problem(path: tuple[str | int, ...], code: str, found: str, wanted: str) -> Problem:
    message, advice = words.result_fault(code)
    place = Place(field=".".join(str(step) for step in path))
    return Problem(place, code, message, found[:80], wanted[:80], advice)
