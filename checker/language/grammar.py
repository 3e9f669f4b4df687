"""The keys of a check: which there are, which a measure needs, and what to say of others."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from checker.language import words
from checker.language.typecheck import Scope, TreePath, nearest

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "count": (),
    "share": ("that",),
    "sum": ("value",),
    "mean": ("value",),
    "distinct": ("value",),
    "covered": ("value", "required"),
    "time_covered": ("from", "to"),
    "fewest_per": ("date", "each"),
    "ratio": ("numerator", "denominator"),
}
"""The measures and the keys that each needs besides `of` and `where` (ratio has neither)."""

MAY_BE_EMPTY: Final = frozenset({"share", "mean", "ratio"})
"""Measures that may have no value; only these take when_empty."""

SHARES: Final = frozenset({"share", "covered", "time_covered"})
"""Measures that are shares of a whole whatever stands in them."""

TOTAL: Final = frozenset({"count", "sum", "distinct", "covered", "fewest_per"})
"""Measures that have a value over zero rows; only these stand inside related."""

EVERY_KEY: Final = (
    "measure", "of", "where", "expect", "when_empty", "times", *{k: 0 for ks in KEYS.values() for k in ks},
)  # fmt: skip
"""Every key that stands in the leaf of some measure."""


def keys_of(measure: str) -> tuple[str, ...]:
    """Return the keys that may stand in a leaf with a measure."""
    source = () if measure == "ratio" else ("of", "where")
    empty = ("when_empty",) if measure in MAY_BE_EMPTY else ()
    times = ("times",) if measure == "covered" else ()
    return ("measure", *source, *KEYS[measure], "expect", *empty, *times)


def misspelt(data: Mapping[str, Any], key: str) -> bool:
    """Tell whether a key that is not there is written wrongly: then only that is told."""
    return any(k not in EVERY_KEY and nearest(k, (key,)) for k in data)


def refuse_others(
    data: Mapping[str, Any], allowed: Iterable[str], at: TreePath, scope: Scope
) -> None:
    """Report every key that may not stand here, with the nearest that may."""
    for key in data:
        if key not in allowed:
            said = words.unknown_name("key", key, nearest(key, allowed), list(allowed))
            scope.report((*at, key), "unknown_key", said, key=True, found=key)
