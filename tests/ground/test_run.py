"""./run: what reaches the program, what is installed when, and what is said when it cannot be."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.tools.humble import HUMBLE

pytestmark = pytest.mark.slow  # most of these build a virtual environment: 3 s each


# --- A ready checkout ---


def test_arguments_arrive_as_they_were(ready):
    arguments = ["check", "a  b", "*", "", "--as-of=2026-06-30", "表 格.xlsx"]
    assert ready.run(*arguments).told["arguments"] == arguments


def test_the_callers_folder_stays_the_callers(ready, tmp_path):
    call = ready.run("check", "form.xlsx", cwd=tmp_path)
    assert call.told["folder"] == str(tmp_path.resolve())


def test_the_exit_code_is_the_programs(ready):
    assert ready.run("fail").code == 7


def test_stdout_belongs_to_the_program(ready):
    call = ready.run("check")
    assert call.stderr == ""
    assert call.stdout.count("\n") == 1


def test_nothing_beside_a_submission_is_run_as_code(ready, tmp_path):
    (tmp_path / "json.py").write_text("raise SystemExit('json.py of the submission was run')")
    (tmp_path / "checker.py").write_text("raise SystemExit('checker.py was run')")
    call = ready.run("check", cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert call.code == 0, call.stderr
    assert str(tmp_path) not in call.told["path"]


def test_no_start_up_hook_in_the_environment(ready):
    """A .pth line that begins with `import` is run at every start of Python."""
    for file in ready.venv.glob("lib/python*/site-packages/*.pth"):
        assert not file.read_text().startswith("import"), file.name


def test_a_link_to_run_works(ready, tmp_path):
    link = tmp_path / "checker"
    link.symlink_to(ready.root / "run")
    call = ready.run("check", cwd=tmp_path, door=link)
    assert call.code == 0, call.stderr


def test_a_second_call_installs_nothing(ready):
    before = snapshot(ready.venv)
    call = ready.run("check")
    assert call.stderr == ""
    assert snapshot(ready.venv) == before


def test_a_second_call_costs_less_than_a_third_of_a_second(ready):
    times = []
    for _ in range(7):
        began = time.perf_counter()
        ready.run("check")
        times.append(time.perf_counter() - began)
    assert min(times) < 0.3  # the stand-in program itself takes next to nothing


def test_a_moved_checkout_is_still_ready(used):
    call = used.run("check")
    assert call.stderr == ""
    assert call.told["here"] == str(used.root / "checker" / "__main__.py")


# --- Installing ---


def test_a_first_call_says_what_it_does(ready):
    said = ready.first.stderr
    assert "安装 Python 依赖" in said
    assert "MB" in said
    assert "Ready." in said


def test_an_interrupted_installation_is_begun_again(bare):
    (bare.venv / "bin").mkdir(parents=True)
    (bare.venv / "bin" / "python").symlink_to(sys.executable)
    half = bare.venv / "half-installed"
    half.write_text("")
    call = bare.run("check")
    assert call.code == 0, call.stderr
    assert not half.exists()


def test_killed_while_installing_leaves_no_stamp_and_no_lock(bare):
    process = bare.start("check")
    while not bare.venv.exists():
        time.sleep(0.01)
    process.kill()
    process.communicate()
    assert not bare.stamp.exists()
    call = bare.run("check")
    assert call.code == 0, call.stderr


def test_another_lock_builds_another_environment(used):
    before = used.stamp.read_text()
    (used.root / "requirements.lock").write_text("# nothing at all\n")
    call = used.run("check")
    assert "安装 Python 依赖" in call.stderr
    assert used.stamp.read_text() != before
    assert used.run("check").stderr == ""


def test_another_interpreter_builds_another_environment(used, stub):
    path = stub(other=f'exec "{sys.executable}" "$@"')
    assert "安装 Python 依赖" in used.run("check", PYTHON="other", PATH=path).stderr


def test_two_first_calls_at_once_install_once(bare):
    processes = [bare.start("check") for _ in range(2)]
    calls = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], calls
    assert sorted("安装 Python 依赖" in stderr for _, stderr in calls) == [False, True]


# What npm would leave behind, so that no test needs the network.
NPM = """mkdir -p node_modules/@microsoft/sarif-multitool-linux
touch node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"""


def test_only_rule_keepers_get_the_solvers(used):
    kept = used.venv / "kept"
    kept.write_text("")
    assert used.stamps == {"run"}
    first = used.run("rules", "lint")
    assert "求解器" in first.stderr
    assert first.told["arguments"] == ["rules", "lint"]
    assert kept.exists()
    assert used.stamps == {"run", "rules"}
    assert used.run("rules", "lint").stderr == ""
    assert used.run("check").stderr == ""


def test_the_tests_bring_what_rule_keepers_and_users_need(used, stub):
    kept = used.venv / "kept"
    kept.write_text("")
    used.run("test", "--version", PATH=stub(npm=NPM))  # no pytest in this lock: installing counts
    assert kept.exists()
    assert used.stamps == {"run", "rules", "test"}
    assert used.run("rules", "lint").stderr == ""
    assert used.run("check").stderr == ""


def test_a_new_lock_of_rule_keepers_leaves_users_alone(used):
    used.run("rules", "lint")
    stale = used.venv / "of-the-old-lock"
    stale.write_text("")
    (used.root / "requirements-rules.lock").write_text("# others\n")
    assert used.run("check").stderr == ""
    assert "安装 Python 依赖" in used.run("rules", "lint").stderr
    assert not stale.exists()  # what a lock no longer names must not be there by accident
    assert used.stamps == {"run", "rules"}


def test_a_new_lock_of_users_renews_all(used):
    used.run("rules", "lint")
    (used.root / "requirements.lock").write_text("# others\n")
    assert "安装 Python 依赖" in used.run("check").stderr
    assert used.stamps == {"run"}
    assert "求解器" in used.run("rules", "lint").stderr


def test_npm_packages_are_installed_once_for_each_lock(used, stub):
    asked = used.root / "asked"
    path = stub(npm=f'echo "$@" >> "{asked}"\n{NPM}')
    said = [used.run("test", "--version", PATH=path).stderr for _ in range(2)]
    assert ["npm 软件包" in text for text in said] == [True, False]
    (used.root / "tests" / "tools" / "package-lock.json").write_text('{"lockfileVersion": 3}')
    assert "npm 软件包" in used.run("test", "--version", PATH=path).stderr
    calls = asked.read_text().splitlines()
    assert len(calls) == 2
    assert all(call.startswith("ci --ignore-scripts") for call in calls)


def test_failing_npm_shows_why_and_what_to_do(used, stub):
    path = stub(npm="echo 'npm error network'; exit 1")
    for _ in range(2):  # and it does not count as done
        call = used.run("test", "--version", PATH=path)
        assert call.code == 69
        assert "npm error network" in call.stderr
        assert "npm_config_registry" in call.stderr


# --- When it cannot be done ---

WITHOUT_LIBRARIES = {"ldconfig": "exit 0", "find": "exit 0"}
NOT_ROOT = {"id": "echo 1000", "sudo": "exit 1"}
ROOT = {"id": "echo 0"}


def test_without_root_it_says_what_to_ask_the_administrator_for(bare, stub):
    path = stub(**WITHOUT_LIBRARIES, **NOT_ROOT, apt_get="exit 1")
    call = bare.run("check", PATH=path, RUN_SKIP_SYSTEM="")
    assert call.code == 77
    assert (
        "    apt-get update && apt-get install -y --no-install-recommends"
        " libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk\n"
    ) in call.stderr
    assert "ask the administrator" in call.stderr
    assert not bare.venv.exists()


def test_the_tests_ask_for_the_judges_of_pdf_too(bare, stub, system_without):
    stubs = stub(**WITHOUT_LIBRARIES, **NOT_ROOT, apt_get="exit 1").split(":")[0]
    path = f"{stubs}:{system_without('pdftotext', 'pdftoppm', 'git', 'java')}"
    call = bare.run("test", PATH=path, RUN_SKIP_SYSTEM="")
    assert call.code == 77
    line = next(line for line in call.stderr.splitlines() if "apt-get install" in line)
    assert line.split("fonts-noto-cjk")[1].split()[:3] == [
        "poppler-utils",
        "git",
        "default-jre-headless",
    ]


def test_without_root_it_goes_on_when_the_system_has_all(used, stub, tmp_path):
    there = tmp_path / "there"
    there.write_text("")
    libraries = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")
    path = stub(
        ldconfig="\n".join(f"echo '\t{name} (libc6,x86-64) => {there}'" for name in libraries),
        find=f"echo '{there}'",
        **NOT_ROOT,
        apt_get="exit 1",
    )
    call = used.run("check", PATH=path, RUN_SKIP_SYSTEM="")
    assert call.code == 0, call.stderr
    assert used.run("check", PATH=path, RUN_SKIP_SYSTEM="").stderr == ""


def test_a_library_that_went_away_is_noticed(used, stub, tmp_path):
    there = tmp_path / "there"
    there.write_text("")
    libraries = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")
    path = stub(
        ldconfig="\n".join(f"echo '\t{name} (libc6,x86-64) => {there}'" for name in libraries),
        find=f"echo '{there}'",
    )
    assert used.run("check", PATH=path, RUN_SKIP_SYSTEM="").code == 0
    there.unlink()
    path = stub(**WITHOUT_LIBRARIES, **NOT_ROOT, apt_get="exit 1")
    assert used.run("check", PATH=path, RUN_SKIP_SYSTEM="").code == 77


def test_sudo_without_a_password_is_used(used, stub, tmp_path):
    asked = tmp_path / "asked"
    path = stub(
        **WITHOUT_LIBRARIES,
        id="echo 1000",
        sudo=f'echo "$@" >> "{asked}"',
        apt_get="exit 1",
    )
    assert used.run("check", PATH=path, RUN_SKIP_SYSTEM="").code == 69  # the stub installed nothing
    assert "apt-get -y -q" in asked.read_text()


def test_failing_apt_shows_why_and_what_to_do(used, stub):
    path = stub(
        **WITHOUT_LIBRARIES, **ROOT, apt_get="echo 'E: Temporary failure resolving'; exit 100"
    )
    call = used.run("check", PATH=path, RUN_SKIP_SYSTEM="")
    assert call.code == 69
    assert "Temporary failure resolving" in call.stderr
    assert "网络" in call.stderr
    assert "apt-get install -y --no-install-recommends libpango-1.0-0" in call.stderr


def test_failing_pip_shows_why_and_what_to_do(bare):
    (bare.root / "requirements.lock").write_text(f"click==8.5.1 --hash=sha256:{'0' * 64}\n")
    call = bare.run("check", PIP_NO_INDEX="1", PIP_FIND_LINKS=str(bare.root))
    assert call.code == 69
    assert "click" in call.stderr
    assert "PIP_INDEX_URL" in call.stderr
    assert not bare.stamp.exists()


@pytest.mark.parametrize("python", ["/nonexistent/python3", "false"])
def test_a_wrong_interpreter_is_refused(bare, python):
    call = bare.run("check", PYTHON=python)
    assert call.code == 2
    assert f"PYTHON={python}" in call.stderr


def test_a_read_only_checkout_is_refused_in_plain_words(bare):
    bare.root.chmod(0o555)
    try:
        call = bare.run("check", before=HUMBLE)
    finally:
        bare.root.chmod(0o755)
    assert call.code == 77
    assert "不可写" in call.stderr


def snapshot(folder: Path) -> dict[str, int]:
    return {str(file): file.lstat().st_mtime_ns for file in sorted(folder.rglob("*"))}
