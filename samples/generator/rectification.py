"""示例乙: an association review that ends with a list of things to put right."""

from datetime import date

from samples.generator.plan import Plan
from samples.generator.world import Shape, change, numbered, replace, respond_after

NOTES = """
示例数据，由程序生成，不是真实的社区、企业或个人。用来看一次“整改后通过”的协会评审。
不符合的地方是有意埋进去的，逐项列在 expected.yaml。
"""

PLAN = Plan(
    name="pass-after-rectification",
    kind="association",
    shape=Shape(
        code="乙",
        seed=20250202,
        grid_sizes=(53, 30, 36, 44, 22, 55, 27, 39, 25, 33, 29, 41),
        idle=(("停业", 8), ("筹建", 2)),
        start=date(2025, 1, 1),
        end=date(2025, 12, 31),
        repairs=150,
        others=420,
        devices=(90, 8),
        orders=150,
    ),
    assessed_on=date(2026, 1, 20),
    visited_on=date(2026, 1, 16),
    enterprise_count=440,
    notes=NOTES,
    planted=(
        change("micro_grids", numbered("G{:02}-W7", range(1, 11)), party_group_id=""),
        change("micro_grids", numbered("G{:02}-W8", range(1, 11)), party_group_id=""),
        change("staff", ("G03-指导1", "G08-指导1", "G11-指导1"), left_on="2025-11-30"),
        change("service_requests", numbered("SQ-{:03}", range(25, 401, 25)), accepted_at=""),
        change("service_requests", numbered("SQ-{:03}", range(411, 421)), closed_at=""),
        respond_after(1801, "JX-005"),
        respond_after(2400, "JX-021"),
        respond_after(4500, "JX-038"),
        respond_after(6000, "JX-056"),
        change("drills", ("YL-4",), evaluation_doc_id=""),
        change("emergency_supplies", ("WZ-05",), expiry_on="2025-12-20"),
        replace("incidents"),
        change("devices", ("EQ-011", "EQ-047", "EQ-083"), file_created_on=""),
        change("devices", ("EQ-020",), vendor=""),
        change("repair_unification", ("TY-5",), established="否", doc_id=""),
    ),
    rejected={
        "QYSQ-0708-04": "周六 21 时、周日 6 时各拨打一次抢修热线，振铃 60 秒无人接听",
    },
    states={"incidents": "none"},
)
