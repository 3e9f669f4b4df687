"""A parsed submission to a Submission, or all its problems."""

from collections.abc import Collection, Mapping
from datetime import date

from checker.model.dictionary import Dictionary
from checker.model.submission import Submission
from checker.submission import words
from checker.submission.checks import check_across
from checker.submission.declared import Intake, Load
from checker.submission.entries import Entries
from checker.submission.findings import read_findings
from checker.submission.head import KEYS, read_head
from checker.submission.lookup import Lookup, lookup
from checker.submission.problems import Report
from checker.submission.sources import Path, PlaceOf
from checker.submission.tables import Shelf, settle_table


def from_data(
    data: object,
    dictionary: Dictionary,
    *,
    place: PlaceOf,
    key_place: PlaceOf | None = None,
    assessed_on: date | None = None,
    ids_optional: bool = False,
) -> Submission:
    """Return the Submission that a mapping of the shape of submission.yaml holds.

    Args:
        data: mappings, lists, str, int, bool and None. Decimals are text.
        dictionary: what a submission may say.
        place: the place of a value by its path, e.g. ("tables", "pools", 0, "name"); of its
            nearest parent if there is no such value.
        key_place: the same for the keys of mappings; by default their values' places.
        assessed_on: goes before the day that the data give.
        ids_optional: whether rows may do without keys where other tables could refer to them.

    Raises:
        Rejected: carries every problem.
    """
    report = Report()
    submission = settle(
        data,
        lookup(dictionary),
        report,
        place=place,
        key_place=key_place or place,
        assessed_on=assessed_on,
        ids_optional=ids_optional,
    )
    if submission is None or report.problems:
        raise report.rejected()
    return submission


def settle(
    data: object,
    known: Lookup,
    report: Report,
    *,
    place: PlaceOf,
    key_place: PlaceOf,
    file: str = "",
    load: Load | None = None,
    rules: Collection[str] | None = None,
    assessed_on: date | None = None,
    ids_optional: bool = False,
) -> Submission | None:
    """Return the Submission without its files; None, or with problems, if it cannot be used."""
    if not isinstance(data, Mapping):
        report.add("not_mapping", place(()), data, what=words.submission())
        return None
    entries = Entries(data, KEYS, (), words.submission(), place, key_place, report)
    head = read_head(entries, place, key_place, assessed_on)
    findings = read_findings(entries, head, place, key_place, rules)
    intake = Intake(file or place(()).file, place, key_place, load, report)
    shelf = settle_tables(entries, known, intake, ids_optional=ids_optional)
    check_across(known.dictionary, shelf, head.data_date, report)
    if head.kind is None or head.period is None or head.assessed_on is None:
        return None
    return Submission(
        kind=head.kind,
        period=head.period,
        assessed_on=head.assessed_on,
        tables=shelf.tables,
        sources=shelf.sources,
        site_findings=findings,
        synthetic=head.synthetic,
        notes=head.notes,
    )


def settle_tables(entries: Entries, known: Lookup, intake: Intake, *, ids_optional: bool) -> Shelf:
    """Return every table of the dictionary, settled; those not handed in are absent."""
    shelf = Shelf()
    shelf.tables.update(known.absent)
    data = entries.get("tables")
    if not entries.require("tables", words.tables()):
        return shelf
    if not isinstance(data, Mapping):
        entries.refuse("tables", "not_mapping", what=entries.called("tables"))
        return shelf
    written: dict[str, Path] = {}
    for key, value in data.items():
        path = (*entries.path("tables"), key)
        table = known.table(key)
        if table is None:
            near = intake.report.nearest(key, known.tables)
            place, labels = intake.key_place(path), known.labels()
            intake.report.add("unknown_table", place, key, nearest=near, known=labels)
        elif table.name in written:
            other = words.spot(intake.key_place(written[table.name]))
            intake.report.add(
                "repeated_table", intake.key_place(path), key, table=table.label, other=other
            )
        else:
            written[table.name] = path
            handed = intake.handed(table, value, path)
            if handed is None:
                shelf.unsound.add(table.name)
            else:
                settle_table(table, handed, shelf, known, intake.report, ids_optional=ids_optional)
    return shelf
