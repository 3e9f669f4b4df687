"""The judge of SARIF is judged: it lets a good file pass and finds each planted fault."""

import copy
import json

import pytest

from tests.tools.sarif import sarif_multitool

pytestmark = pytest.mark.slow  # 1 to 3 s a file

GOOD = {
    "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
    "version": "2.1.0",
    "runs": [
        {
            "tool": {
                "driver": {
                    "name": "swimming",
                    "version": "1.0.0",
                    "informationUri": "https://example.org/swimming",
                    "rules": [
                        {
                            "id": "WATER1001",
                            "name": "WaterTooCold",
                            "helpUri": "https://example.org/cold",
                            "shortDescription": {"text": "The water is too cold."},
                            "fullDescription": {"text": "The water is colder than it may be."},
                            "help": {"text": "Heat it."},
                            "messageStrings": {"default": {"text": "Water has {0} degrees."}},
                        }
                    ],
                }
            },
            "automationDetails": {"id": "swimming/"},
            "results": [
                {
                    "ruleId": "WATER1001",
                    "ruleIndex": 0,
                    "level": "error",
                    "message": {"id": "default", "arguments": ["12"]},
                    "partialFingerprints": {"subject/v1": "pool 1"},
                    "locations": [
                        {
                            "physicalLocation": {
                                "artifactLocation": {"uri": "pools/pool.yaml"},
                                "region": {"startLine": 3},
                            }
                        }
                    ],
                }
            ],
            "columnKind": "unicodeCodePoints",
        }
    ],
}


def judged(tmp_path, log):
    file = tmp_path / "log.sarif"
    file.write_text(json.dumps(log), encoding="utf-8")
    return sarif_multitool(file)


def test_a_good_file_passes(tmp_path):
    assert judged(tmp_path, GOOD) == []


def level_that_does_not_exist(run):
    run["results"][0]["level"] = "bad"


def line_nought(run):
    run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0


def rule_that_is_not_described(run):
    run["results"][0]["ruleIndex"] = 1


def message_without_its_argument(run):
    run["results"][0]["message"]["arguments"] = []


def region_that_ends_before_it_begins(run):
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    region.update(startLine=3, startColumn=5, endColumn=2)


@pytest.mark.parametrize(
    "plant",
    [
        level_that_does_not_exist,
        line_nought,
        rule_that_is_not_described,
        message_without_its_argument,
        region_that_ends_before_it_begins,
    ],
    ids=lambda plant: plant.__name__,
)
def test_a_planted_fault_is_found(tmp_path, plant):
    log = copy.deepcopy(GOOD)
    plant(log["runs"][0])
    assert judged(tmp_path, log)
