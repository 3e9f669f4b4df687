"""示例辛: a re-check of a small park, where much of what the rules ask about does not exist."""

from datetime import date

from samples.generator.plan import Plan
from samples.generator.world import Shape, change, replace, without_columns

NOTES = """
示例数据，由程序生成，不是真实的社区、企业或个人。用来看合理缺项：只有 16 家企业、一个网格的小微园区，
一年里没有设备报修、纠纷和事件，没有员工求助和帮扶对象，也没有微网格、技术平台和孵化空间。不适用的条目剔除以后得分很高，不剔除则低得多。
"""

NONE = (
    "micro_grids", "dormitories", "incidents", "disputes", "devices", "repair_orders",
    "issue_classes", "investment_leads", "tech_platforms", "incubators", "incubated_projects",
    "financing_requests", "legal_cases", "assistance_cases",
)  # fmt: skip
"""What a park of this size has none of in a year."""

PLAN = Plan(
    name="small-park",
    kind="recheck",
    shape=Shape(
        code="辛",
        seed=20250808,
        grid_sizes=(16,),
        idle=(),
        start=date(2025, 1, 1),
        end=date(2025, 12, 31),
        assessed_on=date(2026, 2, 5),
        micro_per_grid=2,
        urgent=0,
        repairs=0,
        others=24,
        devices=(0, 0),
        orders=0,
        park="小微园区",
    ),
    visited_on=date(2026, 2, 4),
    enterprise_count=16,
    notes=NOTES,
    planted=(
        without_columns("enterprises", "micro_grid_id"),
        change(
            "reviews", ("FP-S",), title="半年工作复盘", kind="半年", incident_id=""
        ),  # it had been about the flood
        change("hotlines", ("RX-1",), calls="0", answered="0"),
        *(replace(table) for table in NONE),
    ),
    not_seen=(
        "QYSQ-0602-04", "QYSQ-0605-03", "QYSQ-0702-03", "QYSQ-0705-01", "QYSQ-0705-03",
        "QYSQ-0706-01", "QYSQ-0706-04", "QYSQ-0708-01", "QYSQ-0708-05", "QYSQ-0801-04",
        "QYSQ-0803-03", "QYSQ-0805-02",
    ),
    states=dict.fromkeys(NONE, "none"),
)  # fmt: skip
