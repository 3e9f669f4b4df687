"""Bytes → document → shape; a pydantic error becomes Problems at their lines."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from checker.document.document import Document, Path
from checker.document.strict_yaml import survey
from checker.model.problem import Problem
from checker.rulebook import words
from checker.rulebook.documents.shape import Shape

AnyShape = TypeVar("AnyShape", bound=Shape)


def shaped(
    file: str, data: bytes, shape: type[AnyShape], problems: list[Problem]
) -> tuple[AnyShape, Document] | None:
    """Return a file as its shape, with the document for later places; None after problems."""
    before = len(problems)
    found = salvaged(file, data, shape, problems)
    return found if len(problems) == before else None


def salvaged(
    file: str, data: bytes, shape: type[AnyShape], problems: list[Problem]
) -> tuple[AnyShape, Document] | None:
    """Return a file as its shape, what has a fault in it as Unread (see mending).

    None stands for a file that cannot be read to its end.
    """
    found = survey(data, file)
    problems += found.problems
    if found.document is None:
        return None
    document, faults = found.document, []
    try:
        shape_ = shape.model_validate(document.data)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        places = {(p.place.line, p.place.column) for p in found.problems}
        new = [_problem(e, document, shape) for e in _told(faults, shape, found.gaps)]
        problems += [p for p in new if (p.place.line, p.place.column) not in places]
    if not faults and not found.refused:
        return shape_, document
    from checker.rulebook.mending import mended  # only a faulty file pays for it

    paths = [*(tuple(e["loc"]) for e in faults), *found.refused]
    return mended(shape, document.data, paths), document


def _told(faults: list[Any], shape: type[Shape], gaps: frozenset[Path]) -> Iterator[Any]:
    """Yield the faults that do not merely follow from another one."""
    misspelt = {
        (*e["loc"][:-1], nearest(str(e["loc"][-1]), _keys(shape, e["loc"][:-1])))
        for e in faults
        if e["type"] == "extra_forbidden"
    }
    for one in faults:
        path = tuple(one["loc"])
        lacking = one["type"] == "missing" and (path in misspelt or path[:-1] in gaps)
        if not lacking and not _is_echo(one):
            yield one


def _is_echo(error: Any) -> bool:
    """Tell whether a list is only called too short because its members have faults of their own."""
    least = error["ctx"]["min_length"] if error["type"] == "too_short" else 0
    return bool(least and len(error["input"]) >= least)


def _problem(error: Any, document: Document, shape: type[BaseModel]) -> Problem:
    path = tuple(error["loc"])
    kind: str = error["type"]
    key = str(error["loc"][-1]) if error["loc"] else ""
    near = ""
    if kind == "extra_forbidden":
        near = nearest(key, _keys(shape, error["loc"][:-1]))
    message, advice = words.shape_fault(kind, error.get("ctx", {}), key, near)
    place = document.place(path, key=kind == "extra_forbidden")
    found = "" if kind == "missing" else _shown(error["input"])
    return Problem(place, f"shape_{kind}", message, found, advice=advice)


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _keys(shape: type[BaseModel], loc: Iterable[Any]) -> list[str]:
    """Return the keys allowed at a path of a shape."""
    current: Any = shape
    for part in loc:
        if isinstance(current, type) and issubclass(current, BaseModel):
            field = current.model_fields.get(str(part))
            current = field.annotation if field else None
        else:  # the position in a tuple, the key of a mapping
            current = _member(current)
    current = _model(current)
    return list(current.model_fields) if current else []


def _member(annotation: Any) -> Any:
    """Return what a tuple or mapping holds: X of tuple[X, ...] and of dict[str, X]."""
    held = [a for a in getattr(annotation, "__args__", ()) if a is not Ellipsis]
    return held[-1] if held else None


def _model(annotation: Any) -> type[BaseModel] | None:
    """Return the model that an annotation names, perhaps as `X | None`."""
    for one in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one
    return None


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like this one; "" if none is near."""
    return next(iter(get_close_matches(name, list(known), 1, 0.6)), "")
