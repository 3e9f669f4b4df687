"""示例丁: a self-assessment half-way, from spreadsheets: some things fail, some are not in yet."""

from datetime import date

from samples.generator.labels import labels
from samples.generator.plan import Plan, planted, subject
from samples.generator.world import (
    Shape,
    change,
    not_handed_in,
    numbered,
    remove,
    respond_after,
    without_columns,
)
from samples.generator.writing import csv_submission

NOTES = "示例数据，由程序生成，不是真实的社区、企业或个人。准备到一半的自评：有的没做到，有的还没收上来。"

PLAN = Plan(
    name="self-assessment",
    kind="self",
    shape=Shape(
        code="丁",
        seed=20250404,
        grid_sizes=(15, 33, 58, 27, 40, 61, 22, 35, 29, 30),
        idle=(("停业", 5), ("筹建", 3)),
        start=date(2025, 4, 1),
        end=date(2026, 3, 31),
        assessed_on=date(2026, 4, 15),
        repairs=160,
        others=360,
        devices=(90, 10),
        orders=140,
    ),
    visited_on=date(2026, 4, 15),
    enterprise_count=372,
    notes=NOTES,
    planted=(
        change(
            "enterprises", numbered("QY-{:03}", range(1, 21)), party_status_updated_on="2025-12-20"
        ),
        change("mechanisms", ("JZ-1",), steps=["受理", "分办", "反馈"]),
        change("grids", ("G09", "G10"), party_org_id=""),
        change("digital_systems", ("XT-2",), security_filing=""),
        without_columns("enterprises", "last_used_entry_on"),
        without_columns("duty_rosters", "relieved_at"),
        *(
            respond_after(1860 + 300 * n, f"JX-{5 * n:03}")  # from 36 to 91 minutes
            for n in range(1, 13)
        ),
        remove("drills", ("YL-4", "YL-5")),
        change("emergency_supplies", ("WZ-01",), expiry_on="2026-03-31"),
        change("emergency_supplies", ("WZ-07",), quantity="150"),
        change("emergency_supplies", ("WZ-12",), checked_on="2025-09-28"),
        change("emergency_supplies", ("WZ-18",), checked_on=""),
        not_handed_in(
            "incidents",
            "hazards",
            "policy_deliveries",
            "legal_cases",
            "satisfaction_surveys",
            "evaluations",
            "evaluation_scores",
            "evidence_files",
        ),
        change("key_points", numbered("ZB-{:02}", range(4, 21, 4)), cctv_ok="否"),
        change("service_items", ("SX-05", "SX-11", "SX-17"), time_limit=""),
        remove("devices", numbered("EQ-{:03}", range(71, 101))),
        change("hotlines", ("RX-1",), calls="", answered=""),
        change("facilities", ("CS-02",), legal_schedule_public="否"),
        change("reviews", ("FP-2",), date="2025-06-28"),
        change("evaluation_dimensions", ("WD-4",), weight=""),
    ),
)


def make() -> dict[str, bytes]:
    """Return the files as a spreadsheet program leaves them."""
    items = [
        ("表单版本", "1"),
        ("评价类型", "自评"),
        ("示例数据", "是"),
        ("评价期起", "2025/4/1"),
        ("评价期止", "2026/3/31"),
        ("评价日", "2026/4/15"),
        ("备注", PLAN.notes),
        ("设备", "部分填报"),
    ]
    tables = {"community": [subject(PLAN)], **planted(PLAN)}
    return csv_submission(items, tables, labels())
