"""The report as PDF: A4, tagged, archival (PDF/A-3a, PDF/UA-1), with result.json inside.

Equal results give equal bytes: no clock, locale, time zone, folder or other font of the machine
takes part. A page that would show an empty box instead of a character is never written.
"""

import gc
import logging
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from checker.report import html, result_json, words
from checker.report.fonts import CannotPrint, MissingFonts, MissingGlyphs, font_configuration

if TYPE_CHECKING:
    from weasyprint import Attachment

    from checker.model.result import Result

__all__ = ["ATTACHMENT", "CannotPrint", "MissingFonts", "MissingGlyphs", "from_html", "render"]

ATTACHMENT: Final = "result.json"
_ONE_AT_A_TIME: Final = Lock()
"""The collector, the logger and fontconfig's variable belong to the whole process."""


def render(result: "Result") -> bytes:
    """Return the report as PDF.

    Raises:
        CannotPrint: libraries, fonts or characters are missing; says what to do.
    """
    with _ONE_AT_A_TIME, _without_collector():
        return _write(html.render(result), result)


def from_html(document: str) -> bytes:
    """Return any of our HTML documents, well-formed as XML, as PDF without an attachment.

    Raises:
        CannotPrint: libraries, fonts or characters are missing; says what to do.
    """
    with _ONE_AT_A_TIME, _without_collector():
        return _write(document, None)


# Private functions


def _write(document: str, result: "Result | None") -> bytes:
    fonts = font_configuration()
    from checker.report.page_tree import WellFormed

    missing: list[str] = []
    with _watching(missing), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its colour profile open
        written: bytes = WellFormed(document).write_pdf(
            font_config=fonts,
            pdf_variant="pdf/a-3a",
            attachments=[_attachment(result)] if result else None,
            finisher=_finish,
        )
    if missing:
        raise MissingGlyphs(missing)
    return written


def _attachment(result: "Result") -> "Attachment":
    from weasyprint import Attachment

    day = datetime.combine(result.assessed_on, time(), UTC)
    return Attachment(
        string=result_json.dumps(result),
        name=ATTACHMENT,
        description=words.attachment(),
        created=day,
        modified=day,
        relationship="Source",
    )


def _finish(_document: Any, pdf: Any) -> None:
    """Claim PDF/UA besides PDF/A, name the attachment once, and number the pages."""
    number = int(pdf.catalog["Metadata"].split()[0])
    metadata = pdf.objects[number]
    ours = (html.FOLDER / "pdfua.xmp").read_bytes()
    metadata.stream = [
        part.replace(b"</rdf:RDF>", ours + b"</rdf:RDF>") for part in metadata.stream
    ]
    metadata.compress = False
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    pdf.catalog["PageLabels"] = "<</Nums [0 <</S /D>>]>>"
    for stream in (part for part in pdf.objects if getattr(part, "compress", False)):
        _compress(stream)
    _settle(pdf)
    _compress_what_the_writer_adds(pdf)


def _compress(stream: Any) -> None:
    """Compress a stream once; the writer would again for the identifier, at its slowest level."""
    stream.stream = [zlib.compress(b"\n".join(map(_bytes, stream.stream)))]
    stream.extra["Filter"] = "/FlateDecode"
    stream.compress = False


def _compress_what_the_writer_adds(pdf: Any) -> None:
    """Compress likewise the stream of objects and the index, which come about while it writes."""
    add = pdf.add_object

    def compressed(part: Any) -> None:
        if getattr(part, "compress", False):
            _compress(part)
        add(part)

    pdf.add_object = compressed


def _settle(pdf: Any) -> None:
    """Put each object into words once; the writer asks twice, for the file and its identifier."""
    pdf.objects[:] = [
        _Settled(part) if part.compressible and part.free == "n" else part for part in pdf.objects
    ]


def _bytes(line: Any) -> bytes:
    """Return a line of a stream as the writer would: bytes, text, or an object with its own data."""
    data = getattr(line, "data", line)
    return data if isinstance(data, bytes) else str(data).encode()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the cyclic collector out of the layout, of whose time it would take a third."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _watching(missing: list[str]) -> Iterator[None]:
    """Note the characters that no font has, which WeasyPrint only mentions in its log."""
    logger = logging.getLogger("weasyprint")
    handler = _Missing(missing)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


class _Settled:
    """An object of the PDF, already in the words in which the writer puts it into its stream."""

    compressible = True
    free = "n"
    offset = 0

    def __init__(self, part: Any) -> None:
        self.number, self.generation, self.data = part.number, part.generation, part.data


class _Missing(logging.Handler):
    def __init__(self, characters: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.characters = characters

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith(".notdef") and isinstance(record.args, tuple):
            self.characters.append(str(record.args[0]))
