"""Whatever a rule file holds, no page runs it; whatever a name holds, its address is sound."""

import json
import re

import pytest
from justhtml import JustHTML

from checker.model.problem import Rejected
from checker.workbench.catalogue.anchors import anchor, item_page, safe
from checker.workbench.catalogue.gather import gather
from checker.workbench.catalogue.render import files
from checker.workbench.rule_set import read_rule_set
from tests.workbench.catalogue.sets import change, swimming_copy

EVIL = """</script><img src=x onerror=alert(1)>"' & <b>"""
QUOTED = "'" + EVIL.replace("'", "''") + "'"


@pytest.fixture
def pages(tmp_path):
    folder = swimming_copy(tmp_path)
    change(folder / "standard.yaml", "示例泳池水质规范\norganisation", f"{QUOTED}\norganisation")
    change(folder / "standard.yaml", "水中起消毒作用的氯", QUOTED)
    change(folder / "standard.yaml", "id: Y-01", 'id: "a b#c/../d"')
    change(folder / "1-water/1.1-clean/rules.yaml", "title: 余氯合格\n", f"title: {QUOTED}\n")
    change(folder / "1-water/1.2-tested/cases.yaml", "name: 二月空着", f"name: {QUOTED}")
    change(folder / "profiles/contest.yaml", "reason: 水下转播要看得清", f"reason: {QUOTED}")
    change(folder / "dictionary.yaml", "label: 泳池, ", f"label: {QUOTED}, ")
    made = files(gather(read_rule_set(folder, "contest")))
    return {name: data.decode() for name, data in made.items()}


def test_no_text_of_a_rule_file_becomes_markup(pages):
    for name, text in pages.items():
        if name.endswith(".html"):
            document = JustHTML(text, collect_errors=True)
            assert [(name, str(e)) for e in document.errors] == []
            assert document.query("img") == []
            assert "onerror=alert(1)&gt;" in text or "<img" not in text


def test_the_data_of_the_search_is_one_plain_assignment(pages):
    start, end = "window.CATALOGUE = ", ";\n"
    text = pages["entries.js"]
    data = json.loads(text[len(start) : -len(end)])
    assert any(EVIL in entry[1] for entry in data["entries"])


def test_an_id_that_no_address_can_hold_is_written_as_numbers(pages):
    assert ' id="contradiction.a~20~b~23~c~2f~..~2f~d"' in pages["readings.html"]


def test_different_names_have_different_addresses():
    names = ["a b", "a~20~b", "a/b", "a.b", "网", "a"]
    assert len({safe(name) for name in names}) == len(names)
    assert anchor("rule", "YYC-0101-01") == "YYC-0101-01"
    assert "/" not in item_page("../../etc")


def test_a_fault_in_another_profile_is_told(tmp_path):
    folder = swimming_copy(tmp_path)
    change(folder / "profiles/everyday.yaml", "title: 平日", "titel: 平日")
    rules = read_rule_set(folder, "contest")

    with pytest.raises(Rejected) as caught:
        gather(rules)

    assert {p.place.file for p in caught.value.problems} == {str(folder / "profiles/everyday.yaml")}
    assert re.search("titel", str([p.place.field for p in caught.value.problems]))
