"""How properties are run: the same examples every time, nothing kept, no clock."""

from hypothesis import HealthCheck, Phase, settings

SHRUNK = (Phase.explicit, Phase.generate, Phase.shrink)


def fixed(examples: int, phases: tuple[Phase, ...] = SHRUNK) -> settings:
    """Settings with so many examples, always the same ones."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
