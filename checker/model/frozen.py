"""The standard `dataclass`, with methods that are made when they are first needed.

A class made by `dataclasses.dataclass(frozen=True, slots=True)` compiles six functions when it is
defined, some half a millisecond; a hundred classes would cost a short command more than its work.
This decorator keeps the fields and the behaviour of the standard one (`fields`, `replace`,
matching, pickling, order, equality by class and value) and compiles no more than a constructor,
and that only for a class of which many are made. Type checkers see the standard decorator.
"""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, fields
from dataclasses import dataclass as standard
from operator import attrgetter, ge, gt, le, lt
from typing import TYPE_CHECKING, Any, Final, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, order: bool = False) -> Callable[[type], type]:
        """Return a decorator that makes a class of frozen values with slots."""
        assert frozen
        assert slots
        return _ordered if order else _made


FEW: Final = 8
"""Instances that are made without a compiled constructor: half of the classes have no more."""


def _made(cls: type) -> Any:
    cls.__doc__ = cls.__doc__ or cls.__name__  # else the standard one words the signature: 1 ms
    light: Any = standard(init=False, repr=False, eq=False, slots=True)(cls)
    own = fields(light)
    light.__values__ = _values_of([f.name for f in own])
    light.__setters__ = tuple(getattr(light, f.name).__set__ for f in own)
    light.__made__ = 0
    light.__init__ = _slow_init
    light.__eq__ = _equal
    light.__hash__ = _hash
    light.__repr__ = _shown
    light.__setattr__ = light.__delattr__ = _refuse
    light.__getstate__ = _state
    light.__setstate__ = _restore
    return light


def _ordered(cls: type) -> Any:
    light = _made(cls)
    light.__lt__, light.__le__, light.__gt__, light.__ge__ = map(_comparison, (lt, le, gt, ge))
    return light


def _comparison(holds: Callable[[Any, Any], bool]) -> Callable[[Any, Any], Any]:
    def compared(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return holds(type(self).__values__(self), type(self).__values__(other))

    return compared


def _slow_init(self: Any, *args: Any, **kwargs: Any) -> None:
    """Construct one of the first; then compile what the standard dataclass would have compiled."""
    cls = type(self)
    cls.__made__ += 1
    known = cls.__dataclass_fields__
    given = dict(zip(known, args, strict=False)) | kwargs
    sound = len(given) == len(args) + len(kwargs)  # no field is given twice, none unknown
    for name in known.keys() - given.keys():
        given[name] = _default(known[name])
    sound &= len(given) == len(known) and not any(v is MISSING for v in given.values())
    if not sound or cls.__made__ > FEW:
        cls.__init__ = _compiled_init(cls)  # which also words what is wrong with the arguments
        cls.__init__(self, *args, **kwargs)
        return
    for put, name in zip(cls.__setters__, known, strict=True):
        put(self, given[name])


def _default(one: Any) -> Any:
    return one.default if one.default_factory is MISSING else one.default_factory()


def _compiled_init(cls: Any) -> Any:
    known: dict[str, Any] = {"_none": MISSING}
    parameters, lines = ["self"], []
    for one, put in zip(fields(cls), cls.__setters__, strict=True):
        name, value = one.name, one.name
        known[f"_put_{name}"] = put
        if one.default is not MISSING:
            known[f"_default_{name}"] = one.default
            parameters.append(f"{name}=_default_{name}")
        elif one.default_factory is not MISSING:
            known[f"_make_{name}"] = one.default_factory
            parameters.append(f"{name}=_none")
            value = f"_make_{name}() if {name} is _none else {name}"
        else:
            parameters.append(name)
        lines.append(f"    _put_{name}(self, {value})")
    source = f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines or ["    pass"])
    exec(source, known)  # noqa: S102 - names of our own fields, as in the standard library
    return known["__init__"]


def _values_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gets the values of all fields, as a tuple."""
    if len(names) == 1:
        value = attrgetter(*names)
        return lambda self: (value(self),)
    return attrgetter(*names) if names else lambda _: ()


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


def _state(self: Any) -> tuple[Any, ...]:
    values: tuple[Any, ...] = type(self).__values__(self)
    return values


def _restore(self: Any, state: tuple[Any, ...]) -> None:
    for put, value in zip(type(self).__setters__, state, strict=True):
        put(self, value)
