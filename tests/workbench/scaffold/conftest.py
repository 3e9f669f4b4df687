"""Scaffolds are written into copies of the two rule sets."""

import shutil
from pathlib import Path

import pytest

from checker.workbench.rule_set import read_rule_set
from checker.workbench.scaffold.plan import Plan

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="package", autouse=True)
def cache(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


class Copy:
    """A copy of a rule set that plans are written into."""

    def __init__(self, folder: Path, profile: str) -> None:
        self.folder = folder
        self.profile = profile

    def read(self):
        return read_rule_set(self.folder, self.profile)

    def write(self, plan: Plan) -> dict[Path, bytes]:
        """Write a plan, and return what its files held before."""
        before = {path: path.read_bytes() for path in plan.files if path.is_file()}
        for path, data in plan.files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return before


@pytest.fixture
def pool(tmp_path):
    """The swimming rules."""
    source = ROOT / "tests" / "second_standard" / "rules"
    return Copy(Path(shutil.copytree(source, tmp_path / "rules")), "everyday")


@pytest.fixture
def real(tmp_path):
    """The real rules with their dictionary beside them."""
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    (tmp_path / "schemas").mkdir()
    shutil.copy(ROOT / "schemas" / "submission.yaml", tmp_path / "schemas")
    return Copy(tmp_path / "rules", "generic")
