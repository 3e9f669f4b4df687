"""The PDF report: what it carries, what it refuses, and that its bytes depend on nothing else."""

import gc
import hashlib
import io
import logging
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest

from checker.report import fonts, html, pdf, result_json
from checker.report.outline import outline
from tests.report.results import failing, full_pass

ROOT = Path(__file__).parents[2]
EGYPTIAN = "\U00013000"
"""A letter of a script that neither of our families has."""


@pytest.fixture(scope="module")
def rendered() -> bytes:
    return pdf.render(failing())


@pytest.fixture
def document(rendered):
    with pikepdf.open(io.BytesIO(rendered)) as opened:
        yield opened


@pytest.fixture(scope="module")
def texts(rendered) -> list[str]:
    pages = pypdf.PdfReader(io.BytesIO(rendered)).pages
    return ["".join(page.extract_text().split()) for page in pages]


def page(body: str) -> str:
    return f"<html lang='zh-CN'><head><title>甲</title></head><body><p>{body}</p></body></html>"


def pages_of(body: str) -> list[str]:
    """Return the text of each page of a body in the style of the report, on small pages."""
    style = (html.FOLDER / "style" / "print.css").read_text(encoding="utf-8")
    small = "@page { size: 100mm 65mm; margin: 0 } body, table, td, h2, p { margin: 0; padding: 0 }"
    small += "table { border-spacing: 0 } tr, h2, p { height: 10mm; font-size: 10pt }"
    document = page("").replace("</head>", f"<style>{style}{small}</style></head>")
    read = pypdf.PdfReader(io.BytesIO(pdf.from_html(document.replace("<p></p>", body))))
    return ["".join(part.extract_text().split()) for part in read.pages]


# What it carries


def test_title_language_and_dates_come_from_the_result(document):
    assert str(document.docinfo["/Title"]).startswith(
        "《企业社区管理规范》符合性复核报告：<script>"
    )
    assert str(document.docinfo["/CreationDate"]).startswith("D:20260110")
    assert str(document.docinfo["/ModDate"]).startswith("D:20260110")
    assert document.Root.Lang == "zh-CN"
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert document.Root.MarkInfo.Marked


def test_it_claims_to_be_archival_and_accessible(document):
    metadata = document.Root.Metadata.read_bytes().decode()

    assert 'pdfaid:part="3"' in metadata
    assert 'pdfaid:conformance="A"' in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "/Filter" not in document.Root.Metadata


def test_the_outline_leads_to_every_section(document):
    with document.open_outline() as opened:
        titles = [e.title.replace("\xa0", " ") for t in opened.root for e in (t, *t.children)]

    wanted = [s.title for s in outline(failing()).values()]
    assert [title for title in titles if title in wanted] == wanted


def test_the_outline_names_every_nonconformity(document):
    with document.open_outline() as opened:
        (section,) = [top for top in opened.root if top.title.startswith("六、")]
        records = [entry.title[:5] for entry in section.children[0].children]

    assert records == ["BF-01", "BF-02", "BF-03", "BF-04", "BF-05"]


def test_pages_are_a4_and_only_the_clause_table_lies_on_its_side(document):
    sizes = [tuple(round(float(n)) for n in p.mediabox[2:]) for p in document.pages]
    sideways = [number for number, size in enumerate(sizes) if size == (842, 595)]

    assert set(sizes) == {(595, 842), (842, 595)}
    assert sideways == list(range(sideways[0], sideways[-1] + 1))


def test_every_page_but_the_cover_says_which_it_is_of_how_many(texts):
    assert all(f"第{n}页共{len(texts)}页" in text for n, text in enumerate(texts[1:], start=2))
    assert "页共" not in texts[0]
    assert all("报告编号QYSQ-20260110-3F7A91C2" in text for text in texts)


def test_pages_are_labelled_by_their_number(document):
    assert [p.label for p in document.pages] == [str(n + 1) for n in range(len(document.pages))]


def test_the_contents_name_the_page_on_which_a_section_begins(texts):
    contents = next(text for text in texts if "目录声明" in text)
    number = next(n for n, text in enumerate(texts, start=1) if "附录A参数规则里的数" in text)

    assert f"附录A参数{number}" in contents.replace(".", "")


def test_the_result_is_attached_as_the_source_of_the_report(document):
    ((name, specification),) = document.attachments.items()
    file = specification.get_file()

    assert name == "result.json"
    assert file.read_bytes().decode() == result_json.dumps(failing())
    assert specification.obj.AFRelationship == "/Source"
    assert len(document.Root.AF) == 1
    assert file.mime_type == "application/json"
    assert str(file.obj.Params.CreationDate) == "D:20260110000000Z"
    assert str(file.obj.Params.ModDate) == "D:20260110000000Z"


def test_every_page_is_well_formed_and_tagged(document):
    for page in document.pages:
        marks = [
            instruction.operands[1]
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "BDC"
        ]

        assert marks
        assert all("/MCID" in mark for mark in marks if isinstance(mark, pikepdf.Dictionary))
        assert all(isinstance(mark, pikepdf.Dictionary | pikepdf.Name) for mark in marks)


def test_all_fonts_are_ours_and_inside(document):
    described = [o for o in document.objects if isinstance(o, pikepdf.Dictionary)]
    described = [o for o in described if o.get("/Type") == "/FontDescriptor"]

    assert described
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(o.keys()) for o in described)
    assert all("Noto" in str(o.FontName) and "CJK" in str(o.FontName) for o in described)


def test_nothing_in_it_acts_or_leads_outside(document):
    annotations = [a for p in document.pages for a in p.get("/Annots", [])]

    assert annotations
    assert all("/Dest" in a and "/A" not in a for a in annotations)
    assert "/OpenAction" not in document.Root
    assert "/AcroForm" not in document.Root


# What it refuses


def test_a_character_that_no_font_has_is_named_and_nothing_is_made():
    result = replace(full_pass(), subject=f"甲{EGYPTIAN}企业社区")

    with pytest.raises(pdf.MissingGlyphs) as refusal:
        pdf.render(result)

    assert refusal.value.characters == (EGYPTIAN,)
    assert "U+13000" in str(refusal.value)


@pytest.mark.parametrize("character", ["\ue000", "\U00050000"])
def test_no_empty_box_is_ever_printed(character):
    with pytest.raises(pdf.MissingGlyphs):
        pdf.from_html(page(f"甲{character}"))


def test_a_private_character_in_a_name_is_printed_by_its_number():
    result = replace(full_pass(), subject="甲\ue000社区")

    assert pdf.render(result).startswith(b"%PDF-1.7")


def test_a_missing_family_is_named_before_anything_is_laid_out(monkeypatch):
    monkeypatch.setattr(fonts, "FAMILIES", (*fonts.FAMILIES, "No Such Song"))

    with pytest.raises(pdf.MissingFonts) as refusal:
        pdf.render(full_pass())

    assert refusal.value.families == ("No Such Song",)
    assert "apt-get install fonts-noto-cjk" in str(refusal.value)


@pytest.mark.skipif(sys.platform != "linux", reason="libraries have such names on Linux only")
def test_libraries_are_loaded_by_name_and_never_searched_for():
    """The search would start a compiler some twenty times, half a second of a cold start."""
    searching = (
        "import subprocess\n"
        "def refuse(*_, **__): raise SystemExit('searched')\n"
        "subprocess.Popen.__init__ = refuse\n"
        "from checker.report import fonts\n"
        "fonts.font_configuration()\n"
        "from ctypes import util\n"
        "print(util.find_library.__module__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", searching], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "ctypes.util\n"


def test_missing_libraries_are_named_with_what_to_install(monkeypatch):
    class NoPango:
        def find_spec(self, name, *_):
            if name == "weasyprint.text.fonts":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint.text.fonts", raising=False)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])

    with pytest.raises(fonts.MissingLibraries) as refusal:
        pdf.render(full_pass())

    assert "libpango-1.0-0" in str(refusal.value)
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0" in str(refusal.value)


@pytest.mark.parametrize("url", ["file:///etc/hostname", "https://example.invalid/a.png"])
def test_nothing_is_fetched(url, caplog):
    pdf.from_html(page(f"<img src='{url}' alt='甲'/>"))

    assert [r for r in caplog.records if "Failed to load image" in r.getMessage()]


@pytest.mark.parametrize(
    "make", [lambda: pdf.from_html(page("甲")), lambda: pdf.from_html(page(EGYPTIAN))]
)
def test_the_process_is_left_as_it_was(make, monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "/somewhere/else")
    handlers = list(logging.getLogger("weasyprint").handlers)
    with suppress(pdf.MissingGlyphs):
        make()

    assert gc.isenabled()
    assert os.environ["FONTCONFIG_FILE"] == "/somewhere/else"
    assert logging.getLogger("weasyprint").handlers == handlers


def test_one_faulty_report_does_not_spoil_another_made_at_the_same_time():
    documents = [page("甲"), page(EGYPTIAN), page("乙"), page(EGYPTIAN)]

    def attempt(document: str) -> bool:
        try:
            return bool(pdf.from_html(document))
        except pdf.MissingGlyphs:
            return False

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(attempt, documents)) == [True, False, True, False]


# What its bytes depend on


def test_layout_meets_nothing_that_it_does_not_know(caplog):
    pdf.render(full_pass())

    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING] == []


SCRIPT = """
import hashlib, sys
from checker.report import html, pdf
from tests.report.results import failing
print(hashlib.sha256(html.render(failing()).encode()).hexdigest())
print(hashlib.sha256(pdf.render(failing())).hexdigest())
"""


@pytest.mark.slow
def test_neither_clock_nor_place_nor_language_of_the_machine_changes_a_byte(tmp_path, rendered):
    digests = set()
    for number, (zone, locale) in enumerate(
        [("Asia/Shanghai", "C"), ("America/St_Johns", "de_DE.UTF-8")]
    ):
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "TZ": zone,
            "LC_ALL": locale,
            "LANG": locale,
            "SOURCE_DATE_EPOCH": str(number * 10**9),
            "PYTHONHASHSEED": str(number),
        }
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=[tmp_path, ROOT][number],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout)

    assert len(digests) == 1
    assert hashlib.sha256(rendered).hexdigest() in digests.pop()


@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        (
            "from checker.report.result_json import dumps",
            {"weasyprint", "jinja2", "pydantic", "jsonschema"},
        ),
        ("from checker.report import html", {"weasyprint", "pydantic"}),
        ("from checker.report import pdf", {"weasyprint", "pydantic"}),
    ],
)
def test_what_is_heavy_is_imported_only_where_it_is_used(statement, heavy):
    script = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert not heavy & set(done.stdout.split())


# How it breaks


def test_the_last_row_of_a_table_takes_another_along_to_the_next_page():
    rows = "".join(f"<tr><td>第{n}行</td></tr>" for n in range(1, 8))  # six would have room
    assert pages_of(f"<table>{rows}</table>") == [
        "第1行第2行第3行第4行第5行",
        "第6行第7行",
    ]


def test_a_heading_and_the_sentence_below_it_stand_on_the_page_of_their_table():
    table = "<table><tr><td>第1行</td></tr><tr><td>第2行</td></tr></table>"
    before = "<p>前</p><p>前</p><p>前</p>"  # heading and sentence would have room, the table not
    assert pages_of(f"{before}<p>前</p><h2>标题</h2><p>说明</p>{table}") == [
        "前前前前",
        "标题说明第1行第2行",
    ]
