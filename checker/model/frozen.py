"""The standard `dataclass`, with methods that are made when they are first needed.

A class made by `dataclasses.dataclass(frozen=True, slots=True)` compiles six functions when it is
defined, some half a millisecond; a hundred classes would cost a short command more than its work.
This decorator keeps the fields and the behaviour of the standard one (`fields`, `replace`,
matching, pickling, equality by class and value) and leaves the compiling to the first instance.
Type checkers see the standard decorator.
"""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, fields
from dataclasses import dataclass as standard
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, order: bool = False) -> Callable[[type], type]:
        """Return a decorator that makes a class of frozen values with slots."""
        assert frozen
        assert slots
        return standard(frozen=True, slots=True, order=True) if order else _made


def _made(cls: type) -> Any:
    light: Any = standard(init=False, repr=False, eq=False, slots=True)(cls)
    names = [f.name for f in fields(light)]
    light.__values__ = attrgetter(*names) if names else _no_values
    light.__init__ = _first_init
    light.__eq__ = _equal
    light.__hash__ = _hash
    light.__repr__ = _shown
    light.__setattr__ = light.__delattr__ = _refuse
    light.__getstate__ = _state
    light.__setstate__ = _restore
    return light


def _first_init(self: Any, *args: Any, **kwargs: Any) -> None:
    """Compile the constructor, as the standard dataclass would have, and use it from now on."""
    cls = type(self)
    cls.__init__ = _compiled_init(cls)
    cls.__init__(self, *args, **kwargs)


def _compiled_init(cls: Any) -> Any:
    known: dict[str, Any] = {"_set": object.__setattr__, "_none": MISSING}
    parameters, lines = ["self"], []
    for one in fields(cls):
        name, value = one.name, one.name
        if one.default is not MISSING:
            known[f"_default_{name}"] = one.default
            parameters.append(f"{name}=_default_{name}")
        elif one.default_factory is not MISSING:
            known[f"_make_{name}"] = one.default_factory
            parameters.append(f"{name}=_none")
            value = f"_make_{name}() if {name} is _none else {name}"
        else:
            parameters.append(name)
        lines.append(f"    _set(self, {name!r}, {value})")
    source = f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines or ["    pass"])
    exec(source, known)  # noqa: S102 - names of our own fields, as in the standard library
    return known["__init__"]


def _no_values(_: Any) -> tuple[()]:
    return ()


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self is other or type(self).__values__(self) == type(self).__values__(other)


def _hash(self: Any) -> int:
    return hash(type(self).__values__(self))


def _shown(self: Any) -> str:
    parts = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self))
    return f"{type(self).__qualname__}({parts})"


def _refuse(self: Any, name: str, *_: Any) -> NoReturn:
    message = f"{type(self).__name__}.{name}"
    raise FrozenInstanceError(message)


def _state(self: Any) -> list[Any]:
    return [getattr(self, f.name) for f in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
