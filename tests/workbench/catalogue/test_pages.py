"""The pages are sound HTML, every link leads somewhere, nothing comes from elsewhere."""

import re
from itertools import pairwise
from urllib.parse import unquote

import pytest
from justhtml import JustHTML

HEADING = re.compile(r"<h([1-6])[ >]")


def html(pages):
    return {name: text for name, text in pages.items() if name.endswith(".html")}


def ids(text):
    return re.findall(r'\sid="([^"]*)"', text)


def test_every_page_parses_without_an_error(made):
    for name, text in html(made[2]).items():
        assert [(name, str(e)) for e in JustHTML(text, collect_errors=True).errors] == []


def test_every_anchor_is_there_once(made):
    for name, text in html(made[2]).items():
        assert len(ids(text)) == len(set(ids(text))), name


def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(made):
    pages = html(made[2])
    anchors = {name: set(ids(text)) for name, text in pages.items()}
    for name, text in pages.items():
        for address in re.findall(r'\shref="([^"]*)"', text):
            page, _, anchor = unquote(address).partition("#")
            assert page in made[2] or not page, (name, address)
            assert not anchor or anchor in anchors[page or name], (name, address)


def test_every_entry_of_the_search_leads_somewhere(made):
    pages = html(made[2])
    entries = re.findall(r'"([^"]+\.html)#([^"]+)"', made[2]["entries.js"])
    assert len(entries) > 20
    for page, anchor in entries:
        assert f' id="{anchor}"' in pages[page]


def test_nothing_is_fetched_from_elsewhere(made):
    for name, text in made[2].items():
        assert not re.search(r'(?:src|href|action)="(?:\w+:)?//', text), name
        assert "fetch(" not in text
        assert "url(" not in text
        assert "@import" not in text


def test_a_page_has_one_main_heading_and_skips_no_level(made):
    for name, text in html(made[2]).items():
        main = text[text.index("<main") : text.index("</main>")]
        levels = [int(level) for level in HEADING.findall(main)]
        assert levels.count(1) == 1, name
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in pairwise(levels)), name


def test_every_head_of_a_table_says_its_scope(made):
    for name, text in html(made[2]).items():
        assert not re.search(r"<th(?![^>]*scope=)[ >]", text), name


def test_the_search_and_the_filters_are_hidden_until_a_script_shows_them(made):
    page = made[2]["parameters.html"]
    assert re.search(r'<form class="find"[^>]* hidden', page)
    assert re.search(r'<div class="filter" hidden', page)


def test_no_value_of_python_is_printed(made):
    for text in html(made[2]).values():
        assert not re.search(
            r"&lt;(?:built-in|bound|class|function|generator)|Fraction\(|>None<", text
        )


@pytest.mark.parametrize("name", ["index.html", "all.html", "parameters.html"])
def test_a_page_says_what_it_was_made_of(made, name):
    _, catalogue, pages = made
    assert catalogue.digest[:16] in pages[name]
    assert catalogue.profile.title in pages[name]
