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
    "Chinese in GB18030": {"LC_ALL": "zh_CN.GB18030"},
    "C, and nothing else": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "other hashes": {"PYTHONHASHSEED": "4242"},
    "no UTF-8 mode, no colours": {"PYTHONUTF8": "0", "NO_COLOR": "1", "COLUMNS": "40"},
    "an encoding from elsewhere": {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"},
    "optimised": {"PYTHONOPTIMIZE": "1"},
}
"""Environments."""

LOCALES = {
    "de_DE.UTF-8": "UTF-8",
    "zh_CN.UTF-8": "UTF-8",
    "zh_CN.GBK": "GBK",
    "zh_CN.GB18030": "GB18030",
}
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


OTHER_CHARACTER_SETS = ["Chinese in GBK, far ahead", "Chinese in GB18030", "C, and nothing else"]
CHINESE_NAMES = {
    "venue": "场馆概况",
    "pools": "泳池",
    "water_samples": "水样",
    "lab_reports": "检验报告",
    "submission": "submission",
}
"""The files of the pool in CSV, named as people who do not write English name them."""


def named_in_chinese(folder: Path) -> dict[str, Path]:
    """The pool in CSV and its rules, every name that may be Chinese in Chinese; € is in no GBK."""
    source = SUBMISSIONS["pool in CSV"][0]
    handed = folder / "申报 资料€" / "浑水"
    handed.mkdir(parents=True)
    for file in source.iterdir():
        shutil.copy(file, handed / f"{CHINESE_NAMES[file.stem]}.csv")
    return {"submission": handed, "rules": shutil.copytree(POOL_RULES, folder / "规则€")}


@pytest.mark.parametrize("setting", OTHER_CHARACTER_SETS)
def test_chinese_names_of_files_are_read_the_same_in_every_character_set(tmp_path, setting):
    where = named_in_chinese(tmp_path)
    plain = made(
        tmp_path, "pool in CSV", ("json", "html"), SETTINGS["Chinese in Shanghai"], **where
    )
    shutil.rmtree(tmp_path / "out")

    assert "水样.csv" in plain["result.json"].decode()
    assert made(tmp_path, "pool in CSV", ("json", "html"), SETTINGS[setting], **where) == plain


@pytest.mark.parametrize("setting", OTHER_CHARACTER_SETS)
def test_files_named_in_a_table_are_found_in_every_character_set(tmp_path, setting):
    sample = ROOT / "samples" / "synthetic" / "full-pass"
    plain = run_alone("check", sample, "-f", "json", environment=SETTINGS["Chinese in Shanghai"])

    assert plain.code == 0
    assert (sample / "佐证").is_dir()
    assert run_alone("check", sample, "-f", "json", environment=SETTINGS[setting]) == plain


@pytest.mark.parametrize("setting", OTHER_CHARACTER_SETS)
def test_output_goes_into_a_folder_with_a_chinese_name(tmp_path, setting):
    call = (*arguments("pool in CSV"), "-o", tmp_path / "报告€", "-f", "json")
    found = run_alone(*call, environment=SETTINGS[setting])

    assert (tmp_path / "报告€" / "result.json").is_file()
    assert "报告€/result.json" in found.out


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
    ["C locale in New York", "German in Berlin", "Chinese in GB18030", "other hashes"],
)
def test_the_pdf_is_the_same_anywhere(plain_pdf, tmp_path, setting):
    assert made(tmp_path, "pool in CSV", ("pdf",), SETTINGS[setting]) == plain_pdf


@pytest.mark.slow
def test_the_pdf_of_files_with_chinese_names_is_the_same_in_gb18030(tmp_path):
    where = named_in_chinese(tmp_path)
    plain = made(tmp_path, "pool in CSV", ("pdf",), SETTINGS["Chinese in Shanghai"], **where)
    shutil.rmtree(tmp_path / "out")

    assert made(tmp_path, "pool in CSV", ("pdf",), SETTINGS["Chinese in GB18030"], **where) == plain
