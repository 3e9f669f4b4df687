"""示例乙: an association review that ends with a list of things to put right."""

from datetime import date

from samples.generator.plan import Plan
from samples.generator.world import (
    Shape,
    change,
    numbered,
    remove,
    replace,
    respond_after,
    still_open,
)

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
        assessed_on=date(2026, 1, 20),
        repairs=150,
        others=420,
        devices=(90, 8),
        orders=150,
    ),
    visited_on=date(2026, 1, 16),
    enterprise_count=434,
    notes=NOTES,
    planted=(
        # 4
        change("micro_grids", numbered("G{:02}-W7", range(1, 11)), party_group_id=""),
        change("micro_grids", numbered("G{:02}-W8", range(1, 11)), party_group_id=""),
        change("meetings", ("HY-02", "HY-03"), held_on=""),
        remove("documents", ("WJ-36",)),
        # 5
        change("facilities", ("CS-02",), fire_check_on="2024-11-05"),
        change("staff", ("G03-指导1", "G08-指导1", "G11-指导1"), left_on="2025-11-30"),
        change("service_requests", numbered("SQ-{:03}", range(25, 401, 25)), accepted_at=""),
        still_open(*numbered("SQ-{:03}", range(411, 421))),
        # 6
        change("fire_teams", ("XF-2",), drill_arrival_minutes="3.5"),
        respond_after(1801, "JX-005"),
        respond_after(2400, "JX-021"),
        respond_after(4500, "JX-038"),
        respond_after(6000, "JX-056"),
        change("drills", ("YL-4",), evaluation_doc_id=""),
        change("emergency_supplies", ("WZ-05",), expiry_on="2025-12-20"),
        replace("incidents"),
        change(
            "reviews", ("FP-S",), title="半年工作复盘", kind="半年", incident_id=""
        ),  # it had been about the flood
        # 7
        change("policy_items", ("ZC-03",), published_on="2025-02-23"),
        change("policy_items", ("ZC-09",), published_on="2025-05-18"),
        change("policy_items", ("ZC-15",), published_on="2025-08-10"),
        change("policy_items", ("ZC-21",), published_on="2025-11-02"),
        change("devices", ("EQ-011", "EQ-047", "EQ-083"), file_created_on=""),
        change("devices", ("EQ-020",), vendor=""),
        change("repair_unification", ("TY-5",), established="否", doc_id=""),
        # 8
        change("legal_cases", ("FL-12",), closed_on="2025-05-20"),
        change("satisfaction_surveys", ("DC-3",), score="82"),
        # 9
        change("feedback", ("YJ-05",), registered_at=""),
        change("improvement_actions", ("ZG-03", "ZG-14"), owner_role=""),
    ),
    rejected={
        "QYSQ-0708-04": "周六 21 时、周日 6 时各拨打一次抢修热线，振铃 60 秒无人接听",
    },
    noted={
        "QYSQ-0501-05": "南区服务点的消防检查是 2024 年 11 月做的，与申报一致",
        "QYSQ-0502-04": "三个网格的公示牌上没有指导员，与名册一致",
        "QYSQ-0601-04": "二号站拉动一次用了 3 分 30 秒，与申报一致",
        "QYSQ-0605-05": "点验六种，急救箱已过期，与台账一致",
        "QYSQ-0708-01": "抽五台报修设备，一台没有档案，与申报一致",
        "QYSQ-0708-03": "维修负责人说培训还没有统一，与申报一致",
        "QYSQ-0801-04": "一件欠薪求助拖到第 34 天，与登记簿一致",
    },
    states={"incidents": "none"},
)
