"""Rule sets on swimming pools, as they are or with one thing changed in a file."""

import shutil
from pathlib import Path

import pytest

from checker.workbench.rule_set import RuleSet, read_rule_set
from tests.assessment.pools import RULES


@pytest.fixture
def pools(tmp_path, monkeypatch):
    """Return the rule set with texts replaced: pools({"acceptance.yaml": [(old, new)]})."""

    def changed(
        changes: dict[str, list[tuple[str, str]]] | None = None,
        profile: str = "everyday",
        workbench: str = "",
    ) -> RuleSet:
        folder = tmp_path / "rules"
        shutil.copytree(RULES, folder)
        for name, replacements in (changes or {}).items():
            file = folder / name
            text = file.read_text(encoding="utf-8")
            for old, new in replacements:
                assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
                text = text.replace(old, new)
            file.write_text(text, encoding="utf-8")
        if workbench:
            (folder / "workbench.yaml").write_text(workbench, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return read_rule_set(Path("rules"), profile)

    return changed
