"""`checker rules lint` and `checker rules fmt` at the door: what they print, write and answer."""

import json

import pytest
from click.testing import CliRunner

from checker.cli.main import cli
from checker.workbench.lint.running import register
from tests.rulebook.copies import GUARDED, WATER, Copy


def run(*arguments):
    return CliRunner().invoke(cli, ["rules", *arguments])


def lint(*arguments):
    return run("lint", "--rules", "rules", *arguments)


def fmt(*arguments):
    return run("fmt", "--rules", "rules", *arguments)


def bytes_of(folder):
    return {p: p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def must(rules):
    """A rule that says 必须, with the line of it."""
    return Copy(rules).edit(GUARDED, "泳池应有规定", "泳池必须有规定")


def test_clean_rules_answer_0(rules):
    assert lint().exit_code == 0


def test_a_warning_answers_1_and_is_shown_with_its_place(must):
    result = lint()

    assert result.exit_code == 1
    assert f"rules/{GUARDED}:{must}:" in result.output
    assert "wording-must" in result.output


def test_the_second_run_comes_from_the_cache_and_says_the_same(must, monkeypatch):
    first = lint()
    monkeypatch.setattr("checker.workbench.lint.running.look", None)

    assert lint().output == first.output


def test_a_change_of_any_file_is_seen_although_there_is_a_cache(rules):
    assert lint().exit_code == 0
    Copy(rules).edit("1-water/1.1-clean/cases.yaml", "name: 余氯超限", "name: 没有写余氯")

    assert lint().exit_code == 1


def test_rules_that_cannot_be_read_answer_4_with_every_fault(rules):
    Copy(rules).edit(WATER, "that: {chlorine:", "that: {chlorin:")
    Copy(rules).edit(GUARDED, "weight: 1", "weight: 11")
    result = lint()

    assert result.exit_code == 4
    assert "unknown-column" in result.output
    assert "shape-less-than-equal" in result.output


def test_one_lint_or_a_family_may_be_asked_for(must):
    assert lint("-k", "wording").exit_code == 1
    assert lint("-k", "wording-must", "-k", "bare-number").exit_code == 1
    assert lint("-k", "bare-number").exit_code == 0


def test_a_lint_that_does_not_exist_answers_2_and_names_the_nearest(rules):
    result = lint("-k", "wording-musst")

    assert result.exit_code == 2
    assert "wording-must" in result.output


def test_a_suppressed_warning_does_not_count(must, rules):
    Copy(rules).write(
        "workbench.yaml",
        "suppressions:\n- {check: wording-must, subject: YYC-0201-01, reason: 引用法规的原话}\n",
    )

    assert lint().exit_code == 0


def test_a_suppression_without_a_reason_is_refused(must, rules):
    Copy(rules).write(
        "workbench.yaml", "suppressions:\n- {check: wording-must, subject: YYC-0201-01}\n"
    )

    assert lint().exit_code == 4


def test_fix_puts_right_and_leaves_all_else_byte_for_byte(must, rules):
    before = bytes_of(rules)
    result = lint("--fix")
    after = bytes_of(rules)

    assert result.exit_code == 0
    file = rules / GUARDED
    assert after.pop(file) == before.pop(file).replace("必须有".encode(), "应有".encode())
    assert after == before


def test_fix_with_diff_shows_the_change_and_writes_nothing(must, rules):
    before = bytes_of(rules)
    result = lint("--diff")

    assert result.exit_code == 1
    assert "-  requirement: 每个泳池必须有规定人数的持证救生员。" in result.output
    assert "+  requirement: 每个泳池应有规定人数的持证救生员。" in result.output
    assert bytes_of(rules) == before


def test_diff_of_what_needs_no_fix_is_empty_and_answers_0(rules):
    result = lint("--fix", "--dry-run")

    assert (result.exit_code, result.output) == (0, "")


def test_a_folder_that_is_not_there_answers_4(rules):
    assert run("lint", "--rules", "nowhere").exit_code == 4


def test_fix_leaves_what_is_suppressed(must, rules):
    Copy(rules).write(
        "workbench.yaml",
        "suppressions:\n- {check: wording-must, subject: YYC-0201-01, reason: 引用法规的原话}\n",
    )
    before = bytes_of(rules)
    lint("--fix")

    assert bytes_of(rules) == before


def test_notes_are_counted_and_shown_only_when_asked_for(rules):
    Copy(rules).edit(GUARDED, "泳池应有规定", "泳池应有足够")

    quiet, loud = lint(), lint("--notes")

    assert (quiet.exit_code, loud.exit_code) == (0, 0)
    assert "wording-vague" not in quiet.output
    assert "提示 1 条" in quiet.output
    assert "wording-vague" in loud.output


def test_the_list_has_every_lint_and_explain_prints_its_page():
    listed = run("lint", "--list").output

    assert all(f"\n{name} " in f"\n{listed}" for name in register())
    assert run("lint", "--explain", "bare-number").output.startswith("# bare-number：")
    assert run("lint", "--explain", "shape-enum").output.startswith("# shape-value：")
    assert run("lint", "--explain", "nothing-of-the-kind").exit_code == 2


def test_other_programs_get_json_with_every_check_counted(must):
    said = json.loads(lint("-f", "json").output)

    assert said["counts"]["warning"] == 1
    assert said["figures"]["found"] == {"wording-must": 1}


def test_fmt_check_names_the_file_and_changes_nothing(rules):
    Copy(rules).edit(WATER, "  title: 水清", "  title:   水清")
    before = bytes_of(rules)
    result = fmt("--check")

    assert result.exit_code == 1
    assert WATER in result.output
    assert bytes_of(rules) == before


def test_fmt_rewrites_and_is_then_content(rules):
    before = bytes_of(rules)
    Copy(rules).edit(WATER, "  title: 水清", "  title:   水清")

    assert fmt().exit_code == 0
    assert bytes_of(rules) == before
    assert fmt("--check").exit_code == 0


def test_fmt_diff_shows_what_it_would_change(rules):
    Copy(rules).edit(WATER, "  title: 水清", "  title:   水清")
    result = fmt("--diff")

    assert result.exit_code == 1
    assert "-  title:   水清\n+  title: 水清\n" in result.output


def test_fmt_touches_nothing_where_a_file_cannot_be_read(rules):
    Copy(rules).edit(WATER, "  title: 水清", "  title:   水清")
    Copy(rules).write("profiles/everyday.yaml", "name: [everyday")
    before = bytes_of(rules)

    assert fmt().exit_code == 4
    assert bytes_of(rules) == before


def test_fmt_touches_nothing_in_a_folder_that_holds_no_rule_set(rules):
    (rules / "standard.yaml").unlink()
    Copy(rules).edit(GUARDED, "泳池应有规定", "泳池应有规定 ")
    before = bytes_of(rules)

    result = fmt()

    assert result.exit_code == 4
    assert "standard.yaml" in result.output
    assert bytes_of(rules) == before
