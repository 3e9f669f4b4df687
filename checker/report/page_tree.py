"""HTML that is well-formed XML as well, given to WeasyPrint as a tree.

WeasyPrint reads HTML by rules that forgive everything, in Python: a tenth of a second for a report
of 28 pages. Our templates close what they open, so the parser of the standard library reads them,
in three thousandths; `tests/report/test_html.py` holds that both see the same tree.
"""

from xml.etree import ElementTree as ET

from cssselect2 import ElementWrapper
from weasyprint import HTML
from weasyprint.urls import URLFetcher


class WellFormed(HTML):  # type: ignore[misc]  # WeasyPrint has no types
    """A document of ours; all that it needs stands in its own text, so nothing is ever fetched."""

    def __init__(self, document: str) -> None:
        """Read a document.

        Raises:
            xml.etree.ElementTree.ParseError: it is not well-formed.
        """
        root = ET.fromstring(document)  # noqa: S314 - our own text, every value escaped
        self.base_url = None
        self.url_fetcher = URLFetcher(allowed_protocols=())
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element
