"""What a command does not need it does not load: a quick answer stays quick."""

import subprocess
import sys

import pytest

from tests.cli.command import POOL, POOL_RULES, ROOT

HEAVY = {
    "pandas", "weasyprint", "pydantic", "jinja2", "rich", "chinese_calendar", "jsonschema",
    "openpyxl", "yaml",
}  # fmt: skip

CALL = """
import sys
from checker.cli.main import main
try:
    main(sys.argv[1:])
finally:
    print("loaded:", *sorted(sys.modules), file=sys.stderr)
"""

RULES = ("--rules", POOL_RULES, "--profile", "everyday")


def loaded(*arguments):
    """The heavy packages that a command loads, with the rule set in the cache."""
    found = subprocess.run(
        [sys.executable, "-c", CALL, *map(str, arguments)],
        check=False, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    modules = found.stderr.rpartition("loaded: ")[2].split()
    assert "checker.cli.main" in modules, found.stderr
    return HEAVY.intersection(modules)


@pytest.fixture(scope="module", autouse=True)
def warm(cache):
    """The rule set in the cache, as it is from the second call on."""
    loaded("check", POOL / "clear", *RULES, "-f", "json")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--help",), set()),
        (("check", "--help"), set()),
        (("check", POOL / "clear", *RULES, "-f", "json"), {"yaml"}),
        (("check", POOL / "murky", *RULES, "-f", "json"), set()),  # in CSV files
        (("check", POOL / "clear", *RULES), {"yaml", "rich"}),
        (("check", POOL / "clear", *RULES, "-f", "html"), {"yaml", "jinja2"}),
        (("explain", "1.1", *RULES), set()),
    ],
    ids=["help", "help of check", "json", "json from csv", "summary", "html", "explain"],
)
def test_only_what_is_needed_is_loaded(arguments, expected):
    assert loaded(*arguments) <= expected
