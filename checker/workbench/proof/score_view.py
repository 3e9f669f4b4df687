"""The claims on the score as a person reads them on the terminal."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from checker.workbench.proof import score_words as words

LISTED: Final = 12
"""Most lifts that are listed, greatest first."""


def score_lines(figures: Mapping[str, Any]) -> list[str]:
    """Return the lines for the figures of `score_claims`."""
    parts = {
        "reach": _reach(figures["reach"]),
        "vetoes": _vetoes(figures["vetoes"]),
        "monotone": iter([words.monotone_line(**figures["monotone"])]),
        "redistribution": _lifts(figures["redistribution"]),
    }
    lines = []
    for part, found in parts.items():
        own = list(found)
        lines += [words.heading(part), *own, ""] if own else []
    return lines


def _reach(found: list[dict[str, Any]]) -> Iterator[str]:
    for one in found:
        yield words.reached_line(
            one["name"], one["came"], one.get("points", ""), one.get("grade", ""),
            one.get("conclusion", ""), one.get("rows", 0),
        )  # fmt: skip


def _vetoes(found: list[dict[str, Any]]) -> Iterator[str]:
    for one in found:
        yield words.veto_line(
            one["rule"], on=one["on"], effective=one["effective"],
            conclusion=one["vetoed"].get("conclusion", ""),
            accepted=one["accepted"]["came"] == "reached",
        )  # fmt: skip


def _lifts(found: list[dict[str, Any]]) -> Iterator[str]:
    dearest = sorted(found, key=lambda one: (-one["points"], one["rule"]))
    for one in dearest[:LISTED]:
        others = None if one["turn"] is None else len(one["turn"]["others"])
        yield words.lift_line(
            one["rule"], one["item"], str(one["points"]), str(one["most"]), others
        )
    if len(dearest) > LISTED:
        yield words.lifts_more(len(dearest) - LISTED)
