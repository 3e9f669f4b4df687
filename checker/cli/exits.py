"""Exit codes (DESIGN 6)."""

from typing import Final

CONFORMS: Final = 0
DOES_NOT_CONFORM: Final = 1
USAGE: Final = 2
UNDETERMINED: Final = 3
RULES_INVALID: Final = 4
INPUT_UNUSABLE: Final = 5
INTEGRITY: Final = 6
INTERNAL: Final = 70
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141


def for_conclusion(conforms: bool | None) -> int:
    """Return the exit code of a conclusion; None is undetermined."""
    if conforms is None:
        return UNDETERMINED
    return CONFORMS if conforms else DOES_NOT_CONFORM
