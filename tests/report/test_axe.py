"""The HTML report before axe-core, the judge of accessible pages, in a real browser."""

import json

import pytest

from checker.report import html
from tests.report.results import failing, full_pass, mostly_missing
from tests.tools import browser, needed

AXE = needed.NODE_PACKAGES / "axe-core" / "axe.min.js"
POLICY = '<meta http-equiv="Content-Security-Policy"'
"""Begins the line that lets no script run: axe is one, so the page is judged without it."""

JUDGE = """
async function ask(window, view) {
  const script = window.document.createElement("script");
  script.textContent = %s;
  window.document.head.append(script);
  const found = await window.axe.run(window.document, {resultTypes: ["violations"], rules: {"%s": {enabled: false}}});
  return {
    passes: found.passes.length,
    violations: found.violations.map(v => [v.id, v.nodes.map(n => n.target.join(" ")).slice(0, 3)]),
  };
}
"""
DISABLED = "scrollable-region-focusable"
"""Browsers let the keyboard into boxes that scroll (Chromium since 130, Firefox); to please the
others every table would be a stop of the Tab key on wide screens too, where nothing scrolls."""

WIDTHS = {"phone": 390, "desktop": 1280}
BUILT = {"full pass": full_pass, "mostly missing": mostly_missing, "failing": failing}


def page(document):
    lines = document.splitlines(keepends=True)
    judged = [line for line in lines if not line.startswith(POLICY)]
    assert len(judged) == len(lines) - 1
    return "".join(judged)


@pytest.fixture(scope="module")
def verdicts():
    """What axe says of each report at each width, and of one page that has faults."""
    judge = JUDGE % (json.dumps(needed.file(AXE).read_text(encoding="utf-8")), DISABLED)
    documents = {name: page(html.render(built())) for name, built in BUILT.items()}
    documents["faulty"] = documents["failing"].replace("<main", "<img src='data:,'/><main", 1)
    views = [
        {"document": document, "width": width, "height": 900, "scheme": "light"}
        for document in documents.values()
        for width in WIDTHS.values()
    ]
    places = [(name, width) for name in documents for width in WIDTHS]
    return dict(zip(places, browser.ask(judge, views), strict=True))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", BUILT)
def test_axe_finds_nothing_in_a_report(verdicts, name, width):
    assert verdicts[name, width]["violations"] == []
    assert verdicts[name, width]["passes"] > 20


def test_axe_would_find_a_picture_without_words(verdicts):
    assert "image-alt" in [id_ for id_, _ in verdicts["faulty", "desktop"]["violations"]]
