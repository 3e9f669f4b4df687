"""Files handed in to a Submission, or all their problems at once."""

import os
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from checker.document.document import Document
from checker.model.dictionary import Dictionary
from checker.model.problem import Place, Rejected
from checker.model.submission import Attachment, Submission
from checker.model.system import is_text, legible
from checker.submission import csv_form, csv_table
from checker.submission.csv_form import CsvForm
from checker.submission.declared import Handed, State
from checker.submission.files import Folder
from checker.submission.lookup import lookup
from checker.submission.problems import Report
from checker.submission.settling import settle
from checker.submission.sources import RawTable
from checker.submission.tables import Shelf, settle_table
from checker.submission.unread import (
    DOCUMENTS,
    SHEETS,
    WORKBOOKS,
    holds_data,
    report_unread,
    suffix,
)

ENTRIES: Final = ("submission.yaml", "submission.yml", "submission.json", csv_form.NAME)
"""The file, one of these, that makes a folder a submission."""


def read(
    path: Path,
    dictionary: Dictionary,
    *,
    assessed_on: date | None = None,
    rules: Collection[str] | None = None,
) -> Submission:
    """Return the submission in a folder or in a YAML or JSON file.

    Args:
        path: a folder with submission.yaml (or .yml, .json) and the CSV files that it names, or
            with submission.csv and one CSV file for each table; or such a YAML or JSON file.
        dictionary: what a submission may say.
        assessed_on: the day for which the assessment speaks, in place of the one written there.
        rules: ids of the rules there are, for what was found on site to name; None: not known.

    Raises:
        Rejected: carries every problem of every file.
    """
    report = Report()
    submission = _Reading(dictionary, report, assessed_on, rules).read(path)
    if submission is None or report.problems:
        raise report.rejected()
    return submission


class _Reading:
    """The reading of one submission."""

    def __init__(
        self,
        dictionary: Dictionary,
        report: Report,
        assessed_on: date | None,
        rules: Collection[str] | None,
    ) -> None:
        self._rules = rules
        self._lookup = lookup(dictionary)
        self._report = report
        self._assessed_on = assessed_on
        self._folder = Folder(Path(), report)
        self._beside: tuple[str, ...] = ()

    def read(self, path: Path) -> Submission | None:
        """Return the submission, without or with problems; None if there is none."""
        if _is_folder(path):
            self._folder = Folder(path, self._report)
            submission = self._read_folder(legible(path.absolute().name))
        else:
            self._folder = Folder(path.parent, self._report)
            submission = self._read_file(path)
        files = tuple(self._folder.files[name] for name in sorted(self._folder.files))
        attachments = self._attachments(submission) if submission else ()
        report_unread(
            self._beside, self._folder.asked, self._lookup, self._report, sure=submission is None
        )
        if submission is None:
            return None
        below = self._below() if _is_folder(path) else ()
        return replace(submission, files=files, attachments=attachments, unread=below)

    def _below(self) -> tuple[str, ...]:
        """Return the files in folders of the folder that hold data and that nobody asked for."""
        return tuple(
            name
            for name in self._folder.below()
            if suffix(name) in SHEETS and name not in self._folder.asked
        )

    def _attachments(self, submission: Submission) -> tuple[Attachment, ...]:
        """Return the listed files with what they are now; a file that lacks is no problem here."""
        columns = [
            (table.name, column.name)
            for table in self._lookup.dictionary.tables.values()
            for column in table.columns.values()
            if column.format == "file"
        ]
        paths = {
            str(cell)
            for table, column in columns
            for cell in submission.tables[table].columns[column]
            if isinstance(cell, str)
        }
        return tuple(Attachment(path, self._folder.digest(path)) for path in sorted(paths))

    def _read_file(self, path: Path) -> Submission | None:
        place = Place(legible(path.name))
        if not is_text(path.name):
            self._report.add("name_not_utf8", place)
        elif not os.path.lexists(path):
            self._report.add("no_such_path", place, path)
        elif path.suffix.lower() in WORKBOOKS:
            self._report.add("workbook", place)
        elif path.suffix.lower() not in DOCUMENTS:
            self._report.add("unknown_format", place, path.name)
        else:
            data = self._folder.read(path.name)
            document = None if data is None else self._parsed(path.name, data)
            return self._settled(document) if document else None
        return None

    def _read_folder(self, called: str) -> Submission | None:
        names = self._folder.names()
        if self._report.problems:
            return None
        for name in self._folder.nameless():
            if holds_data(name):
                self._report.add("name_not_utf8", Place(legible(name)))
        entries = [name for name in names if name.lower() in ENTRIES]
        if len(entries) != 1:
            self._no_entry(called, names, entries)
            return None
        data = self._folder.read_own(entries[0])
        if data is None:
            self._loose_tables()
            return None
        if entries[0].lower() == csv_form.NAME:
            return self._csv_form(entries[0], data)
        document = self._parsed(entries[0], data)
        if document is None:
            self._loose_tables()
            return None
        self._beside = names
        return self._settled(document)

    def _no_entry(self, called: str, names: tuple[str, ...], entries: list[str]) -> None:
        workbooks = [name for name in names if Path(name).suffix.lower() in WORKBOOKS]
        if entries:
            self._report.add("several_submissions", Place(called), entries)
        elif workbooks:
            self._report.add("workbook", Place(workbooks[0]), workbooks)
        else:
            self._report.add("empty_folder", Place(called))

    def _parsed(self, name: str, data: bytes) -> Document | None:
        try:
            return _parse(name, data)
        except Rejected as rejected:
            self._report.include(rejected.problems)
            return None

    def _settled(self, document: Document) -> Submission | None:
        return settle(
            document.data,
            self._lookup,
            self._report,
            place=document.place,
            key_place=document.key_place,
            file=document.file,
            load=self._load,
            assessed_on=self._assessed_on,
            rules=self._rules,
        )

    def _csv_form(self, entry: str, data: bytes) -> Submission | None:
        form = CsvForm(entry, self._lookup, self._report)
        raw = csv_table.parse(data, entry, self._report)
        if raw is None or not form.take_items(raw):
            self._loose_tables()
            return None
        self._beside = tuple(n for n in self._folder.names() if suffix(n) != ".csv")
        names = [name for name in self._csv_names() if name != entry]
        for name in [name for name in names if name[: -len(".csv")] in csv_form.FINDINGS]:
            names.remove(name)
            found = self._load(name, Place(name))
            if found:
                form.take_findings(found)
        form.take_tables(names)
        return settle(
            form.data,
            self._lookup,
            self._report,
            place=form.place,
            key_place=form.place,
            file=entry,
            load=self._load,
            assessed_on=self._assessed_on,
            rules=self._rules,
        )

    def _load(self, name: str, asked_at: Place) -> RawTable | None:
        suffix = Path(name).suffix.lower()
        if suffix != ".csv":
            self._report.add("workbook" if suffix in WORKBOOKS else "not_csv", asked_at, name)
            return None
        data = self._folder.read_named(name, asked_at)
        return None if data is None else csv_table.parse(data, name, self._report)

    def _loose_tables(self) -> None:
        """Read the tables beside a broken submission, so that their problems are told too."""
        shelf = Shelf()
        for name in self._csv_names():
            table = self._lookup.table(name[: -len(".csv")])
            raw = self._load(name, Place(name)) if table else None
            if table and raw and not table.one_row:
                handed = Handed(State.COMPLETE, raw)
                settle_table(table, handed, shelf, self._lookup, self._report)

    def _csv_names(self) -> list[str]:
        return [name for name in self._folder.names() if name.lower().endswith(".csv")]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for the system, a folder that may not be entered
        return False


def _parse(name: str, data: bytes) -> Document:
    """Return the document that a YAML or JSON file holds; only the parser needed is loaded."""
    if name.lower().endswith(".json"):
        from checker.document import strict_json

        return strict_json.parse(data, name)
    from checker.document import strict_yaml

    return strict_yaml.parse(data, name)
