"""A new standard loads, lints and tests clean: the program is general, the domain is data."""

import pytest

from checker.workbench.cases import run
from checker.workbench.lint.running import inspect
from checker.workbench.rule_set import read_rule_set
from checker.workbench.scaffold.plan import RefusedError
from checker.workbench.scaffold.standard import new_standard


@pytest.fixture
def written(tmp_path, request):
    folder = tmp_path / "mine"
    title = getattr(request, "param", "示例: “新”标准")
    for path, data in new_standard(folder, "ABC", title).files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_it_loads_under_its_title_and_all_its_cases_come_out(written):
    rules = read_rule_set(written)
    assert rules.book.standard.title == "示例: “新”标准"
    assert [rule.id for rule in rules.book.rules] == ["ABC-0101-01"]
    assert rules.cases
    assert [run(case, rules.book).faults for case in rules.cases] == [()] * len(rules.cases)


def test_its_points_make_up_its_total(written):
    book = read_rule_set(written).book
    assert sum(i.points for c in book.standard.chapters for i in c.items) == book.acceptance.total


@pytest.mark.parametrize("written", ["示例规范"], indirect=True)
def test_no_lint_has_anything_against_it(written):
    assert [str(d.place) + d.check for d in inspect(written, "generic").counting] == []


def test_the_schemas_of_other_rules_beside_it_are_none_of_its_business(written):
    (written.parent / "schemas").mkdir()
    other = written.parent / "schemas" / "submission.schema.json"
    other.write_text("{}", encoding="utf-8")
    assert "schema-stale" not in {d.check for d in inspect(written, "generic").diagnostics}


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    with pytest.raises(RefusedError):
        new_standard(tmp_path, "ABC", "x")


@pytest.mark.parametrize("name", ["abc", "A", "ABCDEFGHI", "A1", ""])
def test_an_id_that_rules_could_not_begin_with_is_refused(tmp_path, name):
    with pytest.raises(RefusedError):
        new_standard(tmp_path / "new", name, "x")
