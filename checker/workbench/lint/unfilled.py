"""What a scaffold left to be written by a person, and nobody has written yet."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from checker.workbench.diagnostic import Gravity
from checker.workbench.lint.desk import Desk, texts
from checker.workbench.lint.kinds import Hit, hit, lint
from checker.workbench.scaffold.words import PLACEHOLDER


@lint("placeholder", Gravity.ERROR)
def placeholder(desk: Desk) -> Iterator[Hit]:
    """A text that still begins as the scaffold wrote it."""
    documents = {d.file: d for d in desk.documents.values()}
    documents |= {case.document.file: case.document for case in desk.rule_set.cases}
    for document in documents.values():
        for text, place in texts(document.data, document):
            if PLACEHOLDER in text:
                yield hit(place, PurePosixPath(document.file).name, text)
