"""What documents of every kind are made of: the base of all shapes, the sorts of values, a place."""

from fractions import Fraction
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictStr
from pydantic_core import PydanticCustomError

from checker.model.value import exact


def _exact(raw: object) -> object:
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise ValueError("number")  # noqa: TRY004 - pydantic turns ValueError into a problem
    return exact(str(raw))


Exact = Annotated[int | Fraction, BeforeValidator(_exact)]
"""A number written as text or whole number; "95%" is 0.95. Never a float."""


def _share(raw: object) -> object:
    value = _exact(raw)
    if isinstance(value, int | Fraction) and not 0 <= value <= 1:
        raise PydanticCustomError("share", "between 0 and 1")
    return value


Share = Annotated[int | Fraction, BeforeValidator(_share)]
"""A share of a whole, from 0 to 100 %."""

Id = Annotated[StrictStr, Field(pattern=r"^[A-Z]{2,8}-\d{4}-\d{2}$")]
Name = Annotated[StrictStr, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Words = Annotated[StrictStr, Field(min_length=1)]


class Shape(BaseModel):
    """Base: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class SeedShape(Shape):
    """A place in the document the standard is known from."""

    section: Words
    line: Annotated[int, Field(ge=1)]
    sentence: Annotated[int, Field(ge=0)] = 0
