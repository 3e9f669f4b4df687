"""Bytes → document → shape; a pydantic error becomes Problems at their lines."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from checker.document.document import Document
from checker.document.strict_yaml import parse
from checker.model.problem import Problem, Rejected
from checker.rulebook import words
from checker.rulebook.documents import Shape

AnyShape = TypeVar("AnyShape", bound=Shape)


def shaped(
    file: str, data: bytes, shape: type[AnyShape], problems: list[Problem]
) -> tuple[AnyShape, Document] | None:
    """Return a file as its shape, with the document for later places; None after problems."""
    try:
        document = parse(data, file)
    except Rejected as rejected:
        problems += rejected.problems
        return None
    try:
        return shape.model_validate(document.data), document
    except ValidationError as error:
        problems += [_problem(e, document, shape) for e in error.errors(include_url=False)]
        return None


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
            current = _inner(field.annotation) if field else None
    if isinstance(current, type) and issubclass(current, BaseModel):
        return list(current.model_fields)
    return []


def _inner(annotation: Any) -> Any:
    """Return the model inside tuple[...], dict[...] or Annotated[...]."""
    for argument in getattr(annotation, "__args__", ()):
        found = _inner(argument)
        if found is not None:
            return found
    return (
        annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like this one; "" if none is near."""
    return next(iter(get_close_matches(name, list(known), 1, 0.6)), "")
