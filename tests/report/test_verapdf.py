"""PDF/A-3a and PDF/UA-1, judged by veraPDF itself: three reports, and what it must object to."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf

from checker.report import pdf
from tests.report.results import failing, full_pass, mostly_missing
from tests.tools.verapdf import verapdf

# 3 s a report, and as long to judge it
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("verapdf")]

Damage = Callable[[Pdf], None]


def no_language(document: Pdf) -> None:
    del document.Root.Lang


def no_colour_profile(document: Pdf) -> None:
    del document.Root.OutputIntents


def a_script(document: Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.beep(0)")


def no_tags(document: Pdf) -> None:
    del document.Root.StructTreeRoot


def a_picture_without_words(document: Pdf) -> None:
    figures = [
        o for o in document.objects if isinstance(o, Dictionary) and o.get("/S") == "/Figure"
    ]
    assert figures, "the report has charts"
    del figures[0].Alt


def a_font_left_out(document: Pdf) -> None:
    embedded = [o for o in document.objects if isinstance(o, Dictionary) and "/FontFile3" in o]
    del embedded[0].FontFile3


def no_claim_of_accessibility(document: Pdf) -> None:
    said = document.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in said
    document.Root.Metadata.write(said.replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


# A page made the way reports are, small, for each damage costs a judgement of the whole file.
PAGE = """
<html lang="zh-CN"><head><title>泳池</title></head><body><h1>泳池</h1><p>水温 25 度。</p>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>一个圆</title><circle cx="4" cy="4" r="3"/></svg></body></html>
"""

REPORTS = (full_pass, mostly_missing, failing)
DAMAGES: tuple[tuple[Damage, str, str], ...] = (
    # what is done, the flavour that must object, and the clause of ISO 19005-3 or ISO 14289-1
    (no_language, "ua1", "7.2-"),
    (no_colour_profile, "3a", "6.2.4.3-"),
    (a_script, "3a", "6.5.1-"),
    (no_tags, "3a", "6.7.3.3-"),
    (no_tags, "ua1", "7.1-"),
    (a_picture_without_words, "ua1", "7.3-"),
    (a_font_left_out, "3a", "6.2.11.4.1-"),
    (no_claim_of_accessibility, "ua1", "5-"),
)

Verdicts = dict[tuple[str, str], tuple[str, ...]]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """What veraPDF says, by name of the report or of the damage, and flavour."""
    folder = tmp_path_factory.mktemp("verapdf")
    asked = []
    for built in REPORTS:
        file = folder / f"{built.__name__}.pdf"
        file.write_bytes(pdf.render(built()))
        asked += [(built.__name__, "3a", file), (built.__name__, "ua1", file)]
    whole = folder / "page.pdf"
    whole.write_bytes(pdf.from_html(PAGE))
    asked += [("page", "3a", whole), ("page", "ua1", whole)]
    for damage, flavour, _ in DAMAGES:
        asked.append((damage.__name__, flavour, damaged(whole, damage)))
    found = verapdf([(flavour, file) for _, flavour, file in asked])
    return {
        (name, flavour): faults for (name, flavour, _), faults in zip(asked, found, strict=True)
    }


def damaged(whole: Path, damage: Damage) -> Path:
    file = whole.with_name(f"{damage.__name__}.pdf")
    if not file.exists():
        with pikepdf.open(whole) as document:
            damage(document)
            document.save(file)
    return file


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
@pytest.mark.parametrize("name", [*(built.__name__ for built in REPORTS), "page"])
def test_what_we_print_is_archival_and_accessible(verdicts, name, flavour):
    assert verdicts[name, flavour] == ()


@pytest.mark.parametrize(("damage", "flavour", "clause"), DAMAGES)
def test_the_judge_finds(verdicts, damage, flavour, clause):
    faults = verdicts[damage.__name__, flavour]
    assert any(fault.startswith(clause) for fault in faults), faults
