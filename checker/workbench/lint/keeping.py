"""What keeps the rule set together: files made from it, and the suppressions."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.model.problem import Place
from checker.rulebook.schema import rule_schemas
from checker.submission.schema import submission_schema
from checker.workbench.diagnostic import Gravity
from checker.workbench.lint.desk import Desk
from checker.workbench.lint.kinds import Hit, hit, lint


def made(desk: Desk) -> Iterator[tuple[Path, str]]:
    """Yield the schemas that are kept beside the rules, with the text each must hold."""
    folder = desk.rule_set.folder.parent / "schemas"
    schemas = {**rule_schemas(), "submission": submission_schema(desk.book.dictionary)}
    for name, schema in schemas.items():
        path = folder / f"{name}.schema.json"
        if path.is_file():
            yield path, schema_text(schema)


def schema_text(schema: Any) -> str:
    """Return the text of a generated schema."""
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@lint("schema-stale", Gravity.ERROR)
def schema_stale(desk: Desk) -> Iterator[Hit]:
    """A schema beside the rules that is not what they make it."""
    for path, text in made(desk):
        if path.read_text(encoding="utf-8") != text:
            yield hit(Place(str(path)), str(path))
