"""Nothing of a rule set is lost: what its files hold, read by PyYAML alone, stands on the pages."""

import html
import json
import re
from fractions import Fraction

import pytest

from checker.model.outcome import Outcome
from checker.workbench.catalogue.anchors import anchor, item_page


def text_of(page):
    """What a reader reads: without tags and folded spaces."""
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]*>", "", page)))


def squeezed(text):
    return re.sub(r"\s+", "", text)


def test_every_rule_stands_on_the_page_of_its_item_with_all_its_texts(made):
    held, catalogue, pages = made
    shown = {name: text_of(page) for name, page in pages.items() if name.startswith("item-")}
    home = {r.rule.id: item_page(r.item.no) for r in catalogue.rules}
    assert sorted(home) == sorted(rule["id"] for rule in held.rules)
    for rule in held.rules:
        page = home[rule["id"]]
        assert f'id="{rule["id"]}"' in pages[page]
        texts = [rule[key] for key in ("title", "requirement", "remedy", "note") if rule.get(key)]
        for said in [*texts, *(e["title"] for e in rule["evidence"])]:
            assert squeezed(said) in shown[page], (rule["id"], said)


def test_every_item_has_its_page(made):
    held, _, pages = made
    found = {name for name in pages if name.startswith("item-")}
    assert found == {f"item-{no}.html" for no in held.items}


def test_every_parameter_stands_there_with_its_source(made):
    held, catalogue, pages = made
    assert {p.parameter.name for p in catalogue.parameters} == held.parameters
    shown = text_of(pages["parameters.html"])
    for p in catalogue.parameters:
        assert f'id="{anchor("parameter", p.parameter.name)}"' in pages["parameters.html"]
        assert squeezed(p.parameter.source) in shown


def test_every_column_stands_in_the_dictionary(made):
    held, _, pages = made
    for table, column in held.columns:
        assert f'id="{anchor("column", table, column)}"' in pages["dictionary.html"]
    for population in held.dictionary.get("populations", {}):
        assert f'id="{anchor("population", population)}"' in pages["dictionary.html"]


def test_every_case_stands_with_its_rule(made):
    held, catalogue, pages = made
    assert sum(len(r.cases) for r in catalogue.rules) == len(held.cases)
    home = {r.rule.id: item_page(r.item.no) for r in catalogue.rules}
    shown = {name: text_of(page) for name, page in pages.items()}
    for case in held.cases:
        assert squeezed(str(case["name"])) in shown[home[case["rule"]]]


def test_cases_are_counted_by_what_they_expect(made):
    held, catalogue, _ = made
    for rule in catalogue.rules:
        mine = [c["expect"]["outcome"] for c in held.cases if c["rule"] == rule.rule.id]
        assert {o.value: n for o, n in rule.counts.items() if n} == {
            o: mine.count(o) for o in set(mine)
        }


def test_contradictions_references_and_terms_are_all_there(made):
    held, _, pages = made
    for one in held.standard.get("contradictions", ()):
        assert squeezed(one["reading"]) in text_of(pages["readings.html"])
    for term, meaning in held.standard.get("glossary", ()):
        assert squeezed(term + meaning) in text_of(pages["glossary.html"])
    for text in held.standard["declarations"]:
        assert squeezed(text) in text_of(pages["index.html"])


def test_the_page_to_print_holds_every_anchor_of_the_others(made):
    pages = made[2]
    whole = set(re.findall(r'\sid="([^"]*)"', pages["all.html"]))
    script = {"main", "menu", "find", "query", "query-hint", "found-count", "found", "parameters"}
    for name, text in pages.items():
        if name.endswith(".html"):
            assert set(re.findall(r'\sid="([^"]*)"', text)) - script <= whole, name


def test_the_search_knows_every_rule_parameter_and_column(made):
    held, _, pages = made
    data = json.loads(pages["entries.js"].removeprefix("window.CATALOGUE = ").rstrip().rstrip(";"))
    ends = [address.partition("#")[2] for _, _, address, _ in data["entries"]]
    wanted = [rule["id"] for rule in held.rules]
    wanted += [anchor("parameter", name) for name in held.parameters]
    wanted += [anchor("column", *column) for column in held.columns]
    assert sorted(set(wanted) - set(ends)) == []
    assert len(ends) == len(set(ends))


def test_the_points_of_the_rules_of_an_item_make_up_its_points(made):
    for item in made[1].items:
        worth = sum(Fraction(r.worth) for r in item.rules if r.worth)
        # each was rounded to one decimal
        assert abs(worth - item.points) <= Fraction(len(item.rules), 20)


@pytest.mark.parametrize(
    ("rule", "parameters", "tables", "populations"),
    [
        ("YYC-0101-01", ("chlorine_low", "chlorine_high", "chlorine_share_min", "tolerance"),
         ("water_samples",), ("samples_of_period",)),
        ("YYC-0201-01", ("guards_per_pool",), ("lifeguards", "pools"), ("certified_lifeguards",)),
        ("YYC-0202-01", ("fresh_water_min",), ("daily_log", "venue"), ()),
    ],
)  # fmt: skip
def test_a_rule_says_what_it_uses(swimming, rule, parameters, tables, populations):
    view = next(r for r in swimming.rules if r.rule.id == rule)
    assert view.parameters == parameters
    assert view.tables == tables
    assert view.populations == populations


def test_a_profile_shows_what_it_changes_where_it_changes_it(swimming):
    turbidity = next(p for p in swimming.parameters if p.parameter.name == "turbidity_max")
    assert (turbidity.value, turbidity.written) == ("0.5 NTU", "1 NTU")
    assert [c.profile.name for c in turbidity.changes] == ["contest"]
    lowered = next(r for r in swimming.rules if r.rule.id == "YYC-0102-01")
    assert (lowered.rule.level.value, lowered.level.value) == ("requirement", "recommendation")


def test_the_weight_of_a_rule_is_its_part_of_the_points_of_its_item(swimming):
    # item 1.1: 40 points, weights 3 and 1
    assert [r.worth for r in swimming.rules if r.item.no == "1.1"] == ["30.0", "10.0"]


def test_a_case_is_shown_with_the_rows_it_was_written_with(swimming):
    case = next(r for r in swimming.rules if r.rule.id == "YYC-0102-01").cases[0]
    assert case.outcome is Outcome.PASSED
    assert case.tables[0].rows[0][-1] == "余氯；浊度；尿素；菌落总数"
    assert case.tables[0].rows[0][0] == "6"


@pytest.fixture(scope="module")
def swimming():
    from checker.workbench.catalogue.gather import gather
    from checker.workbench.rule_set import read_rule_set
    from tests.workbench.catalogue.sets import SWIMMING

    return gather(read_rule_set(SWIMMING, "contest"))
