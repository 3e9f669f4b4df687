"""Reports are written all or not at all; JSON on standard output is the file, byte for byte."""

import json
from pathlib import Path

import jsonschema
import pytest

from checker.cli import writing
from tests.cli.command import POOL, POOL_RULES, ROOT, RULES, check_pool, run, run_alone

SCHEMA = json.loads((ROOT / "schemas" / "result.schema.json").read_text(encoding="utf-8"))


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


@pytest.fixture
def printable(monkeypatch):
    """A PDF that costs nothing."""
    monkeypatch.setattr("checker.report.pdf.render", lambda _: b"%PDF-1.7 a stand-in")


@pytest.mark.parametrize("name", ["clear", "murky"])
def test_json_on_standard_output_is_valid(name):
    made = json.loads(check_pool(POOL / name, "-f", "json").out)

    jsonschema.Draft202012Validator(SCHEMA).validate(made)


def test_json_on_standard_output_is_the_file(tmp_path):
    shown = check_pool(POOL / "murky", "-f", "json")
    check_pool(POOL / "murky", "-o", tmp_path, "-f", "json")

    assert shown.bytes == (tmp_path / "result.json").read_bytes()
    assert shown.error == ""


def test_one_format_may_go_to_standard_output():
    assert check_pool(POOL / "murky", "-f", "html").bytes.startswith(b"<!DOCTYPE html>")


def test_a_folder_without_formats_gets_all_three(tmp_path, printable):
    found = check_pool(POOL / "clear", "-o", tmp_path / "new" / "out")

    assert found.code == 0
    assert names(tmp_path / "new" / "out") == ["report.html", "report.pdf", "result.json"]
    for name in names(tmp_path / "new" / "out"):
        assert str(tmp_path / "new" / "out" / name) in found.out


def test_only_what_is_asked_for_is_written(tmp_path):
    check_pool(POOL / "clear", "-o", tmp_path, "-f", "json")

    assert names(tmp_path) == ["result.json"]


def test_without_options_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = check_pool(POOL / "clear")

    assert names(tmp_path) == []
    assert "结论  可以开放" in found.out


def test_older_reports_are_replaced_and_kept_beside(tmp_path, printable):
    (tmp_path / "result.json").write_text("old")
    (tmp_path / "note.txt").write_text("mine")
    found = check_pool(POOL / "clear", "-o", tmp_path)

    assert names(tmp_path) == ["note.txt", "previous", "report.html", "report.pdf", "result.json"]
    assert (tmp_path / "result.json").read_bytes().startswith(b"{")
    assert names(tmp_path / "previous") == ["result.json"]
    assert (tmp_path / "previous" / "result.json").read_text() == "old"
    assert f"原来的 result.json 内容不同，留在 {tmp_path / 'previous'}" in found.out


def test_an_equal_report_replaces_nothing_that_would_have_to_be_kept(tmp_path):
    for _ in range(2):
        found = check_pool(POOL / "clear", "-o", tmp_path, "-f", "json")

    assert names(tmp_path) == ["result.json"]
    assert "原来的" not in found.out


def test_what_cannot_be_kept_is_not_replaced(tmp_path):
    (tmp_path / "result.json").write_text("old")
    (tmp_path / "previous").write_text("a file where the folder would be")
    found = check_pool(POOL / "clear", "-o", tmp_path, "-f", "json")

    assert found.code == 2
    assert "写不进" in found.error
    assert names(tmp_path) == ["previous", "result.json"]
    assert (tmp_path / "result.json").read_text() == "old"


def test_rejected_input_leaves_older_reports_alone(tmp_path):
    (tmp_path / "result.json").write_text("old")

    assert check_pool(tmp_path / "nowhere.yaml", "-o", tmp_path).code == 5
    assert names(tmp_path) == ["result.json"]
    assert (tmp_path / "result.json").read_text() == "old"


def test_a_report_that_cannot_be_made_leaves_older_ones_alone(tmp_path, monkeypatch):
    def broken(_):
        raise ZeroDivisionError

    (tmp_path / "result.json").write_text("old")
    monkeypatch.setattr("checker.report.html.render", broken)

    assert check_pool(POOL / "clear", "-o", tmp_path, "-f", "json", "-f", "html").code == 70
    assert names(tmp_path) == ["result.json"]
    assert (tmp_path / "result.json").read_text() == "old"


def test_a_disk_that_is_full_leaves_older_reports_alone(tmp_path, monkeypatch):
    def full(path, data):
        if path.name == ".result.json.part":
            raise OSError(28, "No space left on device")
        return write(path, data)

    (tmp_path / "report.html").write_text("old")
    write = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", full)
    found = check_pool(POOL / "clear", "-o", tmp_path, "-f", "html", "-f", "json")

    assert found.code == 2
    assert "：磁盘满了" in found.error
    assert names(tmp_path) == ["report.html"]
    assert (tmp_path / "report.html").read_text() == "old"


def test_a_folder_in_the_place_of_a_report_leaves_the_others_alone(tmp_path):
    (tmp_path / "result.json").mkdir()
    found = check_pool(POOL / "clear", "-o", tmp_path, "-f", "html", "-f", "json")

    assert found.code == 2
    assert "写不进" in found.error
    assert names(tmp_path) == ["result.json"]


def test_a_folder_under_a_file_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    found = check_pool(POOL / "clear", "-o", tmp_path / "file" / "out", "-f", "json")

    assert found.code == 2
    assert "写不进" in found.error


def test_every_format_has_a_file_name():
    assert list(writing.NAMES) == ["pdf", "html", "json"]


@pytest.mark.slow
def test_a_character_without_a_glyph_stops_all_reports(tmp_path):
    file = tmp_path / "submission.yaml"
    file.write_text(
        "form: 1\nkind: self\nperiod: {from: 2025-01-01, to: 2025-06-30}\n"
        "assessed_on: 2025-07-05\ntables:\n  venue: {name: 示例\U00013000泳池}\n",
        encoding="utf-8",
    )
    rules = ("--rules", POOL_RULES, "--profile", "everyday")
    found = run_alone("check", file, *rules, "-o", tmp_path / "out")

    assert found.code == 5
    assert "U+13000" in found.error
    assert not (tmp_path / "out").exists()


class TestAsOf:
    """`--as-of` stands in for the day that the submission gives."""

    def test_another_day_gives_another_result(self):
        # on the day after, the certificate of L1 has run out, and P1 has one lifeguard left
        found = check_pool(POOL / "clear", "--as-of", "2025-07-06", "-f", "json")
        made = json.loads(found.out)

        assert made["assessed_on"] == "2025-07-06"
        outcome = {f["rule"]: f["outcome"] for f in made["findings"]}["YYC-0201-01"]
        assert outcome == "failed"

    def test_the_same_day_gives_the_same_bytes(self):
        asked = check_pool(POOL / "clear", "--as-of", "2025-07-05", "-f", "json")

        assert asked == check_pool(POOL / "clear", "-f", "json")

    def test_a_day_before_the_data_is_refused(self):
        found = check_pool(POOL / "clear", "--as-of", "2025-06-29")

        assert found.code == 5


def test_the_rules_that_come_along_are_the_default():
    found = run("explain", "4.1")

    assert found.code == 0
    assert found == run("explain", "4.1", "--rules", RULES, "--profile", "generic")
