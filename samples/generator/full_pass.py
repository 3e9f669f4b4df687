"""示例甲: an association review in which everything is met, though nothing is perfect."""

from datetime import date

from samples.generator.plan import Plan
from samples.generator.world import Shape, change, numbered, remove, still_open

NOTES = """
示例数据，由程序生成，不是真实的社区、企业或个人。用来看一次各条都符合、现场全部确认的协会评审。
数据并不完美：在各条允许的范围之内留了一些真实社区常有的缺口，逐项列在 expected.yaml。
"""

PLAN = Plan(
    name="full-pass",
    kind="association",
    shape=Shape(
        code="甲",
        seed=20250101,
        grid_sizes=(34, 41, 28, 50, 20, 33, 37, 29, 45, 31, 26, 24),
        idle=(("停业", 6), ("筹建", 4), ("已迁出", 3)),
        start=date(2025, 1, 1),
        end=date(2025, 12, 31),
        assessed_on=date(2026, 1, 10),
        others=1500,
        late_reliefs={"BC-20250412-夜": 5, "BC-20250703-日": 8, "BC-20251019-夜": 15},
    ),
    visited_on=date(2026, 1, 8),
    enterprise_count=398,
    notes=NOTES,
    planted=(
        # 4
        change("micro_grids", numbered("G{:02}-W8", (2, 5, 6, 8, 9, 11)), party_group_id=""),
        change("grids", ("G07",), governance_area_id="甲-06"),
        change(
            "enterprises",
            ("QY-004", "QY-038", "QY-079"),
            party_status="有党员未组建",
            party_org_id="",
        ),
        remove(
            "training_attendances",
            [f"CX-0{n}-{who}" for n in (2, 3, 4) for who in ("G02-长", "G05-长")],
        ),
        remove("party_activities", ("DH-G09-主题08",)),
        change("meetings", ("HY-08",), held_on="2025-05-06"),
        remove("visits", ("ZF-0101", "ZF-0203", "ZF-0305", "ZF-0367")),
        # 5
        change("micro_grids", ("G03-W4", "G03-W5", "G10-W6", "G12-W7"), mode="其他"),
        change("enterprises", numbered("QY-{:03}", range(10, 391, 10)), last_used_entry_on=""),
        change("service_requests", ("JX-017", "JX-042"), first_response_at=""),
        still_open("SQ-1495", "SQ-1496", "SQ-1498", "SQ-1500"),
        change("service_requests", ("SQ-077", "SQ-203"), accepted_at=""),
        # 6
        change("hazards", ("YH-009", "YH-017"), verified_on=""),
        change("key_points", ("ZB-11",), cctv_ok="否"),
        change("dormitories", ("SS-20",), registered="否"),
        change("city_issues", ("SR-030", "SR-060", "SR-090"), closed_at=""),
        change("facility_checks", ("SB-013", "SB-041"), ok="否"),
        change("disputes", ("JF-006", "JF-023"), result="不成已引导"),
        # 7
        change("policy_items", ("ZC-05",), published_on="2025-03-20"),
        change("policy_deliveries", numbered("TS-{:04}", range(40, 801, 40)), delivered_on=""),
        change("service_requests", numbered("BX-{:03}", range(20, 121, 20)), device_id=""),
        change("devices", ("EQ-008", "EQ-052"), model=""),
        change("devices", ("EQ-071",), vendor=""),
        change("hotlines", ("RX-1",), answered="401"),
        change("repair_orders", ("WX-031", "WX-094", "WX-122"), completed_at=""),
        change("repair_orders", numbered("WX-{:03}", range(10, 161, 30)), parts="未供应"),
        change("financing_requests", ("RZ-07",), last_follow_on="2025-10-20"),
        # 8
        change("assistance_cases", ("BF-11",), last_step_on="2025-09-15"),
        # 9
        change("feedback", ("YJ-10",), replied_at="2025-03-10 10:00:00"),
        change("feedback", ("YJ-40",), replied_at="2025-09-01 09:30:00"),
        change("improvement_actions", ("ZG-12",), done_on="2025-03-01", verified_on="2025-03-04"),
        change("improvement_actions", ("ZG-15",), recurring="是"),
    ),
)
