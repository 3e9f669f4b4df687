"""The page of a check: docs/lints/<id>.md, found by the id of a lint or of a fault in reading."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from checker import HOME
from checker.workbench.diagnostic import CheckKind, Gravity
from checker.workbench.lint import door_words as words
from checker.workbench.lint.kinds import PAGES


def page_of(check: str) -> Path | None:
    """Return the page of a check; None if there is none. Faults of shape share two pages."""
    folder = HOME / PAGES
    for name in (check, f"{check.split('-', maxsplit=1)[0]}-value"):
        path = folder / f"{name}.md"
        if path.is_file() and (name == check or check.startswith("shape-")):
            return path
    return None


def kind_of(check: str) -> CheckKind:
    """Return a fault of reading as a check, under the title of its page."""
    page = page_of(check)
    if page is None:
        return CheckKind(check, check, Gravity.ERROR)
    heading = page.read_text(encoding="utf-8").split("\n", 1)[0]
    title = heading.partition("：")[2]
    return CheckKind(check, title, Gravity.ERROR, page.relative_to(HOME).as_posix())


def faults(lints: Iterable[str]) -> list[CheckKind]:
    """Return the faults of reading that have a page: every page that is of no lint."""
    known = set(lints)
    names = sorted(p.stem for p in (HOME / PAGES).glob("*.md"))
    return [kind_of(name) for name in names if name not in known]


def index(lints: Iterable[CheckKind]) -> str:
    """Return the text of docs/lints.md: every check with its weight and the way to its page."""
    kinds = list(lints)
    lines = [words.index_heading(), *_rows(kinds), words.index_faults()]
    return "\n".join([*lines, *_rows(faults(k.id for k in kinds))]) + "\n"


def _rows(kinds: Iterable[CheckKind]) -> Iterator[str]:
    for kind in kinds:
        weight = words.gravity(kind.gravity.value)
        yield f"| [{kind.id}](lints/{kind.id}.md) | {weight} | {kind.title} |"


def nearest(check: str) -> str:
    """Return the check with a page whose name is most like this; "" if none is near."""
    known = [p.stem for p in (HOME / PAGES).glob("*.md")]
    return next(iter(get_close_matches(check, known, 1, 0.5)), "")
