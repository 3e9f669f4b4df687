"""Rule sets to compare."""

import pytest

from tests.workbench.comparison.pools import Pools


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """One cache of rule sets for the tests of this folder: none is left in the user's."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture
def pools(tmp_path):
    """The everyday rules for swimming pools, and a copy to be edited."""
    return Pools(tmp_path)


@pytest.fixture
def contest(tmp_path):
    """The same under the profile for contests."""
    return Pools(tmp_path, "contest")
