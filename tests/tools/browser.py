"""A real browser, asked about documents of ours in windows of any width.

The browser opens one page of the test with a frame for each view; what a frame holds is the
document as it is, its Content-Security-Policy too, and the questions are asked from outside. So
no driver is needed, nothing is fetched, and one start answers for all views.
"""

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path
from re import DOTALL, search
from typing import Any, Final

import pytest

from tests.tools.needed import command

_PAGE: Final = """<!DOCTYPE html><meta charset="utf-8"/><body><script type="application/json" id="views">%(views)s</script>
<script>
%(questions)s
const views = JSON.parse(document.getElementById("views").textContent);
const waiting = views.map(view => new Promise(done => {
  const frame = document.createElement("iframe");
  frame.width = view.width; frame.height = view.height; frame.style.colorScheme = view.scheme;
  frame.onload = () => { frame.onload = null; done(ask(frame.contentWindow, view)); };
  frame.srcdoc = view.document;
  document.body.append(frame);
}));
Promise.all(waiting).then(said => {
  document.body.replaceChildren(Object.assign(document.createElement("pre"), {id: "said", textContent: JSON.stringify(said)}));
}).catch(fault => { document.body.textContent = "FAULT " + fault.stack; });
</script></body>"""


def ask(questions: str, views: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Return what the function `ask(window, view)` of the questions answers for each view.

    A view has `document`, `width` and `height` in CSS pixels, and `scheme`: light or dark.
    """
    data = json.dumps(views, ensure_ascii=False).replace("<", "\\u003c")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(_PAGE % {"views": data, "questions": questions}, encoding="utf-8")
        call = [
            command("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            f"--user-data-dir={folder}/profile", "--window-size=1700,1100",
            "--virtual-time-budget=60000", "--dump-dom", page.as_uri(),
        ]  # fmt: skip
        shown = subprocess.run(call, capture_output=True, text=True, timeout=120, check=True)
    said = search(r'<pre id="said">(.*)</pre>', shown.stdout, DOTALL)
    if not said:
        pytest.fail(f"the page did not answer: {shown.stdout[-800:]}")
    answers: list[Any] = json.loads(unescape(said[1]))
    return answers
