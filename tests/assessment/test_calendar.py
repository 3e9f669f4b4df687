"""What hangs on a calendar that is not published yet says so, and asks nobody for data."""

import pytest

from checker.assessment.assess import assess_submission
from checker.assessment.consistency import contradictions
from checker.model.outcome import Outcome, Reason
from checker.model.problem import Place
from checker.rulebook.files import load
from checker.submission.settling import from_data
from checker.workbench.cases import read_cases, run
from tests.rulebook.copies import POOL_RULES, RENEWED, copy_of

# nobody publishes the holidays of 2040 before late in 2039; 2040-03-05 is a Monday
CASES = """\
given:
  period: {from: 2040-01-01, to: 2040-12-31}
  assessed_on: 2041-01-20
cases:
- rule: YYC-0202-01
  name: 一
  tables:
    venue: {name: 甲, circulating: true}
    daily_log: ROWS
  expect: {outcome: passed}
"""


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """Rules for pools, one of which gives three working days."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    rules = copy_of(POOL_RULES, tmp_path / "rules")
    rules.edit(
        "dictionary.yaml", "      date: {label: 日期, type: date}\n",
        "      date: {label: 日期, type: date}\n"
        "      filed_on: {label: 归档日期, type: date, blank: nothing, nothing_helps: 测试}\n",
    )  # fmt: skip
    text = (rules.folder / RENEWED).read_text(encoding="utf-8")
    start, end = text.index("  check:"), text.index("  verification:")
    check = (
        "  check: {measure: share, of: daily_log, expect: {at_least: 100%}, "
        "that: {elapsed: {from: date, to: filed_on, at_most: {workdays: 3}}}}\n"
    )
    rules.write(RENEWED, text[:start] + check + text[end:])
    return rules


def outcome(rules, rows):
    rules.write("2-safety/2.2-renewed/cases.yaml", CASES.replace("ROWS", rows))
    case = next(c for c in read_cases(rules.folder) if c.shape.rule == "YYC-0202-01")
    found = run(case, load(rules.folder, "everyday")).assessed
    assert found
    return found


def test_a_deadline_in_a_year_without_calendar_is_the_reason_and_names_the_year(rules):
    rows = "[{id: A, date: 2040-03-05, filed_on: 2040-03-09}, {id: B, date: 2040-12-03}]"
    found = outcome(rules, rows)

    assert (found.outcome, found.reason) == (Outcome.CANT_TELL, Reason.CALENDAR_UNPUBLISHED)
    assert found.explanation == (
        "《运行日志》有 2 行的期限按工作日算，算到了 2040 年，而 2040 年的放假安排还没有收进程序；"
        "等放假安排公布，装新版 chinesecalendar 后重算"
    )
    (missing,) = found.measured[0].missing
    assert (missing.year, missing.unknown, [r.id for r in missing.rows]) == (2040, 2, ["A", "B"])


def test_what_is_in_time_whatever_the_calendar_says_is_not_left_open(rules):
    found = outcome(rules, "[{id: A, date: 2040-03-05, filed_on: 2040-03-08}]")

    assert (found.outcome, found.reason) == (Outcome.PASSED, None)


def test_a_blank_goes_before_the_calendar(rules):
    found = outcome(rules, "[{id: A, date: 2040-03-05, filed_on: 2040-03-09}, {id: B}]")

    assert found.reason is Reason.VALUE_MISSING
    assert "没有填" in found.explanation
    assert "2040 年的放假安排" in found.explanation


def test_a_row_that_has_failed_anyway_does_not_wait_for_the_calendar(rules):
    # filed before it was written: wrong whatever is a working day
    found = outcome(rules, "[{id: A, date: 2040-03-05, filed_on: 2040-03-02}]")

    assert (found.outcome, found.reason) == (Outcome.FAILED, None)


def test_the_first_year_that_is_counted_without_a_calendar_is_named(rules):
    # the day on which it began does not count: 2040-12-31 is followed by days of 2041 alone
    found = outcome(rules, "[{id: A, date: 2040-12-31, filed_on: 无}]")

    assert [m.year for m in found.measured[0].missing] == [2041]


def test_a_row_that_is_not_asked_about_waits_for_nothing(rules):
    rules.edit(RENEWED, "of: daily_log,", "of: daily_log, where: {swimmers: {at_least: 1}},")
    late = "date: 2040-03-05, filed_on: 2040-03-09"
    found = outcome(rules, f"[{{id: A, {late}, swimmers: 1}}, {{id: B, {late}, swimmers: 0}}]")

    (missing,) = found.measured[0].missing
    assert [r.id for r in missing.rows] == ["A"]


def test_a_result_that_waits_for_a_calendar_contradicts_itself_nowhere(rules):
    book = load(rules.folder, "everyday")
    rows = [{"id": "A", "date": "2040-03-05", "filed_on": "2040-03-09"}]
    data = {
        "form": 1, "kind": "self", "synthetic": True, "assessed_on": "2041-01-20",
        "period": {"from": "2040-01-01", "to": "2040-12-31"},
        "tables": {"venue": {"name": "甲", "circulating": True}, "daily_log": rows},
    }  # fmt: skip
    submission = from_data(data, book.dictionary, place=lambda _: Place("submission.yaml"))

    result = assess_submission(book, submission)

    waiting = [f for f in result.findings if f.reason is Reason.CALENDAR_UNPUBLISHED]
    assert [f.rule for f in waiting] == ["YYC-0202-01"]
    assert contradictions(result) == ()
