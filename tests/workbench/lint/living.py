"""The examples of the pages, played on a copy of the rules for swimming pools.

A block says in its first line what it changes: "# file › path" sets keys of the mapping at a path
(or puts a list in its place), "# file › path +" adds members to a list, "# file" alone is the whole
file. A line that ends in "# ←" is where the check must point.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from checker.document.strict_yaml import parse

POOLS = Path(__file__).resolve().parent / "pools"
PAGES = Path(__file__).resolve().parents[3] / "docs" / "lints"
HEADER = re.compile(
    r"^# (?P<file>\S+\.(?:yaml|json|bak|yml))(?P<merge> ›(?: (?P<path>\S+))?)?(?P<add> \+)?$"
)
MARK = "  # ←"


@dataclass(frozen=True)
class Expected:
    """Where a check must point: the file, and the dotted path of the value or of what holds it."""

    file: str
    field: str


def examples(page: str) -> list[str]:
    """Return the blocks of a page: the bad one, and the good one if there is one."""
    return re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)


def copy_to(folder: Path) -> Path:
    """Return a clean copy of the pools' rules below a folder."""
    rules = folder / "rules"
    shutil.copytree(POOLS, rules)
    return rules


def own_schemas(rules: Path) -> Path:
    """Move the dictionary to where it has schemas beside it; return that folder."""
    folder = rules.parent / "schemas"
    folder.mkdir()
    (rules / "dictionary.yaml").rename(folder / "submission.yaml")
    return folder


def play(block: str, rules: Path) -> list[Expected]:
    """Change the rules as a block says; return where its marks expect a finding."""
    expected: list[Expected] = []
    for header, text in _pieces(block):
        file = rules / header["file"]
        file.parent.mkdir(parents=True, exist_ok=True)
        if header["merge"] is None:
            file.write_text(text.replace(MARK, ""), encoding="utf-8")
            expected += _expected(header["file"], text, (), 0)
        else:
            path = tuple(_part(p) for p in (header["path"] or "").split(".") if p)
            before = _patch(file, path, text, add=bool(header["add"]))
            expected += _expected(header["file"], text, path, before)
    return expected


def _pieces(block: str) -> Iterator[tuple[re.Match[str], str]]:
    header: re.Match[str] | None = None
    lines: list[str] = []
    for line in block.rstrip("\n").split("\n"):
        match = HEADER.match(line.rstrip())
        if match:
            if header:
                yield header, "\n".join(lines) + "\n"
            header, lines = match, []
        else:
            lines.append(line)
    assert header, block
    yield header, "\n".join(lines) + "\n"


def _part(text: str) -> str | int:
    return int(text) if text.isdigit() else text


def _patch(file: Path, path: tuple[str | int, ...], text: str, *, add: bool) -> int:
    data = parse(file.read_bytes(), str(file)).data
    given = parse(text.replace(MARK, "").encode(), "example").data
    node: Any = data
    for part in path[:-1]:
        node = node[part]
    before = 0
    if not path:
        data.update(given)
    elif add:
        before = len(node[path[-1]])
        node[path[-1]] += given
    elif isinstance(given, list):
        node[path[-1]] = given
    else:
        node[path[-1]].update(given)
    said = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    file.write_text(said, encoding="utf-8")
    return before


def _expected(file: str, text: str, path: tuple[str | int, ...], before: int) -> Iterator[Expected]:
    marked = {n for n, line in enumerate(text.split("\n"), 1) if line.endswith(MARK)}
    if not marked:
        return
    document = parse(text.replace(MARK, "").encode(), "example")
    found: dict[int, tuple[str | int, ...]] = {}
    for at, (line, _) in [*document.key_marks.items(), *document.marks.items()]:
        if line in marked and (line not in found or len(at) < len(found[line])) and at:
            found[line] = at
    for at in found.values():
        shifted = (at[0] + before, *at[1:]) if before and isinstance(at[0], int) else at
        yield Expected(file, ".".join(str(p) for p in (*path, *shifted)))
