"""Reading starts fast: nothing heavy is imported before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"yaml", "json", "difflib", "pandas", "pydantic", "jsonschema", "checker.language"}


@pytest.mark.parametrize("module", ["checker.submission.reading", "checker.submission.settling"])
def test_importing_brings_in_nothing_heavy(module):
    code = f"import sys, {module}; print(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert set(done.stdout.split()) & HEAVY == set()


def test_a_json_file_is_read_without_the_yaml_parser(tmp_path):
    (tmp_path / "submission.json").write_text(
        '{"kind": "self", "assessed_on": "2026-01-10", "tables": {},'
        ' "period": {"from": "2025-01-01", "to": "2025-12-31"}}'
    )
    code = (
        "import sys, pathlib\n"
        "from checker.model.dictionary import Dictionary\n"
        "from checker.submission.reading import read\n"
        f"read(pathlib.Path({str(tmp_path)!r}), Dictionary({{}}))\n"
        "print(*sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "yaml" not in done.stdout.split()
