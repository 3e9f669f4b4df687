"""What can be read of a file with faults: its shape, with the parts that have one marked unread.

A compiler does not stop at the first error, and neither do we: each part of a rule file that is in
order is read as if the whole were, so that what is wrong in it is told in the same run.
"""

from collections.abc import Collection
from functools import cache
from typing import Annotated, Any, Final, TypeVar, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from checker.document.document import Path
from checker.rulebook.documents.shape import Shape
from checker.rulebook.unread import Unread

AnyShape = TypeVar("AnyShape", bound=Shape)


def mended(shape: type[AnyShape], data: Any, faults: Collection[Path]) -> AnyShape:
    """Return the shape of data that has faults at these paths, each faulty value as Unread."""
    touched = frozenset(path[:n] for path in faults for n in range(len(path) + 1))
    made: AnyShape = _Mender(touched, frozenset(faults)).model(shape, data, ())
    return made


_KEY: Final = "[key]"
"""What pydantic puts behind the path of a mapping's entry whose key is wrong."""

_ABSENT: Final = object()


class _Mender:
    """Walks a shape and its data together; only what leads to a fault is walked."""

    def __init__(self, touched: frozenset[Path], faults: frozenset[Path]) -> None:
        self.touched = touched
        self.faults = faults

    def model(self, shape: type[AnyShape], data: Any, at: Path) -> AnyShape:
        given = data if isinstance(data, dict) else {}
        return shape.model_construct(
            **{
                name: self._field(shape, name, given.get(name, _ABSENT), (*at, name))
                for name in shape.model_fields
            }
        )

    def _field(self, shape: type[Shape], name: str, data: Any, at: Path) -> Any:
        field = shape.model_fields[name]
        if data is _ABSENT:
            if not field.is_required():
                return field.get_default(call_default_factory=True)
            kind = _plain(field.annotation)
            return self.model(kind, None, at) if _is_shape(kind) else Unread()
        if at not in self.touched:
            return _adapter(shape, name).validate_python(data)
        return self._value(_whole(field), data, at)

    def _value(self, kind: Any, data: Any, at: Path) -> Any:
        if at not in self.touched:
            return TypeAdapter(kind).validate_python(data)
        kind = _plain(kind)
        if _is_shape(kind):
            return self.model(kind, data, at)
        origin, members = get_origin(kind), get_args(kind)
        if origin is dict and isinstance(data, dict):
            return {
                self._key(key, at): self._value(members[1], value, (*at, key))
                for key, value in data.items()
            }
        if origin is tuple and members[1:] == (...,) and isinstance(data, list):
            return tuple(self._value(members[0], v, (*at, i)) for i, v in enumerate(data))
        return Unread(data if isinstance(data, str) else "")

    def _key(self, key: str, at: Path) -> str | Unread:
        return Unread(key) if (*at, key, _KEY) in self.faults else key


def _whole(field: FieldInfo) -> Any:
    kind: Any = field.annotation
    for one in field.metadata:
        kind = Annotated[kind, one]
    return kind


def _is_shape(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Shape)


def _plain(kind: Any) -> Any:
    """Return what an annotation says without constraints and without `| None`."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    held = [a for a in get_args(kind) if a is not type(None)]
    return _plain(held[0]) if type(None) in get_args(kind) and len(held) == 1 else kind


@cache
def _adapter(shape: type[Shape], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_whole(shape.model_fields[name]))
