"""Suppressions: diagnostics that the keepers have declared not to count, each with its reason."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.workbench.declarations import Declarations
from checker.workbench.diagnostic import Diagnostic


def suppressed(
    diagnostics: Iterable[Diagnostic], declared: Declarations
) -> tuple[tuple[Diagnostic, ...], frozenset[int]]:
    """Return diagnostics, those declared not to count with their reason, and which declarations hit.

    Errors of reading a rule set never come here: a rule set that cannot be read is not excused.
    """
    found, used = [], set()
    for diagnostic in diagnostics:
        reason = ""
        for index, one in enumerate(declared.shape.suppressions):
            if (one.check, one.subject) == (diagnostic.check, diagnostic.subject):
                used.add(index)
                reason = one.reason
        found.append(replace(diagnostic, ignored=reason) if reason else diagnostic)
    return tuple(found), frozenset(used)


def unused(declared: Declarations, used: Iterable[int], checks: Iterable[str]) -> Iterator[int]:
    """Yield the positions of suppressions of these checks that nothing met."""
    known, met = set(checks), set(used)
    for index, one in enumerate(declared.shape.suppressions):
        if one.check in known and index not in met:
            yield index
