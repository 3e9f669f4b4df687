"""Where two values of the model differ, member by member."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

Path = tuple[str | int, ...]
"""Names of fields and positions in tuples, from the outside in."""

_SCALARS = (str, int, type(None))


def differing(found: Any, wanted: Any, path: Path = ()) -> Iterator[tuple[Path, Any, Any]]:
    """Yield where a value differs from another of the same class, with what stands on each side.

    Tuples of other lengths differ as a whole; what is the very same object is not looked into.
    """
    if found is wanted:
        return
    kind: Any = type(found)
    same = isinstance(wanted, kind) and isinstance(found, type(wanted))
    if not same or isinstance(found, _SCALARS) or not _looked_into(kind):
        if not same or found != wanted:
            yield path, found, wanted
    elif isinstance(found, tuple):
        if len(found) != len(wanted):
            yield path, found, wanted
            return
        for index, pair in enumerate(zip(found, wanted, strict=True)):
            yield from differing(*pair, (*path, index))
    else:
        for name in _names(kind):
            yield from differing(getattr(found, name), getattr(wanted, name), (*path, name))


@cache
def _looked_into(kind: Any) -> bool:
    return kind is tuple or hasattr(kind, "__dataclass_fields__")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))
