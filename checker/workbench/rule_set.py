"""A rule set as those who keep it see it: the rulebook, its cases, and the place of everything."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from checker.document.document import Document
from checker.document.document import Path as At
from checker.document.strict_yaml import parse
from checker.model.frozen import dataclass
from checker.model.problem import NOWHERE, Place, Problem, Rejected
from checker.model.rule import Rule, Rulebook
from checker.rulebook.files import RuleFiles, load, read_files
from checker.rulebook.listing import missing, unreadable
from checker.workbench.cases import Case, read_cases
from checker.workbench.declarations import Declarations, read_declarations

GENERIC: Final = "generic"

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A rules folder, read whole.

    Attributes:
        folder: the rules folder.
        profile: name of the profile that tailored the book.
        files: bytes of every file but the cases.
        documents: the same as plain data with places, by path relative to the folder.
        book: the rulebook.
        cases: every case of every cases.yaml, in the order of the files.
        declared: what the keepers have declared in workbench.yaml.
    """

    folder: Path
    profile: str
    files: RuleFiles
    documents: Mapping[str, Document]
    book: Rulebook
    cases: tuple[Case, ...]
    declared: Declarations

    def rule(self, rule_id: str) -> Rule:
        """Return a rule by id.

        Raises:
            KeyError: there is none.
        """
        for rule in self.book.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def rule_place(self, rule_id: str, *at: str | int) -> Place:
        """Return where a rule, or a part of it such as ("check", "all", 0), stands."""
        for document in self._rule_documents():
            for index, rule in enumerate(document.data["rules"]):
                if rule["id"] == rule_id:
                    return document.place(("rules", index, *(at or ("id",))))
        return NOWHERE

    def parameter_place(self, name: str, *at: str | int) -> Place:
        """Return where a parameter, or a part of it such as "default", stands."""
        for document in (*self._rule_documents(), self.documents["parameters.yaml"]):
            if name in (document.data.get("parameters") or {}):
                return document.place(("parameters", name, *at), key=not at)
        return NOWHERE

    def item_place(self, no: str) -> Place:
        """Return where an item stands in the content list of the standard."""
        document = self.documents["standard.yaml"]
        for c, chapter in enumerate(document.data["chapters"]):
            for i, item in enumerate(chapter.get("items", ())):
                if item["no"] == no:
                    return document.place(("chapters", c, "items", i, "no"))
        return NOWHERE

    def column_place(self, table: str, column: str = "", *at: str | int) -> Place:
        """Return where a table of the dictionary, one of its columns, or a part of it stands."""
        path: At = ("tables", table, *(("columns", column) if column else ()), *at)
        return self.documents[self.files.dictionary_file].place(path, key=not at)

    def cases_of(self, rule_id: str) -> tuple[Case, ...]:
        """Return the cases of one rule, in the order of their file."""
        return tuple(c for c in self.cases if c.shape.rule == rule_id)

    def _rule_documents(self) -> tuple[Document, ...]:
        return tuple(self.documents[file] for file in self.files.rule_files)


def usual_profile(*folders: Path) -> str:
    """Return the profile to read with where nobody chose: generic, or the first by name.

    Args:
        folders: rules folders to be read with the same profile; one that all have is taken.
    """
    names = [{p.stem for p in folder.glob("profiles/*.yaml")} for folder in folders]
    known = set.intersection(*names) or names[-1]
    return GENERIC if GENERIC in known else min(known, default=GENERIC)


def read_rule_set(folder: Path, profile: str | None = None) -> RuleSet:
    """Return a rules folder with cases and places.

    Args:
        profile: the profile that tailors the book; None takes the usual one.

    Raises:
        Rejected: with every fault of every file, the cases among them.
    """
    problems: list[Problem] = [] if missing(folder) else unreadable(folder)
    if problems:
        raise Rejected(problems)
    name = profile or usual_profile(folder)

    def tried(read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except Rejected as rejected:
            problems.extend(rejected.problems)
            return None

    book = tried(lambda: load(folder, name))
    cases = tried(lambda: read_cases(folder))
    declared = tried(lambda: read_declarations(folder))
    if problems or book is None or cases is None or declared is None:
        raise Rejected(problems)
    files = read_files(folder)
    documents = {file: parse(data, files.shown(file)) for file, data in files.data.items()}
    return RuleSet(folder, name, files, documents, book, tuple(cases), declared)
