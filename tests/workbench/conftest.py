"""Cases are read from a folder of their own."""

from pathlib import Path

import pytest

from tests.assessment.pools import book as pool_book

HEAD = """\
given:
  period: {from: 2025-01-01, to: 2025-06-30}
  assessed_on: 2025-07-05
cases:
"""


@pytest.fixture
def book():
    """The rules for swimming pools."""
    return pool_book()


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Writes cases.yaml into the working folder, so that places read as from there, and returns it."""
    monkeypatch.chdir(tmp_path)

    def written(text, head=HEAD, file="cases.yaml"):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(head + text, encoding="utf-8")
        return Path()

    return written
