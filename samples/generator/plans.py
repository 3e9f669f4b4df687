"""Every sample that is made, by the name of its folder."""

from collections.abc import Callable, Mapping

from samples.generator import full_pass
from samples.generator.plan import Plan, build


def _of(plan: Plan) -> Callable[[], dict[str, bytes]]:
    return lambda: build(plan)


SAMPLES: Mapping[str, Callable[[], dict[str, bytes]]] = {
    plan.name: _of(plan) for plan in (full_pass.PLAN,)
}
