"""
Same inputs, same bytes: neither the clock, nor the locale, nor the folder, nor the order in which
Python hashes reaches what is written.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import POOL, POOL_RULES, ROOT, run_alone

SETTINGS = {
    "again": {},
    "C locale in New York": {"LC_ALL": "C", "LANG": "C", "TZ": "America/New_York"},
    "German in Berlin": {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "TZ": "Europe/Berlin"},
    "Chinese in Shanghai": {"LC_ALL": "zh_CN.UTF-8", "LANGUAGE": "zh_CN", "TZ": "Asia/Shanghai"},
    "Chinese in GBK, far ahead": {"LC_ALL": "zh_CN.GBK", "TZ": "Pacific/Kiritimati"},
    "other hashes": {"PYTHONHASHSEED": "4242"},
    "no UTF-8 mode, no colours": {"PYTHONUTF8": "0", "NO_COLOR": "1", "COLUMNS": "40"},
    "an encoding from elsewhere": {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"},
    "optimised": {"PYTHONOPTIMIZE": "1"},
}
"""Environments."""

LOCALES = {"de_DE.UTF-8": "UTF-8", "zh_CN.UTF-8": "UTF-8", "zh_CN.GBK": "GBK"}
"""Locales that a bare machine does not have, with their character sets."""

SUBMISSIONS = {
    "pool in YAML and CSV": (POOL / "clear", POOL_RULES, "everyday"),
    "pool in CSV": (POOL / "murky", POOL_RULES, "contest"),
    "the rules that come along": (ROOT / "samples" / "real" / "longyou", None, "generic"),
}


def arguments(name, submission=None, rules=None):
    path, known, profile = SUBMISSIONS[name]
    rules = rules or known
    chosen = ("--rules", rules) if rules else ()
    return ("check", submission or path, *chosen, "--profile", profile)


def made(folder: Path, name: str, formats, environment=None, **where) -> dict[str, bytes]:
    """The files that a process of its own writes."""
    asked = [part for f in formats for part in ("-f", f)]
    cache = {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONHASHSEED": "0"}
    found = run_alone(
        *arguments(name, **where), "-o", folder / "out", *asked,
        folder=folder, environment={**cache, **(environment or {})},
    )  # fmt: skip
    assert found.code in (0, 1, 3), found.error
    return {p.name: p.read_bytes() for p in (folder / "out").iterdir()}


@pytest.fixture(scope="module", autouse=True)
def locales(tmp_path_factory):
    """The locales, made for these tests where the machine can; elsewhere they act as C."""
    folder = tmp_path_factory.mktemp("locales")
    localedef = shutil.which("localedef")
    if not localedef or not Path("/usr/share/i18n/locales/zh_CN").is_file():
        yield frozenset()
        return
    for name, charset in LOCALES.items():
        language = name.partition(".")[0]
        command = [localedef, "-i", language, "-f", charset, str(folder / name)]
        subprocess.run(command, check=True, capture_output=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOCPATH", str(folder))
        yield frozenset(LOCALES)


@pytest.mark.parametrize("name", LOCALES)
def test_the_locales_are_real(locales, name):
    if not locales:
        pytest.skip("no localedef, or nothing to make locales from: package locales")
    asked = "import locale; print(locale.setlocale(locale.LC_ALL, ''))"
    found = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "LC_ALL": name}, check=True, capture_output=True, text=True,
    )  # fmt: skip

    assert found.stdout.strip() == name


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """The files of each submission, made once in a plain environment."""
    return {
        name: made(tmp_path_factory.mktemp("plain"), name, ("json", "html")) for name in SUBMISSIONS
    }


@pytest.mark.parametrize("setting", SETTINGS)
def test_json_and_html_are_the_same_anywhere(plain, tmp_path, setting):
    name = "the rules that come along"

    assert made(tmp_path, name, ("json", "html"), SETTINGS[setting]) == plain[name]


@pytest.mark.parametrize("name", ["pool in YAML and CSV", "pool in CSV"])
def test_other_rules_and_forms_are_judged_the_same_anywhere(plain, tmp_path, name):
    environment = {**SETTINGS["other hashes"], **SETTINGS["C locale in New York"]}

    assert made(tmp_path, name, ("json", "html"), environment) == plain[name]


def test_they_are_the_same_from_a_warm_cache(plain, tmp_path):
    name = "pool in CSV"
    first = made(tmp_path, name, ("json", "html"))

    assert first == made(tmp_path, name, ("json", "html")) == plain[name]


def test_they_are_the_same_wherever_rules_and_submission_lie(plain, tmp_path):
    name = "pool in CSV"
    path = SUBMISSIONS[name][0]
    moved = {
        "submission": shutil.copytree(path, tmp_path / "另一处 目录" / path.name),
        "rules": shutil.copytree(POOL_RULES, tmp_path / "规则"),
    }

    assert made(tmp_path, name, ("json", "html"), **moved) == plain[name]


def test_standard_output_is_utf_8_whatever_the_terminal_asks_for():
    plain = run_alone(*arguments("pool in CSV"), environment={"COLUMNS": "100"})
    asked = {"LC_ALL": "C", "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0", "COLUMNS": "100"}

    assert "示例浑水游泳池" in plain.out
    assert run_alone(*arguments("pool in CSV"), environment=asked) == plain


@pytest.fixture(scope="module")
def plain_pdf(tmp_path_factory):
    """The PDF, made once in a plain environment."""
    return made(tmp_path_factory.mktemp("plain"), "pool in CSV", ("pdf",))


@pytest.mark.slow
@pytest.mark.parametrize(
    "setting",
    ["C locale in New York", "German in Berlin", "Chinese in GBK, far ahead", "other hashes"],
)
def test_the_pdf_is_the_same_anywhere(plain_pdf, tmp_path, setting):
    assert made(tmp_path, "pool in CSV", ("pdf",), SETTINGS[setting]) == plain_pdf
