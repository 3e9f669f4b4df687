"""The program knows measures and comparisons; what they are about stands in the rules alone.

What is still spoken of in rooms that others are working on stands in LEFT. A word that is added
anywhere fails here; one that is taken away may be taken from LEFT too.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = sorted((ROOT / "checker").rglob("*.py"))
REPORTS = [
    p
    for room in ("templates", "style", "workbench")
    for p in sorted((ROOT / "reports" / room).rglob("*.*"))
]

FOREIGN = re.compile(
    r"网格|党|企业|社区|园区|工单|诉求|值班|值守|演练|巡查|预案|热线|营商|招商|四维|员工保障"
    r"|编制说明|协会|龙游|北仑|衢州|管委会|乡镇|街道"
)
"""Words of the first standard, as they stand in rules, forms and reports."""

FOREIGN_NAMES = re.compile(
    r"(?<!Table\.)\bgrids?\b|party_org|\bparty\b|enterprise|communit|service_request|micro_grid"
    r"|duty_roster|\bdrills?\b|\bpatrols?\b|emergency|hotline|appraisal|longyou|QYSQ",
    re.IGNORECASE,
)
"""The same in the names and comments of the program; `Table.grid` is how rich calls a table."""

SEED = "编制说明"
LEFT: Mapping[str, frozenset[str]] = {
    "checker/report/outline.py": frozenset({SEED, "社区"}),
    "checker/report/words.py": frozenset({SEED, "协会"}),
    "reports/templates/record.html.j2": frozenset({SEED}),
    "reports/templates/sections/annexes.html.j2": frozenset({SEED, "协会"}),
    "reports/templates/sections/basis.html.j2": frozenset({SEED}),
    "reports/templates/sections/cover.html.j2": frozenset({"社区"}),
    "reports/templates/sections/declaration.html.j2": frozenset({SEED}),
    "reports/templates/sections/method.html.j2": frozenset({"企业", "值守"}),
    "reports/templates/sections/overview.html.j2": frozenset({SEED, "协会"}),
    "reports/templates/sections/profile.html.j2": frozenset({"社区"}),
    "reports/templates/sections/signatures.html.j2": frozenset({"社区"}),
}


def known_in_reports() -> frozenset[str]:
    """The words that reports on any standard still speak of."""
    shown = [w for file, w in LEFT.items() if file.startswith(("reports/", "checker/report/"))]
    return frozenset().union(*shown)


def found_in(text: str, *, names: bool) -> frozenset[str]:
    found = FOREIGN.findall(text) + (FOREIGN_NAMES.findall(text) if names else [])
    return frozenset(word.lower() if word.isascii() else word for word in found)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_words_are_found_where_they_stand():
    assert found_in("按网格拆分", names=False) == {"网格"}
    assert found_in("enterprise_id, grids, Grid", names=True) == {"enterprise", "grids", "grid"}
    assert not found_in("Table.grid(padding=(0, 2)), 分组", names=True)
    rules = (ROOT / "schemas" / "submission.yaml").read_text(encoding="utf-8")
    assert len(found_in(rules, names=True)) > 15


@pytest.mark.parametrize("path", PROGRAM, ids=name_of)
def test_the_program_speaks_of_no_domain(path: Path):
    found = found_in(path.read_text(encoding="utf-8"), names=True)

    assert found <= LEFT.get(name_of(path), frozenset())


@pytest.mark.parametrize("path", REPORTS, ids=name_of)
def test_the_templates_speak_of_no_domain(path: Path):
    found = found_in(path.read_text(encoding="utf-8"), names=False)

    assert found <= LEFT.get(name_of(path), frozenset())


def test_nothing_left_is_forgotten():
    assert all((ROOT / file).is_file() for file in LEFT)
