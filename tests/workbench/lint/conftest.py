"""Every test here keeps its own cache of rule sets: none is left in the user's."""

import pytest

from checker.workbench.lint.running import look
from tests.workbench.lint.living import copy_to


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """One cache for the tests of this folder."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """A clean copy of the rules for swimming pools, as `rules` below the working folder."""
    monkeypatch.chdir(tmp_path)
    return copy_to(tmp_path).relative_to(tmp_path)


@pytest.fixture
def linted(rules):
    """Lints the copy and returns everything that was found."""
    return lambda only=(): look(rules, "everyday", only)
