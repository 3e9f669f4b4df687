"""Reading under the dictionary that is shipped, table by table and with the samples."""

import csv
import json
from pathlib import Path

import jsonschema
import pytest

from checker.document import strict_yaml
from checker.model.dictionary import Column, Kind
from checker.model.problem import Rejected
from checker.model.value import UNKNOWN
from checker.rulebook.files import load
from checker.submission.reading import read
from checker.submission.schema import submission_schema
from checker.submission.settling import from_data
from tests.submission.handed import HEAD, HEAD_YAML, at

ROOT = Path(__file__).parents[2]
DICTIONARY = load(ROOT / "rules", "generic").dictionary
SAMPLES = [
    path.parent
    for path in sorted((ROOT / "samples").rglob("submission.yaml"))
    if not path.parent.name.startswith("dirty")
]


def plausible(column: Column) -> str:
    """A text that the column takes."""
    if column.name == "id" or column.kind is Kind.REF:
        return "甲1"
    texts = {
        Kind.TEXT: "文字",
        Kind.BOOL: "是",
        Kind.DATE: "2025/3/5",
        Kind.DATETIME: "2025-03-05 08:30",
        Kind.INT: str(column.minimum or 1),
        Kind.DEC: str(column.maximum or "0.5"),
    }
    return texts.get(column.kind) or column.values[0]


def test_every_column_of_every_table_takes_a_plausible_value(tmp_path):
    names = []
    for table in DICTIONARY.tables.values():
        columns = list(table.columns.values())
        with (tmp_path / f"{table.label}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(
                column.label + ("（留空＝无）" if column.may_be_nothing else "")
                for column in columns
            )
            writer.writerow(map(plausible, columns))
        names.append(f"  {table.name}: {{file: {table.label}.csv}}\n")
    (tmp_path / "submission.yaml").write_text(HEAD_YAML + "tables:\n" + "".join(names), "utf-8")

    submission = read(tmp_path, DICTIONARY)

    for name, data in submission.tables.items():
        assert data.size == 1, name
        assert data.closed, name
        assert UNKNOWN not in [cell for column in data.columns.values() for cell in column], name


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_read_and_valid_under_the_schema(folder):
    document = strict_yaml.parse((folder / "submission.yaml").read_bytes(), "submission.yaml")

    assert read(folder, DICTIONARY).tables.keys() == DICTIONARY.tables.keys()
    jsonschema.Draft202012Validator(submission_schema(DICTIONARY)).validate(document.data)


def test_the_schema_is_one_and_stays_small():
    schema = submission_schema(DICTIONARY)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert len(json.dumps(schema, ensure_ascii=False)) < 500_000


def test_no_name_in_the_dictionary_is_ambiguous():
    for table in DICTIONARY.tables.values():
        labels = [column.label for column in table.columns.values()]
        assert len(set(labels)) == len(labels), table.name
    labels = [table.label for table in DICTIONARY.tables.values()]
    assert len(set(labels)) == len(labels)


TICKET = {"submitted_at": "2025-03-05 09:00", "closed_at": "2025-03-05 12:00"}


@pytest.mark.parametrize(
    ("times", "wrong"),
    [
        ({"accepted_at": "2025-03-05 08:59"}, ["accepted_at"]),
        ({"first_response_at": "2025-03-05 08:59"}, ["first_response_at"]),
        ({"accepted_at": "2025-03-05 09:05", "first_response_at": "2025-03-05 09:04"},
         ["first_response_at"]),
        ({"first_response_at": "2025-03-05 12:01"}, ["closed_at"]),
        ({"arrived_at": "2025-03-05 08:59"}, ["arrived_at"]),
        ({"rated_at": "2025-03-05 08:59"}, ["rated_at"]),
        ({"revisit_at": "2025-03-05 08:59"}, ["revisit_at"]),
        ({"accepted_at": "2025-03-05 08:50", "arrived_at": "2025-03-05 08:40"},
         ["accepted_at", "arrived_at"]),
        ({"arrived_at": "2025-03-05 12:01"}, []),  # closed by telephone, visited afterwards
        ({"rated_at": "2025-03-05 10:00", "revisit_at": "2025-03-05 09:30"}, []),  # rated again
    ],
)  # fmt: skip
def test_every_chain_of_a_ticket_runs_forwards(times, wrong):
    ticket = {"id": "T1", **TICKET, **times}
    data = {**HEAD, "tables": {"service_requests": [ticket]}}

    def found():
        try:
            from_data(data, DICTIONARY, place=at)
        except Rejected as refusal:
            return [(p.code, p.place.field) for p in refusal.problems]
        return []

    assert found() == [("times_backwards", f"service_requests.{column}") for column in wrong]
