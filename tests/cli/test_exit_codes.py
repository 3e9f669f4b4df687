"""Every exit code, through the real command (DESIGN 6)."""

import json
import os

import pytest

from checker.cli import exits
from checker.report import fonts, pdf, result_json
from tests.cli.command import POOL, POOL_RULES, check_pool, run, run_alone


@pytest.fixture
def undecided(tmp_path):
    """A submission with next to nothing in it."""
    file = tmp_path / "submission.yaml"
    file.write_text(
        "form: 1\nkind: self\nperiod: {from: 2025-01-01, to: 2025-06-30}\n"
        "assessed_on: 2025-07-05\ntables:\n  venue: {name: 示例空白游泳池}\n",
        encoding="utf-8",
    )
    return file


def test_0_when_it_conforms():
    assert check_pool(POOL / "clear").code == exits.CONFORMS == 0


def test_1_when_it_does_not_conform():
    assert check_pool(POOL / "murky").code == exits.DOES_NOT_CONFORM == 1


def test_3_when_what_lacks_can_still_decide(undecided):
    found = check_pool(undecided)

    assert found.code == exits.UNDETERMINED == 3
    assert "自评暂不能得出结论" in found.out
    assert "自查可以开放、自查应当暂停开放" in found.out


def test_the_exit_code_does_not_depend_on_what_is_written(undecided, tmp_path):
    assert check_pool(undecided, "-f", "json").code == 3
    assert check_pool(undecided, "-o", tmp_path / "out", "-f", "html").code == 3


USAGE = {
    "no such command": ("chekc",),
    "no such option": ("check", POOL / "clear", "--ruels", "x"),
    "no path": ("check",),
    "no such format": ("check", POOL / "clear", "-f", "docx"),
    "no such day": ("check", POOL / "clear", "--as-of", "2025-02-30"),
    "no date at all": ("check", POOL / "clear", "--as-of", "明天"),
    "several formats and no folder": (
        "check", POOL / "clear", "--rules", POOL_RULES, "--profile", "everyday",
        "-f", "json", "-f", "html",
    ),
    "no such result": ("report", "nowhere/result.json"),
    "no such rule": ("explain", "YYC-9999-01", "--rules", POOL_RULES, "--profile", "everyday"),
}  # fmt: skip


@pytest.mark.parametrize("name", USAGE)
def test_2_when_it_is_called_wrongly(name):
    found = run(*USAGE[name])

    assert found.code == exits.USAGE == 2
    assert found.bytes == b""
    assert found.error
    assert "Traceback" not in found.error


def test_2_when_the_folder_is_a_file(tmp_path):
    (tmp_path / "out").write_text("")

    assert check_pool(POOL / "clear", "-o", tmp_path / "out").code == 2


def test_4_when_the_rules_are_at_fault(tmp_path):
    found = run("check", POOL / "clear", "--rules", tmp_path)

    assert found.code == exits.RULES_INVALID == 4
    assert found.bytes == b""
    assert found.error.startswith("规则集有 ")


def test_4_even_when_the_submission_is_at_fault_too(tmp_path):
    assert run("check", tmp_path / "nowhere", "--rules", tmp_path).code == 4


def test_5_when_the_submission_cannot_be_used(tmp_path):
    found = check_pool(tmp_path / "nowhere")

    assert found.code == exits.INPUT_UNUSABLE == 5
    assert found.bytes == b""


def test_70_when_the_program_is_at_fault_and_no_stack_trace(monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("checker.assessment.assess.assess_submission", broken)
    monkeypatch.delenv("CHECKER_DEBUG", raising=False)
    found = check_pool(POOL / "clear")

    assert found.code == exits.INTERNAL == 70
    assert found.bytes == b""
    assert "ZeroDivisionError: division by zero" in found.error
    assert "Traceback" not in found.error
    assert "不是资料的问题" in found.error


def test_the_stack_trace_is_there_for_who_asks(monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("checker.assessment.assess.assess_submission", broken)
    monkeypatch.setenv("CHECKER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        check_pool(POOL / "clear")


def test_130_when_it_is_interrupted(monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.assessment.assess.assess_submission", interrupted)

    assert check_pool(POOL / "clear").code == exits.INTERRUPTED == 130


def test_a_reader_who_leaves_early_sees_no_stack_trace():
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        rules = ("--rules", POOL_RULES, "--profile", "everyday")
        found = run_alone("check", POOL / "clear", *rules, "-f", "json", output=closed)

    assert found.error == ""
    assert found.code == exits.PIPE_CLOSED == 141  # as a shell tells it, and no verdict


def test_the_process_itself_ends_with_these_codes(undecided, tmp_path):
    rules = ("--rules", POOL_RULES, "--profile", "everyday")
    conforming = run_alone("check", POOL / "clear", *rules, folder=tmp_path)
    undetermined = run_alone("check", undecided, *rules, "-f", "json", folder=tmp_path)

    assert conforming.code == 0
    assert conforming.error == ""
    assert undetermined.code == 3
    assert json.loads(undetermined.out)["conclusion"]["conforms"] is None
    assert undetermined.error == ""


class TestReport:
    """`report` draws from a result what `check` would have drawn."""

    @pytest.fixture
    def result(self, tmp_path):
        check_pool(POOL / "murky", "-o", tmp_path / "out", "-f", "json")
        return tmp_path / "out" / "result.json"

    def test_the_same_bytes_as_check(self, result, tmp_path):
        formats = ("-f", "json", "-f", "html")
        check_pool(POOL / "murky", "-o", tmp_path / "out", *formats)
        found = run("report", result, "-o", tmp_path / "again", *formats)

        assert found.code == 1
        for name in ("result.json", "report.html"):
            before, after = (tmp_path / f / name for f in ("out", "again"))
            assert before.read_bytes() == after.read_bytes()

    def test_the_same_summary_as_check(self, result):
        assert run("report", result).out == check_pool(POOL / "murky").out

    @pytest.mark.parametrize(
        ("damage", "words"),
        [
            (lambda b: b[:-40], "结果文件有 1 处问题"),
            (lambda b: b"\xff" + b, "UTF-8"),
            (lambda b: b.decode().encode("gb18030"), "GBK"),
            (lambda b: b.replace(b'"worst": "15"', b'"worst": "16/1"'), "worst"),
            (lambda b: b.replace(b'"failed": 2', b'"failed": "2"'), "failed"),
            (lambda b: b.replace(b'"gaps"', b'"gap"'), "gap"),
            (lambda b: b"", "结果文件有 1 处问题"),
            (lambda b: b"[]", "结果文件有 "),
        ],
    )
    def test_a_damaged_result_is_refused(self, result, tmp_path, damage, words):
        result.write_bytes(damage(result.read_bytes()))
        found = run("report", result, "-o", tmp_path / "again", "-f", "html")

        assert found.code == 5
        assert words in found.error
        assert all(line.startswith("result.json") for line in found.problems)
        assert not (tmp_path / "again").exists()

    def test_a_folder_is_no_result(self, tmp_path):
        assert run("report", tmp_path).code == 2


class TestHelp:
    @pytest.mark.parametrize("command", [(), ("check",), ("explain",), ("report",), ("verify",)])
    def test_every_help_has_an_example(self, command):
        found = run(*command, "--help")

        assert found.code == 0
        assert "例：" in found.out
        assert f"checker {' '.join(command)}".strip() in found.out

    def test_all_exit_codes_are_told(self):
        told = run("--help").out

        assert all(f"{n}  " in told or f"{n} " in told for n in (0, 1, 2, 3, 4, 5, 6, 70))

    def test_the_version(self):
        assert run("--version").out.startswith("checker 0.")


class TestPrinting:
    """What keeps a PDF from being printed is told; nothing else is written then."""

    @pytest.mark.parametrize(
        ("error", "code"),
        [
            (fonts.MissingGlyphs("\U000323af"), 5),
            (fonts.MissingFonts(["Noto Serif CJK SC"]), 2),
            (fonts.MissingLibraries("libpango-1.0-0"), 2),
        ],
    )
    def test_it_is_told_and_nothing_is_written(self, monkeypatch, tmp_path, error, code):
        def refuse(_):
            raise error

        monkeypatch.setattr(pdf, "render", refuse)
        found = check_pool(POOL / "clear", "-o", tmp_path / "out")

        assert found.code == code
        assert str(error) in found.error
        assert not (tmp_path / "out").exists()

    def test_json_and_html_need_no_fonts(self, monkeypatch, tmp_path):
        monkeypatch.setattr(pdf, "render", None)

        assert check_pool(POOL / "clear", "-o", tmp_path, "-f", "json", "-f", "html").code == 0
        text = (tmp_path / "result.json").read_text(encoding="utf-8")
        assert result_json.loads(text).conclusion.conforms
