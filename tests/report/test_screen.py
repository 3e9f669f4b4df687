"""The report on screens, in a real browser: phones, a tablet, a desktop, enlarged, light and dark."""

import io
from pathlib import Path

import pypdf
import pytest

from checker.report import html, pdf
from tests.report.results import failing, full_pass, mostly_missing
from tests.tools import browser

QUESTIONS = Path(__file__).with_name("screen.js").read_text(encoding="utf-8")
WINDOWS = {
    "small phone": (360, 640, "light"),
    "phone": (390, 844, "dark"),
    "desktop at 200 %": (640, 400, "light"),
    "tablet": (768, 1024, "dark"),
    "desktop": (1280, 800, "light"),
    "large desktop": (1600, 900, "dark"),
}
BUILT = [full_pass, mostly_missing, failing]
PLACES = [(built.__name__, window) for built in BUILT for window in WINDOWS]


def views(document):
    return [
        {"document": document, "width": width, "height": height, "scheme": scheme}
        for width, height, scheme in WINDOWS.values()
    ]


@pytest.fixture(scope="module")
def answers():
    """Answers by report and window: the browser starts once for all of them."""
    asked = [view for built in BUILT for view in views(html.render(built()))]
    return dict(zip(PLACES, browser.ask(QUESTIONS, asked), strict=True))


@pytest.fixture(params=PLACES, ids=" on ".join)
def seen(request, answers):
    """One report in one window."""
    width, height, scheme = WINDOWS[request.param[1]]
    answer = answers[request.param]
    assert answer["dark"] == (scheme == "dark")
    return answer | {"width": width, "height": height}


def test_the_page_never_scrolls_sideways(seen):
    assert seen["page"] == seen["width"]


def test_the_conclusion_and_the_first_step_stand_on_the_first_screen(seen):
    assert seen["verdict"] < seen["height"]
    assert (seen["step"] or 0) < seen["height"]


def test_no_number_code_or_mark_is_torn_apart(seen):
    assert seen["torn"] == []
    assert seen["broken"] == []


def test_nothing_leaves_its_cell(seen):
    assert seen["spilling"] == []


def test_every_text_stands_out_from_its_ground(seen):
    assert seen["faint"] == []


def test_headings_links_charts_and_heads_of_columns_are_named_and_in_order(seen):
    assert seen["skipped"] == []
    assert seen["nameless"] == []


def test_links_to_the_parts_are_large_enough_for_a_finger(seen):
    assert seen["small"] == []


def test_contents_stand_beside_a_wide_page_and_open_and_close_over_a_narrow_one(seen):
    assert seen["contents"] == ([True] * 3 if seen["width"] >= 1200 else [False, True, False])


def test_the_head_of_a_table_does_not_cover_what_a_link_leads_to(seen):
    assert seen["covered"] == []


def test_the_questions_see_what_is_wrong():
    """Each fault once, in a page made for it."""
    wrong = """<html><body style="margin: 0"><h1>甲</h1><h3>乙</h3><a href="#x"></a>
    <p style="width: 1em; overflow-wrap: anywhere"><span class="number">180.0</span></p>
    <p style="color: #999999; background: #ffffff">淡</p><svg role="img" width="9" height="9"></svg>
    <table style="table-layout: fixed; width: 3em"><thead><tr><th>丙</th></tr></thead>
    <tbody><tr><td style="white-space: nowrap">一二三四五六</td></tr></tbody></table>
    <div class="glance"><a href="#x" style="font-size: 6px">丁</a></div>
    <div style="width: 3000px">宽</div></body></html>"""

    for answer in browser.ask(QUESTIONS, views(wrong)):
        assert answer["page"] == 3000
        assert answer["torn"] == ["180.0 in number: 180.0"]
        assert answer["broken"] == ["number: 180.0"]
        assert answer["spilling"] == ["TD: 一二三四五六"]
        assert next(said[:4] for said in answer["faint"]) == "2.85"
        assert answer["skipped"] == ["H3: 乙"]
        assert answer["small"] == ["A: 丁"]
        assert len(answer["nameless"]) == 3


def test_nothing_that_is_made_for_the_screen_is_printed():
    head, _, body = html.render(failing()).partition("<body>")
    before = body[: body.index('<section class="cover">')]
    after = body[body.index("</main>") + len("</main>") : body.index("</body>")]
    close = '<nav class="contents"><p>目录</p><p class="contents-close">关闭目录</p></nav>'
    assert "跳到正文" in before
    assert "下一步先做什么" in before

    printed = pdf.from_html(f"{head}<body>{before}<p>正文</p>{close}{after}</body></html>")

    pages = pypdf.PdfReader(io.BytesIO(printed)).pages
    texts = ["".join(page.extract_text().split()) for page in pages]
    assert ["".join(t for t in text if t in "正文目录闭步") for text in texts] == ["正文", "目录"]
