"""Frozen values behave as those of the standard decorator, the first ones as the hundredth."""

import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, fields, replace
from typing import Any

import pytest

from checker.model.frozen import FEW, dataclass


@dataclass(frozen=True, slots=True)
class Light:
    """Two fields that must be given, two that may."""

    first: int
    second: str
    third: str = "three"
    fourth: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    """Compared field by field."""

    first: int
    second: str = ""


@dataclass(frozen=True, slots=True)
class Single:
    """One field."""

    only: str


@dataclass(frozen=True, slots=True)
class Bare:
    """None."""


def fresh() -> tuple[Any, Any]:
    """Return a class of which none was made yet, and the standard one beside it."""

    class Plain:
        first: int
        second: str
        third: str = "three"
        fourth: dict[str, int] = field(default_factory=dict)

    light: Any = dataclass(frozen=True, slots=True)(type("Plain", (), dict(Plain.__dict__)))
    standard = dataclasses.dataclass(frozen=True, slots=True)(Plain)
    return light, standard


GIVEN: list[Any] = [((1, "b"), {}), ((1,), {"second": "b"}), ((), {"second": "b", "first": 1}),
         ((1, "b", "c"), {"fourth": {"x": 1}})]  # fmt: skip
WRONG: list[Any] = [((), {}), ((1,), {}), ((1, "b", "c", {}, 5), {}), ((1, "b"), {"fifth": 5}),
         ((1, "b"), {"first": 2}), ((1,), {"fifth": 5})]  # fmt: skip


@pytest.mark.parametrize("made_before", [0, FEW + 1])
@pytest.mark.parametrize(("args", "kwargs"), GIVEN)
def test_arguments_are_taken_as_the_standard_class_takes_them(args, kwargs, made_before):
    light, standard = fresh()
    for _ in range(made_before):
        light(0, "")
    mine, theirs = light(*args, **kwargs), standard(*args, **kwargs)

    assert [getattr(mine, f.name) for f in fields(light)] == list(dataclasses.astuple(theirs))


@pytest.mark.parametrize("made_before", [0, FEW + 1])
@pytest.mark.parametrize(("args", "kwargs"), WRONG)
def test_wrong_arguments_are_refused_in_the_same_words(args, kwargs, made_before):
    light, standard = fresh()
    for _ in range(made_before):
        light(0, "")

    with pytest.raises(TypeError) as mine:
        light(*args, **kwargs)
    with pytest.raises(TypeError) as theirs:
        standard(*args, **kwargs)
    assert (
        str(mine.value).rpartition("__init__()")[2] == str(theirs.value).rpartition("__init__()")[2]
    )


def test_each_instance_has_a_default_of_its_own():
    few = [Light(n, "b") for n in range(FEW + 3)]

    assert len({id(one.fourth) for one in few}) == len(few)


@pytest.mark.parametrize("value", [Light(1, "b"), Ordered(1, "b"), Single("a"), Bare()])
def test_values_come_back_from_a_pickle_equal(value):
    back = pickle.loads(pickle.dumps(value))

    assert back == value
    assert type(back) is type(value)


def test_nothing_can_be_set():
    with pytest.raises(FrozenInstanceError):
        Single("a").only = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Single("a").only


def test_equal_values_are_one_key_and_another_class_is_not_equal():
    assert {Single("a"): 1}[Single("a")] == 1
    other: object = Ordered(1)
    assert Single("a") != other
    assert Bare() == Bare()
    assert hash(Bare()) == hash(Bare())


def test_ordered_ones_compare_field_by_field_and_only_with_their_own_kind():
    one, other, last = Ordered(1, "b"), Ordered(1, "c"), Ordered(2)

    assert sorted([last, other, one]) == [one, other, last]
    assert one < other <= last
    assert last > other >= one
    assert one <= Ordered(1, "b") >= one
    assert not one < Ordered(1, "b") > one
    with pytest.raises(TypeError):
        _ = one < Single("a")  # type: ignore[operator]


def test_replace_keeps_the_rest():
    assert replace(Light(1, "b", fourth={"x": 1}), second="c") == Light(1, "c", fourth={"x": 1})
