"""Tables written as rows of a document (YAML, JSON, a case of a rule)."""

from collections.abc import Mapping, Sequence

from checker.submission.problems import Report
from checker.submission.sources import Path, PlaceOf, RawTable, TreePlaces


def raw_table(
    rows: Sequence[object],
    path: Path,
    file: str,
    place: PlaceOf,
    key_place: PlaceOf,
    *,
    single: bool,
    report: Report,
) -> RawTable:
    """Return the rows as columns.

    A key that stands in some row is the header of a column. What is no mapping is reported and
    counts as a row that says nothing.
    """
    sound = True
    first: dict[str, int] = {}
    mappings: list[Mapping[str, object]] = []
    for number, row in enumerate(rows):
        if isinstance(row, Mapping):
            mappings.append(row)
            for key in row:
                first.setdefault(key, number)
        else:
            report.add("row_shape", place(path if single else (*path, number)), row)
            mappings.append({})
            sound = False
    headers = tuple(first)
    columns = tuple([row.get(header) for row in mappings] for header in headers)
    places = TreePlaces(
        file, place, key_place, path, len(mappings), single, headers, tuple(first.values())
    )
    return RawTable(len(mappings), headers, columns, places, sound=sound)
