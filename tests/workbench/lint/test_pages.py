"""Every check has a page, every page a check; the bad example trips it, the good one does not."""

import pytest

from checker.workbench.lint.declared import CHECKS
from checker.workbench.lint.fixing import fixed
from checker.workbench.lint.pages import page_of
from checker.workbench.lint.running import register
from tests.workbench.lint.codes import codes
from tests.workbench.lint.living import PAGES, examples, play

LINTS = [*register(), *CHECKS]
EVERY = sorted(p.stem for p in PAGES.glob("*.md"))


def page(check):
    return (PAGES / f"{check}.md").read_text(encoding="utf-8")


def test_every_lint_and_every_fault_in_reading_has_a_page():
    for check in (*LINTS, *codes(), "shape-enum"):
        assert page_of(check), check


def test_every_page_is_of_a_lint_or_of_a_fault_in_reading():
    known = {*LINTS, *codes(), "shape-missing", "shape-extra-forbidden", "shape-value"}
    known |= {f"column-{fault}" for fault in ("values", "values-unused", "to", "bounds")}
    assert set(EVERY) - known == set()


@pytest.mark.parametrize("check", EVERY)
def test_a_page_says_why_and_what_to_do(check):
    text = page(check)
    assert text.startswith(f"# {check}：")
    for heading in ("## 为什么", "## 怎么改"):
        assert heading in text


@pytest.mark.parametrize("check", [c for c in EVERY if examples(page(c))])
def test_the_bad_example_trips_the_check_where_its_mark_points(check, rules, linted):
    expected = play(examples(page(check))[0], rules) if check != "schema-stale" else stale(rules)

    found = [d for d in linted().inspection.diagnostics if fits(d.check, check)]

    assert found
    for one in expected:
        at = [d for d in found if d.place.file == f"rules/{one.file}"]
        assert any(near(d.place.field, one.field) for d in at), (
            one,
            [str(d.place) + d.place.field for d in found],
        )


@pytest.mark.parametrize("check", [c for c in EVERY if len(examples(page(c))) > 1])
def test_the_good_example_can_be_read_and_does_not_trip_the_check(check, rules, linted):
    play(examples(page(check))[1], rules)

    inspection = linted().inspection

    assert not inspection.invalid
    assert [d for d in inspection.diagnostics if fits(d.check, check) and not d.ignored] == []


MENDED = [
    "wording-must", "wording-forbid", "wording-long-verb", "wording-half-width", "wording-doubled",
    "wording-space", "wording-stop", "wording-particle", "schema-stale",
]  # fmt: skip
"""What --fix puts right."""


@pytest.mark.parametrize("check", MENDED)
def test_a_fix_leaves_nothing_to_fix(check, rules, linted):
    play(examples(page(check))[0], rules) if check != "schema-stale" else stale(rules)
    before = linted()
    changes = [
        *((f.path, f.after) for f in fixed(before.edits)),
        *((p, a) for p, _, a in before.made),
    ]
    assert changes
    for path, after in changes:
        path.write_bytes(after)

    again = linted()

    assert [d for d in again.inspection.diagnostics if d.check == check] == []
    assert not [*fixed(again.edits), *again.made]


def stale(rules):
    (rules / "../schemas").mkdir()
    return play(examples(page("schema-stale"))[0], rules)


def fits(found, check):
    return found == check or (check == "shape-value" and found.startswith("shape-"))


def near(found, wanted):
    """The very value, or a part of it."""
    return found == wanted or found.startswith(f"{wanted}.")
