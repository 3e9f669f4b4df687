"""Every sample that is made, by the name of its folder."""

from collections.abc import Callable, Mapping
from functools import partial

from samples.generator import (
    boundary,
    full_pass,
    rectification,
    self_assessment,
    small_park,
    vetoed,
)
from samples.generator.plan import build

SAMPLES: Mapping[str, Callable[[], dict[str, bytes]]] = {
    **{
        plan.name: partial(build, plan)
        for plan in (
            full_pass.PLAN,
            rectification.PLAN,
            vetoed.PLAN,
            boundary.PLAN,
            small_park.PLAN,
        )
    },
    self_assessment.PLAN.name: self_assessment.make,
}
