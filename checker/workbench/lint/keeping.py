"""What keeps the rule set together: files made from it, and the suppressions."""

from collections.abc import Iterator
from pathlib import Path

from checker.model.problem import Place
from checker.rulebook.files import BESIDE
from checker.workbench.diagnostic import Gravity
from checker.workbench.lint.desk import Desk
from checker.workbench.lint.kinds import Hit, hit, lint


def made(desk: Desk) -> Iterator[tuple[Path, str]]:
    """Yield the schemas that are kept beside the rules, with the text each must hold."""
    folder = desk.rule_set.folder.parent / "schemas"
    own = desk.rule_set.files.dictionary_file == BESIDE  # else the schemas are of other rules
    if own and any(folder.glob("*.schema.json")):
        for name, text in desk.schemas.items():
            path = folder / f"{name}.schema.json"
            if path.is_file():
                yield path, text


@lint("schema-stale", Gravity.ERROR)
def schema_stale(desk: Desk) -> Iterator[Hit]:
    """A schema beside the rules that is not what they make it."""
    for path, text in made(desk):
        if path.read_text(encoding="utf-8") != text:
            yield hit(Place(str(path)), str(path))
