"""The rule sets that the catalogue is tried on, and what their files hold, read independently."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[3]
SWIMMING = ROOT / "tests" / "second_standard" / "rules"
REAL = ROOT / "rules"

LOADER: Any = getattr(
    yaml, "CBaseLoader", yaml.BaseLoader
)  # every value as text: `no` is no truth value


@dataclass
class Held:
    """What the YAML files of a rule set hold, by PyYAML alone."""

    folder: Path

    def _all(self, name: str) -> Iterator[Any]:
        for path in sorted(self.folder.rglob(name)):
            yield yaml.load(path.read_bytes(), LOADER)

    @cached_property
    def rules(self) -> list[dict[str, Any]]:
        return [rule for file in self._all("rules.yaml") for rule in file["rules"]]

    @cached_property
    def parameters(self) -> set[str]:
        files = [*self._all("rules.yaml"), *self._all("parameters.yaml")]
        return {name for file in files for name in file.get("parameters") or {}}

    @cached_property
    def cases(self) -> list[dict[str, Any]]:
        return [case for file in self._all("cases.yaml") for case in file["cases"]]

    @cached_property
    def standard(self) -> Any:
        return next(self._all("standard.yaml"))

    @cached_property
    def items(self) -> list[str]:
        return [i["no"] for c in self.standard["chapters"] for i in c.get("items", ())]

    @cached_property
    def dictionary(self) -> Any:
        own = self.folder / "dictionary.yaml"
        path = own if own.is_file() else self.folder.parent / "schemas" / "submission.yaml"
        return yaml.load(path.read_bytes(), LOADER)

    @cached_property
    def columns(self) -> list[tuple[str, str]]:
        tables = self.dictionary["tables"]
        return [(name, column) for name, table in tables.items() for column in table["columns"]]


def swimming_copy(folder: Path) -> Path:
    """A copy of the swimming rules that a test may change; named as the original."""
    return Path(shutil.copytree(SWIMMING, folder / "rules"))


def change(path: Path, old: str, new: str) -> None:
    """Replace a text that must be there once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")
