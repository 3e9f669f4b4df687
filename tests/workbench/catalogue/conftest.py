"""Catalogues are made once for all tests that only read them."""

import pytest

from checker.workbench.catalogue.gather import gather
from checker.workbench.catalogue.render import files
from checker.workbench.rule_set import read_rule_set
from tests.workbench.catalogue.sets import REAL, SWIMMING, Held


@pytest.fixture(scope="package", autouse=True)
def cache(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(
    scope="package", params=[(SWIMMING, "contest"), (REAL, "generic")], ids=["swimming", "real"]
)
def made(request, cache):
    """The rule set as its files hold it, its catalogue, and the pages as text."""
    folder, profile = request.param
    catalogue = gather(read_rule_set(folder, profile))
    pages = {name: data.decode() for name, data in files(catalogue).items()}
    return Held(folder), catalogue, pages
