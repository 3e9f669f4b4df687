"""The program knows measures and comparisons; what they are about stands in the rules alone."""

import re
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

    assert not found


@pytest.mark.parametrize("path", REPORTS, ids=name_of)
def test_the_templates_speak_of_no_domain(path: Path):
    found = found_in(path.read_text(encoding="utf-8"), names=False)

    assert not found
