"""A rule set laid out for lints: every rule as it is written beside what it was read as."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Final

from checker.document.document import Document
from checker.language.mentions import parameters
from checker.model.frozen import dataclass
from checker.model.problem import Place
from checker.model.rule import Rule, Rulebook
from checker.rulebook.cache import cache_file, keep, recalled
from checker.rulebook.files import ROOMS, RULES
from checker.rulebook.schema import rule_schemas
from checker.submission.schema import submission_schema
from checker.workbench.lint.outline import Outline, read_outline
from checker.workbench.rule_set import RuleSet

SUBMISSION: Final = "submission"
"""Name of the schema of what is handed in."""


@dataclass(frozen=True, slots=True)
class Written:
    """A rule as its file says it; the profile has not touched it.

    Attributes:
        file: path of the file below the rules folder.
        data: the rule as plain data.
        rule: the same as the rulebook has it; None where a profile has switched it off.
    """

    file: str
    document: Document
    index: int
    data: Mapping[str, Any]
    rule: Rule | None

    @property
    def id(self) -> str:
        """Return the id of the rule."""
        return str(self.data["id"])

    def place(self, *at: str | int) -> Place:
        """Return where the rule, or a part of it, stands."""
        return self.document.place(("rules", self.index, *(at or ("id",))))

    def key_place(self, *at: str | int) -> Place:
        """Return where the key of a part of the rule stands."""
        return self.document.key_place(("rules", self.index, *at))


@dataclass(frozen=True, slots=True)
class WrittenParameter:
    """A parameter as its file says it; file is "parameters.yaml" or that of an item."""

    file: str
    document: Document
    name: str
    data: Mapping[str, Any]

    def place(self, *at: str | int) -> Place:
        """Return where the parameter, or a part of it, stands."""
        return self.document.place(("parameters", self.name, *at), key=not at)


class Desk:
    """What every lint is given."""

    def __init__(self, rule_set: RuleSet) -> None:
        self.rule_set = rule_set
        self.book: Rulebook = rule_set.book
        self.documents = rule_set.documents

    @cached_property
    def rules(self) -> tuple[Written, ...]:
        """Every rule, in the order of the files."""
        known = {r.id: r for r in self.book.rules}
        return tuple(
            Written(file, document, index, data, known.get(data["id"]))
            for file, document in self._rule_documents()
            for index, data in enumerate(document.data["rules"])
        )

    @cached_property
    def parameters(self) -> tuple[WrittenParameter, ...]:
        """Every parameter, in the order of the files."""
        shared = ("parameters.yaml", self.documents["parameters.yaml"])
        return tuple(
            WrittenParameter(file, document, name, data)
            for file, document in (*self._rule_documents(), shared)
            for name, data in (document.data.get("parameters") or {}).items()
        )

    @cached_property
    def users(self) -> Mapping[str, set[str]]:
        """Who uses a parameter: items by number, and "" for the dictionary and quality checks."""
        found: dict[str, set[str]] = defaultdict(set)
        for written in self.rules:
            item = str(written.document.data["item"])
            for node in (written.data.get("check"), written.data.get("applies_when")):
                for name in _mentioned(node):
                    found[name].add(item)
        for node in (*self.book.dictionary.populations.values(), *self.book.quality):
            for name in parameters(node):
                found[name].add("")
        return found

    @cached_property
    def outline(self) -> Outline | None:
        """The shape of the source document; None if the rule set keeps none."""
        return read_outline(self.rule_set.folder)

    @cached_property
    def schemas(self) -> Mapping[str, str]:
        """The text of every schema that is made from the rules, by name; costly, so kept."""
        source = hashlib.sha256(self.rule_set.files.data[self.rule_set.files.dictionary_file])
        kept = cache_file(f"schemas {source.hexdigest()}", (*ROOMS, SUBMISSION, "workbench"))
        known = recalled(kept, dict)
        if known is not None:
            return known
        from checker.workbench.schema import workbench_schemas

        dictionary = self.book.dictionary
        schemas = {
            **rule_schemas(),
            SUBMISSION: submission_schema(dictionary),
            **workbench_schemas(dictionary),
        }
        made = {
            name: json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
            for name, schema in schemas.items()
        }
        keep(kept, made)
        return made

    @property
    def standard(self) -> Document:
        """The standard's own file."""
        return self.documents["standard.yaml"]

    @property
    def dictionary(self) -> Document:
        """The file of the data dictionary."""
        return self.documents[self.rule_set.files.dictionary_file]

    def profiles(self) -> Iterator[tuple[str, Document]]:
        """Yield name of the file and document of every profile."""
        for file, document in self.documents.items():
            if file.startswith("profiles/"):
                yield PurePosixPath(file).stem, document

    def line(self, place: Place) -> str:
        """Return the line of a place; "" where it is none of the rule set's own files."""
        return self._lines.get(place.file, {}).get(place.line, "")

    @cached_property
    def _lines(self) -> Mapping[str, Mapping[int, str]]:
        files = self.rule_set.files
        return {
            files.shown(file): dict(enumerate(data.decode().split("\n"), 1))
            for file, data in files.data.items()
        }

    def shown(self, file: str) -> Place:
        """Return the place of a whole file of the folder."""
        return Place(self.rule_set.files.shown(file))

    def _rule_documents(self) -> list[tuple[str, Document]]:
        return [(f, d) for f, d in self.documents.items() if PurePosixPath(f).name == RULES]


def _mentioned(node: Any) -> Iterator[str]:
    """Yield the parameters that plain data of a check name."""
    if isinstance(node, str):
        if node.startswith("$"):
            yield node[1:]
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from _mentioned(value)
    elif isinstance(node, list):
        for value in node:
            yield from _mentioned(value)


def texts(
    node: Any, document: Document, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[str, Place]]:
    """Yield every text of a document with its place."""
    if isinstance(node, str):
        yield node, document.place(path)
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from texts(value, document, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from texts(value, document, (*path, index))
