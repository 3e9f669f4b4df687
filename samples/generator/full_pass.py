"""示例甲: an association review in which everything is met, though nothing is perfect."""

from datetime import date

from samples.generator.plan import Plan
from samples.generator.world import Shape, change, numbered

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
        late_reliefs={"BC-20250412-夜": 5, "BC-20250703-日": 8, "BC-20251019-夜": 15},
    ),
    assessed_on=date(2026, 1, 10),
    visited_on=date(2026, 1, 8),
    enterprise_count=405,
    notes=NOTES,
    planted=(
        change("micro_grids", numbered("G{:02}-W8", (2, 5, 6, 8, 9, 11)), party_group_id=""),
        change("micro_grids", ("G03-W4", "G03-W5", "G10-W6", "G12-W7"), mode="其他"),
        change("grids", ("G07",), governance_area_id="甲-06"),
        change("enterprises", numbered("QY-{:03}", range(10, 391, 10)), last_used_entry_on=""),
        change("service_requests", ("JX-017", "JX-042"), first_response_at=""),
        change("service_requests", ("SQ-495", "SQ-496", "SQ-498", "SQ-500"), closed_at=""),
        change("service_requests", ("SQ-077", "SQ-203"), accepted_at=""),
        change("service_requests", numbered("BX-{:03}", range(20, 121, 20)), device_id=""),
        change("devices", ("EQ-008", "EQ-052"), model=""),
        change("devices", ("EQ-071",), vendor=""),
        change("hotlines", ("RX-1",), answered="401"),
        change("repair_orders", ("WX-031", "WX-094", "WX-122"), completed_at=""),
        change("repair_orders", numbered("WX-{:03}", range(10, 161, 30)), parts="未供应"),
    ),
)
