"""The page for those who write cases names every check, every kind and every operator's key."""

from pathlib import Path

import pytest

from checker.workbench.cases import PAGE
from checker.workbench.coverage import words as coverage
from checker.workbench.coverage.counting import Kind
from checker.workbench.mutation import words as mutation
from checker.workbench.testing import words as testing

TEXT = (Path(__file__).resolve().parents[3] / PAGE).read_text(encoding="utf-8")
CHECKS = sorted({*testing.kinds(), *coverage.kinds(), *mutation.kinds(), *(k.value for k in Kind)})


@pytest.mark.parametrize("check", CHECKS)
def test_the_page_names_it(check):
    assert f"`{check}`" in TEXT
